//! The languages of the screens, mails and documents.

use serde::{Deserialize, Serialize};

/// A language Cassetto speaks. On the wire it is its two-letter code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Italian, the first and default language.
    #[default]
    It,
    /// English.
    En,
    /// German, an official language in the province of Bolzano.
    De,
}

impl Lang {
    /// Every language, in the order they are offered.
    pub const ALL: [Lang; 3] = [Lang::It, Lang::En, Lang::De];

    /// The ISO 639-1 code: `it`, `en`, `de`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::It => "it",
            Lang::En => "en",
            Lang::De => "de",
        }
    }

    /// The language of an ISO 639-1 code or of a tag that starts with one (`de-AT`), if it is one of ours.
    pub fn from_code(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}
