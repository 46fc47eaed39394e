//! What the case costs.

use serde::{Deserialize, Serialize};

use super::case::{Decision, decide, paid_by};
use super::{Basis, Breach, Case, Error, Facts, Measure, Parameters, Policy, RateAt, Reason};
use super::{Regime, Relief};
use crate::calendar::Day;
use crate::interest::{self, Accrual, Held, Span, Stretch, accrue, stretches};
use crate::money::{Euro, Rate, half_up};
use crate::parameters::{Confidence, Missing};

/// The sanction and how it comes about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// The case.
    pub case: Case,
    /// Why it is this case.
    pub reason: Reason,
    /// The rate a year; where it changed, the last.
    pub rate: Rate,
    /// Days of delay, of 365 a year.
    pub days: u32,
    /// The delay, parted where the rate changes; its amounts before the cap.
    pub spans: Vec<Span>,
    /// The most it may come to, where there is a cap.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cap: Option<Euro>,
    /// The day on which the delay reached the cap; absent while it has not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub capped_on: Option<Day>,
    /// The sanction before any halving, the cap respected.
    pub full: Euro,
    /// Half of it, rounded half-up, where paying in time after the notification halves it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub halved: Option<Euro>,
    /// What is to be paid: halved when the payment came in time.
    pub amount: Euro,
    /// The days on which something better ends.
    pub terms: Terms,
    /// What the contribution bears once the cap is reached.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub default_interest: Option<DefaultInterest>,
    /// The law or circular of the case.
    pub source: String,
    /// How well case and rates are known, by the worst known of them.
    pub confidence: Confidence,
}

/// The last day of each milder rule that the regime has for the facts; absent where it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Terms {
    /// To pay an omission of one's own accord: the 120th day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub spontaneous: Option<Day>,
    /// To report an evasion: twelve months.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub report: Option<Day>,
    /// To pay after the report: the 30th day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reported: Option<Day>,
    /// To pay after the report at the higher rate: the 90th day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reported_later: Option<Day>,
    /// To pay half after the notification: the 30th day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub halving: Option<Day>,
    /// To settle what a letter of compliance points to: the 30th day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub compliance: Option<Day>,
}

/// Interest on the contribution after the cap, by art. 30 DPR 602/1973 (art. 116 c. 9 L. 388/2000). Its rate is not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DefaultInterest {
    /// The first day it runs.
    pub from: Day,
    /// How well that is known.
    pub confidence: Confidence,
}

/// The amounts of a decision.
pub(super) struct Price {
    stretches: Vec<Stretch>,
    accrued: Accrual,
    cap: Option<Euro>,
    full: Euro,
    halved: Option<Euro>,
    pub amount: Euro,
}

/// The sanction on the facts: `min(contribution × rate × days / 365, contribution × cap)`, each rounded half-up to the cent, halved
/// where the law halves it.
///
/// # Errors
/// [`Error::Negative`] for a contribution below zero, [`Error::Missing`] for a day without a regime or a rate.
pub fn assess(
    parameters: &Parameters,
    rates: &interest::Parameters,
    facts: &Facts,
) -> Result<Assessment, Error> {
    let rules = Rules::on(parameters, facts)?;
    let decision = decide(&rules, facts);
    let price = price(&rules, decision, rates, facts)?;
    let measure = decision.measure;
    let rate = match price.stretches.last() {
        Some(stretch) => stretch.rate,
        None => rate_on(measure, rates, rules.rate_day(facts))?.rate,
    };
    let capped_on = capped_on(&price.stretches, measure.cap);
    let default_interest = capped_on.map(|day| DefaultInterest {
        from: day.plus_days(1),
        confidence: Confidence::Reconstructed,
    });
    Ok(Assessment {
        case: decision.case,
        reason: decision.reason,
        rate,
        days: price.accrued.days,
        cap: price.cap,
        capped_on,
        full: price.full,
        halved: price.halved,
        amount: price.amount,
        terms: terms(&rules, facts),
        default_interest,
        source: measure.source.clone(),
        confidence: measure.confidence.max(price.accrued.confidence).max(rules.confidence),
        spans: price.accrued.spans,
    })
}

/// The rate a year of an omission that fell due on a day, calculated on another, and how well it is known.
///
/// # Errors
/// [`Missing`] for a day without a regime or a rate.
pub fn omission_rate(
    parameters: &Parameters,
    rates: &interest::Parameters,
    due: Day,
    calculated: Day,
) -> Result<(Rate, Confidence), Missing> {
    let policy = parameters.policy_on(due)?;
    let regime = parameters.regime_on(policy.value.regime.of(due, calculated))?;
    let measure = &regime.omission;
    let held = rate_on(measure, rates, policy.value.rate_day(due, calculated))?;
    Ok((held.rate, held.confidence.max(measure.confidence).max(policy.confidence)))
}

/// The most that the sanction on an omission may come to, as a part of the contribution, calculated on a day as [`omission_rate`]; none where
/// no cap is known.
pub fn omission_cap(parameters: &Parameters, due: Day, calculated: Day) -> Option<Rate> {
    let policy = parameters.policy_on(due).ok()?.value;
    parameters.regime_on(policy.regime.of(due, calculated)).ok()?.omission.cap
}

