//! Sending: some rows in each transaction, which promises the next one, so that whatever happens each company gets one request.

use anyhow::Context;
use shared::bulk::{Obstacle, Send, Shown, Stage, check};
use shared::calendar::Instant;
use shared::endpoint::Endpoint;
use shared::fault::{Fault, FieldFault};
use shared::ids::{BulkId, PersonId, RequestId, SessionId};
use shared::requests::Submit;

use super::service::{content, head, prospect, shown};
use super::table::{BULKS, Head, Outcome, ROWS, RowRecord, SENDING, stored};
use super::write::looked_at;
use crate::access::Caller;
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::MINUTE;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::jobs::{self, Delivery, Duty, Job, Kind};
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::requests::service as requests;
use crate::store::{Order, ReadTx, Span, WriteTx};
use crate::write::write;

/// Jobs that send some rows.
pub const SEND: Kind =
    Kind { name: "bulk.send", run: |app, delivery| Box::pin(some(app, delivery)) };

/// Promises again what a stop may have cut off: at the start, and now and then.
pub const RESUME: Duty =
    Duty { name: "bulk.resume", every: 10 * MINUTE, run: |app| Box::pin(resume(app)) };

/// Rows of one transaction: few enough that others need not wait for it.
const AT_ONCE: usize = 20;

pub(super) async fn send(app: App, call: Call, request: Send) -> Result<Answer<Shown>> {
    let (caller, now, today) = (call.caller, app.now(), app.today());
    let Send { bulk, version } = request;
    let sending = write(&app, call.key, Some(caller.person), move |tx| {
        let mut head = looked_at(tx, &caller, bulk, version)?;
        ready(tx, &head)?;
        head.set_stage(Stage::Sending);
        head.at = now;
        BULKS.put(tx, &(caller.person, bulk), &head)?;
        SENDING.put(tx, &(caller.person, bulk))?;
        promise(tx, now, caller.person, bulk)?;
        let entry = NewEntry::of(Send::SPEC.name).about(bulk);
        let detail = Some(format!("{} companies", head.total));
        Ok((shown(tx, &caller, bulk, today)?, NewEntry { detail, ..entry }))
    });
    Ok(sending.await?.into())
}

/// Refuses what is not ready for anybody.
fn ready(tx: &dyn ReadTx, head: &Head) -> Result<()> {
    let known = parameters::topics(tx)?;
    let problems = check(&content(head), |topic| known.topic(topic).is_some());
    if problems.is_empty() {
        return Ok(());
    }
    let fault = |(field, reason): (&str, &str)| FieldFault {
        field: field.to_owned(),
        reason: reason.to_owned(),
    };
    Err(Fault::Invalid(problems.into_iter().map(fault).collect()).into())
}

/// Promises that the next rows are sent.
fn promise(tx: &mut dyn WriteTx, now: Instant, person: PersonId, bulk: BulkId) -> Result<()> {
    let place = (person.as_u128().to_be_bytes(), bulk.as_u128().to_be_bytes());
    let payload = minicbor::to_vec(place).context("two ids do not encode")?;
    jobs::enqueue(tx, now, Job { kind: SEND.name, payload, not_before: None, dedupe: None })
}

async fn some(app: App, delivery: Delivery) -> Result<()> {
    let (person, bulk): ([u8; 16], [u8; 16]) =
        minicbor::decode(&delivery.payload).context("two ids do not read")?;
    let person = PersonId::from_u128(u128::from_be_bytes(person));
    let bulk = BulkId::from_u128(u128::from_be_bytes(bulk));
    let now = app.now();
    let ids: Vec<RequestId> = (0..AT_ONCE).map(|_| app.new_id()).collect();
    app.store().transact(move |tx| send_some(tx, now, person, bulk, &ids)).await?;
    app.tabs().wake();
    Ok(())
}

/// Sends the next rows, and promises those after them.
pub(super) fn send_some(
    tx: &mut dyn WriteTx,
    now: Instant,
    person: PersonId,
    bulk: BulkId,
    ids: &[RequestId],
) -> Result<()> {
    // Done already, by a job that the same stop cut off.
    if !SENDING.exists(tx, &(person, bulk))? {
        return Ok(());
    }
    let mut head = head(tx, person, bulk)?;
    let next = Span::between(&(bulk, head.done + 1), &(bulk, u32::MAX));
    let rows = ROWS.page(tx, next, Order::Ascending, None, ids.len(), |_, _| true)?.items;
    let caller = people::by_id(tx, person)?.map(|one| Caller::of(&one, SessionId::default()));
    let over = rows.len() < ids.len();
    for (((_, number), record), id) in rows.into_iter().zip(ids) {
        let result = send_one(tx, now, caller.as_ref(), &head, &record, *id)?;
        match result {
            Outcome::Sent(..) => head.sent += 1,
            Outcome::Refused(_) => head.refused += 1,
        }
        head.done = number;
        ROWS.put(tx, &(bulk, number), &RowRecord { result: Some(result), ..record })?;
    }
    head.at = now;
    if over {
        head.set_stage(Stage::Done);
        SENDING.delete(tx, &(person, bulk))?;
    } else {
        promise(tx, now, person, bulk)?;
    }
    Ok(BULKS.put(tx, &(person, bulk), &head)?)
}

fn send_one(
    tx: &mut dyn WriteTx,
    now: Instant,
    caller: Option<&Caller>,
    head: &Head,
    record: &RowRecord,
    id: RequestId,
) -> Result<Outcome> {
    let refused = |obstacle| Outcome::Refused(stored(obstacle));
    let Some(caller) = caller else { return Ok(refused(Obstacle::Unknown)) };
    let prospect = prospect(tx, caller, record, &content(head), now.day_in_rome())?;
    if let Some(obstacle) = prospect.obstacle {
        return Ok(refused(obstacle));
    }
    let number = requests::send(tx, now, caller, id, prospect.draft)?;
    let entry = NewEntry::of(Submit::SPEC.name).for_company(record.company).about(id);
    audit::append(tx, now, NewEntry { person: Some(caller.person), ..entry })?;
    Ok(Outcome::Sent(id, number.to_string()))
}

async fn resume(app: App) -> Result<()> {
    let cut_off = app.store().read(|tx| SENDING.collect(tx, &Span::all(), Order::Ascending))?;
    if cut_off.is_empty() {
        return Ok(());
    }
    let now = app.now();
    app.store()
        .transact(move |tx| {
            let mut all = cut_off.iter();
            all.try_for_each(|(person, bulk)| promise(tx, now, *person, *bulk))
        })
        .await
}
