//! Warnings before a document runs out: once for each document and stage.

use std::cmp::Reverse;

use shared::durc::{Stage, validity};

use super::notice;
use super::service::parameters;
use super::table::{DOCUMENTS, EXPIRING};
use crate::app::App;
use crate::clock::HOUR;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::store::{Order, Span};

/// Looks every hour, so that a day that begins is noticed, and a server that was stopped catches up.
pub const WARN: Duty = Duty { name: "durc.warn", every: HOUR, run: |app| Box::pin(warn(app)) };

/// Documents warned about in one transaction, so that none grows long.
const AT_ONCE: usize = 200;

async fn warn(app: App) -> Result<()> {
    let (today, now) = (app.today(), app.now());
    let terms = parameters()?.on(today);
    let Ok(terms) = terms else { return Ok(()) };
    let last = today.plus_days(i64::from(terms.warnings.early_days) + 1);
    let due = app.store().read(|tx| {
        let mut due = Vec::new();
        let soon = EXPIRING.collect(tx, &Span::between(&today, &last), Order::Ascending)?;
        for (_, company, number) in soon {
            let Some(document) = DOCUMENTS.get(tx, &(company, Reverse(number)))? else { continue };
            let Ok(validity) = validity(parameters()?, document.issued) else { continue };
            let stage = match validity.stage(today) {
                Stage::EarlyWarning => 1,
                Stage::LateWarning => 2,
                Stage::NotYet | Stage::Valid | Stage::Expired => 0,
            };
            if stage > document.warned {
                due.push((company, number, stage));
            }
        }
        Ok::<_, Error>(due)
    })?;
    for some in due.chunks(AT_ONCE) {
        let some = some.to_vec();
        app.store()
            .transact(move |tx| {
                for (company, number, stage) in &some {
                    let place = (*company, Reverse(*number));
                    let Some(mut document) = DOCUMENTS.get(tx, &place)? else { continue };
                    // Another one issued since makes this one's end no news.
                    let latest =
                        DOCUMENTS.first(tx, &Span::prefix(company), Order::Ascending)?;
                    document.warned = *stage;
                    DOCUMENTS.put(tx, &place, &document)?;
                    if latest.is_some_and(|((_, Reverse(latest)), _)| latest == *number) {
                        notice::of_expiry(tx, now, *company, &document, *stage == 2)?;
                    }
                }
                Ok::<_, Error>(())
            })
            .await?;
    }
    if !due.is_empty() {
        app.jobs_waiting().notify_one();
    }
    Ok(())
}
