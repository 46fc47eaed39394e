//! The check itself: art. 3 and 4 DM 30/1/2015, Circ. INPS 126/2015.

use core::error::Error;
use core::fmt::{Display, Formatter, Result as FmtResult};
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Check, CoverCause, Debt, DebtOutcome, DurcParameters, Gestione, GestioneOutcome, Outcome,
    Reason, Role, Situation, Technical, TechnicalProblem, Terms,
};
use crate::calendar::{Day, Month, f24_due};
use crate::money::Euro;
use crate::parameters::Missing;

/// Why no check can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DurcError {
    /// No terms are known for the day.
    Missing(Missing),
    /// An amount of this debt is below zero.
    Negative(String),
    /// Two debts have this key.
    Twice(String),
    /// A payment is for this debt, which is not there.
    NoSuchDebt(String),
}

impl Display for DurcError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        match self {
            Self::Missing(missing) => {
                write!(formatter, "no {:?} known for {}", missing.parameter, missing.day)
            }
            Self::Negative(key) => write!(formatter, "{key}: an amount below zero"),
            Self::Twice(key) => write!(formatter, "{key}: two debts of this key"),
            Self::NoSuchDebt(key) => write!(formatter, "{key}: no such debt"),
        }
    }
}

impl Error for DurcError {}

impl From<Missing> for DurcError {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

/// The last day whose payments a check looks at: the last of the second month before it (art. 3 c. 1 DM 30/1/2015).
pub fn cut_off(day: Day) -> Day {
    Month::of(day).plus(-2).last_day()
}

/// The first day of a check in which something counts: its term within the cut-off, and that of its return passed.
pub fn counts_from(due: Day, return_due: Option<Day>) -> Day {
    let within = Month::of(due).plus(2).first_day();
    return_due.map_or(within, |last| within.max(last.plus_days(1)))
}

/// The check of a day.
///
/// Once invited, the case is judged by the cut-off of the query that found the gap, and what is cured after its time stays irregular; when
/// no other query is blocked any more, the day is checked afresh.
///
/// # Errors
/// The [`DurcError`] that says which datum cannot be right, or which value is not known.
pub fn check(
    parameters: &DurcParameters,
    situation: &Situation,
    day: Day,
) -> Result<Check, DurcError> {
    refuse_nonsense(situation)?;
    let invitation = situation.invitation.filter(|invitation| invitation.sent <= day);
    if let Some(invitation) = invitation {
        let terms = parameters.on(invitation.checked)?;
        let cure_by = invitation.sent.plus_days(terms.cure_days.into());
        let blocked_until = invitation.checked.plus_days(terms.block_days.into());
        if day <= blocked_until.max(cure_by) {
            let looked = invitation.checked;
            let view = |situation, day| {
                View { situation, terms, day, looked, cure_by: Some(cure_by) }.check()
            };
            let mut case = Check { blocked_until: Some(blocked_until), ..view(situation, day) };
            if day > cure_by {
                let [known, doubted] =
                    [false, true].map(|doubted| situation.paid_by(cure_by, doubted));
                lapse(&mut case, &view(&known, cure_by), cure_by);
                doubt(&mut case, &view(&doubted, cure_by), situation);
            }
            return Ok(case);
        }
    }
    let terms = parameters.on(day)?;
    Ok(View { situation, terms, day, looked: day, cure_by: None }.check())
}

/// What was not cured when the time to cure ended is irregular, whatever was paid since.
fn lapse(case: &mut Check, then: &Check, cure_by: Day) {
    for one in &mut case.gestioni {
        let same = then.gestioni.iter().find(|same| same.gestione == one.gestione);
        let was_open = same.is_some_and(|same| same.outcome == Outcome::BeingCured);
        if was_open && one.outcome < Outcome::Irregular {
            one.outcome = Outcome::Irregular;
            one.reasons.push(Reason::CureExpired { cure_by });
            case.outcome = Outcome::Irregular;
        }
    }
}

/// What is in order only if something was paid in time of which nobody knows when: that is for the office to say.
fn doubt(case: &mut Check, then: &Check, situation: &Situation) {
    for one in &mut case.gestioni {
        let same = then.gestioni.iter().find(|same| same.gestione == one.gestione);
        let was_open = same.is_some_and(|same| same.outcome == Outcome::BeingCured);
        if !was_open || one.outcome > Outcome::TechnicalAnomaly {
            continue;
        }
        one.outcome = Outcome::TechnicalAnomaly;
        case.outcome = case.outcome.max(one.outcome);
        let debts = situation.debts.iter().filter(|debt| debt.gestione == one.gestione);
        let undated = debts.filter(|debt| debt.undated > Euro::ZERO);
        one.reasons.extend(undated.map(|debt| Reason::Technical {
            problem: TechnicalProblem::UndatedPayment,
            code: debt.code.clone(),
            month: debt.competence,
            record: Some(debt.key.clone()),
        }));
    }
}

fn refuse_nonsense(situation: &Situation) -> Result<(), DurcError> {
    let mut keys = BTreeSet::new();
    for debt in &situation.debts {
        if debt.has_negative() {
            return Err(DurcError::Negative(debt.key.clone()));
        }
        if !keys.insert(debt.key.as_str()) {
            return Err(DurcError::Twice(debt.key.clone()));
        }
    }
    Ok(())
}

/// A situation, seen by the terms and the cut-off of one query.
struct View<'a> {
    situation: &'a Situation,
    terms: Terms,
    day: Day,
    /// The day of the query.
    looked: Day,
    cure_by: Option<Day>,
}

