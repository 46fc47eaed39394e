//! The DURC: what its check makes of each debt, its end and the invitation to regularise (E12).

use super::{Derivation, bare, deadline, prefix};
use crate::durc::{Document, DurcError, Outcome, Stage, Validity, check, validity};
use crate::evidence::{Cause, Evidence, Kind, NextStep, Subject, Term, situation};

impl Derivation<'_> {
    /// Asks the check itself what counts, so that evidence says the same. Where its terms are not known nothing counts.
    pub(super) fn check(&mut self) {
        let found = &self.derived.evidence;
        let situation = situation(self.parameters, self.facts, found, self.day);
        if situation.debts.is_empty() && situation.invitation.is_none() {
            return;
        }
        match check(self.parameters.durc, &situation, self.day) {
            Ok(check) => {
                self.cure_by = check.cure_by.filter(|_| check.outcome != Outcome::Regular);
                let debts = check.gestioni.into_iter().flat_map(|gestione| gestione.debts);
                self.checked = debts.map(|debt| (debt.key.clone(), debt)).collect();
            }
            Err(DurcError::Missing(missing)) => self.derived.missing.push(missing),
            // What a situation is made of can be read.
            Err(_) => {}
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
