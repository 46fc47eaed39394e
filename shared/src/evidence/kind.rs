//! The fourteen kinds of evidence, and the official procedure that settles each.

use serde::{Deserialize, Serialize};

/// A kind of evidence (Msg INPS 4702/2020, 1028/2021, 771/2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// E1: a rectification notice was issued, or is to be expected.
    NoticeIssued,
    /// E2: a rectification notice was notified.
    NoticeSent,
    /// E3: a rectification notice in favour of the company.
    NoticeInFavour,
    /// E4: rows of a UniEmens were refused.
    UniemensErrors,
    /// E5: a return without its payment, or a payment without its return (`DM10 non abbinati`).
    Unmatched,
    /// E6: an F24 row attached to nothing, or a set-off that nothing backs.
    LoosePayment,
    /// E7: a return was rejected, or its virtual DM is not balanced.
    RejectedReturn,
    /// E8: a return is missing.
    MissingReturn,
    /// E9: an administrative appeal is pending.
    PendingAppeal,
    /// E10: another rate was declared than that of the classification.
    RateDifference,
    /// E11: unpaid, or in credit recovery.
    CreditRecovery,
    /// E12: the DURC expires soon, or an invitation to regularise was sent.
    DurcWarning,
    /// E13: the wages of a year differ between company and workers.
    WageComparison,
    /// E14: a compliance letter.
    Compliance,
}

/// The official procedure, in the order in which one tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Procedure {
    /// Wait until it is notified.
    WaitForNotification,
    /// Read the causes of the notice (Msg INPS 666/2024).
    ReadCauses,
    /// Pay by F24.
    Pay,
    /// Ask for instalments.
    AskInstalments,
    /// Ask the office, through the cassetto, to calculate again.
    AskRecalculation,
    /// Appeal on line.
    Appeal,
    /// Set the credit off by F24.
    SetOff,
    /// Ask for a refund.
    AskRefund,
    /// Correct and send the worker's complete data again.
    ResendWorker,
    /// Send the return again.
    ResendReturn,
    /// Send the return.
    SendReturn,
    /// Have the office correct the F24.
    CorrectPayment,
    /// Fill in the form of set-off of contributions.
    AskSetOff,
    /// Tell the institute that the position is suspended.
    ReportSuspension,
    /// Wait for the decision.
    AwaitDecision,
    /// Check CSC, CA and size, and have the classification corrected.
    AskReclassification,
    /// Regularise within the term of the invitation.
    Regularise,
    /// Explain the difference.
    Explain,
    /// Report facts that the institute does not know.
    ReportFacts,
}

impl Kind {
    /// Every kind, E1 to E14.
    pub const ALL: [Kind; 14] = [
        Kind::NoticeIssued,
        Kind::NoticeSent,
        Kind::NoticeInFavour,
        Kind::UniemensErrors,
        Kind::Unmatched,
        Kind::LoosePayment,
        Kind::RejectedReturn,
        Kind::MissingReturn,
        Kind::PendingAppeal,
        Kind::RateDifference,
        Kind::CreditRecovery,
        Kind::DurcWarning,
        Kind::WageComparison,
        Kind::Compliance,
    ];

    /// Its number, 1 to 14: what screens show as E1 to E14, and how its keys begin. Never given to another kind.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The official procedure that settles it (Msg INPS 970/2025 for notices, art. 30 DL 19/2024 for compliance letters, DM 30/1/2015
    /// for the DURC).
    pub const fn procedure(self) -> &'static [Procedure] {
        use Procedure::*;
        match self {
            Kind::NoticeIssued => &[WaitForNotification, ReadCauses],
            Kind::NoticeSent => &[ReadCauses, Pay, AskInstalments, AskRecalculation, Appeal],
            Kind::NoticeInFavour => &[SetOff, AskRefund],
            Kind::UniemensErrors => &[ResendWorker],
            Kind::Unmatched => &[Pay, CorrectPayment, SendReturn],
            Kind::LoosePayment => &[CorrectPayment, AskSetOff],
            Kind::RejectedReturn => &[ResendReturn],
            Kind::MissingReturn => &[SendReturn, ReportSuspension],
            Kind::PendingAppeal => &[AwaitDecision],
            Kind::RateDifference => &[AskReclassification, ResendWorker],
            Kind::CreditRecovery => &[Pay, AskInstalments, Appeal],
            Kind::DurcWarning => &[Regularise],
            Kind::WageComparison => &[Explain, ResendWorker],
            Kind::Compliance => &[Regularise, ReportFacts],
        }
    }
}
