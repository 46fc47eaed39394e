//! Replies read from JSON, for the size of the app: the text is read once into a plain tree, and types take themselves out of that.
//! A reply that does not fit tells nothing of why: nobody would read it, and the words would weigh more than the reading.
//!
//! The contract has whole numbers only; a fraction does not fit.

use std::fmt;
use std::vec::IntoIter;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::parse::parse;

/// A JSON value.
#[derive(Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Whole(i64),
    Text(String),
    List(Vec<Json>),
    Fields(Vec<(String, Json)>),
}

/// The text is no JSON, or not of the type asked for.
#[derive(Debug, PartialEq)]
pub(super) struct Unfit;

/// Reads a value of some type.
///
/// # Errors
/// [`Unfit`].
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unfit> {
    T::deserialize(parse(text).ok_or(Unfit)?)
}

impl<'de> Deserializer<'de> for Json {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(value),
            Json::Whole(value) => match u64::try_from(value) {
                Ok(value) => visitor.visit_u64(value),
                Err(_) => visitor.visit_i64(value),
            },
            Json::Text(text) => visitor.visit_string(text),
            Json::List(items) => visitor.visit_seq(Items(items.into_iter())),
            Json::Fields(fields) => {
                visitor.visit_map(Fields { fields: fields.into_iter(), value: None })
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Json::Text(text) => visitor.visit_str(&text),
            _ => Err(Unfit),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Json::Text(text) => visitor.visit_string(text),
            _ => Err(Unfit),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Json::Null => visitor.visit_none(),
            there => visitor.visit_some(there),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Json::List(items) => visitor.visit_seq(Items(items.into_iter())),
            _ => Err(Unfit),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Json::Fields(fields) => {
                visitor.visit_map(Fields { fields: fields.into_iter(), value: None })
            }
            _ => Err(Unfit),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_enum(match self {
            Json::Fields(mut fields) => {
                let (name, content) = fields.pop().filter(|_| fields.is_empty()).ok_or(Unfit)?;
                Variant { name: Json::Text(name), content }
            }
            name => Variant { name, content: Json::Null },
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct Items(IntoIter<Json>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Unfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unfit> {
        self.0.next().map(|item| seed.deserialize(item)).transpose()
    }
}

struct Fields {
    fields: IntoIter<(String, Json)>,
    value: Option<Json>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unfit> {
        let Some((name, value)) = self.fields.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(Json::Text(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unfit> {
        seed.deserialize(self.value.take().ok_or(Unfit)?)
    }
}

/// One choice of several, with what belongs to it.
struct Variant {
    name: Json,
    content: Json,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unfit;
    type Variant = Json;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Json), Unfit> {
        Ok((seed.deserialize(self.name)?, self.content))
    }
}

impl<'de> VariantAccess<'de> for Json {
    type Error = Unfit;

    fn unit_variant(self) -> Result<(), Unfit> {
        if self == Json::Null { Ok(()) } else { Err(Unfit) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Unfit> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_map(visitor)
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("unfit")
    }
}

impl std::error::Error for Unfit {}

/// Every reason is the same one: the texts that serde would write are never reached, and so never linked.
impl Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unfit
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Unfit
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Unfit
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Unfit
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Unfit
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Unfit
    }

    fn missing_field(_: &'static str) -> Self {
        Unfit
    }

    fn duplicate_field(_: &'static str) -> Self {
        Unfit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        Wrapped(u8),
        Two(i64, String),
        Named { inside: Option<bool> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Whole {
        text: String,
        kinds: Vec<Kind>,
        pair: (u64, i64),
        #[serde(default)]
        spare: Vec<String>,
        absent: Option<u32>,
    }

    #[test]
    fn what_the_server_writes_comes_back_as_it_was() {
        let whole = Whole {
            text: "forno \"Ai Tigli\" \\ Südtirol \u{1f950}\n".to_owned(),
            kinds: vec![
                Kind::Plain,
                Kind::Wrapped(7),
                Kind::Two(-3, "x".to_owned()),
                Kind::Named { inside: Some(true) },
                Kind::Named { inside: None },
            ],
            pair: (u64::from(u32::MAX) * 1_000, i64::MIN),
            spare: Vec::new(),
            absent: None,
        };
        assert_eq!(read::<Whole>(&serde_json::to_string(&whole).unwrap()), Ok(whole));
    }

    #[test]
    fn a_newer_server_may_say_more_and_an_optional_thing_be_left_out() {
        let text =
            r#" { "text": "a", "new": [{"deep": [1.5, null]}], "kinds": [], "pair": [1, 2] } "#;
        assert!(read::<Whole>(text).is_err(), "the contract has no fractions");
        let whole = read::<Whole>(&text.replace("1.5", "15")).unwrap();
        assert_eq!((whole.absent, whole.spare), (None, Vec::<String>::new()));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(read::<u8>("300"), Err(Unfit));
        assert_eq!(read::<u8>("-1"), Err(Unfit));
        assert_eq!(read::<String>("1"), Err(Unfit));
        assert_eq!(read::<Kind>("\"Other\""), Err(Unfit));
        assert_eq!(read::<Kind>("\"Wrapped\""), Err(Unfit));
        assert_eq!(read::<Kind>(r#"{"Plain":null,"Wrapped":1}"#), Err(Unfit));
        assert_eq!(read::<Whole>(r#"{"text":"a"}"#), Err(Unfit));
        assert_eq!(read::<()>("null"), Ok(()));
    }
}
