//! Why there is evidence.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::declarations::DmState;
use crate::durc::{DebtKind, Stage};
use crate::ids::PaymentId;
use crate::money::Euro;
use crate::notices;

/// Where a debt stands on its way to forced collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Open, before the clock runs.
    Open,
    /// In the unpaid archive.
    Unpaid,
    /// In credit recovery.
    Recovery,
    /// A friendly reminder was sent.
    FriendlyReminder,
    /// A debit notice was notified.
    DebitNotice,
    /// With the collection agent.
    Entrusted,
    /// Contested by an appeal.
    Contested,
    /// In instalments.
    Instalments,
    /// Suspended.
    Suspended,
    /// Being set off against a credit that was verified.
    SetOff,
    /// Paid.
    Paid,
    /// Discharged.
    Discharged,
    /// Time-barred.
    TimeBarred,
}

impl Phase {
    /// Whether somebody should act on it.
    pub const fn is_pressing(self) -> bool {
        use Phase::*;
        matches!(self, Unpaid | Recovery | FriendlyReminder | DebitNotice | Entrusted)
    }
}

/// Why there is evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A notice exists.
    Notice {
        /// Its number.
        number: String,
        /// Why it was issued.
        causes: Vec<notices::Cause>,
    },
    /// What was declared differs from what is due, and no notice exists yet.
    Predicted {
        /// What was declared.
        declared: Euro,
        /// What is due.
        due: Euro,
    },
    /// Rows were refused.
    RowsRefused {
        /// Protocol of the transmission.
        protocol: String,
        /// How many.
        errors: u32,
    },
    /// Nothing was paid.
    NothingPaid,
    /// A payment lacks its return.
    NoReturnForPayment {
        /// The form.
        payment: PaymentId,
        /// Its row.
        row: u8,
    },
    /// A payment names a position that the company does not have.
    WrongPosition {
        /// The form.
        payment: PaymentId,
        /// Its row.
        row: u8,
        /// The position named.
        code: String,
    },
    /// A set-off is not backed by a credit.
    CreditNotBacked {
        /// The form.
        payment: PaymentId,
        /// Its row.
        row: u8,
        /// How much a credit backs.
        backed: Euro,
    },
    /// The transmission was discarded.
    Discarded {
        /// Its protocol.
        protocol: String,
    },
    /// The virtual DM is not balanced.
    NotBalanced {
        /// Its state.
        state: DmState,
    },
    /// No return came, and there was no interruption.
    NoReturn,
    /// An appeal waits for its decision.
    AppealPending {
        /// Its number.
        number: String,
        /// The day it was filed.
        filed: Day,
    },
    /// Contributions differ from the rates expected.
    RateDiffers {
        /// Groups of workers.
        groups: Vec<String>,
        /// What was declared for them.
        declared: Euro,
        /// What was expected.
        expected: Euro,
    },
    /// Something is owed.
    Owed {
        /// Where it comes from.
        origin: DebtKind,
        /// Where it stands.
        phase: Phase,
        /// Since when.
        since: Day,
    },
    /// Something is owed that was contested: what it was contested by has ended, and the archives know of nothing after it.
    ContestLost {
        /// Where it comes from.
        origin: DebtKind,
        /// Whether a court ended it by its judgment, or else the institute by rejecting the appeal.
        court: bool,
        /// The day it ended.
        ended: Day,
    },
    /// The DURC expires, or has.
    DurcExpires {
        /// Its protocol.
        protocol: String,
        /// How near its end is.
        stage: Stage,
        /// The last day.
        expires: Day,
    },
    /// An invitation to regularise was sent.
    DurcInvitation {
        /// The day it was sent.
        sent: Day,
    },
    /// Wages of a year differ.
    WagesDiffer {
        /// By the company's returns.
        company: Euro,
        /// By the workers' data.
        workers: Euro,
    },
    /// A compliance letter came.
    ComplianceLetter {
        /// Its number.
        number: String,
    },
}
