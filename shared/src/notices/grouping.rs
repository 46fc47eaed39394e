//! Equal causes over many notices, for whoever answers for many clients.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Cause, NoticeRow, Side};
use crate::calendar::{Day, Month};
use crate::ids::CompanyId;
use crate::money::Euro;

/// Companies that a group names: those in which most money moves.
pub const MOST_NAMED: usize = 20;

/// Days ahead of which the terms of a company's notices are told. The sources have terms of 30 days (half the sanctions) and the day
/// that the notice prints; both fall within.
pub const CLOCK_DAYS: i64 = 60;

/// What a group comes to in one company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OfCompany {
    /// Which.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// How many notices.
    pub notices: u32,
    /// What is left of their totals.
    pub total: Euro,
}

/// The notices of one cause and one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CauseGroup {
    /// The cause.
    pub cause: Cause,
    /// Whom the notices favour.
    pub side: Side,
    /// How many there are.
    pub notices: u32,
    /// Companies that have some.
    pub companies: u32,
    /// Of these, the first [`MOST_NAMED`].
    pub named: Vec<OfCompany>,
    /// Differences of contributions.
    pub difference: Euro,
    /// Civil sanctions.
    pub sanctions: Euro,
    /// What was paid of both, or used of credits.
    #[serde(default)]
    pub part_paid: Euro,
    /// What of the sanctions is spared by whoever pays in time.
    pub spared: Euro,
    /// The first month of competence.
    pub from: Month,
    /// The last month of competence.
    pub to: Month,
    /// The day the oldest was issued.
    pub oldest: Day,
    /// The next term of all of them that has not passed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub next: Option<Day>,
}

impl CauseGroup {
    /// What is left of differences and sanctions.
    pub fn left(&self) -> Euro {
        self.difference + self.sanctions - self.part_paid
    }

    /// The group of a first notice, without its figures.
    fn begun(row: &NoticeRow) -> Self {
        Self {
            cause: row.cause,
            side: row.side,
            notices: 0,
            companies: 0,
            named: Vec::new(),
            difference: Euro::ZERO,
            sanctions: Euro::ZERO,
            part_paid: Euro::ZERO,
            spared: Euro::ZERO,
            from: row.month,
            to: row.month,
            oldest: row.issued,
            next: None,
        }
    }

    fn add(&mut self, row: &NoticeRow, today: Day) {
        self.notices += 1;
        self.difference += row.difference;
        self.sanctions += row.sanctions;
        self.part_paid += row.part_paid;
        self.spared += row.spared(today);
        self.from = self.from.min(row.month);
        self.to = self.to.max(row.month);
        self.oldest = self.oldest.min(row.issued);
        self.next = [self.next, row.next(today)].into_iter().flatten().min();
    }
}

/// Groups notices by cause and side as they stand on a day. Those that move most money come first.
pub fn group_by_cause<'a>(
    rows: impl IntoIterator<Item = &'a NoticeRow>,
    today: Day,
) -> Vec<CauseGroup> {
    type Companies = BTreeMap<CompanyId, OfCompany>;
    let mut groups: BTreeMap<(Cause, Side), (CauseGroup, Companies)> = BTreeMap::new();
    for row in rows {
        let (group, companies) = groups
            .entry((row.cause, row.side))
            .or_insert_with(|| (CauseGroup::begun(row), BTreeMap::new()));
        group.add(row, today);
        let of = companies.entry(row.company).or_insert_with(|| OfCompany {
            company: row.company,
            name: row.name.clone(),
            notices: 0,
            total: Euro::ZERO,
        });
        of.notices += 1;
        of.total += row.left();
    }
    let mut groups: Vec<CauseGroup> = groups
        .into_values()
        .map(|(group, companies)| {
            let count = u32::try_from(companies.len()).unwrap_or(u32::MAX);
            let mut named: Vec<OfCompany> = companies.into_values().collect();
            named.sort_by_key(|of| core::cmp::Reverse(of.total));
            named.truncate(MOST_NAMED);
            CauseGroup { companies: count, named, ..group }
        })
        .collect();
    groups.sort_by_key(|group| core::cmp::Reverse(group.left()));
    groups
}

/// The notices of which a term runs out within [`CLOCK_DAYS`] of a day, or has run out, each with that term; the soonest first.
pub fn clocks<'a>(
    rows: impl IntoIterator<Item = &'a NoticeRow>,
    today: Day,
) -> Vec<(&'a NoticeRow, Day)> {
    let last = today.plus_days(CLOCK_DAYS);
    let terms = rows.into_iter().filter_map(|row| Some((row, row.term(today)?)));
    let mut clocks: Vec<_> = terms.filter(|(_, term)| *term <= last).collect();
    clocks.sort_by_key(|(row, term)| (*term, row.issued));
    clocks
}
