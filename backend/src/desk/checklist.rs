//! The documents that a request needs.

use shared::calendar::Instant;
use shared::desk::{
    Checked, Checklist, Document, Item, Mark, SaveChecklist, ShowChecklist, Ticked, check_list,
};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{CompanyId, RequestId};
use shared::lang::Lang;
use shared::requests::Words;
use shared::requests::topics::TopicId;

use super::table::{CHECKLISTS, ChecklistRow, Json};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::requests::service as requests;
use crate::store::{ReadTx, WriteTx};
use crate::write::write;

/// What a topic asks for.
fn documents(tx: &dyn ReadTx, topic: TopicId) -> Result<Vec<Words>> {
    let known = parameters::topics(tx)?;
    Ok(known.topic(topic).map(|topic| topic.documents.clone()).unwrap_or_default())
}

fn kept(tx: &dyn ReadTx, id: RequestId) -> Result<Option<ChecklistRow>> {
    CHECKLISTS.get(tx, &id)?.map(|row| row.read()).transpose()
}

pub(super) async fn show(
    app: App,
    call: Call,
    request: ShowChecklist,
) -> Result<Answer<Checklist>> {
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| {
        let matter = requests::matter(tx, &caller, request.request, today)?;
        let kept = kept(tx, request.request)?;
        let by = match &kept {
            Some(row) => people::by_id(tx, row.by)?.map(|person| person.name),
            None => None,
        };
        let ticked = kept.as_ref().map(|row| row.items.as_slice()).unwrap_or_default();
        let items = items(&documents(tx, matter.topic)?, ticked, [request.lang, matter.lang]);
        let (version, at) = kept.as_ref().map_or((0, None), |row| (row.version, Some(row.at)));
        Ok(Checklist { version, lang: matter.lang, items, at, by }.into())
    })
}

/// The documents of the topic, whether they were looked at or not, and those that the office asks for besides.
fn items(of_topic: &[Words], ticked: &[Ticked], [lang, customer]: [Lang; 2]) -> Vec<Item> {
    let of_topic = (0..).zip(of_topic).map(|(place, words)| {
        let document = Document::Topic(place);
        let found = ticked.iter().find(|one| one.document == document);
        let mark = found.map(|one| one.mark).unwrap_or_default();
        let (label, asked) = (words.of(lang).to_owned(), words.of(customer).to_owned());
        Item { ticked: Ticked { document, mark }, label, asked }
    });
    let own = ticked.iter().filter_map(|one| match &one.document {
        Document::Own(name) => {
            Some(Item { ticked: one.clone(), label: name.clone(), asked: name.clone() })
        }
        Document::Topic(_) => None,
    });
    of_topic.chain(own).collect()
}

pub(super) async fn save(app: App, call: Call, request: SaveChecklist) -> Result<Answer<Checked>> {
    let (caller, now) = (call.caller, app.now());
    let saved = write(&app, call.key, Some(caller.person), move |tx| {
        let (checked, company) = keep(tx, now, &caller, &request)?;
        let missing = request.items.iter().filter(|one| one.mark == Mark::Missing).count();
        let entry = NewEntry::of(SaveChecklist::SPEC.name).for_company(company);
        let detail = Some(["missing ", &missing.to_string()].concat());
        Ok((checked, NewEntry { detail, ..entry.about(request.request) }))
    });
    Ok(saved.await?.into())
}

/// Keeps it; whose request it is.
pub(super) fn keep(
    tx: &mut dyn WriteTx,
    now: Instant,
    caller: &Caller,
    request: &SaveChecklist,
) -> Result<(Checked, CompanyId)> {
    let id = request.request;
    let matter = requests::matter(tx, caller, id, now.day_in_rome())?;
    if let Some(reason) = check_list(&request.items, documents(tx, matter.topic)?.len()) {
        return Err(Error::field("items", reason));
    }
    let before = kept(tx, id)?.map_or(0, |row| row.version);
    if before != request.version {
        return Err(Fault::Conflict(before).into());
    }
    let (version, items) = (before + 1, request.items.clone());
    let row = ChecklistRow { version, at: now, by: caller.person, items };
    CHECKLISTS.put(tx, &id, &Json::of(&row)?)?;
    requests::tell_office(tx, id, matter.office)?;
    Ok((Checked { version }, matter.company))
}
