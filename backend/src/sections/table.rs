//! Records as stored.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::{CompanyId, ImportId, PersonId};
use shared::sections::{Cells, Section};

use crate::store::Table;

/// What a record said in one of its versions, and who made it say so.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Record {
    #[n(0)]
    pub version: u64,
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    /// The import that brought it.
    #[cbor(n(2), with = "crate::codec", has_nil)]
    pub import: Option<ImportId>,
    /// Who corrected or removed it.
    #[cbor(n(3), with = "crate::codec", has_nil)]
    pub person: Option<PersonId>,
    /// Why they did.
    #[n(4)]
    pub reason: Option<String>,
    /// Whether it was removed; the cells are what it said last.
    #[n(5)]
    pub removed: bool,
    /// Canonical texts by the fields' places.
    #[n(6)]
    pub cells: Cells,
}

impl Record {
    /// Its cells; what the description had not yet when it was stored is empty.
    pub fn cells(mut self, section: &Section) -> Cells {
        self.cells.resize(section.fields.len(), None);
        self.cells
    }
}

/// How full a section of a company is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Tally {
    #[n(0)]
    pub count: u32,
    /// Records whose state wants attention.
    #[n(1)]
    pub attention: u32,
    /// When a record last changed, in milliseconds since 1970.
    #[n(2)]
    pub changed: i64,
}

/// Company, section number, key of the record.
pub(super) type Place = (CompanyId, u8, String);

/// What records say now, the removed ones among them.
pub(super) const RECORDS: Table<Place, Record> = Table::new("sections");
/// What they said before, by version.
pub(super) const HISTORY: Table<(CompanyId, u8, String, u64), Record> =
    Table::new("sections.history");
pub(super) const TALLIES: Table<(CompanyId, u8), Tally> = Table::new("sections.tallies");
