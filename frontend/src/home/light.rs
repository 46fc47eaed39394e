//! How a company stands as far as its data tell: one word, its colour, and what it means. No certificate: nothing is said of what is
//! not on file.

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
    /// The light of a company: red where something is owed, orange where something wants a look.
    pub fn of(home: &CompanyHome, lang: Lang) -> Self {
        let words = texts(lang);
        let owed = |matter: &Attention| {
            matches!(matter, Attention::Missing { .. } | Attention::NotDeclared { .. })
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
