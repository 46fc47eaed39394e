//! What other slices ask: telling open tabs that something changed.

use shared::auth::{Resource, Verb};
use shared::calendar::Day;
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId};
use shared::live::Topic;
use shared::offices::OfficeCode;

use super::table::{EVENTS, KEPT, Row};
use crate::access::{self, Caller};
use crate::fault::{Error, Result};
use crate::offices::service as offices;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Who may hear of a change. Asked at each delivery, and never of the moment at which the change was made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Whoever may read this of the company at that moment.
    Company(CompanyId, Resource),
    /// The staff of the office of this code, and of the one that has taken over.
    Office(String),
    /// One person.
    Person(PersonId),
}

impl Audience {
    /// Whether somebody belongs to it today.
    ///
    /// # Errors
    /// Those of the store.
    pub fn has(&self, tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<bool> {
        match self {
            Audience::Person(person) => Ok(caller.person == *person),
            Audience::Office(office) => match OfficeCode::parse(office) {
                Ok(office) if caller.role.is_staff() => {
                    offices::is_of(tx, &caller.place, office, today)
                }
                _ => Ok(false),
            },
            Audience::Company(company, resource) => {
                match access::company(tx, caller, *company, *resource, Verb::Read, today) {
                    Ok(_) => Ok(true),
                    Err(Error::Fault(Fault::NotFound | Fault::Forbidden)) => Ok(false),
                    Err(error) => Err(error),
                }
            }
        }
    }
}

/// Tells the open tabs of an audience that something changed, once this transaction is committed.
///
/// # Errors
/// Those of the store.
pub fn publish(tx: &mut dyn WriteTx, audience: &Audience, topic: Topic) -> Result<()> {
    let number = last(tx)? + 1;
    EVENTS.put(tx, &number, &Row::of(audience, topic))?;
    if let Some(old) = number.checked_sub(KEPT) {
        EVENTS.delete(tx, &old)?;
    }
    Ok(())
}

/// The number of the last event; nought before the first.
///
/// # Errors
/// Those of the store.
pub fn last(tx: &dyn ReadTx) -> Result<u64> {
    let mut last = 0;
    EVENTS.scan(tx, &Span::all(), Order::Descending, |number, _| {
        last = number;
        Ok(std::ops::ControlFlow::Break(()))
    })?;
    Ok(last)
}
