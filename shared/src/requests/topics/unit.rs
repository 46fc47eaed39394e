//! The parts of an office: each has a code that is stored and never means another one; what it is called is the administrator's.

use core::fmt::{Debug, Display, Formatter, Result as FmtResult};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::lang::Lang;
use crate::parsed;
use crate::requests::Words;

/// Most characters of a code.
pub const LONGEST_UNIT: usize = 24;
/// Most characters of what a unit is called.
pub const LONGEST_UNIT_NAME: usize = 60;

/// The part of an office that answers about a topic, by its code: `wage_support`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(inline, extend("pattern" = "^[a-z][a-z0-9_]{0,23}$"))
)]
pub struct Unit(#[cfg_attr(feature = "openapi", schemars(with = "String"))] [u8; LONGEST_UNIT]);

impl Unit {
    /// Registry data and classification.
    pub const REGISTRY: Self = Self::of("registry");
    /// Returns.
    pub const RETURNS: Self = Self::of("returns");
    /// Payments, credits, refunds.
    pub const ACCOUNTING: Self = Self::of("accounting");
    /// Rectification notices.
    pub const MANAGEMENT: Self = Self::of("management");
    /// DURC.
    pub const REGULARITY: Self = Self::of("regularity");
    /// Recovery of what is owed.
    pub const RECOVERY: Self = Self::of("recovery");
    /// Contribution benefits.
    pub const BENEFITS: Self = Self::of("benefits");
    /// Wage support.
    pub const WAGE_SUPPORT: Self = Self::of("wage_support");
    /// Inspections and disputes.
    pub const INSPECTIONS: Self = Self::of("inspections");
    /// Whatever has no unit of its own: every office has it.
    pub const FRONT_OFFICE: Self = Self::of("front_office");

    /// Those that are shipped, in the order in which they were counted before there were others.
    pub const SHIPPED: [Self; 10] = [
        Self::REGISTRY,
        Self::RETURNS,
        Self::ACCOUNTING,
        Self::MANAGEMENT,
        Self::REGULARITY,
        Self::RECOVERY,
        Self::BENEFITS,
        Self::WAGE_SUPPORT,
        Self::INSPECTIONS,
        Self::FRONT_OFFICE,
    ];

    /// The unit of a code, whether or not there is one.
    ///
    /// # Errors
    /// `empty`, `too_long` or `characters`.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        match text.as_bytes() {
            [] => Err("empty"),
            bytes if bytes.len() > LONGEST_UNIT => Err("too_long"),
            [first, rest @ ..]
                if first.is_ascii_lowercase() && rest.iter().all(|one| fits(*one)) =>
            {
                Ok(Self::of(text))
            }
            _ => Err("characters"),
        }
    }

    /// The unit of a text known to be a code.
    const fn of(text: &str) -> Self {
        let (mut bytes, from, mut at) = ([0; LONGEST_UNIT], text.as_bytes(), 0);
        while at < from.len() && at < LONGEST_UNIT {
            bytes[at] = from[at];
            at += 1;
        }
        Self(bytes)
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        // It is ASCII and then noughts, so the default never shows.
        core::str::from_utf8(&self.0).unwrap_or_default().trim_end_matches('\0')
    }
}

impl Display for Unit {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str(self.as_str())
    }
}

impl Debug for Unit {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        Debug::fmt(self.as_str(), formatter)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed::deserialize(deserializer, "the code of a unit", Self::parse)
    }
}

/// A unit and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedUnit {
    /// Which.
    pub unit: Unit,
    /// What it is called.
    pub name: Words,
    /// Whether nothing is given to it any more; what it has goes on, and keeps its name.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub withdrawn: bool,
}

impl NamedUnit {
    /// What keeps it from being kept: the field, as `it.name` or `withdrawn`, and the reason: `empty`, `too_long`, `characters` or `needed`.
    pub fn check(&self) -> Vec<(String, &'static str)> {
        let mut wrong = Vec::new();
        for lang in Lang::ALL {
            let name = self.name.of(lang);
            let flaws = [
                (name.trim().is_empty(), "empty"),
                (name.chars().count() > LONGEST_UNIT_NAME, "too_long"),
                (name.chars().any(char::is_control), "characters"),
            ];
            let first = flaws.into_iter().find(|(is_so, _)| *is_so);
            wrong.extend(first.map(|(_, reason)| ([lang.code(), ".name"].concat(), reason)));
        }
        if self.withdrawn && self.unit == Unit::FRONT_OFFICE {
            wrong.push(("withdrawn".to_owned(), "needed"));
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_stored_as_what_it_always_was() {
        for (unit, code) in Unit::SHIPPED.into_iter().zip([
            "registry",
            "returns",
            "accounting",
            "management",
            "regularity",
            "recovery",
            "benefits",
            "wage_support",
            "inspections",
            "front_office",
        ]) {
            let json = serde_json::to_string(&unit).unwrap();
            assert_eq!((unit.as_str(), json.as_str()), (code, format!("{code:?}").as_str()));
            assert_eq!(serde_json::from_str::<Unit>(&json).unwrap(), unit);
        }
    }

    #[test]
    fn only_small_letters_digits_and_hyphens_below_are_a_code() {
        assert_eq!(Unit::parse("polo_2").map(|unit| unit.to_string()), Ok("polo_2".to_owned()));
        let longest = "a".repeat(LONGEST_UNIT);
        assert_eq!(Unit::parse(&longest).unwrap().as_str(), longest);
        assert_eq!(Unit::parse(&"a".repeat(LONGEST_UNIT + 1)), Err("too_long"));
        assert_eq!(Unit::parse(""), Err("empty"));
        for wrong in ["1", "_a", "Polo", "due polo", "é", "a\0", "a-b"] {
            assert_eq!(Unit::parse(wrong), Err("characters"), "{wrong:?}");
        }
        assert!(serde_json::from_str::<Unit>("\"Polo\"").is_err());
    }

    #[test]
    fn a_unit_is_called_something_in_each_language() {
        let words = |de: &str| Words { it: "Polo".into(), en: "Pole".into(), de: de.into() };
        let named =
            |de: &str| NamedUnit { unit: Unit::FRONT_OFFICE, name: words(de), withdrawn: false };
        assert_eq!(named("Pol").check(), []);
        assert_eq!(named(" ").check(), [("de.name".to_owned(), "empty")]);
        let long = "x".repeat(LONGEST_UNIT_NAME + 1);
        assert_eq!(named(&long).check(), [("de.name".to_owned(), "too_long")]);
        assert_eq!(named("a\nb").check(), [("de.name".to_owned(), "characters")]);
        let gone = NamedUnit { withdrawn: true, ..named("Pol") };
        assert_eq!(gone.check(), [("withdrawn".to_owned(), "needed")]);
    }
}
