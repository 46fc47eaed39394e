//! The topics, in the language of whoever asks.

use shared::auth::{Resource, Verb};
use shared::calendar::Day;
use shared::offices::OfficeCode;
use shared::page::Page;
use shared::requests::topics::find;
use shared::requests::{Expected, FindTopic, Offer, TopicGroup, TopicRow, Topics, clock};

use super::service::terms;
use super::submit::office;
use crate::access;
use crate::app::App;
use crate::companies::service as companies;
use crate::export::service::lang;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::store::ReadTx;

/// Topics that are offered for what somebody said.
const MOST_FOUND: usize = 8;

pub(super) async fn topics(app: App, call: Call, request: Topics) -> Result<Answer<Offer>> {
    let (caller, today) = (call.caller, app.today());
    let groups = TopicGroup::all(lang(&app, &caller, request.lang)?);
    let Some(company) = request.company else {
        return Ok(Offer { groups, expected: None }.into());
    };
    let expected = app.store().read(|tx| {
        access::company(tx, &caller, company, Resource::Requests, Verb::Read, today)?;
        let office = office(tx, company, request.matricola.as_ref())?;
        office.map(|office| expected(tx, office, today)).transpose()
    })?;
    Ok(Offer { groups, expected }.into())
}

fn expected(tx: &dyn ReadTx, office: OfficeCode, today: Day) -> Result<Expected> {
    let stands = clock(terms(tx, today)?, office, today, &[], today);
    let office_name = companies::office_name(office.as_str());
    Ok(Expected { office, office_name, day: stands.remind, due: stands.due })
}

pub(super) async fn found(
    app: App,
    call: Call,
    request: FindTopic,
) -> Result<Answer<Page<TopicRow>>> {
    let lang = lang(&app, &call.caller, request.lang)?;
    let hits = find(&request.text, lang).into_iter().take(MOST_FOUND);
    Ok(Page::whole(hits.map(|hit| TopicRow::of(hit.topic, lang)).collect()).into())
}
