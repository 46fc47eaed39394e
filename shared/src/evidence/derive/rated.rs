//! What the rates say of the groups of a return: the same where evidence is derived, and where a return is checked before it is sent.

use crate::calendar::Month;
use crate::declarations::Group;
use crate::durc::Gestione;
use crate::evidence::RateFact;
use crate::fiscal::{Ca, Csc};
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Set};
use crate::rates::{Lawful, beyond_rounding, group_worker, lawful_rates, rate_borne};

/// The groups of a return whose rate is known, for a position with this classification that counts `size` employees.
pub fn group_rates(
    set: &Set,
    (csc, cas): (&Csc, &[Ca]),
    size: u32,
    (code, month): (&str, Month),
    groups: &[Group],
) -> Vec<RateFact> {
    // Whoever compares says where no tolerance is known.
    let margin = set.notices.tolerance_in(month).map_or(Euro::ZERO, |tolerance| tolerance.amount);
    let fact = |group: &Group| {
        let (qualification, fixed_term) = group_worker(&group.code)?;
        let rates = &set.contributions;
        let lawful = lawful_rates(rates, csc, cas, size, qualification, fixed_term, month);
        let lawful: Vec<Lawful> = lawful.collect();
        let (due, rate) = lawful_due(group, fixed_term, &lawful, margin)?;
        Some(RateFact {
            gestione: Gestione::Employers,
            code: code.to_owned(),
            month,
            group: group.code.clone(),
            workers: group.workers,
            contribution: (group.contribution, due),
            rate,
            confidence: lawful.first()?.expected.confidence,
        })
    };
    groups.iter().filter_map(fact).collect()
}

/// What a group should bear, and the rate declared beside that due where no rounding explains it: of the lawful rates the one that comes
/// nearest to what was declared, but for a margin for each worker, else the first. Of several workers on fixed terms each may have been
/// renewed another number of times: whatever lies between is lawful, in a firm of one kind.
pub fn lawful_due(
    group: &Group,
    fixed_term: bool,
    lawful: &[Lawful],
    margin: Euro,
) -> Option<(Euro, Option<(Rate, Rate)>)> {
    let &Group { workers, base, contribution: declared, .. } = group;
    let sum = |one: &Lawful| base.times(one.expected.total);
    let off = |one: &&Lawful| (sum(one) - declared).abs();
    let margin = Euro::from_cents(margin.cents().saturating_mul(workers.into()));
    let near = lawful.iter().min_by_key(off).filter(|one| off(one) <= margin);
    // Some bear less in the same firm, and some more.
    let is_between = |one: &Lawful| {
        let alike = || lawful.iter().filter(|other| other.firm == one.firm).map(sum);
        alike().any(|less| less <= declared) && alike().any(|more| more >= declared)
    };
    if near.is_none() && fixed_term && workers > 1 && lawful.iter().any(is_between) {
        return Some((declared, None));
    }
    let rate = near.or(lawful.first())?.expected.total;
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
