//! Letters that stay in memory.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Carried, Carrier, Letter};

/// Most letters that are kept.
const KEPT: usize = 10_000;

/// Keeps letters in memory: each once, in the order in which they came first.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Vec<Letter>>>);

impl Memory {
    /// What was handed over.
    pub fn sent(&self) -> Vec<Letter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Carrier for Memory {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        let mut letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if letters.len() < KEPT && !letters.iter().any(|known| known.key == letter.key) {
            letters.push(letter.clone());
        }
        drop(letters);
        Box::pin(async { Ok(()) })
    }
}
