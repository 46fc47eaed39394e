//! Mail, to a folder or to memory.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use minicbor::{Decode, Encode};
use shared::calendar::{Day, Instant};

use super::{Delivery, Job, Kind, Running};
use crate::app::App;
use crate::clock::DAY;
use crate::fault::Result;

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Mail {
    /// To whom.
    #[n(0)]
    pub to: String,
    /// Subject, one line.
    #[n(1)]
    pub subject: String,
    /// Text.
    #[n(2)]
    pub body: String,
}

impl Mail {
    /// The job that sends it. `event` names what it tells of, see [`Job::dedupe`].
    ///
    /// # Errors
    /// None that can happen: the record encodes.
    pub fn job(&self, event: Option<String>) -> Result<Job> {
        let payload = minicbor::to_vec(self).context("a mail does not encode")?;
        Ok(Job { kind: KIND.name, payload, not_before: None, dedupe: event })
    }
}

/// Jobs that send a [`Mail`].
pub const KIND: Kind = Kind { name: "mail", run: deliver };

fn deliver(app: App, delivery: Delivery) -> Running {
    Box::pin(async move {
        let mail: Mail = minicbor::decode(&delivery.payload).context("a mail does not read")?;
        Ok(app.mailer().send(delivery.number, delivery.since, &mail)?)
    })
}

/// Carries mail.
pub trait Mailer: Send + Sync {
    /// Hands over the mail promised at a moment. The same number may come again after a crash and is then the same mail.
    ///
    /// # Errors
    /// Why it could not be handed over, without addresses or texts.
    fn send(&self, number: u64, since: Instant, mail: &Mail) -> anyhow::Result<()>;
}

/// Keeps mail in memory, by number.
#[derive(Clone, Debug, Default)]
pub struct MemoryMailer(Arc<Mutex<std::collections::BTreeMap<u64, Mail>>>);

impl MemoryMailer {
    /// What was handed over, in the order of the numbers.
    pub fn sent(&self) -> Vec<Mail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }
}

impl Mailer for MemoryMailer {
    fn send(&self, number: u64, _: Instant, mail: &Mail) -> anyhow::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(number, mail.clone());
        Ok(())
    }
}

/// Writes each mail into a file of a folder, from where a mail system or a person may take it.
#[derive(Clone, Debug)]
pub struct FolderMailer {
    /// The folder; made when it is needed.
    pub folder: PathBuf,
    /// The sender's address.
    pub from: String,
}

impl Mailer for FolderMailer {
    fn send(&self, number: u64, at: Instant, mail: &Mail) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.folder).context("the mail folder cannot be made")?;
        let file = self.folder.join(format!("{number:08}.eml"));
        let unfinished = file.with_extension("part");
        std::fs::write(&unfinished, message(number, at, &self.from, mail))
            .context("a mail cannot be written")?;
        std::fs::rename(&unfinished, &file).context("a mail cannot be put in its place")
    }
}

/// The mail as RFC 5322 wants it.
fn message(number: u64, at: Instant, from: &str, mail: &Mail) -> String {
    let body = mail.body.replace("\r\n", "\n").replace('\n', "\r\n");
    format!(
        "Date: {}\r\nFrom: {}\r\nTo: {}\r\nSubject: {}\r\nMessage-ID: <{number}.{}@cassetto>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nAuto-Submitted: auto-generated\r\n\r\n{body}\r\n",
        date(at),
        one_line(from),
        one_line(&mail.to),
        header_text(&mail.subject),
        at.millis(),
    )
}

/// Without line breaks, by which a value could pretend to be further headers.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A text in a header: as it is if it is ASCII, otherwise in encoded words of RFC 2047.
fn header_text(text: &str) -> String {
    let text = one_line(text);
    if text.is_ascii() {
        return text;
    }
    let mut words = Vec::new();
    let mut word = String::new();
    for character in text.chars() {
        let mut bytes = [0; 4];
        let encoded: String = match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => character.to_string(),
            _ => character
                .encode_utf8(&mut bytes)
                .bytes()
                .map(|byte| format!("={byte:02X}"))
                .collect(),
        };
        // An encoded word has at most 75 characters and never half a character.
        if word.len() + encoded.len() > 60 {
            words.push(std::mem::take(&mut word));
        }
        word.push_str(&encoded);
    }
    words.push(word);
    let words: Vec<String> = words.iter().map(|word| format!("=?utf-8?Q?{word}?=")).collect();
    words.join("\r\n ")
}

fn date(at: Instant) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let day = Day::from_epoch_days(at.millis().div_euclid(DAY));
    let seconds = at.millis().rem_euclid(DAY) / 1000;
    let month = MONTHS.into_iter().nth(day.month() as usize - 1).unwrap_or_default();
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!(
        "{}, {} {month} {} {hour:02}:{minute:02}:{second:02} +0000",
        day.weekday(),
        day.day(),
        day.year()
    )
}

#[cfg(test)]
mod tests {
    use super::{FolderMailer, Instant, Mail, Mailer, message};

    fn mail(to: &str, subject: &str) -> Mail {
        Mail { to: to.into(), subject: subject.into(), body: "Buongiorno,\ncosì è.".into() }
    }

    #[test]
    fn a_mail_is_a_message_of_rfc_5322() {
        let at = Instant::from_millis(1_791_964_800_000);
        let text = message(
            7,
            at,
            "cassetto@example.org",
            &mail("anna@example.org", "Nuovo accesso: è lei?"),
        );
        assert!(
            text.starts_with(
                "Date: Wed, 14 Oct 2026 08:00:00 +0000\r\nFrom: cassetto@example.org\r\n"
            ),
            "{text}"
        );
        assert!(
            text.contains("\r\nSubject: =?utf-8?Q?Nuovo=20accesso=3A=20=C3=A8=20lei=3F?=\r\n"),
            "{text}"
        );
        assert!(text.ends_with("\r\n\r\nBuongiorno,\r\ncosì è.\r\n"), "{text}");
        assert!(text.split("\r\n").all(|line| !line.contains('\n') && line.len() < 200));
    }

    #[test]
    fn no_header_can_be_smuggled_in() {
        let hostile = mail("anna@example.org\r\nBcc: all@example.org", "Hello\nX-Evil: 1");
        let text = message(1, Instant::from_millis(0), "cassetto@example.org", &hostile);
        assert!(!text.contains("\r\nBcc:") && !text.contains("\nX-Evil"), "{text}");
    }

    #[test]
    fn the_same_number_is_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = FolderMailer {
            folder: folder.path().join("mail"),
            from: "cassetto@example.org".into(),
        };
        for _ in 0..2 {
            mailer.send(3, Instant::from_millis(0), &mail("anna@example.org", "Hello")).unwrap();
        }
        let files: Vec<_> = std::fs::read_dir(&mailer.folder)
            .unwrap()
            .map(|file| file.unwrap().file_name())
            .collect();
        assert_eq!(files, ["00000003.eml"]);
    }
}
