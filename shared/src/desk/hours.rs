//! Where and when operators are to be reached: each says it of themselves, whoever heads the office of everybody there. Customers read it
//! beside who is in charge.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::PersonId;
use crate::requests::{Desk, STAFF, Words};

/// Most characters of a contact (DESIGN).
pub const LONGEST_CONTACT: usize = 100;
/// Most days for which somebody is away (DESIGN).
const LONGEST_AWAY: i64 = 366;
/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;

/// What keeps hours from being kept: the field and the reason. `days`: `empty`, `unknown`; `from`: `not_hours`; `contact`: `too_long`,
/// `characters`; `away`: `past`, `too_late`.
pub fn check_hours(desk: &Desk, today: Day) -> Vec<(&'static str, &'static str)> {
    let mut wrong = Vec::new();
    if desk.days.is_empty() {
        wrong.push(("days", "empty"));
    } else if !desk.days.is_sorted_by(|one, next| one < next)
        || !desk.days.iter().all(|day| (1..=7).contains(day))
    {
        wrong.push(("days", "unknown"));
    }
    if desk.from >= desk.to || desk.to > DAY_MINUTES {
        wrong.push(("from", "not_hours"));
    }
    if desk.contact.chars().count() > LONGEST_CONTACT {
        wrong.push(("contact", "too_long"));
    } else if desk.contact.chars().any(char::is_control) {
        wrong.push(("contact", "characters"));
    }
    match desk.away {
        Some(away) if away < today => wrong.push(("away", "past")),
        Some(away) if away.days_since(today) > LONGEST_AWAY => wrong.push(("away", "too_late")),
        _ => {}
    }
    wrong
}

/// Somebody at an office, and when they are to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Grows with every change; 0 where nothing was said yet.
    pub version: u64,
    /// When it was changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub at: Option<Instant>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
    /// Where and when they are to be reached; nothing where nobody said it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub desk: Option<Desk>,
    /// What the unit is called.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit_name: Option<Words>,
}

/// When the caller is to be reached and, for whoever heads the office, everybody else there; the caller first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {}

impl Endpoint for Hours {
    const SPEC: Spec = Spec {
        name: "desk.hours",
        summary: "When the caller is to be reached; for the head of an office, everybody there.",
        method: Method::Get,
        path: "/api/v1/desk/hours",
        access: Access::Roles(STAFF),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<Seat>;
}

/// Says when somebody is to be reached.
///
/// Faults: `not_found` for whoever is not at the caller's office; `forbidden` for a colleague's, unless the caller heads the office;
/// `conflict` with the version now; `invalid` with what [`check_hours`] finds; on `unit`: `unknown`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveHours {
    /// Who.
    #[serde(skip)]
    pub person: PersonId,
    /// The version that was seen; 0 where nothing was said yet.
    #[serde(default)]
    pub version: u64,
    /// Where and when.
    pub desk: Desk,
}

impl Endpoint for SaveHours {
    const SPEC: Spec = Spec {
        name: "desk.hours_save",
        summary: "Says when somebody is to be reached: oneself, or for the head of an office anybody there.",
        method: Method::Put,
        path: "/api/v1/desk/hours/{person}",
        access: Access::Roles(STAFF),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = Seat;

    fn segments(&self) -> Vec<String> {
        vec![self.person.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [person] = values else { return None };
        Some(Self { person: person.parse().ok()?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::topics::Unit;

    #[test]
    fn hours_that_cannot_be_are_told_field_by_field() {
        let today = Day::new(2026, 11, 30).unwrap();
        let good = Desk {
            unit: Unit::RETURNS,
            days: vec![1, 3, 7],
            from: 9 * 60,
            to: 24 * 60,
            contact: "06 1234567".to_owned(),
            away: Some(today),
        };
        assert_eq!(check_hours(&good, today), []);
        let wrong = |change: &dyn Fn(&mut Desk)| {
            let mut desk = good.clone();
            change(&mut desk);
            check_hours(&desk, today)
        };
        assert_eq!(wrong(&|desk| desk.days.clear()), [("days", "empty")]);
        for days in [vec![0], vec![8], vec![2, 1], vec![1, 1]] {
            assert_eq!(wrong(&|desk| desk.days = days.clone()), [("days", "unknown")]);
        }
        assert_eq!(wrong(&|desk| desk.from = desk.to), [("from", "not_hours")]);
        assert_eq!(wrong(&|desk| desk.to = 24 * 60 + 1), [("from", "not_hours")]);
        let long = "x".repeat(LONGEST_CONTACT + 1);
        assert_eq!(wrong(&|desk| desk.contact.clone_from(&long)), [("contact", "too_long")]);
        assert_eq!(wrong(&|desk| desk.contact = "a\nb".into()), [("contact", "characters")]);
        assert_eq!(wrong(&|desk| desk.away = Some(today.plus_days(-1))), [("away", "past")]);
        assert_eq!(wrong(&|desk| desk.away = Some(today.plus_days(367))), [("away", "too_late")]);
    }
}
