//! What the screens of notifications say.

mod de;
mod en;
mod it;

use shared::lang::Lang;
use shared::notifications::Event;

/// The texts, in one language.
pub(super) struct Texts {
    pub title: &'static str,
    pub which: &'static str,
    pub unread: &'static str,
    pub everything: &'static str,
    pub new: &'static str,
    pub read: &'static str,
    pub read_all: &'static str,
    pub none: &'static str,
    pub none_text: &'static str,
    pub none_unread: &'static str,
    pub none_unread_text: &'static str,
    pub ways: &'static str,
    pub nowhere_else: &'static str,
    pub email: &'static str,
    pub pec: &'static str,
    pub sms: &'static str,
    pub queued: &'static str,
    pub handed_over: &'static str,
    pub accepted: &'static str,
    pub not_accepted: &'static str,
    pub delivered: &'static str,
    pub late: &'static str,
    pub undelivered: &'static str,
    pub virus: &'static str,
    pub unreachable: &'static str,
    pub busy: &'static str,
    pub address_refused: &'static str,
    pub refused: &'static str,
    pub no_address: &'static str,
    pub not_set_up: &'static str,
    /// Of receipts of certified mail.
    pub unsigned: &'static str,
    pub wishes: &'static str,
    pub wishes_text: &'static str,
    pub where_title: &'static str,
    pub where_text: &'static str,
    pub no_value: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    pub address_help: &'static str,
    pub mobile_help: &'static str,
    pub send_code: &'static str,
    pub code: &'static str,
    pub code_sent: &'static str,
    pub code_again: &'static str,
    pub confirm: &'static str,
    pub confirmed: &'static str,
    pub not_an_address: &'static str,
    pub not_a_mobile: &'static str,
    pub code_wrong: &'static str,
    pub code_over: &'static str,
    pub what_title: &'static str,
    pub what_text: &'static str,
    pub digest: &'static str,
    pub digest_help: &'static str,
    pub quiet: &'static str,
    pub quiet_help: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub same_time: &'static str,
    pub unsaved: &'static str,
    pub saved: &'static str,
    pub mailbox: &'static str,
    pub mailbox_text: &'static str,
    pub mailbox_none: &'static str,
    pub mailbox_none_text: &'static str,
    pub to_whom: &'static str,
    pub when: &'static str,
    pub outcome: &'static str,
    pub refresh: &'static str,
    pub in_app: fn(&str) -> String,
    pub together: fn(u64) -> String,
    pub put_off: fn(&str) -> String,
    pub gathered: fn(&str) -> String,
    pub tried_again: fn(&str) -> String,
    pub failed: fn(&str) -> String,
    pub new_address: fn(&str) -> String,
    pub code_waits: fn(&str) -> String,
    /// In the order of [`Event::ALL`].
    pub events: [&'static str; Event::ALL.len()],
    /// At once, by the hour, by the day.
    pub digests: [&'static str; 3],
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
