//! The internal DURC by itself: each company is checked once a month, and a gap that was cured is remembered (Msg INPS 3184/2016).

use shared::calendar::{Day, Month};
use shared::durc::{self, Light, MonthlyCheck};
use shared::ids::CompanyId;

use super::service::{monthly, put_monthly};
use super::situation;
use super::table::CHECKED;
use crate::app::App;
use crate::clock::HOUR;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// Looks every hour whether another day has begun, so that a server that was stopped catches up.
pub const CHECK: Duty = Duty { name: "durc.monthly", every: HOUR, run: |app| Box::pin(check(app)) };

/// Companies looked at in one transaction, so that none grows long.
const AT_ONCE: usize = 200;
/// Months back among which the latest check is looked for.
const BACK: i32 = 3;

async fn check(app: App) -> Result<()> {
    let today = app.today();
    let looked = app.store().read(|tx| CHECKED.get(tx, &()))?;
    if looked.is_some_and(|day| day >= today.epoch_days()) {
        return Ok(());
    }
    let companies = app.store().read(|tx| companies::all(tx))?;
    for some in companies.chunks(AT_ONCE) {
        let checks = due(&app, some)?;
        let put = move |tx: &mut dyn crate::store::WriteTx| {
            checks.iter().try_for_each(|(company, check)| put_monthly(tx, *company, *check))?;
            Ok::<_, Error>(())
        };
        app.store().transact(put).await?;
    }
    app.store().transact(move |tx| Ok::<_, Error>(CHECKED.put(tx, &(), &today.epoch_days())?)).await
}

/// The checks to be remembered of some companies: the month's where there is none, and the latest once its gap is cured.
fn due(app: &App, companies: &[CompanyId]) -> Result<Vec<(CompanyId, MonthlyCheck)>> {
    let today = app.today();
    app.store().read(|tx| {
        let mut due = Vec::new();
        for company in companies {
            due.extend(of_company(tx, *company, today)?.map(|check| (*company, check)));
        }
        Ok(due)
    })
}

fn of_company(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Option<MonthlyCheck>> {
    let month = Month::of(today);
    let latest = monthly(tx, company, month.plus(-BACK))?.pop();
    let open = latest.filter(|check| check.notified.is_some() && check.cured.is_none());
    let is_checked = latest.is_some_and(|check| check.month >= month);
    if is_checked && open.is_none() {
        return Ok(None);
    }
    // Where the archives say what cannot be, there is nothing to check by: the page of the company says so.
    let set = parameters::current(tx)?;
    let Ok(found) = durc::check(&set.durc, &situation::of(tx, company, today)?, today) else {
        return Ok(None);
    };
    let is_green = found.outcome.light() == Light::Green;
    Ok(match open {
        Some(check) if is_green => Some(MonthlyCheck { cured: Some(today), ..check }),
        _ if is_checked => None,
        _ => Some(MonthlyCheck { month, notified: (!is_green).then_some(today), cured: None }),
    })
}
