//! Forgetting what was kept for long enough: drafts nobody goes on with, and where an administrator says so, the documents of closed
//! requests and closed requests themselves. What the register says of them stays.

use shared::calendar::{Day, Instant};
use shared::ids::{DraftId, PersonId, RequestId};
use shared::parameters::Parameter;
use shared::requests::{About, Forgettable, Forgotten, Retention};

use super::drafts::{let_go, tell_drafts};
use super::list::{self, differs};
use super::search;
use super::service::head;
use super::table::{ARCHIVED, DRAFTS, FOLLOWED, Head, Json, Kept, LINES, LOOKS, REQUESTS, UNSENT};
use crate::app::App;
use crate::attachments::service as attachments;
use crate::audit::{self, NewEntry};
use crate::clock::DAY;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::jobs::Duty;
use crate::parameters::service as parameters;
use crate::store::{Key, Order, ReadTx, Span, Table, WriteTx};

/// Forgets each day what is due.
pub const FORGET: Duty =
    Duty { name: "requests.forget", every: DAY, run: |app| Box::pin(forget(app)) };

/// Rows looked at in one transaction, so that none grows long.
const AT_ONCE: usize = 500;

/// Something to be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    Draft(PersonId, DraftId),
    Files(RequestId),
    Request(RequestId),
}

pub(super) async fn forgettable(
    app: App,
    _: Call,
    request: Forgettable,
) -> Result<Answer<Forgotten>> {
    let Forgettable { drafts_months, files_months, requests_months } = request;
    let retention = Retention { drafts_months, files_months, requests_months };
    if !retention.is_sound() {
        return Err(Error::field("months", "unsound"));
    }
    let mut found = Forgotten::default();
    for one in due(&app, &retention)? {
        match one {
            Due::Draft(..) => found.drafts += 1,
            Due::Files(_) => found.files += 1,
            Due::Request(_) => found.requests += 1,
        }
    }
    Ok(found.into())
}

async fn forget(app: App) -> Result<()> {
    let (now, today) = (app.now(), app.today());
    let Some(retention) = app.store().read(|tx| retention(tx, today))? else { return Ok(()) };
    for one in due(&app, &retention)? {
        app.store().transact(move |tx| gone(tx, now, one, &retention)).await?;
    }
    Ok(())
}

/// For how long things are kept; where nothing says so, they are for ever.
pub(super) fn retention(tx: &dyn ReadTx, today: Day) -> Result<Option<Retention>> {
    let set = parameters::current(tx)?;
    Ok(set.requests.retention.on(Parameter::Retention, today).ok().map(|step| step.value))
}

/// Everything that is due today.
fn due(app: &App, retention: &Retention) -> Result<Vec<Due>> {
    let (store, today) = (app.store(), app.today());
    let mut found = Vec::new();
    let mut cursor = None;
    loop {
        let (keys, next) = store.read(|tx| page(tx, &DRAFTS, cursor.as_ref()))?;
        for ((person, draft), row) in keys {
            if is_old(&row.read::<Kept>()?, retention, today) {
                found.push(Due::Draft(person, draft));
            }
        }
        cursor = next;
        if cursor.is_none() {
            break;
        }
    }
    if retention.files_months.is_none() && retention.requests_months.is_none() {
        return Ok(found);
    }
    let mut cursor = None;
    loop {
        cursor = store.read(|tx| {
            let (rows, next) = page(tx, &REQUESTS, cursor.as_ref())?;
            for (id, row) in rows {
                found.extend(of_request(tx, id, &row.read()?, retention, today)?);
            }
            Ok::<_, Error>(next)
        })?;
        if cursor.is_none() {
            return Ok(found);
        }
    }
}

/// Some rows after a cursor, and the next cursor.
#[expect(clippy::type_complexity, reason = "rows and where they go on")]
fn page<K: Key>(
    tx: &dyn ReadTx,
    table: &Table<K, Json>,
    cursor: Option<&K>,
) -> Result<(Vec<(K, Json)>, Option<K>)> {
    let page = table.page(tx, Span::all(), Order::Ascending, cursor, AT_ONCE, |_, _| true)?;
    Ok((page.items, page.next))
}

