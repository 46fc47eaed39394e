//! Imports under way: kept in memory, since an import that did not end has stored nothing.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::fault::Fault;
use shared::ids::{ImportId, PersonId};
use shared::intake::{Import, ImportState};
use tokio::sync::Semaphore;

use crate::fault::Result;
use crate::write::WriteKey;

/// Files read at the same time; further ones wait, so that memory stays bounded.
const AT_ONCE: usize = 2;
/// Failed imports that are remembered, for those who come back to ask.
const FAILED: usize = 100;

/// All imports under way.
#[derive(Debug)]
pub struct Progress {
    running: Mutex<BTreeMap<ImportId, Arc<Running>>>,
    /// What an import holds while it reads its file.
    pub slots: Semaphore,
}

/// One import under way, or one that failed through no fault of its file.
#[derive(Debug)]
pub struct Running {
    /// Who handed the file in.
    pub person: PersonId,
    /// What names the write.
    pub key: Option<WriteKey>,
    /// Bytes read.
    pub done: Arc<AtomicU64>,
    import: Import,
    failed: Mutex<Option<Fault>>,
}

impl Default for Progress {
    fn default() -> Self {
        Self { running: Mutex::default(), slots: Semaphore::new(AT_ONCE) }
    }
}

impl Running {
    /// An import that begins.
    pub fn new(person: PersonId, key: Option<WriteKey>, import: Import) -> Self {
        Self { person, key, done: Arc::default(), import, failed: Mutex::new(None) }
    }

    /// The import as it stands.
    ///
    /// # Errors
    /// What it failed with.
    pub fn import(&self) -> Result<Import> {
        if let Some(fault) = lock(&self.failed).clone() {
            return Err(fault.into());
        }
        let done = self.done.load(Ordering::Relaxed).min(self.import.size);
        Ok(Import { state: ImportState::Running { done }, ..self.import.clone() })
    }

    fn is_failed(&self) -> bool {
        lock(&self.failed).is_some()
    }
}

impl Progress {
    /// Begins an import, unless one under the same key of the same person is under way: then that one.
    ///
    /// # Errors
    /// [`Fault::KeyReused`] if that one is of another file.
    pub fn begin(&self, running: Running) -> Result<(Arc<Running>, bool)> {
        let mut all = lock(&self.running);
        let name =
            |running: &Running| running.key.as_ref().map(|key| (key.person, key.key.clone()));
        let same = all.values().find(|other| {
            !other.is_failed() && name(other).is_some() && name(other) == name(&running)
        });
        if let Some(same) = same {
            if same.key.as_ref().map(|key| key.digest) != running.key.as_ref().map(|key| key.digest)
            {
                return Err(Fault::KeyReused.into());
            }
            return Ok((Arc::clone(same), false));
        }
        let running = Arc::new(running);
        all.insert(running.import.id, Arc::clone(&running));
        Ok((running, true))
    }

    /// Ends an import: what it came to is in the store, or it failed.
    pub fn end(&self, import: ImportId, failed: Option<Fault>) {
        let mut all = lock(&self.running);
        match (failed, all.get(&import)) {
            (Some(fault), Some(running)) => *lock(&running.failed) = Some(fault),
            _ => _ = all.remove(&import),
        }
        let forgotten: Vec<ImportId> = all
            .iter()
            .filter(|(_, running)| running.is_failed())
            .map(|(id, _)| *id)
            .rev()
            .skip(FAILED)
            .collect();
        forgotten.iter().for_each(|id| _ = all.remove(id));
    }

    /// One import of a person.
    pub fn of(&self, person: PersonId, import: ImportId) -> Option<Arc<Running>> {
        lock(&self.running).get(&import).filter(|running| running.person == person).cloned()
    }

    /// All imports of a person that are under way, the latest first.
    pub fn all_of(&self, person: PersonId) -> Vec<Import> {
        let all = lock(&self.running);
        all.values()
            .rev()
            .filter(|running| running.person == person)
            .filter_map(|running| running.import().ok())
            .collect()
    }
}

/// Locks a value that is whole between any two statements, so a panic elsewhere has not harmed it.
fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}
