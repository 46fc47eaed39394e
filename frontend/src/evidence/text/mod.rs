//! What the screens of evidence say.

mod de;
mod en;
mod it;

use shared::durc::{DebtKind, Gestione};
use shared::evidence::{
    Attachment, Happened, Kind, Petition, Phase, Procedure, Standing, Subject, Term,
};
use shared::lang::Lang;
use shared::notices;

/// The words of the screens.
pub(super) struct Texts {
    pub title: &'static str,
    pub counters: fn(open: u64, soon: u64) -> String,
    pub new: &'static str,
    pub open: &'static str,
    pub soon: &'static str,
    pub blocks: &'static str,
    pub companies: fn(u64) -> String,
    pub checked: fn(&str) -> String,
    pub none: &'static str,
    pub none_text: &'static str,
    pub none_filtered: &'static str,
    pub clear: &'static str,
    pub filters: &'static str,
    pub apply: &'static str,
    pub every_kind: &'static str,
    pub kind_label: &'static str,
    pub standing_label: &'static str,
    pub every_open: &'static str,
    pub only_durc: &'static str,
    pub within_7: &'static str,
    pub gestione_label: &'static str,
    pub every: &'static str,
    pub tax_code: &'static str,
    pub code: &'static str,
    pub month: &'static str,
    pub year: &'static str,
    pub office: &'static str,
    pub company_state: &'static str,
    pub client: &'static str,
    pub about: &'static str,
    pub amount: &'static str,
    pub deadline: &'static str,
    pub severity: &'static str,
    pub state: &'static str,
    pub since: &'static str,
    pub money: &'static str,
    pub durc: &'static str,
    pub durc_from: fn(&str) -> String,
    pub no: &'static str,
    pub yes: &'static str,
    pub no_amount: &'static str,
    pub no_deadline: &'static str,
    pub choose: &'static str,
    pub choosing: &'static str,
    pub stop_choosing: &'static str,
    pub chosen: fn(u64) -> String,
    pub all_of_filter: fn(u64) -> String,
    pub see: &'static str,
    pub take: &'static str,
    pub archive: &'static str,
    pub reopen: &'static str,
    pub take_title: &'static str,
    pub take_label: &'static str,
    pub take_help: &'static str,
    pub archive_title: &'static str,
    pub archive_label: &'static str,
    pub archive_help: &'static str,
    pub required: &'static str,
    pub done: fn(changed: u64, left: u64) -> String,
    pub why: &'static str,
    pub facts: &'static str,
    pub terms: &'static str,
    pub passed: &'static str,
    pub next: &'static str,
    pub procedure_title: &'static str,
    pub law: &'static str,
    pub history: &'static str,
    pub in_hand_by: fn(&str) -> String,
    pub archived_why: fn(&str) -> String,
    pub chart: &'static str,
    pub chart_summary: fn(open: u64) -> String,
    pub ages: [&'static str; 4],
    pub chart_kind: &'static str,
    pub card: &'static str,
    pub card_all: &'static str,
    pub card_none: &'static str,
    pub copy_row: &'static str,
    pub copy_text: &'static str,
    pub copied: &'static str,
    pub row_office: &'static str,
    pub row_causale: &'static str,
    pub row_code: &'static str,
    pub row_from: &'static str,
    pub row_to: &'static str,
    pub row_debit: &'static str,
    pub row_credit: &'static str,
    pub open_month: &'static str,
    pub open_payments: &'static str,
    pub open_payment: &'static str,
    pub open_record: &'static str,
    pub open_returns: &'static str,
    pub open_intake: &'static str,
    pub open_interruptions: &'static str,
    pub step_wait: &'static str,
    pub step_causes: fn(&str) -> String,
    pub step_pay: &'static str,
    pub step_set_off: &'static str,
    pub step_pay_by: fn(&str) -> String,
    pub step_correct: &'static str,
    pub step_correct_right: &'static str,
    pub step_send: fn(code: &str, month: &str) -> String,
    pub step_resend: fn(code: &str, month: &str) -> String,
    pub step_request: fn(&str) -> String,
    pub step_request_text: &'static str,
    pub step_attach: &'static str,
    pub step_attach_none: &'static str,
    pub step_appeal: fn(Option<&str>) -> String,
    pub step_oppose: fn(&str) -> String,
    pub step_report: fn(Option<&str>) -> String,
    pub step_durc: &'static str,
    pub step_book: &'static str,
    pub letter: fn(Letter<'_>) -> String,
    pub collaborators: &'static str,
    pub all_positions: &'static str,
}

/// What the text of a request is made of.
pub(super) struct Letter<'a> {
    pub company: &'a str,
    pub tax_code: &'a str,
    pub code: Option<&'a str>,
    pub subject: &'a str,
    pub months: Option<&'a str>,
    pub cause: &'a str,
    pub amount: Option<&'a str>,
    pub attachments: &'a [&'static str],
}

/// The names of what evidence is made of.
pub(super) struct Names {
    pub kind: fn(Kind) -> &'static str,
    pub law: fn(Kind) -> &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub term: fn(Term) -> &'static str,
    pub phase: fn(Phase) -> &'static str,
    pub origin: fn(DebtKind) -> &'static str,
    pub procedure: fn(Procedure) -> &'static str,
    pub petition: fn(Petition) -> &'static str,
    pub subject: fn(Subject) -> &'static str,
    pub attachment: fn(Attachment) -> &'static str,
    pub notice_cause: fn(notices::Cause) -> &'static str,
    pub gestione: fn(Gestione) -> &'static str,
    pub happened: fn(Happened) -> &'static str,
}

/// Why there is evidence, in one sentence.
pub(super) struct Causes {
    pub notice: fn(number: &str, causes: &str) -> String,
    pub predicted: fn(declared: &str, due: &str) -> String,
    pub rows_refused: fn(errors: u64) -> String,
    pub nothing_paid: &'static str,
    pub no_return: &'static str,
    pub no_return_for_payment: &'static str,
    pub wrong_position: fn(code: &str) -> String,
    pub not_backed: fn(backed: &str) -> String,
    pub discarded: &'static str,
    pub not_balanced: fn(state: &str) -> String,
    pub appeal: fn(number: &str, filed: &str) -> String,
    pub rate: fn(declared: &str, expected: &str, groups: &str) -> String,
    pub owed: fn(origin: &str, phase: &str, since: &str) -> String,
    pub expires: fn(protocol: &str, day: &str) -> String,
    pub expired: fn(protocol: &str, day: &str) -> String,
    pub invitation: fn(sent: &str) -> String,
    pub wages: fn(company: &str, workers: &str) -> String,
    pub letter: fn(number: &str) -> String,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}

pub(super) fn names(lang: Lang) -> &'static Names {
    match lang {
        Lang::It => &it::NAMES,
        Lang::En => &en::NAMES,
        Lang::De => &de::NAMES,
    }
}

pub(super) fn causes(lang: Lang) -> &'static Causes {
    match lang {
        Lang::It => &it::CAUSES,
        Lang::En => &en::CAUSES,
        Lang::De => &de::CAUSES,
    }
}
