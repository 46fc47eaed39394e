//! What becomes of each company.

use std::collections::HashMap;

use shared::auth::{Resource, Verb};
use shared::bulk::{Content, Obstacle, Row, Sent, Shown};
use shared::calendar::Day;
use shared::companies::PositionState;
use shared::fault::Fault;
use shared::ids::{BulkId, PersonId};
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::requests::{Draft, Problem, check};

use super::table::{BULKS, Head, Outcome, ROWS, RowRecord};
use crate::access::{self, Caller};
use crate::companies::{Extract, service as companies};
use crate::fault::{Error, Result};
use crate::offices::service as offices;
use crate::requests::service as requests;
use crate::store::{Order, ReadTx, Span};

/// A company as its row tells of it, and what would be sent about it.
#[derive(Debug, Default)]
pub(super) struct Prospect {
    pub name: Option<String>,
    pub matricola: Option<String>,
    pub office: Option<OfficeCode>,
    pub draft: Draft,
    pub obstacle: Option<Obstacle>,
}

impl Prospect {
    fn refused(self, obstacle: Obstacle) -> Self {
        Self { obstacle: Some(obstacle), ..self }
    }
}

/// What would be sent about the company of a row today, or why nothing.
pub(super) fn prospect(
    tx: &dyn ReadTx,
    caller: &Caller,
    record: &RowRecord,
    content: &Content,
    today: Day,
) -> Result<Prospect> {
    let (none, company) = (Prospect::default(), record.company);
    let stranger = Obstacle::of_stranger(&record.tax_code);
    match access::company(tx, caller, company, Resource::Requests, Verb::Create, today) {
        Ok(_) => {}
        // One without a delegation and one that is not there are the same.
        Err(Error::Fault(Fault::NotFound | Fault::Forbidden)) => {
            return Ok(none.refused(stranger));
        }
        Err(error) => return Err(error),
    }
    let Some(extract) = companies::extract(tx, company)? else {
        return Ok(none.refused(stranger));
    };
    let known = Prospect { name: Some(extract.name.clone()), ..none };
    if extract.positions.is_empty() {
        return Ok(known.refused(Obstacle::NoPosition));
    }
    let Some((matricola, office)) = position(&extract, today) else {
        return Ok(known.refused(Obstacle::Ceased));
    };
    let draft = content.draft(company, &extract.name, Some(&matricola));
    let known = Prospect { matricola: Some(matricola), draft, ..known };
    let Ok(office) = OfficeCode::parse(&office) else {
        return Ok(known.refused(Obstacle::NoOffice));
    };
    let office = offices::competent(tx, office, today)?;
    let known = Prospect { office: Some(office), ..known };
    if let Some(topic) = content.topic
        && !requests::is_offered(tx, (office, topic), today)?
    {
        return Ok(known.refused(Obstacle::NotOffered));
    }
    let long = |problem: &Problem| matches!(problem, Problem::LongSubject | Problem::LongText);
    Ok(match check(&known.draft, |_| true).iter().any(long) {
        true => known.refused(Obstacle::TooLong),
        false => known,
    })
}

/// The matricola and the office of the position that it is about: the first that is active, or else the first that has not ceased for good.
fn position(extract: &Extract, today: Day) -> Option<(String, String)> {
    let mut positions = extract.positions.iter().map(|position| {
        let so_far = position.states.iter().rev().find(|(_, since)| *since <= today);
        let state = so_far.or(position.states.first()).map(|(state, _)| *state);
        (position, state.unwrap_or_default())
    });
    let active = positions.clone().find(|(_, state)| state.is_active());
    let chosen = active.or_else(|| positions.find(|(_, state)| *state != PositionState::Ceased));
    chosen.map(|(position, _)| (position.matricola.to_string(), position.office.clone()))
}

/// What is asked.
pub(super) fn content(head: &Head) -> Content {
    let topic = (head.topic != 0).then_some(TopicId(head.topic));
    Content { topic, subject: head.subject.clone(), text: head.text.clone() }
}

/// The bulk request of a person.
///
/// # Errors
/// [`Fault::NotFound`] for one that is not theirs; those of the store.
pub(super) fn head(tx: &dyn ReadTx, person: PersonId, bulk: BulkId) -> Result<Head> {
    Ok(BULKS.get(tx, &(person, bulk))?.ok_or(Fault::NotFound)?)
}

/// A bulk request as it travels.
pub(super) fn shown(tx: &dyn ReadTx, caller: &Caller, bulk: BulkId, today: Day) -> Result<Shown> {
    let head = head(tx, caller.person, bulk)?;
    let content = content(&head);
    let records = ROWS.collect(tx, &Span::prefix(&bulk), Order::Ascending)?;
    let mut rows = Vec::with_capacity(records.len());
    let mut expected = HashMap::new();
    for ((_, number), record) in records {
        let prospect = prospect(tx, caller, &record, &content, today)?;
        let known = prospect.obstacle.is_none();
        let asked = prospect.office.filter(|_| known).zip(content.topic);
        let term = asked.map(|asked| term(tx, asked, today, &mut expected)).transpose()?;
        let office = prospect.office.map(|office| offices::name(tx, office, today)).transpose()?;
        rows.push(row(number, record, (prospect, office), term));
    }
    Ok(Shown { bulk, version: head.version, at: head.at, stage: head.stage(), content, rows })
}

/// When an office would be expected to answer about the topic; reckoned once for each.
fn term(
    tx: &dyn ReadTx,
    asked: (OfficeCode, TopicId),
    today: Day,
    known: &mut HashMap<OfficeCode, Day>,
) -> Result<Day> {
    if let Some(day) = known.get(&asked.0) {
        return Ok(*day);
    }
    let day = requests::expected(tx, asked, today)?;
    known.insert(asked.0, day);
    Ok(day)
}

/// A row: what became of it, or what would today.
fn row(
    number: u32,
    record: RowRecord,
    (prospect, office): (Prospect, Option<String>),
    expected: Option<Day>,
) -> Row {
    let Prospect { name, matricola, obstacle, .. } = prospect;
    let (obstacle, sent) = match record.result {
        None => (obstacle, None),
        Some(Outcome::Refused(why)) => (Obstacle::ALL.get(usize::from(why)).copied(), None),
        Some(Outcome::Sent(request, protocol)) => {
            let sent = protocol.parse().ok().map(|protocol| Sent { request, protocol });
            // It was, even if the caller could not send it any more.
            (None, sent)
        }
    };
    let expected = expected.filter(|_| sent.is_none());
    let tax_code = record.tax_code;
    Row { number, tax_code, name, matricola, office, expected, obstacle, sent }
}
