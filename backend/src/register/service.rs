//! Giving numbers.

use shared::calendar::Instant;
use shared::offices::OfficeCode;
use shared::register::{Direction, ProtocolNumber, Registered};

use super::table::{LAST, REGISTER, Row};
use crate::fault::Result;
use crate::store::WriteTx;

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
    /// How many files come with it.
    pub attachments: u8,
    /// SHA-256 of text and files.
    pub digest: [u8; 32],
    /// What it belongs to: the id of the request.
    pub about: String,
}

/// Gives the document the next number of its register and year. It is given only if the transaction is committed, so that none is left
/// out, and transactions follow each other, so that none is given twice. The year is that of Rome.
///
/// # Errors
/// Those of the store.
pub fn assign(tx: &mut dyn WriteTx, now: Instant, entry: Entry) -> Result<Registered> {
    let Entry { office, direction, party, subject, attachments, digest, about } = entry;
    let year = u16::try_from(now.day_in_rome().year()).unwrap_or_default();
    let direction_number = match direction {
        Direction::In => 1,
        Direction::Out => 2,
    };
    let place = (office.number(), direction_number, year);
    let number = LAST.get(tx, &place)?.unwrap_or_default() + 1;
    LAST.put(tx, &place, &number)?;
    let row = Row { at: now, party, subject, attachments, digest, about };
    REGISTER.put(tx, &(place.0, place.1, place.2, number), &row)?;
    let hex = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Registered {
        number: ProtocolNumber { office, direction, year, number },
        at: now,
        digest: hex,
    })
}
