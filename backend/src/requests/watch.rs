//! The clock by itself: it reminds the office, tells its head, and says that the last day has passed, once each.

use shared::calendar::{Day, Instant};
use shared::fault::Fault;
use shared::ids::RequestId;
use shared::requests::{Clock, Side, What};

use super::service::{clock_of, head, put};
use super::table::{Head, LOOKED, LineRow, OPEN, Told};
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

/// Something that the clock says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// To the office: a first term is over.
    Reminded,
    /// To its head, and to the customer: a second one is.
    Escalated,
    /// To both of the office: the last day has passed.
    Late,
}

impl Said {
    const ALL: [Self; 3] = [Self::Reminded, Self::Escalated, Self::Late];

    /// Where it is noted that it was said.
    const fn mark(self, told: &mut Told) -> &mut bool {
        match self {
            Self::Reminded => &mut told.reminded,
            Self::Escalated => &mut told.escalated,
            Self::Late => &mut told.late,
        }
    }

    fn is_due(self, clock: &Clock, today: Day) -> bool {
        match self {
            Self::Reminded => today >= clock.remind,
            Self::Escalated => today >= clock.escalate,
            Self::Late => clock.late,
        }
    }

    /// In the conversation, and in the audit log.
    const fn line(self) -> (What, &'static str) {
        match self {
            Self::Reminded => (What::Reminded, "reminded"),
            Self::Escalated => (What::Escalated, "escalated"),
            Self::Late => (What::Late, "late"),
        }
    }
}

/// What the clock has to say of a request on a day, and has not said yet; nothing while it stands still.
fn owed(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Vec<Said>> {
    let mut told = head.told;
    let left: Vec<Said> = Said::ALL.into_iter().filter(|one| !*one.mark(&mut told)).collect();
    if !head.state.is_open() || left.is_empty() {
        return Ok(Vec::new());
    }
    let clock = clock_of(tx, head, today)?;
    Ok(left.into_iter().filter(|one| !clock.paused && one.is_due(&clock, today)).collect())
}

/// Says it, in the conversation and in the log, unless somebody answered meanwhile.
///
/// # Errors
/// Those of the store; [`Fault::NotFound`] for a request that is not there.
pub(super) fn say(tx: &mut dyn WriteTx, now: Instant, id: RequestId) -> Result<()> {
    let mut head = head(tx, id)?.ok_or(Fault::NotFound)?;
    for said in owed(tx, &head, now.day_in_rome())? {
        *said.mark(&mut head.told) = true;
        head.updated = now;
        let ((what, detail), state) = (said.line(), head.state);
        let line = LineRow::of(now, Side::Clock, None, what, state);
        put(tx, id, &mut head, &line)?;
        tell::clock(tx, now, id, &head, said)?;
        let entry = NewEntry::of(WATCH.name).for_company(head.company).about(id);
        audit::append(tx, now, NewEntry { detail: Some(detail.to_owned()), ..entry })?;
    }
    Ok(())
}
