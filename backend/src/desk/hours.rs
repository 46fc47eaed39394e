//! When operators are to be reached, as they or whoever heads their office say.

use shared::auth::Role;
use shared::calendar::Instant;
use shared::desk::{Hours, SaveHours, Seat, check_hours};
use shared::endpoint::Endpoint;
use shared::fault::{Fault, FieldFault};
use shared::ids::PersonId;
use shared::requests::STAFF;

use super::table::{HOURS, HoursRow, Json};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::offices::service as offices;
use crate::people::{Person, Place, service as people};
use crate::store::{ReadTx, WriteTx};
use crate::write::write;

pub(super) fn kept(tx: &dyn ReadTx, person: PersonId) -> Result<Option<HoursRow>> {
    HOURS.get(tx, &person)?.map(|row| row.read()).transpose()
}

fn seat(tx: &dyn ReadTx, person: Person, kept: Option<HoursRow>) -> Result<Seat> {
    let (version, changed) = kept.as_ref().map_or((0, None), |row| (row.version, row.changed));
    let by = match changed {
        Some((_, person)) => people::by_id(tx, person)?.map(|person| person.name),
        None => None,
    };
    let (at, desk) = (changed.map(|(at, _)| at), kept.map(|row| row.desk));
    let unit_name = match &desk {
        Some(desk) => Some(offices::unit_name(tx, desk.unit)?),
        None => None,
    };
    Ok(Seat { person: person.id, name: person.name, version, at, by, desk, unit_name })
}

pub(super) async fn list(app: App, call: Call, _: Hours) -> Result<Answer<Vec<Seat>>> {
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| {
        let Place::Office(office) = &caller.place else { return Ok(Vec::new().into()) };
        let mut here = offices::staff(tx, *office, today)?;
        here.retain(|person| STAFF.contains(&person.role) && may_say(&caller, person));
        here.sort_by_cached_key(|person| (person.id != caller.person, person.name.clone()));
        let seats = here.into_iter().map(|person| {
            let kept = kept(tx, person.id)?;
            let seat = seat(tx, person, kept)?;
            Ok(Seat { desk: seat.desk.map(|desk| desk.on(today)), ..seat })
        });
        Ok(seats.collect::<Result<Vec<_>>>()?.into())
    })
}

/// Whether the caller says when a colleague is to be reached.
fn may_say(caller: &Caller, person: &Person) -> bool {
    caller.person == person.id || caller.role == Role::Manager
}

pub(super) async fn save(app: App, call: Call, request: SaveHours) -> Result<Answer<Seat>> {
    let (caller, now) = (call.caller, app.now());
    let wrong = check_hours(&request.desk, now.day_in_rome());
    if !wrong.is_empty() {
        let fault = |(field, reason): (&str, &str)| FieldFault {
            field: field.into(),
            reason: reason.into(),
        };
        return Err(Fault::Invalid(wrong.into_iter().map(fault).collect()).into());
    }
    let saved = write(&app, call.key, Some(caller.person), move |tx| {
        let seat = keep(tx, now, &caller, &request)?;
        Ok((seat, NewEntry::of(SaveHours::SPEC.name).about(request.person)))
    });
    Ok(saved.await?.into())
}

fn keep(tx: &mut dyn WriteTx, now: Instant, caller: &Caller, request: &SaveHours) -> Result<Seat> {
    let person = people::by_id(tx, request.person)?.ok_or(Fault::NotFound)?;
    let place = offices::place(tx, person.place.clone(), now.day_in_rome())?;
    if place != caller.place || !STAFF.contains(&person.role) {
        return Err(Fault::NotFound.into());
    }
    if !may_say(caller, &person) {
        return Err(Fault::Forbidden.into());
    }
    let before = kept(tx, person.id)?.map_or(0, |row| row.version);
    if before != request.version {
        return Err(Fault::Conflict(before).into());
    }
    if !offices::knows_unit(tx, request.desk.unit)? {
        return Err(Error::field("unit", "unknown"));
    }
    let mut desk = request.desk.clone();
    desk.contact = desk.contact.trim().to_owned();
    let row = HoursRow { version: before + 1, changed: Some((now, caller.person)), desk };
    HOURS.put(tx, &person.id, &Json::of(&row)?)?;
    seat(tx, person, Some(row))
}
