//! What an address begins with: which document, and whether with signing in. The app comes as two documents: `index.html` starts the
//! bundle of the first screens, `app.html` that of all of them. The server, the service worker and the app's own routes agree here.

/// The addresses of the first screens: `index.html` is the document of these alone, `app.html` of every other.
pub const ENTRANCE: [&str; 3] = ["/", "/entra", "/oggi"];

/// What the addresses of pages begin with that are shown only to somebody signed in.
const INSIDE: [&str; 15] = [
    "oggi",
    "azienda",
    "clienti",
    "novita",
    "scadenze",
    "evidenze",
    "note",
    "richieste",
    "coda",
    "cerca",
    "importa",
    "profilo",
    "registro",
    "altro",
    "strumenti",
];

/// Whether a path is that of a page for somebody signed in.
pub fn is_inside(path: &str) -> bool {
    path.split('/').nth(1).is_some_and(|word| INSIDE.contains(&word))
}

/// Whether the first screens are enough for a path.
pub fn is_at_entrance(path: &str) -> bool {
    ENTRANCE.contains(&path)
}
