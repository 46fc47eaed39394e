//! Telling people, and what they were told.

use shared::calendar::Instant;
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId};
use shared::live::{Topic, TopicKind};
use shared::notifications::{Channel, Unread};
use shared::practice::HEADS as HEADS_OF_PRACTICE;

use super::contacts;
use super::outbox;
use super::stored;
use super::table::{BY_AGE, HEADS, Head, KEYS, NOTES, UNREAD};
use super::wishes;
use crate::companies::service as companies;
use crate::delegations::service as delegations;
use crate::fault::Result;
use crate::live::service::{self as live, Audience};
use crate::people::{Person, service as people};
use crate::store::{Order, ReadTx, Span, WriteTx};

pub use super::announce::{Announcement, To, Words};

/// Tells people that something happened: in the app, and by the channels that each of them wishes. All of it is in the caller's
/// transaction, and leaves after that. The same key is told to each person once.
///
/// # Errors
/// Those of the store.
pub fn announce(tx: &mut dyn WriteTx, now: Instant, announcement: &Announcement) -> Result<()> {
    let people = match &announcement.to {
        To::People(people) => people.clone(),
        To::Company(company, but) => {
            let mut people = acting_for(tx, *company, now)?;
            people.retain(|person| Some(*person) != *but);
            people
        }
    };
    for person in people {
        tell(tx, now, person, announcement)?;
    }
    Ok(())
}

/// Whoever acts for a company today.
fn acting_for(tx: &dyn ReadTx, company: CompanyId, now: Instant) -> Result<Vec<PersonId>> {
    let mut acting = Vec::new();
    let extract = companies::extract(tx, company)?;
    for connected in extract.into_iter().flat_map(|extract| extract.persons) {
        if connected.representative && companies::represents(tx, &connected.tax_code, company)? {
            acting.extend(people::by_tax_code(tx, &connected.tax_code)?.map(|person| person.id));
        }
    }
    for practice in delegations::practices_of(tx, company, now.day_in_rome())? {
        for Person { id, role, .. } in people::of_practice(tx, practice)? {
            if HEADS_OF_PRACTICE.contains(&role) || delegations::is_assigned(tx, id, company)? {
                acting.push(id);
            }
        }
    }
    acting.sort_unstable();
    acting.dedup();
    Ok(acting)
}

fn tell(tx: &mut dyn WriteTx, now: Instant, person: PersonId, what: &Announcement) -> Result<()> {
    let key = (what.key.clone(), person);
    if KEYS.exists(tx, &key)? {
        return Ok(());
    }
    let Some(person) = people::by_id(tx, person)? else { return Ok(()) };
    let head = HEADS.get(tx, &person.id)?.unwrap_or_default();
    let head = Head { last: head.last + 1, unread: head.unread.saturating_add(1) };
    let place = (person.id, head.last);
    HEADS.put(tx, &person.id, &head)?;
    KEYS.put(tx, &key, &head.last)?;
    NOTES.put(tx, &place, &stored::note(now, what))?;
    UNREAD.put(tx, &place)?;
    BY_AGE.put(tx, &(now.millis(), person.id, head.last))?;
    live::publish(tx, &Audience::Person(person.id), Topic::of(TopicKind::Notifications))?;
    leave(tx, now, &person, head.last, what)
}

/// Puts what a person was told into the outbox, for each channel that they wish and have an address on.
fn leave(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: &Person,
    number: u64,
    what: &Announcement,
) -> Result<()> {
    let wishes = wishes::of(tx, person.id)?;
    for channel in Channel::ALL {
        if wishes.wants(what.event, channel) && contacts::in_use(tx, person, channel)?.is_some() {
            outbox::put(tx, now, (person.id, number), (what.event, channel), &wishes)?;
        }
    }
    Ok(())
}

/// How much a person has not read.
///
/// # Errors
/// Those of the store.
pub fn unread(tx: &dyn ReadTx, person: PersonId) -> Result<Unread> {
    let head = HEADS.get(tx, &person)?.unwrap_or_default();
    Ok(Unread { count: head.unread, latest: head.last })
}

/// Notifications that a person of the demo has still to read.
const FURNISHED_UNREAD: u64 = 3;

/// Lets what was invented be told already: nothing of it leaves any more, and most of it was read.
///
/// # Errors
/// Those of the store.
pub fn furnish(tx: &mut dyn WriteTx) -> Result<()> {
    outbox::furnish(tx)?;
    for (person, head) in HEADS.collect(tx, &Span::all(), Order::Ascending)? {
        if let Some(read_until) = head.last.checked_sub(FURNISHED_UNREAD).filter(|last| *last > 0) {
            read(tx, person, read_until, true)?;
        }
    }
    Ok(())
}

/// Marks one notification as read, and those before it if that is asked for.
///
/// # Errors
/// [`Fault::NotFound`] if the person has none of this number; those of the store.
pub(super) fn read(
    tx: &mut dyn WriteTx,
    person: PersonId,
    number: u64,
    earlier: bool,
) -> Result<Unread> {
    NOTES.exists(tx, &(person, number))?.then_some(()).ok_or(Fault::NotFound)?;
    let span = match earlier {
        true => Span::between(&(person, 0), &(person, number.saturating_add(1))),
        false => Span::prefix(&(person, number)),
    };
    let read = UNREAD.collect(tx, &span, Order::Ascending)?;
    let mut head = HEADS.get(tx, &person)?.unwrap_or_default();
    for place in &read {
        UNREAD.delete(tx, place)?;
        head.unread = head.unread.saturating_sub(1);
    }
    if !read.is_empty() {
        HEADS.put(tx, &person, &head)?;
    }
    unread(tx, person)
}