impl View<'_> {
    fn check(&self) -> Check {
        let mut debts: BTreeMap<Gestione, Vec<DebtOutcome>> = BTreeMap::new();
        for debt in &self.situation.debts {
            debts.entry(debt.gestione).or_default().push(self.debt(debt));
        }
        self.use_certified_credits(&mut debts);
        let others = self.situation.missing_returns.iter().map(|missing| missing.gestione);
        let others = others.chain(self.situation.technical.iter().map(|one| one.gestione));
        for gestione in others {
            debts.entry(gestione).or_default();
        }
        let gestioni: Vec<GestioneOutcome> =
            debts.into_iter().map(|(gestione, debts)| self.gestione(gestione, debts)).collect();
        let worst = gestioni.iter().map(|gestione| gestione.outcome).max();
        Check {
            day: self.day,
            cut_off: cut_off(self.looked),
            tolerance: self.terms.tolerance,
            outcome: worst.unwrap_or(Outcome::Regular),
            gestioni,
            cure_by: self.cure_by,
            blocked_until: None,
        }
    }

    /// A debt by itself: what counts of it is judged with the others of its gestione.
    fn debt(&self, debt: &Debt) -> DebtOutcome {
        let residual = debt.residual();
        let (covered, causes) = self.covered(debt, residual);
        let counts_from = counts_from(debt.due, debt.return_due);
        let role = if residual.is_zero() {
            Role::Settled
        } else if debt.due > cut_off(self.looked) {
            Role::NotYetDue { counts_from }
        } else if counts_from > self.looked {
            Role::ReturnNotYetDue { counts_from }
        } else if covered == residual {
            Role::Covered
        } else {
            Role::Counts
        };
        DebtOutcome { key: debt.key.clone(), residual, covered, causes, role }
    }

    fn covered(&self, debt: &Debt, residual: Euro) -> (Euro, Vec<CoverCause>) {
        if residual.is_zero() {
            return (Euro::ZERO, Vec::new());
        }
        let older = self.situation.insolvency.and_then(|procedure| procedure.cover(debt.due));
        let held = debt.covers.iter().copied().chain(older).filter(|cover| cover.holds(self.day));
        let held = held.map(|cover| (cover.cause, cover.amount.unwrap_or(residual)));
        let (mut covered, mut causes) = (Euro::ZERO, Vec::new());
        for (cause, amount) in held {
            covered += amount;
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        (covered.min(residual), causes)
    }

    /// Certified credits help only where they reach all that is open, over all gestioni (art. 13-bis DL 52/2012, DM 13/3/2013).
    fn use_certified_credits(&self, debts: &mut BTreeMap<Gestione, Vec<DebtOutcome>>) {
        let open = debts.values().flatten().map(DebtOutcome::open).sum::<Euro>();
        if open.is_zero() || self.situation.certified_credits < open {
            return;
        }
        for debt in debts.values_mut().flatten().filter(|debt| debt.role == Role::Counts) {
            debt.covered = debt.residual;
            debt.causes.push(CoverCause::CertifiedCredits);
            debt.role = Role::Covered;
        }
    }

    fn gestione(&self, gestione: Gestione, mut debts: Vec<DebtOutcome>) -> GestioneOutcome {
        let due = |debt: &&DebtOutcome| matches!(debt.role, Role::Covered | Role::Counts);
        let residual = debts.iter().filter(due).map(|debt| debt.residual).sum();
        let covered = debts.iter().filter(due).map(|debt| debt.covered).sum();
        let open: Euro = debts.iter().map(DebtOutcome::open).sum();
        if open <= self.terms.tolerance {
            for debt in debts.iter_mut().filter(|debt| debt.role == Role::Counts) {
                debt.role = Role::WithinTolerance;
            }
        }
        let mut reasons = self.gaps(gestione, open);
        let technical = self.technical(gestione);
        let outcome = match (reasons.is_empty(), self.cure_by) {
            (true, _) if technical.is_empty() => Outcome::Regular,
            (true, _) => Outcome::TechnicalAnomaly,
            (false, None) => Outcome::ToInvite,
            (false, Some(cure_by)) if self.day <= cure_by => {
                reasons.push(Reason::Invited { cure_by });
                Outcome::BeingCured
            }
            (false, Some(cure_by)) => {
                reasons.push(Reason::CureExpired { cure_by });
                Outcome::Irregular
            }
        };
        if !open.is_zero() && open <= self.terms.tolerance {
            reasons.push(Reason::WithinTolerance { open });
        } else if open.is_zero() && covered > Euro::ZERO {
            reasons.push(Reason::AllCovered { covered });
        }
        reasons.extend(technical);
        if reasons.is_empty() {
            reasons.push(Reason::NothingDue);
        }
        GestioneOutcome { gestione, outcome, residual, covered, open, reasons, debts }
    }

    /// What is not in order: too much open, returns missing.
    fn gaps(&self, gestione: Gestione, open: Euro) -> Vec<Reason> {
        let excess = open - self.terms.tolerance;
        let over = (excess > Euro::ZERO).then_some(Reason::OverTolerance { open, excess });
        let missing = self.situation.missing_returns.iter().filter(|missing| {
            missing.gestione == gestione
                && missing.handed_in.is_none_or(|handed_in| handed_in > self.day)
                && counts_from(missing.due, Some(missing.return_due)) <= self.looked
        });
        let missing = missing.map(|missing| Reason::ReturnMissing {
            code: missing.code.clone(),
            month: missing.month,
        });
        over.into_iter().chain(missing).collect()
    }

    fn technical(&self, gestione: Gestione) -> Vec<Reason> {
        let matters = |one: &&Technical| {
            let within = one.month.is_none_or(|month| f24_due(month) <= cut_off(self.looked));
            one.gestione == gestione && within
        };
        let reason = |one: &Technical| Reason::Technical {
            problem: one.problem,
            code: one.code.clone(),
            month: one.month,
            record: one.record.clone(),
        };
        self.situation.technical.iter().filter(matters).map(reason).collect()
    }
}
