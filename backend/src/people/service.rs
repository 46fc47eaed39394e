//! Finding and recording people.

use shared::ids::{PersonId, PracticeId};

use super::table::{BY_PERSONA, BY_PRACTICE, BY_TAX_CODE, Found, PEOPLE, Person, Place};
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span, Table, WriteTx};

/// The person with this id.
///
/// # Errors
/// Those of the store.
pub fn by_id(tx: &dyn ReadTx, id: PersonId) -> Result<Option<Person>> {
    Ok(PEOPLE.get(tx, &id)?)
}

/// The person with this tax code.
///
/// # Errors
/// Those of the store.
pub fn by_tax_code(tx: &dyn ReadTx, tax_code: &str) -> Result<Option<Person>> {
    through(tx, &BY_TAX_CODE, tax_code)
}

/// The person of the demo with this fixed id.
///
/// # Errors
/// Those of the store.
pub fn by_persona(tx: &dyn ReadTx, persona: &str) -> Result<Option<Person>> {
    through(tx, &BY_PERSONA, persona)
}

/// The people of the demo, in the order in which they were recorded.
///
/// # Errors
/// Those of the store.
pub fn personas(tx: &dyn ReadTx) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for (_, found) in BY_PERSONA.collect(tx, &Span::all(), Order::Ascending)? {
        people.extend(by_id(tx, found.person)?);
    }
    people.sort_by_key(|person| person.id);
    Ok(people)
}

/// Everybody, in the order in which they were recorded.
///
/// # Errors
/// Those of the store.
pub fn all(tx: &dyn ReadTx) -> Result<Vec<Person>> {
    Ok(PEOPLE
        .collect(tx, &Span::all(), Order::Ascending)?
        .into_iter()
        .map(|(_, person)| person)
        .collect())
}

/// The people of a practice, in the order in which they were recorded.
///
/// # Errors
/// Those of the store.
pub fn of_practice(tx: &dyn ReadTx, practice: PracticeId) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for (_, id) in BY_PRACTICE.collect(tx, &Span::prefix(&practice), Order::Ascending)? {
        people.extend(by_id(tx, id)?);
    }
    Ok(people)
}

/// Records a person, or what changed about one.
///
/// # Errors
/// Those of the store.
pub fn record(tx: &mut dyn WriteTx, person: &Person) -> Result<()> {
    if let Some(before) = by_id(tx, person.id)? {
        BY_TAX_CODE.delete(tx, &before.tax_code)?;
        if let Place::Practice(practice) = before.place {
            BY_PRACTICE.delete(tx, &(practice, before.id))?;
        }
        if let Some(persona) = before.persona {
            BY_PERSONA.delete(tx, &persona)?;
        }
    }
    PEOPLE.put(tx, &person.id, person)?;
    BY_TAX_CODE.put(tx, &person.tax_code, &Found { person: person.id })?;
    if let Place::Practice(practice) = person.place {
        BY_PRACTICE.put(tx, &(practice, person.id))?;
    }
    if let Some(persona) = &person.persona {
        BY_PERSONA.put(tx, persona, &Found { person: person.id })?;
    }
    Ok(())
}

fn through(tx: &dyn ReadTx, index: &Table<String, Found>, key: &str) -> Result<Option<Person>> {
    match index.get(tx, &key.to_owned())? {
        Some(found) => by_id(tx, found.person),
        None => Ok(None),
    }
}
