//! What can only be checked once a position was read to its end: contributions against rates, doubles, totals.

use std::collections::HashSet;
use std::io::Read;

use shared::calendar::Month;
use shared::declarations::{DmState, Scheme, Section, dm_state};
use shared::ids::CompanyId;
use shared::intake::{Issue, IssueCode};
use shared::money::Euro;
use shared::rates::{Confidence, expected_rate};

use super::model::{Declaration, Rated, Worker};
use super::parser::Parser;
use super::position::PositionDraft;
use crate::intake::findings::{Findings, Place};
use crate::intake::text::values;
use crate::rates;

/// How far a contribution may be from wage times rate, in cents: programs round in different places.
const MARGIN: i64 = 2;

impl<R: Read> Parser<'_, R> {
    /// Checks a position and adds its declaration to the file's; `mark` is where its warnings begin.
    pub fn finish_position(
        &mut self,
        mut position: PositionDraft,
        company: CompanyId,
        month: Month,
        mark: usize,
    ) {
        check_doubles(&position, self.findings);
        check_rates(&position, month, self.findings);
        let sections = sections(&position);
        let state = dm_state(month, sections);
        if let Some(issue) = dm_issue(&position, sections, state) {
            self.findings.add(issue);
        }
        let due = sections.map_or_else(
            || debit(&position) - credit(&position),
            |(debit, credit)| debit.declared - credit.declared,
        );
        position.workers.seal();
        self.out.declarations.push(Declaration {
            company,
            month,
            scheme: Scheme::Employees,
            matricola: position.matricola,
            workforce: position.workforce,
            sections,
            due,
            state,
            groups: position.workers.groups(),
            items: position.items,
            warnings: self.findings.warnings_since(mark),
            workers: position.workers,
            errors: 0,
        });
    }
}

fn check_doubles(position: &PositionDraft, findings: &mut Findings) {
    let mut seen = HashSet::with_capacity(position.workers.len());
    for worker in position.workers.iter() {
        if !seen.insert((*worker.tax_code, worker.kind)) {
            findings.add(worker.place.found(IssueCode::WorkerTwice, worker.tax_code.as_str()));
        }
    }
}

/// Reconstructed debit: contributions, the workers' items and the company's.
fn debit(position: &PositionDraft) -> Euro {
    position.workers.contributions() + position.debits + items(position, true)
}

/// Reconstructed credit.
fn credit(position: &PositionDraft) -> Euro {
    position.credits + items(position, false)
}

fn items(position: &PositionDraft, debit: bool) -> Euro {
    position.items.iter().filter(|item| item.debit == debit).map(|item| item.amount).sum()
}

fn sections(position: &PositionDraft) -> Option<(Section, Section)> {
    let totals = position.totals?;
    Some((
        Section { declared: totals.debit, reconstructed: debit(position) },
        Section { declared: totals.credit, reconstructed: credit(position) },
    ))
}

/// The warning of a DM that is not balanced.
fn dm_issue(
    position: &PositionDraft,
    sections: Option<(Section, Section)>,
    state: DmState,
) -> Option<Issue> {
    let place = position.totals.map_or(position.place, |totals| totals.place);
    match (state, sections) {
        (DmState::Balanced, _) => None,
        (DmState::NotGenerable, _) | (_, None) => Some(place.issue(IssueCode::NotGenerable)),
        (_, Some((debit, credit))) => {
            let worst =
                if debit.difference().abs() >= credit.difference().abs() { debit } else { credit };
            Some(place.differs(
                IssueCode::Provisional,
                &values::written(worst.declared),
                values::written(worst.reconstructed),
            ))
        }
    }
}

fn check_rates(position: &PositionDraft, month: Month, findings: &mut Findings) {
    // Of an unknown position the issue was noted already.
    if position.facts.is_none() {
        return;
    }
    let mut unknown: Option<(Place, &str)> = None;
    for worker in position
        .workers
        .iter()
        .filter(|worker| !(worker.base.is_zero() && worker.contribution.is_zero()))
    {
        match check_rate(position, &worker, month) {
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

fn check_rate(position: &PositionDraft, worker: &Worker<'_>, month: Month) -> Verdict {
    let Some(Rated { qualification, fixed_term }) = worker.rated else { return Verdict::Unknown };
    let on_wage = |fixed_term| {
        let facts = position.facts.as_ref()?;
        let rate = expected_rate(
            rates::shipped()?,
            facts.csc.as_ref()?,
            &facts.cas,
            position.workforce?,
            qualification,
            fixed_term,
            month,
        )?;
        Some((worker.base.times(rate.total), rate.confidence))
    };
    let Some((expected, confidence)) = on_wage(fixed_term) else { return Verdict::Unknown };
    let near = |amount: Euro| (worker.contribution - amount).abs() <= Euro::from_cents(MARGIN);
    if near(expected) {
        return Verdict::Right;
    }
    // What was pieced together is no reason to call a declaration wrong.
    if confidence == Confidence::Reconstructed {
        return Verdict::Unknown;
    }
    let without_surcharge = fixed_term && on_wage(false).is_some_and(|(amount, _)| near(amount));
    let code =
        if without_surcharge { IssueCode::NoFixedTermSurcharge } else { IssueCode::RateDifference };
    let (found, expected) = (values::written(worker.contribution), values::written(expected));
    Verdict::Issue(worker.paid_at.differs(code, &found, expected))
}
