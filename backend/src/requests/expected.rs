//! When an answer is expected: by what the office's own answers about the topic say, where enough of them are known, and by the first term
//! of its clock where not.

use shared::calendar::{Day, Instant};
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::requests::{Clock, ClockTerms, Side};

use super::service::{reckoned, terms};
use super::table::Head;
use crate::fault::Result;
use crate::statistics::service as statistics;
use crate::store::{ReadTx, WriteTx};

/// What is promised to whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    /// The day for which the answer is expected.
    pub expected: Day,
    /// The last day for it.
    pub due: Day,
}

/// What an office that is asked about a topic today promises.
pub(super) fn promise(
    tx: &dyn ReadTx,
    about: (OfficeCode, TopicId),
    today: Day,
) -> Result<Promise> {
    let usual = statistics::ninety(tx, about, today)?;
    of(tx, about, usual, today)
}

/// As [`promise`], for a request that is sent: what was reckoned is kept for the next one.
pub(super) fn promise_kept(
    tx: &mut dyn WriteTx,
    about: (OfficeCode, TopicId),
    today: Day,
) -> Result<Promise> {
    let usual = statistics::keep_ninety(tx, about, today)?;
    of(tx, about, usual, today)
}

/// Never before the next working day, and never after the last.
fn of(
    tx: &dyn ReadTx,
    about: (OfficeCode, TopicId),
    usual: Option<u16>,
    today: Day,
) -> Result<Promise> {
    let terms = terms(tx, about, today)?;
    let days = usual.map_or(terms.remind_days, |days| days.min(terms.most_days).max(1));
    // Said in the place of the days until the reminder: one walk through the calendar gives both days.
    let terms = ClockTerms { remind_days: days, ..terms };
    let stands = reckoned(tx, about.0, terms, today, &[], today)?;
    Ok(Promise { expected: stands.remind, due: stands.due })
}

/// When whoever asked may expect the answer still: not once that day has passed, nor what an office wrote first.
pub(super) fn expected_still(
    tx: &dyn ReadTx,
    head: &Head,
    clock: &Clock,
    today: Day,
) -> Result<Option<Day>> {
    if head.begun() == Side::Office || !head.state.is_open() {
        return Ok(None);
    }
    Ok(Some(as_it_stands(tx, head, clock, today)?).filter(|day| *day >= today))
}

/// When the answer to a request is expected as it stands: on the day that its receipt says, or later by the time in which the office
/// waited for the customer.
pub(super) fn as_it_stands(tx: &dyn ReadTx, head: &Head, clock: &Clock, today: Day) -> Result<Day> {
    let (said, from) = (head.receipt.expected, head.opened.day_in_rome());
    if head.pauses.is_empty() {
        return Ok(said.min(clock.due));
    }
    let days = reckoned(tx, head.office, clock.terms, from, &[], said)?.elapsed;
    let terms = ClockTerms { remind_days: days.max(1), ..clock.terms };
    let until = head.closed.map_or(today, Instant::day_in_rome);
    let now = reckoned(tx, head.office, terms, from, &head.pauses, until)?.remind;
    Ok(now.max(said).min(clock.due))
}
