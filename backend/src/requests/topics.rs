//! What a request can be about, and who would answer it by when.

use shared::auth::{Resource, Verb};
use shared::requests::{Answering, Draft, Offered, Topics, clock};
use shared::statistics::usual;

use super::service::terms;
use super::submit::office;
use crate::access;
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::statistics::service as statistics;

pub(super) async fn topics(app: App, call: Call, request: Topics) -> Result<Answer<Offered>> {
    let mut topics = request.rows();
    let Some(company) = request.company else {
        return Ok(Offered { topics, answering: None }.into());
    };
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| {
        access::company(tx, &caller, company, Resource::Requests, Verb::Read, today)?;
        let draft = Draft { matricola: request.matricola.clone(), ..Draft::default() };
        let office = office(tx, company, &draft)?;
        let (publication, from, to) = statistics::publication(tx, today)?;
        let cells = statistics::by_topic(tx, Some(office), [from, to])?;
        for row in &mut topics {
            row.usual = usual(&cells, row.id, publication.fewest);
        }
        let stands = clock(terms(tx, today)?, office, today, &[], today);
        let answering = Answering {
            office: companies::office_name(office.as_str()),
            expected: stands.remind,
            due: stands.due,
        };
        Ok(Offered { topics, answering: Some(answering) }.into())
    })
}
