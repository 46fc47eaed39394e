//! The parameters in force.

use std::sync::{Arc, Mutex, PoisonError};

use shared::parameters::{Replaced, Set, Subject, Version};

use super::read::{set, shipped};
use super::table::{CHANGES, Change};
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span};

/// The parameters in memory, with the number of the latest change in them.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Option<(u64, Arc<Set>)>>);

/// The parameters in force: read anew only after a change.
///
/// # Errors
/// Those of the store.
pub fn current(tx: &dyn ReadTx, kept: &Kept) -> Result<Arc<Set>> {
    let shipped = shipped().ok_or_else(|| anyhow::anyhow!("the shipped parameters are none"))?;
    let Some((latest, _)) = CHANGES.last(tx)? else { return Ok(Arc::clone(shipped)) };
    let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, set)) = kept.as_ref().filter(|(number, _)| *number == latest) {
        return Ok(Arc::clone(set));
    }
    let changes = CHANGES.collect(tx, &Span::all(), Order::Ascending)?;
    let made = Arc::new(made(shipped.version, &changes)?);
    *kept = Some((latest, Arc::clone(&made)));
    Ok(made)
}

/// What the changes made of the shipped parameters.
fn made(shipped: Version, changes: &[(u64, Change)]) -> Result<Set> {
    let latest = |subject: Subject| {
        let mine = changes.iter().rev().find(|(_, change)| change.subject == subject.name());
        mine.and_then(|(_, change)| Some((change.at, change.json.as_deref()?)))
    };
    let replaced = Subject::ALL.into_iter().filter_map(|subject| {
        let (at, _) = latest(subject)?;
        Some(Replaced { subject, at })
    });
    let version = Version {
        day: changes.last().map_or(shipped.day, |(_, last)| shipped.day.max(last.at.day_in_rome())),
        number: shipped.number + changes.last().map_or(0, |(number, _)| *number),
    };
    let text = |subject| latest(subject).map(|(_, text)| text);
    Ok(set(version, replaced.collect(), text).map_err(anyhow::Error::from)?)
}
