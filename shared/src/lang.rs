//! The languages of the screens, the messages and the documents.

use serde::{Deserialize, Serialize};

/// A language every text exists in; Italian, the language of the law, when nothing else is chosen.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
    /// German, official in the province of Bolzano.
    De,
}

impl Lang {
    /// Every language, in the order a chooser shows them.
    pub const ALL: [Self; 3] = [Self::It, Self::En, Self::De];

    /// The ISO 639-1 code, as the `lang` attribute of a page wants it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// The language of a tag such as `de` or `de-AT`, whatever its case and region.
    pub fn from_code(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.trim();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_tag_names_its_language_whatever_the_region() {
        for (tag, expected) in [
            ("it", Some(Lang::It)),
            ("EN-gb", Some(Lang::En)),
            ("de_AT", Some(Lang::De)),
            ("fr", None),
            ("", None),
            ("ita", None),
        ] {
            assert_eq!(Lang::from_code(tag), expected, "{tag}");
        }
    }

    #[test]
    fn the_wire_code_is_the_code() {
        for lang in Lang::ALL {
            assert_eq!(serde_json::to_string(&lang).unwrap(), format!("\"{}\"", lang.code()));
        }
    }
}
