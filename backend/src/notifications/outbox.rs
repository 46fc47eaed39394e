//! Putting what people are told into messages, and promising that those leave.

use anyhow::Context;
use shared::calendar::Instant;
use shared::ids::PersonId;
use shared::notifications::{Channel, Event, Recent, Step, Waits, Wishes, departure};

use super::stored::step_row;
use super::table::{ITEMS, MESSAGES, Message, NEXT, OF_NOTE, RECENT, RecentRow, TRAYS, Tray};
use crate::fault::Result;
use crate::jobs::{self, Job};
use crate::store::{Order, Span, WriteTx};

/// The name of the job that sends a message.
pub(super) const KIND: &str = "notifications.message";

/// Puts a notification into a message of its own, or into one that gathers several until it leaves.
pub(super) fn put(
    tx: &mut dyn WriteTx,
    now: Instant,
    note: (PersonId, u64),
    (event, channel): (Event, Channel),
    wishes: &Wishes,
) -> Result<()> {
    let (person, number) = note;
    let kind = (person, channel.number(), event.number());
    let before = RECENT.get(tx, &kind)?;
    let before = before.map(|RecentRow { since, count }| Recent { since, count });
    let recent = Recent::with_one(before, now);
    RECENT.put(tx, &kind, &RecentRow { since: recent.since, count: recent.count })?;
    let departs = departure(now, wishes.digest, wishes.quiet, recent);
    let (tray, step) = match departs.waits {
        Waits::Nothing => (None, Step::Queued),
        Waits::OfAKind => (Some(event.number()), Step::Gathered(departs.due)),
        Waits::ForAll => (Some(0), Step::Gathered(departs.due)),
        Waits::ForQuiet => (Some(0), Step::PutOff(departs.due)),
    };
    let message = match tray {
        Some(tray) => gathering(tx, now, (person, channel.number(), tray), departs.due, step)?,
        None => new(tx, now, (person, channel.number(), 0), departs.due, step)?,
    };
    ITEMS.put(tx, &(message, number))?;
    OF_NOTE.put(tx, &(person, number, message))?;
    Ok(())
}

/// The message that is gathered in a tray until a moment, with one more in it.
fn gathering(
    tx: &mut dyn WriteTx,
    now: Instant,
    place: (PersonId, u8, u8),
    due: Instant,
    step: Step,
) -> Result<u64> {
    if let Some(tray) = TRAYS.get(tx, &place)?.filter(|tray| tray.due == due)
        && let Some(mut message) = MESSAGES.get(tx, &tray.message)?
        && !message.closed
    {
        message.together += 1;
        MESSAGES.put(tx, &tray.message, &message)?;
        return Ok(tray.message);
    }
    let number = new(tx, now, place, due, step)?;
    TRAYS.put(tx, &place, &Tray { message: number, due })?;
    Ok(number)
}

fn new(
    tx: &mut dyn WriteTx,
    now: Instant,
    (person, channel, tray): (PersonId, u8, u8),
    due: Instant,
    step: Step,
) -> Result<u64> {
    let number = NEXT.get(tx, &())?.unwrap_or(1);
    NEXT.put(tx, &(), &(number + 1))?;
    let steps = vec![step_row(now, step)];
    let message = Message {
        person,
        channel,
        made: now,
        tray,
        closed: false,
        ended: false,
        together: 1,
        steps,
    };
    MESSAGES.put(tx, &number, &message)?;
    promise(tx, now, number, due)?;
    Ok(number)
}

/// Says of every message that waits that it was handed over when it was to leave. None leaves any more.
pub(super) fn furnish(tx: &mut dyn WriteTx) -> Result<()> {
    for (number, mut message) in MESSAGES.collect(tx, &Span::all(), Order::Ascending)? {
        if !message.ended {
            let left = message.steps.last().and_then(|step| step.until).unwrap_or(message.made);
            message.steps.push(step_row(left, Step::HandedOver));
            (message.closed, message.ended) = (true, true);
            TRAYS.delete(tx, &(message.person, message.channel, message.tray))?;
            MESSAGES.put(tx, &number, &message)?;
        }
    }
    jobs::withdraw(tx, KIND)
}

/// Promises that a message leaves, not before a moment.
pub(super) fn promise(
    tx: &mut dyn WriteTx,
    now: Instant,
    message: u64,
    due: Instant,
) -> Result<()> {
    let payload = minicbor::to_vec(message).context("a number does not encode")?;
    let not_before = Some(due).filter(|due| *due > now);
    jobs::enqueue(tx, now, Job { kind: KIND, payload, not_before, dedupe: None })
}
