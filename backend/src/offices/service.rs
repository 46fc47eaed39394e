//! What offices are called, and which one does what another was to do.

use shared::calendar::Day;
use shared::offices::OfficeCode;
use shared::requests::Words;
use shared::requests::topics::{NamedUnit, Unit};

use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::people::{Person, Place, service as people};
use crate::store::ReadTx;

/// The office that does today what an office was to do: itself, or the one that has taken over.
///
/// # Errors
/// Those of the store.
pub fn competent(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<OfficeCode> {
    Ok(parameters::current(tx)?.offices.competent(office, today))
}

/// Where somebody works today: at the office that has taken over theirs, if one has.
///
/// # Errors
/// Those of the store.
pub fn place(tx: &dyn ReadTx, place: Place, today: Day) -> Result<Place> {
    match place {
        Place::Office(office) => Ok(Place::Office(competent(tx, office, today)?)),
        elsewhere => Ok(elsewhere),
    }
}

/// The office that is competent for what an office was, and all that it has taken over.
///
/// # Errors
/// Those of the store.
pub fn parts(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Vec<OfficeCode>> {
    Ok(parameters::current(tx)?.offices.parts(office, today))
}

/// Whether somebody of this place does what an office was to do.
///
/// # Errors
/// Those of the store.
pub fn is_of(tx: &dyn ReadTx, place: &Place, office: OfficeCode, today: Day) -> Result<bool> {
    let Place::Office(own) = place else { return Ok(false) };
    if *own == office {
        return Ok(true);
    }
    let set = parameters::current(tx)?;
    Ok(set.offices.competent(*own, today) == set.offices.competent(office, today))
}

/// Everybody who does what an office was to do.
///
/// # Errors
/// Those of the store.
pub fn staff(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Vec<Person>> {
    let mut staff = Vec::new();
    for part in parts(tx, office, today)? {
        staff.extend(people::of_office(tx, part)?);
    }
    Ok(staff)
}

/// What an office is called; its digits where nobody knows it.
///
/// # Errors
/// Those of the store.
pub fn name(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<String> {
    let set = parameters::current(tx)?;
    Ok(set.offices.name(office, today).map_or_else(|| office.to_string(), str::to_owned))
}

/// All that an office is called and was called before.
///
/// # Errors
/// Those of the store.
pub fn names(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Vec<String>> {
    let set = parameters::current(tx)?;
    Ok(set.offices.names(office, today).map(str::to_owned).collect())
}

/// What an office is called whose digits stand in an archive; the digits themselves where nobody knows it.
///
/// # Errors
/// Those of the store.
pub fn called(tx: &dyn ReadTx, digits: &str, today: Day) -> Result<String> {
    OfficeCode::parse(digits).map_or_else(|_| Ok(digits.to_owned()), |code| name(tx, code, today))
}

/// Whether there is such an office, or will be.
///
/// # Errors
/// Those of the store.
pub fn knows(tx: &dyn ReadTx, office: OfficeCode) -> Result<bool> {
    Ok(parameters::current(tx)?.offices.knows(office))
}

/// Where an office is, if somebody said so.
///
/// # Errors
/// Those of the store.
pub fn address(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Option<String>> {
    Ok(parameters::current(tx)?.offices.address(office, today).map(str::to_owned))
}

/// What a unit is called; its code where nobody knows it.
///
/// # Errors
/// Those of the store.
pub fn unit_name(tx: &dyn ReadTx, unit: Unit) -> Result<Words> {
    Ok(parameters::current(tx)?.offices.unit_name(unit))
}

/// The units that things can be given to, and one that is asked for though it may be withdrawn.
///
/// # Errors
/// Those of the store.
pub fn units(tx: &dyn ReadTx, asked: Option<Unit>) -> Result<Vec<NamedUnit>> {
    let set = parameters::current(tx)?;
    let units = set.offices.units.iter();
    Ok(units.filter(|one| !one.withdrawn || Some(one.unit) == asked).cloned().collect())
}

/// Whether there is or was such a unit.
///
/// # Errors
/// Those of the store.
pub fn knows_unit(tx: &dyn ReadTx, unit: Unit) -> Result<bool> {
    Ok(parameters::current(tx)?.offices.unit(unit).is_some())
}
