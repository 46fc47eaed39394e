//! Forgetting what changed long ago.

use std::ops::ControlFlow;

use shared::calendar::Month;
use shared::changes::KEPT_MONTHS;
use shared::ids::CompanyId;

use super::table::{HEADS, LOG};
use crate::app::App;
use crate::clock::DAY;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::store::{Order, Span};

/// Companies looked through at a time, and changes forgotten of each in one transaction.
const AT_ONCE: usize = 500;

/// Forgets changes that are older than [`KEPT_MONTHS`].
pub const PURGE: Duty = Duty { name: "changes.purge", every: DAY, run: |app| Box::pin(purge(app)) };

async fn purge(app: App) -> Result<()> {
    let before = Month::of(app.today()).plus(-KEPT_MONTHS).first_day();
    let mut after: Option<CompanyId> = None;
    loop {
        let page = app.store().read(|tx| {
            HEADS.page(tx, Span::all(), Order::Ascending, after.as_ref(), AT_ONCE, |_, _| true)
        })?;
        for (company, head) in page.items {
            let old = app.store().read(|tx| {
                let mut old = 0;
                let span = Span::between(&(company, head.first), &(company, head.last + 1));
                LOG.scan(tx, &span, Order::Ascending, |_, row| {
                    let is_old = row.at.day_in_rome() < before && old < head.last - head.first;
                    old += u64::from(is_old);
                    Ok(if is_old { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
                })?;
                Ok::<_, Error>(old)
            })?;
            if old > 0 {
                forget(&app, company, head.first + old).await?;
            }
        }
        let Some(next) = page.next else { return Ok(()) };
        after = Some(next);
    }
}

/// Forgets the changes of a company before a number.
async fn forget(app: &App, company: CompanyId, first: u64) -> Result<()> {
    app.store()
        .transact(move |tx| {
            let Some(mut head) = HEADS.get(tx, &company)? else { return Ok(()) };
            for number in head.first..first {
                LOG.delete(tx, &(company, number))?;
            }
            head.first = head.first.max(first);
            HEADS.put(tx, &company, &head).map_err(Error::from)
        })
        .await
}
