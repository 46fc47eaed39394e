//! Identifiers that the system assigns: time-ordered, 26 characters, one type per kind of thing.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ulid::Ulid;

/// The identifier of a `K`: 48 bits of milliseconds and 80 random ones, so ids sort by creation. Written as 26 Crockford characters.
pub struct Id<K>(Ulid, PhantomData<fn() -> K>);

/// Why a string is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier has 26 characters")
    }
}

impl<K> Id<K> {
    /// The identifier with these 128 bits: how keys are read back from the store.
    pub const fn from_u128(bits: u128) -> Self {
        Self(Ulid(bits), PhantomData)
    }

    /// The 128 bits, whose order is the order of creation.
    pub const fn as_u128(self) -> u128 {
        self.0.0
    }

    /// An identifier made from a moment (milliseconds since 1970) and 80 bits of randomness; the higher bits of `random` are dropped.
    pub const fn from_parts(milliseconds: u64, random: u128) -> Self {
        Self(Ulid::from_parts(milliseconds, random), PhantomData)
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> core::hash::Hash for Id<K> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K> Default for Id<K> {
    /// The nil identifier, which belongs to nothing: the placeholder of a path segment not decoded yet.
    fn default() -> Self {
        Self::from_u128(0)
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut buffer = [0; ulid::ULID_LEN];
        f.write_str(self.0.array_to_str(&mut buffer))
    }
}
impl<K> FromStr for Id<K> {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        Ulid::from_string(text).map(|ulid| Self(ulid, PhantomData)).map_err(|_| InvalidId)
    }
}
impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
impl<K> schemars::JsonSchema for Id<K> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" })
    }
}

/// A company: a taxpayer with its positions.
pub type CompanyId = Id<crate::companies::CompanyBrief>;
/// A person who signs in, or is connected with a company.
pub type PersonId = Id<crate::session::Persona>;
/// A practice of consultants, or a trade association: whoever holds delegations.
pub type PracticeId = Id<crate::auth::Role>;
/// A device's session, as listed to its owner. Never the secret of the cookie.
pub type SessionId = Id<crate::session::Device>;
/// A declaration: one position in one month of one transmission.
pub type DeclarationId = Id<crate::declarations::DeclarationRow>;
/// An F24 payment form.
pub type PaymentId = Id<crate::payments::PaymentRow>;
/// A file handed in for import.
pub type ImportId = Id<crate::intake::Import>;
/// A link by which others verify a document.
pub type LinkId = Id<crate::durc::LinkRow>;
/// A saved view of the grid of clients.
pub type ViewId = Id<crate::practice::View>;
/// A request to an office.
pub type RequestId = Id<crate::requests::Thread>;
/// A request that is being written.
pub type DraftId = Id<crate::requests::Draft>;
/// A text module.
pub type ModuleId = Id<crate::desk::Module>;
/// A saved filter of a list.
pub type FilterId = Id<crate::filters::Filter>;
/// A request to the offices of many companies.
pub type BulkId = Id<crate::bulk::Content>;
/// A document that was uploaded.
pub type AttachmentId = Id<crate::attachments::Attachment>;
/// A tag on clients.
pub type TagId = Id<crate::practice::Tag>;
