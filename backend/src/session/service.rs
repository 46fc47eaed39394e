//! Beginning, resolving, changing and ending sessions.

use std::ops::ControlFlow;
use std::sync::Arc;

use shared::calendar::Instant;
use shared::ids::{PersonId, SessionId};
use shared::session::{ABSOLUTE_HOURS, Device, IDLE_MINUTES};

use super::live::{Live, Resolved, WRITTEN_EVERY};
use super::table::{BY_PERSON, Hash, Row, SESSIONS, Session};
use super::token;
use crate::access::Caller;
use crate::app::App;
use crate::clock::{HOUR, MINUTE};
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::offices::service as offices;
use crate::people::service as people;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Who calls with this secret now; nobody if it is none, or of a session that ended. Counts as a call of the session.
///
/// # Errors
/// Those of the store.
pub fn resolve(app: &App, token: &str, now: Instant) -> Result<Option<Arc<Caller>>> {
    Ok(current(app, token, now)?.map(|resolved| Arc::clone(&resolved.caller)))
}

/// As [`resolve`], with the session itself.
///
/// # Errors
/// Those of the store.
pub(super) fn current(app: &App, token: &str, now: Instant) -> Result<Option<Arc<Resolved>>> {
    let hash = token::hash(token);
    // Taken before reading: what is read may be newer than it says, never older.
    let generation = app.store().generation();
    let lasts = |session: &Session, last: Instant| lasts(session, last, now);
    if let Some(resolved) = app.live().call(&hash, generation, now, lasts) {
        return Ok(Some(resolved));
    }
    let stored = app.store().read(|tx| load(tx, &hash, now))?;
    let going_on = |resolved: &Resolved| {
        lasts(&resolved.session, last_call(app.live(), &hash, &resolved.session))
    };
    let Some(resolved) = stored.filter(going_on).map(Arc::new) else {
        app.live().forget(&hash);
        return Ok(None);
    };
    app.live().keep(hash, generation, Arc::clone(&resolved), now);
    Ok(Some(resolved))
}

/// As [`resolve`], for what lasts longer than a call: it does not count as one, so an open tab alone keeps no session going.
///
/// # Errors
/// Those of the store.
pub fn peek(app: &App, token: &str, now: Instant) -> Result<Option<Arc<Caller>>> {
    let hash = token::hash(token);
    let generation = app.store().generation();
    let going = |session: &Session, last: Instant| lasts(session, last, now);
    if let Some(resolved) = app.live().peek(&hash, generation, going) {
        return Ok(Some(Arc::clone(&resolved.caller)));
    }
    let stored = app.store().read(|tx| load(tx, &hash, now))?;
    let going_on = |resolved: &Resolved| {
        lasts(&resolved.session, last_call(app.live(), &hash, &resolved.session), now)
    };
    Ok(stored.filter(going_on).map(|resolved| resolved.caller))
}

fn load(tx: &dyn ReadTx, hash: &Hash, now: Instant) -> Result<Option<Resolved>> {
    let Some(session) = SESSIONS.get(tx, hash)? else { return Ok(None) };
    let Some(person) = people::by_id(tx, session.person)? else { return Ok(None) };
    let place = offices::place(tx, person.place.clone(), now.day_in_rome())?;
    let caller = Arc::new(Caller { place, ..Caller::of(&person, session.id) });
    Ok(Some(Resolved { session, caller }))
}

/// Whether a session that called last at a moment goes on.
fn lasts(session: &Session, last: Instant, now: Instant) -> bool {
    now.millis() - last.millis() < IDLE_MINUTES * MINUTE && now < ends(session)
}

/// When the session ends in any case.
pub(super) fn ends(session: &Session) -> Instant {
    session.since.plus_millis(ABSOLUTE_HOURS * HOUR)
}

fn last_call(live: &Live, hash: &Hash, session: &Session) -> Instant {
    live.last(hash).map_or(session.last_seen, |last| last.max(session.last_seen))
}

/// The stored session with this hash.
///
/// # Errors
/// Those of the store.
pub(super) fn stored(tx: &dyn ReadTx, hash: &Hash) -> Result<Option<Session>> {
    Ok(SESSIONS.get(tx, hash)?)
}

/// Stores a session under the hash of its secret.
///
/// # Errors
/// Those of the store.
pub(super) fn put(tx: &mut dyn WriteTx, hash: &Hash, session: &Session) -> Result<()> {
    SESSIONS.put(tx, hash, session)?;
    Ok(BY_PERSON.put(tx, &(session.person, session.id), &Row { hash: *hash })?)
}

