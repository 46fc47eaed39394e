//! Beginning one, writing it, leaving companies out, forgetting it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use shared::bulk::{
    Discard, List, MOST_KEPT, MOST_ROWS, Open, Opened, Show, Shown, Stage, Summary, Write,
};
use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{BulkId, CompanyId, PersonId};
use shared::page::Page;
use shared::requests::is_beyond_keeping;

use super::service::{head, shown};
use super::table::{BULKS, Head, ROWS, RowRecord};
use crate::access::{self, Caller};
use crate::app::App;
use crate::audit::NewEntry;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::store::{Order, ReadTx, Span, WriteTx};
use crate::write::write;

/// Most characters of a code: what is longer is none, and is not kept.
const LONGEST_CODE: usize = 32;

pub(super) async fn open(app: App, call: Call, request: Open) -> Result<Answer<Opened>> {
    let (caller, now, today) = (call.caller, app.now(), app.today());
    if request.companies.len() + request.codes.len() > MOST_ROWS {
        return Err(Error::field("companies", "too_many"));
    }
    let bulk: BulkId = app.new_id();
    let opened = write(&app, call.key, Some(caller.person), move |tx| {
        if BULKS.count(tx, &Span::prefix(&caller.person), MOST_KEPT)? == MOST_KEPT {
            return Err(Error::field("bulk", "too_many"));
        }
        let rows = rows(tx, &caller, &request, today)?;
        if rows.is_empty() {
            return Err(Error::field("companies", "empty"));
        }
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let mut head = Head {
            version: 1,
            at: now,
            stage: 0,
            topic: 0,
            subject: String::new(),
            text: String::new(),
            total,
            sent: 0,
            refused: 0,
            done: 0,
        };
        head.set_stage(Stage::Written);
        BULKS.put(tx, &(caller.person, bulk), &head)?;
        for (number, row) in (1..).zip(rows) {
            ROWS.put(tx, &(bulk, number), &row)?;
        }
        let entry = NewEntry::of(Open::SPEC.name).about(bulk);
        Ok((Opened { bulk }, NewEntry { detail: Some(format!("{total} companies")), ..entry }))
    });
    Ok(opened.await?.into())
}

/// The companies that are named, each once. One that is not the caller's keeps only the code by which it was named.
fn rows(tx: &dyn ReadTx, caller: &Caller, request: &Open, today: Day) -> Result<Vec<RowRecord>> {
    let visible: BTreeSet<CompanyId> =
        access::visible_companies(tx, caller, today)?.into_iter().collect();
    let (mut rows, mut companies_so_far) = (Vec::new(), BTreeSet::new());
    for company in &request.companies {
        let company = Some(*company).filter(|company| visible.contains(company));
        let known = match company {
            Some(company) => {
                companies::name_and_code(tx, company)?.map(|(_, code)| (company, code))
            }
            None => None,
        };
        let (company, tax_code) = known.unwrap_or_default();
        if company == CompanyId::default() || companies_so_far.insert(company) {
            rows.push(RowRecord { company, tax_code, result: None });
        }
    }
    let mut unknown = BTreeSet::new();
    for code in &request.codes {
        let tax_code: String = code.trim().to_uppercase().chars().take(LONGEST_CODE).collect();
        let company = companies::by_tax_code(tx, &tax_code)?.filter(|one| visible.contains(one));
        let is_new = match company {
            Some(company) => companies_so_far.insert(company),
            None => !tax_code.is_empty() && unknown.insert(tax_code.clone()),
        };
        if is_new {
            rows.push(RowRecord { company: company.unwrap_or_default(), tax_code, result: None });
        }
    }
    Ok(rows)
}

pub(super) async fn list(app: App, call: Call, _: List) -> Result<Answer<Page<Summary>>> {
    let person = call.caller.person;
    app.store().read(|tx| Ok(Page::whole(summaries(tx, person)?).into()))
}

/// The bulk requests of somebody, the latest first.
pub(super) fn summaries(tx: &dyn ReadTx, person: PersonId) -> Result<Vec<Summary>> {
    let kept = BULKS.collect(tx, &Span::prefix(&person), Order::Ascending)?;
    let summary = |((_, bulk), head): ((_, BulkId), Head)| Summary {
        bulk,
        at: head.at,
        stage: head.stage(),
        subject: head.subject,
        total: head.total,
        sent: head.sent,
        refused: head.refused,
    };
    let mut summaries: Vec<Summary> = kept.into_iter().map(summary).collect();
    summaries.sort_by_key(|one| Reverse((one.at, one.bulk)));
    Ok(summaries)
}

pub(super) async fn show(app: App, call: Call, request: Show) -> Result<Answer<Shown>> {
    let (caller, today) = (call.caller, app.today());
    app.store().read(|tx| Ok(shown(tx, &caller, request.bulk, today)?.into()))
}

/// One that is still written, if it is as it was looked at.
pub(super) fn looked_at(
    tx: &dyn ReadTx,
    caller: &Caller,
    bulk: BulkId,
    version: u64,
) -> Result<Head> {
    let head = head(tx, caller.person, bulk)?;
    if head.stage() != Stage::Written {
        return Err(Fault::NotNow(Vec::new()).into());
    }
    if head.version != version {
        return Err(Fault::Conflict(head.version).into());
    }
    Ok(head)
}

pub(super) async fn keep(app: App, call: Call, request: Write) -> Result<Answer<Shown>> {
    let (caller, now, today) = (call.caller, app.now(), app.today());
    let Write { bulk, version, content, without } = request;
    for (field, words) in [("subject", &content.subject), ("text", &content.text)] {
        if is_beyond_keeping(words) {
            return Err(Error::field(field, "too_long"));
        }
    }
    let kept = write(&app, call.key, Some(caller.person), move |tx| {
        let head = looked_at(tx, &caller, bulk, version)?;
        let total = leave_out(tx, bulk, &without)?;
        let head = Head {
            version: version + 1,
            at: now,
            topic: content.topic.map_or(0, |topic| topic.0),
            subject: content.subject.clone(),
            text: content.text.clone(),
            total,
            ..head
        };
        BULKS.put(tx, &(caller.person, bulk), &head)?;
        let entry = NewEntry::of(Write::SPEC.name).about(bulk);
        Ok((shown(tx, &caller, bulk, today)?, entry))
    });
    Ok(kept.await?.into())
}

/// Leaves rows out; how many are left. The others keep their numbers.
fn leave_out(tx: &mut dyn WriteTx, bulk: BulkId, without: &[u32]) -> Result<u32> {
    for number in without {
        ROWS.delete(tx, &(bulk, *number))?;
    }
    let left = ROWS.count(tx, &Span::prefix(&bulk), MOST_ROWS)?;
    if left == 0 {
        return Err(Error::field("without", "empty"));
    }
    Ok(u32::try_from(left).unwrap_or(u32::MAX))
}

pub(super) async fn discard(app: App, call: Call, request: Discard) -> Result<Answer<()>> {
    let (person, bulk) = (call.caller.person, request.bulk);
    let done = write(&app, call.key, Some(person), move |tx| {
        if head(tx, person, bulk)?.stage() == Stage::Sending {
            return Err(Fault::NotNow(Vec::new()).into());
        }
        for (place, _) in ROWS.collect(tx, &Span::prefix(&bulk), Order::Ascending)? {
            ROWS.delete(tx, &place)?;
        }
        BULKS.delete(tx, &(person, bulk))?;
        Ok(((), NewEntry::of(Discard::SPEC.name).about(bulk)))
    });
    Ok(done.await?.into())
}
