//! What can only be checked once a position was read to its end: doubles and totals.

use std::collections::HashSet;
use std::io::Read;

use crate::calendar::Month;
use crate::declarations::{DmState, Scheme, Section, dm_state};
use crate::fiscal::TaxCode;
use crate::intake::{Issue, IssueCode};
use crate::money::Euro;

use super::model::Declaration;
use super::parser::Parser;
use super::position::PositionDraft;
use crate::intake::findings::Findings;
use crate::intake::source::values;

impl<R: Read> Parser<'_, R> {
    /// Checks a position and adds its declaration to the file's; `mark` is where its warnings begin.
    pub fn finish_position(
        &mut self,
        mut position: PositionDraft,
        company: TaxCode,
        month: Month,
        mark: usize,
    ) {
        check_doubles(&position, self.findings);
        let sections = sections(&position);
        let state = dm_state(self.tolerances.section_tolerance_in(month), sections);
        if let Some(issue) = dm_issue(&position, sections, state) {
            self.findings.add(issue);
        }
        let due = sections.map_or_else(
            || debit(&position) - credit(&position),
            |(debit, credit)| debit.declared - credit.declared,
        );
        position.workers.seal();
        self.out.declarations.push(Declaration {
            tax_code: company,
            company: None,
            place: position.named.unwrap_or(position.place),
            month,
            scheme: Scheme::Employees,
            matricola: position.matricola,
            workforce: position.workforce,
            sections,
            due,
            state,
            groups: position.workers.groups(),
            items: position.items,
            rates: Vec::new(),
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
