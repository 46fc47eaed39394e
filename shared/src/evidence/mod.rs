//! Evidence (M41, M42; Evidenze 2.0): what the archives show to be wrong or about to be, why, by when and what settles it. It follows from
//! facts alone; what a person does about it is kept beside it and survives the next derivation.

mod calls;
mod cause;
mod derive;
mod facts;
mod filter;
mod item;
mod kind;
mod reconcile;
mod situation;
mod state;
mod step;
mod which;

pub use calls::{
    ACTORS, Act, Acted, Count, Counted, Detail, EvidenceRow, Export, Happened, HistoryEntry,
    KindCount, LONGEST_NOTE, List, MOST_NAMED, Named, Show,
};
pub use cause::{Cause, Phase};
pub use derive::{
    Derived, Parameters, Settled, derive, derive_returns, group_rates, lawful_due, notice_key,
    recomputed,
};
pub use facts::{
    AppealFact, DebtFact, DeclarationFact, Facts, LetterFact, NoticeFact, NoticeState, PaymentFact,
    Period, PlanFact, PositionFact, RateFact, RollFact, RollStanding, TransmissionFact,
    Transmitted, WageFact,
};
pub use filter::{Filter, Holder};
pub use item::{Deadline, Evidence, Severity, Term};
pub use kind::{Kind, Procedure};
pub use reconcile::{Change, Reconciled, reconcile};
pub use situation::situation;
pub use state::{Action, Link, Refusal, State, Tracked};
pub use step::{Attachment, NextStep, Petition, Subject};
pub use which::{Standing, Which};

/// Stands where other things that can be found have the number of their section.
pub const SUBJECT: u8 = 200;

#[cfg(test)]
mod tests;
