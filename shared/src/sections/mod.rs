//! Sections (M10–M32, M34): every archive of a company's file as a description, and the endpoints that serve them all.
//!
//! A [`Section`] says in data what an archive holds: its fields with their kinds, its key, its order and its words in three languages.
//! Storage, lists, details, feeds, exports and screens are written once, over descriptions. A record is one text a field, in the
//! description's order, in the canonical form that [`Kind::read`] gives.

mod calls;
pub mod common;
pub mod contributions;
mod edit;
mod field;
mod filter;
mod key;
mod kind;
pub mod matters;
mod phrase;
mod read;
pub mod registry;
pub mod relations;
mod section;
mod show;

use crate::ids::CompanyId;

pub use calls::{
    CellChange, Difference, Document, Done, Entries, Export, Index, Linked, List, Origin, Record,
    Revision, Row, SectionCount, Show, Target,
};
pub use edit::{Correct, REASON, Remove};
pub use field::{Field, FieldRole, Link, Sign};
pub use filter::{Filter, sorting};
pub use key::{Subject, key, key_part, key_words};
pub use kind::{Code, Kind, Tone};
pub use phrase::{Phrase, phrase};
pub use read::Problem;
pub use section::{Order, Section, Source, Words};
pub use show::{called, cell, named, office_names, told, written};

/// A record: one canonical text a field, in the description's order; none where the archive says nothing.
pub type Cells = Vec<Option<String>>;

/// Every section there is, in the order of the menu.
pub static SECTIONS: &[&Section] = &[
    &registry::brief::SECTION,
    &registry::detail::SECTION,
    &registry::positions::SECTION,
    &registry::positions::DETAIL,
    &registry::periods::SECTION,
    &registry::states::SECTION,
    &registry::interruptions::SECTION,
    &registry::periods::EMPLOYMENT,
    &registry::workforce::SECTION,
    &registry::branches::SECTION,
    &relations::same_code::SECTION,
    &relations::linked::SECTION,
    &relations::parent::SECTION,
    &relations::persons::SECTION,
    &relations::shares::SECTION,
    &relations::self_employed::SECTION,
    &registry::histories::NAME,
    &registry::histories::ADDRESS,
    &registry::histories::TAX_CODE,
    &registry::insolvency::SECTION,
    &registry::chamber::SECTION,
    &registry::chamber::CERTIFIED,
    &contributions::declarations::SECTION,
    &contributions::payments::SECTION,
    &contributions::situation::SECTION,
    &contributions::principal::POSITION,
    &contributions::principal::SECTION,
    &contributions::comparison::SECTION,
    &contributions::funds::SECTION,
    &matters::credits::SECTION,
    &matters::notices::SECTION,
    &matters::notices::CAUSE,
    &matters::appeals::SECTION,
    &matters::compliance::SECTION,
    &matters::durc::SECTION,
    &matters::wage_support::SECTION,
    &matters::inspections::SECTION,
    &matters::roll::SECTION,
    &matters::roll_plans::SECTION,
    &matters::plans::SECTION,
    &matters::post::SECTION,
];

/// The section of a slug, as addresses and feeds name it.
pub fn by_slug(slug: &str) -> Option<&'static Section> {
    SECTIONS.iter().copied().find(|section| section.slug == slug)
}

/// The address of the page of a record: of a section, by its slug, or of something that has a page of its own under the same name.
pub fn record_path(company: CompanyId, section: &str, key: &str) -> String {
    ["/azienda/", &company.to_string(), "/", section, "/", key].concat()
}

/// The section of a number, as the store and a [`Subject`] name it.
pub fn by_number(number: u8) -> Option<&'static Section> {
    SECTIONS.iter().copied().find(|section| section.number == number)
}

#[cfg(test)]
mod tests;
