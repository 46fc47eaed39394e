//! Notifications (M57): what one was told and what became of it on its way out; what one wishes to be told, and where; and what a demo
//! sent, for the eye.

mod address;
mod ledger;
mod list;
mod mailbox;
mod settings;
mod text;
mod wishes;
mod words;

pub use list::All;
pub use mailbox::Mailbox;
pub use settings::Settings;

use shared::lang::Lang;
use shared::notifications::{List, NotificationRow};
use shared::page::Cursor;

use crate::remote::Paged;
use crate::route::Route;

/// The heading of a screen of this slice.
pub fn title(route: Route, lang: Lang) -> &'static str {
    let words = text::texts(lang);
    match route {
        Route::Mailbox => words.mailbox,
        Route::Wishes => words.wishes,
        _ => words.title,
    }
}

/// What leads to one's wishes, in a sentence.
pub fn about_wishes(lang: Lang) -> &'static str {
    text::texts(lang).wishes_text
}

impl Paged for List {
    type Row = NotificationRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}
