//! Hands the packed web app to the compiler: the table that `cargo xtask web` wrote, or an empty one where it was not built
//! (the server then says so instead of serving the app).

use std::path::{Path, PathBuf};
use std::{env, fs};

/// As `xtask/src/pack/rust.rs` names it: another shape of the table has another name.
const TABLE: &str = "web_assets_3.rs";

const EMPTY: &str = "/// The web app was not built.\npub static ASSETS: [Asset; 0] = [];
/// None.\npub static CSP_SCRIPT_HASHES: &[&str] = &[];\n/// None.\npub static CSP_STYLE_HASHES: &[&str] = &[];\n";

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let web = web_folder();
    let table = web.join(TABLE);
    println!("cargo:rerun-if-env-changed=CASSETTO_WEB");
    println!(
        "cargo:rustc-env=CASSETTO_WEB_DIR={}",
        web.canonicalize().unwrap_or_else(|_| web.clone()).display()
    );
    let text = match fs::read_to_string(&table) {
        Ok(text) => {
            // Written last, with the hash of every file in it.
            println!("cargo:rerun-if-changed={}", web.join("manifest.json").display());
            text
        }
        Err(_) => {
            watch_for_it(&web);
            EMPTY.to_owned()
        }
    };
    fs::write(Path::new(&out).join("web_assets.rs"), text)
        .expect("cargo's output folder can be written");
}

/// `CASSETTO_WEB`, from the workspace's root when it is relative; else where `cargo xtask` packs the app.
fn web_folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let given = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folder) = given("CASSETTO_WEB") {
        return root.join(folder);
    }
    let target =
        given("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
    target.join("web/packed")
}

/// Cargo takes a watched file that is missing for a changed one, every time: so the folder above is made and watched.
fn watch_for_it(web: &Path) {
    let Some(above) = web.parent() else { return };
    if fs::create_dir_all(above).is_ok() {
        println!("cargo:rerun-if-changed={}", above.display());
    }
}
