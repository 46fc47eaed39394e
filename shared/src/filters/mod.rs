//! Saved filters: what the address of a list says, under a name. The grid has more than filters, its views ([`crate::practice`]).

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::FilterId;
use crate::practice::ROLES;

/// Filters of one list that a person can keep.
pub const MOST_FILTERS: usize = 30;
/// Most characters of a name, as of a view's.
pub const LONGEST_NAME: usize = crate::practice::VIEW_NAME;
/// Most terms of a filter, and characters of each.
pub const MOST_TERMS: usize = 20;
/// Most characters of a term's name or value.
pub const LONGEST_TERM: usize = 200;

/// A list with filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// What was asked of an office.
    #[default]
    Requests,
    /// The queue of an office.
    Queue,
}

impl Of {
    /// Every list.
    pub const ALL: [Self; 2] = [Self::Requests, Self::Queue];
}

/// A part of an address: `stato=aperte`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// What it is about.
    pub name: String,
    /// What is wanted.
    pub value: String,
}

/// A saved filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Filter {
    /// Which.
    pub id: FilterId,
    /// Its name.
    pub name: String,
    /// What it says, in the order of the names.
    pub terms: Vec<Term>,
    /// When it was used last, or saved.
    pub used: Instant,
}

/// Why these terms cannot be kept, as a fault on `terms` says it; nothing if they can.
pub fn unsound(terms: &[Term]) -> Option<&'static str> {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let wrong = |term: &Term| {
        let long = [&term.name, &term.value].iter().any(|one| one.chars().count() > LONGEST_TERM);
        long || term.name.is_empty()
            || term.value.trim().is_empty()
            || !term.name.chars().all(is_name)
            || term.value.chars().any(char::is_control)
    };
    if terms.is_empty() {
        return Some("empty");
    }
    if terms.len() > MOST_TERMS {
        return Some("too_many");
    }
    let twice = terms.iter().enumerate().any(|(at, term)| {
        terms.get(..at).is_some_and(|before| before.iter().any(|one| one.name == term.name))
    });
    (twice || terms.iter().any(wrong)).then_some("unknown")
}

/// The caller's filters of a list, the one used last first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Of which list.
    #[serde(default)]
    pub of: Of,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "filters.list",
        summary: "The caller's saved filters of a list, the one used last first.",
        method: Method::Get,
        path: "/api/v1/filters",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<Filter>;
}

/// Saves a filter under a name, in place of the one that has it already.
///
/// Faults: `invalid` on `name`: `empty`, `too_long`; on `terms`: `empty`, `too_many`, `unknown`; on `filter`: `too_many`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Of which list.
    #[serde(default)]
    pub of: Of,
    /// Its name.
    pub name: String,
    /// What it says.
    pub terms: Vec<Term>,
}

impl Endpoint for Save {
    const SPEC: Spec = Spec {
        name: "filters.save",
        summary: "Saves a filter of a list under a name.",
        method: Method::Post,
        path: "/api/v1/filters",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Filter;
}

/// Notes that a filter is used, so that it comes first.
///
/// Faults: `not_found` for one that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Use {
    /// Which.
    #[serde(skip)]
    pub filter: FilterId,
    /// Of which list.
    #[serde(default)]
    pub of: Of,
}

impl Endpoint for Use {
    const SPEC: Spec = Spec {
        name: "filters.use",
        summary: "Notes that a saved filter is used.",
        method: Method::Post,
        path: "/api/v1/filters/{filter}/uses",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Filter;

    fn segments(&self) -> Vec<String> {
        vec![self.filter.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [filter] = values else { return None };
        Some(Self { filter: filter.parse().ok()?, ..self })
    }
}

/// Deletes a filter.
///
/// Faults: `not_found` for one that is not the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// Which.
    #[serde(skip)]
    pub filter: FilterId,
    /// Of which list.
    #[serde(default)]
    pub of: Of,
}

impl Endpoint for Delete {
    const SPEC: Spec = Spec {
        name: "filters.delete",
        summary: "Deletes a saved filter.",
        method: Method::Delete,
        path: "/api/v1/filters/{filter}",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.filter.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [filter] = values else { return None };
        Some(Self { filter: filter.parse().ok()?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_parts_of_an_address_each_once() {
        let term = |name: &str, value: &str| Term { name: name.into(), value: value.into() };
        assert_eq!(unsound(&[term("stato", "aperte"), term("aperta-dal", "2026-01-01")]), None);
        assert_eq!(unsound(&[]), Some("empty"));
        assert_eq!(unsound(&vec![term("a", "b"); MOST_TERMS + 1]), Some("too_many"));
        for wrong in [
            term("", "x"),
            term("Stato", "x"),
            term("a&b", "x"),
            term("stato", " "),
            term("stato", "a\nb"),
            term("stato", &"x".repeat(LONGEST_TERM + 1)),
        ] {
            assert_eq!(unsound(std::slice::from_ref(&wrong)), Some("unknown"), "{wrong:?}");
        }
        assert_eq!(unsound(&[term("stato", "a"), term("stato", "b")]), Some("unknown"));
    }
}
