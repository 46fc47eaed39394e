//! What the screen of text modules says.

mod de;
mod en;
mod it;

use shared::lang::Lang;

pub(super) struct Texts {
    pub title: &'static str,
    pub lead: &'static str,
    pub new: &'static str,
    pub change: &'static str,
    pub none: &'static str,
    pub choose_one: &'static str,
    pub own: &'static str,
    pub shared: &'static str,
    pub for_all: &'static str,
    pub copy: &'static str,
    pub any_topic: &'static str,
    pub topic: &'static str,
    pub days: &'static str,
    pub days_help: &'static str,
    pub language: &'static str,
    /// Italian, English, German.
    pub languages: [&'static str; 3],
    /// Title, decision, law, next step.
    pub parts: [&'static str; 4],
    pub placeholders: &'static str,
    pub preview: &'static str,
    /// Company, protocol number, position, office: invented.
    pub example: [&'static str; 4],
    pub save: &'static str,
    pub saved: &'static str,
    pub retire: &'static str,
    pub retire_title: &'static str,
    pub retire_text: &'static str,
    pub retired: &'static str,
    pub keep: &'static str,
    pub overtaken: &'static str,
    /// Empty, too long, characters, placeholder, any other.
    pub reasons: [&'static str; 5],
}

impl Texts {
    /// Why a field is refused.
    pub fn reason(&self, reason: &str) -> &'static str {
        let [empty, long, characters, placeholder, other] = self.reasons;
        match reason {
            "empty" => empty,
            "too_long" => long,
            "characters" => characters,
            "placeholder" => placeholder,
            _ => other,
        }
    }
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
