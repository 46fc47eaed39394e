//! The bundles that come after the entrance, each with a document of its own. `shared::entrance` says which addresses it shows.

/// One of them.
pub struct Bundle {
    /// Its name: that of its document, and of its binary after `cassetto-`.
    pub name: &'static str,
    /// What it is, as steps and budgets say.
    pub what: &'static str,
    /// What its code may weigh on the wire, in bytes.
    pub limit: u64,
}

/// The app first: the entrance fetches it once it is idle.
pub const LATER: [Bundle; 3] = [
    Bundle { name: "app", what: "the app, after it", limit: 730 * 1024 },
    Bundle { name: "dialogue", what: "the dialogue", limit: 520 * 1024 },
    Bundle { name: "tools", what: "the tools", limit: 480 * 1024 },
];

impl Bundle {
    /// What its document is called.
    pub fn document(&self) -> String {
        format!("/{}.html", self.name)
    }

    /// What its binary is called.
    pub fn binary(&self) -> String {
        format!("cassetto-{}", self.name)
    }

    /// Whether a file is of its code.
    pub fn has(&self, path: &str) -> bool {
        path.strip_prefix('/')
            .and_then(|name| name.strip_prefix(&self.binary()))
            .is_some_and(|rest| rest.starts_with('-'))
    }
}
