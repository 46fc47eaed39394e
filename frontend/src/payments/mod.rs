//! Payments (M34): what each month owes and what was paid, F24 rows, and what they were matched with.

mod detail;
mod list;
mod situation;
mod text;

pub use detail::Detail;
pub use list::Payments;

use shared::lang::Lang;
use shared::page::Cursor;
use shared::payments::{List, PaymentRow};
use yew::AttrValue;

use crate::remote::Paged;
use crate::sections::tone;
use crate::ui::Tone;
use crate::words;

impl Paged for List {
    type Row = PaymentRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// What a row was matched with: its colour and its words.
fn matched(row: &PaymentRow, lang: Lang) -> (Tone, &'static str) {
    row.listed().map_or((Tone::Grey, ""), |listed| (tone(listed.tone), listed.words(lang)))
}

/// The months a row is for.
fn period(row: &PaymentRow, lang: Lang) -> Option<AttrValue> {
    let from = words::month(row.from?, lang);
    match row.to.filter(|to| row.from != Some(*to)) {
        Some(to) => Some([from.as_str(), " – ", &words::month(to, lang)].concat().into()),
        None => Some(from),
    }
}
