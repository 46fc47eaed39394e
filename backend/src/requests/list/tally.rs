//! How many requests of a company are open, and in how many there is something to read.

use serde::Deserialize;
use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::State;

use super::parts;
use crate::access::Caller;
use crate::fault::Result;
use crate::requests::table::{ARCHIVED, BY_COMPANY, LOOKS, REQUESTS};
use crate::store::{Order, ReadTx, Span};

/// What there is of a company's requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that are open.
    pub open: u32,
    /// Those in which there is something to read, open or not; not those put away since.
    pub unread: u32,
}

/// What of a request is counted: nothing else of it is taken in, since a practice has many.
#[derive(Deserialize)]
struct Brief {
    office: OfficeCode,
    state: State,
    #[serde(default)]
    public: u32,
}

/// Counts requests for one person, company by company.
pub struct Tallies {
    person: PersonId,
    parts: Option<Vec<OfficeCode>>,
}

impl Tallies {
    /// For whoever calls.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Self> {
        Ok(Self { person: caller.person, parts: parts(tx, caller, today)? })
    }

    /// The requests of a company that the caller works for; for an office those that are with it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn company(&self, tx: &dyn ReadTx, company: CompanyId) -> Result<Tally> {
        let mut tally = Tally::default();
        for ((_, id), _) in BY_COMPANY.collect(tx, &Span::prefix(&company), Order::Ascending)? {
            let Some(row) = REQUESTS.get(tx, &id)? else { continue };
            let brief: Brief = row.read()?;
            if self.parts.as_ref().is_none_or(|parts| parts.contains(&brief.office)) {
                tally.open += u32::from(brief.state.is_open());
                tally.unread += u32::from(self.is_to_be_read(tx, id, brief.public)?);
            }
        }
        Ok(tally)
    }

    /// Whether the person has neither looked at the last line nor put the request away since it was said.
    fn is_to_be_read(&self, tx: &dyn ReadTx, id: RequestId, last: u32) -> Result<bool> {
        let place = (id, self.person);
        let looked = LOOKS.get(tx, &place)?.unwrap_or(0);
        Ok(looked < last && ARCHIVED.get(tx, &place)?.is_none_or(|line| line < last))
    }
}
