//! Giving numbers.

use minicbor::bytes::ByteArray;
use shared::calendar::{Day, Instant};
use shared::ids::PersonId;
use shared::offices::OfficeCode;
use shared::register::{Annulled, Direction, ProtocolNumber, Registered};

use super::days::{annulled, open_day, place, stored, year};
use super::table::{Annulment, ByHand, DAYS, REGISTER, Row};
use crate::fault::Result;
use crate::files::hexadecimal;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// A document to be registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// In whose register.
    pub office: OfficeCode,
    /// Received or sent.
    pub direction: Direction,
    /// Who sent it, or to whom it is sent.
    pub party: String,
    /// The subject line.
    pub subject: String,
    /// What each file is called that comes with it, and its SHA-256.
    pub files: Vec<(String, [u8; 32])>,
    /// SHA-256 of text and files.
    pub digest: [u8; 32],
    /// What it belongs to: the id of the request.
    pub about: String,
}

/// Gives the document the next number of its register and year. It is given only if the transaction is committed, so that none is left
/// out, and transactions follow each other, so that none is given twice. The year is that of Rome. Should the clock go back, days still
/// follow each other, and nothing is added to one that is closed.
///
/// # Errors
/// Those of the store.
pub fn assign(tx: &mut dyn WriteTx, now: Instant, entry: Entry) -> Result<Registered> {
    register(tx, now, entry, None)
}

/// The same, of what may have stood in the emergency register.
pub(super) fn register(
    tx: &mut dyn WriteTx,
    now: Instant,
    entry: Entry,
    by_hand: Option<ByHand>,
) -> Result<Registered> {
    let Entry { office, direction, party, subject, files, digest, about } = entry;
    let (stored_office, stored_direction) = (office.number(), stored(direction));
    let today = open_day(tx, stored_office, now)?;
    let year = year(Day::from_epoch_days(today));
    let series = (stored_office, stored_direction, year);
    let last = DAYS.first(tx, &Span::prefix(&series), Order::Descending)?;
    let (day, number) = match last {
        Some(((.., day), number)) => (day.max(today), number + 1),
        None => (today, 1),
    };
    DAYS.put(tx, &(stored_office, stored_direction, year, day), &number)?;
    let attachments = u8::try_from(files.len()).unwrap_or(u8::MAX);
    let (names, files): (Vec<String>, Vec<ByteArray<32>>) =
        files.into_iter().map(|(name, file)| (name, ByteArray::from(file))).unzip();
    let files = Some(files).filter(|files| !files.is_empty());
    let names = Some(names).filter(|names| !names.is_empty());
    let row = Row { at: now, party, subject, attachments, digest, about, files, names, by_hand };
    REGISTER.put(tx, &(stored_office, stored_direction, year, number), &row)?;
    let number = ProtocolNumber { office, direction, year, number };
    Ok(Registered { number, at: now, digest: hexadecimal(&digest) })
}

/// The last number that an office gave in a direction and year, if it gave any.
///
/// # Errors
/// Those of the store.
pub fn last(
    tx: &dyn ReadTx,
    office: OfficeCode,
    direction: Direction,
    year: u16,
) -> Result<Option<u64>> {
    let series = (office.number(), stored(direction), year);
    let last = DAYS.first(tx, &Span::prefix(&series), Order::Descending)?;
    Ok(last.map(|(_, number)| number))
}

/// What a document belongs to that has this number: the id of the request.
///
/// # Errors
/// Those of the store.
pub fn about(tx: &dyn ReadTx, number: ProtocolNumber) -> Result<Option<String>> {
    Ok(REGISTER.get(tx, &place(number))?.map(|row| row.about))
}

/// That a registration was annulled, if it was.
///
/// # Errors
/// Those of the store.
pub fn annulment(tx: &dyn ReadTx, number: ProtocolNumber) -> Result<Option<Annulled>> {
    annulled(tx, place(number))
}

/// Annuls a line, if it is there, as [`shared::register::Annul`] does, but without asking whether somebody may.
///
/// # Errors
/// Those of the store.
pub fn furnish_annulment(
    tx: &mut dyn WriteTx,
    at: Instant,
    number: ProtocolNumber,
    by: PersonId,
    reason: &str,
) -> Result<()> {
    let key = place(number);
    if !REGISTER.exists(tx, &key)? {
        return Ok(());
    }
    super::annul::put(tx, key, &Annulment { at, by, reason: reason.to_owned() })
}
