//! The endpoints of uploads and of what was uploaded.

use serde::{Deserialize, Serialize};

use super::{Attachment, LIMITS, Upload};
use crate::auth::Role;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::File;
use crate::ids::AttachmentId;

/// Who may upload documents: whoever takes part in conversations with an office, on either side.
pub const UPLOADERS: &[Role] = &[
    Role::Owner,
    Role::Employee,
    Role::Consultant,
    Role::Collaborator,
    Role::Association,
    Role::Operator,
    Role::Manager,
];

/// Begins an upload.
///
/// Faults on `name`: those of [`super::NameProblem`]; on `size`: `empty`, `too_large`; on `sha256`: `not_a_hash`; on `file`:
/// `too_many`, of those that belong to no message yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256 in hexadecimal, where the device can tell: then another content is refused.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sha256: Option<String>,
}

impl Endpoint for Open {
    const SPEC: Spec = Spec {
        name: "attachments.open",
        summary: "Begins the upload of a document.",
        method: Method::Post,
        path: "/api/v1/attachments",
        access: Access::Roles(UPLOADERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Upload;
}

/// Brings a part of an upload, which travels as the body. Sending it again is harmless: what stood from the offset on is replaced.
///
/// Faults: `conflict` with the offset that the server has, where the part would leave a gap or another request took over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PutChunk {
    /// Of which upload.
    #[serde(skip)]
    pub attachment: AttachmentId,
    /// Where it begins, in bytes from the beginning of the file.
    pub offset: u64,
}

impl Endpoint for PutChunk {
    const SPEC: Spec = Spec {
        name: "attachments.put_chunk",
        summary: "Brings a part of the document that an upload was begun for.",
        method: Method::Put,
        path: "/api/v1/attachments/{attachment}/content",
        access: Access::Roles(UPLOADERS),
        effect: Effect::Part,
        rate: RateClass::Upload,
        payload: Payload::File(LIMITS.bytes),
    };
    type Reply = Upload;

    fn segments(&self) -> Vec<String> {
        vec![self.attachment.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [attachment] = values else { return None };
        Some(Self { attachment: attachment.parse().ok()?, ..self })
    }
}

/// How an upload of the caller's stands, and how much of it is on the server's disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Which.
    #[serde(skip)]
    pub attachment: AttachmentId,
}

/// Ends an upload: its content is examined, and it may go with a message.
///
/// Faults on `file`: those of [`super::Refusal`], and `incomplete`. A refused one is kept with its reason, without its content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Finish {
    /// Which.
    #[serde(skip)]
    pub attachment: AttachmentId,
}

/// Takes an upload away that belongs to no message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Discard {
    /// Which.
    #[serde(skip)]
    pub attachment: AttachmentId,
}

/// The document itself: for its uploader, and for whoever may read the message that it goes with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Download {
    /// Which.
    #[serde(skip)]
    pub attachment: AttachmentId,
}

/// What all endpoints about one attachment have in common.
macro_rules! of_one {
    ($request:ident, $reply:ty, $spec:expr) => {
        impl Endpoint for $request {
            const SPEC: Spec = $spec;
            type Reply = $reply;

            fn segments(&self) -> Vec<String> {
                vec![self.attachment.to_string()]
            }
            fn with_segments(self, values: &[&str]) -> Option<Self> {
                let [attachment] = values else { return None };
                Some(Self { attachment: attachment.parse().ok()? })
            }
        }
    };
}

of_one!(
    State,
    Upload,
    Spec {
        name: "attachments.state",
        summary: "How an upload stands, and where to go on with it.",
        method: Method::Get,
        path: "/api/v1/attachments/{attachment}",
        access: Access::Roles(UPLOADERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    }
);

of_one!(
    Finish,
    Attachment,
    Spec {
        name: "attachments.finish",
        summary: "Ends an upload: the document is examined, and may go with a message.",
        method: Method::Post,
        path: "/api/v1/attachments/{attachment}",
        access: Access::Roles(UPLOADERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    }
);

of_one!(
    Discard,
    (),
    Spec {
        name: "attachments.discard",
        summary: "Takes away an upload that belongs to no message.",
        method: Method::Delete,
        path: "/api/v1/attachments/{attachment}",
        access: Access::Roles(UPLOADERS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    }
);

of_one!(
    Download,
    File,
    Spec {
        name: "attachments.download",
        summary: "A document, to be saved: for its uploader and for whoever reads its message.",
        method: Method::Get,
        path: "/api/v1/attachments/{attachment}/content",
        access: Access::Roles(UPLOADERS),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    }
);
