//! What the operator's own parts of a request say.

mod de;
mod en;
mod it;

use shared::lang::Lang;

pub(super) struct Texts {
    pub module: &'static str,
    pub choose: &'static str,
    /// The language that modules are put in, named in the operator's.
    pub in_language: fn(&str) -> String,
    /// Italian, English, German.
    pub languages: [&'static str; 3],
    pub insert: &'static str,
    pub undo: &'static str,
    pub all_modules: &'static str,
    pub unfilled: &'static str,
    pub checklist: &'static str,
    pub none_missing: &'static str,
    pub missing: fn(u64) -> String,
    /// Not looked at, present, missing, not needed.
    pub marks: [&'static str; 4],
    pub no_documents: &'static str,
    pub add: &'static str,
    pub add_label: &'static str,
    pub take_away: &'static str,
    pub ask_missing: &'static str,
    /// What stands above the missing documents, in the language of whoever is asked.
    pub asking: &'static str,
    pub overtaken: &'static str,
    pub has_open: fn(&str) -> String,
    pub is_writing: fn(&str) -> String,
    pub related: &'static str,
    pub no_related: &'static str,
    pub linked_count: fn(u64) -> String,
    pub link: &'static str,
    pub part: &'static str,
    pub select: &'static str,
    pub select_none: &'static str,
    pub selected: &'static str,
    pub select_row: fn(&str) -> String,
    pub together: fn(u64) -> String,
    pub at_most: &'static str,
    /// What comes of a first message.
    pub begin_help: &'static str,
    /// Where it is until it is sent.
    pub begin_kept: &'static str,
    pub no_company: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
