//! What the screens of requests say, on both sides of the counter.

mod de;
mod en;
mod it;

use shared::lang::Lang;
use shared::requests::Kind;

pub(crate) struct Texts {
    pub title: &'static str,
    pub new: &'static str,
    /// The way to a new request from elsewhere, and from a request to the one that follows it.
    pub ask: &'static str,
    /// How one begins to write about something.
    pub ask_text: fn(subject: &str) -> String,
    pub follow: &'static str,
    pub about: &'static str,
    /// Evidence, notice, record, request; a month says itself.
    pub abouts: [&'static str; 4],
    pub queue: &'static str,
    /// All, open, in charge, closed.
    pub standings: [&'static str; 5],
    pub archive: &'static str,
    pub unarchive: &'static str,
    pub archive_key: &'static str,
    pub turn_keys: &'static str,
    pub is_archived: &'static str,
    pub taken_back: &'static str,
    pub undo: &'static str,
    pub search: &'static str,
    pub topic: &'static str,
    pub every_topic: &'static str,
    /// What a topic is called, and what the one was called in whose place it is.
    pub formerly: fn(&str, &str) -> String,
    pub way: &'static str,
    /// Incoming, outgoing.
    pub ways: [&'static str; 2],
    /// Who had the last word: the office, the company.
    pub last: [&'static str; 2],
    pub filters: &'static str,
    pub apply: &'static str,
    pub clear: &'static str,
    pub position: &'static str,
    pub opened_from: &'static str,
    pub opened_to: &'static str,
    pub updated_from: &'static str,
    pub updated_to: &'static str,
    pub none: &'static str,
    pub none_text: &'static str,
    pub none_filtered: &'static str,
    /// Where the rest is still to be looked through.
    pub none_yet: &'static str,
    pub subject: &'static str,
    pub client: &'static str,
    pub state: &'static str,
    pub answer_by: &'static str,
    pub updated: &'static str,
    /// On which day it was opened, and closed.
    pub opened: &'static str,
    pub closed: &'static str,
    /// Heard before the subject line of a request with something new.
    pub unread: &'static str,
    pub clock: &'static str,
    pub elapsed: fn(day: u16, of: u16) -> String,
    pub expected_by: fn(&str) -> String,
    pub latest_by: fn(&str) -> String,
    pub took: fn(u64) -> String,
    pub reopen_by: fn(&str) -> String,
    pub paused: &'static str,
    pub if_today: &'static str,
    pub late: &'static str,
    pub remind: &'static str,
    pub escalate: &'static str,
    pub due: &'static str,
    pub in_charge: &'static str,
    pub nobody: &'static str,
    pub office: &'static str,
    pub since: fn(&str) -> String,
    /// When somebody is to be reached: their unit, the days, the hours.
    pub reached: fn(unit: &str, days: &str, from: &str, to: &str) -> String,
    pub away: fn(&str) -> String,
    pub hours: &'static str,
    pub followed: &'static str,
    pub facts: &'static str,
    /// The number where somebody waits to be called, and where nobody does any more.
    pub phone: &'static str,
    pub phone_given: &'static str,
    pub stars: fn(u8) -> String,
    pub receipt: &'static str,
    pub protocol: &'static str,
    pub registered: &'static str,
    pub digest: &'static str,
    pub expected: &'static str,
    pub conversation: &'static str,
    /// Beside the name of whoever reads.
    pub me: &'static str,
    pub into: &'static str,
    /// No such request to merge into.
    pub no_request: &'static str,
    /// The button of an act, in the order of [`Kind::ALL`].
    pub acts: [&'static str; 16],
    /// What is written for it.
    pub labels: [&'static str; 16],
    pub actions: &'static str,
    pub rating: &'static str,
    pub to: &'static str,
    pub unit: &'static str,
    pub colleague: fn(&str, u32) -> String,
    pub outcome: &'static str,
    pub no_outcome: &'static str,
    pub choose: &'static str,
    pub required: &'static str,
    /// How many characters it has, and how many it may have.
    pub over: fn(&str, &str) -> String,
    pub so_far: fn(&str, &str) -> String,
    /// Of a placeholder of a text module.
    pub unfilled: fn(&str) -> String,
    pub cancel: &'static str,
    /// Of words that were not sent.
    pub kept: &'static str,
    pub kept_here: &'static str,
    /// What was being written when nothing could be said any more.
    pub closed_meanwhile: &'static str,
    /// Of a message without a network.
    pub waiting: &'static str,
    pub edit: &'static str,
    pub done: &'static str,
    pub not_now: &'static str,
    pub overtaken: &'static str,
    /// Colleagues write as well; said before an answer is sent.
    pub send_anyway: fn(&str) -> String,
    pub gone: &'static str,
    pub no_office: &'static str,
    /// A topic about which one can ask no longer.
    pub closed_topic: &'static str,
    /// One that has taken the place of another.
    pub other_topic: &'static str,
    pub no_unit: &'static str,
    pub past: &'static str,
    pub internal: &'static str,
    pub documents: &'static str,
    pub all_documents: &'static str,
    /// Why a message with documents waits.
    pub unready: &'static str,
    /// A document of the message is not there any more.
    pub no_document: &'static str,
    pub left: &'static str,
    pub left_text: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub new_text: &'static NewTexts,
    /// In the order of the views of the queue.
    pub every_unit: &'static str,
    pub queue_none: &'static str,
    pub how_it_stands: &'static str,
    pub register: &'static str,
    pub next_term: &'static str,
    pub further: &'static str,
    pub others: &'static str,
    pub others_none: &'static str,
    pub to_first: &'static str,
    /// All that an office was asked, open or not.
    pub every: &'static str,
    pub to_queue: &'static str,
}

/// What the screen of a new request says.
pub(crate) struct NewTexts {
    pub steps: [&'static str; 3],
    pub step: fn(at: u32) -> String,
    pub words: &'static str,
    pub words_help: &'static str,
    pub no_topic: &'static str,
    pub answers: fn(&str) -> String,
    /// What sending it means.
    pub declared: &'static str,
    pub expected: fn(&str) -> String,
    pub topics: &'static str,
    /// Topics that are asked about most.
    pub frequent: &'static str,
    pub attach: &'static str,
    pub examples: &'static str,
    pub by: fn(office: &str, day: &str) -> String,
    /// Of the topic, of its group, of the office: half, and nine in ten.
    pub usual: fn(of: &str, median: u16, ninety: u16) -> String,
    pub usual_of: [&'static str; 3],
    pub figures: &'static str,
    pub company: &'static str,
    pub whole_company: &'static str,
    pub subject_help: &'static str,
    pub text: &'static str,
    pub text_help: &'static str,
    pub phone: &'static str,
    pub phone_help: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    pub send: &'static str,
    pub saving: &'static str,
    pub saved: fn(&str) -> String,
    pub unsaved: &'static str,
    /// Of a text that is longer than what is kept.
    pub unkept: &'static str,
    /// There are as many drafts as one can keep.
    pub full: &'static str,
    pub on_device: &'static str,
    pub in_page: &'static str,
    pub device: &'static str,
    pub device_text: &'static str,
    pub send_later: &'static str,
    pub not_sent: &'static str,
    pub not_sent_text: &'static str,
    pub dont_send: &'static str,
    pub wrong: &'static str,
    /// In the order of `new::PROBLEMS`.
    pub problem: [&'static str; 10],
    pub drafts: &'static str,
    /// The ones that are folded up.
    pub more_drafts: fn(usize) -> String,
    /// How many there are, and how many there can be.
    pub drafts_kept: fn(u64, usize) -> String,
    /// Since when the oldest one is there.
    pub oldest: fn(&str) -> String,
    /// The last day for which that is kept.
    pub until: fn(&str) -> String,
    pub untitled: &'static str,
    pub discard: &'static str,
    pub discard_title: &'static str,
    pub discard_text: &'static str,
    pub keep: &'static str,
    pub sent: &'static str,
    pub then: fn(office: &str, expected: &str, due: &str) -> String,
    pub open: &'static str,
    /// How it was to send it, asked beside the receipt; that it was said; what that is called later.
    pub rate: &'static str,
    pub rated: &'static str,
    pub sending: &'static str,
    pub change: &'static str,
    pub reload: &'static str,
    pub keep_mine: &'static str,
    pub keep_both: &'static str,
    pub keep_both_text: &'static str,
    pub conflict: &'static str,
    pub here: &'static str,
    pub elsewhere: fn(&str) -> String,
}

impl Texts {
    /// Of one kind, in a list that follows [`Kind::ALL`].
    pub fn of(list: &[&'static str; 16], kind: Kind) -> &'static str {
        list.get(kind as usize).copied().unwrap_or_default()
    }
}

pub(crate) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
