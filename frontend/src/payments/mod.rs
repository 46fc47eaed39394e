//! Payments (M34): what each month owes and what was paid, F24 rows, and what they were matched with.

mod detail;
mod list;
mod situation;
mod text;

pub use detail::Detail;
pub use list::Payments;

use shared::lang::Lang;
use shared::page::Cursor;
use shared::payments::{List, Matched, PaymentRow};
use yew::AttrValue;

use crate::remote::Paged;
use crate::ui::Tone;
use crate::words;
use text::texts;

impl Paged for List {
    type Row = PaymentRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// What a row was matched with: its colour and its words.
fn matched(matched: Matched, lang: Lang) -> (Tone, &'static str) {
    let words = texts(lang);
    match matched {
        Matched::Declaration { .. } => (Tone::Green, words.to_declaration),
        Matched::Other => (Tone::Grey, words.to_other),
        Matched::WrongPosition => (Tone::Red, words.wrong_position),
        Matched::Awaiting => (Tone::Blue, words.awaiting),
        Matched::NoDeclaration => (Tone::Orange, words.no_declaration),
    }
}

/// The months a row is for.
fn period(row: &PaymentRow, lang: Lang) -> Option<AttrValue> {
    let from = words::month(row.from?, lang);
    match row.to.filter(|to| row.from != Some(*to)) {
        Some(to) => Some([from.as_str(), " – ", &words::month(to, lang)].concat().into()),
        None => Some(from),
    }
}
