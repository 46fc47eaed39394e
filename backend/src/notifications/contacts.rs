//! Where people are reached.

use sha2::{Digest, Sha256};
use shared::calendar::Instant;
use shared::fault::Fault;
use shared::ids::PersonId;
use shared::notifications::{
    CODE_MINUTES, CODE_TRIES, CODES_AN_HOUR, Channel, Contact, contact_of,
};

use super::table::{CONTACTS, ContactRow, Pending};
use crate::clock::{HOUR, MINUTE};
use crate::fault::{Error, Result};
use crate::people::Person;
use crate::store::{ReadTx, WriteTx};

/// The address of a person that was proven. The e-mail of the person's own record counts as such until they choose another.
pub(super) fn in_use(tx: &dyn ReadTx, person: &Person, channel: Channel) -> Result<Option<String>> {
    Ok(match CONTACTS.get(tx, &(person.id, channel.number()))? {
        Some(row) => row.value,
        None if channel == Channel::Email => person.email.clone(),
        None => None,
    })
}

/// Every address of a person.
pub(super) fn of(tx: &dyn ReadTx, person: &Person) -> Result<Vec<Contact>> {
    Channel::ALL.into_iter().map(|channel| one(tx, person, channel)).collect()
}

/// The address of a person on a channel.
pub(super) fn one(tx: &dyn ReadTx, person: &Person, channel: Channel) -> Result<Contact> {
    let row = CONTACTS.get(tx, &(person.id, channel.number()))?;
    let pending = row.and_then(|row| row.pending).map(|pending| pending.value);
    Ok(Contact { channel, value: in_use(tx, person, channel)?, pending })
}

/// Lets an address wait for its code.
///
/// # Errors
/// `not_an_address` or `not_a_mobile` on field `value`; [`Fault::TooMany`] codes within the hour; those of the store.
pub(super) fn ask(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: &Person,
    channel: Channel,
    (value, code): (&str, &str),
) -> Result<String> {
    let reason = if channel == Channel::Sms { "not_a_mobile" } else { "not_an_address" };
    let value = contact_of(channel, value).ok_or_else(|| Error::field("value", reason))?;
    let hour = now.millis() - HOUR;
    let asked_of = |row: Option<ContactRow>| row.map(|row| row.asked).unwrap_or_default();
    let mut asked = Vec::new();
    for channel in Channel::ALL {
        asked.extend(asked_of(CONTACTS.get(tx, &(person.id, channel.number()))?));
    }
    asked.retain(|at| *at > hour);
    if asked.len() >= CODES_AN_HOUR {
        let oldest = asked.iter().min().copied().unwrap_or(hour);
        let seconds = u32::try_from((oldest - hour) / 1000).unwrap_or_default();
        return Err(Fault::TooMany(seconds.max(1)).into());
    }
    wait(tx, now, person, channel, (&value, code))?;
    let place = (person.id, channel.number());
    let mut row = CONTACTS.get(tx, &place)?.unwrap_or_default();
    row.asked.retain(|at| *at > hour);
    row.asked.push(now.millis());
    CONTACTS.put(tx, &place, &row)?;
    Ok(value)
}

/// Lets an address wait for its code, however many were asked for.
///
/// # Errors
/// Those of the store.
pub fn wait(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: &Person,
    channel: Channel,
    (value, code): (&str, &str),
) -> Result<()> {
    let place = (person.id, channel.number());
    let used = in_use(tx, person, channel)?;
    let mut row = CONTACTS.get(tx, &place)?.unwrap_or_default();
    row.value = used;
    let until = now.plus_millis(CODE_MINUTES * MINUTE);
    let hash = hash(person.id, value, code);
    row.pending = Some(Pending { value: value.to_owned(), hash, until, tries: 0 });
    Ok(CONTACTS.put(tx, &place, &row)?)
}

/// What a code came to.
pub(super) enum Proof {
    /// The address is in use.
    Proven(Contact),
    /// It was not that code, for this reason.
    Not(&'static str),
}

/// Holds a code against the address that waits for it. A wrong one is counted, which is a write of its own: so it is no error here.
///
/// # Errors
/// [`Fault::NotFound`] if none waits; those of the store.
pub(super) fn prove(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: &Person,
    channel: Channel,
    code: &str,
) -> Result<Proof> {
    let place = (person.id, channel.number());
    let mut row = CONTACTS.get(tx, &place)?.ok_or(Fault::NotFound)?;
    let Some(mut pending) = row.pending.take() else { return Err(Fault::NotFound.into()) };
    if pending.tries >= CODE_TRIES {
        return Ok(Proof::Not("used_up"));
    }
    if now > pending.until {
        return Ok(Proof::Not("expired"));
    }
    if hash(person.id, &pending.value, code.trim()) != pending.hash {
        pending.tries += 1;
        row.pending = Some(pending);
        CONTACTS.put(tx, &place, &row)?;
        return Ok(Proof::Not("wrong"));
    }
    row.value = Some(pending.value);
    CONTACTS.put(tx, &place, &row)?;
    Ok(Proof::Proven(one(tx, person, channel)?))
}

/// Takes an address out of use, and with it one that waits.
pub(super) fn remove(tx: &mut dyn WriteTx, person: &Person, channel: Channel) -> Result<Contact> {
    let place = (person.id, channel.number());
    let asked = CONTACTS.get(tx, &place)?.map(|row| row.asked).unwrap_or_default();
    CONTACTS.put(tx, &place, &ContactRow { asked, ..ContactRow::default() })?;
    one(tx, person, channel)
}

/// Records an address that needs no code: of the demo's people.
///
/// # Errors
/// Those of the store.
pub fn record(tx: &mut dyn WriteTx, person: PersonId, channel: Channel, value: &str) -> Result<()> {
    let row = ContactRow { value: Some(value.to_owned()), ..ContactRow::default() };
    Ok(CONTACTS.put(tx, &(person, channel.number()), &row)?)
}

fn hash(person: PersonId, value: &str, code: &str) -> [u8; 32] {
    let text = [&person.to_string(), "\n", value, "\n", code].concat();
    Sha256::digest(text).into()
}
