//! A request that is being written.

use serde::{Deserialize, Serialize};

use super::topics::{SHORTEST_REASON, TopicId};
use crate::attachments::{LIMITS, is_unseen};
use crate::calendar::Month;
use crate::ids::{AttachmentId, CompanyId, RequestId};

/// Most characters of the subject line.
pub const LONGEST_SUBJECT: usize = 120;
/// Most characters of a text.
pub const LONGEST_TEXT: usize = 10_000;
/// Most documents of a message.
pub const MOST_ATTACHMENTS: usize = LIMITS.files;

/// What a request was opened from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum About {
    /// A piece of evidence, by its key.
    Evidence(String),
    /// A rectification notice, by its key.
    Notice(String),
    /// A record of an archive, by the slug of its section and its key.
    Record {
        /// The section.
        section: String,
        /// The key.
        key: String,
    },
    /// A month of competence.
    Month(Month),
    /// An earlier request, which this one follows.
    Request(RequestId),
}

/// A request that is being written: whatever there is of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
    /// The position it is about; none for the company as a whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// About what.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub topic: Option<TopicId>,
    /// What it was opened from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<About>,
    /// In a few words, at most [`LONGEST_SUBJECT`] characters.
    #[serde(default)]
    pub subject: String,
    /// What is asked, at most [`LONGEST_TEXT`] characters.
    #[serde(default)]
    pub text: String,
    /// Documents, at most [`MOST_ATTACHMENTS`].
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<AttachmentId>,
    /// The number to call, where the customer wants to be called.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub phone: Option<String>,
}

/// What keeps a draft from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// No company.
    NoCompany,
    /// No topic, or none that there is.
    NoTopic,
    /// No subject line.
    NoSubject,
    /// A subject line that is too long.
    LongSubject,
    /// No text.
    NoText,
    /// A text that is too long.
    LongText,
    /// A text that does not say why no other topic fits, where it must.
    NoReason,
    /// Characters that are no text.
    Characters,
    /// The same in the subject, or more lines than one.
    SubjectCharacters,
    /// Too many documents, or one twice.
    Attachments,
    /// A telephone number that is none.
    Phone,
    /// Of what an office writes: a placeholder of a text module that is left in the text.
    Unfilled,
}

impl About {
    /// How long its names are, which come from an address: all of them are short.
    pub const fn length(&self) -> usize {
        match self {
            Self::Evidence(key) | Self::Notice(key) => key.len(),
            Self::Record { section, key } => section.len() + key.len(),
            Self::Month(_) | Self::Request(_) => 0,
        }
    }
}

impl Problem {
    /// The field it is about, and the reason as a fault names it.
    pub const fn field(self) -> (&'static str, &'static str) {
        match self {
            Self::NoCompany => ("company", "empty"),
            Self::NoTopic => ("topic", "empty"),
            Self::NoSubject => ("subject", "empty"),
            Self::LongSubject => ("subject", "too_long"),
            Self::NoText => ("text", "empty"),
            Self::LongText => ("text", "too_long"),
            Self::NoReason => ("text", "too_short"),
            Self::Characters => ("text", "characters"),
            Self::SubjectCharacters => ("subject", "characters"),
            Self::Attachments => ("attachments", "too_many"),
            Self::Phone => ("phone", "not_a_number"),
            Self::Unfilled => ("text", "unfilled"),
        }
    }
}

/// Whether a text holds nothing but what can be shown as it was written: neither controls nor marks that turn words round, so that a name
/// reads otherwise than it is.
pub fn is_text(text: &str) -> bool {
    let turns = |c| matches!(c, '\u{202b}' | '\u{202e}' | '\u{2067}');
    !text.chars().any(|c| turns(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t')))
}

/// Whether there is nothing to read in a text.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// Most characters of a telephone number, with whatever stands between its digits.
const LONGEST_PHONE: usize = 40;

/// Whether a text is a telephone number, however it is written.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits)
        && text.len() <= LONGEST_PHONE
        && text.chars().all(|c| c.is_ascii_digit() || "+ /-.()".contains(c))
}

/// Whether words are more than is kept: twice what can be sent, for somebody pastes first and shortens then; of a subject line as well, which
/// may be a text in the wrong place.
pub fn is_beyond_keeping(text: &str) -> bool {
    text.chars().count() > 2 * LONGEST_TEXT
}

/// What keeps the draft from being sent; nothing if it is ready. `is_topic` says whether there is such a topic: the server knows, a device
/// takes what it was offered.
pub fn check(draft: &Draft, is_topic: impl Fn(TopicId) -> bool) -> Vec<Problem> {
    let (subject, text) = (draft.subject.trim(), draft.text.trim());
    let is_twice = |at: usize, id: &AttachmentId| draft.attachments[..at].contains(id);
    let twice = draft.attachments.iter().enumerate().any(|(at, id)| is_twice(at, id));
    let needs_reason = draft.topic.is_some_and(TopicId::needs_reason);
    let length = text.chars().count();
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    [
        (draft.company.is_none(), Problem::NoCompany),
        (!draft.topic.is_some_and(is_topic), Problem::NoTopic),
        (is_blank(subject), Problem::NoSubject),
        (subject.chars().count() > LONGEST_SUBJECT, Problem::LongSubject),
        (is_blank(text), Problem::NoText),
        (length > LONGEST_TEXT, Problem::LongText),
        (needs_reason && (1..SHORTEST_REASON).contains(&length), Problem::NoReason),
        (!is_text(subject) || subject.contains(breaks), Problem::SubjectCharacters),
        (!is_text(text), Problem::Characters),
        (draft.attachments.len() > MOST_ATTACHMENTS || twice, Problem::Attachments),
        (!draft.phone.as_deref().is_none_or(is_phone), Problem::Phone),
    ]
    .into_iter()
    .filter_map(|(wrong, problem)| wrong.then_some(problem))
    .collect()
}
