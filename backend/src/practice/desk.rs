//! To whom tags and shared views belong.

use shared::fault::Fault;
use shared::ids::{PersonId, PracticeId};
use shared::practice::HEADS;

use crate::access::Caller;
use crate::fault::Result;
use crate::people::Place;

/// A desk as keys hold it: what kind it is, and which.
pub type Desk = (u8, u128);

/// The desk of a practice.
pub fn of_practice(practice: PracticeId) -> Desk {
    (1, practice.as_u128())
}

/// The desk that only this person sits at.
pub fn of_person(person: PersonId) -> Desk {
    (3, person.as_u128())
}

/// The caller's desk.
pub fn of(caller: &Caller) -> Desk {
    match &caller.place {
        Place::Practice(practice) => of_practice(*practice),
        Place::Office(office) => (2, u128::from(office.number())),
        Place::Companies | Place::Employee(_) | Place::System => of_person(caller.person),
    }
}

/// Refuses whoever does not keep the order of their desk.
///
/// # Errors
/// `Forbidden`.
pub fn heads_only(caller: &Caller) -> Result<()> {
    if HEADS.contains(&caller.role) { Ok(()) } else { Err(Fault::Forbidden.into()) }
}
