//! In English.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    module: "Text module",
    choose: "None",
    in_language: |language| ["In the language of whoever asked: ", language].concat(),
    languages: ["Italian", "English", "German"],
    insert: "Put into the answer",
    undo: "Take the module out again",
    all_modules: "All text modules",
    unfilled: "A part in braces is still to be completed: write it or take it out before you send.",
    checklist: "Required documents",
    none_missing: "Nothing is missing",
    missing: |count| counted(count, "document is missing", "documents are missing"),
    marks: ["Not looked at", "Present", "Missing", "Not needed"],
    no_documents: "No documents are needed for this topic. If one is, add it.",
    add: "Add",
    add_label: "Another document",
    take_away: "Take away",
    ask_missing: "Ask for what is missing",
    asking: "To answer we need these documents:",
    overtaken: "A colleague changed the list: it is up to date now. Choose again.",
    has_open: |names| ["Also has this request open: ", names].concat(),
    is_writing: |names| ["Is writing an answer: ", names].concat(),
    related: "Other requests of this company",
    no_related: "This company has no other requests at this office.",
    linked_count: |count| counted(count, "linked", "linked"),
    link: "Link",
    part: "Take the link away",
    select: "Select several requests",
    select_none: "End the selection",
    selected: "Selected",
    select_row: |subject| ["Select: ", subject].concat(),
    together: |count| ["Answer together (", &count.to_string(), ")"].concat(),
    at_most: "At most 40 requests can be answered together: take some out.",
};
