//! The office's queue.

mod export;

pub(super) use export::export;

use shared::calendar::Day;
use shared::ids::{PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::page::{Page, limit};
use shared::requests::topics::Unit;
use shared::requests::{
    Age, Clock, Colleague, Counters, Level, Queue, QueuePage, STAFF, State, View,
};

use crate::access::Caller;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::offices::service as offices;
use crate::people::{Person, Place};
use crate::requests::list::row;
use crate::requests::service::{clock_of, open_here, open_of};
use crate::requests::table::Head;
use crate::store::ReadTx;

/// Where a request stands in the queue: those that wait for the customer last, then by the day that runs out first.
type At = (bool, i64, RequestId);

/// A request that is open.
struct Open {
    place: At,
    head: Head,
    clock: Clock,
    /// Whether the reminder is past or near.
    is_due: bool,
}

pub(super) async fn queue(app: App, call: Call, request: Queue) -> Result<Answer<QueuePage>> {
    let (caller, today, size) = (call.caller, app.today(), limit(request.limit));
    let after: Option<At> = request.cursor.as_ref().map(from_cursor).transpose()?;
    app.store().read(|tx| {
        let mut open = of_unit(tx, &caller, request.unit, today)?;
        let counters = counters(&open, caller.person);
        let colleagues = colleagues(tx, &caller, &open, today)?;
        narrow(&mut open, &request, caller.person);
        let total = Some(open.len() as u64);
        open.retain(|one| after.is_none_or(|after| one.place > after));
        let more = open.len() > size;
        open.truncate(size);
        let next = open.last().filter(|_| more).map(|one| cursor(&one.place));
        let rows = open.iter().map(|one| row(tx, &caller, one.place.2, &one.head, today));
        let page = Page { items: rows.collect::<Result<_>>()?, next, total };
        let units = offices::units(tx, request.unit)?;
        Ok(QueuePage { page, counters, colleagues, units }.into())
    })
}

/// What is open at the caller's office, of one unit or of all.
fn of_unit(tx: &dyn ReadTx, caller: &Caller, unit: Option<Unit>, today: Day) -> Result<Vec<Open>> {
    let mut open = Vec::new();
    for (id, head) in open_here(tx, caller, today)? {
        if unit.is_none_or(|unit| head.unit == unit) {
            open.push(opened(tx, id, head, today)?);
        }
    }
    Ok(open)
}

/// Leaves what was asked for, in order.
fn narrow(open: &mut Vec<Open>, request: &Queue, me: PersonId) {
    open.retain(|one| is_in(request.view, one, me) && fits(request, one));
    open.sort_unstable_by_key(|one| one.place);
}

fn opened(tx: &dyn ReadTx, id: RequestId, head: Head, today: Day) -> Result<Open> {
    let clock = clock_of(tx, &head, today)?;
    let next = [clock.remind, clock.escalate].into_iter().find(|day| *day >= today);
    let breach = next.unwrap_or(clock.due).min(clock.due);
    let waits = matches!(head.state, State::Awaiting(_));
    let is_due = !waits && clock.remind.days_since(today) <= 2;
    Ok(Open { place: (waits, breach.epoch_days(), id), head, clock, is_due })
}

/// Whether it is one of those that a figure of the office was made of.
fn fits(request: &Queue, one: &Open) -> bool {
    let charge = one.head.charge.map(|(person, _)| person);
    request.charge.is_none_or(|person| charge == Some(person))
        && request.age.is_none_or(|age| Age::of(one.clock.elapsed) == age)
        && request.term.is_none_or(|day| one.clock.runs_out(day).contains(&true))
}

fn is_in(view: View, one: &Open, me: PersonId) -> bool {
    match view {
        View::Open => true,
        View::Mine => one.head.charge.is_some_and(|(person, _)| person == me),
        View::Unassigned => one.head.charge.is_none(),
        View::Due => one.is_due,
        View::Awaiting => matches!(one.head.state, State::Awaiting(_)),
        View::Reopened => one.head.reopened,
        View::Call => one.head.waits_for_call(),
        View::Second => {
            matches!(
                one.head.state,
                State::InCharge(Level::Second) | State::Awaiting(Some(Level::Second))
            )
        }
    }
}

fn counters(open: &[Open], me: PersonId) -> Counters {
    let count = |view| {
        let fits = open.iter().filter(|one| is_in(view, one, me)).count();
        u32::try_from(fits).unwrap_or(u32::MAX)
    };
    Counters {
        open: count(View::Open),
        mine: count(View::Mine),
        unassigned: count(View::Unassigned),
        due: count(View::Due),
        awaiting: count(View::Awaiting),
        reopened: count(View::Reopened),
        second: count(View::Second),
        call: count(View::Call),
    }
}

fn colleagues(
    tx: &dyn ReadTx,
    caller: &Caller,
    open: &[Open],
    today: Day,
) -> Result<Vec<Colleague>> {
    let here = here(tx, caller, today)?;
    let load = |id: PersonId| {
        let theirs = |one: &&Open| one.head.charge.is_some_and(|(person, _)| person == id);
        u32::try_from(open.iter().filter(theirs).count()).unwrap_or(u32::MAX)
    };
    let colleague = |one: Person| Colleague { person: one.id, open: load(one.id), name: one.name };
    Ok(here.into_iter().map(colleague).collect())
}

/// Whoever answers at the caller's office.
fn here(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Vec<Person>> {
    let Place::Office(office) = &caller.place else { return Ok(Vec::new()) };
    let mut here = offices::staff(tx, *office, today)?;
    here.retain(|person| STAFF.contains(&person.role));
    Ok(here)
}

/// An open request, as whoever heads its office looks at it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Where it stands.
    pub state: State,
    /// Who is in charge.
    pub charge: Option<PersonId>,
    /// Whether it was reopened.
    pub reopened: bool,
    /// Its clock.
    pub clock: Clock,
}

impl Waiting {
    /// How long it has been waiting.
    pub fn age(&self) -> Age {
        Age::of(self.clock.elapsed)
    }

    /// Whether it waits for the customer.
    pub fn awaits(&self) -> bool {
        matches!(self.state, State::Awaiting(_))
    }
}

/// The requests that are open at an office.
///
/// # Errors
/// Those of the store.
pub fn open_at(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Vec<Waiting>> {
    let waiting = open_of(tx, office, today)?.into_iter().map(|(_, head)| {
        Ok(Waiting {
            state: head.state,
            charge: head.charge.map(|(person, _)| person),
            reopened: head.reopened,
            clock: clock_of(tx, &head, today)?,
        })
    });
    waiting.collect()
}
