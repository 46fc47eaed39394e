//! The internal DURC by itself: each company is checked once a month, a gap is notified, and that it was cured is remembered (Msg INPS
//! 3184/2016).

use shared::calendar::{Day, Instant, Month};
use shared::durc::{self, Check, Light, MonthlyCheck, Outcome, Situation};
use shared::ids::CompanyId;
use shared::parameters::Parameter;

use super::service::{monthly, put_monthly, valid};
use super::table::CHECKED;
use super::{notice, situation};
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::HOUR;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::parameters::service as parameters;
use crate::store::{ReadTx, WriteTx};

/// Looks every hour whether another day has begun, so that a server that was stopped catches up.
pub const CHECK: Duty = Duty { name: "durc.monthly", every: HOUR, run: |app| Box::pin(check(app)) };

/// Companies looked at in one transaction, so that none grows long.
const AT_ONCE: usize = 200;
/// Months back among which the latest check is looked for.
const BACK: i32 = 3;

async fn check(app: App) -> Result<()> {
    let (today, now) = (app.today(), app.now());
    let looked = app.store().read(|tx| CHECKED.get(tx, &()))?;
    if looked.is_some_and(|day| day >= today.epoch_days()) {
        return Ok(());
    }
    let companies = app.store().read(|tx| companies::all(tx))?;
    for some in companies.chunks(AT_ONCE) {
        let found = app.store().read(|tx| {
            let each = some.iter().map(|company| of_company(tx, *company, today));
            each.filter_map(Result::transpose).collect::<Result<Vec<Found>>>()
        })?;
        if !found.is_empty() {
            let put = move |tx: &mut dyn WriteTx| found.iter().try_for_each(|one| one.put(tx, now));
            app.store().transact(put).await?;
        }
    }
    app.store()
        .transact(move |tx| Ok::<_, Error>(CHECKED.put(tx, &(), &today.epoch_days())?))
        .await?;
    app.jobs_waiting().notify_one();
    Ok(())
}

/// What is to be remembered of a company.
struct Found {
    company: CompanyId,
    /// What was remembered of the month when the company was looked at.
    before: Option<MonthlyCheck>,
    check: MonthlyCheck,
    /// What the notice is about, where a gap is notified.
    gap: Option<(Situation, Check)>,
}

/// What is to be remembered of a company: the month's check where there is none, and the latest once its gap is cured. Where the data are
/// not sound enough to say, there is nothing to check by until the office has mended them.
fn of_company(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Option<Found>> {
    let month = Month::of(today);
    let latest = monthly(tx, company, month.plus(-BACK))?.pop();
    let open = latest.filter(|check| check.notified.is_some() && check.cured.is_none());
    let is_checked = latest.is_some_and(|check| check.month >= month);
    if is_checked && open.is_none() {
        return Ok(None);
    }
    let looked_at = situation::of(tx, company, today)?;
    let set = parameters::current(tx)?;
    // Without terms for the day there is no internal DURC.
    let Ok(found) = durc::check(&set.durc, &looked_at, today) else { return Ok(None) };
    if found.outcome == Outcome::TechnicalAnomaly {
        return Ok(None);
    }
    let is_green = found.outcome.light() == Light::Green;
    let before = latest.filter(|check| check.month >= month);
    Ok(match open {
        Some(check) if is_green => {
            let check = MonthlyCheck { cured: Some(today), ..check };
            Some(Found { company, before: open, check, gap: None })
        }
        // Whoever has a document is regular by it, and not asked again while it is valid (Msg INPS 3184/2016).
        _ if is_checked || valid(tx, company, today)?.is_some() => None,
        _ => {
            let check = MonthlyCheck { month, notified: (!is_green).then_some(today), cured: None };
            Some(Found { company, before, check, gap: (!is_green).then_some((looked_at, found)) })
        }
    })
}

impl Found {
    /// Remembers it, in the log too, and notifies the gap, unless somebody else has done so since.
    fn put(&self, tx: &mut dyn WriteTx, now: Instant) -> Result<()> {
        let MonthlyCheck { month, notified, cured } = self.check;
        let kept = monthly(tx, self.company, month)?.into_iter().find(|one| one.month == month);
        if kept != self.before {
            return Ok(());
        }
        put_monthly(tx, self.company, self.check)?;
        let outcome = match (notified, cured) {
            (_, Some(_)) => "cured",
            (Some(_), None) => "gap notified",
            (None, None) => "regular",
        };
        let entry = NewEntry::of(CHECK.name).for_company(self.company).about(month);
        audit::append(tx, now, NewEntry { detail: Some(outcome.to_owned()), ..entry })?;
        let (Some((looked_at, found)), Some(notified)) = (&self.gap, notified) else {
            return Ok(());
        };
        let set = parameters::current(&*tx)?;
        let terms = set.durc.internal.on(Parameter::InternalDurc, notified);
        let cure_by = terms.map(|terms| notified.plus_days(terms.value.cure_days.into()));
        let cure_by = cure_by.unwrap_or(notified);
        notice::of_month(tx, now, self.company, (month, cure_by), looked_at, found)
    }
}
