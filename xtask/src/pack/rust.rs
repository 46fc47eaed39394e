//! The packed app as a Rust table. The server's build script hands it on, naming the folder that the files lie in.

use super::{Asset, Manifest};
use std::fmt::Write;

/// The table's file, which `backend/build.rs` reads. The number goes up with the table's shape: to a tree with another shape,
/// what was packed before is not built at all, instead of a table that its server does not compile with.
pub const FILE: &str = "web_assets_3.rs";

/// `ASSETS`, and the hashes for the content security policy.
pub fn table(manifest: &Manifest) -> String {
    let mut text = format!(
        "/// Every file of the web app, by path.\npub static ASSETS: [Asset; {}] = [\n",
        manifest.assets.len()
    );
    for asset in &manifest.assets {
        text.push_str(&row(asset));
    }
    text.push_str("];\n");
    for (name, what, hashes) in [
        ("CSP_SCRIPT_HASHES", "scripts", &manifest.script_hashes),
        ("CSP_STYLE_HASHES", "styles", &manifest.style_hashes),
    ] {
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            text,
            "/// Sources for the shell's inline {what}.\npub static {name}: &[&str] = &{hashes:?};"
        );
    }
    text
}

fn row(asset: &Asset) -> String {
    let Asset { path, content_type, immutable, etag, br, .. } = asset;
    let file = |suffix: &str| {
        format!(
            "include_bytes!(concat!(env!(\"CASSETTO_WEB_DIR\"), {:?}))",
            format!("{path}{suffix}")
        )
    };
    let bytes = match br {
        Some(_) => format!("Kept::packed({})", file(".br")),
        None => format!("Kept::Plain({})", file("")),
    };
    format!(
        "    Asset {{ path: {path:?}, content_type: {content_type:?}, immutable: {immutable}, etag: {etag:?},\n        \
         bytes: {bytes} }},\n"
    )
}
