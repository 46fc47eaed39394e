//! What the archives of a company say at a glance, as pictures. One that would say nothing is not there.

mod ageing;
mod strip;
mod subsections;
mod text;
mod ties;
mod timeline;

pub use ageing::Ageing;
pub use strip::Strip;
pub use subsections::{Changed, Subsections};
pub use ties::Ties;
pub use timeline::States;

use shared::ids::CompanyId;
use shared::sections::{self, Section};
use yew::prelude::*;

use crate::remote::{Remote, use_remote};

/// Records looked at for a picture: as many as a page has.
const ROWS: u16 = 100;

/// Props of the pictures.
#[derive(PartialEq, Properties)]
pub struct OfCompanyProps {
    /// Which company.
    pub company: CompanyId,
}

/// The records of an archive, by its slug and a condition.
#[hook]
fn use_records(
    company: CompanyId,
    slug: &'static str,
    filter: Option<&'static str>,
) -> Remote<shared::page::Page<sections::Row>> {
    use_remote(&sections::List {
        company,
        section: slug.to_owned(),
        filter: filter.map(str::to_owned),
        limit: Some(ROWS),
        ..Default::default()
    })
}

/// What a record says in a field, by its name.
fn said<'r>(section: &Section, row: &'r sections::Row, name: &str) -> Option<&'r str> {
    let (place, _) = section.field(name)?;
    row.cells.get(place)?.as_deref()
}
