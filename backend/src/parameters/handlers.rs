//! What the endpoints do.

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::page::{Page, limit};
use shared::parameters as contract;
use shared::parameters::{Current, History, NOTE, Replace, Set, Show, Subject, Text};

use super::read::check;
use super::table::{CHANGES, Change, MARKS, Mark};
use super::{fits, service};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::keys;
use crate::people::service as people;
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

pub(super) async fn current(app: App, _: Call, _: Current) -> Result<Answer<Set>> {
    let set = app.store().read(|tx| service::current(tx))?;
    Ok(Set::clone(&set).into())
}

pub(super) async fn show(app: App, _: Call, request: Show) -> Result<Answer<Text>> {
    let subject = request.subject;
    app.store().read(|tx| {
        let change = match request.number {
            Some(0) => None,
            Some(number) => {
                let change = CHANGES.get(tx, &number)?;
                let mine = change.filter(|change| change.subject == subject.name());
                Some((number, mine.ok_or(Fault::NotFound)?))
            }
            None => latest(tx, subject)?,
        };
        let number = change.as_ref().map_or(0, |(number, _)| *number);
        let json = change.and_then(|(_, change)| change.json);
        let shipped = json.is_none();
        let json = json.unwrap_or_else(|| subject.shipped().to_owned());
        Ok(Text { subject, json, number, shipped }.into())
    })
}

/// The latest change of a subject.
fn latest(tx: &dyn ReadTx, subject: Subject) -> Result<Option<(u64, Change)>> {
    let changes = CHANGES.collect(tx, &Span::all(), Order::Descending)?;
    Ok(changes.into_iter().find(|(_, change)| change.subject == subject.name()))
}

pub(super) async fn replace(
    app: App,
    call: Call,
    request: Replace,
) -> Result<Answer<contract::Change>> {
    let (person, now) = (call.caller.person, app.now());
    let Replace { subject, json, note, number } = request;
    let note = note.trim().to_owned();
    match note.chars().count() {
        0 => return Err(Error::field("note", "empty")),
        1..=NOTE => {}
        _ => return Err(Error::field("note", "too_long")),
    }
    if let Some(json) = &json {
        check(subject, json)?;
    }
    let made = write(&app, call.key, Some(person), move |tx| {
        let before = latest(tx, subject)?.map_or(0, |(number, _)| number);
        if before != number {
            return Err(Fault::Conflict(before).into());
        }
        let set = service::current(tx)?;
        let known = service::topics(tx)?;
        fits::check((&set, &known), subject, json.as_deref(), now.day_in_rome())?;
        let last = CHANGES.last(tx)?;
        let (number, before) = last.map_or((1, None), |(last, change)| (last + 1, change.mark));
        let change = Change {
            subject: subject.name().to_owned(),
            mark: Some(service::mark(before, subject, json.as_deref())),
            json: json.clone(),
            note: note.clone(),
            person,
            at: now,
        };
        CHANGES.put(tx, &number, &change)?;
        MARKS.put(tx, &number, &Mark { at: now, mark: change.mark })?;
        let entry = NewEntry {
            detail: Some(subject.name().to_owned()),
            ..NewEntry::of(Replace::SPEC.name).about(number)
        };
        let made = shown(tx, number, change)?;
        Ok((made.ok_or(Fault::NotFound)?, entry))
    })
    .await?;
    Ok(made.into())
}

pub(super) async fn history(
    app: App,
    _: Call,
    request: History,
) -> Result<Answer<Page<contract::Change>>> {
    let cursor: Option<u64> = request.cursor.as_ref().map(keys::from_cursor).transpose()?;
    let asked = limit(request.limit);
    app.store().read(|tx| {
        let page =
            CHANGES
                .page(tx, Span::all(), Order::Descending, cursor.as_ref(), asked, |_, _| true)?;
        let items = all_shown(tx, page.items)?;
        let next = page.next.map(|key| keys::cursor(&key));
        Ok(Page { items, next, total: None }.into())
    })
}

/// All changes, the latest first.
pub(super) fn changes(tx: &dyn ReadTx) -> Result<Vec<contract::Change>> {
    all_shown(tx, CHANGES.collect(tx, &Span::all(), Order::Descending)?)
}

fn all_shown(tx: &dyn ReadTx, changes: Vec<(u64, Change)>) -> Result<Vec<contract::Change>> {
    let shown = changes.into_iter().map(|(number, change)| shown(tx, number, change).transpose());
    shown.flatten().collect()
}

/// A change as it travels; nothing of a subject that a newer program wrote.
fn shown(tx: &dyn ReadTx, number: u64, change: Change) -> Result<Option<contract::Change>> {
    let Change { subject, json, note, person, at, .. } = change;
    let Some(subject) = Subject::of(&subject) else { return Ok(None) };
    let by = people::by_id(tx, person)?.map(|person| person.name);
    Ok(Some(contract::Change { number, subject, at, by, note, shipped: json.is_none() }))
}
