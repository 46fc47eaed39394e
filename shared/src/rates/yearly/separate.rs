//! The yearly figures of the gestione separata.

use serde::{Deserialize, Serialize};

use crate::money::{Euro, Rate};
use crate::rates::CollaboratorKind;

/// What a rate of the gestione separata is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeparateParts {
    /// IVS.
    pub pension: Rate,
    /// Maternity, family allowances and sickness: 0.72 %.
    #[serde(default)]
    pub protection: Rate,
    /// DIS-COLL, of collaborators.
    #[serde(default)]
    pub unemployment: Rate,
    /// ISCRO, of professionals.
    #[serde(default)]
    pub income_support: Rate,
}

impl SeparateParts {
    /// The sum.
    pub fn total(self) -> Rate {
        self.pension + self.protection + self.unemployment + self.income_support
    }
}

/// Rates, floor and ceiling of the gestione separata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeparateYear {
    /// The yearly income that credits a full year (minimale).
    pub minimum: Euro,
    /// The yearly income above which nothing is due (massimale).
    pub ceiling: Euro,
    /// Rates of collaborators.
    pub collaborators: Collaborators,
    /// Rates of professionals.
    pub professionals: Professionals,
    /// The part of last year's contribution that each advance of a professional is.
    pub advance: Rate,
}

/// Rates of collaborators by what they are insured for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Collaborators {
    /// With DIS-COLL.
    pub with_unemployment: SeparateParts,
    /// Without it.
    pub without_unemployment: SeparateParts,
    /// Pensioners, or covered elsewhere too.
    pub other_cover: SeparateParts,
}

impl Collaborators {
    /// The parts of the rate of a kind.
    pub fn of(self, kind: CollaboratorKind) -> SeparateParts {
        match kind {
            CollaboratorKind::WithUnemployment => self.with_unemployment,
            CollaboratorKind::WithoutUnemployment => self.without_unemployment,
            CollaboratorKind::OtherCover => self.other_cover,
        }
    }
}

/// Rates of professionals without a fund of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Professionals {
    /// Not covered elsewhere.
    pub no_other_cover: SeparateParts,
    /// Pensioners, or covered elsewhere too.
    pub other_cover: SeparateParts,
}

impl Professionals {
    /// The parts of the rate of who is covered elsewhere too, or is not.
    pub fn of(self, other_cover: bool) -> SeparateParts {
        if other_cover { self.other_cover } else { self.no_other_cover }
    }
}

impl SeparateYear {
    /// Whether the amounts are in order and no rate is above the whole.
    pub(super) fn is_sound(&self) -> bool {
        let Collaborators { with_unemployment, without_unemployment, other_cover } =
            self.collaborators;
        let professionals = [self.professionals.no_other_cover, self.professionals.other_cover];
        let rates = [with_unemployment, without_unemployment, other_cover];
        let mut totals = rates.into_iter().chain(professionals).map(SeparateParts::total);
        Euro::ZERO < self.minimum
            && self.minimum < self.ceiling
            && self.advance <= Rate::WHOLE
            && totals.all(|total| total <= Rate::WHOLE)
    }
}
