//! To whom tags and shared views belong.

use shared::calendar::Day;
use shared::fault::Fault;
use shared::ids::{PersonId, PracticeId};
use shared::offices::OfficeCode;
use shared::practice::HEADS;

use crate::access::Caller;
use crate::fault::Result;
use crate::offices::service as offices;
use crate::people::Place;
use crate::store::ReadTx;

/// A desk as keys hold it: what kind it is, and which.
pub type Desk = (u8, u128);

/// The desk of a practice.
pub fn of_practice(practice: PracticeId) -> Desk {
    (1, practice.as_u128())
}

/// The desk of an office.
fn of_office(office: OfficeCode) -> Desk {
    (2, u128::from(office.number()))
}

/// The desk that only this person sits at.
pub fn of_person(person: PersonId) -> Desk {
    (3, person.as_u128())
}

/// The caller's desk: what they make lies there.
pub fn of(caller: &Caller) -> Desk {
    match &caller.place {
        Place::Practice(practice) => of_practice(*practice),
        Place::Office(office) => of_office(*office),
        Place::Companies | Place::Employee(_) | Place::System => of_person(caller.person),
    }
}

/// The desks that the caller sits at: an office has those of the offices that it has taken over as well, and what lies there stays there.
///
/// # Errors
/// Those of the store.
pub fn all(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Vec<Desk>> {
    match &caller.place {
        Place::Office(office) => {
            Ok(offices::parts(tx, *office, today)?.into_iter().map(of_office).collect())
        }
        _ => Ok(vec![of(caller)]),
    }
}

/// Refuses whoever does not keep the order of their desk.
///
/// # Errors
/// `Forbidden`.
pub fn heads_only(caller: &Caller) -> Result<()> {
    if HEADS.contains(&caller.role) { Ok(()) } else { Err(Fault::Forbidden.into()) }
}
