//! The JSON of a register extract. Unknown fields are refused; every text remembers where it stands.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

/// A company on the day of the extract.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company<'a> {
    #[serde(borrow)]
    pub tax_code: Raw<'a>,
    #[serde(borrow)]
    pub name: Raw<'a>,
    #[serde(borrow, default)]
    pub vat: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub legal_form: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub address: Option<Address<'a>>,
    #[serde(borrow, default)]
    pub rea: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub ateco: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub started: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub pec: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub email: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub phone: Option<Raw<'a>>,
    #[serde(borrow)]
    pub extracted: Raw<'a>,
    #[serde(default)]
    pub principal: bool,
    #[serde(borrow, default)]
    pub positions: Vec<Position<'a>>,
    #[serde(borrow, default)]
    pub persons: Vec<Person<'a>>,
}

/// A postal address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address<'a> {
    #[serde(borrow)]
    pub street: Raw<'a>,
    #[serde(borrow)]
    pub postcode: Raw<'a>,
    #[serde(borrow)]
    pub town: Raw<'a>,
    #[serde(borrow)]
    pub province: Raw<'a>,
}

/// A contribution position.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position<'a> {
    #[serde(borrow)]
    pub matricola: Raw<'a>,
    #[serde(borrow)]
    pub office: Raw<'a>,
    #[serde(borrow)]
    pub opened: Raw<'a>,
    #[serde(borrow)]
    pub states: Vec<State<'a>>,
    #[serde(borrow)]
    pub periods: Vec<Period<'a>>,
}

/// A state of a position and since when.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State<'a> {
    #[serde(borrow)]
    pub state: Raw<'a>,
    #[serde(borrow)]
    pub from: Raw<'a>,
    #[serde(borrow, default)]
    pub entered: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub entered_by: Option<Raw<'a>>,
}

/// A classification of a position.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period<'a> {
    #[serde(borrow)]
    pub from: Raw<'a>,
    #[serde(borrow, default)]
    pub to: Option<Raw<'a>>,
    #[serde(borrow)]
    pub csc: Raw<'a>,
    #[serde(borrow, default)]
    pub cas: Vec<Raw<'a>>,
    #[serde(borrow, default)]
    pub ateco: Option<Raw<'a>>,
    #[serde(default)]
    pub self_employed: Option<u32>,
}

/// A person connected with the company.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person<'a> {
    #[serde(borrow)]
    pub first_name: Raw<'a>,
    #[serde(borrow)]
    pub surname: Raw<'a>,
    #[serde(borrow)]
    pub tax_code: Raw<'a>,
    #[serde(borrow)]
    pub charge: Raw<'a>,
    #[serde(default)]
    pub representative: bool,
    #[serde(borrow)]
    pub since: Raw<'a>,
    #[serde(borrow, default)]
    pub until: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub residence: Option<Address<'a>>,
    #[serde(borrow, default)]
    pub citizenship: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub charge_code: Option<Raw<'a>>,
    #[serde(borrow, default)]
    pub deed: Option<Raw<'a>>,
    #[serde(default)]
    pub years: Option<u8>,
    #[serde(borrow, default)]
    pub signature: Option<Raw<'a>>,
    #[serde(default)]
    pub elector: Option<bool>,
    #[serde(default)]
    pub certified: Option<bool>,
}

/// A text; borrowed from the file unless it holds escapes, so that its place can be found.
pub struct Raw<'a>(pub Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
        Ok(Raw(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw<'de>, E> {
        Ok(Raw(Cow::Owned(text.to_owned())))
    }
}
