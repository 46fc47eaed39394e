//! Payments: without their return (E5), attached to nothing or not backed (E6).

use super::index;
use super::{Derivation, bare, prefix};
use crate::calendar::Month;
use crate::durc::Gestione;
use crate::evidence::{Cause, Evidence, Kind, NextStep, PaymentFact, Petition, Subject};
use crate::money::Euro;
use crate::payments::{Matched, PaymentRow};

impl Derivation<'_> {
    pub(super) fn payments(&mut self) {
        for fact in &self.facts.payments {
            self.loose(fact);
            self.not_backed(fact);
        }
    }

    fn loose(&mut self, fact: &PaymentFact) {
        let row = &fact.row;
        let cause = match row.matched {
            Matched::NoDeclaration => {
                Cause::NoReturnForPayment { payment: row.payment, row: row.row }
            }
            Matched::WrongPosition => {
                Cause::WrongPosition { payment: row.payment, row: row.row, code: row.code.clone() }
            }
            Matched::Other if fact.stray => {
                Cause::NothingOwed { payment: row.payment, row: row.row }
            }
            Matched::Declaration { .. } | Matched::Other | Matched::Awaiting => return,
        };
        let pays_return = index::pays_return(fact.gestione, &row.causale);
        let kind = if pays_return { Kind::Unmatched } else { Kind::LoosePayment };
        let amount = (row.debit - row.credit).abs();
        let right = pays_return
            .then(|| self.index.fits(row.debit, &row.code, row.from))
            .flatten()
            .and_then(|(code, month)| self.row(&row.causale, code, month, row.debit));
        let mut steps = vec![NextStep::CorrectRow { payment: row.payment, row: row.row, right }];
        if let (Matched::NoDeclaration, true, Some(month)) = (row.matched, pays_return, row.from) {
            steps.push(NextStep::SendReturn { code: row.code.clone(), month });
        }
        steps.push(NextStep::request(Subject::WrongPayment, None));
        steps.push(NextStep::Petition(Petition::Refund));
        let evidence = self.of_row(kind, fact.gestione, row, cause);
        self.add(Evidence { amount: Some(amount), steps, ..evidence });
    }

    fn not_backed(&mut self, fact: &PaymentFact) {
        let row = &fact.row;
        let missing = row.credit - fact.backed.max(Euro::ZERO);
        if missing <= Euro::ZERO {
            return;
        }
        let cause =
            Cause::CreditNotBacked { payment: row.payment, row: row.row, backed: fact.backed };
        let evidence = self.of_row(Kind::LoosePayment, fact.gestione, row, cause);
        self.add(Evidence {
            // A row may be loose and not backed at once.
            key: format!("{}:credit", evidence.key),
            amount: Some(missing),
            steps: vec![
                NextStep::Petition(Petition::SetOff),
                NextStep::request(Subject::SetOff, None),
            ],
            ..evidence
        });
    }

    /// Evidence about a row, its key made of the form and the row's place.
    fn of_row(&self, kind: Kind, gestione: Gestione, row: &PaymentRow, cause: Cause) -> Evidence {
        let key = format!("{}:{}:{}", prefix(kind), row.payment, row.row);
        let span = |from: Month| (from, row.to.unwrap_or(from).max(from));
        Evidence {
            code: Some(row.code.clone()),
            office: self.index.office(&row.code),
            months: row.from.map(span),
            ..bare(key, kind, gestione, cause)
        }
    }
}
