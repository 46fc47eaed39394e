//! In English.

use shared::durc::{DebtKind, Gestione};
use shared::evidence::{
    Attachment, Happened, Kind, Petition, Phase, Procedure, Standing, Subject, Term,
};
use shared::notices;

use super::{Causes, Names, Texts};
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Evidence",
    counters: |open, soon| {
        [
            &counted(open, "to deal with", "to deal with"),
            " · ",
            &counted(soon, "due within 7 days", "due within 7 days"),
        ]
        .concat()
    },
    new: "New",
    open: "To deal with",
    soon: "Within 7 days",
    blocks: "Stop the DURC",
    companies: |count| counted(count, "company", "companies"),
    checked: |day| ["Data checked on ", day].concat(),
    none: "No evidence",
    none_text: "Returns, payments and archives agree: there is nothing to put right. We look again with every new datum and every day.",
    none_filtered: "No evidence with these filters",
    clear: "Remove the filters",
    filters: "Filters",
    apply: "Show",
    every_kind: "All kinds",
    kind_label: "Kind",
    standing_label: "State",
    every_open: "To deal with",
    only_durc: "Stops the DURC",
    within_7: "Due within 7 days",
    gestione_label: "Scheme",
    every: "All",
    tax_code: "Tax code",
    code: "Position",
    month: "Month of competence",
    year: "Year",
    office: "Office (four digits)",
    company_state: "State of the company",
    client: "Company",
    about: "About",
    amount: "Amount",
    deadline: "Deadline",
    severity: "Severity",
    state: "State",
    since: "Since",
    money: "Money",
    durc: "DURC",
    durc_from: |day| ["from ", day].concat(),
    no: "No",
    yes: "Yes",
    no_amount: "No amount",
    no_deadline: "No term",
    choose: "Choose",
    choosing: "Choose several",
    stop_choosing: "Done",
    chosen: |count| counted(count, "chosen", "chosen"),
    all_of_filter: |count| ["Choose all ", &count.to_string()].concat(),
    see: "Mark as seen",
    take: "Take in hand",
    archive: "Archive",
    reopen: "Reopen",
    take_title: "Take in hand",
    take_label: "What you are doing",
    take_help: "For example: correction of the F24 asked for, protocol 123.",
    archive_title: "Archive",
    archive_label: "Why",
    archive_help: "It comes back by itself if its cause or amount changes.",
    required: "Write a few words",
    done: |changed, left| match left {
        0 => counted(changed, "piece of evidence updated", "pieces of evidence updated"),
        left => [
            &counted(changed, "updated", "updated"),
            ", ",
            &counted(left, "left as it was", "left as they were"),
        ]
        .concat(),
    },
    why: "Why",
    facts: "In brief",
    terms: "Terms",
    passed: "passed",
    next: "What to do now",
    procedure_title: "The official procedure",
    law: "Law",
    history: "History",
    in_hand_by: |note| ["In hand: ", note].concat(),
    archived_why: |reason| ["Archived: ", reason].concat(),
    chart: "Evidence by kind and age",
    chart_summary: |open| {
        [&counted(open, "piece to deal with", "pieces to deal with"), ", by kind and age"].concat()
    },
    ages: ["up to 7 days", "up to 30", "up to 90", "over 90"],
    chart_kind: "Kind",
    card: "Evidence",
    card_all: "All evidence",
    card_none: "No evidence to deal with.",
    copy_row: "Copy the F24 row",
    copy_text: "Copy the text",
    copied: "Copied",
    row_office: "Office code",
    row_causale: "Causale",
    row_code: "Matricola",
    row_from: "From month",
    row_to: "To month",
    row_debit: "Debit",
    row_credit: "Credit",
    open_month: "Open the return",
    open_payments: "Open the payments",
    open_payment: "Open the F24",
    open_record: "Open the record",
    open_returns: "Open the returns",
    open_intake: "Hand in the file",
    open_interruptions: "Open the interruptions",
    step_wait: "For now there is nothing to do but wait.",
    step_causes: |number| ["Read the causes of notice ", number, "."].concat(),
    step_pay: "Pay by this row of the F24, INPS section.",
    step_set_off: "Use the credit by this row of the F24, INPS section.",
    step_pay_by: |day| ["This amount is right until ", day, "."].concat(),
    step_correct: "Have the row that was paid corrected.",
    step_correct_right: "The row should have said:",
    step_send: |code, month| ["Send the return of ", month, " for position ", code, "."].concat(),
    step_resend: |code, month| {
        [
            "Correct and send again the return of ",
            month,
            " for position ",
            code,
            ": for each worker concerned all data must be sent again.",
        ]
        .concat()
    },
    step_request: |subject| ["Write to the office: ", subject].concat(),
    step_request_text: "The text is ready to be copied.",
    step_attach: "Attach:",
    step_attach_none: "No attachment is needed.",
    step_appeal: |by| match by {
        Some(day) => ["Appeal on line by ", day, "."].concat(),
        None => "Appeal on line within 90 days of the notification.".to_owned(),
    },
    step_oppose: |day| ["Oppose in court by ", day, "."].concat(),
    step_report: |by| match by {
        Some(day) => ["Report by ", day, " the facts that the institute does not know."].concat(),
        None => "Report the facts that the institute does not know.".to_owned(),
    },
    step_durc: "Close what stops the DURC: the evidence of this company with that mark.",
    step_book: "Or book an appointment with the office.",
    letter: |letter| {
        let mut text =
            ["Subject: ", letter.subject, "\n\n", letter.company, ", tax code ", letter.tax_code]
                .concat();
        if let Some(code) = letter.code {
            text.push_str(&[", matricola ", code].concat());
        }
        if let Some(months) = letter.months {
            text.push_str(&["\nMonth of competence: ", months].concat());
        }
        if let Some(amount) = letter.amount {
            text.push_str(&["\nAmount: ", amount].concat());
        }
        text.push_str(
            &["\n\n", letter.cause, "\nPlease check and put the position right."].concat(),
        );
        if !letter.attachments.is_empty() {
            text.push_str(&["\n\nAttached: ", &letter.attachments.join("; ")].concat());
        }
        text
    },
    collaborators: "Collaborators (Gestione Separata)",
    all_positions: "The whole company",
};

