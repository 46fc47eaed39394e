//! The list of what one was told, what of it is unread, and what became of each on its way out.

use serde::{Deserialize, Serialize};

use super::{About, Channel, Event};
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::CompanyId;
use crate::lang::Lang;
use crate::page::{Cursor, Page};

/// One thing that the caller was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NotificationRow {
    /// Its number among those of the person.
    pub number: u64,
    /// What happened.
    pub event: Event,
    /// When.
    pub at: Instant,
    /// In a few words.
    pub title: String,
    /// In a sentence or two.
    pub text: String,
    /// For which company.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// What it opens.
    pub about: About,
    /// Whether the caller has not read it.
    pub unread: bool,
}

/// What the caller was told, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Only what is unread.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unread: Option<bool>,
    /// Only of this event.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub event: Option<Event>,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "notifications.list",
        summary: "What the caller was told, the latest first.",
        method: Method::Get,
        path: "/api/v1/notifications",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<NotificationRow>;
}

/// The notifications of [`List`], as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Only what is unread.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unread: Option<bool>,
    /// Only of this event.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub event: Option<Event>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "notifications.export",
        summary: "What the caller was told, the latest first, as a file.",
        method: Method::Get,
        path: "/api/v1/export/notifications",
        access: Access::SignedIn,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// How much the caller has not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Unread {
    /// How many.
    pub count: u32,
    /// The number of the latest, read or not; nought if there never was any.
    pub latest: u64,
}

/// How much is unread: what the bell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {}

impl Endpoint for Count {
    const SPEC: Spec = Spec {
        name: "notifications.count",
        summary: "How many notifications the caller has not read.",
        method: Method::Get,
        path: "/api/v1/notifications/unread",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Unread;
}

/// Marks one as read, or all up to one. Doing it again changes nothing.
///
/// Faults: `not_found` if the caller has none of this number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Read {
    /// Its number.
    pub number: u64,
    /// Also all that came before.
    #[serde(default)]
    pub earlier: bool,
}

impl Endpoint for Read {
    const SPEC: Spec = Spec {
        name: "notifications.read",
        summary: "Marks one notification as read, or all up to one.",
        method: Method::Post,
        path: "/api/v1/notifications/read",
        access: Access::SignedIn,
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Unread;
}

/// Where something stands on its way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// It is in the outbox.
    Queued,
    /// It waits for the end of the quiet hours, which is at this moment.
    PutOff(Instant),
    /// It waits for others, and leaves with them at this moment.
    Gathered(Instant),
    /// The relay or the gateway took it over.
    HandedOver,
    /// It could not be handed over, and is tried again.
    TriedAgain(Why),
    /// It could not be handed over, and nobody tries again.
    Failed(Why),
    /// A provider of certified mail said this of it.
    Receipted(Receipt),
}

/// What a provider of certified mail says of a message that it took over (DPR 68/2005; DM 2 November 2005, technical rules, 6.3 to 6.6).
/// Nobody verified its signature: it is said as it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Receipt {
    /// The sender's provider accepted it.
    Accepted,
    /// The sender's provider did not accept it.
    NotAccepted,
    /// It is in the mailbox that it was for.
    Delivered,
    /// It is not there after twelve hours, and may yet come there.
    Late,
    /// It could not be delivered.
    Undelivered,
    /// It was not delivered, for a virus is said to be in it.
    Virus,
}

/// Why something could not be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nothing answers, or not in time.
    Unreachable,
    /// The other side asks to come back later.
    Busy,
    /// The other side takes nothing for this address.
    AddressRefused,
    /// The other side does not take what we send, or does not know us.
    Refused,
    /// The person has no address on this channel any more.
    NoAddress,
    /// This installation does not have the channel.
    NotSetUp,
}

/// A step and when it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Told {
    /// When.
    pub at: Instant,
    /// What.
    pub step: Step,
}

/// What became of a notification on one channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Trail {
    /// The channel.
    pub channel: Channel,
    /// How many notifications left in the same message.
    pub together: u32,
    /// What happened, in order.
    pub steps: Vec<Told>,
}

/// A notification with its ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Shown {
    /// The notification.
    pub row: NotificationRow,
    /// What became of it, by channel; in the app it always is.
    pub trails: Vec<Trail>,
}

/// What became of one notification, channel by channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Its number.
    #[serde(skip)]
    pub number: u64,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "notifications.show",
        summary: "One notification, and what became of it on each channel.",
        method: Method::Get,
        path: "/api/v1/notifications/{number}",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Shown;

    fn segments(&self) -> Vec<String> {
        vec![self.number.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [number] = values else { return None };
        Some(Self { number: number.parse().ok()?, ..self })
    }
}

/// How a message of the demo ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was handed over.
    HandedOver,
    /// It was not, for this reason.
    Failed(Why),
}

/// A message that the demo sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Posted {
    /// When.
    pub at: Instant,
    /// By which channel.
    pub channel: Channel,
    /// To which address or number.
    pub to: String,
    /// Subject; SMS has none.
    pub subject: String,
    /// Text.
    pub body: String,
    /// How it ended.
    pub outcome: Outcome,
}

/// The mails and SMS that a demo sent since its server started, the latest first and the last hundred at most.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mailbox {
    /// Only to addresses that contain this.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<String>,
}

impl Endpoint for Mailbox {
    const SPEC: Spec = Spec {
        name: "notifications.mailbox",
        summary: "The mails and SMS that a demo sent.",
        method: Method::Get,
        path: "/api/v1/demo/mailbox",
        access: Access::Demo,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<Posted>;
}
