//! What happened to the companies of one transaction. It is invented outside of it, so that the next ones come about while the store
//! writes these.

use shared::calendar::Instant;

use super::companies::{self, Invented};
use super::events::{Event, Events};
use super::{Forge, HISTORY, RECORDS, months, records, regularity};
use crate::clock::DAY;
use crate::companies::Extract;
use crate::companies::service::store_extract;
use crate::evidence::service as evidence;
use crate::fault::Result;
use crate::sections::service::By;
use crate::store::WriteTx;

/// What happened to one company.
pub(super) struct Life {
    /// Its place in the world.
    number: usize,
    /// What the register said of it at first.
    known: Extract,
    events: Events,
    /// Who fed its records.
    by: By,
}

/// What happened to the companies of these numbers.
pub(super) fn invent(world: &[Invented], batch: &[usize], seed: u64, now: Instant) -> Vec<Life> {
    let mut forge = Forge::new(seed, now);
    // Records have lots of their own, so that months stay what they are when records change.
    let mut apart = Forge::new(seed ^ RECORDS, now);
    let companies = batch.iter().filter_map(|number| Some((*number, world.get(*number)?)));
    companies
        .map(|(number, company)| {
            let mut events = Events::default();
            let before = companies::before(company, &mut forge);
            let told = months::invent(company, &mut forge, &mut events);
            records::invent(world, company, &told, &mut apart, &mut events);
            if before.is_some() {
                let lately = now.plus_millis(-forge.random.i64(1..15) * DAY);
                events.add(lately, Event::Extract(Box::new(company.extract.clone())));
            }
            let known = before.unwrap_or_else(|| company.extract.clone());
            Life { number, known, events: events.in_order(), by: By::Feed(apart.id(now)) }
        })
        .collect()
}

/// Stores it, with what is derived from it.
pub(super) fn store(
    tx: &mut dyn WriteTx,
    world: &[Invented],
    lives: &[Life],
    now: Instant,
) -> Result<()> {
    let first = now.plus_millis(-i64::from(HISTORY) * 30 * DAY);
    for life in lives {
        let Some(company) = world.get(life.number) else { continue };
        store_extract(tx, company.id, &life.known, first)?;
        life.events.store(tx, company.id, &life.by)?;
        regularity::invent(tx, company, now)?;
        evidence::refresh(tx, company.id, now)?;
    }
    Ok(())
}
