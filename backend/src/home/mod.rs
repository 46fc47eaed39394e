//! Oggi: what somebody sees first.

mod attention;
mod counters;
mod items;

use shared::calendar::{Day, Month};
use shared::fault::Fault;
use shared::home::{
    Attention, CompanyHome, MonthSum, OfCompany, OfMany, OfSystem, Overview, SystemState,
};
use shared::money::Euro;

use crate::app::App;
use crate::deadlines::coming;
use crate::durc::service as durc;
use crate::evidence::service as evidence;
use crate::fault::Result;
use crate::http::call::{Answer, Call, CompanyCall};
use crate::http::route::{Route, of_company, signed_in};
use crate::ledger::service as ledger;
use crate::practice::grid::{self, Memory};
use crate::{audit, changes, companies, declarations, jobs, payments, session, store};

/// Declarations a company's home shows.
const LATEST: usize = 3;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        of_company::<OfCompany, _, _>(app, of_company_home),
        signed_in::<OfMany, _, _>(app, overview),
        signed_in::<OfSystem, _, _>(app, system),
    ]
}

async fn of_company_home(
    app: App,
    call: CompanyCall,
    request: OfCompany,
) -> Result<Answer<CompanyHome>> {
    let (today, at) = (app.today(), app.now());
    let (company, caller) = (call.access.company(), call.access.caller());
    app.store().read(|tx| {
        if !companies::service::exists(tx, company)? {
            return Err(Fault::NotFound.into());
        }
        // A month already declared is shown although its term has not passed.
        let (_, past) = ledger::past_year(today);
        let last = ledger::last_declared(tx, company, Month::of(today))?
            .map_or(past, |(month, _)| month.max(past));
        let first = last.plus(-11);
        let accounts = ledger::accounts(tx, company, first, last)?;
        let months = ledger::by_month(&accounts, first, last, today);
        let mut attention = attention::of_company(tx, company, &accounts, &months, today)?;
        if let Some((open, durc)) = evidence::open(tx, &app, caller, company)? {
            attention.insert(0, Attention::Evidence { open, durc });
            attention.truncate(attention::MOST);
        }
        let durc = durc::on_file(tx, company, today)?;
        let row = grid::of_one(tx, app.summaries(), caller, company, today)?;
        let coming = coming::of_company(row.as_ref(), caller, today, request.lang);
        Ok(CompanyHome {
            countdown: items::countdown(durc, coming.first(), company, today, request.lang),
            durc,
            attention,
            months,
            declarations: declarations::latest(tx, company, LATEST, today)?,
            deadlines: coming.into_iter().map(|(_, line)| line).collect(),
            changes: row.as_ref().and_then(|row| changes::unseen(row, request.lang)),
            news: changes::latest_of(tx, row.as_ref(), request.lang)?,
            at,
        }
        .into())
    })
}

async fn overview(app: App, call: Call, request: OfMany) -> Result<Answer<Overview>> {
    let (today, at, memory) = (app.today(), app.now(), Memory::of(&app));
    app.store().read(|tx| {
        let rows = grid::rows(tx, memory.summaries, &call.caller, today)?;
        let counters = counters::of(tx, memory, &call.caller, &rows, today, request.lang)?;
        Ok(Overview {
            companies: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            counters,
            missing: rows.iter().map(|row| row.summary.missing).sum(),
            months: year(&rows, today),
            news: changes::latest(tx, &rows, request.lang)?,
            worst: items::worst(&rows, request.lang),
            deadlines: coming::of_many(&rows, &call.caller, today, request.lang),
            at,
        }
        .into())
    })
}

/// The past year of all rows together.
fn year(rows: &[grid::Row], today: Day) -> Vec<MonthSum> {
    let (first, past) = ledger::past_year(today);
    let mut months: Vec<MonthSum> = first
        .through(past)
        .map(|month| MonthSum { month, due: Euro::ZERO, paid: Euro::ZERO })
        .collect();
    for row in rows {
        for (sum, (due, paid)) in months.iter_mut().zip(&row.summary.year) {
            sum.due += *due;
            sum.paid += *paid;
        }
    }
    months
}

async fn system(app: App, _: Call, _: OfSystem) -> Result<Answer<SystemState>> {
    let now = app.now();
    let stats = app.store().stats()?;
    let rows = |name: &str| {
        stats.tables.iter().find(|table| table.name == name).map_or(0, |table| table.rows)
    };
    app.store().read(|tx| {
        let backlog = jobs::backlog(tx, now)?;
        Ok(SystemState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            schema: store::migrate::newest(store::migrate::STEPS),
            started: app.started(),
            companies: rows(companies::service::TABLE),
            declarations: rows(declarations::service::TABLE),
            payments: rows(payments::service::TABLE),
            sessions: session::service::count(tx, now)?,
            jobs: ((backlog.undelivered + backlog.later) as u64, backlog.dead as u64),
            audited: rows(audit::service::TABLE),
            bytes: stats.file_bytes,
        }
        .into())
    })
}
