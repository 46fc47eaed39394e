//! What a request can be about, and who would answer it by when.

use shared::auth::{Resource, Verb};
use shared::requests::topics::{OTHER, TopicId};
use shared::requests::{Answering, Draft, Offered, TopicRow, Topics, frequent, holding};
use shared::statistics::{Histogram, usual};

use super::expected::{Promise, promise};
use super::submit::{office, own};
use crate::access;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::statistics::service as statistics;

pub(super) async fn topics(app: App, call: Call, request: Topics) -> Result<Answer<Offered>> {
    let known = app.store().read(|tx| parameters::topics(tx))?;
    let mut topics = request.rows(&known);
    let instead = |topics: &[TopicRow]| {
        let instead = request.topic.and_then(|topic| known.instead(topic));
        instead.filter(|id| topics.iter().any(|row| row.id == *id))
    };
    let (caller, today) = (call.caller, app.today());
    let Some(company) = request.company else {
        let frequent = app.store().read(|tx| -> Result<_> {
            let (publication, from, to) = statistics::publication(tx, today)?;
            let cells = statistics::by_topic(tx, None, [from, to], today)?;
            Ok(most(&request, &topics, &cells, publication.fewest))
        })?;
        let instead = instead(&topics);
        return Ok(Offered { topics, answering: None, instead, frequent }.into());
    };
    app.store().read(|tx| {
        access::company(tx, &caller, company, Resource::Requests, Verb::Read, today)?;
        let draft = Draft { matricola: request.matricola.clone(), ..Draft::default() };
        let office = match own(tx, &caller, today)? {
            Some(own) => own,
            None => office(tx, company, &draft, today)?,
        };
        let (publication, from, to) = statistics::publication(tx, today)?;
        let cells = statistics::by_topic(tx, Some(office), [from, to], today)?;
        let set = parameters::current(tx)?;
        topics.retain_mut(|row| {
            row.usual = usual(&cells, row.id, publication.fewest);
            let rule = holding(&set.requests.offers, today, office, row.id);
            rule.is_none_or(|rule| row.follow(&rule.value, request.lang))
        });
        for row in &mut topics {
            row.expected = Some(promise(tx, (office, row.id), today)?.expected);
        }
        let frequent = most(&request, &topics, &cells, publication.fewest);
        let topic = request.topic.unwrap_or(OTHER);
        let Promise { expected, due } = promise(tx, (office, topic), today)?;
        let office = offices::name(tx, office, today)?;
        let answering = Answering { office, expected, due };
        let (answering, instead) = (Some(answering), instead(&topics));
        Ok(Offered { topics, answering, instead, frequent }.into())
    })
}

/// The topics that are asked about most, where no words are looked for.
fn most(
    request: &Topics,
    topics: &[TopicRow],
    cells: &[(TopicId, Histogram)],
    fewest: u16,
) -> Vec<TopicId> {
    match request.said() {
        Some(_) => Vec::new(),
        None => frequent(topics, cells, fewest),
    }
}
