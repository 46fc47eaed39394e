//! What makes up for what is owed, by what the archives say of it (art. 3 c. 2 DM 30/1/2015, letters a to f): its phase, its entry in the
//! collection roll, the plan that includes it, the appeal against its notice.

use crate::calendar::Day;
use crate::durc::{Cover, CoverCause};
use crate::evidence::{
    AppealFact, DebtFact, Facts, NoticeFact, NoticeState, Phase, RollFact, RollStanding,
};
use crate::money::Euro;

impl Facts {
    /// What covers a debt, at one time or another, each once. What its entry in the roll says goes before its phase.
    pub(in crate::evidence) fn covers(&self, fact: &DebtFact) -> Vec<Cover> {
        let number = fact.entry.as_deref();
        let entry = self.roll.iter().find(|entry| Some(entry.number.as_str()) == number);
        let mut covers = fact.debt.covers.clone();
        match entry.and_then(RollFact::cover) {
            Some(cover) => covers.push(cover),
            None => covers.extend(self.by_phase(fact, entry.map(|entry| entry.standing))),
        }
        let plans = self.plans.iter().filter(|plan| plan.debt == fact.debt.key);
        covers.extend(plans.map(|plan| lasting(CoverCause::Instalments, plan.since)));
        for appeal in self.against(fact.notice.as_deref()) {
            covers.push(appeal.cover());
            // Before a court only what is not in the roll is covered (e).
            covers.extend(appeal.court_case().filter(|_| fact.entry.is_none()));
        }
        each_once(covers)
    }

    /// What covers a notice that is no debt yet.
    pub(in crate::evidence) fn covers_of_notice(&self, notice: &NoticeFact) -> Vec<Cover> {
        let number = Some(notice.number.as_str());
        let mut covers = match notice.state {
            NoticeState::Contested => {
                vec![self.contested(number, notice.notified.unwrap_or(notice.issued))]
            }
            NoticeState::Open | NoticeState::Recovery | NoticeState::Closed => Vec::new(),
        };
        let appeals = self.against(number);
        covers.extend(appeals.flat_map(|one| [Some(one.cover()), one.court_case()]).flatten());
        each_once(covers)
    }

    fn by_phase(&self, fact: &DebtFact, entry: Option<RollStanding>) -> Vec<Cover> {
        let in_roll = fact.entry.is_some();
        let cause = match fact.phase {
            Phase::Instalments if entry != Some(RollStanding::Lapsed) => CoverCause::Instalments,
            Phase::SetOff => CoverCause::SetOff,
            // What is not in the roll is suspended by a law alone (b); what is there, after a court action (f).
            Phase::Suspended if !in_roll => CoverCause::SuspendedByLaw,
            Phase::Suspended => CoverCause::CollectionSuspended,
            // What is in the roll and opposed counts until the roll says that it is suspended (f): d and e are of claims that are not there.
            Phase::Contested if !in_roll => {
                return vec![self.contested(fact.notice.as_deref(), fact.since)];
            }
            _ => return Vec::new(),
        };
        vec![lasting(cause, fact.since)]
    }

    /// What is contested is before the institute (d) until all its appeals are rejected. That it went before a court afterwards (e) is for the
    /// archive of appeals to say: letter e wants a case that is pending, and one that may still be brought is none.
    fn contested(&self, notice: Option<&str>, since: Day) -> Cover {
        let ends: Vec<Option<Day>> = self.against(notice).map(|one| one.cover().ended).collect();
        let rejected = ends.iter().max().copied().flatten().filter(|_| !ends.contains(&None));
        Cover { ended: rejected, ..lasting(CoverCause::Appeal, since) }
    }

    /// The appeals against a notice.
    fn against(&self, notice: Option<&str>) -> impl Iterator<Item = &AppealFact> {
        self.appeals
            .iter()
            .filter(move |appeal| notice.is_some() && appeal.notice.as_deref() == notice)
    }
}

impl RollFact {
    fn cover(&self) -> Option<Cover> {
        let cause = match self.standing {
            RollStanding::Enforceable | RollStanding::Lapsed => return None,
            RollStanding::Instalments => CoverCause::Instalments,
            RollStanding::Settlement => CoverCause::FacilitatedSettlement,
            RollStanding::Suspended => CoverCause::CollectionSuspended,
        };
        Some(lasting(cause, self.since))
    }
}

impl AppealFact {
    /// Until it is rejected; one that was granted covers until the archives discharge what it was against.
    fn cover(&self) -> Cover {
        let ended = self.decided.filter(|_| !self.granted);
        Cover { ended, amount: self.amount, ..lasting(CoverCause::Appeal, self.filed) }
    }

    /// Until the final judgment.
    fn court_case(&self) -> Option<Cover> {
        let case = lasting(CoverCause::CourtCase, self.court?);
        Some(Cover { ended: self.judged, amount: self.amount, ..case })
    }
}

/// Whether all of what is owed is covered on a day.
pub(super) fn cover_all(covers: &[Cover], day: Day, owed: Euro) -> bool {
    let mut holding = covers.iter().filter(|cover| cover.holds(day));
    let parts: Option<Euro> = holding.try_fold(Euro::ZERO, |sum, cover| Some(sum + cover.amount?));
    // One for no amount is for all of it.
    parts.is_none_or(|parts| parts >= owed && parts > Euro::ZERO)
}

/// What ended the contest of something that is not all covered any more: whether a court did, or else the institute, and when.
pub(super) fn contest_lost(covers: &[Cover], day: Day, owed: Euro) -> Option<(bool, Day)> {
    let ended = |cover: &Cover| {
        let court = cover.cause == CoverCause::CourtCase;
        let contest = court || cover.cause == CoverCause::Appeal;
        Some((cover.ended.filter(|_| contest)?, court))
    };
    let last = covers.iter().filter_map(ended).max();
    let lost = last.filter(|(ended, _)| *ended <= day);
    lost.filter(|_| !cover_all(covers, day, owed)).map(|(ended, court)| (court, ended))
}

const fn lasting(cause: CoverCause, from: Day) -> Cover {
    Cover { cause, from, ended: None, amount: None }
}

/// Two of one cause are two: a second appeal covers when the first was rejected, and two for a part each cover both parts.
fn each_once(covers: Vec<Cover>) -> Vec<Cover> {
    let mut kept: Vec<Cover> = Vec::with_capacity(covers.len());
    for cover in covers {
        if !kept.contains(&cover) {
            kept.push(cover);
        }
    }
    kept
}
