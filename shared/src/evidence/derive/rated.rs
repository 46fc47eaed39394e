//! What the rates say of the groups of a return: the same where evidence is derived, and where a return is checked before it is sent.

use core::iter::once;

use crate::calendar::Month;
use crate::declarations::Group;
use crate::durc::Gestione;
use crate::evidence::RateFact;
use crate::fiscal::{Ca, Csc};
use crate::money::{Euro, Rate};
use crate::parameters::Confidence;
use crate::rates::{MARGIN, Parameters, beyond_rounding, group_worker, lawful_rates, rate_borne};

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
        let lawful = once(expected).chain(lawful).map(|one| one.total).collect::<Vec<_>>();
        let (due, rate) = lawful_due(group, fixed_term, &lawful)?;
        Some(RateFact {
            gestione: Gestione::Employers,
            code: code.to_owned(),
            month,
            group: group.code.clone(),
            workers: group.workers,
            contribution: (group.contribution, due),
            rate,
            confidence: expected.confidence,
        })
    };
    groups.iter().filter_map(fact).collect()
}

/// What a group should bear, and the rate declared beside that due where no rounding explains it: of the lawful rates the one that comes
/// nearest to what was declared, but for the rounding of each worker, else the first. Of several workers on fixed terms each may have been
/// renewed another number of times: whatever lies between is lawful.
pub fn lawful_due(
    group: &Group,
    fixed_term: bool,
    lawful: &[Rate],
) -> Option<(Euro, Option<(Rate, Rate)>)> {
    let &Group { workers, base, contribution: declared, .. } = group;
    let off = |rate: &&Rate| (base.times(**rate) - declared).abs();
    let margin = Euro::from_cents(MARGIN.saturating_mul(workers.into()));
    let near = lawful.iter().min_by_key(off).filter(|rate| off(rate) <= margin);
    let bounds = base.times(*lawful.iter().min()?)..=base.times(*lawful.iter().max()?);
    if near.is_none() && fixed_term && workers > 1 && bounds.contains(&declared) {
        return Some((declared, None));
    }
    let rate = *near.or(lawful.first())?;
    let borne =
        rate_borne(base, declared).filter(|_| beyond_rounding(rate, base, declared, workers));
    Some((base.times(rate), borne.zip(Some(rate))))
}

/// Contributions declared, and those due by the rates, where all of a return's rates are known well enough.
pub fn recomputed(groups: &[Group], rates: &[RateFact]) -> Option<(Euro, Euro)> {
    let sure = rates.iter().all(|fact| fact.confidence != Confidence::Reconstructed);
    let whole = !rates.is_empty() && rates.len() == groups.len();
    let due = rates.iter().map(|fact| fact.contribution.1).sum();
    (sure && whole).then(|| (groups.iter().map(|group| group.contribution).sum(), due))
}
