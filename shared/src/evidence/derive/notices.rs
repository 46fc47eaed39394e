//! Rectification notices: to be expected or issued (E1), notified (E2), in favour (E3), in credit recovery (E11).

use super::covers::contest_lost;
use super::{Counted, Derivation, bare, deadline, in_address, instalments, pay, prefix};
use crate::calendar::Day;
use crate::durc::{DebtKind, counts_from};
use crate::evidence::{
    Attachment, Cause, DeclarationFact, Evidence, Kind, NextStep, NoticeFact, NoticeState,
    Petition, Phase, Subject, Term,
};
use crate::money::Euro;
use crate::notices::{NoticeRow, Side, Stage, half};
use crate::parameters::Parameter;
use crate::terms::Event;

/// The key of the evidence that a notice gives while nothing has come of it; none of one that is settled, contested or in recovery.
pub fn notice_key(row: &NoticeRow) -> Option<String> {
    let kind = match (row.stage, row.side) {
        (Stage::Issued | Stage::Sent, Side::InFavour) => Kind::NoticeInFavour,
        (Stage::Issued | Stage::Sent, Side::ToPay) if row.notified.is_none() => Kind::NoticeIssued,
        (Stage::Issued | Stage::Sent, Side::ToPay) => Kind::NoticeSent,
        _ => return None,
    };
    Some(in_address(&format!("{}:{}", prefix(kind), row.number)))
}

