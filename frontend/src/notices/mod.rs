//! Rectification notices (B06): all clients' on one screen, and one company's at the head of its archive, gathered by cause; each
//! explained, set against its return, and tried out with other CA or another size; the F24 row ready.

mod board;
mod company;
mod detail;
mod explain;
mod filters;
mod groups;
mod list;
mod pack;
mod recomputed;
mod suppose;
mod text;

pub use board::All;
pub use company::{OfCompany, by_cause, none};
pub use detail::Explained;
pub use explain::{cause_explained, reckoning};
pub use recomputed::unrated;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::notices::{Cause, List, NoticeRow};
use shared::page::Cursor;
use shared::sections::matters::notices::SECTION;
use yew::AttrValue;

use crate::remote::Paged;
use crate::route::record_href;

/// Whether an archive holds notices.
pub fn explains(slug: &str) -> bool {
    slug == SECTION.slug
}

/// The heading of the screen of all clients.
pub fn title(lang: Lang) -> &'static str {
    text::texts(lang).screen
}

/// What leads from one company's notices to those of all.
pub fn all_clients(lang: Lang) -> &'static str {
    text::texts(lang).one_company
}

/// The address of a notice.
fn href(company: CompanyId, key: &str) -> AttrValue {
    record_href(company, SECTION.slug, key)
}

/// A cause in the words of the archive.
fn cause_words(cause: Cause, lang: Lang) -> &'static str {
    cause.listed().map_or("", |code| code.words(lang))
}

impl Paged for List {
    type Row = NoticeRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}
