//! In English.

use shared::durc::{DebtKind, Gestione};
use shared::evidence::{Attachment, Happened, Kind, Petition, Phase, Procedure, Standing, Subject};
use shared::notices;

use super::Names;

pub(super) static NAMES: Names = Names {
    kind,
    law,
    standing,
    phase,
    origin,
    procedure,
    petition,
    petition_at,
    subject,
    attachment,
    notice_cause,
    gestione,
    happened,
};

fn kind(of: Kind) -> &'static str {
    match of {
        Kind::NoticeIssued => "Rectification notice issued",
        Kind::NoticeSent => "Rectification notice sent",
        Kind::NoticeInFavour => "Rectification notice in your favour",
        Kind::UniemensErrors => "UniEmens errors",
        Kind::Unmatched => "Unmatched DM10",
        Kind::LoosePayment => "F24 not attached",
        Kind::RejectedReturn => "Rejected or wrong return",
        Kind::MissingReturn => "Missing return",
        Kind::PendingAppeal => "Pending appeal",
        Kind::RateDifference => "Rate difference",
        Kind::CreditRecovery => "Unpaid or in debt recovery",
        Kind::DurcWarning => "DURC warning",
        Kind::WageComparison => "Comparison of wages",
        Kind::Compliance => "Compliance letter",
    }
}

fn law(of: Kind) -> &'static str {
    match of {
        Kind::NoticeIssued => "Msg INPS 666/2024; Msg INPS 1507/2025",
        Kind::NoticeSent => "Msg INPS 970/2025; art. 116 L. 388/2000",
        Kind::NoticeInFavour => "Msg INPS 970/2025",
        Kind::UniemensErrors => "art. 44 DL 269/2003",
        Kind::Unmatched => "Msg INPS 21097/2008",
        Kind::LoosePayment => "art. 17 D.Lgs 241/1997",
        Kind::RejectedReturn => "Msg INPS 16252/2010; Msg INPS 5281/2013",
        Kind::MissingReturn => "art. 44 DL 269/2003",
        Kind::PendingAppeal => "art. 46-47 L. 88/1989; Circ. INPS 48/2023",
        Kind::RateDifference => "Msg INPS 666/2024",
        Kind::CreditRecovery => "Msg INPS 21097/2008; art. 30 DL 78/2010; Circ. INPS 168/2010",
        Kind::DurcWarning => "DM 30/1/2015; Circ. INPS 126/2015; Msg INPS 3662/2024",
        Kind::WageComparison => "Msg INPS 23688/2006",
        Kind::Compliance => "art. 30 cc. 5-9 DL 19/2024",
    }
}

fn standing(of: Standing) -> &'static str {
    match of {
        Standing::New => "New",
        Standing::Seen => "Seen",
        Standing::InHand => "In hand",
        Standing::Resolved => "Resolved",
        Standing::Archived => "Archived",
    }
}

fn phase(of: Phase) -> &'static str {
    match of {
        Phase::Open => "open",
        Phase::Unpaid => "in the unpaid archive",
        Phase::Recovery => "in debt recovery",
        Phase::FriendlyReminder => "friendly reminder sent",
        Phase::DebitNotice => "debit notice notified",
        Phase::Entrusted => "with the collector",
        Phase::Contested => "contested",
        Phase::Instalments => "in instalments",
        Phase::Suspended => "suspended",
        Phase::SetOff => "being set off",
        Phase::Paid => "paid",
        Phase::Discharged => "discharged",
        Phase::TimeBarred => "time-barred",
    }
}

fn origin(of: DebtKind) -> &'static str {
    match of {
        DebtKind::UnpaidReturn => "unpaid return",
        DebtKind::RegularisationSanctions => "sanctions on regularisation",
        DebtKind::Notice => "rectification notice",
        DebtKind::WageComparison => "comparison of wages",
        DebtKind::InstituteInspection => "INPS inspection report",
        DebtKind::OtherInspection => "report of another body",
        DebtKind::WorkerReport => "report by a worker",
        DebtKind::Instalment => "fixed instalment",
    }
}

fn procedure(of: Procedure) -> &'static str {
    match of {
        Procedure::WaitForNotification => "Wait for the notification",
        Procedure::ReadCauses => "Read the causes of the notice",
        Procedure::Pay => "Pay by F24",
        Procedure::AskInstalments => "Apply for instalments",
        Procedure::AskRecalculation => "Ask the office, through the cassetto, to recalculate",
        Procedure::Appeal => "Appeal on line",
        Procedure::SetOff => "Use the credit in the F24",
        Procedure::AskRefund => "Apply for a refund",
        Procedure::ResendWorker => "Correct and send all the worker's data again",
        Procedure::ResendReturn => "Send the return again",
        Procedure::SendReturn => "Send the return",
        Procedure::CorrectPayment => "Have the office correct the F24",
        Procedure::AskSetOff => "File the form “Compensazione contributi”",
        Procedure::ReportSuspension => "Report the suspension of the position",
        Procedure::AwaitDecision => "Wait for the decision",
        Procedure::AskReclassification => {
            "Check CSC, CA and size, and ask for the right classification"
        }
        Procedure::Regularise => "Regularise within the term",
        Procedure::Explain => "Explain the difference",
        Procedure::ReportFacts => "Report facts that the institute does not know",
    }
}

