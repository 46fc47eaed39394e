//! Equal causes over many notices, for whoever answers for many clients.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Cause, Notice, Side};
use crate::calendar::{Day, Month};
use crate::money::Euro;

/// The notices of one cause and one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CauseGroup {
    /// The cause.
    pub cause: Cause,
    /// Whom the notices favour.
    pub side: Side,
    /// The notices, by the caller's keys, in the caller's order.
    pub notices: Vec<String>,
    /// Workers whom it touches, summed over the notices.
    pub workers: u64,
    /// What this cause comes to in them, above zero where to pay.
    pub amount: Euro,
    /// The first month of competence.
    pub from: Month,
    /// The last month of competence.
    pub to: Month,
    /// The day the oldest was issued.
    pub oldest: Day,
}

/// Groups notices by cause; one with several causes is in several groups, with each cause's part. Those that move most money come first.
pub fn group_by_cause<'a>(
    notices: impl IntoIterator<Item = (&'a str, &'a Notice)>,
) -> Vec<CauseGroup> {
    let mut groups: BTreeMap<(Cause, Side), CauseGroup> = BTreeMap::new();
    for (key, notice) in notices {
        for line in &notice.lines {
            let group = groups.entry((line.cause, notice.side)).or_insert_with(|| CauseGroup {
                cause: line.cause,
                side: notice.side,
                notices: Vec::new(),
                workers: 0,
                amount: Euro::ZERO,
                from: notice.month,
                to: notice.month,
                oldest: notice.issued,
            });
            // The lines of a notice come together, so the last key tells whether it is there.
            if group.notices.last().is_none_or(|last| last != key) {
                group.notices.push(key.to_owned());
            }
            group.workers += u64::from(line.workers);
            group.amount += line.delta;
            group.from = group.from.min(notice.month);
            group.to = group.to.max(notice.month);
            group.oldest = group.oldest.min(notice.issued);
        }
    }
    let mut groups: Vec<CauseGroup> = groups.into_values().collect();
    groups.sort_by_key(|group| core::cmp::Reverse(group.amount.abs()));
    groups
}
