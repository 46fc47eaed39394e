//! How long what is over is kept, and what would be forgotten.

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};

/// For how many months things are kept. What the register says of them is kept for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Drafts, since somebody wrote in them.
    pub drafts_months: u16,
    /// Documents of closed requests, since they were closed; for ever unless said: what an office has in its archive is given up only by
    /// authorisation (art. 21 c. 1 d DLgs 42/2004).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub files_months: Option<u16>,
    /// Closed requests with their conversation, likewise.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub requests_months: Option<u16>,
}

/// Fewest months for which what an office has in its archive is kept.
pub const FEWEST_MONTHS: u16 = 12;

impl Retention {
    /// Whether nothing goes sooner than it may, and no document later than its request.
    pub fn is_sound(&self) -> bool {
        let archived = [self.files_months, self.requests_months];
        self.drafts_months > 0
            && archived.into_iter().flatten().all(|months| months >= FEWEST_MONTHS)
            && match (self.files_months, self.requests_months) {
                (Some(files), Some(requests)) => files <= requests,
                (Some(_), None) | (None, _) => true,
            }
    }
}

/// What would be forgotten today if things were kept for so long: a trial, by which nothing is.
///
/// Faults: `invalid` on `months`: `unsound`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Forgettable {
    /// As of [`Retention`].
    pub drafts_months: u16,
    /// As of [`Retention`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub files_months: Option<u16>,
    /// As of [`Retention`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub requests_months: Option<u16>,
}

/// How much that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Forgotten {
    /// Drafts.
    pub drafts: u64,
    /// Requests that would be left without documents.
    pub files: u64,
    /// Requests that would be gone.
    pub requests: u64,
}

impl Endpoint for Forgettable {
    const SPEC: Spec = Spec {
        name: "requests.forgettable",
        summary: "How much would be forgotten if drafts, documents and closed requests were kept for so long.",
        method: Method::Get,
        path: "/api/v1/requests/retention",
        access: Access::Roles(&[Role::Administrator]),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Forgotten;
}

#[cfg(test)]
mod tests {
    use super::Retention;

    #[test]
    fn nothing_of_the_archive_goes_soon() {
        let of = |files_months, requests_months| {
            Retention { drafts_months: 12, files_months, requests_months }.is_sound()
        };
        assert!(
            of(None, None) && of(Some(12), None) && of(Some(12), Some(12)) && of(None, Some(120))
        );
        assert!(!of(Some(11), None) && !of(None, Some(1)) && !of(Some(24), Some(12)));
        assert!(
            !Retention { drafts_months: 0, files_months: None, requests_months: None }.is_sound()
        );
    }
}
