//! What the rates say of the groups of a return: the same where evidence is derived, and where a return is checked before it is sent.

use crate::calendar::Month;
use crate::declarations::Group;
use crate::durc::Gestione;
use crate::evidence::RateFact;
use crate::fiscal::{Ca, Csc};
use crate::money::Euro;
use crate::parameters::Confidence;
use crate::rates::{Parameters, expected_rate, group_worker};

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
        let expected = expected_rate(parameters, csc, cas, size, qualification, fixed_term, month)?;
        Some(RateFact {
            gestione: Gestione::Employers,
            code: code.to_owned(),
            month,
            group: group.code.clone(),
            workers: group.workers,
            contribution: (group.contribution, group.base.times(expected.total)),
            rate: None,
            confidence: expected.confidence,
        })
    };
    groups.iter().filter_map(fact).collect()
}

/// Contributions declared, and those due by the rates, where all of a return's rates are known well enough.
pub fn recomputed(groups: &[Group], rates: &[RateFact]) -> Option<(Euro, Euro)> {
    let sure = rates.iter().all(|fact| fact.confidence != Confidence::Reconstructed);
    let whole = !rates.is_empty() && rates.len() == groups.len();
    let due = rates.iter().map(|fact| fact.contribution.1).sum();
    (sure && whole).then(|| (groups.iter().map(|group| group.contribution).sum(), due))
}
