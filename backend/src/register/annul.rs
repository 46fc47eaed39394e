//! Annulling a line: the number is not given again, and what the line says stays.

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::register::{Annul, LONGEST_REASON, Line};

use super::days::{line, open_day, place};
use super::table::{ANNULLED, ANNULLED_ON, Annulment, REGISTER};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::people::Place;
use crate::write::write;

pub(super) async fn annul(app: App, call: Call, request: Annul) -> Result<Answer<Line>> {
    let (caller, now) = (call.caller, app.now());
    let annulled = write(&app, call.key, Some(caller.person), move |tx| {
        let key = place(request.number);
        let is_here = caller.place == Place::Office(request.number.office);
        if !is_here || !REGISTER.exists(tx, &key)? {
            return Err(Fault::NotFound.into());
        }
        if ANNULLED.exists(tx, &key)? {
            return Err(Error::field("number", "annulled"));
        }
        let reason = checked(&request.reason)?;
        ANNULLED.put(tx, &key, &Annulment { at: now, by: caller.person, reason })?;
        let (office, way, year, number) = key;
        let day = open_day(tx, office, now)?;
        ANNULLED_ON.put(tx, &(office, day, (way, year, number)))?;
        let line = line(tx, key)?.ok_or(Fault::NotFound)?;
        Ok((line, NewEntry::of(Annul::SPEC.name).about(request.number)))
    });
    Ok(annulled.await?.into())
}

fn checked(reason: &str) -> Result<String> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::field("reason", "empty"));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Error::field("reason", "too_long"));
    }
    if reason.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Error::field("reason", "characters"));
    }
    Ok(reason.to_owned())
}
