//! What an address begins with: which document, and whether with signing in. The app comes as four documents, each of which starts a
//! bundle of its own. The server, the service worker and the app's own routes agree here.

/// A document of the app, and the bundle that it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The first screens alone.
    Entrance,
    /// Every screen but those of the dialogue and of the tools.
    App,
    /// What companies and offices say to each other, and how an office keeps to it.
    Dialogue,
    /// What is reckoned, handed in, decided by administrators, or shown to anybody who has a link.
    Tools,
}

/// The addresses of the first screens.
pub const ENTRANCE: [&str; 3] = ["/", "/entra", "/oggi"];

/// What the addresses of the dialogue's document begin with.
pub const DIALOGUE: [&str; 5] = ["richieste", "coda", "protocollo", "sede", "statistiche"];

/// The tools that are a part of the dialogue: what follows `/strumenti/` in their addresses.
pub const DIALOGUE_TOOLS: [&str; 4] = ["moduli", "insieme", "scrivi", "richiesta-multipla"];

/// What the addresses of the tools' document begin with.
pub const TOOLS: [&str; 5] = ["strumenti", "importa", "verifica", "amministrazione", "_ui"];

/// Whether a tool is a part of the dialogue.
pub fn is_of_dialogue(tool: &str) -> bool {
    DIALOGUE_TOOLS.contains(&tool)
}

impl Document {
    /// The one of an address.
    pub fn of(path: &str) -> Self {
        match first(path) {
            _ if ENTRANCE.contains(&path) => Document::Entrance,
            Some(word) if DIALOGUE.contains(&word) => Document::Dialogue,
            Some("strumenti") if path.split('/').nth(2).is_some_and(is_of_dialogue) => {
                Document::Dialogue
            }
            Some(word) if TOOLS.contains(&word) => Document::Tools,
            _ => Document::App,
        }
    }

    /// Whether it shows what stands at an address. The app shows the first screens too.
    pub fn shows(self, path: &str) -> bool {
        let wanted = Self::of(path);
        wanted == self || (self == Document::App && wanted == Document::Entrance)
    }

    /// Where it is served.
    pub const fn file(self) -> &'static str {
        match self {
            Document::Entrance => "/index.html",
            Document::App => "/app.html",
            Document::Dialogue => "/dialogue.html",
            Document::Tools => "/tools.html",
        }
    }
}

/// What the addresses of pages begin with that are shown only to somebody signed in.
const INSIDE: [&str; 20] = [
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
    "avvisi",
    "altro",
    "strumenti",
    "sede",
    "protocollo",
    "amministrazione",
    "sistema",
];

/// Whether a path is that of a page for somebody signed in.
pub fn is_inside(path: &str) -> bool {
    first(path).is_some_and(|word| INSIDE.contains(&word))
}

fn first(path: &str) -> Option<&str> {
    path.split('/').nth(1)
}
