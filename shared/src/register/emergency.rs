//! The register that an office keeps by hand while the system is down (art. 63 DPR 445/2000): what it says is entered once the system is
//! back, under a number like any other, and keeps the one that it had by hand.

use serde::{Deserialize, Serialize};

use super::{Direction, Line};
use crate::auth::Role;
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};

/// Where a line stood by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Emergency {
    /// Its number in the year's emergency register of the office.
    pub number: u64,
    /// When it was registered by hand, which is when it was presented.
    pub at: Instant,
    /// Why the system was down.
    pub cause: String,
}

/// Enters a line of the emergency register of the caller's office.
///
/// Faults: `invalid` on `number`: `zero`, `twice` for one of that year that was entered; on `at`: `future`; on `party`, `subject` and
/// `cause`: `empty`, `too_long`, `characters`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// Received or sent.
    pub direction: Direction,
    /// The number that it has by hand; those of a year follow each other, whenever the system was down.
    pub number: u64,
    /// When it was registered by hand.
    pub at: Instant,
    /// Who sent it, or to whom it was sent: at most [`super::LONGEST_REASON`] characters, as what follows.
    pub party: String,
    /// The subject line.
    pub subject: String,
    /// Why the system was down.
    pub cause: String,
}

impl Endpoint for Recover {
    const SPEC: Spec = Spec {
        name: "register.recover",
        summary: "Enters a line that was registered by hand while the system was down.",
        method: Method::Post,
        path: "/api/v1/register/emergency",
        access: Access::Roles(&[Role::Manager]),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Line;
}
