//! Forgetting what people were told long ago.

use shared::ids::PersonId;
use shared::notifications::KEPT_DAYS;

use super::table::{BY_AGE, HEADS, ITEMS, KEYS, MESSAGES, NOTES, OF_NOTE, UNREAD};
use crate::app::App;
use crate::clock::DAY;
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::store::{Order, Span, WriteTx};

/// Notifications forgotten in one transaction, so that none grows long.
const AT_ONCE: usize = 500;

/// Forgets notifications that are older than [`KEPT_DAYS`].
pub const PURGE: Duty =
    Duty { name: "notifications.purge", every: DAY, run: |app| Box::pin(purge(app)) };

async fn purge(app: App) -> Result<()> {
    let old = Span::until(&(app.now().millis() - KEPT_DAYS * DAY));
    loop {
        let read =
            app.store().read(|tx| BY_AGE.page(tx, old.clone(), Order::Ascending, None, AT_ONCE))?;
        if read.items.is_empty() {
            return Ok(());
        }
        app.store()
            .transact(move |tx| {
                for (at, person, number) in &read.items {
                    BY_AGE.delete(tx, &(*at, *person, *number))?;
                    forget(tx, *person, *number)?;
                }
                Ok::<(), Error>(())
            })
            .await?;
    }
}

fn forget(tx: &mut dyn WriteTx, person: PersonId, number: u64) -> Result<()> {
    let place = (person, number);
    if let Some(note) = NOTES.get(tx, &place)? {
        KEYS.delete(tx, &(note.key, person))?;
    }
    NOTES.delete(tx, &place)?;
    if UNREAD.delete(tx, &place)?
        && let Some(mut head) = HEADS.get(tx, &person)?
    {
        head.unread = head.unread.saturating_sub(1);
        HEADS.put(tx, &person, &head)?;
    }
    for (person, number, message) in OF_NOTE.collect(tx, &Span::prefix(&place), Order::Ascending)? {
        OF_NOTE.delete(tx, &(person, number, message))?;
        ITEMS.delete(tx, &(message, number))?;
        if ITEMS.first(tx, &Span::prefix(&message), Order::Ascending)?.is_none() {
            MESSAGES.delete(tx, &message)?;
        }
    }
    Ok(())
}
