//! Records of the fed sections of an invented company, in keeping with what it declared and paid.
//!
//! Which things happened to a company follows from its number, so that every code of every table occurs in a world of sixty companies;
//! amounts and dates follow from its months and from lots.

mod chamber;
mod contributions;
mod debts;
mod history;
mod matters;
mod notices;
mod registry;
mod regularity;
mod relations;
mod roll;

use std::fmt::Display;

use shared::calendar::{Day, Instant, Month};
use shared::fiscal::Matricola;
use shared::money::Euro;
use shared::sections::{Cells, Section};

use super::Forge;
use super::companies::Invented;
use super::events::{Event, Events};
use super::months::Told;
use crate::companies::service::ExtractPosition;

/// A record, and the day on which it came to say so.
pub(super) struct Fed {
    pub section: &'static Section,
    pub cells: Cells,
    pub on: Day,
}

impl Fed {
    fn new(section: &'static Section, on: Day) -> Self {
        Self { section, cells: vec![None; section.fields.len()], on }
    }

    /// Says something in a field.
    fn with(mut self, field: &str, value: impl Display) -> Self {
        let place = self.section.field(field).map(|(place, _)| place);
        debug_assert!(place.is_some(), "{} has no {field}", self.section.slug);
        if let Some(cell) = place.and_then(|place| self.cells.get_mut(place)) {
            *cell = Some(value.to_string()).filter(|value| !value.is_empty());
        }
        self
    }

    /// Says something in a field where there is something to say.
    fn with_some(self, field: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(field, value),
            None => self,
        }
    }

    /// An amount, in the form that records have it.
    fn euro(self, field: &str, amount: Euro) -> Self {
        let sign = if amount.is_negative() { "-" } else { "" };
        let cents = amount.cents().unsigned_abs();
        self.with(field, format_args!("{sign}{}.{:02}", cents / 100, cents % 100))
    }
}

/// A company of which records are invented, and what is known of it so far.
pub(super) struct Scene<'a> {
    /// The whole world: companies are related to others.
    world: &'a [Invented],
    company: &'a Invented,
    /// Its months, position by position, the oldest first.
    told: &'a [Told],
    forge: &'a mut Forge,
    fed: Vec<Fed>,
}

impl Scene<'_> {
    fn number(&self) -> usize {
        self.company.number
    }

    fn today(&self) -> Day {
        self.forge.today
    }

    /// So many days before today.
    fn ago(&self, days: i64) -> Day {
        self.forge.today.plus_days(-days)
    }

    /// A company's first position; every invented company has one.
    fn position(&self) -> Option<&ExtractPosition> {
        self.company.extract.positions.first()
    }

    fn matricola(&self) -> String {
        self.position().map(|position| position.matricola.to_string()).unwrap_or_default()
    }

    fn office(&self) -> String {
        self.position().map(|position| position.office.clone()).unwrap_or_default()
    }

    /// The months of the first position.
    fn months(&self) -> impl DoubleEndedIterator<Item = &Told> + '_ {
        let first = self.position().map(|position| position.matricola);
        self.told.iter().filter(move |told| Some(told.matricola) == first)
    }

    /// The month of the first position that lies at least so many months back, or its latest one before.
    fn month_ago(&self, months: i32) -> Option<&Told> {
        let latest = Month::of(self.today()).plus(-months);
        self.months().rev().find(|told| told.month <= latest)
    }

    /// A number of so many digits.
    fn digits(&mut self, count: u32) -> String {
        let below = 10_u64.saturating_pow(count);
        format!("{:0width$}", self.forge.random.u64(..below), width = count as usize)
    }

    fn add(&mut self, record: Fed) {
        self.fed.push(record);
    }
}

/// A small number as the calendar and the ledger count.
fn days(number: usize) -> i64 {
    i64::try_from(number).unwrap_or_default()
}

/// One of a table, by turns.
fn turn<T: Copy>(table: &[T], number: usize) -> T {
    table[number % table.len()]
}

/// Contributions of about so much, to the cent.
fn about(forge: &mut Forge, euro: i64) -> Euro {
    Euro::from_cents(forge.random.i64(euro * 60..euro * 140))
}

/// A matricola that no invented company has now: of one that is gone.
fn former_matricola(prefix: u8, number: usize) -> Option<Matricola> {
    let number = 900_000 + u32::try_from(number % 90_000).ok()?;
    Matricola::compose(prefix, number).ok()
}

/// The records of a company, each as if it had been fed on its day.
pub(super) fn invent<'a>(
    world: &'a [Invented],
    company: &'a Invented,
    told: &'a [Told],
    forge: &'a mut Forge,
    events: &mut Events,
) {
    let mut scene = Scene { world, company, told, forge, fed: Vec::with_capacity(48) };
    registry::invent(&mut scene);
    relations::invent(&mut scene);
    contributions::invent(&mut scene);
    notices::invent(&mut scene);
    debts::invent(&mut scene);
    roll::invent(&mut scene);
    matters::invent(&mut scene);
    regularity::invent(&mut scene);
    let Scene { fed, forge, .. } = scene;
    regularity::intake(company, told, forge.now, events);
    // Not every record has a history: it would double the world.
    let remembered = company.number < 6 || company.number.is_multiple_of(5);
    for record in fed {
        let earlier = remembered.then(|| history::earlier(&record)).flatten();
        for record in earlier.into_iter().chain([record]) {
            let on = record.on.min(forge.today.plus_days(-1));
            let at = Instant::from_rome(on, 6, 30).unwrap_or(forge.now);
            events.add(at, Event::Record(record));
        }
    }
}
