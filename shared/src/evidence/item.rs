//! A piece of evidence.

use serde::{Deserialize, Serialize};

use super::{Cause, Kind, NextStep};
use crate::calendar::{Day, Month};
use crate::durc::{CoverCause, Gestione};
use crate::money::Euro;
use crate::offices::OfficeCode;
use crate::sections::{Phrase, phrase};

/// What a term is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// To pay with half the sanction.
    PayHalved,
    /// To pay.
    Pay,
    /// To appeal.
    Appeal,
    /// To oppose in court.
    Oppose,
    /// Until silence counts as an answer.
    Answer,
    /// To cure before the DURC is denied.
    Cure,
    /// Until the DURC expires.
    Expiry,
    /// To regularise at the reduced sanction.
    Regularise,
    /// To report facts.
    Report,
    /// Until it moves to credit recovery by itself.
    Recovery,
}

impl Term {
    /// Whether letting it pass only loses a right: after it nothing is left to be done, while what is to be paid or cured stays late.
    pub const fn lapses(self) -> bool {
        !matches!(self, Term::Pay | Term::Cure)
    }

    /// What it is for, in words: the same on a screen, in a file and in a calendar.
    pub const fn words(self) -> Phrase {
        match self {
            Term::PayHalved => phrase(
                "Pagare con le sanzioni dimezzate",
                "Pay with sanctions halved",
                "Mit halben Strafen zahlen",
            ),
            Term::Pay => phrase("Pagare", "Pay", "Zahlen"),
            Term::Appeal => phrase("Fare ricorso", "Appeal", "Rekurs einlegen"),
            Term::Oppose => {
                phrase("Opporsi in tribunale", "Oppose in court", "Vor Gericht anfechten")
            }
            Term::Answer => phrase(
                "Il silenzio vale come risposta",
                "Silence counts as an answer",
                "Schweigen gilt als Antwort",
            ),
            Term::Cure => phrase(
                "Regolarizzare per il DURC",
                "Regularise for the DURC",
                "Für den DURC in Ordnung bringen",
            ),
            Term::Expiry => phrase("Fine del DURC", "End of the DURC", "Ende des DURC"),
            Term::Regularise => phrase(
                "Regolarizzare con la sanzione ridotta",
                "Regularise at the reduced sanction",
                "Mit ermäßigter Strafe in Ordnung bringen",
            ),
            Term::Report => phrase("Comunicare i fatti", "Report facts", "Umstände melden"),
            Term::Recovery => phrase(
                "Passa da sé al recupero crediti",
                "Goes to debt recovery by itself",
                "Geht von selbst in Einbringung",
            ),
        }
    }
}

/// A term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Deadline {
    /// The last day.
    pub day: Day,
    /// For what.
    pub term: Term,
}

/// How much it matters.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Severity {
    /// It stands in the way of the DURC.
    pub durc: bool,
    /// Money is at stake.
    pub money: bool,
    /// A term still runs.
    pub deadline: bool,
}

/// A piece of evidence. Nothing in it depends on the day it is looked at, so that the same facts give the same evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What it is about: the same for every derivation, and no other's in the company.
    pub key: String,
    /// Its kind.
    pub kind: Kind,
    /// Gestione; none for what is about all of them, as the DURC is.
    pub gestione: Option<Gestione>,
    /// Position, where it is about one.
    pub code: Option<String>,
    /// The office competent for that position.
    pub office: Option<OfficeCode>,
    /// First and last month it is about.
    pub months: Option<(Month, Month)>,
    /// Why.
    pub cause: Cause,
    /// Money at stake, never below zero.
    pub amount: Option<Euro>,
    /// Its terms, the nearest first.
    pub deadlines: Vec<Deadline>,
    /// The first day on which a check of the DURC counts it; none of what it never counts, what something covers, or what is within the
    /// tolerance of its gestione.
    pub durc_from: Option<Day>,
    /// Whether the DURC does not count it for being within the tolerance, with all that is open of its gestione.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub tolerated: bool,
    /// What makes up for all of it, so that the DURC does not count it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub covers: Vec<CoverCause>,
    /// What one can do, the likeliest first.
    pub steps: Vec<NextStep>,
}

impl Evidence {
    /// What one can still do on a day: what its last day has passed for is gone. Of rows that pay the last one stays, for one pays afterwards
    /// as well what the others would have been enough for until then.
    pub fn steps_on(&self, day: Day) -> Vec<NextStep> {
        let last_row = self.steps.iter().rposition(|step| matches!(step, NextStep::PayRow { .. }));
        let stands = |at: usize, step: &NextStep| {
            Some(at) == last_row || step.until().is_none_or(|last| day <= last)
        };
        let steps = self.steps.iter().enumerate();
        steps.filter(|(at, step)| stands(*at, step)).map(|(_, step)| step.clone()).collect()
    }

    /// The next term that has not passed on a day.
    pub fn deadline(&self, day: Day) -> Option<Deadline> {
        self.deadlines.iter().copied().find(|deadline| deadline.day >= day)
    }

    /// How much it matters on a day.
    pub fn severity(&self, day: Day) -> Severity {
        Severity {
            durc: self.durc_from.is_some_and(|from| from <= day),
            money: self.amount.is_some_and(|amount| !amount.is_zero()),
            deadline: self.deadline(day).is_some(),
        }
    }
}
