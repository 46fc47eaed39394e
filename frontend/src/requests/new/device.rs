//! What is written without a network, or of what no server keeps a draft: kept on this device until the server has it, for nobody but
//! whoever wrote it, and for three days at most. Signing out forgets it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shared::calendar::Instant;
use shared::ids::{DraftId, PersonId};
use shared::requests::{Draft, SaveDraft, SavedDraft};
use yew::prelude::*;

use crate::query::{query_value, write_query};
use crate::{api, browser, events};

/// In the address: which of them is being written.
pub(in crate::requests) const NAME: &str = "scritta";
/// How long (DESIGN): a device that has no network for longer is likely to be somebody else's by then.
const KEPT_MS: i64 = 3 * 24 * 60 * 60 * 1_000;

/// What is kept on this device.
pub(crate) trait OnDevice: Serialize + DeserializeOwned {
    /// Where.
    const KEY: &'static str;
    /// What tells it from others.
    type Place: PartialEq;
    fn place(&self) -> Self::Place;
    /// Who wrote it.
    fn person(&self) -> PersonId;
    /// When it was written last.
    fn at(&self) -> Instant;
}

/// Something that was written and is not on the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::requests) struct Unsaved {
    /// By whom.
    pub person: PersonId,
    /// What tells it from others: when its form was opened.
    pub number: i64,
    /// When it was written last.
    pub at: Instant,
    /// The draft that it was before, and its version.
    pub draft: Option<DraftId>,
    pub version: u64,
    pub content: Draft,
}

impl OnDevice for Unsaved {
    const KEY: &'static str = "cassetto.unsaved";
    type Place = i64;

    fn place(&self) -> i64 {
        self.number
    }
    fn person(&self) -> PersonId {
        self.person
    }
    fn at(&self) -> Instant {
        self.at
    }
}

impl Unsaved {
    /// What makes a draft of it.
    pub fn save(&self) -> SaveDraft {
        SaveDraft { draft: self.draft, version: self.version, content: self.content.clone() }
    }

    /// The draft that it was before: what the server has of it is not known here.
    pub fn before(&self) -> Option<SavedDraft> {
        let (version, at, content) = (self.version, self.at, Draft::default());
        self.draft.map(|draft| SavedDraft { draft, version, at, content })
    }
}

/// What this person wrote on this device. What is another's, or too old, is forgotten.
pub(crate) fn all<T: OnDevice>(person: PersonId) -> Vec<T> {
    let kept = browser::recall(T::KEY).and_then(|text| api::decode::<Vec<T>>(&text).ok());
    let kept = kept.unwrap_or_default();
    let count = kept.len();
    let lasting = lasting(kept, person, events::now());
    if lasting.len() < count {
        store(&lasting);
    }
    lasting
}

/// Those that a person may still find.
fn lasting<T: OnDevice>(mut kept: Vec<T>, person: PersonId, now: Instant) -> Vec<T> {
    kept.retain(|one| one.person() == person && now.millis() - one.at().millis() < KEPT_MS);
    kept
}

/// Whether they are there now: a private window may keep nothing.
fn store<T: OnDevice>(all: &[T]) -> bool {
    match serde_json::to_string(all) {
        Ok(text) if !all.is_empty() => {
            browser::remember(T::KEY, &text);
            browser::recall(T::KEY) == Some(text)
        }
        _ => {
            browser::forget(T::KEY);
            true
        }
    }
}

/// Keeps one in place of what it was before; whether it is there.
pub(crate) fn keep<T: OnDevice>(unsaved: T) -> bool {
    let mut all = all::<T>(unsaved.person());
    all.retain(|one| one.place() != unsaved.place());
    all.push(unsaved);
    store(&all)
}

/// Forgets one that the server has, or that nobody wants.
pub(crate) fn forget<T: OnDevice>(person: PersonId, place: &T::Place) {
    let mut all = all::<T>(person);
    let count = all.len();
    all.retain(|one| one.place() != *place);
    if all.len() < count {
        store(&all);
    }
}

/// The one that the address names, by itself or by the draft that it was before.
pub(super) fn named(person: PersonId) -> Option<Unsaved> {
    let number = query_value(NAME).and_then(|number| number.parse().ok());
    let draft = query_value("bozza").and_then(|id| id.parse().ok());
    let is_named =
        |one: &Unsaved| number == Some(one.number) || (draft.is_some() && one.draft == draft);
    all::<Unsaved>(person).into_iter().find(is_named)
}

/// How it stands with the draft that is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Standing {
    /// The server has all of it, or there is nothing yet.
    Kept,
    /// It has not.
    Due,
    /// It has not, for want of a network.
    Offline,
}

/// Keeps what is written while there is no network, and forgets it as soon as the server has it; whether it is on the device, where it is
/// not on the server.
#[hook]
pub(super) fn use_device(unsaved: Unsaved, standing: Standing, was_there: bool) -> Option<bool> {
    let there = use_state_eq(|| was_there.then_some(true));
    let known = (*there).is_some();
    use_effect_with((unsaved, standing, known), {
        let there = there.setter();
        move |(unsaved, standing, known)| match (standing, known) {
            (Standing::Kept, true) => {
                forget::<Unsaved>(unsaved.person, &unsaved.number);
                write_query(NAME, None);
                there.set(None);
            }
            (Standing::Offline, _) | (Standing::Due, true) => {
                write_query(NAME, Some(&unsaved.number.to_string()));
                there.set(Some(keep(Unsaved { at: events::now(), ..unsaved.clone() })));
            }
            (Standing::Kept | Standing::Due, false) => {}
        }
    });
    *there
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_wrote_or_is_too_old_is_not_found() {
        let at = |person, millis| Unsaved {
            person: PersonId::from_u128(person),
            number: millis,
            at: Instant::from_millis(millis),
            draft: None,
            version: 0,
            content: Draft::default(),
        };
        let kept = vec![at(1, 0), at(2, KEPT_MS), at(1, 1)];
        let found = lasting(kept, PersonId::from_u128(1), Instant::from_millis(KEPT_MS));
        assert_eq!(found, [at(1, 1)]);
        let text = serde_json::to_string(&found).unwrap();
        assert_eq!(api::decode::<Vec<Unsaved>>(&text).ok(), Some(found));
    }
}
