//! What happened on a day, and where it is stored.

use std::ops::Range;

use sha2::{Digest, Sha256};
use shared::calendar::{Day, Instant};
use shared::offices::OfficeCode;
use shared::register::{Annulled, Direction, Emergency, Enclosed, Line, ProtocolNumber};

use super::table::{
    ANNULLED, ANNULLED_ON, Annulment, ByHand, CLOSED, CLOSED_TO, DAYS, Place, REGISTER,
};
use crate::fault::{Error, Result};
use crate::files::hexadecimal;
use crate::people::service as people;
use crate::store::{Order, ReadTx, Span};

/// Both directions, received first.
pub(super) const DIRECTIONS: [Direction; 2] = [Direction::In, Direction::Out];

/// A direction as stored.
pub(super) const fn stored(direction: Direction) -> u8 {
    match direction {
        Direction::In => 1,
        Direction::Out => 2,
    }
}

/// The year of a day, as stored.
pub(super) fn year(day: Day) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}

/// Where a number is.
pub(super) fn place(number: ProtocolNumber) -> Place {
    (number.office.number(), stored(number.direction), number.year, number.number)
}

fn number((office, direction, year, number): Place) -> Result<ProtocolNumber> {
    let office = OfficeCode::from_number(office);
    let office = office.ok_or_else(|| anyhow::anyhow!("a register of no office"))?;
    let direction = DIRECTIONS.into_iter().find(|one| stored(*one) == direction);
    let direction = direction.ok_or_else(|| anyhow::anyhow!("neither received nor sent"))?;
    Ok(ProtocolNumber { office, direction, year, number })
}

/// The day to which something that happens now belongs: today, or the first one that is not closed.
pub(super) fn open_day(tx: &dyn ReadTx, office: u16, now: Instant) -> Result<i64> {
    let today = now.day_in_rome().epoch_days();
    Ok(CLOSED_TO.get(tx, &office)?.map_or(today, |closed| today.max(closed + 1)))
}

/// The numbers that an office gave on a day in one direction.
pub(super) fn numbers(
    tx: &dyn ReadTx,
    office: u16,
    direction: Direction,
    day: Day,
) -> Result<Range<u64>> {
    let series = (office, stored(direction), year(day));
    let key = (series.0, series.1, series.2, day.epoch_days());
    let Some(last) = DAYS.get(tx, &key)? else { return Ok(1..1) };
    let before = DAYS.first(tx, &Span::between(&series, &key), Order::Descending)?;
    Ok(before.map_or(0, |(_, number)| number) + 1..last + 1)
}

/// Where the lines are that an office annulled on a day.
pub(super) fn annulled_on(tx: &dyn ReadTx, office: u16, day: Day) -> Result<Vec<Place>> {
    let span = Span::prefix(&(office, day.epoch_days()));
    let keys = ANNULLED_ON.collect(tx, &span, Order::Ascending)?;
    Ok(keys
        .into_iter()
        .map(|(office, _, (way, year, number))| (office, way, year, number))
        .collect())
}

/// The annulment of a line.
pub(super) fn annulled(tx: &dyn ReadTx, place: Place) -> Result<Option<Annulled>> {
    let Some(Annulment { at, by, reason }) = ANNULLED.get(tx, &place)? else { return Ok(None) };
    let by = people::by_id(tx, by)?.map(|person| person.name);
    Ok(Some(Annulled { at, by, reason }))
}

/// A line with its annulment.
pub(super) fn line(tx: &dyn ReadTx, place: Place) -> Result<Option<Line>> {
    let Some(row) = REGISTER.get(tx, &place)? else { return Ok(None) };
    let annulled = annulled(tx, place)?;
    let mut names = row.names.unwrap_or_default().into_iter();
    let files = row.files.unwrap_or_default().into_iter().map(|file| Enclosed {
        name: names.next().unwrap_or_default(),
        sha256: hexadecimal(&*file),
    });
    Ok(Some(Line {
        files: files.collect(),
        number: number(place)?,
        at: row.at,
        party: row.party,
        subject: row.subject,
        attachments: row.attachments,
        digest: hexadecimal(&row.digest),
        about: row.about,
        emergency: row.by_hand.map(|ByHand { number, at, cause }| Emergency { number, at, cause }),
        annulled,
    }))
}

/// SHA-256 of all that an office registered and annulled on a day, after the digest of the day it closed before; none where nothing
/// happened.
pub(super) fn digest(tx: &dyn ReadTx, office: u16, day: Day) -> Result<Option<[u8; 32]>> {
    let before = Span::between(&office, &(office, day.epoch_days()));
    let before = CLOSED.first(tx, &before, Order::Descending)?;
    let mut hash = Sha256::new();
    hash.update(before.map_or([0; 32], |(_, closing)| closing.digest));
    let mut happened = false;
    for direction in DIRECTIONS {
        let Range { start, end } = numbers(tx, office, direction, day)?;
        let (way, year) = (stored(direction), year(day));
        let span = Span::between(&(office, way, year, start), &(office, way, year, end));
        for (place, row) in REGISTER.collect(tx, &span, Order::Ascending)? {
            hash.update(bytes(&(place, row))?);
            happened = true;
        }
    }
    for place in annulled_on(tx, office, day)? {
        hash.update(bytes(&(place, ANNULLED.get(tx, &place)?))?);
        happened = true;
    }
    Ok(happened.then(|| hash.finalize().into()))
}

fn bytes<T: minicbor::Encode<()>>(value: &T) -> Result<Vec<u8>> {
    minicbor::to_vec(value).map_err(|error| Error::from(anyhow::anyhow!("no line: {error}")))
}
