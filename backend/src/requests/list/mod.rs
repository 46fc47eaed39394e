//! Lists of requests.

mod archive;
mod asked;
mod export;
mod latest;
mod tally;
mod wanted;

pub(in crate::requests) use archive::{archive, is_archived};
pub(in crate::requests) use export::{CHARGE, OFFICE, UNIT, cells, columns, export};
pub(super) use latest::{index, remove, stand};
pub(super) use tally::differs;
pub use tally::{Counted, Tallies, Tally};

use shared::calendar::Day;
use shared::ids::RequestId;
use shared::offices::OfficeCode;
use shared::page::{Page, limit};
use shared::requests::{List, RequestRow, STAFF};

use crate::access::Caller;
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::offices::service as offices;
use crate::people::Place as PlaceOfWork;
use crate::requests::expected::expected_still;
use crate::requests::service::{clock_of, is_unread};
use crate::requests::show::name_of;
use crate::requests::table::Head;
use crate::store::ReadTx;
use wanted::{Part, Place, Wanted};

pub(in crate::requests) async fn list(
    app: App,
    call: Call,
    request: List,
) -> Result<Answer<Page<RequestRow>>> {
    let (caller, today, size) = (call.caller, app.today(), limit(request.limit));
    let after: Option<Place> = request.cursor.as_ref().map(from_cursor).transpose()?;
    app.store().read(|tx| {
        let mut wanted = Wanted::of(tx, &caller, &request, today)?;
        let Part { heads, next, total } = wanted.part(after, size)?;
        let rows = heads.iter().map(|(id, head)| row(tx, &caller, *id, head, today));
        let next = next.map(|place| cursor(&place));
        Ok(Page { items: rows.collect::<Result<_>>()?, next, total }.into())
    })
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
    let (clock, is_office) = (clock_of(tx, head, today)?, STAFF.contains(&caller.role));
    let expected = if is_office { None } else { expected_still(tx, head, &clock, today)? };
    Ok(RequestRow {
        id,
        protocol: head.receipt.registered.number,
        company: head.company,
        name: name.unwrap_or_default(),
        matricola: head.matricola.clone(),
        topic: head.topic,
        subject: head.subject.clone(),
        state: if is_office { head.state } else { head.state.to_customer() },
        office: offices::competent(tx, head.office, today)?,
        unit: head.unit,
        unit_name: offices::unit_name(tx, head.unit)?,
        charge,
        opened: head.opened,
        updated: head.updated,
        closed: head.closed,
        clock,
        expected,
        reopened: head.reopened,
        call: head.waits_for_call(),
        unread: is_unread(tx, caller.person, id, head)?,
    })
}
