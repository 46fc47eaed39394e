//! Where a person can be reached: addresses that were proven by a code.

use serde::{Deserialize, Serialize};

use super::Channel;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};

/// Digits of a code.
pub const CODE_DIGITS: usize = 6;
/// Minutes for which a code holds.
pub const CODE_MINUTES: i64 = 15;
/// Wrong codes after which a new one must be asked for.
pub const CODE_TRIES: u8 = 5;
/// Codes that a person may ask for within an hour.
pub const CODES_AN_HOUR: usize = 5;

/// An address of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Contact {
    /// For which channel.
    pub channel: Channel,
    /// The one in use.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<String>,
    /// One that waits for its code.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pending: Option<String>,
}

/// The address as it is kept; `None` if it is none for the channel. A mobile is written in international form; one without a prefix is
/// Italian.
pub fn contact_of(channel: Channel, text: &str) -> Option<String> {
    let text = text.trim();
    match channel {
        Channel::Email | Channel::Pec => is_address(text).then(|| text.to_owned()),
        Channel::Sms => mobile(text),
    }
}

/// Whether it is `local@domain` of the characters that every relay takes; no quoted forms, no control characters.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let of_local =
        |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+-/=?^_`{|}~".contains(&byte);
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    !local.is_empty()
        && local.len() <= 64
        && domain.len() <= 253
        && domain.contains('.')
        && local.bytes().all(of_local)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.split('.').all(label)
}

fn mobile(text: &str) -> Option<String> {
    let bare: String =
        text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')')).collect();
    let international = match bare.strip_prefix("00") {
        Some(rest) => ["+", rest].concat(),
        None if bare.starts_with('+') => bare,
        None => ["+39", &bare].concat(),
    };
    let digits = international.strip_prefix('+')?;
    // E.164: at most 15 digits, the first not nought. An Italian mobile begins with 3 and has nine or ten digits.
    let plausible = (8..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    let italian = digits
        .strip_prefix("39")
        .is_none_or(|rest| rest.starts_with('3') && (9..=10).contains(&rest.len()));
    (plausible && italian).then_some(international)
}

/// Sets an address, which is in use once the code that is sent there comes back. The one before it is used until then.
///
/// Faults: `invalid` on `value`: `not_an_address`, `not_a_mobile`; on `channel`: `not_set_up`; `too_many` codes within the hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetContact {
    /// For which channel.
    pub channel: Channel,
    /// The address.
    pub value: String,
}

impl Endpoint for SetContact {
    const SPEC: Spec = Spec {
        name: "notifications.set_contact",
        summary: "Sets an address of the caller and sends it the code that proves it.",
        method: Method::Put,
        path: "/api/v1/notifications/contacts",
        access: Access::SignedIn,
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Contact;
}

/// Proves an address by the code that was sent there.
///
/// Faults: `not_found` if none waits; `invalid` on `code`: `wrong`, `expired`, `used_up`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// For which channel.
    pub channel: Channel,
    /// The code.
    pub code: String,
}

impl Endpoint for Confirm {
    const SPEC: Spec = Spec {
        name: "notifications.confirm",
        summary: "Proves an address of the caller by the code that was sent there.",
        method: Method::Post,
        path: "/api/v1/notifications/contacts/confirm",
        access: Access::SignedIn,
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Contact;
}

/// Takes an address out of use. Without one it changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// For which channel.
    pub channel: Channel,
}

impl Endpoint for Remove {
    const SPEC: Spec = Spec {
        name: "notifications.remove_contact",
        summary: "Takes an address of the caller out of use.",
        method: Method::Post,
        path: "/api/v1/notifications/contacts/remove",
        access: Access::SignedIn,
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Contact;
}

#[cfg(test)]
mod tests {
    use super::{Channel, contact_of};

    #[test]
    fn addresses_and_mobiles_are_taken_as_people_write_them_and_nothing_else() {
        for (channel, text, kept) in [
            (Channel::Email, " anna@example.org ", Some("anna@example.org")),
            (Channel::Pec, "studio.b+1@pec.example.it", Some("studio.b+1@pec.example.it")),
            (Channel::Email, "anna@example.org\r\nBcc: all@example.org", None),
            (Channel::Email, "anna@localhost", None),
            (Channel::Email, "a b@example.org", None),
            (Channel::Email, ".a@example.org", None),
            (Channel::Email, "anna@-x.org", None),
            (Channel::Email, "", None),
            (Channel::Sms, "333 123 4567", Some("+393331234567")),
            (Channel::Sms, "0039 333-1234567", Some("+393331234567")),
            (Channel::Sms, "+49 (171) 1234567", Some("+491711234567")),
            (Channel::Sms, "06 1234567", None),
            (Channel::Sms, "+39 06 1234567", None),
            (Channel::Sms, "333 12", None),
            (Channel::Sms, "+1234567890123456", None),
            (Channel::Sms, "trecento", None),
        ] {
            assert_eq!(contact_of(channel, text).as_deref(), kept, "{text:?}");
        }
    }
}
