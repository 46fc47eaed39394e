//! The DURC, the certificate that contributions are regular (DM 30/1/2015, DM 23/2/2016, Circ. INPS 126/2015): what a check of a day
//! says and why, how long a document holds, what turns it green, and the internal DURC of contribution benefits.

mod calls;
mod check;
mod debt;
mod document;
mod gestione;
mod internal;
mod outcome;
mod parameters;
mod simulation;
mod situation;

pub use calls::{
    Ask, Asked, Held, LinkRow, MOST_LINKS, NewLink, PastCheck, Regularity, Revoke, SECRET, Share,
    Show, Verified, Verify,
};
pub use check::{DurcError, check, counts_from, cut_off};
pub use debt::{
    Cover, CoverCause, Debt, DebtKind, MissingReturn, Paid, Technical, TechnicalProblem,
};
pub use document::{Document, Stage, Validity, reusable, validity};
pub use gestione::Gestione;
pub use internal::{InternalDurc, MonthlyCheck, internal};
pub use outcome::{Check, DebtOutcome, GestioneOutcome, Light, OnFile, Outcome, Reason, Role};
pub use parameters::{DurcParameters, InternalTerms, SHIPPED, Terms, Warnings};
pub use simulation::{Cure, Payment, Plan, after, green_from, plan};
pub use situation::{Insolvency, Invitation, Procedure, Situation};

#[cfg(test)]
mod tests;
