//! How a company stands: one word, its colour, and what it means. The word is the last check's of the DURC; where nobody has asked for
//! one it is what the data tell.

use shared::durc;
use shared::home::{Attention, CompanyHome};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::ui::{Tag, Tone};

/// The light in words.
pub struct Light {
    /// What it is a light of.
    pub title: &'static str,
    /// What it means.
    pub verdict: &'static str,
    tone: Tone,
    word: &'static str,
}

impl Light {
    /// The light of a company: that of its DURC; without one red where something is owed, orange where something wants a look. What the
    /// data tell is said beside a DURC too: what is valid today need not be tomorrow.
    pub fn of(home: &CompanyHome, lang: Lang) -> Self {
        let words = texts(lang);
        let told = Self::told(home, lang);
        let [valid, verified, to_settle] = words.checked;
        let Some(light) = home.durc.light else { return told };
        let (tone, word, verdict) = match light {
            durc::Light::Green => (Tone::Green, valid, told.verdict),
            durc::Light::Yellow => (Tone::Orange, verified, words.checked_text),
            durc::Light::Red => (Tone::Red, to_settle, words.checked_text),
        };
        Self { title: words.standing, verdict, tone, word }
    }

    /// What the data tell.
    fn told(home: &CompanyHome, lang: Lang) -> Self {
        let words = texts(lang);
        let owed = |matter: &Attention| {
            matches!(
                matter,
                Attention::Missing { .. }
                    | Attention::NotDeclared { .. }
                    | Attention::Evidence { durc: 1.., .. }
            )
        };
        let (tone, word, verdict) = if home.attention.is_empty() {
            (Tone::Green, words.in_order, words.in_order_text)
        } else if home.attention.iter().any(owed) {
            (Tone::Red, words.to_settle, words.to_settle_text)
        } else {
            (Tone::Orange, words.to_check, words.to_check_text)
        };
        Self { title: words.standing, verdict, tone, word }
    }

    /// Its word with its colour and its icon.
    pub fn tag(&self) -> Html {
        html! { <Tag tone={self.tone} label={self.word} /> }
    }
}
