//! How an office stands: from what is open now, and from the counts of what came and went.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use shared::calendar::{Day, Month, Weekday};
use shared::fault::Fault;
use shared::offices::OfficeCode;
use shared::requests::{Age, Aspect, Level, STAFF, State};
use shared::statistics::{
    AHEAD, Ahead, Histogram, InTime, Load, MEDIAN, OfAge, OfRating, RECENT, Report, Reported,
    WEEKS, Week,
};

use super::service::by_topic;
use super::table::{BY_PERSON, FLOWS, RATINGS, Ratings, SENDINGS};
use crate::access::Caller;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::people::Place;
use crate::requests::service::{self as requests, Waiting};
use crate::store::{Order, ReadTx, Span};

pub(super) async fn report(app: App, call: Call, _: Report) -> Result<Answer<Reported>> {
    let (office, today) = (office_of(&call.caller)?, app.today());
    app.store().read(|tx| Ok(reported(tx, office, today)?.into()))
}

/// The office that the caller heads.
pub(super) fn office_of(caller: &Caller) -> Result<OfficeCode> {
    match &caller.place {
        Place::Office(office) => Ok(*office),
        _ => Err(Fault::NotFound.into()),
    }
}

pub(super) fn reported(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Reported> {
    let open = requests::open_at(tx, office, today)?;
    let ages = Age::ALL.map(|age| OfAge { age, open: count(&open, |one| age == one.age()) });
    Ok(Reported {
        office_name: offices::name(tx, office, today)?,
        day: today,
        in_time: in_time(tx, office, today)?,
        open: count(&open, |_| true),
        unassigned: count(&open, |one| one.charge.is_none()),
        awaiting: count(&open, Waiting::awaits),
        second: count(&open, |one| {
            matches!(
                one.state,
                State::InCharge(Level::Second) | State::Awaiting(Some(Level::Second))
            )
        }),
        reopened: count(&open, |one| one.reopened),
        ages: ages.to_vec(),
        weeks: weeks(tx, office, today)?,
        ahead: ahead(tx, &open, office, today)?,
        loads: loads(tx, &open, office, today)?,
        ratings: ratings(tx, &RATINGS, office, today)?,
        sendings: ratings(tx, &SENDINGS, office, today)?,
    })
}

fn count(open: &[Waiting], fits: impl Fn(&Waiting) -> bool) -> u32 {
    u32::try_from(open.iter().filter(|one| fits(one)).count()).unwrap_or(u32::MAX)
}

/// How much of what was answered in this month and the one before was answered within the days that its topic has.
fn in_time(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<InTime> {
    let (this, rules) = (Month::of(today), parameters::current(tx)?);
    let from = this.previous();
    let mut found = InTime { from: from.first_day(), answered: 0, in_time: 0 };
    for (topic, answered) in by_topic(tx, Some(office), [from, this], today)? {
        let terms = rules.requests.terms(today, office, topic);
        let terms = terms.map_err(|_| anyhow::anyhow!("no answer clock for the day"))?;
        found.answered += answered.total();
        found.in_time += answered.within(terms.most_days);
    }
    Ok(found)
}

/// The Monday of a day's week.
fn monday(mut day: Day) -> Day {
    while day.weekday() != Weekday::Mon {
        day = day.plus_days(-1);
    }
    day
}

fn weeks(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Vec<Week>> {
    let (this, parts) = (monday(today), offices::parts(tx, office, today)?);
    let mut weeks = Vec::with_capacity(WEEKS);
    for back in (0..WEEKS).rev() {
        let from = this.plus_days(-7 * i64::try_from(back).unwrap_or_default());
        let mut week = Week { from, came: 0, went: 0 };
        for part in &parts {
            let place = |day: Day| (part.number(), day.epoch_days());
            let span = Span::between(&place(from), &place(from.plus_days(7)));
            for (_, flow) in FLOWS.collect(tx, &span, Order::Ascending)? {
                week.came = week.came.saturating_add(flow.came);
                week.went = week.went.saturating_add(flow.went);
            }
        }
        weeks.push(week);
    }
    Ok(weeks)
}

/// What runs out on the next working days.
fn ahead(tx: &dyn ReadTx, open: &[Waiting], office: OfficeCode, today: Day) -> Result<Vec<Ahead>> {
    let set = parameters::current(tx)?;
    let days = (0..).map(|days| today.plus_days(days));
    let works = |day: Day| set.offices.works(office, day) && !set.requests.is_off(office, day);
    let working = days.filter(|day| works(*day) || *day == Day::LAST);
    let of = |day: Day| {
        let [reminded, escalated, due] =
            [0, 1, 2].map(|term: usize| count(open, |one| one.clock.runs_out(day)[term]));
        Ahead { day, reminded, escalated, due }
    };
    Ok(working.take(AHEAD).map(of).collect())
}

/// What customers said in the last days, the most stars first.
fn ratings(
    tx: &dyn ReadTx,
    table: &Ratings,
    office: OfficeCode,
    today: Day,
) -> Result<Vec<OfRating>> {
    let mut known: BTreeMap<(Reverse<u8>, u8), u32> = BTreeMap::new();
    for part in offices::parts(tx, office, today)? {
        let place = |day: Day| (part.number(), day.epoch_days());
        let span = Span::between(&place(today.plus_days(-RECENT)), &place(today.plus_days(1)));
        for ((_, _, stars, at), count) in table.collect(tx, &span, Order::Ascending)? {
            *known.entry((Reverse(stars), at)).or_default() += count;
        }
    }
    known.retain(|_, count| *count > 0);
    let row = |((Reverse(stars), at), count): ((Reverse<u8>, u8), u32)| {
        let at = usize::from(at).checked_sub(1);
        OfRating { stars, aspect: at.and_then(|at| Aspect::ALL.get(at).copied()), count }
    };
    Ok(known.into_iter().map(row).collect())
}

fn loads(tx: &dyn ReadTx, open: &[Waiting], office: OfficeCode, today: Day) -> Result<Vec<Load>> {
    let parts = offices::parts(tx, office, today)?;
    let staff = offices::staff(tx, office, today)?.into_iter();
    let mut loads = Vec::new();
    for person in staff.filter(|person| STAFF.contains(&person.role)) {
        let mut closed = Histogram::default();
        for part in &parts {
            let place = |day: Day| (part.number(), person.id, day.epoch_days());
            let span = Span::between(&place(today.plus_days(-RECENT)), &place(today.plus_days(1)));
            for (_, counts) in BY_PERSON.collect(tx, &span, Order::Ascending)? {
                closed.join(&counts.into());
            }
        }
        let theirs = |one: &Waiting| one.charge == Some(person.id);
        loads.push(Load {
            person: person.id,
            open: count(open, theirs),
            awaiting: count(open, |one| theirs(one) && one.awaits()),
            closed: closed.total(),
            median: closed.percentile(MEDIAN),
            name: person.name,
        });
    }
    loads.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(loads)
}
