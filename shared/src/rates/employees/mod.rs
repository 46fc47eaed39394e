//! The contribution on an employee's wage: what it is made of, who bears it, why, and how well that is known.

mod breakdown;
mod expected;
mod limits;
mod rate;
mod support;

pub use breakdown::{Breakdown, Line, Note};
pub use expected::{
    Expected, Lawful, Unrated, WorkerKind, expected_rate, group_worker, lawful_rates, rate_of,
};
pub use limits::{Ceiling, Floor, Insured, Overband, Time};
pub use support::Support;

use serde::{Deserialize, Serialize};

use super::{Collar, StandingKind};
use crate::calendar::Month;
use crate::fiscal::{Ca, Csc};
use crate::money::Euro;

/// What the contribution of a worker in a month depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The month of competence.
    pub month: Month,
    /// The CSC of the position.
    pub csc: Csc,
    /// Its CA in that month.
    #[serde(default)]
    pub cas: Vec<Ca>,
    /// The average headcount of the firm.
    pub size: u32,
    /// The wage-support fund.
    #[serde(default)]
    pub fund: Fund,
    /// Whether the firm has made no claim on FIS for 24 months, which makes it cheaper for up to five employees.
    #[serde(default)]
    pub no_fis_claims: bool,
    /// Whether it is a pastry shop, which no CSC here tells from other shops and crafts: for its blue-collar workers sickness is dearer.
    #[serde(default)]
    pub pastry: bool,
    /// The worker.
    pub worker: Worker,
    /// How long the contract is for.
    #[serde(default)]
    pub contract: Contract,
    /// The wage of the month, not below zero.
    pub wage: Euro,
    /// The time it is for; without it nothing is said about the minimum wage.
    #[serde(default)]
    pub time: Option<Time>,
    /// Since when the worker is insured.
    #[serde(default)]
    pub insured: Insured,
}

/// The wage-support fund of a position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fund {
    /// The one of the sector: CIGO, FIS, FSBA.
    #[default]
    OfSector,
    /// The fund of the professional activities, in place of FIS and CIGS (CSC 7.07).
    Professional,
    /// Another, or none: neither FIS nor CIGS.
    Apart,
    /// CIGO of the stone trades, which no CSC here tells from others: dearer than that of industry, in place of FSBA in crafts.
    Stone,
}

/// A worker, as far as the rate depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Worker {
    /// Operaio, impiegato or dirigente; of an apprentice what they are learning to be.
    pub collar: Collar,
    /// Apprentice or not.
    #[serde(default)]
    pub standing: Standing,
}

/// Where a worker stands between apprenticeship and trade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// No apprentice.
    #[default]
    Ordinary,
    /// Apprentice towards a trade (art. 44 D.Lgs 81/2015).
    Professional {
        /// Whole months of apprenticeship before this one.
        months_served: u32,
    },
    /// Apprentice towards a qualification or diploma (art. 43 D.Lgs 81/2015).
    FirstLevel {
        /// Whole months of apprenticeship before this one.
        months_served: u32,
    },
    /// Kept on after the apprenticeship: for as many months as the tables say the employer pays as for an apprentice (art. 47 c. 7 D.Lgs
    /// 81/2015; Circ. INPS 108/2018), then as for anybody.
    Confirmed {
        /// Whole months since the apprenticeship ended, before this one.
        months_since: u32,
    },
}

impl Standing {
    /// The kind, by which the tables tell workers apart.
    pub const fn kind(self) -> StandingKind {
        match self {
            Self::Professional { .. } => StandingKind::Professional,
            Self::FirstLevel { .. } => StandingKind::FirstLevel,
            Self::Confirmed { .. } => StandingKind::Confirmed,
            Self::Ordinary => StandingKind::Ordinary,
        }
    }

    /// Whole months since the standing began.
    pub fn months(self) -> u32 {
        match self {
            Self::Ordinary => 0,
            Self::Professional { months_served: months }
            | Self::FirstLevel { months_served: months }
            | Self::Confirmed { months_since: months } => months,
        }
    }
}

/// How long a contract is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Contract {
    /// Until further notice.
    #[default]
    OpenEnded,
    /// Until a day.
    FixedTerm(FixedTerm),
}

/// What the NASpI surcharge on a fixed term depends on (art. 2 c. 28-29 L. 92/2012; Circ. INPS 121/2019).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FixedTerm {
    /// How many times it was renewed.
    #[serde(default)]
    pub renewals: u8,
    /// Whether it is seasonal work (DPR 1525/1963) or stands in for somebody absent: no surcharge.
    #[serde(default)]
    pub exempt: bool,
}

#[cfg(test)]
mod tests;
