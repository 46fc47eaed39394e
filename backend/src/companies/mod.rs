//! Companies: what the register says of them, and the list of those one works for.

mod birthplace;
mod differ;
mod export;
mod extract;
pub mod search;
pub mod service;
mod table;
mod view;

use shared::calendar::Day;
use shared::companies::{CompanyBrief, CompanyRow, Export, List, Show};
use shared::fault::Fault;
use shared::page::{Cursor, Page, limit};
pub use shared::practice::fold;

use crate::access::Caller;
use crate::app::App;
use crate::delegations;
use crate::fault::Result;
use crate::http::call::{Answer, Call, CompanyCall};
use crate::http::route::{Route, download, of_company, signed_in};
use crate::practice::grid;
use crate::practice::summary::Summaries;
use crate::store::ReadTx;

pub use birthplace::birthplace;
pub use export::state_words;
pub use extract::Extract;
pub use view::row;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<List, _, _>(app, list),
        of_company::<Show, _, _>(app, show),
        download::<Export, _, _>(app, export::export),
    ]
}

async fn show(app: App, call: CompanyCall, _: Show) -> Result<Answer<CompanyBrief>> {
    let today = app.today();
    app.store().read(|tx| {
        let company = call.access.company();
        let intermediaries = delegations::service::practices_for(tx, company, today)?;
        let brief = view::brief(tx, company, call.access.relation(), intermediaries, today)?;
        Ok(brief.ok_or(Fault::NotFound)?.into())
    })
}

async fn list(app: App, call: Call, request: List) -> Result<Answer<Page<CompanyRow>>> {
    let today = app.today();
    app.store().read(|tx| {
        let rows = listed(tx, app.summaries(), &call.caller, &request, today)?;
        page(rows, request.cursor.as_ref(), limit(request.limit))
    })
}

/// All rows that the caller sees of what they ask for, by name.
fn listed(
    tx: &dyn ReadTx,
    kept: &Summaries,
    caller: &Caller,
    request: &List,
    today: Day,
) -> Result<Vec<CompanyRow>> {
    let wanted = request.search.as_deref().map(fold).unwrap_or_default();
    let mut rows = Vec::new();
    for grid::Row { client, summary, .. } in grid::rows(tx, kept, caller, today)? {
        let all = request.attention != Some(true);
        if summary.matches(&wanted) && (all || summary.wants_a_look()) {
            rows.extend(row(tx, client.company, today)?);
        }
    }
    Ok(rows)
}

/// The rows after the one whose id the cursor names.
fn page(
    rows: Vec<CompanyRow>,
    cursor: Option<&Cursor>,
    limit: usize,
) -> Result<Answer<Page<CompanyRow>>> {
    let total = rows.len() as u64;
    let start = match cursor {
        None => 0,
        Some(cursor) => {
            let id = crate::keys::from_cursor(cursor)?;
            rows.iter().position(|row| row.id == id).map_or(rows.len(), |place| place + 1)
        }
    };
    let more = rows.len() > start + limit;
    let items: Vec<CompanyRow> = rows.into_iter().skip(start).take(limit).collect();
    let next = items.last().filter(|_| more).map(|row| crate::keys::cursor(&row.id));
    Ok(Page { items, next, total: Some(total) }.into())
}
