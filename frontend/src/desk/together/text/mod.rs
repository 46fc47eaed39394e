//! What the screen of a joint answer says.

mod de;
mod en;
mod it;

use shared::lang::Lang;

pub(super) struct Texts {
    pub title: &'static str,
    pub back: &'static str,
    pub none: &'static str,
    pub rows: &'static str,
    pub what: &'static str,
    pub kind: &'static str,
    /// In the order of `form::KINDS`.
    pub kinds: [&'static str; 3],
    pub module: &'static str,
    pub no_module: &'static str,
    pub module_help: &'static str,
    pub module_in: fn(&str) -> String,
    pub module_not_in: fn(&str, &str) -> String,
    pub outcome: &'static str,
    pub choose: &'static str,
    pub still_open: &'static str,
    pub text: &'static str,
    pub text_help: &'static str,
    pub required: &'static str,
    pub send: fn(u64) -> String,
    pub sending: &'static str,
    pub sent: fn(u64) -> String,
    pub nothing_to_do: &'static str,
    pub ready: &'static str,
    pub left_out: &'static str,
    pub done: &'static str,
    pub failed: &'static str,
    pub again: &'static str,
    pub gone: &'static str,
    pub has_charge: &'static str,
    pub unfilled: &'static str,
    pub not_in_charge: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
