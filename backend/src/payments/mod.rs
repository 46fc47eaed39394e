//! Payments: F24 forms, what their rows pay, and each month's due against paid.

mod export;
pub mod search;
pub mod service;
mod table;

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::{Day, Month};
use shared::fault::Fault;
use shared::ids::{CompanyId, PaymentId};
use shared::page::{Page, limit};
use shared::payments::{Export, List, MonthFigures, Payment, PaymentRow, Show, Situation};

use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::http::route::{Route, download_of_company, of_company};
use crate::keys::{cursor, from_cursor};
use crate::ledger::service as ledger;
use crate::store::{Order, Span};

use table::FORMS;

/// Most months a situation goes back.
const MOST_MONTHS: u16 = 36;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        of_company::<List, _, _>(app, list),
        of_company::<Show, _, _>(app, show),
        of_company::<Situation, _, _>(app, situation),
        download_of_company::<Export, _, _>(app, export::rows),
    ]
}

/// Pages end with a whole form, so the cursor is a form's key.
type FormKey = (CompanyId, Reverse<Day>, Reverse<PaymentId>);

async fn list(app: App, call: CompanyCall, request: List) -> Result<Answer<Page<PaymentRow>>> {
    let today = app.today();
    let company = call.access.company();
    let after: Option<FormKey> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let wanted = limit(request.limit);
    app.store().read(|tx| {
        let mut items: Vec<PaymentRow> = Vec::new();
        let mut next = None;
        let mut last: Option<FormKey> = None;
        let span = Span::prefix(&company);
        let span = match &after {
            Some(after) => span.after(after, Order::Ascending),
            None => span,
        };
        FORMS.scan(tx, &span, Order::Ascending, |key, form| {
            let (_, Reverse(day), Reverse(id)) = key;
            if request.year.is_some_and(|year| day.year() != i32::from(year)) {
                return Ok(ControlFlow::Continue(()));
            }
            let mut rows = service::rows(tx, company, day, id, &form, today)?;
            rows.retain(|row| request.loose != Some(true) || row.matched.is_loose());
            if !rows.is_empty() && items.len() >= wanted {
                next = last.as_ref().map(cursor);
                return Ok(ControlFlow::Break(()));
            }
            items.append(&mut rows);
            last = Some(key);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(Page { items, next, total: None }.into())
    })
}

async fn show(app: App, call: CompanyCall, request: Show) -> Result<Answer<Payment>> {
    let today = app.today();
    app.store().read(|tx| {
        let payment = service::detail(tx, call.access.company(), request.payment, today)?;
        Ok(payment.ok_or(Fault::NotFound)?.into())
    })
}

async fn situation(
    app: App,
    call: CompanyCall,
    request: Situation,
) -> Result<Answer<Vec<MonthFigures>>> {
    let today = app.today();
    let months = i32::from(request.months.unwrap_or(12).clamp(1, MOST_MONTHS));
    app.store().read(|tx| {
        let last = Month::of(today).previous();
        let first = last.plus(1 - months);
        let accounts = ledger::accounts(tx, call.access.company(), first, last)?;
        Ok(ledger::by_month(&accounts, first, last, today).into())
    })
}
