//! Comparisons: rates (E10), wages of a year (E13), data of other bodies (E14).

use std::collections::BTreeMap;

use super::{Derivation, bare, deadline, prefix};
use crate::calendar::Month;
use crate::evidence::{
    Attachment, Cause, Evidence, Kind, LetterFact, NextStep, RateFact, Subject, Term, WageFact,
};
use crate::money::Euro;
use crate::parameters::Confidence;
use crate::terms::Event;

/// Returns that a letter lists as steps: those of a year.
const MOST_RETURNS: usize = 12;

impl Derivation<'_> {
    /// One piece for each position and month, with every group that differs.
    pub(super) fn rates(&mut self) {
        let mut wrong: BTreeMap<(&str, Month), Vec<&RateFact>> = BTreeMap::new();
        for fact in &self.facts.rates {
            if self.differs(fact) {
                wrong.entry((&fact.code, fact.month)).or_default().push(fact);
            }
        }
        for ((code, month), facts) in wrong {
            let Some(gestione) = facts.first().map(|fact| fact.gestione) else { continue };
            let declared: Euro = facts.iter().map(|fact| fact.contribution.0).sum();
            let expected: Euro = facts.iter().map(|fact| fact.contribution.1).sum();
            let groups = facts.iter().map(|fact| fact.group.clone()).collect();
            let cause = Cause::RateDiffers { groups, declared, expected };
            let evidence = self.about(Kind::RateDifference, gestione, code, month, cause);
            self.add(Evidence {
                amount: Some((expected - declared).abs()),
                steps: vec![
                    NextStep::ResendReturn { code: code.to_owned(), month },
                    NextStep::request(Subject::Classification, Some(Attachment::OwnCalculation)),
                ],
                ..evidence
            });
        }
    }

    fn differs(&mut self, fact: &RateFact) -> bool {
        if fact.confidence == Confidence::Reconstructed {
            return false;
        }
        let tolerance = self.known(self.parameters.notices.tolerance_in(fact.month));
        tolerance.is_some_and(|value| value.exceeded(fact.workers, fact.contribution, fact.rate))
    }

    pub(super) fn wages(&mut self) {
        let facts = self.facts;
        for fact in facts.wages.iter().filter(|fact| !fact.settled) {
            let WageFact { gestione, code, year, company, workers, .. } = fact;
            if company == workers {
                continue;
            }
            let kind = Kind::WageComparison;
            let key = format!("{}:{code}:{year}", prefix(kind));
            let cause = Cause::WagesDiffer { company: *company, workers: *workers };
            self.add(Evidence {
                code: Some(code.clone()),
                office: self.index.office(code),
                months: Month::new(*year, 1).zip(Month::new(*year, 12)),
                amount: Some((*company - *workers).abs()),
                steps: vec![NextStep::request(
                    Subject::DataComparison,
                    Some(Attachment::UniemensReceipt),
                )],
                ..bare(key, kind, *gestione, cause)
            });
        }
    }

    pub(super) fn letters(&mut self) {
        let facts = self.facts;
        for letter in facts.letters.iter().filter(|letter| !letter.settled) {
            self.letter(letter);
        }
    }

    fn letter(&mut self, letter: &LetterFact) {
        let regularise_by = self.by(Event::ComplianceRegularisation, letter.received);
        let report_by = self.by(Event::ComplianceReport, letter.received);
        let deadlines = [(Term::Regularise, regularise_by), (Term::Report, report_by)];
        // It is regularised by a return for each month that it is about, and paying what that adds.
        let returns = letter.code.iter().zip(letter.months).flat_map(|(code, (from, to))| {
            let resend = move |month| NextStep::ResendReturn { code: code.clone(), month };
            from.through(to).take(MOST_RETURNS).map(resend)
        });
        let others = [
            NextStep::ReportFacts { by: report_by },
            super::instalments(),
            NextStep::request(Subject::DataComparison, Some(Attachment::ComplianceLetter)),
        ];
        let kind = Kind::Compliance;
        let key = format!("{}:{}", prefix(kind), letter.number);
        let cause = Cause::ComplianceLetter { number: letter.number.clone() };
        self.add(Evidence {
            code: letter.code.clone(),
            office: letter.code.as_deref().and_then(|code| self.index.office(code)),
            months: letter.months,
            amount: letter.amount.map(Euro::abs),
            deadlines: deadlines
                .into_iter()
                .filter_map(|(term, by)| by.map(|by| deadline(term, by)))
                .collect(),
            steps: returns.chain(others).collect(),
            ..bare(key, kind, letter.gestione, cause)
        });
    }
}
