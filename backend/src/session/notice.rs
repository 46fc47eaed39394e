//! The notice of a sign-in from a new device.

use shared::calendar::Instant;
use shared::format;

use super::table::{KNOWN_DEVICES, Session};
use super::text::new_sign_in;
use crate::fault::Result;
use crate::jobs::{self, mail::Mail};
use crate::people::Person;
use crate::store::{Order, Span, WriteTx};

/// Remembers the device of a new session. If it is not the person's first and new to them, they are told, where their address is known.
///
/// # Errors
/// Those of the store.
pub fn of_sign_in(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: &Person,
    session: &Session,
) -> Result<()> {
    let device = (person.id, session.label.clone());
    if KNOWN_DEVICES.exists(tx, &device)? {
        return Ok(());
    }
    let first = KNOWN_DEVICES.first(tx, &Span::prefix(&person.id), Order::Ascending)?.is_none();
    KNOWN_DEVICES.put(tx, &device)?;
    let Some(address) = person.email.as_ref().filter(|_| !first) else { return Ok(()) };
    let text = new_sign_in(person.lang);
    let device = if session.label.is_empty() { text.unknown_device } else { &session.label };
    let mail = Mail {
        to: address.clone(),
        subject: text.subject.to_owned(),
        body: (text.body)(&person.name, device, &format::instant(now, person.lang)),
    };
    jobs::enqueue(tx, now, mail.job(Some(format!("session.new_device/{}", session.id)))?)
}
