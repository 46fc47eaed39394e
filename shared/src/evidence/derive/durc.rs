//! The DURC: what its check makes of each debt, its end and the invitation to regularise (E12).

use super::{Derivation, bare, deadline, prefix};
use crate::calendar::Day;
use crate::durc::{
    Check, CoverCause, DebtOutcome, Document, DurcError, Outcome, Role, Situation, Stage, Validity,
    check, validity,
};
use crate::evidence::{Cause, Evidence, Kind, NextStep, Subject, Term, situation};

/// What the DURC makes of a debt: today, or on the day on which it begins to count.
pub(super) struct Seen {
    outcome: DebtOutcome,
    /// That day, where it is to come.
    begins: Option<Day>,
}

impl Seen {
    /// Whether something of it is left that nothing makes up for.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.outcome.role, Role::Settled | Role::Covered)
    }
}

/// What the DURC makes of what a piece of evidence is about, which may be several debts.
#[derive(Clone, Default)]
pub(super) struct Counted {
    from: Option<Day>,
    tolerated: bool,
    covers: Vec<CoverCause>,
}

impl Counted {
    /// Of debts that count from a day on. What is tolerated or covered is so where none of them counts; covered, where all are.
    pub(super) fn of<'a>(debts: impl Iterator<Item = &'a Seen>, from: Day) -> Self {
        let mut counted = Self::default();
        for Seen { outcome, begins } in debts {
            match outcome.role {
                Role::Settled => {}
                Role::Covered => {
                    counted.covers.extend(&outcome.causes);
                    counted.covers.dedup();
                }
                Role::WithinTolerance => counted.tolerated = true,
                Role::Counts | Role::NotYetDue { .. } | Role::ReturnNotYetDue { .. } => {
                    let first = begins.map_or(from, |begins| begins.max(from));
                    counted.from = Some(counted.from.map_or(first, |known| known.min(first)));
                }
            }
        }
        counted.tolerated &= counted.from.is_none();
        if counted.tolerated || counted.from.is_some() {
            counted.covers.clear();
        }
        counted
    }

    /// A piece with what is made of it.
    pub(super) fn on(&self, evidence: Evidence) -> Evidence {
        let Self { from: durc_from, tolerated, covers } = self.clone();
        Evidence { durc_from, tolerated, covers, ..evidence }
    }
}

impl Derivation<'_> {
    /// Asks the check itself what counts, so that evidence says the same. Where its terms are not known nothing counts.
    pub(super) fn check(&mut self) {
        let found = &self.derived.evidence;
        let situation = situation(self.parameters, self.facts, found, self.day);
        if situation.debts.is_empty() && situation.invitation.is_none() {
            return;
        }
        match check(self.parameters.durc, &situation, self.day) {
            Ok(today) => {
                self.cure_by = today.cure_by.filter(|_| today.outcome != Outcome::Regular);
                self.look(&situation, today);
            }
            Err(DurcError::Missing(missing)) => self.derived.missing.push(missing),
            // What a situation is made of can be read.
            Err(_) => {}
        }
    }

    /// Remembers what the check of the day makes of each debt; of one that is not due yet what that of the day makes on which it begins to
    /// count. While an invitation goes on what came after its query counts in the next one alone.
    fn look(&mut self, situation: &Situation, today: Check) {
        let next = today.blocked_until.max(today.cure_by).map(|last| last.plus_days(1));
        if let Some((invitation, next)) = situation.invitation.zip(next) {
            for evidence in &mut self.derived.evidence {
                let later = evidence.durc_from.filter(|from| *from > invitation.checked);
                evidence.durc_from = later.map(|from| from.max(next)).or(evidence.durc_from);
            }
        }
        let mut days: Vec<Day> = Vec::new();
        for outcome in debts(today) {
            let begins = match outcome.role {
                Role::NotYetDue { counts_from } | Role::ReturnNotYetDue { counts_from } => {
                    Some(next.map_or(counts_from, |next| next.max(counts_from)))
                }
                _ => None,
            };
            days.extend(begins.filter(|day| !days.contains(day)));
            self.checked.insert(outcome.key.clone(), Seen { outcome, begins });
        }
        for day in days {
            let Ok(then) = check(self.parameters.durc, situation, day) else { continue };
            for outcome in debts(then) {
                if let Some(seen) = self.checked.get_mut(&outcome.key)
                    && seen.begins == Some(day)
                {
                    seen.outcome = outcome;
                }
            }
        }
    }

    pub(super) fn durc(&mut self) {
        self.expiry();
        self.invitation();
    }

    /// The document that holds longest is about to end, or has ended no longer ago than its first warning comes before the end.
    fn expiry(&mut self) {
        let (facts, day) = (self.facts, self.day);
        let mut last: Option<(&Document, Validity)> = None;
        for document in facts.documents.iter().filter(|one| one.issued <= day) {
            let Some(days) = self.known(validity(self.parameters.durc, document.issued)) else {
                continue;
            };
            if last.is_none_or(|(_, longest)| days.expires > longest.expires) {
                last = Some((document, days));
            }
        }
        let Some((document, days)) = last else { return };
        let stage = days.stage(self.day);
        let warned = days.expires.days_since(days.early);
        let near = match stage {
            Stage::NotYet | Stage::Valid => false,
            Stage::EarlyWarning | Stage::LateWarning => true,
            Stage::Expired => -days.days_left(self.day) <= warned,
        };
        if !near {
            return;
        }
        let kind = Kind::DurcWarning;
        let key = format!("{}:{}", prefix(kind), document.protocol);
        let (protocol, expires) = (document.protocol.clone(), days.expires);
        let cause = Cause::DurcExpires { protocol, stage, expires };
        self.add(Evidence {
            deadlines: vec![deadline(Term::Expiry, expires)],
            durc_from: Some(expires.plus_days(1)),
            steps: vec![NextStep::SimulateDurc, NextStep::request(Subject::DurcWarning, None)],
            ..bare(key, kind, None, cause)
        });
    }

    /// An invitation, until it is cured or its case is over.
    fn invitation(&mut self) {
        let Some((invitation, cure_by)) = self.facts.invitation.zip(self.cure_by) else { return };
        let kind = Kind::DurcWarning;
        let key = format!("{}:invitation:{}", prefix(kind), invitation.sent);
        let cause = Cause::DurcInvitation { sent: invitation.sent };
        self.add(Evidence {
            deadlines: vec![deadline(Term::Cure, cure_by)],
            durc_from: Some(invitation.sent),
            steps: vec![
                NextStep::SimulateDurc,
                NextStep::request(Subject::DurcOutcome, None),
                NextStep::BookAppointment,
            ],
            ..bare(key, kind, None, cause)
        });
    }
}

/// Every debt of a check.
fn debts(check: Check) -> impl Iterator<Item = DebtOutcome> {
    check.gestioni.into_iter().flat_map(|gestione| gestione.debts)
}
