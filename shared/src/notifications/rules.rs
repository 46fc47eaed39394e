//! When something leaves: at once, gathered with others, or after the quiet hours.

use serde::{Deserialize, Serialize};

use crate::calendar::{Instant, RomeClockError};

/// How much is gathered before it leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Digest {
    /// Each by itself, at once.
    #[default]
    Immediate,
    /// What an hour brings, on the hour.
    Hourly,
    /// What a day brings, at [`MORNING`].
    Daily,
}

/// Hours of the day in which nothing leaves, on Rome's clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quiet {
    /// First minute of the day, 0 to 1439.
    pub from: u16,
    /// The minute of the day at which they end; before `from` if that is on the next day.
    pub to: u16,
}

/// The hour at which what a day brought leaves.
pub const MORNING: u16 = 8;
/// How many of a kind leave by themselves within an hour; what comes beyond is gathered until the hour is over.
pub const ALONE_IN_AN_HOUR: u32 = 2;
/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;

const HOUR: i64 = 3_600_000;

/// What left of a kind, by one channel to one person, within the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    /// When the hour began.
    pub since: Instant,
    /// How many there were.
    pub count: u32,
}

/// When something leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The moment.
    pub due: Instant,
    /// What it waits for.
    pub waits: Waits,
}

/// What something waits for before it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Nothing.
    Nothing,
    /// Others of its kind, of which there were too many.
    OfAKind,
    /// Whatever else comes, as the person wishes.
    ForAll,
    /// The end of the quiet hours.
    ForQuiet,
}

impl Recent {
    /// With one more at a moment; an hour that is over begins again.
    #[must_use]
    pub fn with_one(recent: Option<Recent>, now: Instant) -> Recent {
        match recent {
            Some(Recent { since, count }) if now.millis() - since.millis() < HOUR => {
                Recent { since, count: count.saturating_add(1) }
            }
            _ => Recent { since: now, count: 1 },
        }
    }
}

/// When something that happens now leaves. `recent` counts it already.
pub fn departure(now: Instant, digest: Digest, quiet: Option<Quiet>, recent: Recent) -> Departure {
    let (due, waits) = match digest {
        Digest::Immediate if recent.count <= ALONE_IN_AN_HOUR => (now, Waits::Nothing),
        Digest::Immediate => (recent.since.plus_millis(HOUR), Waits::OfAKind),
        Digest::Hourly => {
            (Instant::from_millis((now.millis().div_euclid(HOUR) + 1) * HOUR), Waits::ForAll)
        }
        Digest::Daily => (next(now, MORNING * 60), Waits::ForAll),
    };
    match quiet.and_then(|quiet| quiet.ends(due)) {
        Some(end) => Departure { due: end, waits: Waits::ForQuiet },
        None => Departure { due, waits },
    }
}

impl Quiet {
    /// Whether both are minutes of a day, and not the same.
    pub const fn is_one(self) -> bool {
        self.from < DAY_MINUTES && self.to < DAY_MINUTES && self.from != self.to
    }

    /// When the quiet hours end that hold at this moment; none if none do.
    pub fn ends(self, at: Instant) -> Option<Instant> {
        let minute = minute_of(at);
        let holds = match self.from < self.to {
            true => (self.from..self.to).contains(&minute),
            false => minute >= self.from || minute < self.to,
        };
        (self.is_one() && holds).then(|| next(at, self.to))
    }
}

fn minute_of(at: Instant) -> u16 {
    let (_, hour, minute) = at.clock_in_rome();
    u16::try_from(hour * 60 + minute).unwrap_or_default()
}

/// The next moment at which Rome's clocks show a minute of the day. Of a time that comes twice, the first that is still to come; of one
/// that the clocks jump over, an hour later, which is when the jump ends.
fn next(after: Instant, minute: u16) -> Instant {
    let (today, ..) = after.clock_in_rome();
    let (hour, minute) = (u32::from(minute / 60), u32::from(minute % 60));
    for day in [today, today.plus_days(1)] {
        let moments = match Instant::from_rome(day, hour, minute) {
            Ok(moment) => [Some(moment), None],
            Err(RomeClockError::Ambiguous { first, second }) => [Some(first), Some(second)],
            Err(_) => [Instant::from_rome(day, hour + 1, minute).ok(), None],
        };
        if let Some(moment) = moments.into_iter().flatten().find(|moment| *moment > after) {
            return moment;
        }
    }
    after.plus_millis(24 * HOUR)
}

