//! What is said of receipts.

mod de;
mod en;
mod it;

use shared::lang::Lang;

pub(super) struct Texts {
    pub title: &'static str,
    pub lead: &'static str,
    pub receipt: &'static str,
    pub number: &'static str,
    pub number_help: &'static str,
    pub number_wrong: &'static str,
    pub code: &'static str,
    pub code_help: &'static str,
    pub code_wrong: &'static str,
    pub verify: &'static str,
    pub result: &'static str,
    pub authentic: &'static str,
    pub authentic_text: &'static str,
    pub annulled: &'static str,
    pub annulled_text: &'static str,
    pub unknown: &'static str,
    pub unknown_text: &'static str,
    pub registered: &'static str,
    pub office: &'static str,
    pub documents: &'static str,
    pub digest: &'static str,
    pub simulated: &'static str,
    pub compare: &'static str,
    pub choose: &'static str,
    pub choose_help: fn(u8) -> String,
    pub same: fn(&str) -> String,
    pub same_text: &'static str,
    pub different: fn(&str) -> String,
    pub different_text: &'static str,
    pub unable: &'static str,
    pub download: &'static str,
    pub verify_this: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