pub(super) static CAUSES: Causes = Causes {
    notice: |number, causes| match causes.is_empty() {
        true => ["The institute recalculated the return: notice ", number, "."].concat(),
        false => {
            ["The institute recalculated the return: notice ", number, ", because of ", causes, "."]
                .concat()
        }
    },
    predicted: |declared, due| {
        [
            "You declared ",
            declared,
            " and by the rates ",
            due,
            " is due: a rectification notice is to be expected.",
        ]
        .concat()
    },
    rows_refused: |errors| {
        [&counted(errors, "error", "errors"), " in the return that was sent: it was not recorded."]
            .concat()
    },
    nothing_paid: "The return was accepted and no payment is on file.",
    no_return: "The position was active, there was no interruption, and the return did not come.",
    no_return_for_payment: "There is a payment for a month whose return is missing.",
    wrong_position: |code| {
        ["The F24 names matricola ", code, ", which is not the company's."].concat()
    },
    not_backed: |backed| {
        ["The F24 uses a credit of which returns and notices back only ", backed, "."].concat()
    },
    discarded: "The file with the return was discarded because of errors elsewhere in it.",
    not_balanced: |state| ["The virtual DM does not balance: ", state, "."].concat(),
    appeal: |number, filed| {
        [
            "Appeal ",
            number,
            ", filed on ",
            filed,
            ", waits for its decision; recovery stands still meanwhile.",
        ]
        .concat()
    },
    rate: |declared, expected, groups| {
        [
            "For ",
            groups,
            " you declared ",
            declared,
            " and the classification asks for ",
            expected,
            ".",
        ]
        .concat()
    },
    owed: |origin, phase, since| {
        ["Still to be paid (", origin, "): ", phase, " since ", since, "."].concat()
    },
    expires: |protocol, day| ["DURC ", protocol, " is valid until ", day, "."].concat(),
    expired: |protocol, day| ["DURC ", protocol, " expired on ", day, "."].concat(),
    invitation: |sent| {
        ["On ", sent, " the invitation to regularise was sent: whoever puts everything right in time stays regular."].concat()
    },
    wages: |company, workers| {
        [
            "The DMs of the period add up to ",
            company,
            " of wages, the workers' data to ",
            workers,
            ".",
        ]
        .concat()
    },
    letter: |number| {
        [
            "Letter ",
            number,
            " says that other archives know of contributions that were not declared.",
        ]
        .concat()
    },
};

pub(super) static NAMES: Names = Names {
    kind,
    law,
    standing,
    term,
    phase,
    origin,
    procedure,
    petition,
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

fn term(of: Term) -> &'static str {
    match of {
        Term::PayHalved => "Pay with sanctions halved",
        Term::Pay => "Pay",
        Term::Appeal => "Appeal",
        Term::Oppose => "Oppose in court",
        Term::Answer => "Silence counts as an answer",
        Term::Cure => "Regularise for the DURC",
        Term::Expiry => "End of the DURC",
        Term::Regularise => "Regularise at the reduced sanction",
        Term::Report => "Report facts",
        Term::Recovery => "Goes to debt recovery by itself",
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
