//! What was read against what is known: companies one may act for, their positions, the rates of their classification.

use std::collections::HashMap;

use crate::fiscal::TaxCode;
use crate::ids::CompanyId;
use crate::intake::findings::{Findings, Place};
use crate::intake::register::{PositionFacts, Register};
use crate::intake::source::values;
use crate::intake::{Issue, IssueCode};
use crate::money::Euro;
use crate::parameters::Set;
use crate::rates::{
    CollaboratorKind, Confidence, Expected, Parameters, collaborator_rate, lawful_rates,
};

use super::model::{Declaration, Rated, Transmission, Worker};

/// Asks the register about what was read, and checks contributions by the rates of the set. Companies and declarations then say whose they are.
///
/// # Errors
/// If the register does not answer.
pub fn check(
    transmission: &mut Transmission,
    register: &dyn Register,
    set: &Set,
    findings: &mut Findings,
) -> anyhow::Result<()> {
    let mut known: HashMap<TaxCode, Option<CompanyId>> = HashMap::new();
    for company in &mut transmission.companies {
        company.known = match known.get(&company.tax_code) {
            Some(answer) => *answer,
            None => register.company(company.tax_code.as_str())?,
        };
        known.insert(company.tax_code, company.known);
        if company.known.is_none() {
            let code = company.tax_code.as_str();
            findings.add(company.place.found(IssueCode::UnknownCompany, code));
        }
    }
    for declaration in &mut transmission.declarations {
        declaration.company = known.get(&declaration.tax_code).copied().flatten();
        position(declaration, register, set, findings)?;
    }
    check_collaborators(transmission, &set.contributions, findings);
    Ok(())
}

/// Checks the rates of collaborators, for which nobody need be asked, by those of the parameters.
pub fn check_collaborators(
    transmission: &mut Transmission,
    rates: &Parameters,
    findings: &mut Findings,
) {
    let kinds = [
        CollaboratorKind::WithUnemployment,
        CollaboratorKind::WithoutUnemployment,
        CollaboratorKind::OtherCover,
    ];
    for declaration in &mut transmission.declarations {
        let known = kinds.map(|kind| collaborator_rate(rates, kind, declaration.month));
        let mark = findings.mark();
        for (rate, place) in
            declaration.rates.iter().filter(|(rate, _)| !known.contains(&Ok(*rate)))
        {
            let code = match known {
                [Ok(_), ..] => IssueCode::CodeUnknown,
                _ => IssueCode::RateUnknown,
            };
            let percent = Euro::from_cents(i64::from(rate.millionths() / 100));
            findings.add(place.found(code, &values::written(percent)));
        }
        warn(declaration, findings.warnings_since(mark));
    }
}

/// Adds warnings in their places.
fn warn(declaration: &mut Declaration, warnings: Vec<Issue>) {
    declaration.warnings.extend(warnings);
    declaration.warnings.sort_by_key(|issue| (issue.line, issue.column));
}

/// A position of the company, active in the month, its contributions by the rates of its classification.
fn position(
    declaration: &mut Declaration,
    register: &dyn Register,
    set: &Set,
    findings: &mut Findings,
) -> anyhow::Result<()> {
    let Some((company, matricola)) = declaration.company.zip(declaration.matricola) else {
        return Ok(());
    };
    let (mark, errors) = (findings.mark(), findings.errors());
    let (place, month) = (declaration.place, declaration.month);
    match register.position(company, matricola.as_str(), month)? {
        None => findings.add(place.found(IssueCode::UnknownPosition, matricola.as_str())),
        Some(facts) => {
            if !facts.active {
                let found = format!("{matricola} {month}");
                findings.add(place.found(IssueCode::NotActive, &found));
            }
            check_rates(declaration, &facts, set, findings);
        }
    }
    declaration.errors += findings.errors().saturating_sub(errors);
    warn(declaration, findings.warnings_since(mark));
    Ok(())
}

fn check_rates(
    declaration: &Declaration,
    facts: &PositionFacts,
    set: &Set,
    findings: &mut Findings,
) {
    let tolerance = set.notices.tolerance_in(declaration.month).ok();
    let margin = tolerance.map(|tolerance| tolerance.amount);
    let mut unknown: Option<(Place, &str)> = None;
    for worker in declaration
        .workers
        .iter()
        .filter(|worker| !(worker.base.is_zero() && worker.contribution.is_zero()))
    {
        match check_rate(declaration, facts, &worker, (&set.contributions, margin)) {
            Verdict::Right => {}
            Verdict::Unknown => _ = unknown.get_or_insert((worker.paid_at, worker.code)),
            Verdict::Issue(issue) => findings.add(issue),
        }
    }
    if let Some((place, code)) = unknown {
        findings.add(place.found(IssueCode::RateUnknown, code));
    }
}

enum Verdict {
    Right,
    Unknown,
    Issue(Issue),
}

fn check_rate(
    declaration: &Declaration,
    facts: &PositionFacts,
    worker: &Worker<'_>,
    (rates, margin): (&Parameters, Option<Euro>),
) -> Verdict {
    let rated = worker.rated.zip(margin);
    let Some((Rated { qualification, fixed_term }, margin)) = rated else {
        return Verdict::Unknown;
    };
    let lawful = |fixed_term| {
        let known = facts.csc.as_ref().zip(declaration.workforce);
        let (cas, month) = (&facts.cas, declaration.month);
        known.into_iter().flat_map(move |(csc, size)| {
            let lawful = lawful_rates(rates, csc, cas, size, qualification, fixed_term, month);
            lawful.map(|one| one.expected)
        })
    };
    let near = |rate: Expected| {
        let missed = worker.contribution - worker.base.times(rate.total);
        missed.abs() <= margin
    };
    let mut known = lawful(fixed_term);
    let Some(expected) = known.next() else { return Verdict::Unknown };
    if near(expected) || known.any(near) {
        return Verdict::Right;
    }
    // What was pieced together is no reason to call a declaration wrong.
    if expected.confidence == Confidence::Reconstructed {
        return Verdict::Unknown;
    }
    let without_surcharge = fixed_term && lawful(false).any(near);
    let code =
        if without_surcharge { IssueCode::NoFixedTermSurcharge } else { IssueCode::RateDifference };
    let found = values::written(worker.contribution);
    let expected = values::written(worker.base.times(expected.total));
    Verdict::Issue(worker.paid_at.differs(code, &found, expected))
}
