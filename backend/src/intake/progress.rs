//! Imports under way: how far they are is kept in memory; that they have begun is on disk, see [`super::resume`].

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

#[cfg(test)]
mod tests {
    use shared::calendar::Instant;
    use shared::intake::{Counts, FileKind};

    use super::*;
    use crate::fault::Error;

    const PERSON: PersonId = PersonId::from_u128(1);

    fn running(id: u128, key: &str, digest: u8) -> Running {
        let import = Import {
            id: ImportId::from_u128(id),
            file_kind: FileKind::Uniemens,
            name: "a.xml".to_owned(),
            size: 10,
            sha256: String::new(),
            at: Instant::from_millis(0),
            state: ImportState::Running { done: 0 },
            counts: Counts::default(),
            errors: 0,
            warnings: 0,
        };
        let key = WriteKey {
            key: key.to_owned(),
            person: Some(PERSON),
            endpoint: "intake.submit",
            digest: [digest; 32],
        };
        Running::new(PERSON, Some(key), import)
    }

    #[test]
    fn a_key_names_one_import_while_it_runs() {
        let progress = Progress::default();
        let (first, is_new) = progress.begin(running(1, "a", 7)).unwrap();
        assert!(is_new);
        let (again, is_new) = progress.begin(running(2, "a", 7)).unwrap();
        assert!(!is_new && Arc::ptr_eq(&first, &again));
        assert!(matches!(progress.begin(running(3, "a", 8)), Err(Error::Fault(Fault::KeyReused))));
        assert!(progress.begin(running(4, "b", 7)).unwrap().1);
        progress.end(ImportId::from_u128(1), None);
        assert!(progress.begin(running(5, "a", 8)).unwrap().1);
    }

    #[test]
    fn only_who_handed_it_in_sees_how_far_it_is() {
        let progress = Progress::default();
        let (running, _) = progress.begin(running(1, "a", 7)).unwrap();
        running.done.store(4, Ordering::Relaxed);
        let id = ImportId::from_u128(1);
        assert!(progress.of(PersonId::from_u128(2), id).is_none());
        let state = progress.of(PERSON, id).map(|running| running.import().unwrap().state);
        assert_eq!(state, Some(ImportState::Running { done: 4 }));
        assert_eq!(progress.all_of(PERSON).len(), 1);
        assert!(progress.all_of(PersonId::from_u128(2)).is_empty());
    }

    #[test]
    fn failures_are_told_and_in_time_forgotten() {
        let progress = Progress::default();
        for number in 0..FAILED as u128 + 5 {
            progress.begin(running(number, &number.to_string(), 0)).unwrap();
            progress.end(ImportId::from_u128(number), Some(Fault::Full));
        }
        assert!(progress.of(PERSON, ImportId::from_u128(0)).is_none());
        let last = progress.of(PERSON, ImportId::from_u128(104)).map(|running| running.import());
        assert!(matches!(last, Some(Err(Error::Fault(Fault::Full)))));
        assert!(progress.all_of(PERSON).is_empty());
    }
}