/// Ends the session with this hash, if there is one.
///
/// # Errors
/// Those of the store.
pub(super) fn end(tx: &mut dyn WriteTx, hash: &Hash) -> Result<()> {
    if let Some(session) = SESSIONS.get(tx, hash)? {
        SESSIONS.delete(tx, hash)?;
        BY_PERSON.delete(tx, &(session.person, session.id))?;
    }
    Ok(())
}

/// Ends one of a person's own sessions; tells whether they had it.
///
/// # Errors
/// Those of the store.
pub(super) fn end_of_person(
    tx: &mut dyn WriteTx,
    person: PersonId,
    session: SessionId,
) -> Result<bool> {
    match BY_PERSON.get(tx, &(person, session))? {
        Some(Row { hash }) => end(tx, &hash).map(|()| true),
        None => Ok(false),
    }
}

/// Ends all sessions of a person; how many there were.
///
/// # Errors
/// Those of the store.
pub fn end_all(tx: &mut dyn WriteTx, person: PersonId) -> Result<usize> {
    let rows = BY_PERSON.collect(tx, &Span::prefix(&person), Order::Ascending)?;
    for (_, Row { hash }) in &rows {
        end(tx, hash)?;
    }
    Ok(rows.len())
}

/// How many sessions go on, as far as their last calls were written down.
///
/// # Errors
/// Those of the store.
pub fn count(tx: &dyn ReadTx, now: Instant) -> Result<u64> {
    let mut count = 0;
    SESSIONS.scan(tx, &Span::all(), Order::Ascending, |_, session| {
        count += u64::from(lasts(&session, session.last_seen, now));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(count)
}

/// The sessions of a person that go on, the one that called last first.
///
/// # Errors
/// Those of the store.
pub(super) fn devices(
    app: &App,
    tx: &dyn ReadTx,
    person: PersonId,
    current: SessionId,
) -> Result<Vec<Device>> {
    let now = app.now();
    let mut devices = Vec::new();
    for (_, Row { hash }) in BY_PERSON.collect(tx, &Span::prefix(&person), Order::Ascending)? {
        let Some(session) = SESSIONS.get(tx, &hash)? else { continue };
        let last = last_call(app.live(), &hash, &session);
        if lasts(&session, last, now) {
            devices.push(Device {
                id: session.id,
                label: session.label,
                since: session.since,
                last_seen: Instant::from_millis(last.millis() - last.millis().rem_euclid(MINUTE)),
                current: session.id == current,
            });
        }
    }
    devices
        .sort_by_key(|device| std::cmp::Reverse((device.current, device.last_seen, device.since)));
    Ok(devices)
}

/// Writes down the moments of last calls.
pub const WRITE_DOWN: Duty = Duty {
    name: "sessions.write_down",
    every: MINUTE,
    run: |app| Box::pin(async move { write_down(&app, WRITTEN_EVERY).await }),
};

/// Writes down the last calls that are so many milliseconds later than what is written.
///
/// # Errors
/// Those of the store.
pub async fn write_down(app: &App, by: i64) -> Result<()> {
    let calls = app.live().unwritten(by);
    if calls.is_empty() {
        return Ok(());
    }
    app.store()
        .transact(move |tx| {
            for (hash, last) in &calls {
                // A session that has ended meanwhile stays ended.
                if let Some(session) = SESSIONS.get(tx, hash)? {
                    SESSIONS.put(tx, hash, &Session { last_seen: *last, ..session })?;
                }
            }
            Ok::<(), Error>(())
        })
        .await
}

/// Removes sessions that ended.
pub const PURGE: Duty =
    Duty { name: "sessions.purge", every: HOUR, run: |app| Box::pin(purge(app)) };

async fn purge(app: App) -> Result<()> {
    let now = app.now();
    let ended: Vec<Hash> = app.store().read(|tx| {
        let sessions = SESSIONS.collect(tx, &Span::all(), Order::Ascending)?;
        let lasting = |hash: &Hash, session: &Session| {
            lasts(session, last_call(app.live(), hash, session), now)
        };
        Ok::<_, Error>(
            sessions
                .into_iter()
                .filter(|(hash, session)| !lasting(hash, session))
                .map(|(hash, _)| hash)
                .collect(),
        )
    })?;
    if ended.is_empty() {
        return Ok(());
    }
    app.store().transact(move |tx| ended.iter().try_for_each(|hash| end(tx, hash))).await
}
