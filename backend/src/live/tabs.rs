//! The tabs that are open, and the one task that tells them what changed.
//!
//! It is woken by every write and looks every tenth of a second besides, reads the events that are new and tells each tab those that its
//! session may know of now. A tab that does not keep up is let go of: it comes back, and is told what it missed.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use shared::calendar::{Day, Instant};
use shared::ids::PersonId;
use shared::live::{CHANGED, ENDED, READY, RESYNC, Topic};
use tokio::sync::Notify;
use tokio::sync::mpsc::{Sender, channel};
use tokio::time::sleep;

use super::service::{Audience, last};
use super::table::{EVENTS, KEPT};
use crate::access::Caller;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Event, Events};
use crate::session;
use crate::store::{Order, ReadTx, Span};

/// How often is looked for what was written past the usual way.
const TICK: Duration = Duration::from_millis(100);
/// After how many ticks each session is looked at, whether anything changed or not.
const SESSIONS: u32 = 5;
/// Events that may wait for a tab to take them.
const WAITING: usize = 64;
/// Tabs that one session may have open.
pub(super) const MOST: usize = 12;
/// Milliseconds within which tabs come back after the server stopped: not all at once.
const BACK: std::ops::Range<u64> = 500..5_000;

/// The tabs of this process.
#[derive(Debug, Default)]
pub struct Tabs {
    open: Mutex<Open>,
    wake: Notify,
}

#[derive(Debug, Default)]
struct Open {
    tabs: Vec<Tab>,
    /// Whether the task runs.
    running: bool,
}

#[derive(Debug)]
struct Tab {
    /// The secret of its session.
    token: String,
    caller: Arc<Caller>,
    /// The last event that was looked at for it.
    after: u64,
    /// When it ends in any case.
    until: Option<Instant>,
    sender: Sender<Event>,
}

/// What is new.
type News = Vec<(u64, Audience, Topic)>;

impl Tabs {
    /// Something was written, and perhaps an event with it.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// How many are open.
    pub fn count(&self) -> usize {
        self.lock().tabs.len()
    }

    /// How many a session has open.
    pub(super) fn of(&self, caller: &Caller) -> usize {
        let open = self.lock();
        open.tabs.iter().filter(|tab| tab.caller.session == caller.session).count()
    }