fn is_old(kept: &Kept, retention: &Retention, today: Day) -> bool {
    passed(kept.at, retention.drafts_months, today)
}

/// Whether so many months have passed since a moment.
fn passed(at: Instant, months: u16, today: Day) -> bool {
    last_day(at, months) < today
}

/// The last day of so many months since a moment.
pub(super) fn last_day(at: Instant, months: u16) -> Day {
    at.day_in_rome().plus_months(i32::from(months))
}

/// What of a request is due: all of it before its documents alone.
fn of_request(
    tx: &dyn ReadTx,
    id: RequestId,
    head: &Head,
    retention: &Retention,
    today: Day,
) -> Result<Option<Due>> {
    let Some(closed) = head.closed.filter(|_| !head.state.is_open()) else { return Ok(None) };
    let is_due = |months: Option<u16>| months.is_some_and(|months| passed(closed, months, today));
    if is_due(retention.requests_months) {
        return Ok(Some(Due::Request(id)));
    }
    let has_files = is_due(retention.files_months)
        && !attachments::of_conversation(tx, head.company, id, true)?.is_empty();
    Ok(has_files.then_some(Due::Files(id)))
}

/// Forgets it, unless it is not due any more: somebody went on with it meanwhile.
fn gone(tx: &mut dyn WriteTx, now: Instant, one: Due, retention: &Retention) -> Result<()> {
    let today = now.day_in_rome();
    let (entry, detail) = match one {
        Due::Draft(person, draft) => {
            let place = (person, draft);
            let kept = DRAFTS.get(tx, &place)?.map(|row| row.read::<Kept>()).transpose()?;
            let Some(kept) = kept.filter(|kept| is_old(kept, retention, today)) else {
                return Ok(());
            };
            attachments::release(tx, person, &kept.content.attachments)?;
            DRAFTS.delete(tx, &place)?;
            tell_drafts(tx, person)?;
            (NewEntry::of(FORGET.name).about(draft), "draft")
        }
        Due::Files(id) | Due::Request(id) => {
            let Some(head) = head(tx, id)? else { return Ok(()) };
            if of_request(tx, id, &head, retention, today)? != Some(one) {
                return Ok(());
            }
            attachments::forget(tx, head.company, id)?;
            let whole = matches!(one, Due::Request(_));
            match whole {
                true => remove(tx, id, &head)?,
                false => search::renew(tx, id, &head)?,
            }
            let entry = NewEntry::of(FORGET.name).for_company(head.company).about(id);
            (entry, if whole { "request" } else { "files" })
        }
    };
    audit::append(tx, now, NewEntry { detail: Some(detail.to_owned()), ..entry })?;
    Ok(())
}

/// Removes a closed request with its conversation.
fn remove(tx: &mut dyn WriteTx, id: RequestId, head: &Head) -> Result<()> {
    for (key, _) in LINES.collect(tx, &Span::prefix(&id), Order::Ascending)? {
        LINES.delete(tx, &key)?;
    }
    for (key, _) in LOOKS.collect(tx, &Span::prefix(&id), Order::Ascending)? {
        LOOKS.delete(tx, &key)?;
    }
    for (key, _) in ARCHIVED.collect(tx, &Span::prefix(&id), Order::Ascending)? {
        ARCHIVED.delete(tx, &key)?;
    }
    for (key, _) in UNSENT.collect(tx, &Span::prefix(&id), Order::Ascending)? {
        let_go(tx, key)?;
    }
    for key in FOLLOWED.collect(tx, &Span::prefix(&id), Order::Ascending)? {
        FOLLOWED.delete(tx, &key)?;
    }
    if let Some(About::Request(before)) = head.about {
        FOLLOWED.delete(tx, &(before, id))?;
    }
    search::remove(tx, id, head)?;
    differs(tx, head.company)?;
    list::remove(tx, id, head)?;
    REQUESTS.delete(tx, &id)?;
    Ok(())
}
