//! In English.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Answer to several requests",
    back: "Back to the queue",
    none: "No request was chosen: select some in the queue",
    rows: "Requests",
    what: "What to do",
    kind: "Action",
    kinds: ["Answer", "Close", "Take charge"],
    module: "Text module",
    no_module: "Choose a module",
    module_help: "It follows what you write for all. Each person gets it in their own language: the preview says which.",
    module_in: |language| ["Module in ", language, ": the language of whoever asked"].concat(),
    module_not_in: |spoken, theirs| {
        ["Module in ", spoken, ": it is not written in ", theirs, ", the language of whoever asked"]
            .concat()
    },
    outcome: "Outcome",
    choose: "Choose",
    still_open: "Still open",
    text: "Text",
    text_help: "{company}, {protocol}, {matricola}, {office} and {deadline} become the data of each request: look at the preview of each.",
    required: "An answer is needed",
    send: |count| ["Send to ", &counted(count, "request", "requests")].concat(),
    sending: "Sending: it goes on even if you close the page",
    sent: |count| ["Sent to ", &counted(count, "request", "requests")].concat(),
    nothing_to_do: "None of these requests admits this action now.",
    ready: "Ready",
    left_out: "Left out",
    done: "Done",
    again: "Try again",
    failed: "Failed",
    gone: "This request is no longer with your office.",
    has_charge: "You are in charge of it already, or it is closed.",
    unfilled: "Something in braces is not known of this request: answer it apart.",
    not_in_charge: "You are not in charge of it, or it is closed: take charge first.",
};
