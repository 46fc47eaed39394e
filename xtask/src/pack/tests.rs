//! Packing a small app: what the server and the browser rely on.

use super::bundle::LATER;
use super::{Builds, Manifest, budget, csp, media, pack, rust};
use std::fs;
use std::path::PathBuf;

const SHELL: &str = "<!doctype html><!-- <script>not me</script> --><style>a{b:c}</style>\
    <script src=\"/boot.js\"></script><script type=\"module\">import init from '/cassetto-first-1.js'; init({ module_or_path: '/cassetto-first-1_bg.wasm' })</script>\
    <script>alert(1)</script><script>const LATER = /*LATER*/[], APP = /*APP*/null</script><style>a{b:c}</style>\
    <link rel=\"modulepreload\" href=\"/cassetto-first-1.js\" crossorigin><link rel=\"preload\" href=\"/cassetto-first-1_bg.wasm\" as=\"fetch\">";

/// A folder of our own under cargo's, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("cassetto-pack-{}-{name}", std::process::id()));
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(folder.join("dist/fonts")).expect("a temporary folder can be made");
    folder
}

/// The builds of an entrance, of the bundles after it with one file more each and of a worker that checks files, and where to pack them.
fn small_app(name: &str) -> (Builds, PathBuf) {
    let folder = folder(name);
    let [entrance, checker] = ["dist", "checker"].map(|name| folder.join(name));
    let later = LATER.map(|bundle| folder.join(bundle.name));
    for build in later.iter().chain([&checker]) {
        fs::create_dir_all(build).unwrap();
    }
    for (name, bytes) in [
        ("index.html", SHELL.as_bytes()),
        ("cassetto-preflight-0123456789abcdef.js", b"export default 1".as_slice()),
        ("cassetto-preflight-0123456789abcdef_bg.wasm", &[9; 4000]),
    ] {
        fs::write(checker.join(name), bytes).unwrap();
    }
    fs::write(entrance.join("preflight.js"), "const CHECKER = /*CHECKER*/null").unwrap();
    for (build, bundle) in later.iter().zip(&LATER) {
        let own = format!("alert('{}')", bundle.name);
        fs::write(build.join("index.html"), SHELL.replace("alert(1)", &own)).unwrap();
        let code = format!("{}-0123456789abcdef_bg.wasm", bundle.binary());
        fs::write(build.join(code), vec![8; 4000]).unwrap();
    }
    fs::write(entrance.join("index.html"), SHELL).unwrap();
    fs::write(entrance.join("sw.js"), "const V = '__VERSION__'; const FILES = /*PRECACHE*/[];")
        .unwrap();
    fs::write(entrance.join("app-0123456789abcdef_bg.wasm"), vec![7; 4000]).unwrap();
    fs::write(entrance.join("fonts/titillium.woff2"), [1, 2, 3]).unwrap();
    fs::write(entrance.join("icon.png"), [1, 2, 3]).unwrap();
    (Builds { entrance, later, checker }, folder.join("packed"))
}

#[test]
fn every_file_arrives_with_its_smaller_form() {
    let (builds, packed) = small_app("variants");
    let manifest = pack(&builds, &packed).unwrap();
    let asset = |path: &str| manifest.assets.iter().find(|asset| asset.path == path).unwrap();

    let wasm = asset("/app-0123456789abcdef_bg.wasm");
    assert!(wasm.immutable && wasm.br.unwrap() < 100);
    assert_eq!(wasm.content_type, "application/wasm");
    assert_eq!(
        fs::read(packed.join("app-0123456789abcdef_bg.wasm.br")).unwrap().len() as u64,
        wasm.br.unwrap()
    );
    assert!(asset("/fonts/titillium.woff2").br.is_none());
    assert!(!asset("/index.html").immutable);
    assert_eq!(Manifest::read(&packed).unwrap().version, manifest.version);
    let table = fs::read_to_string(packed.join(rust::FILE)).unwrap();
    assert!(
        table.contains("Kept::Plain(include_bytes!(concat!(env!(\"CASSETTO_WEB_DIR\"), \"/fonts/titillium.woff2\")))"),
        "{table}"
    );
}

