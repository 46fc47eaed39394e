//! What becomes of it for one company.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fiscal::TaxCode;
use crate::ids::RequestId;
use crate::register::ProtocolNumber;

/// How far a bulk request is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It is being written; the rows say what would become of them.
    #[default]
    Written,
    /// It is being sent, row by row.
    Sending,
    /// It is over; every row says what became of it.
    Done,
}

/// Why nothing is sent about a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The caller has no delegation for it, or there is none such: which of both is not said.
    Unknown,
    /// It has no position, so that no office is competent.
    NoPosition,
    /// All its positions have ceased for good.
    Ceased,
    /// The office of its position is none that there is.
    NoOffice,
    /// With its name in it subject or text are too long.
    TooLong,
    /// One cannot ask its office about the topic at present.
    NotOffered,
    /// What it was named by is no tax code.
    NotACode,
}

impl Obstacle {
    /// Every obstacle.
    pub const ALL: [Self; 7] = [
        Self::Unknown,
        Self::NoPosition,
        Self::Ceased,
        Self::NoOffice,
        Self::TooLong,
        Self::NotOffered,
        Self::NotACode,
    ];

    /// Why nothing is sent about what is no company of the caller's, by the code that it was named by, if it was by one: whether there is such
    /// a company is not said, but what is wrong with a code anybody can reckon.
    pub fn of_stranger(code: &str) -> Self {
        match code.is_empty() || TaxCode::parse(code).is_ok() {
            true => Self::Unknown,
            false => Self::NotACode,
        }
    }
}

/// What was sent about a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Sent {
    /// The request.
    pub request: RequestId,
    /// Its protocol number.
    pub protocol: ProtocolNumber,
}

/// A company, and what becomes of it: before it is sent what would, afterwards what did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Row {
    /// Which, from 1.
    pub number: u32,
    /// Its tax code, as it was given.
    pub tax_code: String,
    /// Its name, where the caller may know it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// The position it is about: the first that is active, or else the first that has not ceased.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub matricola: Option<String>,
    /// The name of the office that answers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub office: Option<String>,
    /// When the answer is expected.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expected: Option<Day>,
    /// Why nothing is sent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub obstacle: Option<Obstacle>,
    /// What was sent.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sent: Option<Sent>,
}

#[cfg(test)]
mod tests {
    use super::Obstacle;

    #[test]
    fn a_code_that_is_none_is_said_and_of_one_that_is_whether_there_is_a_company_is_not() {
        for code in ["12345678903", "RSSMRA85T10A562S", "rss mra 85t10 a562s", ""] {
            assert_eq!(Obstacle::of_stranger(code), Obstacle::Unknown, "{code}");
        }
        for code in ["12345678904", "00000000000", "1234567890", "RSSMRA80A01H501X", "x"] {
            assert_eq!(Obstacle::of_stranger(code), Obstacle::NotACode, "{code}");
        }
    }
}
