//! What the rates say of the groups of a return: the same where evidence is derived, and where a return is checked before it is sent.

use core::iter::once;

use crate::calendar::Month;
use crate::declarations::Group;
use crate::durc::Gestione;
use crate::evidence::RateFact;
use crate::fiscal::{Ca, Csc};
use crate::money::Euro;
use crate::parameters::Confidence;
use crate::rates::{Expected, MARGIN, Parameters, group_worker, lawful_rates};

/// The groups of a return whose rate is known, for a position with this classification that counts `size` employees.
pub fn group_rates(
    parameters: &Parameters,
    (csc, cas): (&Csc, &[Ca]),
    size: u32,
    (code, month): (&str, Month),
    groups: &[Group],
) -> Vec<RateFact> {
    let fact = |group: &Group| {
        let (qualification, fixed_term) = group_worker(&group.code)?;
        let mut lawful = lawful_rates(parameters, csc, cas, size, qualification, fixed_term, month);
        let expected = lawful.next()?;
        let sum = |rate: Expected| group.base.times(rate.total);
        let due = lawful_due(group, fixed_term, sum(expected), lawful.map(sum));
        Some(RateFact {
            gestione: Gestione::Employers,
            code: code.to_owned(),
            month,
            group: group.code.clone(),
            workers: group.workers,
            contribution: (group.contribution, due),
            rate: None,
            confidence: expected.confidence,
        })
    };
    groups.iter().filter_map(fact).collect()
}

/// What a group should bear: of the lawful sums the one that was declared, but for the rounding of each worker, else the first. Of several
/// workers on fixed terms each may have been renewed another number of times: whatever lies between is lawful.
pub fn lawful_due(
    group: &Group,
    fixed_term: bool,
    first: Euro,
    others: impl Iterator<Item = Euro>,
) -> Euro {
    let declared = group.contribution;
    let margin = Euro::from_cents(MARGIN.saturating_mul(group.workers.into()));
    let (mut least, mut most) = (first, first);
    for sum in once(first).chain(others) {
        if (sum - declared).abs() <= margin {
            return sum;
        }
        (least, most) = (least.min(sum), most.max(sum));
    }
    let mixed = fixed_term && group.workers > 1 && (least..=most).contains(&declared);
    if mixed { declared } else { first }
}

/// Contributions declared, and those due by the rates, where all of a return's rates are known well enough.
pub fn recomputed(groups: &[Group], rates: &[RateFact]) -> Option<(Euro, Euro)> {
    let sure = rates.iter().all(|fact| fact.confidence != Confidence::Reconstructed);
    let whole = !rates.is_empty() && rates.len() == groups.len();
    let due = rates.iter().map(|fact| fact.contribution.1).sum();
    (sure && whole).then(|| (groups.iter().map(|group| group.contribution).sum(), due))
}
