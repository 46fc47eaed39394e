//! What can go wrong with a call, in as many cases as a screen must tell apart. No transport, no text of screens.

use serde::{Deserialize, Serialize};

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No session, or one that ended.
    NotSignedIn,
    /// Signed in, and the thing is theirs to see, but not to do.
    Forbidden,
    /// Does not exist, or not for this caller: the two are never told apart.
    NotFound,
    /// The request cannot be read: unknown field, wrong type, wrong encoding. What and where, for a programmer.
    Malformed(String),
    /// Fields that a person can mend.
    Invalid(Vec<FieldFault>),
    /// Somebody changed it first; the version now current.
    Conflict(u64),
    /// It does not fit how the thing stands now, or is not for this caller; the names of what they may do instead.
    NotNow(Vec<String>),
    /// The idempotency key was used for a different request.
    KeyReused,
    /// A write came without an idempotency key.
    KeyMissing,
    /// The body exceeds this many bytes.
    TooLarge(u64),
    /// The body took too long to arrive.
    TooSlow,
    /// Too many calls; try again after so many seconds.
    TooMany(u32),
    /// The path exists with other methods.
    WrongMethod,
    /// The body is not of the type this path takes.
    WrongType,
    /// A request from another site.
    CrossSite,
    /// The server is busy or stopping; nothing was done.
    Busy,
    /// The disk is full: reading goes on, nothing new is accepted.
    Full,
    /// A defect of ours; nothing was done.
    Internal,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FieldFault {
    /// The field's name in the request.
    pub field: String,
    /// What is wrong, one of the reasons that the slice documents, such as `unknown_persona`.
    pub reason: String,
}

impl Fault {
    /// The HTTP status.
    pub const fn status(&self) -> u16 {
        match self {
            Fault::Malformed(_) | Fault::KeyMissing => 400,
            Fault::NotSignedIn => 401,
            Fault::Forbidden | Fault::CrossSite => 403,
            Fault::NotFound => 404,
            Fault::WrongMethod => 405,
            Fault::TooSlow => 408,
            Fault::Conflict(_) | Fault::NotNow(_) => 409,
            Fault::TooLarge(_) => 413,
            Fault::WrongType => 415,
            Fault::Invalid(_) | Fault::KeyReused => 422,
            Fault::TooMany(_) => 429,
            Fault::Internal => 500,
            Fault::Busy => 503,
            Fault::Full => 507,
        }
    }

    /// The stable name of the case, which screens and programs go by.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::NotSignedIn => "not_signed_in",
            Fault::Forbidden => "forbidden",
            Fault::NotFound => "not_found",
            Fault::Malformed(_) => "malformed",
            Fault::Invalid(_) => "invalid",
            Fault::Conflict(_) => "conflict",
            Fault::NotNow(_) => "not_now",
            Fault::KeyReused => "key_reused",
            Fault::KeyMissing => "key_missing",
            Fault::TooLarge(_) => "too_large",
            Fault::TooSlow => "too_slow",
            Fault::TooMany(_) => "too_many",
            Fault::WrongMethod => "wrong_method",
            Fault::WrongType => "wrong_type",
            Fault::CrossSite => "cross_site",
            Fault::Busy => "busy",
            Fault::Full => "full",
            Fault::Internal => "internal",
        }
    }

    /// A fault of one field.
    pub fn field(field: &str, reason: &str) -> Self {
        Fault::Invalid(vec![FieldFault { field: field.into(), reason: reason.into() }])
    }
}

/// A fault on the wire: RFC 9457 problem details, `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Problem {
    /// `/problems/` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The case in a few English words, for whoever reads the wire.
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// [`Fault::code`].
    pub code: String,
    /// What to quote when asking for help; the log has it too.
    pub reference: String,
    /// What was wrong with the request, for a programmer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub detail: Option<String>,
    /// What is wrong with which field; of `not_now`, on field `allowed` what may be done instead.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub errors: Vec<FieldFault>,
    /// The limit in bytes, the seconds to wait or the current version, where the case has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<u64>,
}

impl Problem {
    /// The fault as it travels, with the reference under which the log knows it.
    pub fn new(fault: &Fault, reference: String) -> Self {
        let code = fault.code();
        let (detail, errors, value) = match fault {
            Fault::Malformed(detail) => (Some(detail.clone()), Vec::new(), None),
            Fault::Invalid(errors) => (None, errors.clone(), None),
            Fault::NotNow(allowed) => {
                let allowed = allowed.iter();
                let field = |reason: &String| FieldFault {
                    field: "allowed".into(),
                    reason: reason.clone(),
                };
                (None, allowed.map(field).collect(), None)
            }
            Fault::Conflict(version) | Fault::TooLarge(version) => {
                (None, Vec::new(), Some(*version))
            }
            Fault::TooMany(seconds) => (None, Vec::new(), Some(u64::from(*seconds))),
            _ => (None, Vec::new(), None),
        };
        Self {
            kind: format!("/problems/{code}"),
            title: code.replace('_', " "),
            status: fault.status(),
            code: code.into(),
            reference,
            detail,
            errors,
            value,
        }
    }
}
