//! What the rates say of the groups of a return: the same where evidence is derived, and where a return is checked before it is sent.

use crate::calendar::Month;
use crate::declarations::Group;
use crate::durc::Gestione;
use crate::evidence::RateFact;
use crate::fiscal::{Ca, Csc};
use crate::money::Euro;
use crate::parameters::Confidence;
use crate::rates::{MARGIN, Parameters, group_worker, lawful_rates};

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
        let lawful: Vec<_> =
            lawful_rates(parameters, csc, cas, size, qualification, fixed_term, month).collect();
        let expected = lawful.first()?;
        let sums: Vec<Euro> = lawful.iter().map(|rate| group.base.times(rate.total)).collect();
        Some(RateFact {
            gestione: Gestione::Employers,
            code: code.to_owned(),
            month,
            group: group.code.clone(),
            workers: group.workers,
            contribution: (group.contribution, due(group, fixed_term, &sums)?),
            rate: None,
            confidence: expected.confidence,
        })
    };
    groups.iter().filter_map(fact).collect()
}

/// What a group should bear: of the lawful sums the one that was declared, but for the rounding of each worker, else the first. Of several
/// workers on fixed terms each may have been renewed another number of times: whatever lies between is lawful.
fn due(group: &Group, fixed_term: bool, sums: &[Euro]) -> Option<Euro> {
    let declared = group.contribution;
    let margin = Euro::from_cents(MARGIN.saturating_mul(group.workers.into()));
    let near = sums.iter().copied().find(|sum| (*sum - declared).abs() <= margin);
    let between = sums.iter().min()?..=sums.iter().max()?;
    let mixed = fixed_term && group.workers > 1 && between.contains(&&declared);
    near.or(mixed.then_some(declared)).or(sums.first().copied())
}

/// Contributions declared, and those due by the rates, where all of a return's rates are known well enough.
pub fn recomputed(groups: &[Group], rates: &[RateFact]) -> Option<(Euro, Euro)> {
    let sure = rates.iter().all(|fact| fact.confidence != Confidence::Reconstructed);
    let whole = !rates.is_empty() && rates.len() == groups.len();
    let due = rates.iter().map(|fact| fact.contribution.1).sum();
    (sure && whole).then(|| (groups.iter().map(|group| group.contribution).sum(), due))
}
