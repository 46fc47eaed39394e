//! Which case of art. 116 the facts make.

use serde::{Deserialize, Serialize};

use super::assessment::Rules;
use super::facts::{Breach, Facts, Form, Relief};
use super::parameters::{Measure, Regime};
use crate::calendar::Day;

/// A case of art. 116 cc. 8 and 10 L. 388/2000, or of art. 30 DL 19/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// a) Omission.
    Omission,
    /// a-bis) Omission made good of one's own accord within 120 days of the due date.
    SpontaneousOmission,
    /// b) Evasion.
    Evasion,
    /// b-bis) Evasion reported of one's own accord, paid within 30 days of the report.
    ReportedEvasion,
    /// b-ter) The same, paid within 90 days of the report.
    ReportedEvasionLater,
    /// d) Objective uncertainty.
    Uncertainty,
    /// e) Omission in an insolvency procedure.
    InsolvencyOmission,
    /// e) Evasion in an insolvency procedure.
    InsolvencyEvasion,
    /// f) A letter of compliance settled within 30 days.
    Compliance,
}

/// The fact that decides for the case: why it applies, or why a milder one does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The regime of the time has no milder case.
    NoMilderCase,
    /// It is not paid yet.
    NotPaid,
    /// It was paid after the term for a milder case.
    PaidTooLate,
    /// The institute had asked for it before it was paid.
    DemandedBefore,
    /// It is paid by instalments, and the milder case wants it paid at once.
    ByInstalments,
    /// It was paid in parts, and the milder case wants it paid at once.
    InParts,
    /// It was paid in time and before the institute asked.
    PaidSpontaneously,
    /// The evasion was not reported.
    NotReported,
    /// It was reported only after the institute had asked.
    ReportedAfterDemand,
    /// It was reported more than twelve months after the due date.
    ReportedTooLate,
    /// It was reported before the institute asked, and paid in time.
    ReportedSpontaneously,
    /// Objective uncertainty was recognised.
    ObjectiveUncertainty,
    /// The company is in an insolvency procedure.
    InsolvencyProcedure,
    /// What a letter of compliance pointed to was settled in time.
    SettledAfterLetter,
}

/// A case, why, and what it costs.
#[derive(Clone, Copy)]
pub(super) struct Decision<'a> {
    pub case: Case,
    pub reason: Reason,
    pub measure: &'a Measure,
}

/// The case that the facts make under the rules.
pub(super) fn decide<'a>(rules: &Rules<'a>, facts: &Facts) -> Decision<'a> {
    let regime = rules.regime;
    let settled = rules.compliance.filter(|(_, last)| paid_by(facts, *last));
    let (case, reason, measure) = match (facts.relief, facts.breach) {
        (Some(Relief::Uncertainty), _) => {
            (Case::Uncertainty, Reason::ObjectiveUncertainty, &regime.uncertainty)
        }
        (Some(Relief::Insolvency), Breach::Omission) => {
            (Case::InsolvencyOmission, Reason::InsolvencyProcedure, &regime.insolvency.omission)
        }
        (Some(Relief::Insolvency), Breach::Evasion) => {
            (Case::InsolvencyEvasion, Reason::InsolvencyProcedure, &regime.insolvency.evasion)
        }
        (Some(Relief::Compliance { .. }) | None, breach) => match (settled, breach) {
            (Some((measure, _)), _) => (Case::Compliance, Reason::SettledAfterLetter, measure),
            (None, Breach::Omission) => omission(regime, facts),
            (None, Breach::Evasion) => evasion(regime, facts),
        },
    };
    Decision { case, reason, measure }
}

/// Whether everything, or the first instalment, was paid by a day.
pub(super) fn paid_by(facts: &Facts, last: Day) -> bool {
    facts.payment.is_some_and(|payment| payment.day <= last)
}

/// Whether the institute had not asked before what was done on a day.
fn spontaneous(facts: &Facts, day: Day) -> bool {
    facts.demanded().is_none_or(|demanded| day < demanded)
}

fn omission<'a>(regime: &'a Regime, facts: &Facts) -> (Case, Reason, &'a Measure) {
    let full = |reason| (Case::Omission, reason, &regime.omission);
    let Some(rule) = &regime.spontaneous else { return full(Reason::NoMilderCase) };
    let Some(payment) = facts.payment else { return full(Reason::NotPaid) };
    if payment.day > rule.until(facts.due) {
        return full(Reason::PaidTooLate);
    }
    if !spontaneous(facts, payment.day) {
        return full(Reason::DemandedBefore);
    }
    match payment.form {
        Form::Instalments => full(Reason::ByInstalments),
        Form::Parts if !rule.parts => full(Reason::InParts),
        Form::Whole | Form::Parts => {
            (Case::SpontaneousOmission, Reason::PaidSpontaneously, &rule.measure)
        }
    }
}

fn evasion<'a>(regime: &'a Regime, facts: &Facts) -> (Case, Reason, &'a Measure) {
    let full = |reason| (Case::Evasion, reason, &regime.evasion);
    let Some(reported) = facts.reported else { return full(Reason::NotReported) };
    if !spontaneous(facts, reported) {
        return full(Reason::ReportedAfterDemand);
    }
    if reported > facts.due.plus_months(regime.report_within_months.into()) {
        return full(Reason::ReportedTooLate);
    }
    if facts.payment.is_none() {
        return full(Reason::NotPaid);
    }
    let tiers = [
        (Case::ReportedEvasion, Some(&regime.reported)),
        (Case::ReportedEvasionLater, regime.reported_later.as_ref()),
    ];
    let met = tiers.into_iter().find_map(|(case, rule)| {
        let rule = rule?;
        let last = reported.plus_days(rule.days.into());
        paid_by(facts, last).then_some((case, Reason::ReportedSpontaneously, &rule.measure))
    });
    met.unwrap_or_else(|| full(Reason::PaidTooLate))
}