/// The rules that hold for the facts: those of the regime of the day that the policy of the due date names, and for what the institute
/// sends since those of the day it comes, whenever what it is about was due (Msg INPS 970/2025; art. 30 cc. 5-9 DL 19/2024).
pub(super) struct Rules<'a> {
    pub regime: &'a Regime,
    policy: Policy,
    /// How well the policy is known.
    confidence: Confidence,
    /// The last day to pay half after the notification.
    halving: Option<Day>,
    /// What a letter of compliance costs, and the last day to settle it.
    pub compliance: Option<(&'a Measure, Day)>,
}

impl<'a> Rules<'a> {
    pub fn on(parameters: &'a Parameters, facts: &Facts) -> Result<Self, Missing> {
        let step = parameters.policy_on(facts.due)?;
        let (policy, confidence) = (step.value, step.confidence);
        let day = policy.regime.of(facts.due, facts.until);
        let regime = |on: Day| parameters.regime_on(on.max(day));
        let (halving, compliance) = (None, None);
        let mut rules = Self { regime: regime(day)?, policy, confidence, halving, compliance };
        if let Some(notified) = facts.notified {
            let days = regime(notified)?.halving_days;
            rules.halving = days.map(|days| notified.plus_days(days.into()));
        }
        if let Some(Relief::Compliance { received }) = facts.relief {
            let rule = regime(received)?.compliance.as_ref();
            rules.compliance =
                rule.map(|rule| (&rule.measure, received.plus_days(rule.days.into())));
        }
        Ok(rules)
    }

    fn rate_day(&self, facts: &Facts) -> Day {
        self.policy.rate_day(facts.due, facts.until)
    }
}

/// What a decision costs.
pub(super) fn price(
    rules: &Rules<'_>,
    decision: Decision<'_>,
    rates: &interest::Parameters,
    facts: &Facts,
) -> Result<Price, Error> {
    if facts.contribution.is_negative() {
        return Err(Error::Negative);
    }
    let measure = decision.measure;
    let by_day = measure.over == Basis::Legal || rules.policy.rate == RateAt::EachDay;
    let one = |_: Day| {
        let held = rate_on(measure, rates, rules.rate_day(facts))?;
        Ok(Held { last: Day::LAST, ..held })
    };
    let stretches = if by_day {
        stretches(facts.due, facts.until, |day| rate_on(measure, rates, day))?
    } else {
        stretches(facts.due, facts.until, one)?
    };
    let accrued = accrue(facts.contribution, &stretches);
    let cap = measure.cap.map(|cap| facts.contribution.times(cap));
    let full = cap.map_or(accrued.interest, |cap| accrued.interest.min(cap));
    let (halved, amount) = halving(rules, decision.case, facts, full);
    Ok(Price { stretches, accrued, cap, full, halved, amount })
}

/// Half the sanction, where it can be halved, and what is to be paid.
fn halving(rules: &Rules<'_>, case: Case, facts: &Facts, full: Euro) -> (Option<Euro>, Euro) {
    let can_be = matches!(case, Case::Omission | Case::Evasion);
    let Some(last) = rules.halving.filter(|_| can_be) else { return (None, full) };
    let half = Euro::from_cents(half_up(full.cents().into(), 2));
    (Some(half), if paid_by(facts, last) { half } else { full })
}

/// The rate of a measure on a day.
fn rate_on(measure: &Measure, rates: &interest::Parameters, day: Day) -> Result<Held, Missing> {
    let base = match measure.over {
        Basis::Nothing => {
            Held { rate: Rate::ZERO, last: Day::LAST, confidence: Confidence::Sourced }
        }
        Basis::Tur => rates.tur_held(day)?,
        Basis::Legal => rates.legal_held(day)?,
        Basis::TurOrLegal => {
            let (tur, legal) = (rates.tur_held(day)?, rates.legal_held(day)?);
            Held {
                rate: tur.rate.max(legal.rate),
                last: tur.last.min(legal.last),
                confidence: tur.confidence.max(legal.confidence),
            }
        }
    };
    Ok(Held { rate: base.rate + measure.points, ..base })
}

/// The day on which what accrued reaches the cap, if it does.
fn capped_on(stretches: &[Stretch], cap: Option<Rate>) -> Option<Day> {
    let full = i128::from(cap?.millionths()) * 365;
    let mut weight = 0;
    for stretch in stretches {
        let rate = i128::from(stretch.rate.millionths());
        if rate > 0 && weight + stretch.weight() >= full {
            let days = (full - weight + rate - 1) / rate;
            let after = i64::try_from(days).unwrap_or(i64::MAX).saturating_sub(1).max(0);
            return Some(stretch.first.plus_days(after));
        }
        weight += stretch.weight();
    }
    None
}

/// The terms that the rules give for the facts.
fn terms(rules: &Rules<'_>, facts: &Facts) -> Terms {
    let regime = rules.regime;
    let hidden = facts.breach == Breach::Evasion;
    let after_report = |days: u16| facts.reported.map(|day| day.plus_days(days.into()));
    let spontaneous = regime.spontaneous.as_ref().filter(|_| !hidden);
    let later = regime.reported_later.as_ref().filter(|_| hidden);
    Terms {
        spontaneous: spontaneous.map(|rule| rule.until(facts.due)),
        report: hidden.then(|| facts.due.plus_months(regime.report_within_months.into())),
        reported: hidden.then(|| after_report(regime.reported.days)).flatten(),
        reported_later: later.and_then(|rule| after_report(rule.days)),
        halving: rules.halving,
        compliance: rules.compliance.map(|(_, last)| last),
    }
}
