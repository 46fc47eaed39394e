//! One component for some workers.

use serde::{Deserialize, Serialize};

use super::{Collar, Component, Counting, StandingKind};
use crate::money::Rate;
use crate::parameters::Series;
use crate::rates::{Sector, Worker};

/// A rate and who bears it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// What employer and employee pay together.
    pub total: Rate,
    /// The employee's part of it.
    pub employee: Rate,
}

impl core::ops::Add for Share {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { total: self.total + other.total, employee: self.employee + other.employee }
    }
}

/// What a component costs for some workers, over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Which component.
    pub component: Component,
    /// How it counts in the total.
    #[serde(default)]
    pub counting: Counting,
    /// In which sectors it is due.
    pub sectors: Vec<Sector>,
    /// For which categories of workers.
    pub collars: Vec<Collar>,
    /// For apprentices, for others, or for both.
    pub standings: Vec<StandingKind>,
    /// Only for firms with more employees than this, on average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<u32>,
    /// Only for firms with at most so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<u32>,
    /// Only when so many months of the apprenticeship, or since its end, have passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_month: Option<u32>,
    /// Only until so many have passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_month: Option<u32>,
    /// Only when wage support was used for so many weeks before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_week: Option<u32>,
    /// Only until it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_week: Option<u32>,
    /// What it costs.
    pub shares: Series<Share>,
}

impl Entry {
    /// Whether it is for a worker of a firm of a sector and size.
    pub fn holds(&self, sector: Sector, size: u32, worker: Worker) -> bool {
        self.sectors.contains(&sector)
            && self.collars.contains(&worker.collar)
            && self.standings.contains(&worker.standing.kind())
            && (self.over.is_none_or(|over| size > over))
            && (self.up_to.is_none_or(|up_to| size <= up_to))
            && (self.from_month.is_none_or(|from| worker.standing.months() >= from))
            && (self.before_month.is_none_or(|before| worker.standing.months() < before))
    }

    /// Whether it is for who used wage support for so many weeks.
    pub(super) fn holds_after(&self, weeks: u32) -> bool {
        let (from, before) = self.weeks();
        (from..before).contains(&weeks.into())
    }

    /// Whether it says whom it is for, and no employee pays more than there is.
    pub(super) fn is_sound(&self) -> bool {
        let said =
            !(self.sectors.is_empty() || self.collars.is_empty() || self.standings.is_empty());
        let ranges = [self.sizes(), self.months(), self.weeks()];
        let some_size = ranges.into_iter().all(|(from, before)| from < before);
        let shares = self.shares.steps();
        let paid = |share: &Share| share.employee <= share.total && share.total <= Rate::WHOLE;
        said && some_size && !shares.is_empty() && shares.iter().all(|step| paid(&step.value))
    }

    /// Whether a worker could bear both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.component == other.component
            && self.sectors.iter().any(|one| other.sectors.contains(one))
            && self.collars.iter().any(|one| other.collars.contains(one))
            && self.standings.iter().any(|one| other.standings.contains(one))
            && overlap(self.sizes(), other.sizes())
            && overlap(self.months(), other.months())
            && overlap(self.weeks(), other.weeks())
    }

    /// The sizes it holds for, the second excluded.
    fn sizes(&self) -> (u64, u64) {
        let next = |size: u32| u64::from(size) + 1;
        (self.over.map_or(0, next), self.up_to.map_or(u64::MAX, next))
    }

    /// The months it holds for, the second excluded.
    fn months(&self) -> (u64, u64) {
        (self.from_month.map_or(0, u64::from), self.before_month.map_or(u64::MAX, u64::from))
    }

    /// The weeks it holds for, the second excluded.
    fn weeks(&self) -> (u64, u64) {
        (self.from_week.map_or(0, u64::from), self.before_week.map_or(u64::MAX, u64::from))
    }
}

fn overlap(one: (u64, u64), two: (u64, u64)) -> bool {
    one.0.max(two.0) < one.1.min(two.1)
}
