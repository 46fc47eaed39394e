//! Counting in the transaction that closes, and what is known of an office.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::calendar::{Day, Month};
use shared::ids::PersonId;
use shared::offices::OfficeCode;
use shared::parameters::Parameter;
use shared::requests::topics::TopicId;
use shared::requests::{Aspect, Publication};
use shared::statistics::Histogram;

use super::table::{
    ALL, BY_OFFICE, BY_PERSON, BY_TOPIC, Counts, FLOWS, Flow, RATINGS, Ratings, SENDINGS,
};
use super::usual;
pub use super::usual::{keep_ninety, ninety};
use crate::fault::Result;
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::store::{Key, Order, ReadTx, Span, Table, WriteTx};

/// That a request had its last answer: what is counted of it, and taken back if it is reopened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// By which office.
    pub office: OfficeCode,
    /// About what.
    pub topic: TopicId,
    /// On which day.
    pub day: Day,
    /// After how many working days.
    pub days: u16,
    /// By whom.
    pub person: PersonId,
}

/// Counts it.
///
/// # Errors
/// Those of the store.
pub fn answered(tx: &mut dyn WriteTx, one: &Answered) -> Result<()> {
    change(tx, one, |counts| counts.add(one.days, 1))
}

/// Counts it no more.
///
/// # Errors
/// Those of the store.
pub fn reopened(tx: &mut dyn WriteTx, one: &Answered) -> Result<()> {
    change(tx, one, |counts| counts.take(one.days))
}

/// That a customer said how it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// Of which office.
    pub office: OfficeCode,
    /// On which day.
    pub day: Day,
    /// Stars.
    pub stars: u8,
    /// What was good or hard, if they said.
    pub aspect: Option<Aspect>,
}

/// Counts it in the place of what they said before.
///
/// # Errors
/// Those of the store.
pub fn rated(tx: &mut dyn WriteTx, one: &Rated, before: Option<Rated>) -> Result<()> {
    rate(tx, &RATINGS, one, before)
}

/// Counts what a customer said of how it was to send a request, which they say once.
///
/// # Errors
/// Those of the store.
pub fn sending_rated(tx: &mut dyn WriteTx, one: &Rated) -> Result<()> {
    rate(tx, &SENDINGS, one, None)
}

fn rate(tx: &mut dyn WriteTx, table: &Ratings, one: &Rated, before: Option<Rated>) -> Result<()> {
    let place = |one: &Rated| {
        let at = Aspect::ALL.iter().position(|aspect| one.aspect == Some(*aspect));
        let at = at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0);
        (one.office.number(), one.day.epoch_days(), one.stars, at)
    };
    if let Some(before) = &before {
        let known = table.get(tx, &place(before))?.unwrap_or(0);
        table.put(tx, &place(before), &known.saturating_sub(1))?;
    }
    let known = table.get(tx, &place(one))?.unwrap_or(0);
    Ok(table.put(tx, &place(one), &known.saturating_add(1))?)
}

fn change(
    tx: &mut dyn WriteTx,
    one: &Answered,
    change: impl Fn(&mut Histogram) + Copy,
) -> Result<()> {
    let (office, topic, month) = (one.office.number(), one.topic.0, Month::of(one.day).index());
    let group = one.topic.group().0;
    for place in [(office, month, topic), (ALL, month, topic)] {
        put(tx, &BY_TOPIC, &place, change)?;
    }
    for place in [(group, month, office), (ALL, month, office)] {
        put(tx, &BY_OFFICE, &place, change)?;
    }
    usual::forget(tx, (one.office, one.topic), Month::of(one.day))?;
    put(tx, &BY_PERSON, &(office, one.person, one.day.epoch_days()), change)
}

fn put<K: Key>(
    tx: &mut dyn WriteTx,
    table: &Table<K, Counts>,
    place: &K,
    change: impl Fn(&mut Histogram),
) -> Result<()> {
    let mut counts = table.get(tx, place)?.map_or_else(Histogram::default, Into::into);
    change(&mut counts);
    Ok(table.put(tx, place, &Counts::from(&counts))?)
}

/// A request came to an office, by whatever way.
///
/// # Errors
/// Those of the store.
pub fn came(tx: &mut dyn WriteTx, office: OfficeCode, day: Day) -> Result<()> {
    flow(tx, office, day, |flow| flow.came = flow.came.saturating_add(1))
}

/// A request left an office, by whatever way.
///
/// # Errors
/// Those of the store.
pub fn went(tx: &mut dyn WriteTx, office: OfficeCode, day: Day) -> Result<()> {
    flow(tx, office, day, |flow| flow.went = flow.went.saturating_add(1))
}

fn flow(
    tx: &mut dyn WriteTx,
    office: OfficeCode,
    day: Day,
    change: impl Fn(&mut Flow),
) -> Result<()> {
    let place = (office.number(), day.epoch_days());
    let mut flow = FLOWS.get(tx, &place)?.unwrap_or_default();
    change(&mut flow);
    Ok(FLOWS.put(tx, &place, &flow)?)
}

/// What may be said of offices today, and of which months.
///
/// # Errors
/// Those of the store; where nothing says what may be said.
pub fn publication(tx: &dyn ReadTx, today: Day) -> Result<(Publication, Month, Month)> {
    let set = parameters::current(tx)?;
    let step = set.requests.publication.on(Parameter::Publication, today);
    let terms =
        step.map_err(|_| anyhow::anyhow!("nothing says of how few nothing is shown"))?.value;
    // A month that is not over would tell of each request that ends in it.
    let last = Month::of(today).previous();
    Ok((terms, last.plus(1 - i32::from(terms.months)), last))
}

/// What is known of an office and those that it has taken over by a day, over some months, by topic, each with those whose place it has
/// taken: of every office where none is named.
///
/// # Errors
/// Those of the store.
pub fn by_topic(
    tx: &dyn ReadTx,
    office: Option<OfficeCode>,
    [from, to]: [Month; 2],
    today: Day,
) -> Result<Vec<(TopicId, Histogram)>> {
    let parts = match office {
        Some(office) => {
            offices::parts(tx, office, today)?.into_iter().map(OfficeCode::number).collect()
        }
        None => vec![ALL],
    };
    let topics = parameters::topics(tx)?;
    let mut found: BTreeMap<TopicId, Histogram> = BTreeMap::new();
    for part in parts {
        let span = Span::between(&(part, from.index()), &(part, to.next().index()));
        for ((.., topic), counts) in BY_TOPIC.collect(tx, &span, Order::Ascending)? {
            let topic = TopicId(topic);
            let now = topics.instead(topic).unwrap_or(topic);
            found.entry(now).or_default().join(&counts.into());
        }
    }
    Ok(found.into_iter().collect())
}
