//! The clock by itself: it reminds the office, and tells its head, once each.

use shared::calendar::{Day, Instant};
use shared::fault::Fault;
use shared::ids::RequestId;
use shared::requests::{Side, What};

use super::service::{clock_of, head, put};
use super::table::{Head, LOOKED, LineRow, OPEN};
use super::tell;
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::HOUR;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Looks every hour whether another day has begun, so that a server that was stopped catches up.
pub const WATCH: Duty =
    Duty { name: "requests.watch", every: HOUR, run: |app| Box::pin(watch(app)) };

/// Requests looked at in one transaction, so that none grows long.
const AT_ONCE: usize = 200;

async fn watch(app: App) -> Result<()> {
    let (now, today) = (app.now(), app.today());
    let looked = app.store().read(|tx| LOOKED.get(tx, &()))?;
    if looked.is_some_and(|day| day >= today.epoch_days()) {
        return Ok(());
    }
    let open = app.store().read(|tx| OPEN.collect(tx, &Span::all(), Order::Ascending))?;
    for some in open.chunks(AT_ONCE) {
        let owing = app.store().read(|tx| {
            let mut owing = Vec::new();
            for (_, id) in some {
                let head = head(tx, *id)?.ok_or(Fault::NotFound)?;
                if !owed(tx, &head, today)?.is_empty() {
                    owing.push(*id);
                }
            }
            Ok::<_, Error>(owing)
        })?;
        if !owing.is_empty() {
            let say_all =
                move |tx: &mut dyn WriteTx| owing.iter().try_for_each(|id| say(tx, now, *id));
            app.store().transact(say_all).await?;
        }
    }
    app.store().transact(move |tx| Ok::<_, Error>(LOOKED.put(tx, &(), &today.epoch_days())?)).await
}

/// What the clock has to say of a request on a day, and has not said yet; nothing while it stands still.
fn owed(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Vec<What>> {
    let is_over = head.told.reminded && head.told.escalated;
    if !head.state.is_open() || is_over {
        return Ok(Vec::new());
    }
    let clock = clock_of(tx, head, today)?;
    let says = [
        (!head.told.reminded && today >= clock.remind, What::Reminded),
        (!head.told.escalated && today >= clock.escalate, What::Escalated),
    ];
    let says = says.into_iter().filter(|(due, _)| *due && !clock.paused);
    Ok(says.map(|(_, what)| what).collect())
}

/// Says it, in the conversation and in the log, unless somebody answered meanwhile.
///
/// # Errors
/// Those of the store; [`Fault::NotFound`] for a request that is not there.
pub(super) fn say(tx: &mut dyn WriteTx, now: Instant, id: RequestId) -> Result<()> {
    let mut head = head(tx, id)?.ok_or(Fault::NotFound)?;
    for what in owed(tx, &head, now.day_in_rome())? {
        let is_reminder = what == What::Reminded;
        let said = if is_reminder { &mut head.told.reminded } else { &mut head.told.escalated };
        *said = true;
        head.updated = now;
        let state = head.state;
        let line =
            LineRow { at: now, side: Side::Clock, person: None, what, state, registered: None };
        put(tx, id, &mut head, &line)?;
        tell::clock(tx, now, id, &head, is_reminder)?;
        let entry = NewEntry::of(WATCH.name).for_company(head.company).about(id);
        let detail = if is_reminder { "reminded" } else { "escalated" };
        audit::append(tx, now, NewEntry { detail: Some(detail.to_owned()), ..entry })?;
    }
    Ok(())
}
