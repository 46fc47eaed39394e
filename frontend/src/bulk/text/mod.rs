//! What is said of a request to many offices.

mod de;
mod en;
mod it;

use shared::lang::Lang;

pub(super) struct Texts {
    pub lead: &'static str,
    pub choose: &'static str,
    pub from_clients: &'static str,
    pub to_clients: &'static str,
    pub codes: &'static str,
    pub codes_help: &'static str,
    pub codes_read: fn(u64) -> String,
    pub no_codes: &'static str,
    pub too_many: &'static str,
    pub full: &'static str,
    pub go_on: &'static str,
    pub earlier: &'static str,
    pub none: &'static str,
    pub none_text: &'static str,
    pub untitled: &'static str,
    pub written: fn(u64) -> String,
    pub sending: &'static str,
    /// How many were sent, how many were not.
    pub over: fn(u64, u64) -> String,
    pub discard: &'static str,
    pub discard_title: &'static str,
    pub discard_text: &'static str,
    pub keep: &'static str,
    pub topic: &'static str,
    pub change: &'static str,
    pub words: &'static str,
    pub subject: &'static str,
    pub subject_help: &'static str,
    pub text: &'static str,
    /// The two placeholders.
    pub text_help: fn(&str, &str) -> String,
    pub insert: &'static str,
    pub insert_company: &'static str,
    pub insert_matricola: &'static str,
    pub unknown_placeholder: &'static str,
    pub example: fn(&str) -> String,
    pub companies: &'static str,
    pub which: &'static str,
    /// All, those about which something would be sent, the others.
    pub segments: [&'static str; 3],
    /// The same once they were sent.
    pub segments_sent: [&'static str; 3],
    pub no_rows: &'static str,
    pub company: &'static str,
    pub unknown_company: &'static str,
    pub tax_code: &'static str,
    pub position: &'static str,
    pub office: &'static str,
    pub expected: &'static str,
    pub protocol: &'static str,
    pub outcome: &'static str,
    pub remove: &'static str,
    pub is_sent: &'static str,
    pub waits: &'static str,
    pub goes: &'static str,
    /// In the order of `Obstacle::ALL`.
    pub obstacles: [&'static str; 7],
    pub keeping: &'static str,
    pub kept: fn(&str) -> String,
    pub not_kept: &'static str,
    pub keep_mine: &'static str,
    pub reload: &'static str,
    pub nobody: &'static str,
    pub send: fn(u64) -> String,
    pub send_title: fn(u64) -> String,
    pub send_text: &'static str,
    pub left_out: fn(u64) -> String,
    pub cancel: &'static str,
    pub progress: fn(u64, u64) -> String,
    pub sending_text: &'static str,
    pub done: &'static str,
    pub export: &'static str,
    pub to_requests: &'static str,
    pub another: &'static str,
    pub title: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}

/// What the grid says of it, apart from the others, which the app need not carry: the button, and why too many cannot be written to.
pub(super) const fn entry_words(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::It => ("Scrivi alle sedi", "Al massimo 1.000 aziende alla volta."),
        Lang::En => ("Write to the offices", "1,000 companies at once at most."),
        Lang::De => ("An die Stellen schreiben", "Höchstens 1.000 Betriebe auf einmal."),
    }
}
