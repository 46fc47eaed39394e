//! Lists of requests.

mod archive;
mod asked;
mod export;
mod tally;

pub(in crate::requests) use archive::{archive, is_archived};
pub(in crate::requests) use export::{CHARGE, OFFICE, UNIT, cells, columns, export};
pub(super) use tally::differs;
pub use tally::{Counted, Tallies, Tally};

use std::cmp::Reverse;

use shared::ids::{CompanyId, RequestId};
use shared::offices::OfficeCode;
use shared::page::{Page, limit};
use shared::requests::{List, RequestRow, STAFF};

use crate::access::{Caller, relation, visible_companies};
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::offices::service as offices;
use crate::people::Place as PlaceOfWork;
use crate::requests::service::{clock_of, head, heads, is_unread};
use crate::requests::show::name_of;
use crate::requests::table::{BY_COMPANY, BY_OFFICE, Head};
use crate::store::{Order, ReadTx, Span};
use asked::Asked;
use shared::calendar::Day;
use shared::fault::Fault;

pub(in crate::requests) async fn list(
    app: App,
    call: Call,
    request: List,
) -> Result<Answer<Page<RequestRow>>> {
    let (caller, today, size) = (call.caller, app.today(), limit(request.limit));
    let after: Option<Place> = request.cursor.as_ref().map(from_cursor).transpose()?;
    app.store().read(|tx| {
        let mut found = found(tx, &caller, &request, today)?;
        let total = Some(found.len() as u64);
        found.retain(|place| after.is_none_or(|after| *place < after));
        let more = found.len() > size;
        found.truncate(size);
        let next = found.last().filter(|_| more).map(cursor);
        let ids = found.into_iter().map(|(.., id)| id).collect();
        let heads = heads(tx, ids)?;
        let rows = heads.iter().map(|(id, head)| row(tx, &caller, *id, head, today));
        Ok(Page { items: rows.collect::<Result<_>>()?, next, total }.into())
    })
}

/// Where a request stands in a list: what is new to a customer first, then by when something last happened.
type Place = (bool, i64, RequestId);

/// Where the requests stand that were asked for, in order. Only that of each is kept: an office has many, and shows some.
fn found(tx: &dyn ReadTx, caller: &Caller, request: &List, today: Day) -> Result<Vec<Place>> {
    let is_office = STAFF.contains(&caller.role);
    let mut asked = match is_office {
        true => request.company.into_iter().collect(),
        false => visible_companies(tx, caller, today)?,
    };
    if let Some(company) = request.company {
        relation(tx, caller, company, today)?.ok_or(Fault::NotFound)?;
        asked.retain(|other| *other == company);
    }
    let parts = parts(tx, caller, today)?;
    let ids = ids(tx, parts.as_deref(), &asked)?;
    let mut asked = Asked::new(tx, request, today)?;
    let mut found = Vec::new();
    for id in ids {
        let Some(head) = head(tx, id)? else { continue };
        let is_seen = parts.as_ref().is_none_or(|parts| parts.contains(&head.office));
        if !is_seen || !asked.admits(id, &head)? {
            continue;
        }
        let wanted = match request.archived {
            Some(archived) => is_archived(tx, caller.person, id, &head)? == archived,
            None => true,
        };
        if !wanted {
            continue;
        }
        // To an operator most of what colleagues answer is new, and none of it theirs to read first.
        let unread = !is_office && is_unread(tx, caller.person, id, &head)?;
        found.push((unread, head.updated.millis(), id));
    }
    found.sort_unstable_by_key(|place| Reverse(*place));
    Ok(found)
}

/// The requests of companies, or where none is named, all that are at offices.
fn ids(
    tx: &dyn ReadTx,
    parts: Option<&[OfficeCode]>,
    companies: &[CompanyId],
) -> Result<Vec<RequestId>> {
    let mut ids = Vec::new();
    if let (Some(parts), []) = (parts, companies) {
        for part in parts {
            let keys = BY_OFFICE.collect(tx, &Span::prefix(&part.number()), Order::Ascending)?;
            ids.extend(keys.into_iter().map(|(_, id)| id));
        }
    } else {
        for company in companies {
            let keys = BY_COMPANY.collect(tx, &Span::prefix(company), Order::Ascending)?;
            ids.extend(keys.into_iter().map(|((_, id), _)| id));
        }
    }
    Ok(ids)
}

/// The offices whose requests whoever answers sees; nothing of a customer, who sees a company's wherever they are.
fn parts(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Option<Vec<OfficeCode>>> {
    Ok(match (STAFF.contains(&caller.role), &caller.place) {
        (true, PlaceOfWork::Office(office)) => Some(offices::parts(tx, *office, today)?),
        (true, _) => Some(Vec::new()),
        (false, _) => None,
    })
}

/// A request as a row.
pub(in crate::requests) fn row(
    tx: &dyn ReadTx,
    caller: &Caller,
    id: RequestId,
    head: &Head,
    today: Day,
) -> Result<RequestRow> {
    let charge = match head.charge {
        Some((person, _)) => name_of(tx, person)?,
        None => None,
    };
    let name = companies::name_and_code(tx, head.company)?.map(|(name, _)| name);
    Ok(RequestRow {
        id,
        protocol: head.receipt.registered.number,
        company: head.company,
        name: name.unwrap_or_default(),
        matricola: head.matricola.clone(),
        topic: head.topic,
        subject: head.subject.clone(),
        state: if STAFF.contains(&caller.role) { head.state } else { head.state.to_customer() },
        office: offices::competent(tx, head.office, today)?,
        unit: head.unit,
        unit_name: offices::unit_name(tx, head.unit)?,
        charge,
        opened: head.opened,
        updated: head.updated,
        closed: head.closed,
        clock: clock_of(tx, head, today)?,
        reopened: head.reopened,
        call: head.waits_for_call(),
        unread: is_unread(tx, caller.person, id, head)?,
    })
}
