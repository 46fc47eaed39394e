//! Practices, their delegations, and assignments to collaborators.

use minicbor::{Decode, Encode};
use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};

use crate::store::{Index, Table};

/// Whoever holds delegations.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Practice {
    /// The practice.
    #[cbor(n(0), with = "crate::codec")]
    pub id: PracticeId,
    /// Its name.
    #[n(1)]
    pub name: String,
    /// What it is.
    #[n(2)]
    pub kind: Kind,
}

/// What holds delegations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Kind {
    /// A practice of professionals of L. 12/1979.
    #[n(0)]
    Consultants,
    /// A trade association that acts for its members.
    #[n(1)]
    Association,
}

/// A delegation of one company to one practice; its key holds both and the first day. Every delegation is total: field 1 was once a
/// scope that nothing could set to anything else, and stays free for the one that will be granted by areas.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Terms {
    /// Last day, if it has one.
    #[cbor(n(0), with = "crate::codec", has_nil)]
    pub to: Option<Day>,
    /// The day it was revoked.
    #[cbor(n(2), with = "crate::codec", has_nil)]
    pub revoked: Option<Day>,
}

impl Terms {
    /// The last day on which it is active, if there is one.
    pub fn last_day(&self) -> Option<Day> {
        let revoked = self.revoked.map(|day| day.plus_days(-1));
        match (self.to, revoked) {
            (Some(to), Some(revoked)) => Some(to.min(revoked)),
            (to, revoked) => to.or(revoked),
        }
    }

    pub fn active(&self, from: Day, today: Day) -> bool {
        from <= today
            && self.to.is_none_or(|to| today <= to)
            && self.revoked.is_none_or(|revoked| today < revoked)
    }
}

pub(super) const PRACTICES: Table<PracticeId, Practice> = Table::new("delegations.practices");
/// By practice, company and first day.
pub(super) const DELEGATIONS: Table<(PracticeId, CompanyId, Day), Terms> =
    Table::new("delegations");
/// Company, then practice.
pub(super) const BY_COMPANY: Index<(CompanyId, PracticeId)> = Index::new("delegations.by_company");
/// Collaborator, then company.
pub(super) const ASSIGNED: Index<(PersonId, CompanyId)> = Index::new("delegations.assigned");
