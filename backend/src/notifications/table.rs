//! Notifications as stored: what people were told, the messages that carry it out, what people wish and where they are reached.

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Instant};
use shared::ids::{CompanyId, PersonId};

use crate::store::{Index, Table};

/// One thing that a person was told.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Note {
    /// [`shared::notifications::Event::number`].
    #[n(0)]
    pub event: u8,
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    #[cbor(n(2), with = "crate::codec", has_nil)]
    pub company: Option<CompanyId>,
    /// What it opens: 1 request, 2 desk, 3 DURC; then its id.
    #[n(3)]
    pub about: (u8, String),
    #[n(4)]
    pub words: Values,
    /// The key of what happened.
    #[n(5)]
    pub key: String,
}

/// What the words are made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Values {
    #[n(0)]
    pub protocol: Option<String>,
    #[n(1)]
    pub topic: Option<Spoken>,
    #[n(2)]
    pub office: Option<String>,
    #[n(3)]
    pub company: Option<String>,
    #[cbor(n(4), with = "crate::codec", has_nil)]
    pub day: Option<Day>,
    #[n(5)]
    pub detail: Option<Spoken>,
    #[n(6)]
    pub quote: Option<String>,
}

/// A text in Italian, English and German.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Spoken {
    #[n(0)]
    pub it: String,
    #[n(1)]
    pub en: String,
    #[n(2)]
    pub de: String,
}

/// How many a person was told, and how many they have not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Head {
    #[n(0)]
    pub last: u64,
    #[n(1)]
    pub unread: u32,
}

/// What leaves in one piece.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Message {
    #[cbor(n(0), with = "crate::codec")]
    pub person: PersonId,
    /// [`shared::notifications::Channel::number`].
    #[n(1)]
    pub channel: u8,
    #[cbor(n(2), with = "crate::codec")]
    pub made: Instant,
    /// The tray it is gathered in: an event's number, or nought for all.
    #[n(3)]
    pub tray: u8,
    /// Whether nothing more is put into it: it is on its way.
    #[n(4)]
    pub closed: bool,
    /// Whether it was handed over or given up.
    #[n(5)]
    pub ended: bool,
    /// How many notifications are in it.
    #[n(6)]
    pub together: u32,
    #[n(7)]
    pub steps: Vec<StepRow>,
}

/// Something that happened to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct StepRow {
    #[cbor(n(0), with = "crate::codec")]
    pub at: Instant,
    /// 1 queued, 2 put off, 3 gathered, 4 handed over, 5 tried again, 6 failed, 7 receipted.
    #[n(1)]
    pub kind: u8,
    /// Until when, of those that wait.
    #[cbor(n(2), with = "crate::codec", has_nil)]
    pub until: Option<Instant>,
    /// Why, of those that went wrong: 1 unreachable, 2 busy, 3 address refused, 4 refused, 5 no address, 6 not set up. Which
    /// receipt, of those that are one: 1 accepted, 2 not accepted, 3 delivered, 4 late, 5 undelivered, 6 virus.
    #[n(3)]
    pub why: u8,
}

impl StepRow {
    /// Whether it says that something went wrong.
    pub(super) const fn is_failure(self) -> bool {
        matches!(self.kind, 5 | 6)
    }

    /// Whether a provider of certified mail said it.
    pub(super) const fn is_receipt(self) -> bool {
        self.kind == 7
    }
}

/// A message that is being gathered, and when it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Tray {
    #[n(0)]
    pub message: u64,
    #[cbor(n(1), with = "crate::codec")]
    pub due: Instant,
}

/// How many of a kind there were within the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct RecentRow {
    #[cbor(n(0), with = "crate::codec")]
    pub since: Instant,
    #[n(1)]
    pub count: u32,
}

/// What a person wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct WishesRow {
    /// Event, channel, whether.
    #[n(0)]
    pub choices: Vec<(u8, u8, bool)>,
    /// 0 immediate, 1 hourly, 2 daily.
    #[n(1)]
    pub digest: u8,
    /// Minutes of the day.
    #[n(2)]
    pub quiet: Option<(u16, u16)>,
}

/// Where a person is reached on one channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct ContactRow {
    /// The address in use. Of e-mail, none also means that the one of the person's own record is not used any more.
    #[n(0)]
    pub value: Option<String>,
    #[n(1)]
    pub pending: Option<Pending>,
    /// When codes were asked for, within the hour.
    #[cbor(n(2), default)]
    pub asked: Vec<i64>,
}

/// An address that waits for its code.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Pending {
    #[n(0)]
    pub value: String,
    /// SHA-256 over person, address and code.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub hash: [u8; 32],
    #[cbor(n(2), with = "crate::codec")]
    pub until: Instant,
    /// Wrong codes so far.
    #[n(3)]
    pub tries: u8,
}

/// By person and number.
pub(super) const NOTES: Table<(PersonId, u64), Note> = Table::new("notifications");
pub(super) const HEADS: Table<PersonId, Head> = Table::new("notifications.heads");
pub(super) const UNREAD: Index<(PersonId, u64)> = Index::new("notifications.unread");
/// What was told already, by the key of what happened, and to whom.
pub(super) const KEYS: Table<(String, PersonId), u64> = Table::new("notifications.keys");
/// Millisecond, then person and number.
pub(super) const BY_AGE: Index<(i64, PersonId, u64)> = Index::new("notifications.by_age");
pub(super) const MESSAGES: Table<u64, Message> = Table::new("notifications.messages");
/// The number of the next message.
pub(super) const NEXT: Table<(), u64> = Table::new("notifications.next");
/// Message, then the numbers of the notifications in it.
pub(super) const ITEMS: Index<(u64, u64)> = Index::new("notifications.items");
/// Person, number of the notification, then message.
pub(super) const OF_NOTE: Index<(PersonId, u64, u64)> = Index::new("notifications.of_note");
/// Person, channel, and event or nought for all.
pub(super) const TRAYS: Table<(PersonId, u8, u8), Tray> = Table::new("notifications.trays");
/// Person, channel, event.
pub(super) const RECENT: Table<(PersonId, u8, u8), RecentRow> = Table::new("notifications.recent");
pub(super) const WISHES: Table<PersonId, WishesRow> = Table::new("notifications.wishes");
/// Person, channel.
pub(super) const CONTACTS: Table<(PersonId, u8), ContactRow> = Table::new("notifications.contacts");
