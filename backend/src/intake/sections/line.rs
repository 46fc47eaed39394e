//! The JSON of a line. Unknown names are refused; every value remembers where it stands.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line<'a> {
    #[serde(borrow)]
    pub section: &'a RawValue,
    #[serde(borrow)]
    pub company: &'a RawValue,
    #[serde(borrow)]
    pub op: &'a RawValue,
    #[serde(borrow)]
    pub record: Record<'a>,
}

/// The fields of a record as they stand there: names, perhaps twice, and values.
pub struct Record<'a>(pub Vec<(Name<'a>, &'a RawValue)>);

/// A name as it stands there.
#[derive(Deserialize)]
pub struct Name<'a>(#[serde(borrow)] pub Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Record<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Record<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a record")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Record<'de>, M::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Record(fields))
    }
}

/// What a JSON value holds.
pub enum Value<'a> {
    /// `null`.
    Nothing,
    /// A text, without its quotes and escapes.
    Text(Cow<'a, str>),
    /// A number, as it is written.
    Number(&'a str),
    /// `true` or `false`.
    Flag(&'a str),
    /// An array or an object.
    Other,
}

impl<'a> Value<'a> {
    /// The value of a piece of JSON.
    pub fn of(raw: &'a RawValue) -> Self {
        let text = raw.get();
        match text.as_bytes().first() {
            Some(b'n') => Value::Nothing,
            Some(b't' | b'f') => Value::Flag(text),
            Some(b'"') => match serde_json::from_str::<Name<'a>>(text) {
                Ok(Name(text)) => Value::Text(text),
                Err(_) => Value::Other,
            },
            Some(b'{' | b'[') | None => Value::Other,
            Some(_) => Value::Number(text),
        }
    }
}
