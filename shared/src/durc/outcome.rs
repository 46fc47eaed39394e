//! What a check says.

use serde::{Deserialize, Serialize};

use super::{CoverCause, Gestione, TechnicalProblem};
use crate::calendar::{Day, Month};
use crate::money::Euro;

/// The outcome of a check, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// In order.
    Regular,
    /// The data are not sound enough to say: the office looks at them.
    TechnicalAnomaly,
    /// An invitation runs: the time to pay has not passed.
    BeingCured,
    /// Not in order, and the company has not been invited to cure it.
    ToInvite,
    /// Not cured in time.
    Irregular,
}

/// The colours of the monitoring service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// In order.
    Green,
    /// Being cured, or a technical anomaly.
    Yellow,
    /// To regularise.
    Red,
}

impl Outcome {
    /// Its colour (Msg INPS 4693/2023, 3662/2024).
    pub const fn light(self) -> Light {
        match self {
            Outcome::Regular => Light::Green,
            Outcome::TechnicalAnomaly | Outcome::BeingCured => Light::Yellow,
            Outcome::ToInvite | Outcome::Irregular => Light::Red,
        }
    }
}

/// How a company stood when it was checked last, and until when it has a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct OnFile {
    /// The light of the valid document, or of the last check without one; none where nobody has asked, or its document has run out.
    pub light: Option<Light>,
    /// The last day of the latest document, valid or not.
    pub until: Option<Day>,
}

/// What part a debt has in the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Nothing of it is left to pay.
    Settled,
    /// Due after the cut-off.
    NotYetDue {
        /// The first day of a check in which it counts.
        counts_from: Day,
    },
    /// Due by the cut-off, but the return that it belongs to may still be handed in.
    ReturnNotYetDue {
        /// The first day of a check in which it counts.
        counts_from: Day,
    },
    /// All that is left of it is covered.
    Covered,
    /// It counts, and all that counts is within the tolerance of the gestione.
    WithinTolerance,
    /// It counts, and is part of what is not in order.
    Counts,
}

/// A debt as a check sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DebtOutcome {
    /// Which.
    pub key: String,
    /// What is left to pay.
    pub residual: Euro,
    /// How much of that is covered.
    pub covered: Euro,
    /// By what.
    pub causes: Vec<CoverCause>,
    /// Its part.
    pub role: Role,
}

impl DebtOutcome {
    /// What counts of it: nothing where it is not due yet.
    pub fn open(&self) -> Euro {
        match self.role {
            Role::Covered | Role::WithinTolerance | Role::Counts => self.residual - self.covered,
            Role::Settled | Role::NotYetDue { .. } | Role::ReturnNotYetDue { .. } => Euro::ZERO,
        }
    }
}

/// Why a gestione is as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nothing is due by the cut-off.
    NothingDue,
    /// What is due is covered.
    AllCovered {
        /// How much.
        covered: Euro,
    },
    /// The gap is not serious.
    WithinTolerance {
        /// How much is open.
        open: Euro,
    },
    /// The gap is serious.
    OverTolerance {
        /// How much is open.
        open: Euro,
        /// By how much that is over the tolerance.
        excess: Euro,
    },
    /// A return is missing.
    ReturnMissing {
        /// Position.
        code: Option<String>,
        /// For which month.
        month: Month,
    },
    /// The data are not sound.
    Technical {
        /// What is wrong.
        problem: TechnicalProblem,
        /// Position.
        code: Option<String>,
        /// About which month.
        month: Option<Month>,
        /// The record that cannot be read, by the key of its debt.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        record: Option<String>,
    },
    /// The invitation runs.
    Invited {
        /// The last day to cure.
        cure_by: Day,
    },
    /// The invitation has run out.
    CureExpired {
        /// The last day there was to cure.
        cure_by: Day,
    },
}

/// A gestione as a check sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct GestioneOutcome {
    /// Which.
    pub gestione: Gestione,
    /// Its outcome.
    pub outcome: Outcome,
    /// What is due by the cut-off and not paid, accessories included.
    pub residual: Euro,
    /// How much of that is covered.
    pub covered: Euro,
    /// What counts against the tolerance.
    pub open: Euro,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Every debt, with its part.
    pub debts: Vec<DebtOutcome>,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Check {
    /// The day it is made for.
    pub day: Day,
    /// Payments due up to this day are looked at.
    pub cut_off: Day,
    /// Largest gap of a gestione that is not serious.
    pub tolerance: Euro,
    /// The worst outcome of all gestioni.
    pub outcome: Outcome,
    /// Every gestione that has something to say.
    pub gestioni: Vec<GestioneOutcome>,
    /// The last day to cure, once invited.
    pub cure_by: Option<Day>,
    /// The last day on which no other query is answered, once invited.
    pub blocked_until: Option<Day>,
}
