//! How many requests of a company are open, and in how many there is something to read.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::State;

use super::parts;
use crate::access::Caller;
use crate::fault::Result;
use crate::requests::table::{ARCHIVED, BY_COMPANY, COUNTED, LOOKS, REQUESTS};
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Counts that are kept: those of a few hundred people with hundreds of clients each.
const MOST: usize = 200_000;

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

/// What this process has counted, for each person and company: a practice has many requests, and few of them are different from call to
/// call.
#[derive(Default)]
pub struct Counted(Mutex<HashMap<(PersonId, CompanyId), Kept>>);

struct Kept {
    /// What [`COUNTED`] said.
    stamp: u64,
    parts: Option<Vec<OfficeCode>>,
    tally: Tally,
}

impl Counted {
    fn lock(&self) -> MutexGuard<'_, HashMap<(PersonId, CompanyId), Kept>> {
        // The map is whole after every statement.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is counted of a company's requests became different, for whomever.
pub(in crate::requests) fn differs(tx: &mut dyn WriteTx, company: CompanyId) -> Result<()> {
    let stamp = COUNTED.get(tx, &company)?.unwrap_or(0);
    Ok(COUNTED.put(tx, &company, &(stamp + 1))?)
}

/// Counts requests for one person, company by company.
pub struct Tallies<'a> {
    person: PersonId,
    parts: Option<Vec<OfficeCode>>,
    counted: &'a Counted,
}

impl<'a> Tallies<'a> {
    /// For whoever calls.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(tx: &dyn ReadTx, counted: &'a Counted, caller: &Caller, today: Day) -> Result<Self> {
        Ok(Self { person: caller.person, parts: parts(tx, caller, today)?, counted })
    }

    /// The requests of a company that the caller works for; for an office those that are with it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn company(&self, tx: &dyn ReadTx, company: CompanyId) -> Result<Tally> {
        let (stamp, place) = (COUNTED.get(tx, &company)?.unwrap_or(0), (self.person, company));
        if let Some(kept) = self.counted.lock().get(&place)
            && kept.stamp == stamp
            && kept.parts == self.parts
        {
            return Ok(kept.tally);
        }
        let tally = self.count(tx, company)?;
        let mut kept = self.counted.lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(place, Kept { stamp, parts: self.parts.clone(), tally });
        Ok(tally)
    }

    fn count(&self, tx: &dyn ReadTx, company: CompanyId) -> Result<Tally> {
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