#[test]
fn the_service_worker_knows_files_and_version() {
    let (builds, packed) = small_app("worker");
    let manifest = pack(&builds, &packed).unwrap();
    let worker = fs::read_to_string(packed.join("sw.js")).unwrap();
    assert!(worker.contains(&manifest.version), "{worker}");
    assert!(
        worker.contains(
            r#"["/app-0123456789abcdef_bg.wasm","/app.html","/cassetto-app-0123456789abcdef_bg.wasm","/cassetto-dialogue-0123456789abcdef_bg.wasm","/cassetto-preflight-0123456789abcdef.js","/cassetto-preflight-0123456789abcdef_bg.wasm","/cassetto-tools-0123456789abcdef_bg.wasm","/dialogue.html","/fonts/titillium.woff2","/index.html","/preflight.js","/tools.html"]"#
        ),
        "{worker}"
    );

    fs::write(builds.entrance.join("fonts/titillium.woff2"), [9]).unwrap();
    assert_ne!(
        pack(&builds, &packed).unwrap().version,
        manifest.version,
        "any change is a new version"
    );
    fs::write(builds.entrance.join("sw.js"), "no place").unwrap();
    assert!(pack(&builds, &packed).unwrap_err().to_string().contains("PRECACHE"));
}

#[test]
fn inline_code_is_hashed_and_nothing_else() {
    // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    assert_eq!(
        csp::hashes(SHELL, "script")[1],
        "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="
    );
    assert_eq!(csp::hashes(SHELL, "script").len(), 3, "a script of a file is not inline");
    assert_eq!(csp::hashes(SHELL, "style").len(), 1, "the same style twice is one source");
    assert!(csp::hashes("<scripted>x</scripted>", "script").is_empty());
}

#[test]
fn only_names_with_a_hash_are_immutable() {
    for (path, immutable) in [
        ("/style-0123456789abcdef.css", true),
        ("/style-6e4a76c31f4fbca.css", true),
        ("/snippets/app-0123456789abcdef/inline0.js", true),
        ("/fonts/titillium-web-latin-400.woff2", false),
        ("/index.html", false),
    ] {
        assert_eq!(media::hash_named(path), immutable, "{path}");
    }
}

#[test]
fn budgets_count_what_the_first_screen_loads() {
    let (builds, packed) = small_app("budget");
    fs::write(builds.entrance.join("fonts/heavy.woff2"), vec![0; 76 * 1024]).unwrap();
    let weights = budget::weigh(&pack(&builds, &packed).unwrap());
    let fits: Vec<bool> = weights.iter().map(budget::Weight::fits).collect();
    assert_eq!(fits, [true, true, true, false, true, true, true, true]);
}

#[test]
fn the_entrance_names_what_comes_after_it() {
    let (builds, packed) = small_app("documents");
    let manifest = pack(&builds, &packed).unwrap();
    let read = |name: &str| fs::read_to_string(packed.join(name)).unwrap();
    let first = read("index.html");
    let later = LATER.map(|bundle| (bundle.name, read(&bundle.document()[1..])));
    assert!(first.contains(r#"LATER = ["/cassetto-app-0123456789abcdef_bg.wasm"]"#), "{first}");
    for (name, html) in &later {
        let own = format!("alert('{name}')");
        assert!(html.contains(&own) && html.contains("LATER = /*LATER*/[]"), "{html}");
    }
    let all: Vec<&String> = later.iter().map(|(_, html)| html).chain([&first]).collect();
    for html in &all {
        assert!(
            html.contains(
                r#"APP = {"js":"/cassetto-first-1.js","wasm":"/cassetto-first-1_bg.wasm"}"#
            ),
            "{html}"
        );
        assert!(
            !html.contains("module") && !html.contains("preload"),
            "boot.js fetches and starts it: {html}"
        );
    }
    let mut hashes = all.iter().flat_map(|html| csp::hashes(html, "script"));
    assert!(hashes.all(|hash| manifest.script_hashes.contains(&hash)), "of all documents");

    for place in ["LATER", "APP"] {
        fs::write(builds.entrance.join("index.html"), SHELL.replace(place, "OTHER")).unwrap();
        assert!(pack(&builds, &packed).unwrap_err().to_string().contains(place));
    }
}

#[test]
fn the_worker_that_checks_files_knows_its_own() {
    let (builds, packed) = small_app("checker");
    pack(&builds, &packed).unwrap();
    let script = fs::read_to_string(packed.join("preflight.js")).unwrap();
    assert_eq!(
        script,
        r#"const CHECKER = {"js":"/cassetto-preflight-0123456789abcdef.js","wasm":"/cassetto-preflight-0123456789abcdef_bg.wasm"}"#
    );
    fs::remove_file(builds.checker.join("cassetto-preflight-0123456789abcdef.js")).unwrap();
    assert!(pack(&builds, &packed).unwrap_err().to_string().contains("js"));
    fs::write(builds.entrance.join("preflight.js"), "no place").unwrap();
    assert!(pack(&builds, &packed).unwrap_err().to_string().contains("CHECKER"));
}
