//! The demo world: invented companies, people, declarations and payments, the same for the same seed, dated back from today.
//!
//! What it holds: the companies of [`companies`] (first the named ones, one for each variant that a screen must show, then any
//! number drawn by lot), the people of [`people`] (the fixed personas, their practices and delegations), and the last two years of
//! [`months`] with the mistakes that real files have, and the archives of [`records`] that go with them. It grows with each capability.

mod companies;
mod events;
mod life;
mod months;
mod names;
mod people;
mod practice;
mod records;
mod regularity;
mod requests;

use std::future::poll_fn;
use std::ops::Range;
use std::sync::Arc;
use std::task::Poll;

use fastrand::Rng;
use shared::calendar::{Day, Instant};
use shared::ids::Id;
use tokio::task::spawn_blocking;

use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::companies::service::store_extract;
use crate::fault::Result;
use crate::notifications::service as notifications;

/// Companies of `--demo`.
pub const COMPANIES: usize = 60;
/// Seed of `--demo`.
pub const SEED: u64 = 1;
/// Months of history.
const HISTORY: i32 = 24;
/// Sets the lots of records apart from those of months.
const RECORDS: u64 = 0x5eed_0002;
/// Sets the lots of companies of the register apart from those with a history.
const REGISTER: u64 = 0x5eed_0003;
/// Sets the lots of requests apart.
const REQUESTS: u64 = 0x5eed_0004;
/// Companies of the register stored in one transaction.
const REGISTERED: usize = 256;
/// Companies stored in one transaction: enough to share its cost, few enough to keep its memory small.
const BATCH: usize = 128;

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
    let mut coming = batches(&invented).into_iter().enumerate().map(|(number, batch)| {
        let seed = forge.random.u64(..).wrapping_add(number as u64);
        let world = Arc::clone(&invented);
        spawn_blocking(move || life::invent(&world, &batch, seed, now))
    });
    let (mut next, mut before) = (coming.next(), None);
    while let Some(these) = next {
        let lives = these.await.map_err(anyhow::Error::from)?;
        next = coming.next();
        let world = Arc::clone(&invented);
        let storing = app.store().transact(move |tx| life::store(tx, &world, &lives, now));
        // Begun before the one before it is on the disk, and after it: the order is the seed's.
        if let Some(before) = before.replace(begun(storing).await) {
            before.await?;
        }
    }
    drop(coming);
    if let Some(last) = before {
        last.await?;
    }
    let people_seed = forge.random.u64(..);
    let (keep, files) = (app.files().keep().await, app.clone());
    let documents = spawn_blocking(move || requests::made(&files)).await;
    let documents = documents.map_err(anyhow::Error::from)??;
    app.store()
        .transact(move |tx| {
            people::store(tx, &invented, &mut Forge::new(people_seed, now))?;
            requests::store(
                tx,
                &invented,
                &documents,
                &mut Forge::new(people_seed ^ REQUESTS, now),
            )?;
            notifications::furnish(tx)?;
            let entry = NewEntry {
                person: None,
                action: "command.demo".into(),
                company: None,
                subject: None,
                detail: None,
            };
            audit::append(tx, now, entry)
        })
        .await?;
    drop(keep);
    Ok(())
}

/// A future that was asked once already.
async fn begun<T: Send>(future: impl Future<Output = T> + Send) -> impl Future<Output = T> + Send {
    let mut future = Box::pin(future);
    let first = poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await;
    async move {
        match first {
            Poll::Ready(output) => output,
            Poll::Pending => future.await,
        }
    }
}

/// Adds companies of which the register's extract is all that is known, beside those of [`fill`]: a store's size without its history.
///
/// # Errors
/// Those of the store.
pub async fn register(app: &App, numbers: Range<usize>, seed: u64) -> Result<()> {
    let now = app.now();
    let mut forge = Forge::new(seed ^ REGISTER, now);
    let mut numbers = numbers;
    while !numbers.is_empty() {
        let next = numbers.end.min(numbers.start + REGISTERED);
        let batch: Vec<companies::Invented> =
            (numbers.start..next).map(|number| companies::invent_one(&mut forge, number)).collect();
        app.store()
            .transact(move |tx| {
                for company in &batch {
                    store_extract(tx, company.id, &company.extract, now)?;
                }
                Ok::<_, crate::fault::Error>(())
            })
            .await?;
        numbers.start = next;
    }
    Ok(())
}

/// The numbers of the companies of each transaction. Those of one follow each other in the store, which then writes few pages twice.
fn batches(world: &[companies::Invented]) -> Vec<Vec<usize>> {
    let mut numbers: Vec<usize> = (0..world.len()).collect();
    numbers.sort_unstable_by_key(|number| world[*number].id);
    let mut batches: Vec<Vec<usize>> = numbers.chunks(BATCH).map(<[usize]>::to_vec).collect();
    batches.iter_mut().for_each(|batch| batch.sort_unstable());
    batches
}

#[cfg(test)]
mod tests;
