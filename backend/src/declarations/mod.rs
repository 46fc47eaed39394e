//! UniEmens transmitted: declarations by position and month, and their virtual DM.

mod export;
pub mod search;
pub mod service;
mod table;
mod view;

use std::cmp::Reverse;

use shared::calendar::{Day, Month};
use shared::declarations::{
    Declaration, DeclarationRow, ExportWorkers, List, Purpose, Show, Worker, Workers,
};
use shared::fault::Fault;
use shared::ids::{CompanyId, DeclarationId};
use shared::money::Euro;
use shared::page::{Page, limit};

use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::http::route::{Route, download_of_company, of_company};
use crate::keys::{cursor, from_cursor};
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span, StoreError};

pub use export::state_words;
use table::{CHUNK, DECLARATIONS, MONTH_OF, WORKERS};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        of_company::<List, _, _>(app, list),
        of_company::<Show, _, _>(app, show),
        of_company::<Workers, _, _>(app, workers),
        download_of_company::<ExportWorkers, _, _>(app, export::workers),
    ]
}

async fn list(app: App, call: CompanyCall, request: List) -> Result<Answer<Page<DeclarationRow>>> {
    let today = app.today();
    let company = call.access.company();
    let after = request.cursor.as_ref().map(from_cursor).transpose()?;
    app.store().read(|tx| {
        let page = DECLARATIONS.page(
            tx,
            Span::prefix(&company),
            Order::Ascending,
            after.as_ref(),
            limit(request.limit),
            |_, _| true,
        )?;
        let mut items = Vec::with_capacity(page.items.len());
        for ((_, Reverse(month), Reverse(id)), record) in page.items {
            items.push(view::row(tx, company, month, id, &record, today)?);
        }
        Ok(Page { items, next: page.next.as_ref().map(cursor), total: None }.into())
    })
}

/// The latest declarations of a company.
///
/// # Errors
/// Those of the store.
pub fn latest(
    tx: &dyn ReadTx,
    company: CompanyId,
    count: usize,
    today: Day,
) -> std::result::Result<Vec<DeclarationRow>, StoreError> {
    let page =
        DECLARATIONS
            .page(tx, Span::prefix(&company), Order::Ascending, None, count, |_, _| true)?;
    page.items
        .into_iter()
        .map(|((_, Reverse(month), Reverse(id)), record)| {
            view::row(tx, company, month, id, &record, today)
        })
        .collect()
}

/// A transmission: what its row says, and what besides.
pub struct Transmitted {
    /// As in the list.
    pub row: DeclarationRow,
    /// What it was for.
    pub purpose: Purpose,
    /// Tax code of who transmitted.
    pub sender: String,
    /// Their name.
    pub sender_name: Option<String>,
    /// The file it came in.
    pub file: String,
    /// Debit and credit as declared; none if the company totals are missing.
    pub declared: Option<(Euro, Euro)>,
    /// Whether something in it was odd but accepted.
    pub warned: bool,
}

/// Every transmission of a company, the latest month first.
///
/// # Errors
/// Those of the store.
pub fn transmitted(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
) -> std::result::Result<Vec<Transmitted>, StoreError> {
    let records = DECLARATIONS.collect(tx, &Span::prefix(&company), Order::Ascending)?;
    let mut all = Vec::with_capacity(records.len());
    for (place, ((_, Reverse(month), Reverse(id)), record)) in records.iter().enumerate() {
        let row = view::row(tx, company, *month, *id, record, today)?;
        // In a month the latest comes first.
        let earlier = records.iter().skip(place + 1);
        let before = earlier
            .take_while(|((_, Reverse(other), _), _)| other == month)
            .find(|(_, other)| other.matricola == record.matricola)
            .map(|(_, other)| Euro::from_cents(other.due));
        all.push(Transmitted {
            purpose: Purpose::of(row.due, before),
            row,
            sender: record.sender.clone(),
            sender_name: record.sender_name.clone(),
            file: record.file.clone(),
            declared: record
                .sections
                .map(|[debit, _, credit, _]| (Euro::from_cents(debit), Euro::from_cents(credit))),
            warned: !record.warnings.is_empty(),
        });
    }
    Ok(all)
}

async fn show(app: App, call: CompanyCall, request: Show) -> Result<Answer<Declaration>> {
    let today = app.today();
    app.store().read(|tx| {
        let (company, known) = (call.access.company(), parameters::current(tx)?);
        let found = view::detail(tx, company, request.declaration, today, &known.notices)?;
        Ok(found.ok_or(Fault::NotFound)?.into())
    })
}

async fn workers(app: App, call: CompanyCall, request: Workers) -> Result<Answer<Page<Worker>>> {
    let start: u32 = request.cursor.as_ref().map(from_cursor).transpose()?.unwrap_or(0);
    app.store().read(|tx| {
        let month = MONTH_OF
            .get(tx, &(call.access.company(), request.declaration))?
            .and_then(Month::from_index);
        month.ok_or(Fault::NotFound)?;
        Ok(worker_page(tx, request.declaration, start, limit(request.limit))?.into())
    })
}

/// Workers from the one with number `start` (from 0) on; the cursor is the number to go on with.
fn worker_page(
    tx: &dyn ReadTx,
    declaration: DeclarationId,
    start: u32,
    limit: usize,
) -> std::result::Result<Page<Worker>, StoreError> {
    let per_chunk = u32::try_from(CHUNK).unwrap_or(u32::MAX);
    let mut skip = (start % per_chunk) as usize;
    let mut items = Vec::with_capacity(limit);
    let mut next = None;
    for number in start / per_chunk.. {
        let Some(chunk) = WORKERS.get(tx, &(declaration, number))? else { break };
        let rest = chunk.workers.len().saturating_sub(skip);
        items.extend(
            chunk.workers.into_iter().skip(skip).take(limit - items.len()).map(view::worker),
        );
        if items.len() == limit {
            let reached = start.saturating_add(u32::try_from(limit).unwrap_or(u32::MAX));
            let more = rest > 0
                && WORKERS
                    .get(tx, &(declaration, reached / per_chunk))?
                    .is_some_and(|chunk| chunk.workers.len() > (reached % per_chunk) as usize);
            next = more.then(|| cursor(&reached));
            break;
        }
        skip = 0;
    }
    Ok(Page { items, next, total: None })
}
