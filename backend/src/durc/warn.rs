//! Warnings before a document runs out: once for each document and stage.

use shared::durc::{Held, Stage};
use shared::ids::CompanyId;

use super::archive::filed;
use super::notice;
use super::table::{LOOKED, WARNED};
use super::view::held;
use crate::app::App;
use crate::clock::HOUR;
use crate::companies::service as companies;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::parameters::service as parameters;

/// Looks every hour whether another day has begun, so that a server that was stopped catches up.
pub const WARN: Duty = Duty { name: "durc.warn", every: HOUR, run: |app| Box::pin(warn(app)) };

/// Companies looked at in one transaction, so that none grows long.
const AT_ONCE: usize = 200;

async fn warn(app: App) -> Result<()> {
    let today = app.today();
    let looked = app.store().read(|tx| LOOKED.get(tx, &()))?;
    if looked.is_some_and(|day| day >= today.epoch_days()) {
        return Ok(());
    }
    let companies = app.store().read(|tx| companies::all(tx))?;
    for some in companies.chunks(AT_ONCE) {
        let due = due(&app, some)?;
        if !due.is_empty() {
            send(&app, due).await?;
        }
    }
    app.store().transact(move |tx| Ok::<_, Error>(LOOKED.put(tx, &(), &today.epoch_days())?)).await
}

/// A document of which a warning is due, and how many there are with it.
type Due = (CompanyId, Held, u8);

/// The documents of some companies of which a warning is due. Where a newer one is there, the end of the old one is no news.
fn due(app: &App, companies: &[CompanyId]) -> Result<Vec<Due>> {
    let today = app.today();
    app.store().read(|tx| {
        let (mut due, set) = (Vec::new(), parameters::current(tx)?);
        for company in companies {
            let filed = filed(tx, *company, today)?;
            let documents = filed.iter().filter_map(|one| held(one, &set.durc, today));
            let Some(latest) = documents.max_by_key(|held| held.expires) else { continue };
            let stage = match latest.stage {
                Stage::EarlyWarning => 1,
                Stage::LateWarning => 2,
                Stage::NotYet | Stage::Valid | Stage::Expired => continue,
            };
            let sent = WARNED.get(tx, &(*company, latest.protocol.clone()))?;
            if sent.is_none_or(|sent| sent < stage) {
                due.push((*company, latest, stage));
            }
        }
        Ok(due)
    })
}

async fn send(app: &App, due: Vec<Due>) -> Result<()> {
    let now = app.now();
    app.store()
        .transact(move |tx| {
            for (company, document, stage) in &due {
                WARNED.put(tx, &(*company, document.protocol.clone()), stage)?;
                notice::of_expiry(tx, now, *company, document, *stage == 2)?;
            }
            Ok::<_, Error>(())
        })
        .await?;
    app.jobs_waiting().notify_one();
    Ok(())
}
