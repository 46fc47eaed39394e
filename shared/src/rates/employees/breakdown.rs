//! The contribution of a month, line by line.

use serde::{Deserialize, Serialize};

use super::rate::Borne;
use super::{Ceiling, Expected, Facts, Floor, Insured, Overband};
use crate::calendar::Month;
use crate::fiscal::Ca;
use crate::money::{Euro, Rate};
use crate::parameters::Confidence;
use crate::rates::{
    CaEffect, Component, Contribution, Counting, EmployeeYear, Parameters, RateError, Sector, Share,
};

/// One component of a contribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Line {
    /// Which one.
    pub component: Component,
    /// How it counts in the total.
    pub counting: Counting,
    /// What it costs.
    pub rate: Rate,
    /// The employee's part of that.
    pub employee_rate: Rate,
    /// What that comes to, rounded by itself.
    pub amount: Contribution,
    /// The law or circular that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// What a breakdown does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The CA stands for a reduction or an incentive, which is settled as a credit: not in the rate.
    SettledAsCredit(Ca),
    /// The sector's solidarity fund is due on top, at a rate that the tables do not hold.
    OwnFundOnTop,
    /// The surcharge on the fixed term is given back when the contract becomes open-ended (art. 2 c. 30 L. 92/2012).
    SurchargeRefunded,
}

/// The contribution on a wage: what it is made of, who bears it, why, and how well that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Breakdown {
    /// The month of competence.
    pub month: Month,
    /// The sector that follows from the CSC.
    pub sector: Sector,
    /// The headcount that was reckoned with.
    pub size: u32,
    /// The components.
    pub lines: Vec<Line>,
    /// The sum of those that are added, and how well the worst of them is known.
    pub rate: Expected,
    /// What contributions are paid on: the wage, raised to the floor, cut at the ceiling.
    pub base: Euro,
    /// The rate on the base.
    pub ordinary: Contribution,
    /// The cents by which the lines, each rounded by itself, miss it.
    pub rounding: Contribution,
    /// The floor, when the time was given.
    pub floor: Option<Floor>,
    /// The ceiling, when the wage reaches it.
    pub ceiling: Option<Ceiling>,
    /// What lies above the first band, when something does.
    pub overband: Option<Overband>,
    /// The ordinary contribution and the one above the band.
    pub due: Contribution,
    /// What is not in it.
    pub notes: Vec<Note>,
    /// How well the worst of all figures is known.
    pub confidence: Confidence,
}

impl Facts {
    /// The contribution of the month.
    ///
    /// The total rate and the employee's are each taken of the base and rounded; the employer's part is the rest.
    ///
    /// # Errors
    /// The [`RateError`] that says what is not known or cannot be.
    pub fn breakdown(&self, parameters: &Parameters) -> Result<Breakdown, RateError> {
        if self.wage.is_negative() {
            return Err(RateError::Negative);
        }
        let (sector, borne) = self.borne(&parameters.rates)?;
        let rate = Expected::sum(&borne);
        let year = parameters.yearly.employees_in(self.month.year())?;
        let floor = self.time.map(|time| Floor::under(self.wage, time, &year.value)).transpose()?;
        let wage = self.wage + floor.map_or(Euro::ZERO, |floor| floor.raised_by);
        let ceiling = self.ceiling(wage, &year.value, &rate, &borne)?;
        let base = wage - ceiling.map_or(Euro::ZERO, |ceiling| ceiling.excess);
        let ordinary = rate.on(base);
        let lines: Vec<Line> = borne.iter().map(|one| one.line(base)).collect();
        let added = lines.iter().filter(|line| line.counting == Counting::Added);
        let rounding = ordinary - added.map(|line| line.amount).sum();
        let additional = self.additional(sector, &parameters.rates)?;
        let overband = additional
            .and_then(|step| overband(base, &year.value, step.value, step.source.as_str()));
        let confidences = [
            Some(rate.confidence),
            Some(year.confidence),
            additional.filter(|_| overband.is_some()).map(|step| step.confidence),
        ];
        Ok(Breakdown {
            month: self.month,
            sector,
            size: self.size,
            due: ordinary + overband.as_ref().map(|over| over.contribution).unwrap_or_default(),
            notes: self.notes(sector, &borne, parameters),
            confidence: confidences.into_iter().flatten().max().unwrap_or(rate.confidence),
            lines,
            rate,
            base,
            ordinary,
            rounding,
            floor,
            ceiling,
            overband,
        })
    }

    fn ceiling(
        &self,
        wage: Euro,
        year: &EmployeeYear,
        rate: &Expected,
        borne: &[Borne<'_>],
    ) -> Result<Option<Ceiling>, RateError> {
        if self.insured == Insured::Before1996 {
            return Ok(None);
        }
        let excess = self.insured.excess(wage, year.ceiling)?;
        let pension = borne.iter().find(|one| one.component == Component::Ivs);
        // Of apprentices the tables do not part it from what else they bear.
        let minor = pension.map(|pension| {
            let (total, employee) =
                (rate.total - pension.share.total, rate.employee - pension.share.employee);
            Contribution::of(excess, total, employee)
        });
        Ok((!excess.is_zero()).then_some(Ceiling { limit: year.ceiling, excess, minor }))
    }

    fn notes(&self, sector: Sector, borne: &[Borne<'_>], parameters: &Parameters) -> Vec<Note> {
        let settled = |ca: &&Ca| {
            parameters.rates.authorisation(**ca).is_some_and(|one| one.effect == CaEffect::Credit)
        };
        let mut notes: Vec<Note> =
            self.cas.iter().filter(settled).map(|ca| Note::SettledAsCredit(*ca)).collect();
        notes.extend((sector == Sector::Credit).then_some(Note::OwnFundOnTop));
        let surcharge = borne.iter().any(|one| one.component == Component::FixedTerm);
        notes.extend(surcharge.then_some(Note::SurchargeRefunded));
        notes
    }
}

impl Borne<'_> {
    fn line(&self, base: Euro) -> Line {
        Line {
            component: self.component,
            counting: self.counting,
            rate: self.share.total,
            employee_rate: self.share.employee,
            amount: Contribution::of(base, self.share.total, self.share.employee),
            source: self.step.source.clone(),
            confidence: self.step.confidence,
        }
    }
}

fn overband(base: Euro, year: &EmployeeYear, share: Share, source: &str) -> Option<Overband> {
    let threshold = year.first_band_month;
    (base > threshold).then(|| {
        let excess = base - threshold;
        Overband {
            threshold,
            excess,
            contribution: Contribution::of(excess, share.total, share.employee),
            source: source.to_owned(),
        }
    })
}
