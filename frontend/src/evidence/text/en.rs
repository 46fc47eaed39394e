//! In English.

use super::{Causes, Texts};
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
    position_state: "State of the position",
    client: "Company",
    about: "About",
    amount: "Amount",
    deadline: "Deadline",
    severity: "Severity",
    state: "State",
    since: "Since",
    money: "Money",
    durc_from: |day| ["from ", day].concat(),
    durc_covered: |by| ["No, it is covered: ", by].concat(),
    durc_tolerated: "No, the scheme is within the tolerance",
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
    passed: "passed",
    next: "What to do now",
    procedure_title: "The official procedure",
    law: "Law",
    history: "History",
    in_hand_asked: "In hand: the office has the request",
    open_request: "Open the request",
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
    step_request_text: "The text is ready.",
    step_attach: "Attach:",
    step_attach_none: "No attachment is needed.",
    step_petition: |name, place| ["Hand in to INPS the “", name, "”: ", place, "."].concat(),
    step_appeal: |by| {
        match by {
        Some(day) => ["Appeal to the competent committee by the INPS service “Ricorsi on line” by ", day, "; the appeal suspends recovery until it is decided."].concat(),
        None => "Appeal to the competent committee by the INPS service “Ricorsi on line” within 90 days of the notification; the appeal suspends recovery until it is decided.".to_owned(),
    }
    },
    step_oppose: |day| ["Oppose in court by ", day, "."].concat(),
    step_report: |by| match by {
        Some(day) => ["Report by ", day, " the facts that the institute does not know."].concat(),
        None => "Report the facts that the institute does not know.".to_owned(),
    },
    step_durc: "On the page of the DURC the simulation says which payments are enough and from when it turns green.",
    open_durc: "Open the DURC: what it is enough to pay",
    step_book: "Or book an appointment with the office, by the service “Agenda appuntamenti” of INPS: bring this evidence and the attachments named.",
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
    nothing_owed: "The row pays a rectification notice or a debt, but there is none for this position and these months.",
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
    contest_lost: |origin, court, ended| {
        let (how, then) = match court {
            true => (
                "the court case ended with the judgment of ",
                ": it no longer covers the sum for the DURC.",
            ),
            false => (
                "the appeal was closed on ",
                " without being wholly granted, and the archive records no case before a court: it no longer covers the sum for the DURC.",
            ),
        };
        ["Still to be paid (", origin, "): ", how, ended, then].concat()
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
