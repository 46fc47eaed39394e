//! A letter, and the mail it becomes.

use std::time::{Duration, UNIX_EPOCH};

use lettre::Message;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use shared::calendar::Instant;
use shared::notifications::Why;

use super::Trouble;

/// Something to be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Names it, in letters, digits and hyphens: the same at each attempt, so that the other side can tell it came before.
    pub key: String,
    /// When it was promised.
    pub since: Instant,
    /// Address or number.
    pub to: String,
    /// One line; text messages have none.
    pub subject: String,
    /// Text.
    pub body: String,
}

impl Letter {
    /// The letter as a message of RFC 5322. Its id is made of what names it, so an attempt repeated after a crash is the same message.
    ///
    /// # Errors
    /// [`Why::AddressRefused`] if an address is none.
    pub(super) fn message(&self, from: &str) -> Result<Message, Trouble> {
        let address = |text: &str| {
            text.parse::<Mailbox>()
                .map_err(|_| Trouble::new(Why::AddressRefused, "it does not read as an address"))
        };
        let from = address(from)?;
        let id = format!("<{}.{}@{}>", self.key, self.since.millis(), from.email.domain());
        let since = u64::try_from(self.since.millis()).unwrap_or_default();
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .date(UNIX_EPOCH + Duration::from_millis(since))
            .message_id(Some(id))
            .from(from)
            .to(address(&self.to)?)
            .subject(one_line(&self.subject))
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(self.body.clone())
            .map_err(|error| Trouble::new(Why::Refused, error.to_string()))
    }

    /// What names the letter whose message has an id, and when it was promised.
    pub fn of_id(id: &str) -> Option<(&str, Instant)> {
        let (named, _domain) = id.strip_prefix('<')?.strip_suffix('>')?.split_once('@')?;
        let (key, since) = named.split_once('.')?;
        Some((key, Instant::from_millis(since.parse().ok()?)))
    }
}

/// Without line breaks, by which a value could pretend to be further headers.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Instant, Letter, Why};

    fn letter(to: &str, subject: &str) -> Letter {
        Letter {
            key: "7".to_owned(),
            since: Instant::from_millis(1_791_964_800_000),
            to: to.to_owned(),
            subject: subject.to_owned(),
            body: "Buongiorno,\ncosì è.".to_owned(),
        }
    }

    fn text(letter: &Letter) -> String {
        String::from_utf8(letter.message("cassetto@example.org").unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_letter_is_a_message_of_rfc_5322() {
        let text = text(&letter("anna@example.org", "Nuovo accesso: è lei?"));
        for line in [
            "Date: Wed, 14 Oct 2026 08:00:00 +0000",
            "Message-ID: <7.1791964800000@example.org>",
            "From: cassetto@example.org",
            "To: anna@example.org",
            "Auto-Submitted: auto-generated",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in {text}");
        }
        assert!(text.is_ascii() && text.split("\r\n").all(|line| !line.contains('\n')), "{text}");
    }

    #[test]
    fn the_id_of_a_message_says_which_letter_it_is() {
        let of = |id| Letter::of_id(id).map(|(key, since)| (key, since.millis()));
        assert_eq!(of("<7.1791964800000@example.org>"), Some(("7", 1_791_964_800_000)));
        for other in ["7.1791964800000@example.org", "<7@example.org>", "<7.x@example.org>", ""] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn no_header_can_be_smuggled_in() {
        let evil = text(&letter("anna@example.org", "Hello\r\nX-Evil: 1"));
        assert!(!evil.contains("\nX-Evil"), "{evil}");
        let bcc = letter("anna@example.org\r\nBcc: all@example.org", "Hello");
        let refused = bcc.message("cassetto@example.org").unwrap_err();
        assert_eq!(refused.why, Why::AddressRefused);
    }
}
