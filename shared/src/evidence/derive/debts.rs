//! Debts in credit recovery (E11) and appeals that wait (E9).

use super::covers::{contest_lost, cover_all};
use super::settled::causale_of;
use super::{Derivation, Seen, bare, deadline, instalments, pay, prefix};
use crate::calendar::{Day, Month};
use crate::durc::{Debt, DebtKind, counts_from};
use crate::evidence::situation::unpaid_return;
use crate::evidence::{
    AppealFact, Cause, Deadline, DebtFact, Evidence, Kind, NextStep, Petition, Phase, Subject, Term,
};
use crate::money::Euro;
use crate::notices::F24Row;
use crate::terms::Event;

impl Derivation<'_> {
    pub(super) fn debts(&mut self) {
        for fact in &self.facts.debts {
            // Of what a record says that cannot be, the check of the DURC tells.
            let sound = !fact.debt.has_negative() && fact.debt.residual() > Euro::ZERO;
            let (debt, phase, since) = (&fact.debt, fact.phase, fact.since);
            let owed = Cause::Owed { origin: debt.kind, phase, since };
            let cause = match phase {
                Phase::Contested => self.contested(fact, owed),
                _ => Some(owed).filter(|_| phase.is_pressing() || self.counts_alone(fact)),
            };
            if let Some(cause) = cause.filter(|_| sound) {
                self.debt(fact, cause);
            }
        }
    }

    /// Whether the check of the DURC looks at a debt of which no notice and no return says so.
    fn counts_alone(&self, fact: &DebtFact) -> bool {
        let looks_at = self.checked.get(&fact.debt.key).is_some_and(Seen::is_open);
        let said = fact.notice.is_some() || unpaid_return(fact).is_some();
        looks_at && !(said && fact.phase == Phase::Open)
    }

    /// Why what was contested is pressing: nothing covers it any more, or it is in the roll, where being opposed does not.
    fn contested(&self, fact: &DebtFact, owed: Cause) -> Option<Cause> {
        let covers = self.facts.covers(fact);
        let owed_still = fact.debt.residual();
        if cover_all(&covers, self.day, owed_still) {
            return None;
        }
        let lost = contest_lost(&covers, self.day, owed_still).filter(|_| fact.entry.is_none());
        let origin = fact.debt.kind;
        Some(lost.map_or(owed, |(court, ended)| Cause::ContestLost { origin, court, ended }))
    }

    pub(super) fn appeals(&mut self) {
        for appeal in &self.facts.appeals {
            if appeal.filed <= self.day && appeal.decided.is_none_or(|decided| self.day < decided) {
                self.appeal(appeal);
            }
        }
    }

    fn debt(&mut self, fact: &DebtFact, cause: Cause) {
        let debt = &fact.debt;
        let kind = Kind::CreditRecovery;
        let evidence = match (&debt.code, debt.competence, debt.kind) {
            // The same key as before it was a debt; of several debts of one return the first has it.
            (Some(code), Some(month), DebtKind::UnpaidReturn)
                if self.index.debts_of_return(code, month).first() == Some(&debt.key) =>
            {
                self.about(kind, debt.gestione, code, month, cause)
            }
            _ => {
                let key = format!("{}:debt:{}", prefix(kind), debt.key);
                Evidence {
                    code: debt.code.clone(),
                    office: debt.code.as_deref().and_then(|code| self.index.office(code)),
                    months: debt.competence.map(|month| (month, month)),
                    ..bare(key, kind, debt.gestione, cause)
                }
            }
        };
        let residual = debt.residual();
        let (deadlines, remedies) = self.remedies(fact);
        // What is with the collection agent is paid there.
        let by_f24 = debt.gestione.is_monthly() && !is_enforced(fact);
        let row = match (&debt.code, debt.competence) {
            (Some(code), Some(month)) if by_f24 => self.recovery_row(debt, code, month),
            _ => None,
        };
        let from = counts_from(debt.due, debt.return_due);
        let counted = self.counted(core::slice::from_ref(&debt.key), from);
        self.add(Evidence {
            amount: Some(residual),
            deadlines,
            steps: pay(row, None).into_iter().chain(remedies).collect(),
            ..counted.on(evidence)
        });
    }

    fn recovery_row(&self, debt: &Debt, code: &str, month: Month) -> Option<F24Row> {
        let causale = causale_of(debt.kind);
        // Of these only RC01 has a last month.
        let to = (causale == "RC01").then_some(month);
        let row = self.row(causale, code, month, debt.residual())?;
        Some(F24Row { to, ..row })
    }

    /// The terms of a phase and what one can do in it.
    fn remedies(&mut self, fact: &DebtFact) -> (Vec<Deadline>, Vec<NextStep>) {
        match (fact.phase, fact.notified) {
            (Phase::FriendlyReminder, Some(notified)) => {
                let pay_by = self.by(Event::FriendlyReminder, notified);
                let appeal_by = self.by(Event::Appeal, notified);
                let terms = [term(Term::Pay, pay_by), term(Term::Appeal, appeal_by)];
                let steps = vec![
                    instalments(),
                    NextStep::request(Subject::FriendlyReminder, None),
                    NextStep::Appeal { by: appeal_by },
                ];
                (terms.into_iter().flatten().collect(), steps)
            }
            (Phase::DebitNotice | Phase::Entrusted, Some(notified)) => {
                let pay_by = self.by(Event::DebitNoticePayment, notified);
                let oppose_by = self.by(Event::DebitNoticeOpposition, notified);
                let terms = [term(Term::Pay, pay_by), term(Term::Oppose, oppose_by)];
                let mut steps = vec![
                    NextStep::Petition(Petition::DebitNoticeMeasure),
                    NextStep::request(Subject::DebitNotice, None),
                ];
                steps.extend(oppose_by.map(|by| NextStep::Oppose { by }));
                (terms.into_iter().flatten().collect(), steps)
            }
            _ if is_enforced(fact) => (
                Vec::new(),
                vec![
                    NextStep::Petition(Petition::DebitNoticeMeasure),
                    NextStep::request(Subject::DebitNotice, None),
                ],
            ),
            _ => {
                let steps = [
                    instalments(),
                    NextStep::request(Subject::UnpaidReturns, None),
                    NextStep::BookAppointment,
                ];
                (Vec::new(), steps.into())
            }
        }
    }

    fn appeal(&mut self, appeal: &AppealFact) {
        let kind = Kind::PendingAppeal;
        let key = format!("{}:{}", prefix(kind), appeal.number);
        let cause = Cause::AppealPending { number: appeal.number.clone(), filed: appeal.filed };
        let answer_by = self.by(Event::AppealAnswer, appeal.filed);
        self.add(Evidence {
            code: appeal.code.clone(),
            office: appeal.code.as_deref().and_then(|code| self.index.office(code)),
            amount: appeal.amount.map(Euro::abs),
            deadlines: term(Term::Answer, answer_by).into_iter().collect(),
            steps: vec![NextStep::Wait, NextStep::request(Subject::Appeal, None)],
            ..bare(key, kind, appeal.gestione, cause)
        });
    }
}

/// Whether it is with the collection agent, or about to be.
fn is_enforced(fact: &DebtFact) -> bool {
    match fact.phase {
        Phase::Contested => fact.entry.is_some(),
        phase => matches!(phase, Phase::DebitNotice | Phase::Entrusted),
    }
}

fn term(term: Term, by: Option<Day>) -> Option<Deadline> {
    by.map(|by| deadline(term, by))
}