fn petition(of: Petition) -> &'static str {
    match of {
        Petition::Instalments => "Application for instalments",
        Petition::SetOff => "Application for set-off of contributions",
        Petition::Refund => "Application for a refund",
        Petition::PositionChange => "Report of suspension or reactivation",
        Petition::DebitNoticeMeasure => "Application for a measure (suspension or cancellation)",
    }
}

fn petition_at(of: Petition) -> &'static str {
    match of {
        Petition::Instalments => {
            "in the cassetto previdenziale of INPS, petition “Pagamento dilazionato” (art. 2 c. 11 DL 338/1989)"
        }
        Petition::SetOff => {
            "in the cassetto previdenziale of INPS, petition “Compensazione contributi”"
        }
        Petition::Refund => {
            "in the cassetto previdenziale of INPS, with the receipts of the payments"
        }
        Petition::PositionChange => {
            "in the cassetto previdenziale of INPS, “Variazione dati aziendali”, for the time without employees"
        }
        Petition::DebitNoticeMeasure => {
            "in the cassetto previdenziale of INPS, petition “Domanda di emissione provvedimenti”, with the number of the debit notice"
        }
    }
}

fn subject(of: Subject) -> &'static str {
    match of {
        Subject::DmTransmitted => "Returns: DM transmitted",
        Subject::ReturnErrors => "Returns: errors",
        Subject::ProvisionalDm => "Returns: provisional DM",
        Subject::Classification => "Registry and classification: CSC and CA",
        Subject::UnmatchedPayment => "Payments: F24 not matched",
        Subject::WrongPayment => "Payments: wrong F24",
        Subject::SetOff => "Payments: set-off",
        Subject::NoticeCredit => "Payments: DMRP credit",
        Subject::NoticeRecalculation => "Rectification notices: recalculation",
        Subject::DurcOutcome => "Regularity: outcome",
        Subject::DurcWarning => "Regularity: warning",
        Subject::UnpaidReturns => "Debt recovery: unpaid returns",
        Subject::FriendlyReminder => "Debt recovery: friendly reminder",
        Subject::DebitNotice => "Debt recovery: debit notice",
        Subject::DataComparison => "Returns: comparison of data",
        Subject::Appeal => "Inspections and disputes: appeal",
    }
}

fn attachment(of: Attachment) -> &'static str {
    match of {
        Attachment::F24Receipt => "Receipt of the F24",
        Attachment::UniemensReceipt => "Receipt of the UniEmens",
        Attachment::Notice => "Rectification notice",
        Attachment::OwnCalculation => "Your own calculation",
        Attachment::ClassificationMeasure => "Classification measure",
        Attachment::Invitation => "Invitation to regularise",
        Attachment::AppealReceipt => "Receipt of the appeal",
        Attachment::Demand => "Friendly reminder or debit notice",
        Attachment::WageList => "Wages of the workers, month by month",
        Attachment::ComplianceLetter => "Compliance letter",
    }
}

fn notice_cause(of: notices::Cause) -> &'static str {
    match of {
        notices::Cause::Rate => "the rate applied",
        notices::Cause::Durc => "an irregular DURC",
        notices::Cause::WageIntegration => "wage integration and funds",
        notices::Cause::Sanctions => "sanctions",
        notices::Cause::Pending => "checks not concluded",
        notices::Cause::Other => "other causes",
    }
}

fn gestione(of: Gestione) -> &'static str {
    match of {
        Gestione::Employers => "Employers",
        Gestione::Farms => "Farm employers",
        Gestione::PublicEmployers => "Public employers",
        Gestione::Entertainment => "Show and sport",
        Gestione::Principals => "Principals (Gestione Separata)",
        Gestione::Professionals => "Professionals (Gestione Separata)",
        Gestione::Artisans => "Artisans",
        Gestione::Merchants => "Merchants",
        Gestione::SelfEmployedFarmers => "Self-employed farmers",
        Gestione::Inail => "INAIL",
        Gestione::CassaEdile => "Cassa edile",
    }
}

fn happened(of: Happened) -> &'static str {
    match of {
        Happened::Found => "Found",
        Happened::Changed => "Changed",
        Happened::Resolved => "Resolved by the data",
        Happened::Returned => "Came back",
        Happened::Seen => "Seen",
        Happened::TakenInHand => "Taken in hand",
        Happened::Archived => "Archived",
        Happened::Reopened => "Reopened",
    }
}
