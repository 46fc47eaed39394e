//! What everybody may know.

use std::collections::BTreeMap;

use shared::calendar::{Day, Month};
use shared::fault::Fault;
use shared::offices::OfficeCode;
use shared::requests::topics::{Group, Known, TopicId};
use shared::statistics::{Figure, Histogram, OfGroup, OfOffice, OfTopic, Show, Shown};

use super::service::{by_topic, publication};
use super::table::{ALL, BY_OFFICE};
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Visit};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span};

pub(super) async fn show(app: App, _: Visit, request: Show) -> Result<Answer<Shown>> {
    let today = app.today();
    app.store().read(|tx| {
        check(tx, &request)?;
        Ok(shown(tx, &request, today)?.into())
    })
}

/// Whether there is what is asked about.
pub(super) fn check(tx: &dyn ReadTx, request: &Show) -> Result<()> {
    let known = parameters::topics(tx)?;
    let is_known = request.office.map_or(Ok(true), |office| offices::knows(tx, office))?;
    if !is_known || request.group.is_some_and(|id| known.group(id).is_none()) {
        return Err(Fault::NotFound.into());
    }
    Ok(())
}

/// The figures as of a day.
pub(super) fn shown(tx: &dyn ReadTx, request: &Show, today: Day) -> Result<Shown> {
    let known = parameters::topics(tx)?;
    let (terms, from, to) = publication(tx, today)?;
    let cells = by_topic(tx, request.office, [from, to], today)?;
    let asked = |group: &&Group| request.group.is_none_or(|id| id == group.id);
    let shown = known.groups().iter().filter(asked);
    let rows = shown.map(|group| of_group(&known, group, &cells, request, terms.fewest));
    let rows: Vec<(OfGroup, Histogram)> = rows.collect();
    let mut whole = Histogram::default();
    rows.iter().for_each(|(_, one)| whole.join(one));
    Ok(Shown {
        from,
        to,
        fewest: terms.fewest,
        whole: Figure::of(&whole, terms.fewest),
        groups: rows.into_iter().map(|(row, _)| row).collect(),
        offices: by_office(tx, &known, request.group, [from, to], terms.fewest, today)?,
    })
}

/// A group with its topics, without those whose place others have taken, and all of its requests.
fn of_group(
    known: &Known,
    group: &Group,
    cells: &[(TopicId, Histogram)],
    request: &Show,
    fewest: u16,
) -> (OfGroup, Histogram) {
    let mut all = Histogram::default();
    let row = |id, title: &str, histogram: &Histogram| OfTopic {
        id,
        title: title.to_owned(),
        figure: Figure::of(histogram, fewest),
    };
    let there = group.topics.iter().filter(|topic| known.instead(topic.id).is_none());
    let topics = there.map(|topic| {
        let cell = cells.iter().find(|(id, _)| *id == topic.id);
        let cell = cell.map(|(_, histogram)| histogram.clone()).unwrap_or_default();
        all.join(&cell);
        row(topic.id, topic.title.of(request.lang), &cell)
    });
    let topics: Vec<OfTopic> = topics.collect();
    (OfGroup { group: row(group.id, group.title.of(request.lang), &all), topics }, all)
}

/// Whether requests were counted under a group that are of another one since a topic took the place of theirs.
fn has_moved(topics: &Known, group: TopicId) -> bool {
    topics.all().any(|(_, topic)| {
        let from = topic.id.group();
        let into = topics.instead(topic.id).map_or(from, TopicId::group);
        from != into && (from == group || into == group)
    })
}

/// The offices of which enough is known, by name, each with those that it has taken over.
fn by_office(
    tx: &dyn ReadTx,
    topics: &Known,
    group: Option<TopicId>,
    [from, to]: [Month; 2],
    fewest: u16,
    today: Day,
) -> Result<Vec<OfOffice>> {
    let moved = group.filter(|group| has_moved(topics, *group));
    let counted = group.filter(|_| moved.is_none()).map_or(ALL, |group| group.0);
    let span = Span::between(&(counted, from.index()), &(counted, to.next().index()));
    let set = parameters::current(tx)?;
    let mut known: BTreeMap<OfficeCode, Histogram> = BTreeMap::new();
    for ((_, _, office), counts) in BY_OFFICE.collect(tx, &span, Order::Ascending)? {
        let Some(office) = OfficeCode::from_number(office) else { continue };
        let office = set.offices.competent(office, today);
        known.entry(office).or_default().join(&counts.into());
    }
    let mut rows = Vec::new();
    for (code, mut histogram) in known {
        if let Some(group) = moved {
            histogram = Histogram::default();
            let cells = by_topic(tx, Some(code), [from, to], today)?.into_iter();
            cells.filter(|(id, _)| id.group() == group).for_each(|(_, one)| histogram.join(&one));
        }
        if let Some(figure) = Figure::of(&histogram, fewest) {
            rows.push(OfOffice { code, name: offices::name(tx, code, today)?, figure });
        }
    }
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(rows)
}
