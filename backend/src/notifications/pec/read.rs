//! A receipt as a provider of certified mail writes it: what it is, and of which message, stands in headers of its own.

use mail_parser::{Message, MessageParser};
use shared::calendar::Instant;
use shared::notifications::Receipt;

use super::Flaw;

/// Most bytes of a mail that is read: one that gives the whole message back is far below that.
pub(super) const MOST: u64 = 4 * 1024 * 1024;

/// What a receipt says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub receipt: Receipt,
    pub at: Instant,
    /// The id of the message that it is of.
    pub of: String,
}

/// Reads the headers of a mail; what follows them is looked at by nobody.
///
/// # Errors
/// Why it is no receipt.
pub(super) fn read(mail: &[u8]) -> Result<Read, Flaw> {
    let mail = MessageParser::default().parse_headers(mail).ok_or(Flaw::NoMail)?;
    let kind = only(&mail, "X-Ricevuta")?.ok_or(Flaw::NoReceipt)?;
    let receipt = receipt(&kind).ok_or(Flaw::UnknownKind)?;
    let of = only(&mail, "X-Riferimento-Message-ID")?.ok_or(Flaw::NoReference)?;
    let date = mail.date().filter(|date| date.is_valid()).ok_or(Flaw::NoDate)?;
    Ok(Read { receipt, at: Instant::from_millis(date.to_timestamp() * 1000), of })
}

/// What a header says, without the blanks by which it is folded. One that stands there twice could be read in two ways.
fn only(mail: &Message<'_>, name: &str) -> Result<Option<String>, Flaw> {
    let mut found = mail.headers_raw().filter(|(header, _)| header.eq_ignore_ascii_case(name));
    let value = found.next().map(|(_, value)| value.split_whitespace().collect());
    match found.next() {
        None => Ok(value),
        Some(_) => Err(Flaw::Twice),
    }
}

/// The kinds that come to a sender; others are between providers.
fn receipt(kind: &str) -> Option<Receipt> {
    Some(match kind.to_ascii_lowercase().as_str() {
        "accettazione" => Receipt::Accepted,
        "non-accettazione" => Receipt::NotAccepted,
        "avvenuta-consegna" => Receipt::Delivered,
        "preavviso-errore-consegna" => Receipt::Late,
        "errore-consegna" => Receipt::Undelivered,
        "rilevazione-virus" => Receipt::Virus,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATE: &str = "Date: Wed, 14 Oct 2026 10:00:05 +0200\r\n";
    const KIND: &str = "X-Ricevuta: avvenuta-consegna\r\n";
    const OF: &str = "X-Riferimento-Message-ID:\r\n <n00000007.1791964800000@pec.example.it>\r\n";

    fn mail(headers: &[&str]) -> Vec<u8> {
        [
            &headers.concat(),
            "From: posta-certificata@pec.example.it\r\n\r\nX-Ricevuta: accettazione\r\n",
        ]
        .concat()
        .into_bytes()
    }

    #[test]
    fn the_headers_say_what_became_of_which_message() {
        let said = read(&mail(&[DATE, KIND, OF])).unwrap();
        assert_eq!(said.receipt, Receipt::Delivered, "what the text pretends is no header");
        assert_eq!(said.of, "<n00000007.1791964800000@pec.example.it>", "unfolded");
        assert_eq!(said.at.millis(), 1_791_964_805_000);
    }

    #[test]
    fn what_is_no_receipt_is_refused_for_what_it_is() {
        let of = |headers: &[&str]| read(&mail(headers)).unwrap_err();
        assert_eq!(read(b"").unwrap_err(), Flaw::NoMail);
        assert_eq!(of(&[DATE, OF]), Flaw::NoReceipt);
        assert_eq!(of(&[DATE, OF, "X-Ricevuta: presa-in-carico\r\n"]), Flaw::UnknownKind);
        assert_eq!(of(&[DATE, KIND]), Flaw::NoReference);
        assert_eq!(of(&[KIND, OF]), Flaw::NoDate);
        assert_eq!(of(&[KIND, OF, "Date: Wed, 77 Oct 2026 99:00:05 +0200\r\n"]), Flaw::NoDate);
        assert_eq!(of(&[DATE, KIND, OF, "x-ricevuta: errore-consegna\r\n"]), Flaw::Twice);
        assert_eq!(of(&[DATE, KIND, OF, OF]), Flaw::Twice);
        for junk in [&[0_u8; 64][..], b"\xff\xfe\x00X-Ricevuta", b"MZ\x90\x00", b":\r\n:\r\n"] {
            assert!(read(junk).is_err());
        }
    }
}