impl Derivation<'_> {
    pub(super) fn notices(&mut self) {
        let facts = self.facts;
        for notice in &facts.notices {
            let is_small = self.parameters.notices.is_small(notice.difference, notice.issued);
            if self.known(is_small) == Some(false) {
                self.notice(notice);
            }
        }
        let series = &self.parameters.notices.threshold;
        let today = series.on(Parameter::NoticeThreshold, self.day).map(|step| step.value);
        if let Some(threshold) = self.known(today) {
            for declaration in &facts.declarations {
                self.predicted(declaration, threshold);
            }
        }
    }

    fn notice(&mut self, notice: &NoticeFact) {
        match (notice.state, notice.side, notice.notified) {
            (NoticeState::Open, Side::InFavour, _) => self.in_favour(notice),
            (NoticeState::Open, Side::ToPay, None) => self.issued(notice),
            (NoticeState::Open, Side::ToPay, Some(_)) => self.sent(notice),
            (NoticeState::Recovery, Side::ToPay, _) => self.in_recovery(notice, None),
            (NoticeState::Contested, Side::ToPay, Some(_)) => {
                let owed = notice.difference.abs() + notice.sanctions;
                let lost = contest_lost(&self.facts.covers_of_notice(notice), self.day, owed);
                if let Some((court, ended)) = lost {
                    let origin = DebtKind::Notice;
                    self.in_recovery(notice, Some(Cause::ContestLost { origin, court, ended }));
                }
            }
            _ => {}
        }
    }

    fn of_notice(&self, kind: Kind, notice: &NoticeFact) -> Evidence {
        let key = format!("{}:{}", prefix(kind), notice.number);
        let cause = Cause::Notice { number: notice.number.clone(), causes: notice.causes.clone() };
        Evidence {
            code: Some(notice.code.clone()),
            office: self.index.office(&notice.code),
            months: Some((notice.month, notice.month)),
            amount: Some(notice.open()),
            ..bare(key, kind, notice.gestione, cause)
        }
    }

    fn issued(&mut self, notice: &NoticeFact) {
        let evidence = self.of_notice(Kind::NoticeIssued, notice);
        let number = notice.number.clone();
        self.add(Evidence {
            steps: vec![NextStep::Wait, NextStep::ReadCauses { number }],
            ..evidence
        });
    }

    fn sent(&mut self, notice: &NoticeFact) {
        let Some(notified) = notice.notified else { return };
        let evidence = self.of_notice(Kind::NoticeSent, notice);
        let (difference, sanctions) = (notice.difference.abs(), notice.sanctions);
        let halving = self.parameters.notices.halving.on(Parameter::NoticeHalving, notified);
        let halving = self.known(halving.map(|step| step.value)).flatten();
        let halved_by = halving
            .filter(|_| sanctions > Euro::ZERO)
            .map(|term| notified.plus_days(term.days.into()));
        let appeal_by = self.by(Event::Appeal, notified);
        let row = |amount: Euro| {
            let left = Some(amount - notice.paid).filter(|left| *left > Euro::ZERO)?;
            self.row("DMRA", &notice.code, notice.month, left)
        };
        let mut steps = vec![NextStep::ReadCauses { number: notice.number.clone() }];
        if halved_by.is_some() {
            steps.extend(pay(row(difference + half(sanctions)), halved_by));
        }
        steps.extend(pay(row(notice.asked()), notice.pay_by));
        steps.extend([
            instalments(),
            NextStep::request(Subject::NoticeRecalculation, None),
            NextStep::Appeal { by: appeal_by },
        ]);
        let deadlines = [
            halved_by.map(|by| deadline(Term::PayHalved, by)),
            notice.pay_by.map(|by| deadline(Term::Pay, by)),
            appeal_by.map(|by| deadline(Term::Appeal, by)),
        ];
        let counted = notice.pay_by.map(|by| self.notice_counted(notice, by));
        self.add(Evidence {
            deadlines: deadlines.into_iter().flatten().collect(),
            steps,
            ..counted.unwrap_or_default().on(evidence)
        });
    }

    /// What the DURC makes of a notice that was to be paid by a day.
    fn notice_counted(&self, notice: &NoticeFact, due: Day) -> Counted {
        self.counted(&self.index.debts_of_notice(&notice.number), counts_from(due, None))
    }

    fn in_favour(&mut self, notice: &NoticeFact) {
        let evidence = self.of_notice(Kind::NoticeInFavour, notice);
        let row = self.row("DMRP", &notice.code, notice.month, -notice.open());
        let steps = pay(row, None).into_iter().chain([
            NextStep::Petition(Petition::SetOff),
            NextStep::Petition(Petition::Refund),
            NextStep::request(Subject::NoticeCredit, None),
        ]);
        self.add(Evidence { steps: steps.collect(), ..evidence });
    }

    /// A notice to be recovered, for another cause than that nobody paid it, if there is one.
    fn in_recovery(&mut self, notice: &NoticeFact, cause: Option<Cause>) {
        if self.index.is_notice_owed(&notice.number) {
            return;
        }
        let evidence = self.of_notice(Kind::CreditRecovery, notice);
        let since = notice.pay_by.or(notice.notified).unwrap_or(notice.issued);
        let row = self.row("DMRA", &notice.code, notice.month, notice.open());
        let steps = pay(row, None)
            .into_iter()
            .chain([instalments(), NextStep::request(Subject::UnpaidReturns, None)]);
        let counted = self.notice_counted(notice, since);
        let recovery = Cause::Owed { origin: DebtKind::Notice, phase: Phase::Recovery, since };
        self.add(Evidence {
            cause: cause.unwrap_or(recovery),
            steps: steps.collect(),
            ..counted.on(evidence)
        });
    }

    /// A notice to be expected: the rates say otherwise, and none exists yet.
    fn predicted(&mut self, declaration: &DeclarationFact, threshold: Euro) {
        let DeclarationFact { gestione, code, month, .. } = declaration;
        let Some((declared, due)) = declaration.recomputed else { return };
        let difference = due - declared;
        if difference.abs() <= threshold || self.index.has_notice(code, *month) {
            return;
        }
        let kind = match difference.is_negative() {
            true => Kind::NoticeInFavour,
            false => Kind::NoticeIssued,
        };
        let cause = Cause::Predicted { declared, due };
        let evidence = self.about(kind, *gestione, code, *month, cause);
        self.add(Evidence {
            amount: Some(difference.abs()),
            steps: vec![
                NextStep::ResendReturn { code: code.clone(), month: *month },
                NextStep::request(Subject::Classification, Some(Attachment::OwnCalculation)),
                NextStep::Wait,
            ],
            ..evidence
        });
    }
}
