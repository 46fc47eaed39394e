//! The demo world: invented companies, people, declarations and payments, the same for the same seed, dated back from today.
//!
//! What it holds: the companies of [`companies`] (first the named ones, one for each variant that a screen must show, then any
//! number drawn by lot), the people of [`people`] (the fixed personas, their practices and delegations), and the last two years of
//! [`months`] with the mistakes that real files have. It grows with each capability.

mod companies;
mod months;
mod names;
mod people;

use std::sync::Arc;

use fastrand::Rng;
use shared::calendar::{Day, Instant};
use shared::ids::Id;

use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::fault::Result;
use crate::store::WriteTx;

/// Companies of `--demo`.
pub const COMPANIES: usize = 60;
/// Seed of `--demo`.
pub const SEED: u64 = 1;
/// Months of history.
const HISTORY: i32 = 24;
/// Companies stored in one transaction: enough to share its cost, few enough to keep its memory small.
const BATCH: usize = 16;

/// Where the world is made: ids and lots follow from the seed, moments from today.
struct Forge {
    random: Rng,
    now: Instant,
    today: Day,
}

impl Forge {
    fn new(seed: u64, now: Instant) -> Self {
        Self { random: Rng::with_seed(seed), now, today: now.day_in_rome() }
    }

    /// An id as if it had been given out at `at`.
    fn id<K>(&mut self, at: Instant) -> Id<K> {
        let milliseconds = u64::try_from(at.millis()).unwrap_or(0);
        Id::from_parts(milliseconds, self.random.u128(..))
    }

    /// One of a list that is never empty.
    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.random.usize(..list.len())]
    }

    /// True in `percent` cases of a hundred.
    fn chance(&mut self, percent: u8) -> bool {
        self.random.u8(..100) < percent
    }
}

/// Fills the store with `companies` companies and the personas.
///
/// # Errors
/// Those of the store.
pub async fn fill(app: &App, companies: usize, seed: u64) -> Result<()> {
    let now = app.now();
    let mut forge = Forge::new(seed, now);
    let invented = Arc::new(companies::invent(&mut forge, companies));
    for (number, batch) in invented.chunks(BATCH).enumerate() {
        let batch = Arc::new(batch.to_vec());
        let batch_seed = forge.random.u64(..).wrapping_add(number as u64);
        app.store()
            .transact(move |tx| store_batch(tx, &batch, &mut Forge::new(batch_seed, now)))
            .await?;
    }
    let people_seed = forge.random.u64(..);
    app.store()
        .transact(move |tx| {
            people::store(tx, &invented, &mut Forge::new(people_seed, now))?;
            let entry = NewEntry {
                person: None,
                action: "command.demo".into(),
                company: None,
                subject: None,
                detail: None,
            };
            audit::append(tx, now, entry)
        })
        .await
}

fn store_batch(
    tx: &mut dyn WriteTx,
    batch: &[companies::Invented],
    forge: &mut Forge,
) -> Result<()> {
    for company in batch {
        crate::companies::service::store_extract(tx, company.id, &company.extract)?;
        months::store(tx, company, forge)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
