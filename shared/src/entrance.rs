//! Which document an address begins with. The app comes as two: `index.html` starts the bundle of the first screens, `app.html` that of
//! all of them. The server, the service worker and the app's own routes agree on the addresses here.

/// The addresses of the first screens: `index.html` is the document of these alone, `app.html` of every other.
pub const ENTRANCE: [&str; 3] = ["/", "/entra", "/oggi"];

/// Whether the first screens are enough for a path.
pub fn is_at_entrance(path: &str) -> bool {
    ENTRANCE.contains(&path)
}
