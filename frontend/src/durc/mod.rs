//! The DURC (M40, B08): how a company stands and why, what turns it green, its document, links to verify it, and the page that does.

mod ask;
mod blocks;
mod card;
mod history;
mod internal;
mod letter;
mod links;
mod screen;
mod simulate;
mod standing;
mod text;
mod verify;
mod words;

pub use crate::layout::DURC as SLUG;
pub use card::OnCompany;
pub use screen::Durc;
pub use verify::Verify;
pub use words::{covered_by, light, verify_name};

use shared::ids::CompanyId;
use yew::AttrValue;

use crate::route::Route;

/// The address of a company's page.
pub fn href(company: CompanyId) -> AttrValue {
    Route::Section { company, section: SLUG }.href()
}
