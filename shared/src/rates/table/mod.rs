//! The components of the employees' rates, as data.

mod authorisation;
mod component;
mod entry;

pub use authorisation::{Authorisation, CaEffect};
pub use component::{Collar, Component, Counting, StandingKind};
pub use entry::{Entry, Share};

use serde::{Deserialize, Serialize};

use super::{Sector, Standing, Worker};
use crate::calendar::Day;
use crate::fiscal::Ca;
use crate::parameters::{Parameter, Series};

/// The table as it is shipped.
pub const SHIPPED: &str = include_str!("../../../parameters/rates.json");

/// Which components a wage bears, and what each costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(try_from = "Unchecked")]
pub struct Table {
    renewals: Series<u8>,
    components: Vec<Entry>,
    authorisations: Vec<Authorisation>,
}

/// A table that nobody has looked through yet.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Unchecked {
    // A table that an administrator put in force before this was a part of it lacks it.
    #[serde(default)]
    renewals: Series<u8>,
    components: Vec<Entry>,
    authorisations: Vec<Authorisation>,
}

impl TryFrom<Unchecked> for Table {
    type Error = &'static str;

    fn try_from(unchecked: Unchecked) -> Result<Self, Self::Error> {
        let Unchecked { renewals, components, authorisations } = unchecked;
        if !components.iter().all(Entry::is_sound) {
            return Err("a component without workers, or with an employee's part above its total");
        }
        let after = |index: usize| components.iter().skip(index + 1);
        if components.iter().enumerate().any(|(index, one)| after(index).any(|two| one.meets(two)))
        {
            return Err("two entries of one component for the same worker");
        }
        let mut cas: Vec<Ca> = authorisations.iter().map(|one| one.ca).collect();
        cas.sort_unstable();
        cas.dedup();
        if cas.len() < authorisations.len() {
            return Err("a CA twice");
        }
        Ok(Self { renewals, components, authorisations })
    }
}

impl Table {
    /// How often a fixed term of a day may have been renewed; not at all where that is not known.
    pub fn most_renewals(&self, day: Day) -> u8 {
        let step = self.renewals.on(Parameter::ContributionRate(Component::Renewal), day);
        step.map_or(0, |step| step.value)
    }

    /// The same, where it says nothing of renewals with what another says.
    ///
    /// # Errors
    /// Those of the other.
    pub fn or_renewals_of<E>(mut self, other: impl FnOnce() -> Result<Self, E>) -> Result<Self, E> {
        self.renewals.or_of(|| Ok(other()?.renewals))?;
        Ok(self)
    }

    /// The entry of a component for a worker of a firm of a sector and size; none where the component is not due.
    pub fn entry(
        &self,
        component: Component,
        sector: Sector,
        size: u32,
        worker: Worker,
    ) -> Option<&Entry> {
        let worker = self.told_apart(worker);
        self.components
            .iter()
            .find(|entry| entry.component == component && entry.holds(sector, size, worker))
    }

    /// The worker as the entries tell them apart: who was kept on for longer than they say is as anybody.
    fn told_apart(&self, worker: Worker) -> Worker {
        let kind = worker.standing.kind();
        let goes_on = |entry: &Entry| {
            let lasts = entry.before_month.is_none_or(|before| worker.standing.months() < before);
            entry.component == Component::Apprenticeship && entry.standings.contains(&kind) && lasts
        };
        match kind == StandingKind::Confirmed && !self.components.iter().any(goes_on) {
            true => Worker { standing: Standing::Ordinary, ..worker },
            false => worker,
        }
    }

    /// Whether anything is said of a component.
    pub fn knows(&self, component: Component) -> bool {
        self.components.iter().any(|entry| entry.component == component)
    }

    /// The entry of a component of lost wages, for a firm that used wage support for so many weeks.
    pub fn lost_wages(
        &self,
        component: Component,
        (sector, size): (Sector, u32),
        worker: Worker,
        weeks: u32,
    ) -> Option<&Entry> {
        let worker = self.told_apart(worker);
        let holds = |entry: &&Entry| {
            entry.component == component
                && entry.holds(sector, size, worker)
                && entry.holds_after(weeks)
        };
        self.components.iter().find(holds)
    }

    /// The sizes of firms at which a component begins or ends: the last before, and the first with it.
    pub fn thresholds(&self) -> Vec<u32> {
        let over = self.components.iter().filter_map(|entry| entry.over);
        let up_to = self.components.iter().filter_map(|entry| entry.up_to);
        let mut sizes: Vec<u32> =
            over.chain(up_to).flat_map(|size| [size, size.saturating_add(1)]).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// Every CA whose effect on the rate is known.
    pub fn authorisations(&self) -> &[Authorisation] {
        &self.authorisations
    }

    /// What a CA does to the rate, when that is known.
    pub fn authorisation(&self, ca: Ca) -> Option<&Authorisation> {
        self.authorisations.iter().find(|one| one.ca == ca)
    }
}

#[cfg(test)]
mod tests;
