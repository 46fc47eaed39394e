//! What changed since one looked last: company by company, field by field, until it is marked as seen.

mod row;
mod screen;
mod text;

pub use row::{change, record_href};
pub use screen::{Changes, read_until};

use shared::changes::{ChangeRow, Since};
use shared::ids::CompanyId;
use shared::page::Cursor;

use crate::remote::Paged;
use crate::route::Route;

impl Paged for Since {
    type Row = ChangeRow;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// The address of the changes, of one company or of all.
pub fn href(company: Option<CompanyId>) -> String {
    let page = Route::Changes.href();
    match company {
        Some(company) => [page.as_str(), "?azienda=", &company.to_string()].concat(),
        None => page.to_string(),
    }
}
