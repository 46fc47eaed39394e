//! Documents that go with a message: how they are uploaded, which are taken, and what is refused.
//!
//! An upload is opened with its name and size, brought in parts, and finished; then it is an attachment of its uploader, who may put it
//! into a message. A part that broke off is taken up where the server has it. What may be attached is decided by name *and* content, by
//! the same rules on the device and on the server.

mod calls;
mod kind;
mod name;
pub mod pdf;
pub mod picture;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::ids::AttachmentId;

pub use calls::{Discard, Download, Finish, Open, PutChunk, State, UPLOADERS};
pub use kind::{ACCEPT, Kind, is_page, is_program, text_start};
pub(crate) use name::is_unseen;
pub use name::{MAX_NAME, NameProblem, check_name, kind_of_name};

/// What a message may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files of one message.
    pub files: usize,
    /// Bytes of one file.
    pub bytes: u64,
    /// Uploads that one person may have that belong to no message yet.
    pub unclaimed: usize,
    /// Hours after which an upload that belongs to no message is forgotten.
    pub hours: i64,
}

/// The limits: three files (S001) of 3 MB (S000, S001, S003), read as MiB; a bundle of nine drafts, kept for ninety days (DESIGN).
pub const LIMITS: Limits =
    Limits { files: 3, bytes: 3 * 1024 * 1024, unclaimed: 30, hours: 90 * 24 };

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Attachment {
    /// Which.
    pub id: AttachmentId,
    /// Its name, cleaned.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// When it was uploaded.
    pub at: Instant,
}

/// How an upload stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Upload {
    /// Which.
    pub id: AttachmentId,
    /// Its name, cleaned.
    pub name: String,
    /// What its name says it is.
    pub kind: Kind,
    /// Its size in bytes, as announced.
    pub size: u64,
    /// Bytes that are on the server's disk for good: where to go on.
    pub offset: u64,
    /// Whether it is finished, and may go with a message.
    pub ready: bool,
    /// Why it was refused; it can only be taken away then.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refused: Option<Refusal>,
}

/// Why a document is refused. As the reason of a fault it stands on the field `file`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It is empty.
    Empty,
    /// It is larger than [`Limits::bytes`].
    TooLarge,
    /// Its content is not what its name says.
    WrongContent,
    /// It is not the file that was announced: another SHA-256.
    Changed,
    /// A page or a picture that could act: HTML, SVG, a script inside XML.
    Active,
    /// A program.
    Executable,
    /// A document with macros.
    Macros,
    /// It holds a virus.
    Virus,
    /// An archive that unpacks beyond its limits, or holds archives within archives within archives.
    Bomb,
    /// An archive with links, paths or names that lead elsewhere.
    Unsafe,
    /// An archive that holds something that could not be attached by itself.
    InsideArchive,
    /// An archive with a password, which nobody could look into.
    Encrypted,
    /// It is damaged.
    Broken,
}

impl Refusal {
    /// Every reason with its name, as it travels and is stored.
    pub const NAMES: &'static [(Refusal, &'static str)] = &[
        (Refusal::Empty, "empty"),
        (Refusal::TooLarge, "too_large"),
        (Refusal::WrongContent, "wrong_content"),
        (Refusal::Changed, "changed"),
        (Refusal::Active, "active"),
        (Refusal::Executable, "executable"),
        (Refusal::Macros, "macros"),
        (Refusal::Virus, "virus"),
        (Refusal::Bomb, "bomb"),
        (Refusal::Unsafe, "unsafe"),
        (Refusal::InsideArchive, "inside_archive"),
        (Refusal::Encrypted, "encrypted"),
        (Refusal::Broken, "broken"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(reason, _)| *reason == self).map_or("", |(_, name)| name)
    }

    /// The reason of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(reason, _)| *reason)
    }
}
