//! The rates of collaborators in the gestione separata.

use super::{Confidence, confidence_in};
use crate::calendar::Month;
use crate::money::{Euro, Rate, half_up};

/// What a collaborator is insured for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CollaboratorKind {
    /// No other cover, with the unemployment benefit DIS-COLL.
    WithUnemployment,
    /// No other cover, without it.
    WithoutUnemployment,
    /// A pensioner, or covered elsewhere too.
    OtherCover,
}

/// The rate of a collaborator (Circ. INPS 24/2024, 27/2025, 8/2026), when the month's is known.
pub fn collaborator_rate(kind: CollaboratorKind, month: Month) -> Option<Rate> {
    confidence_in(month, Confidence::Sourced)?;
    Some(Rate::from_hundredths(match kind {
        CollaboratorKind::WithUnemployment => 3503,
        CollaboratorKind::WithoutUnemployment => 3372,
        CollaboratorKind::OtherCover => 2400,
    }))
}

/// What the client bears of a contribution: all but the collaborator's third, rounded half-up to the
/// cent (art. 1 DM 281/1996).
pub fn client_share(total: Euro) -> Euro {
    total - Euro::from_cents(half_up(i128::from(total.cents()), 3))
}
