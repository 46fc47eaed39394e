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

    /// Whether the institute has asked for it, so that nobody can pay it unasked any more (art. 116 c. 8 lett. a L. 388/2000). Only what was
    /// asked for is contested or suspended, and only what the institute has stated is paid in instalments; credit recovery comes
    /// before the first request, and a set-off may.
    pub const fn is_asked(self) -> bool {
        use Phase::*;
        matches!(
            self,
            FriendlyReminder | DebitNotice | Entrusted | Contested | Instalments | Suspended
        )
    }

    /// The phase of a code in the archive of debts; none of a credit's.
    pub fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "aperta" => Self::Open,
            "insoluto" => Self::Unpaid,
            "recupero_crediti" => Self::Recovery,
            "avviso_bonario" => Self::FriendlyReminder,
            "avviso_addebito" => Self::DebitNotice,
            "affidata" => Self::Entrusted,
            "contestazione" => Self::Contested,
            "rateizzata" => Self::Instalments,
            "sospesa" => Self::Suspended,
            "compensazione" => Self::SetOff,
            "pagata" => Self::Paid,
            "sgravata" => Self::Discharged,
            "prescritta" => Self::TimeBarred,
            _ => return None,
        })
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
    /// A payment is for a notice or a debt, and there is none for its position and months.
    NothingOwed {
        /// The form.
        payment: PaymentId,
        /// Its row.
        row: u8,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::Kind;
    use crate::sections::matters::credits::SECTION;

    #[test]
    fn every_phase_of_the_archive_of_debts_says_whether_it_was_asked_for() {
        let (_, field) = SECTION.field("phase").unwrap();
        let Kind::Code(codes) = field.kind else { panic!("{:?}", field.kind) };
        let of = |meant: fn(Option<Phase>) -> bool| -> Vec<&str> {
            codes.iter().map(|code| code.code).filter(|code| meant(Phase::of_code(code))).collect()
        };
        assert_eq!(of(|phase| phase.is_none()), ["disponibile", "usata"], "what credits become");
        assert_eq!(
            of(|phase| phase.is_some_and(Phase::is_asked)),
            [
                "avviso_bonario",
                "avviso_addebito",
                "affidata",
                "contestazione",
                "rateizzata",
                "sospesa"
            ]
        );
    }
}
