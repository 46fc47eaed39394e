//! The parameters in force.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use shared::calendar::Instant;
use shared::notifications::Messages;
use shared::parameters::{Replaced, Set, Subject, Version};
use shared::requests::topics::{Catalogue, Known};

use super::read::{catalogue, check, messages as read_messages, set, shipped, shipped_topics};
use super::table::{CHANGES, Change, MARKS, Mark};
use crate::fault::Result;
use crate::store::{Order, ReadTx, Span};

/// Tells the parameters of one store and version from all others: the latest change, when it was made, and its [`mark`].
type Latest = (u64, Instant, Option<u64>);

/// What was read last, the latest at the end, so that a text is read once a version: a long reading of an old version and the others
/// do not drive each other out.
static KEPT: Mutex<Vec<(Latest, InForce)>> = Mutex::new(Vec::new());
/// Versions that are kept.
const MOST: usize = 4;

/// What is in force.
#[derive(Clone)]
struct InForce {
    set: Arc<Set>,
    topics: Arc<Known>,
    messages: Arc<Messages>,
    reckoned: u64,
}

/// The parameters in force: read anew only after a change.
///
/// # Errors
/// Those of the store.
pub fn current(tx: &dyn ReadTx) -> Result<Arc<Set>> {
    Ok(in_force(tx)?.set)
}

/// The topics in force, those that are no longer offered among them: read anew only after a change.
///
/// # Errors
/// Those of the store.
pub fn topics(tx: &dyn ReadTx) -> Result<Arc<Known>> {
    Ok(in_force(tx)?.topics)
}

/// What people are told in other words than the program's: read anew only after a change.
///
/// # Errors
/// Those of the store.
pub fn messages(tx: &dyn ReadTx) -> Result<Arc<Messages>> {
    Ok(in_force(tx)?.messages)
}

/// The number of the parameters that figures and terms are reckoned with: what topics and offices are called and people are told changes nothing of them.
///
/// # Errors
/// Those of the store.
pub fn reckoned(tx: &dyn ReadTx) -> Result<u64> {
    Ok(in_force(tx)?.reckoned)
}

fn in_force(tx: &dyn ReadTx) -> Result<InForce> {
    let (set, topics) = shipped()
        .zip(shipped_topics())
        .ok_or_else(|| anyhow::anyhow!("the shipped parameters are none"))?;
    let Some(latest) = latest(tx)? else {
        let reckoned = set.version.number;
        let (set, topics, messages) = (Arc::clone(set), Arc::clone(topics), Arc::default());
        return Ok(InForce { set, topics, messages, reckoned });
    };
    if let Some((_, known)) = kept().iter().find(|(known, _)| *known == latest) {
        return Ok(known.clone());
    }
    let changes = CHANGES.collect(tx, &Span::all(), Order::Ascending)?;
    let topics = made_topics(&changes).map_or_else(|| Arc::clone(topics), Arc::new);
    let named = [Subject::Topics, Subject::Offices, Subject::Messages].map(Subject::name);
    let mut numbers = changes.iter().rev();
    let last = numbers.find(|(_, change)| !named.contains(&change.subject.as_str()));
    let reckoned = set.version.number + last.map_or(0, |(number, _)| *number);
    let messages = Arc::new(made_messages(&changes));
    let set = Arc::new(made(set.version, &changes)?);
    let made = InForce { set, topics, messages, reckoned };
    let mut kept = kept();
    if kept.len() >= MOST {
        kept.remove(0);
    }
    kept.push((latest, made.clone()));
    Ok(made)
}

fn kept() -> MutexGuard<'static, Vec<(Latest, InForce)>> {
    // What a panic elsewhere left is a list of whole entries.
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn latest(tx: &dyn ReadTx) -> Result<Option<Latest>> {
    if let Some((number, Mark { at, mark })) = MARKS.last(tx)? {
        return Ok(Some((number, at, mark)));
    }
    Ok(CHANGES.last(tx)?.map(|(number, change)| (number, change.at, change.mark)))
}

/// What the changes made of the shipped topics, where they did. A request keeps the name of its topic: what any text before had is known, the
/// latest as it was last.
fn made_topics(changes: &[(u64, Change)]) -> Option<Known> {
    let mine = changes.iter().rev().filter(|(_, change)| change.subject == Subject::Topics.name());
    let mut texts = mine.map(|(_, change)| match &change.json {
        Some(json) => catalogue(json).ok(),
        None => shipped_catalogue(),
    });
    let latest = texts.next()?.or_else(shipped_catalogue)?;
    Some(Known::new(latest, texts.flatten().chain(shipped_catalogue())))
}

/// What the changes made of the messages; the program's words where that cannot be read.
fn made_messages(changes: &[(u64, Change)]) -> Messages {
    let name = Subject::Messages.name();
    let latest = changes.iter().rev().find(|(_, change)| change.subject == name);
    let text = latest.and_then(|(_, change)| change.json.as_deref());
    text.and_then(|text| read_messages(text).ok()).unwrap_or_default()
}

fn shipped_catalogue() -> Option<Catalogue> {
    catalogue(Subject::Topics.shipped()).ok()
}

/// The mark of a change that follows those up to `before`: a hash of them all, so that no other series of changes has it.
pub(super) fn mark(before: Option<u64>, subject: Subject, json: Option<&str>) -> u64 {
    let mut hash = Sha256::new();
    hash.update(before.unwrap_or_default().to_be_bytes());
    hash.update(subject.name());
    hash.update(json.unwrap_or_default());
    let hash = hash.finalize();
    hash.iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte))
}

/// What the changes made of the shipped parameters. A newer program may want more than was stored: what it came with is better than nothing,
/// but nobody shall have to find that out.
fn made(shipped: Version, changes: &[(u64, Change)]) -> Result<Set> {
    let latest = |subject: Subject| {
        let mine = changes.iter().rev().find(|(_, change)| change.subject == subject.name());
        mine.and_then(|(number, change)| Some((*number, change.at, change.json.as_deref()?)))
    };
    let replaced = Subject::ALL.into_iter().filter_map(|subject| {
        let (number, at, text) = latest(subject)?;
        let unread = check(subject, text).is_err();
        if unread {
            tracing::warn!(
                subject = subject.name(),
                change = number,
                "replaced parameters cannot be read: what the program came with is in force"
            );
        }
        Some(Replaced { subject, at, unread })
    });
    let replaced: Vec<Replaced> = replaced.collect();
    let version = Version {
        day: changes.last().map_or(shipped.day, |(_, last)| shipped.day.max(last.at.day_in_rome())),
        number: shipped.number + changes.last().map_or(0, |(number, _)| *number),
    };
    let unread: Vec<Subject> =
        replaced.iter().filter(|one| one.unread).map(|one| one.subject).collect();
    let text =
        |subject| latest(subject).map(|(_, _, text)| text).filter(|_| !unread.contains(&subject));
    Ok(set(version, replaced, text).map_err(anyhow::Error::from)?)
}
