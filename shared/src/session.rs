//! Signing in, for whom one works, and the devices on which one is signed in.

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{CompanyId, PersonId, SessionId};
use crate::lang::Lang;

/// Minutes without a call after which a session ends.
pub const IDLE_MINUTES: i64 = 30;
/// Hours after which a session ends in any case.
pub const ABSOLUTE_HOURS: i64 = 8;
/// Days for which a write is remembered by its idempotency key.
pub const REMEMBERED_DAYS: i64 = 30;

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Viewer {
    /// The person.
    pub person: PersonId,
    /// First name and surname.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// For whom they are working now.
    pub working_for: WorkIdentity,
    /// Whether they can switch: more than one company, or a practice with clients.
    pub can_switch: bool,
    /// Language of their notices and, unless the device says otherwise, of the screens.
    pub lang: Lang,
    /// Whether this server runs the demo, whose people and data are invented.
    pub demo: bool,
    /// When the session ends in any case.
    pub ends: Instant,
    /// How many notifications they have not read.
    #[serde(default)]
    pub unread: u32,
}

/// For whom somebody works: always visible on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WorkIdentity {
    /// One company.
    Company {
        /// The company.
        id: CompanyId,
        /// Its name.
        name: String,
        /// Its first active matricola, if it has one.
        matricola: Option<String>,
        /// Name of the office competent for that matricola.
        office: Option<String>,
    },
    /// All clients of a practice, or all members of an association.
    Practice {
        /// Its name.
        name: String,
        /// How many companies.
        clients: u32,
    },
    /// An office of the institute.
    Office {
        /// Its four digits.
        code: String,
        /// Its name.
        name: String,
    },
    /// The system itself: administrator and auditor.
    System,
}

/// A way to sign in that this server has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignInWay {
    /// As one of the invented people of the demo, [`DemoSignIn`].
    Demo,
}

/// Who is there, and how somebody could sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Presence {
    /// Who is signed in; nobody if nobody is.
    pub viewer: Option<Viewer>,
    /// The ways to sign in here; none on a server that has none set up.
    pub ways: Vec<SignInWay>,
}

/// Who am I.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Me {}

impl Endpoint for Me {
    const SPEC: Spec = Spec {
        name: "session.me",
        summary: "Who is signed in, and for whom they are working.",
        method: Method::Get,
        path: "/api/v1/session",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Viewer;
}

/// Who is signed in, or nobody, and how to: what the app asks when it starts, where nobody is no refusal.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Who {}

impl Endpoint for Who {
    const SPEC: Spec = Spec {
        name: "session.who",
        summary: "Who is signed in, null if nobody is; and the ways to sign in that this server has.",
        method: Method::Get,
        path: "/api/v1/session/who",
        access: Access::Public,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Presence;
}

/// An invented person of the demo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Persona {
    /// Fixed id: `titolare`, `consulente`, …
    pub id: String,
    /// First name and surname.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// The company, practice or office they belong to.
    pub place: String,
}

/// The people of the demo.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Personas {}

impl Endpoint for Personas {
    const SPEC: Spec = Spec {
        name: "session.personas",
        summary: "The invented people who can sign in to a demo.",
        method: Method::Get,
        path: "/api/v1/session/personas",
        access: Access::Demo,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<Persona>;
}

/// Signs in to a demo, without any proof of identity.
///
/// Refused with `unknown_persona` on field `persona`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DemoSignIn {
    /// A persona's id, or the tax code of a legal representative found in an imported register extract.
    pub persona: String,
}

impl Endpoint for DemoSignIn {
    const SPEC: Spec = Spec {
        name: "session.demo",
        summary: "Signs in to a demo as one of its invented people; sets the session cookie.",
        method: Method::Post,
        path: "/api/v1/session/demo",
        access: Access::Demo,
        effect: Effect::Session,
        rate: RateClass::SignIn,
        payload: Payload::Json,
    };
    type Reply = Viewer;
}

/// Ends the session of this device.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignOut {}

impl Endpoint for SignOut {
    const SPEC: Spec = Spec {
        name: "session.sign_out",
        summary: "Ends the session; clears what the browser keeps.",
        method: Method::Delete,
        path: "/api/v1/session",
        access: Access::SignedIn,
        effect: Effect::Session,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();
}

/// Switches for whom one works; the session's secret changes with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkFor {
    /// A company the person may act for, or nothing: the whole practice, the office.
    pub company: Option<CompanyId>,
}

impl Endpoint for WorkFor {
    const SPEC: Spec = Spec {
        name: "session.work_for",
        summary: "Switches for whom the person works.",
        method: Method::Put,
        path: "/api/v1/session/work-for",
        access: Access::SignedIn,
        effect: Effect::Session,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Viewer;
}

/// A session of the person's, on this or another device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Device {
    /// Names the session without giving access to it.
    pub id: SessionId,
    /// Browser and system in a few words, such as `Chromium · Linux`.
    pub label: String,
    /// When it began.
    pub since: Instant,
    /// Its last call, to the minute.
    pub last_seen: Instant,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// The devices on which one is signed in, the latest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Devices {}

impl Endpoint for Devices {
    const SPEC: Spec = Spec {
        name: "session.devices",
        summary: "The person's sessions on all devices.",
        method: Method::Get,
        path: "/api/v1/session/devices",
        access: Access::SignedIn,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<Device>;
}

/// Ends one of one's own sessions.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RevokeDevice {
    /// Which.
    #[serde(skip)]
    pub device: SessionId,
}

impl Endpoint for RevokeDevice {
    const SPEC: Spec = Spec {
        name: "session.revoke",
        summary: "Ends one of the person's own sessions.",
        method: Method::Delete,
        path: "/api/v1/session/devices/{device}",
        access: Access::SignedIn,
        effect: Effect::Session,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.device.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [device] = values else { return None };
        Some(Self { device: device.parse().ok()? })
    }
}

/// Keeps a preference of the person's.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prefer {
    /// Language of notices.
    pub lang: Lang,
}

impl Endpoint for Prefer {
    const SPEC: Spec = Spec {
        name: "session.prefer",
        summary: "Keeps the person's language.",
        method: Method::Put,
        path: "/api/v1/session/preferences",
        access: Access::SignedIn,
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();
}