    /// Tells the open tabs of some people at once of something that is nowhere stored, and so is not told again to who comes back.
    pub fn whisper(&self, people: &[PersonId], topic: &Topic) {
        let Ok(data) = serde_json::to_string(topic) else { return };
        let open = self.lock();
        for tab in open.tabs.iter().filter(|tab| people.contains(&tab.caller.person)) {
            let event = Event { id: None, name: CHANGED, data: data.clone(), retry: None };
            // One that does not keep up is let go of with the next event that counts.
            let _ = tab.sender.try_send(event);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        // A panic elsewhere left at worst a tab that nobody tells anything any more; it is closed when its session ends.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who listens, from where on and until when.
#[derive(Debug)]
pub(super) struct Listener {
    /// The secret of the session.
    pub token: String,
    /// Whose it is.
    pub caller: Caller,
    /// The last event that was heard, if any was.
    pub after: Option<u64>,
    /// For how long; only what was missed with nought.
    pub seconds: Option<u32>,
}

/// The events for somebody who listens.
///
/// # Errors
/// Those of the store.
pub(super) fn listen(app: &App, listener: Listener) -> Result<Events> {
    let Listener { token, caller, after, seconds } = listener;
    let latest = app.store().read(last)?;
    let (sender, events) = channel(WAITING);
    let lost = after.is_some_and(|after| after > latest || latest - after >= KEPT);
    let after = after.filter(|_| !lost).unwrap_or(latest);
    let name = if lost { RESYNC } else { READY };
    let first = Event { id: Some(after), name, data: "{}".into(), retry: None };
    // There is room: nothing was sent yet.
    let _ = sender.try_send(first);
    let now = app.now();
    let until = seconds.map(|seconds| now.plus_millis(i64::from(seconds) * 1000));
    let mut tab = Tab { token, caller: Arc::new(caller), after, until, sender };
    if seconds == Some(0) {
        let today = app.today();
        app.store().read(|tx| {
            let (news, latest) = news(tx, tab.after)?;
            tell(tx, &mut tab, &news, latest, today, &mut HashMap::new()).map(drop)
        })?;
        return Ok(Events(events));
    }
    let mut open = app.tabs().lock();
    open.tabs.push(tab);
    if !std::mem::replace(&mut open.running, true) {
        tokio::spawn(run(app.clone()));
    }
    drop(open);
    app.tabs().wake();
    Ok(Events(events))
}

/// Tells the tabs what changes, until there are none or the server stops.
async fn run(app: App) {
    let mut ticks = 0_u32;
    loop {
        tokio::select! {
            () = app.stopping().cancelled() => return stop(&app),
            () = app.tabs().wake.notified() => {}
            () = sleep(TICK) => ticks = ticks.wrapping_add(1),
        }
        let mut open = app.tabs().lock();
        if let Err(error) = round(&app, &mut open.tabs, ticks.is_multiple_of(SESSIONS)) {
            tracing::error!(%error, "open tabs cannot be told what changed");
        }
        if open.tabs.is_empty() {
            open.running = false;
            return;
        }
    }
}

/// Tells all tabs to come back, at different moments.
fn stop(app: &App) {
    let mut open = app.tabs().lock();
    for tab in open.tabs.drain(..) {
        let retry = Some(fastrand::u64(BACK));
        // One that is full finds the connection closed, and comes back as well.
        let _ = tab.sender.try_send(Event { retry, ..Event::default() });
    }
    open.running = false;
}

/// Tells all tabs what is new; lets go of those that ended.
fn round(app: &App, tabs: &mut Vec<Tab>, all_sessions: bool) -> Result<()> {
    let Some(from) = tabs.iter().map(|tab| tab.after).min() else { return Ok(()) };
    let (now, today) = (app.now(), app.today());
    app.store().read(|tx| {
        let (news, latest) = news(tx, from)?;
        let mut known = HashMap::new();
        let mut failed = None;
        tabs.retain_mut(|tab| {
            let mut look = || -> Result<bool> {
                if tab.sender.is_closed() || tab.until.is_some_and(|until| now >= until) {
                    return Ok(false);
                }
                if (all_sessions || tab.after < latest) && !goes_on(app, tab, now)? {
                    return Ok(false);
                }
                tell(tx, tab, &news, latest, today, &mut known)
            };
            look().unwrap_or_else(|error| {
                failed = Some(error);
                true
            })
        });
        failed.map_or(Ok(()), Err)
    })
}

/// Whether the session of a tab goes on; a tab whose session is over is told so.
fn goes_on(app: &App, tab: &mut Tab, now: Instant) -> Result<bool> {
    if let Some(caller) = session::service::peek(app, &tab.token, now)? {
        tab.caller = caller;
        return Ok(true);
    }
    let _ = tab.sender.try_send(Event { name: ENDED, data: "{}".into(), ..Event::default() });
    Ok(false)
}

/// Who may know of which event was asked of whom already.
type Known = HashMap<(u64, PersonId), bool>;

/// Tells a tab what of the news is for it; whether it kept up.
fn tell(
    tx: &dyn ReadTx,
    tab: &mut Tab,
    news: &News,
    latest: u64,
    today: Day,
    known: &mut Known,
) -> Result<bool> {
    for (number, audience, topic) in news.iter().filter(|(number, ..)| *number > tab.after) {
        let person = (*number, tab.caller.person);
        let is_for = match known.get(&person) {
            Some(is_for) => *is_for,
            None => {
                let is_for = audience.has(tx, &tab.caller, today)?;
                known.insert(person, is_for);
                is_for
            }
        };
        if is_for {
            let data = serde_json::to_string(topic).map_err(anyhow::Error::from)?;
            let event = Event { id: Some(*number), name: CHANGED, data, retry: None };
            if tab.sender.try_send(event).is_err() {
                return Ok(false);
            }
        }
    }
    tab.after = tab.after.max(latest);
    Ok(true)
}

/// The events after one, and the number of the last that there is.
fn news(tx: &dyn ReadTx, after: u64) -> Result<(News, u64)> {
    let (mut news, mut latest) = (News::new(), after);
    EVENTS.scan(tx, &Span::from(&(after + 1)), Order::Ascending, |number, row| {
        latest = number;
        news.extend(row.read().map(|(audience, topic)| (number, audience, topic)));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((news, latest))
}
