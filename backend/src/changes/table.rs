//! Changes as stored, and what of them people have seen.

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Instant};
use shared::changes::ChangeKind;
use shared::ids::{CompanyId, PersonId};

use crate::store::{Index, Table};

/// A change of one company.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Row {
    /// When.
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    /// What happened: 1 added, 2 changed, 3 removed.
    #[n(1)]
    pub kind: u8,
    /// The section of its subject.
    #[n(2)]
    pub section: u8,
    /// The key of its subject.
    #[n(3)]
    pub key: String,
    /// What that is called.
    #[n(4)]
    pub title: String,
    /// Field, before, after.
    #[n(5)]
    pub fields: Vec<(String, Option<String>, Option<String>)>,
}

impl Row {
    /// What happened.
    pub const fn kind(&self) -> ChangeKind {
        match self.kind {
            1 => ChangeKind::Added,
            3 => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        }
    }
}

/// How far a company's changes go.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Head {
    /// The number of the first that is kept.
    #[n(0)]
    pub first: u64,
    /// The number of the latest.
    #[n(1)]
    pub last: u64,
    /// When that was.
    #[cbor(n(2), with = "crate::codec")]
    pub at: Instant,
    /// The latest days that had changes, in days since 1970, with the number of the first change of each.
    #[n(3)]
    pub days: Vec<(i64, u64)>,
    /// How often something became different without a change to tell.
    #[n(4)]
    pub touched: u64,
}

impl Head {
    /// Grows whenever the company's data become different.
    pub fn version(&self) -> u64 {
        self.last + self.touched
    }
}

impl Head {
    /// The number of the last change before a day; one before the first kept if all came later, or nobody remembers.
    pub fn before(&self, day: Day) -> u64 {
        let since = self.days.iter().find(|(changed, _)| *changed >= day.epoch_days());
        since.map_or(self.last, |(_, number)| number - 1)
    }
}

/// Up to which change a person has seen all of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Mark {
    /// Its number.
    #[n(0)]
    pub upto: u64,
}

/// By company and number.
pub(super) const LOG: Table<(CompanyId, u64), Row> = Table::new("changes");
pub(super) const HEADS: Table<CompanyId, Head> = Table::new("changes.heads");
pub(super) const MARKS: Table<(PersonId, CompanyId), Mark> = Table::new("changes.marks");
/// Changes seen one by one, beyond the mark.
pub(super) const SEEN: Index<(PersonId, CompanyId, u64)> = Index::new("changes.seen");
