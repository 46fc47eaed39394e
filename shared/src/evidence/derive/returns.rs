//! Returns: missing (E8), not balanced or discarded (E7), with rows refused (E4), unpaid (E5) and on their way to credit recovery (E11).

use super::index::open;
use super::{Derivation, deadline, instalments, pay};
use crate::calendar::{Day, Month, f24_due, uniemens_due};
use crate::declarations::DmState;
use crate::durc::{DebtKind, counts_from};
use crate::evidence::{
    Cause, DeclarationFact, Evidence, Kind, NextStep, Petition, Phase, PositionFact, Subject, Term,
    TransmissionFact, Transmitted,
};
use crate::money::Euro;
use crate::terms;

impl Derivation<'_> {
    pub(super) fn returns(&mut self) {
        let facts = self.facts;
        for position in facts.positions.iter().filter(|one| one.gestione.is_monthly()) {
            self.missing(position);
        }
        for declaration in &facts.declarations {
            self.not_balanced(declaration);
        }
    }

    pub(super) fn unpaid(&mut self) {
        let facts = self.facts;
        for declaration in &facts.declarations {
            self.not_paid(declaration);
        }
    }

    pub(super) fn transmissions(&mut self) {
        let facts = self.facts;
        for sent in &facts.transmissions {
            if self.index.is_last(sent) {
                self.transmission(sent);
            }
        }
    }

    fn transmission(&mut self, sent: &TransmissionFact) {
        let protocol = sent.protocol.clone();
        let (kind, cause) = match sent.outcome {
            Transmitted::Accepted => return,
            Transmitted::WithErrors(errors) => {
                (Kind::UniemensErrors, Cause::RowsRefused { protocol, errors })
            }
            Transmitted::Discarded => (Kind::RejectedReturn, Cause::Discarded { protocol }),
        };
        let evidence = self.about(kind, sent.gestione, &sent.code, sent.month, cause);
        self.add(Evidence {
            key: format!("{}:{}", evidence.key, sent.protocol),
            steps: vec![
                NextStep::ResendReturn { code: sent.code.clone(), month: sent.month },
                NextStep::request(Subject::ReturnErrors, None),
            ],
            ..evidence
        });
    }

    /// A month in which a position was active on some day without an interruption, and no return came by its term.
    fn missing(&mut self, position: &PositionFact) {
        let Some(begun) = position.active.iter().map(|period| period.from).min() else { return };
        let first = Month::of(begun).max(self.facts.known_from);
        for month in first.through(Month::of(self.day).previous()) {
            let expected = uniemens_due(month) < self.day && position.owes_return(month);
            if expected && !self.index.is_declared(&position.code, month) {
                let code = position.code.clone();
                let evidence = self.about(
                    Kind::MissingReturn,
                    position.gestione,
                    &position.code,
                    month,
                    Cause::NoReturn,
                );
                self.add(Evidence {
                    durc_from: Some(of_month(month)),
                    steps: vec![
                        NextStep::SendReturn { code, month },
                        NextStep::Petition(Petition::PositionChange),
                        NextStep::request(Subject::DmTransmitted, None),
                    ],
                    ..evidence
                });
            }
        }
    }

    fn not_balanced(&mut self, declaration: &DeclarationFact) {
        let DeclarationFact { gestione, code, month, state, .. } = declaration;
        if *state == DmState::Balanced {
            return;
        }
        let cause = Cause::NotBalanced { state: *state };
        let evidence = self.about(Kind::RejectedReturn, *gestione, code, *month, cause);
        let not_generable = *state == DmState::NotGenerable;
        self.add(Evidence {
            durc_from: not_generable.then(|| of_month(*month)),
            steps: vec![
                NextStep::ResendReturn { code: code.clone(), month: *month },
                NextStep::request(Subject::ProvisionalDm, None),
            ],
            ..evidence
        });
    }

    fn not_paid(&mut self, declaration: &DeclarationFact) {
        let DeclarationFact { gestione, code, month, .. } = declaration;
        let missing = open(declaration);
        let due = f24_due(*month);
        if missing <= Euro::ZERO || due >= self.day {
            return;
        }
        let row = gestione.is_monthly().then(|| self.row("DM10", code, *month, missing)).flatten();
        let steps: Vec<NextStep> = pay(row, None)
            .into_iter()
            .chain([NextStep::request(Subject::UnmatchedPayment, None), instalments()])
            .collect();
        let counted = self.counted(&self.index.debts_of_return(code, *month), of_month(*month));
        let sent = self.index.first_sent(code, *month);
        let clock = self.known(terms::clock(self.parameters.terms, *month, sent));
        let about = |kind, cause| Evidence {
            amount: Some(missing),
            steps: steps.clone(),
            ..counted.on(self.about(kind, *gestione, code, *month, cause))
        };
        let mut found = Vec::new();
        if declaration.paid <= Euro::ZERO {
            let deadlines = clock.as_ref().map(|clock| deadline(Term::Recovery, clock.recovery));
            let evidence = about(Kind::Unmatched, Cause::NothingPaid);
            found.push(Evidence { deadlines: deadlines.into_iter().collect(), ..evidence });
        }
        if let Some(clock) = clock.filter(|clock| clock.archived <= self.day)
            && !self.index.is_owed(code, *month)
        {
            let (phase, since) = match clock.recovery <= self.day {
                true => (Phase::Recovery, clock.recovery),
                false => (Phase::Unpaid, clock.archived),
            };
            let cause = Cause::Owed { origin: DebtKind::UnpaidReturn, phase, since };
            found.push(about(Kind::CreditRecovery, cause));
        }
        found.into_iter().for_each(|evidence| self.add(evidence));
    }
}

/// The first day on which the DURC counts what a month owes or did not declare.
fn of_month(month: Month) -> Day {
    counts_from(f24_due(month), Some(uniemens_due(month)))
}
