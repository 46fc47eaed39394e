//! What a file is, told from its name.

/// The media type to serve a path with.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Whether compressing can pay: pictures and fonts are compressed already.
pub fn compressible(content_type: &str) -> bool {
    !content_type.starts_with("font/")
        && (content_type == "image/svg+xml" || !content_type.starts_with("image/"))
}

/// Whether the name carries a hash of the content, as trunk writes it: `app-0123456789abcdef_bg.wasm`,
/// `style-0123456789abcdef.css`, `snippets/crate-0123456789abcdef/inline0.js`. Trunk drops the hash's leading zeros.
pub fn hash_named(path: &str) -> bool {
    path.split(['-', '_', '.', '/'])
        .any(|word| word.len() >= 12 && word.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