#[cfg(test)]
mod tests {
    use super::{Departure, Digest, Instant, Quiet, Recent, Waits, departure};
    use crate::calendar::Day;

    const NIGHT: Quiet = Quiet { from: 21 * 60, to: 7 * 60 };

    fn rome(month: u32, day: u32, hour: u32, minute: u32) -> Instant {
        Instant::from_rome(Day::new(2026, month, day).unwrap(), hour, minute).unwrap()
    }

    fn first(now: Instant) -> Recent {
        Recent::with_one(None, now)
    }

    #[test]
    fn the_third_of_a_kind_in_an_hour_waits_for_the_others() {
        let begin = rome(10, 14, 10, 0);
        let mut recent = None;
        let mut waits = Vec::new();
        for minutes in [0, 10, 20, 59, 61] {
            let now = begin.plus_millis(minutes * 60_000);
            recent = Some(Recent::with_one(recent, now));
            waits.push(departure(now, Digest::Immediate, None, recent.unwrap()));
        }
        let later = Departure { due: rome(10, 14, 11, 0), waits: Waits::OfAKind };
        assert_eq!(waits[2..4], [later, later]);
        assert!([0, 1, 4].iter().all(|at| waits[*at].waits == Waits::Nothing), "{waits:?}");
    }

    #[test]
    fn digests_leave_on_the_hour_and_in_the_morning() {
        for (digest, now, due) in [
            (Digest::Hourly, rome(10, 14, 10, 0), rome(10, 14, 11, 0)),
            (Digest::Hourly, rome(10, 14, 10, 59), rome(10, 14, 11, 0)),
            (Digest::Daily, rome(10, 14, 7, 59), rome(10, 14, 8, 0)),
            (Digest::Daily, rome(10, 14, 8, 0), rome(10, 15, 8, 0)),
            // The night in which an hour is missing, and the one in which one comes twice.
            (Digest::Daily, rome(3, 28, 9, 0), rome(3, 29, 8, 0)),
            (Digest::Daily, rome(10, 24, 9, 0), rome(10, 25, 8, 0)),
        ] {
            let departs = departure(now, digest, None, first(now));
            assert_eq!(departs, Departure { due, waits: Waits::ForAll }, "{digest:?}");
        }
    }

    #[test]
    fn quiet_hours_end_when_the_clock_shows_it_whatever_the_season() {
        for (now, end) in [
            (rome(10, 14, 21, 0), rome(10, 15, 7, 0)),
            (rome(10, 14, 6, 59), rome(10, 14, 7, 0)),
            // Nine hours of quiet, and eleven, in the nights when the clocks change.
            (rome(3, 28, 21, 0), rome(3, 29, 7, 0)),
            (rome(10, 24, 21, 0), rome(10, 25, 7, 0)),
        ] {
            assert_eq!(NIGHT.ends(now), Some(end));
        }
        assert_eq!(rome(3, 29, 7, 0).millis() - rome(3, 28, 21, 0).millis(), 9 * 3_600_000);
        assert_eq!(rome(10, 25, 7, 0).millis() - rome(10, 24, 21, 0).millis(), 11 * 3_600_000);
        for loud in [rome(10, 14, 7, 0), rome(10, 14, 20, 59)] {
            assert_eq!(NIGHT.ends(loud), None);
        }
        let noon = Quiet { from: 12 * 60, to: 14 * 60 };
        assert_eq!(noon.ends(rome(10, 14, 13, 0)), Some(rome(10, 14, 14, 0)));
        assert_eq!(noon.ends(rome(10, 14, 23, 0)), None);
    }

    #[test]
    fn a_time_that_the_clocks_jump_over_or_show_twice_still_ends_the_quiet() {
        let to_half_past_two = Quiet { from: 22 * 60, to: 150 };
        // 02:30 does not exist on 29 March 2026: the clocks go from 02:00 to 03:00.
        assert_eq!(to_half_past_two.ends(rome(3, 29, 1, 0)), Some(rome(3, 29, 3, 30)));
        let end = to_half_past_two.ends(rome(10, 25, 1, 0)).unwrap();
        assert_eq!(end.millis() - rome(10, 25, 1, 0).millis(), 90 * 60_000);
    }

    #[test]
    fn what_is_gathered_waits_for_the_quiet_too() {
        let now = rome(10, 14, 20, 30);
        let departs = departure(now, Digest::Hourly, Some(NIGHT), first(now));
        assert_eq!(departs, Departure { due: rome(10, 15, 7, 0), waits: Waits::ForQuiet });
    }
}
