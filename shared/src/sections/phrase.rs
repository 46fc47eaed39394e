//! A text in every language.

use crate::lang::Lang;

/// A text in Italian, English and German: one that lacks a language does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    it: &'static str,
    en: &'static str,
    de: &'static str,
}

/// The text in Italian, English and German.
pub const fn phrase(it: &'static str, en: &'static str, de: &'static str) -> Phrase {
    Phrase { it, en, de }
}

impl Phrase {
    /// The text in one language.
    pub const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::It => self.it,
            Lang::En => self.en,
            Lang::De => self.de,
        }
    }
}
