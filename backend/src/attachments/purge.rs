//! What is taken away by itself: uploads that nobody put into a message, and files that nothing names.

use std::collections::BTreeSet;

use shared::attachments::LIMITS;

use super::handlers::{is_unused, removed};
use super::table::{ATTACHMENTS, UNCLAIMED};
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::{DAY, HOUR};
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::requests::service as requests;
use crate::store::{Order, Span};

/// Under this name what is forgotten is audited, and the duty known.
const NAME: &str = "attachments.purge";

/// Forgets uploads that belonged to no message for too long; those of a draft, or of words that were not sent, stay as long as these.
pub const PURGE: Duty = Duty { name: NAME, every: HOUR, run: |app| Box::pin(purge(app)) };

/// Takes away files that nothing names, as a crash may leave them.
pub const SWEEP: Duty =
    Duty { name: "attachments.sweep", every: DAY, run: |app| Box::pin(sweep(app)) };

async fn purge(app: App) -> Result<()> {
    let now = app.now();
    let before = now.millis() - LIMITS.hours * HOUR;
    let old: Vec<_> = app.store().read(|tx| {
        let mut old = Vec::new();
        for (_, id) in UNCLAIMED.collect(tx, &Span::all(), Order::Ascending)? {
            old.extend(
                ATTACHMENTS.get(tx, &id)?.filter(|row| row.opened.millis() < before).map(|_| id),
            );
        }
        if !old.is_empty() {
            let kept = requests::uploads_kept(tx)?;
            old.retain(|id| !kept.contains(id));
        }
        Ok::<_, Error>(old)
    })?;
    if old.is_empty() {
        return Ok(());
    }
    let clear = app.files().clear().await;
    for id in old {
        let gone = app.store().transact(move |tx| {
            // Claimed in the meantime: it stays.
            let Some(row) = ATTACHMENTS.get(tx, &id)?.filter(|row| row.owner.is_none()) else {
                return Ok(None);
            };
            let unused = removed(tx, id, &row)?;
            audit::append(tx, now, NewEntry::of(NAME).about(id))?;
            Ok::<_, Error>(Some(unused))
        });
        let Some(unused) = gone.await? else { continue };
        app.receiving().forget(app.files(), id);
        if let Some(hash) = unused {
            app.files().remove(&hash).map_err(anyhow::Error::from)?;
        }
    }
    drop(clear);
    Ok(())
}

async fn sweep(app: App) -> Result<()> {
    let _clear = app.files().clear().await;
    let all = app.files().all().map_err(anyhow::Error::from)?;
    for hash in all {
        if app.store().read(|tx| is_unused(tx, &hash))? {
            app.files().remove(&hash).map_err(anyhow::Error::from)?;
        }
    }
    let parts = app.files().parts().map_err(anyhow::Error::from)?;
    let known: BTreeSet<String> = app.store().read(|tx| {
        let open = UNCLAIMED.collect(tx, &Span::all(), Order::Ascending)?;
        Ok::<_, Error>(open.into_iter().map(|(_, id)| id.to_string()).collect())
    })?;
    for part in parts.iter().filter(|part| !known.contains(*part)) {
        if let Ok(id) = part.parse() {
            app.receiving().forget(app.files(), id);
        }
    }
    Ok(())
}
