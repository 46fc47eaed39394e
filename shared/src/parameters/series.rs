//! How one value changed over the years.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Confidence, Missing, Parameter};
use crate::calendar::Day;

/// A value and the days it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step<T> {
    /// The first day.
    pub from: Day,
    /// The last day; absent while it holds until the next step, or until further notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Day>,
    /// The value.
    pub value: T,
    /// The law, circular or message that says so.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// The values of one parameter, the oldest first, no two of the same day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Series<T>(Vec<Step<T>>);

impl<T> Default for Series<T> {
    /// Nothing is known of any day.
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Series<T> {
    /// The steps in order; `None` unless each begins after the one before has begun and ends no earlier than it begins.
    pub fn new(steps: Vec<Step<T>>) -> Option<Self> {
        let ordered = steps.is_sorted_by(|earlier, later| earlier.from < later.from);
        let whole = steps.iter().all(|step| step.until.is_none_or(|until| until >= step.from));
        (ordered && whole).then_some(Self(steps))
    }

    /// The step that holds on a day.
    ///
    /// # Errors
    /// [`Missing`] where none does.
    pub fn on(&self, parameter: Parameter, day: Day) -> Result<&Step<T>, Missing> {
        let begun = self.0.partition_point(|step| step.from <= day);
        self.0[..begun]
            .last()
            .filter(|step| step.until.is_none_or(|until| day <= until))
            .ok_or(Missing { parameter, day })
    }

    /// The step that holds on a day, and the last day it holds for: [`Day::LAST`] until further notice.
    ///
    /// # Errors
    /// [`Missing`] where none does.
    pub fn holding(&self, parameter: Parameter, day: Day) -> Result<(&Step<T>, Day), Missing> {
        let step = self.on(parameter, day)?;
        let begun = self.0.partition_point(|step| step.from <= day);
        let next = self.0.get(begun).map_or(Day::LAST, |next| next.from.plus_days(-1));
        Ok((step, step.until.unwrap_or(Day::LAST).min(next)))
    }

    /// Takes the values of another where none is known of any day.
    ///
    /// # Errors
    /// Those of the other.
    pub fn or_of<E>(&mut self, other: impl FnOnce() -> Result<Self, E>) -> Result<(), E> {
        if self.0.is_empty() {
            *self = other()?;
        }
        Ok(())
    }

    /// Every value, the oldest first, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|step| &mut step.value)
    }

    /// Every step, the oldest first.
    pub fn steps(&self) -> &[Step<T>] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Series<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).ok_or_else(|| {
            serde::de::Error::custom(
                "steps in the order of their days, each ending after it begins",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn step(from: &str, until: Option<&str>, value: u32) -> Step<u32> {
        let source = "Circ. 1/2025".to_owned();
        Step {
            from: day(from),
            until: until.map(day),
            value,
            source,
            confidence: Confidence::Sourced,
        }
    }

    #[test]
    fn a_step_holds_until_the_next_or_its_end() {
        let series = Series::new(vec![
            step("2024-01-01", None, 1),
            step("2025-01-01", Some("2025-12-31"), 2),
        ])
        .unwrap();
        let on = |text| series.on(Parameter::Tur, day(text)).map(|step| step.value);
        let missing = |text| Err(Missing { parameter: Parameter::Tur, day: day(text) });
        assert_eq!(on("2023-12-31"), missing("2023-12-31"));
        assert_eq!((on("2024-01-01"), on("2024-12-31")), (Ok(1), Ok(1)));
        assert_eq!((on("2025-01-01"), on("2025-12-31")), (Ok(2), Ok(2)));
        assert_eq!(on("2026-01-01"), missing("2026-01-01"));
    }

    #[test]
    fn a_step_tells_its_last_day() {
        let steps = vec![
            step("2024-01-01", None, 1),
            step("2025-01-01", Some("2025-06-30"), 2),
            step("2026-01-01", None, 3),
        ];
        let series = Series::new(steps).unwrap();
        let last = |text| series.holding(Parameter::Tur, day(text)).map(|(_, last)| last);
        assert_eq!(last("2024-05-01"), Ok(day("2024-12-31")));
        assert_eq!(last("2025-01-01"), Ok(day("2025-06-30")));
        assert!(last("2025-07-01").is_err());
        assert_eq!(last("2026-01-01"), Ok(Day::LAST));
    }

    #[test]
    fn steps_out_of_order_are_refused() {
        assert_eq!(
            Series::new(vec![step("2025-01-01", None, 1), step("2025-01-01", None, 2)]),
            None
        );
        assert_eq!(Series::new(vec![step("2025-01-02", Some("2025-01-01"), 1)]), None);
        assert!(serde_json::from_str::<Series<u32>>("[]").is_ok());
    }
}
