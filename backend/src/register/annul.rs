//! Annulling a line: the number is not given again, and what the line says stays.

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::live::{Topic, TopicKind};
use shared::register::{Annul, LONGEST_REASON, Line};
use shared::requests::{is_blank, is_text};

use super::days::{line, open_day, place};
use super::table::{ANNULLED, ANNULLED_ON, Annulment, Place as Key, REGISTER};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::live::service::{self as live, Audience};
use crate::offices::service as offices;
use crate::requests::service as requests;
use crate::store::WriteTx;
use crate::write::write;

pub(super) async fn annul(app: App, call: Call, request: Annul) -> Result<Answer<Line>> {
    let (caller, now) = (call.caller, app.now());
    let annulled = write(&app, call.key, Some(caller.person), move |tx| {
        let key = place(request.number);
        let today = now.day_in_rome();
        let is_here = offices::is_of(tx, &caller.place, request.number.office, today)?;
        if !is_here || !REGISTER.exists(tx, &key)? {
            return Err(Fault::NotFound.into());
        }
        if ANNULLED.exists(tx, &key)? {
            return Err(Error::field("number", "annulled"));
        }
        let annulment =
            Annulment { at: now, by: caller.person, reason: checked("reason", &request.reason)? };
        put(tx, key, &annulment)?;
        let line = line(tx, key)?.ok_or(Fault::NotFound)?;
        // The office's open pages show the register of the day.
        let office = Audience::Office(request.number.office.as_str().to_owned());
        live::publish(tx, &office, Topic::about(TopicKind::Request, &line.about))?;
        // And so does the conversation, on either side.
        if let Ok(request) = line.about.parse() {
            requests::annulled(tx, now, request, line.number)?;
        }
        Ok((line, NewEntry::of(Annul::SPEC.name).about(request.number)))
    });
    Ok(annulled.await?.into())
}

/// Keeps the annulment of a line, with its day.
pub(super) fn put(tx: &mut dyn WriteTx, key: Key, annulment: &Annulment) -> Result<()> {
    ANNULLED.put(tx, &key, annulment)?;
    let (office, way, year, number) = key;
    let day = open_day(tx, office, annulment.at)?;
    Ok(ANNULLED_ON.put(tx, &(office, day, (way, year, number)))?)
}

/// What was written in a field, if it can be kept.
pub(super) fn checked(field: &str, written: &str) -> Result<String> {
    let written = written.trim();
    if is_blank(written) {
        return Err(Error::field(field, "empty"));
    }
    if written.chars().count() > LONGEST_REASON {
        return Err(Error::field(field, "too_long"));
    }
    if !is_text(written) {
        return Err(Error::field(field, "characters"));
    }
    Ok(written.to_owned())
}
