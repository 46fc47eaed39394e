//! Packing a small app: what the server and the browser rely on.

use super::{Manifest, budget, csp, media, pack};
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

/// The builds of an entrance, of a whole app with one file more and of a worker that checks files, and where to pack them.
fn small_app(name: &str) -> ([PathBuf; 3], PathBuf) {
    let folder = folder(name);
    let [dist, whole, checker] = ["dist", "whole", "checker"].map(|name| folder.join(name));
    fs::create_dir_all(&whole).unwrap();
    fs::create_dir_all(&checker).unwrap();
    for (name, bytes) in [
        ("index.html", SHELL.as_bytes()),
        ("cassetto-preflight-0123456789abcdef.js", b"export default 1".as_slice()),
        ("cassetto-preflight-0123456789abcdef_bg.wasm", &[9; 4000]),
    ] {
        fs::write(checker.join(name), bytes).unwrap();
    }
    fs::write(dist.join("preflight.js"), "const CHECKER = /*CHECKER*/null").unwrap();
    fs::write(whole.join("index.html"), SHELL.replace("alert(1)", "alert(2)")).unwrap();
    fs::write(whole.join("cassetto-app-0123456789abcdef_bg.wasm"), vec![8; 4000]).unwrap();
    fs::write(dist.join("index.html"), SHELL).unwrap();
    fs::write(dist.join("sw.js"), "const V = '__VERSION__'; const FILES = /*PRECACHE*/[];")
        .unwrap();
    fs::write(dist.join("app-0123456789abcdef_bg.wasm"), vec![7; 4000]).unwrap();
    fs::write(dist.join("fonts/titillium.woff2"), [1, 2, 3]).unwrap();
    fs::write(dist.join("icon.png"), [1, 2, 3]).unwrap();
    ([dist, whole, checker], folder.join("packed"))
}

#[test]
fn every_file_arrives_with_its_smaller_variants() {
    let ([dist, whole, checker], packed) = small_app("variants");
    let manifest = pack(&dist, &whole, &checker, &packed).unwrap();
    let asset = |path: &str| manifest.assets.iter().find(|asset| asset.path == path).unwrap();

    let wasm = asset("/app-0123456789abcdef_bg.wasm");
    assert!(wasm.immutable && wasm.br.unwrap() < 100 && wasm.gz.unwrap() < 100);
    assert_eq!(wasm.content_type, "application/wasm");
    assert_eq!(
        fs::read(packed.join("app-0123456789abcdef_bg.wasm.br")).unwrap().len() as u64,
        wasm.br.unwrap()
    );
    assert!(asset("/fonts/titillium.woff2").br.is_none());
    assert!(!asset("/index.html").immutable);
    assert_eq!(Manifest::read(&packed).unwrap().version, manifest.version);
    let table = fs::read_to_string(packed.join("web_assets.rs")).unwrap();
    assert!(
        table.contains("Kept::Plain(include_bytes!(concat!(env!(\"CASSETTO_WEB_DIR\"), \"/fonts/titillium.woff2\")))"),
        "{table}"
    );
}

#[test]
fn the_service_worker_knows_files_and_version() {
    let ([dist, whole, checker], packed) = small_app("worker");
    let manifest = pack(&dist, &whole, &checker, &packed).unwrap();
    let worker = fs::read_to_string(packed.join("sw.js")).unwrap();
    assert!(worker.contains(&manifest.version), "{worker}");
    assert!(
        worker.contains(
            r#"["/app-0123456789abcdef_bg.wasm","/app.html","/cassetto-app-0123456789abcdef_bg.wasm","/cassetto-preflight-0123456789abcdef.js","/cassetto-preflight-0123456789abcdef_bg.wasm","/fonts/titillium.woff2","/index.html","/preflight.js"]"#
        ),
        "{worker}"
    );

    fs::write(dist.join("fonts/titillium.woff2"), [9]).unwrap();
    assert_ne!(
        pack(&dist, &whole, &checker, &packed).unwrap().version,
        manifest.version,
        "any change is a new version"
    );
    fs::write(dist.join("sw.js"), "no place").unwrap();
    assert!(pack(&dist, &whole, &checker, &packed).unwrap_err().to_string().contains("PRECACHE"));
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
    let ([dist, whole, checker], packed) = small_app("budget");
    fs::write(dist.join("fonts/heavy.woff2"), vec![0; 76 * 1024]).unwrap();
    let weights = budget::weigh(&pack(&dist, &whole, &checker, &packed).unwrap());
    let fits: Vec<bool> = weights.iter().map(budget::Weight::fits).collect();
    assert_eq!(fits, [true, true, true, false, true, true]);
}

#[test]
fn the_entrance_names_what_comes_after_it() {
    let ([dist, whole, checker], packed) = small_app("documents");
    let manifest = pack(&dist, &whole, &checker, &packed).unwrap();
    let [first, all] =
        ["index.html", "app.html"].map(|name| fs::read_to_string(packed.join(name)).unwrap());
    assert!(first.contains(r#"LATER = ["/cassetto-app-0123456789abcdef_bg.wasm"]"#), "{first}");
    assert!(all.contains("alert(2)") && all.contains("LATER = /*LATER*/[]"), "{all}");
    for html in [&first, &all] {
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
    let allowed = [first, all].map(|html| csp::hashes(&html, "script")).concat();
    assert!(allowed.iter().all(|hash| manifest.script_hashes.contains(hash)), "of both documents");

    for place in ["LATER", "APP"] {
        fs::write(dist.join("index.html"), SHELL.replace(place, "OTHER")).unwrap();
        assert!(pack(&dist, &whole, &checker, &packed).unwrap_err().to_string().contains(place));
    }
}

#[test]
fn the_worker_that_checks_files_knows_its_own() {
    let ([dist, whole, checker], packed) = small_app("checker");
    pack(&dist, &whole, &checker, &packed).unwrap();
    let script = fs::read_to_string(packed.join("preflight.js")).unwrap();
    assert_eq!(
        script,
        r#"const CHECKER = {"js":"/cassetto-preflight-0123456789abcdef.js","wasm":"/cassetto-preflight-0123456789abcdef_bg.wasm"}"#
    );
    fs::remove_file(checker.join("cassetto-preflight-0123456789abcdef.js")).unwrap();
    assert!(pack(&dist, &whole, &checker, &packed).unwrap_err().to_string().contains("js"));
    fs::write(dist.join("preflight.js"), "no place").unwrap();
    assert!(pack(&dist, &whole, &checker, &packed).unwrap_err().to_string().contains("CHECKER"));
}
