//! Which components a wage bears.

use super::{Contract, Expected, Facts, Fund};
use crate::calendar::Day;
use crate::fiscal::Ca;
use crate::money::Rate;
use crate::parameters::{Confidence, Missing, Parameter, Step};
use crate::rates::{CaEffect, Component, Counting, Parameters, RateError, Sector, Share, Table};

/// A component that a wage bears.
pub(super) struct Borne<'a> {
    pub component: Component,
    pub counting: Counting,
    pub share: Share,
    pub step: &'a Step<Share>,
}

impl Facts {
    /// The rate of the worker.
    ///
    /// # Errors
    /// The [`RateError`] that says what is not known.
    pub fn rate(&self, parameters: &Parameters) -> Result<Expected, RateError> {
        let (_, borne) = self.borne(&parameters.rates)?;
        Ok(Expected::sum(&borne))
    }

    /// The sector and the components on the whole wage, in the order of a breakdown.
    pub(super) fn borne<'a>(
        &self,
        table: &'a Table,
    ) -> Result<(Sector, Vec<Borne<'a>>), RateError> {
        let sector = Sector::of(&self.csc)?;
        self.check_fund(sector)?;
        for ca in &self.cas {
            self.check_ca(*ca, sector, table)?;
        }
        let day = self.month.first_day();
        let pastry = self.pastry && matches!(sector, Sector::Commerce | Sector::Craft);
        let needed =
            [(self.fund == Fund::Stone, Component::CigoStone), (pastry, Component::SicknessPastry)];
        for (_, component) in needed.into_iter().filter(|(needed, _)| *needed) {
            if !table.knows(component) {
                // A table of before this was known: without its rate the sum would be too low.
                let parameter = Parameter::ContributionRate(component);
                return Err(Missing { parameter, day }.into());
            }
        }
        let reduced = self.pays_reduced_fis(sector, table, day);
        let mut borne = Vec::new();
        for component in
            Component::ON_WAGE.into_iter().filter(|one| self.bears(*one, (reduced, pastry)))
        {
            let Some(entry) = table.entry(component, sector, self.size, self.worker) else {
                continue;
            };
            let step = entry.shares.on(Parameter::ContributionRate(component), day)?;
            let share = self.repeated(component, step.value);
            borne.push(Borne { component, counting: entry.counting, share, step });
        }
        // Pensions are what everybody is insured for: without them the worker is in no table.
        let insured =
            |one: &Borne<'_>| matches!(one.component, Component::Ivs | Component::Apprenticeship);
        if borne.iter().any(insured) {
            Ok((sector, borne))
        } else {
            Err(RateError::UnknownWorker { sector, collar: self.worker.collar })
        }
    }

    /// The +1 % on what lies above the first band, when the worker bears it.
    pub(super) fn additional<'a>(
        &self,
        sector: Sector,
        table: &'a Table,
    ) -> Result<Option<&'a Step<Share>>, Missing> {
        let component = Component::AdditionalIvs;
        let parameter = Parameter::ContributionRate(component);
        let entry = table.entry(component, sector, self.size, self.worker);
        entry.map(|entry| entry.shares.on(parameter, self.month.first_day())).transpose()
    }

    /// Whether the facts call for a component, should the table have it for the worker.
    fn bears(&self, component: Component, (reduced_fis, pastry): (bool, bool)) -> bool {
        match component {
            Component::Sickness => !pastry,
            Component::SicknessPastry => pastry,
            Component::Fis => self.fund == Fund::OfSector && !reduced_fis,
            Component::FisReduced => self.fund == Fund::OfSector && reduced_fis,
            Component::Cigo | Component::Fsba => self.fund != Fund::Stone,
            Component::CigoStone => self.fund == Fund::Stone,
            Component::Cigs => matches!(self.fund, Fund::OfSector | Fund::Stone),
            Component::ProfessionalFund => self.fund == Fund::Professional,
            Component::FixedTerm => self.renewals().is_some(),
            Component::Renewal => self.renewals().is_some_and(|renewals| renewals > 0),
            _ => true,
        }
    }

    /// How often a fixed term that bears the surcharge was renewed.
    fn renewals(&self) -> Option<u8> {
        match self.contract {
            Contract::FixedTerm(term) if !term.exempt => Some(term.renewals),
            Contract::OpenEnded | Contract::FixedTerm(_) => None,
        }
    }

    /// What a component costs: that of renewals is due for each of them.
    fn repeated(&self, component: Component, share: Share) -> Share {
        let times = match component {
            Component::Renewal => u32::from(self.renewals().unwrap_or_default()),
            _ => 1,
        };
        let rate = |rate: Rate| Rate::from_millionths(rate.millionths().saturating_mul(times));
        Share { total: rate(share.total), employee: rate(share.employee) }
    }

    /// Whether FIS is cheaper, which it is since 2025 only.
    fn pays_reduced_fis(&self, sector: Sector, table: &Table, day: Day) -> bool {
        let component = Component::FisReduced;
        let known = || {
            let entry = table.entry(component, sector, self.size, self.worker)?;
            entry.shares.on(Parameter::ContributionRate(component), day).ok()
        };
        self.no_fis_claims && known().is_some()
    }

    /// Whether the fund that was asked for is one of the sector.
    pub(in crate::rates) fn check_fund(&self, sector: Sector) -> Result<(), RateError> {
        let fits = match self.fund {
            Fund::OfSector => true,
            Fund::Professional => sector == Sector::Commerce && self.csc.class() == 7,
            Fund::Apart => has_fis(sector),
            Fund::Stone => matches!(sector, Sector::Industry | Sector::Craft),
        };
        if fits { Ok(()) } else { Err(RateError::FundAgainst(sector)) }
    }

    fn check_ca(&self, ca: Ca, sector: Sector, table: &Table) -> Result<(), RateError> {
        let authorisation = table.authorisation(ca).ok_or(RateError::UnknownCa(ca))?;
        if authorisation.within.is_some_and(|within| within != self.csc) {
            return Err(RateError::CaAgainst { ca, sector });
        }
        match authorisation.effect {
            CaEffect::OtherRules => Err(RateError::OtherRules(ca)),
            CaEffect::Fis if !has_fis(sector) || self.fund != Fund::OfSector => {
                Err(RateError::CaAgainst { ca, sector })
            }
            CaEffect::Fis | CaEffect::Credit | CaEffect::None => Ok(()),
        }
    }
}

/// Whether FIS is the fund of the sector.
fn has_fis(sector: Sector) -> bool {
    matches!(sector, Sector::Commerce | Sector::PublicHouses)
}

impl Expected {
    /// The sum of what is added.
    pub(super) fn sum(borne: &[Borne<'_>]) -> Self {
        let added = || borne.iter().filter(|one| one.counting == Counting::Added);
        let share = added().fold(Share::default(), |sum, one| sum + one.share);
        let confidence = added().map(|one| one.step.confidence).max();
        Self {
            total: share.total,
            employee: share.employee,
            confidence: confidence.unwrap_or(Confidence::Reconstructed),
        }
    }
}
