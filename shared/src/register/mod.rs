//! The register of what comes in and goes out (protocollo; art. 53 DPR 445/2000): one gapless series of numbers for each office, direction
//! and year. A number of it is never given by hand, never given twice, and what is annulled stays readable.

mod calls;
mod emergency;

pub use calls::{
    Annul, Annulled, Closed, ClosedDay, Days, Enclosed, Export, ExportDays, ExportFound, Find,
    LONGEST_REASON, LONGEST_SEARCH, Line, READERS, Show, Shown, USUAL_SEARCH, Verified, Verify,
};
pub use emergency::{Emergency, Recover};

use core::fmt::{Display, Formatter, Result as FmtResult};
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::Instant;
use crate::offices::OfficeCode;
use crate::parsed;

/// Whether something was received or sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Received: *entrata*, `E`.
    In,
    /// Sent: *uscita*, `U`.
    Out,
}

/// A protocol number: `7010.E.2026.0000042`. At least seven digits (AgID, guidelines on documents, 2021); it begins again each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(
        with = "String",
        inline,
        extend("pattern" = "^[0-9]{4}\\.[EU]\\.[0-9]{4}\\.[0-9]{7,}$")
    )
)]
pub struct ProtocolNumber {
    /// Whose register.
    pub office: OfficeCode,
    /// Received or sent.
    pub direction: Direction,
    /// The year in Rome.
    pub year: u16,
    /// Which of the year, from 1 without gaps.
    pub number: u64,
}

impl Display for ProtocolNumber {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        let direction = match self.direction {
            Direction::In => 'E',
            Direction::Out => 'U',
        };
        write!(f, "{}.{direction}.{:04}.{:07}", self.office, self.year, self.number)
    }
}

impl FromStr for ProtocolNumber {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a protocol number such as 7010.E.2026.0000042";
        let parts: Vec<&str> = text.split('.').collect();
        let [office, direction, year, number] = parts.as_slice() else { return Err(wrong) };
        let direction = match *direction {
            "E" => Direction::In,
            "U" => Direction::Out,
            _ => return Err(wrong),
        };
        let office = OfficeCode::parse(office).map_err(|_| wrong)?;
        let year = year.parse().map_err(|_| wrong)?;
        let read = Self { office, direction, year, number: number.parse().map_err(|_| wrong)? };
        // Only the one way in which it is written.
        if read.to_string() == text { Ok(read) } else { Err(wrong) }
    }
}

impl Serialize for ProtocolNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ProtocolNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "a protocol number", Self::from_str)
    }
}

/// What the register says of a document: the receipt of art. 18-bis L. 241/1990.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Registered {
    /// Its number.
    pub number: ProtocolNumber,
    /// When it was registered, which is when it was presented.
    pub at: Instant,
    /// SHA-256 of the text followed by the SHA-256 of each file (32 bytes, in their order), in hexadecimal. The text of an answer is what
    /// was decided, the law, the next step, the last day to contest it (`2026-11-30`) and the outcome in Italian, that of a closing the
    /// reason and the outcome: a line each, an empty one for what was not said.
    pub digest: String,
}

/// Digits of a digest that are its code: as many as nobody finds by trying (DESIGN).
const CODE_DIGITS: usize = 16;

/// The code of a digest, for whoever types it: its first digits in groups of four, `3f2a-9b01-77c4-d0e8`.
pub fn code(digest: &str) -> String {
    let digits: Vec<char> = digest.chars().take(CODE_DIGITS).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// Whether what somebody typed is a digest in hexadecimal, or its [`code`]; case, blanks and hyphens do not matter.
pub fn names_digest(typed: &str, digest: &str) -> bool {
    let is_gap = |c: char| c.is_whitespace() || c == '-';
    let typed: String = typed.chars().filter(|c| !is_gap(*c)).collect();
    let code = digest.get(..CODE_DIGITS);
    typed.eq_ignore_ascii_case(digest) || code.is_some_and(|code| typed.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_named_by_its_code_and_by_nothing_shorter() {
        let digest = "3f2a9b0177c4d0e8".repeat(4);
        assert_eq!(code(&digest), "3f2a-9b01-77c4-d0e8");
        for typed in
            [digest.as_str(), &code(&digest), "3F2A 9B01 77C4 D0E8", &digest.to_uppercase()]
        {
            assert!(names_digest(typed, &digest), "{typed}");
        }
        for typed in ["", "3f2a-9b01-77c4", &digest[..17], "0f2a-9b01-77c4-d0e8"] {
            assert!(!names_digest(typed, &digest), "{typed}");
        }
    }

    #[test]
    fn a_number_is_written_in_one_way() {
        for text in ["7010.E.2026.0000042", "0100.U.2027.12345678"] {
            assert_eq!(text.parse::<ProtocolNumber>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "7010.E.2026.42",
            "7010.X.2026.0000042",
            "701.E.2026.0000042",
            "7010.E.2026.0000042.",
        ] {
            assert!(text.parse::<ProtocolNumber>().is_err(), "{text}");
        }
    }
}
