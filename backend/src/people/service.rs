//! Finding and recording people.

use shared::ids::{PersonId, PracticeId};
use shared::offices::OfficeCode;

use super::table::{BY_OFFICE, BY_PERSONA, BY_PRACTICE, BY_TAX_CODE, Found, PEOPLE, Person, Place};
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span, Store, Table, WriteTx};

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

/// The people of an office, in the order in which they were recorded.
///
/// # Errors
/// Those of the store.
pub fn of_office(tx: &dyn ReadTx, office: OfficeCode) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for (_, id) in BY_OFFICE.collect(tx, &Span::prefix(&office.number()), Order::Ascending)? {
        people.extend(by_id(tx, id)?);
    }
    Ok(people)
}

/// Fills the index of the people of offices in a store that was written before there was one.
///
/// # Errors
/// Those of the store.
pub fn index_offices(store: &Store) -> Result<()> {
    if store.read(|tx| BY_OFFICE.count(tx, &Span::all(), 1))? > 0 {
        return Ok(());
    }
    let everybody = store.read(|tx| all(tx))?;
    let places: Vec<(u16, PersonId)> = everybody
        .into_iter()
        .filter_map(|person| match person.place {
            Place::Office(office) => Some((office.number(), person.id)),
            _ => None,
        })
        .collect();
    if places.is_empty() {
        return Ok(());
    }
    store.transact_blocking(move |tx| {
        places.iter().try_for_each(|place| BY_OFFICE.put(tx, place)).map_err(Into::into)
    })
}

/// Records a person, or what changed about one.
///
/// # Errors
/// Those of the store.
pub fn record(tx: &mut dyn WriteTx, person: &Person) -> Result<()> {
    if let Some(before) = by_id(tx, person.id)? {
        BY_TAX_CODE.delete(tx, &before.tax_code)?;
        match before.place {
            Place::Practice(practice) => drop(BY_PRACTICE.delete(tx, &(practice, before.id))?),
            Place::Office(office) => drop(BY_OFFICE.delete(tx, &(office.number(), before.id))?),
            _ => {}
        }
        if let Some(persona) = before.persona {
            BY_PERSONA.delete(tx, &persona)?;
        }
    }
    PEOPLE.put(tx, &person.id, person)?;
    BY_TAX_CODE.put(tx, &person.tax_code, &Found { person: person.id })?;
    match person.place {
        Place::Practice(practice) => BY_PRACTICE.put(tx, &(practice, person.id))?,
        Place::Office(office) => BY_OFFICE.put(tx, &(office.number(), person.id))?,
        _ => {}
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

#[cfg(test)]
mod tests {
    use shared::auth::Role;
    use shared::lang::Lang;

    use super::*;

    #[test]
    fn the_people_of_an_office_are_found_in_a_store_without_their_index_too() {
        let store = Store::in_memory().unwrap();
        let office = OfficeCode::parse("7010").unwrap();
        let person = |number: u128, place: Place| Person {
            id: PersonId::from_u128(number),
            name: "Persona".to_owned(),
            tax_code: number.to_string(),
            role: Role::Operator,
            place,
            lang: Lang::It,
            email: None,
            persona: None,
        };
        let people = [person(1, Place::Office(office)), person(2, Place::Companies)];
        store
            .transact_blocking(move |tx| people.iter().try_for_each(|person| record(tx, person)))
            .unwrap();
        let found = || {
            let found = store.read(|tx| of_office(tx, office)).unwrap();
            found.into_iter().map(|person| person.id).collect::<Vec<_>>()
        };
        assert_eq!(found(), [PersonId::from_u128(1)]);
        let key = (office.number(), PersonId::from_u128(1));
        store.transact_blocking(move |tx| BY_OFFICE.delete(tx, &key).map(drop)).unwrap();
        assert_eq!(found(), []);
        index_offices(&store).unwrap();
        assert_eq!(found(), [PersonId::from_u128(1)]);
        let moved = person(1, Place::System);
        store.transact_blocking(move |tx| record(tx, &moved)).unwrap();
        assert_eq!(found(), [], "who moves on is not there any more");
    }
}
