//! What a colour means. A tone is always said in words (and mostly with an icon) too.

use super::icon::IconName;

/// The colour family of a tag, an icon tile or a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to say about it.
    #[default]
    Grey,
    /// New, in progress, informative.
    Blue,
    /// In order.
    Green,
    /// Needs attention.
    Orange,
    /// Wrong or overdue.
    Red,
}

impl Tone {
    /// The class that colours an element.
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Grey => "tone-grey",
            Tone::Blue => "tone-blue",
            Tone::Green => "tone-green",
            Tone::Orange => "tone-orange",
            Tone::Red => "tone-red",
        }
    }

    /// The icon that says the same as the colour.
    pub const fn icon(self) -> Option<IconName> {
        match self {
            Tone::Grey | Tone::Blue => None,
            Tone::Green => Some(IconName::Check),
            Tone::Orange => Some(IconName::AlertCircle),
            Tone::Red => Some(IconName::XCircle),
        }
    }
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Severity {
    /// Something worth knowing.
    #[default]
    Info,
    /// It worked.
    Success,
    /// It will need attention.
    Warning,
    /// It did not work.
    Error,
}

impl Severity {
    /// The colour family of the severity.
    pub const fn tone(self) -> Tone {
        match self {
            Severity::Info => Tone::Blue,
            Severity::Success => Tone::Green,
            Severity::Warning => Tone::Orange,
            Severity::Error => Tone::Red,
        }
    }

    /// The icon of the severity.
    pub const fn icon(self) -> IconName {
        match self {
            Severity::Info => IconName::Info,
            Severity::Success => IconName::CheckCircle,
            Severity::Warning => IconName::AlertCircle,
            Severity::Error => IconName::XCircle,
        }
    }
}
