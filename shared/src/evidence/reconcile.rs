//! What a new derivation means for the evidence that is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Evidence, State, Tracked};
use crate::calendar::Day;

/// What became of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It was not there before.
    New,
    /// As before.
    Unchanged,
    /// Something about it is different.
    Changed,
    /// The facts no longer give it.
    Resolved,
    /// It was resolved, or archived as something else, and is there again.
    Reopened,
}

/// The evidence to keep, and what is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Everything to keep, by key.
    pub tracked: Vec<Tracked>,
    /// What became of each piece that is derived or was open, by key.
    pub changes: Vec<(String, Change)>,
}

/// Reconciles the evidence kept with a new derivation: once more with the same gives the same, all unchanged.
///
/// What is no longer derived is resolved, archived or not. What was archived stays so while its cause and amount are those it was archived
/// for, and is opened again when they change.
pub fn reconcile(previous: Vec<Tracked>, derived: Vec<Evidence>, day: Day) -> Reconciled {
    let mut kept: BTreeMap<String, Tracked> =
        previous.into_iter().map(|tracked| (tracked.evidence.key.clone(), tracked)).collect();
    let mut fresh = BTreeMap::new();
    for evidence in derived {
        // The first of a key counts, as in a derivation.
        fresh.entry(evidence.key.clone()).or_insert(evidence);
    }
    let mut changes = BTreeMap::new();
    for (key, tracked) in &mut kept {
        if !fresh.contains_key(key) && tracked.state != State::Resolved {
            tracked.state = State::Resolved;
            tracked.changed = day;
            changes.insert(key.clone(), Change::Resolved);
        }
    }
    for (key, evidence) in fresh {
        let (tracked, change) = match kept.remove(&key) {
            Some(tracked) => renewed(tracked, evidence, day),
            None => (opened(evidence, day), Change::New),
        };
        kept.insert(key.clone(), tracked);
        changes.insert(key, change);
    }
    Reconciled { tracked: kept.into_values().collect(), changes: changes.into_iter().collect() }
}

fn opened(evidence: Evidence, day: Day) -> Tracked {
    Tracked { evidence, state: State::New, since: day, changed: day }
}

fn renewed(tracked: Tracked, evidence: Evidence, day: Day) -> (Tracked, Change) {
    let matters = |one: &Evidence| (one.cause.clone(), one.amount);
    let reopened = match tracked.state {
        State::Resolved => true,
        State::Archived { .. } => matters(&tracked.evidence) != matters(&evidence),
        State::New | State::Seen | State::InHand { .. } => false,
    };
    if reopened {
        (opened(evidence, day), Change::Reopened)
    } else if tracked.evidence == evidence {
        (tracked, Change::Unchanged)
    } else {
        (Tracked { evidence, changed: day, ..tracked }, Change::Changed)
    }
}
