//! The answer clock: working days of the office, standing still while the customer is asked.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, is_working_day};
use crate::offices::OfficeCode;

/// After how many working days what happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClockTerms {
    /// The office is reminded.
    pub remind_days: u16,
    /// The head of the office is told.
    pub escalate_days: u16,
    /// The answer is late.
    pub most_days: u16,
    /// A closed request can be reopened until then, from its end.
    pub reopen_days: u16,
}

/// Most working days that an answer may take.
const MOST_DAYS: u16 = 250;

impl ClockTerms {
    /// Whether there is a reminder, and one term does not follow a later one.
    pub const fn is_sound(&self) -> bool {
        let Self { remind_days, escalate_days, most_days, .. } = *self;
        remind_days > 0
            && remind_days <= escalate_days
            && escalate_days <= most_days
            && most_days <= MOST_DAYS
    }
}

/// A time in which the office waited for the customer: asked on the first day, answered on the last; open while it waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Pause {
    /// The day of the question.
    pub from: Day,
    /// The day of the reply.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Day>,
}

/// How the clock of a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Clock {
    /// Working days that count so far, the day of registration not among them.
    pub elapsed: u16,
    /// Of how many.
    pub terms: ClockTerms,
    /// When the office is reminded.
    pub remind: Day,
    /// When the head is told.
    pub escalate: Day,
    /// The last day for the answer.
    pub due: Day,
    /// Whether it stands still. The days above then suppose that the customer replies today.
    pub paused: bool,
    /// Whether the last day has passed without an answer.
    pub late: bool,
}

impl Clock {
    /// Which terms run out on a day, reminder, head and last day in turn; none while it stands still.
    pub fn runs_out(&self, day: Day) -> [bool; 3] {
        [self.remind, self.escalate, self.due].map(|term| !self.paused && term == day)
    }
}

/// The clock of a request registered on a day, as of `until`: today, or the day of its end.
pub fn clock(
    terms: ClockTerms,
    office: OfficeCode,
    from: Day,
    pauses: &[Pause],
    until: Day,
) -> Clock {
    clock_by(terms, |day| is_working_day(day, Some(office)), from, pauses, until)
}

/// As [`clock`], of an office that works on the days that it says.
pub fn clock_by(
    terms: ClockTerms,
    works: impl Fn(Day) -> bool,
    from: Day,
    pauses: &[Pause],
    until: Day,
) -> Clock {
    let stands = |day: Day| {
        pauses
            .iter()
            .any(|pause| day > pause.from && day <= pause.to.unwrap_or(until).max(pause.from))
    };
    let counts = |day: Day| works(day) && !stands(day);
    let (mut remind, mut escalate, mut due) = (Day::LAST, Day::LAST, Day::LAST);
    let (mut elapsed, mut counted) = (0_u16, 0_u16);
    let mut day = from;
    let furthest = terms.remind_days.max(terms.escalate_days).max(terms.most_days);
    // One walk for all: as far as today, or as the last of the terms.
    while (day < until || counted < furthest) && day < Day::LAST {
        day = day.plus_days(1);
        if !counts(day) {
            continue;
        }
        counted = counted.saturating_add(1);
        for (days, reached) in [
            (terms.remind_days, &mut remind),
            (terms.escalate_days, &mut escalate),
            (terms.most_days, &mut due),
        ] {
            if counted == days {
                *reached = day;
            }
        }
        if day <= until {
            elapsed = counted;
        }
    }
    Clock {
        elapsed,
        terms,
        remind,
        escalate,
        due,
        paused: pauses.iter().any(|pause| pause.to.is_none()),
        late: until > due,
    }
}
