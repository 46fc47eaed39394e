//! Public holidays and working days.

use super::fixed::{FIXED, Fixed};
use super::{Day, Weekday, patrons};
use crate::offices::OfficeCode;

/// Easter Sunday of a year by the Gregorian computus (the anonymous algorithm published in 1876).
pub fn easter(year: i32) -> Day {
    let year = year.clamp(1, 9999);
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days_after_22_march = epact + to_sunday - 7 * late;
    Day::first_of(year, 3).plus_days(i64::from(21 + days_after_22_march))
}

/// The national holidays of a year in order, Easter Sunday and Monday among them.
pub fn national_holidays(year: i32) -> Vec<Day> {
    let sunday = easter(year);
    let fixed = FIXED.iter().filter(|holiday| holiday.since <= year);
    let mut days: Vec<Day> =
        fixed.filter_map(|holiday| Day::new(year, holiday.month, holiday.day)).collect();
    days.extend([sunday, sunday.plus_days(1)]);
    days.sort_unstable();
    days.dedup();
    days
}

/// Whether a day is a holiday in the whole country, for a reason other than being a Sunday.
pub fn is_national_holiday(day: Day) -> bool {
    let fixed = |holiday: &Fixed| {
        (holiday.month, holiday.day) == (day.month(), day.day()) && holiday.since <= day.year()
    };
    // Easter is from 22 March to 25 April: in other months there is nothing to reckon.
    let is_easter = || matches!(day.days_since(easter(day.year())), 0 | 1);
    FIXED.iter().any(fixed) || (matches!(day.month(), 3 | 4) && is_easter())
}

/// Whether a day is a Saturday or a Sunday.
pub fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Whether offices work on a day: Monday to Friday, no national holiday and, for a given office, not
/// the patron saint's day of its municipality.
pub fn is_working_day(day: Day, office: Option<OfficeCode>) -> bool {
    !is_weekend(day)
        && !is_national_holiday(day)
        && !office.is_some_and(|office| patrons::is_patron_day(day, office))
}

/// The day itself when it is a working day, else the first one after it.
pub fn next_working_day(day: Day, office: Option<OfficeCode>) -> Day {
    let mut candidate = day;
    while !is_working_day(candidate, office) && candidate < Day::LAST {
        candidate = candidate.plus_days(1);
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn easter_of_known_years() {
        for text in [
            "1583-04-10",
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
            "2049-04-18",
            "2060-04-18",
            "2076-04-19",
            "2100-03-28",
            "2285-03-22",
        ] {
            assert_eq!(easter(day(text).year()), day(text));
        }
    }

    #[test]
    fn easter_is_a_sunday_within_its_bounds_in_every_year() {
        for year in 1583..=9999 {
            let sunday = easter(year);
            assert_eq!(sunday.weekday(), Weekday::Sun, "{year}");
            let first = Day::new(year, 3, 22).unwrap();
            assert!((0..35).contains(&sunday.days_since(first)), "{year}");
        }
    }

    #[test]
    fn the_list_of_a_year_is_what_the_question_answers() {
        for year in [1985, 1986, 2000, 2001, 2025, 2026, 2060] {
            let listed = national_holidays(year);
            let first = Day::new(year, 1, 1).unwrap();
            let asked: Vec<Day> = (0..366)
                .map(|days| first.plus_days(days))
                .filter(|day| day.year() == year && is_national_holiday(*day))
                .collect();
            assert_eq!(listed, asked, "{year}");
        }
        assert_eq!(national_holidays(2025).len(), 12);
        assert_eq!(national_holidays(2026).len(), 13);
    }

    #[test]
    fn the_holidays_of_2026_as_the_law_lists_them() {
        let listed: Vec<String> = national_holidays(2026).iter().map(Day::to_string).collect();
        let expected = [
            "01-01", "01-06", "04-05", "04-06", "04-25", "05-01", "06-02", "08-15", "10-04",
            "11-01", "12-08", "12-25", "12-26",
        ];
        assert_eq!(listed, expected.map(|day| format!("2026-{day}")));
    }

    #[test]
    fn laws_restored_and_added_holidays_from_a_year_on() {
        for (text, holiday) in [
            ("1985-01-06", false),
            ("1986-01-06", true),
            ("2000-06-02", false),
            ("2001-06-02", true),
            ("2025-10-04", false),
            ("2026-10-04", true),
            ("2027-10-04", true),
            ("2026-04-06", true),
            ("2026-04-07", false),
        ] {
            assert_eq!(is_national_holiday(day(text)), holiday, "{text}");
        }
    }

    #[test]
    fn a_patron_saint_closes_only_the_offices_of_its_municipality() {
        let office = |code| OfficeCode::parse(code).ok();
        for (text, code, works) in [
            ("2026-06-29", "7010", false),
            ("2026-06-29", "4900", true),
            ("2026-06-29", "7015", true),
            ("2026-12-07", "4903", false),
            ("2026-12-07", "4901", true),
            ("2026-06-24", "8100", false),
            ("2026-06-24", "8000", true),
            ("2025-09-19", "5100", false),
            ("2026-05-25", "1400", false),
            ("2026-05-05", "0700", false),
            ("2026-05-12", "0700", true),
            ("2026-11-23", "7010", true),
        ] {
            assert_eq!(is_working_day(day(text), office(code)), works, "{text} {code}");
            let somewhere_else = is_working_day(day(text), None);
            assert!(somewhere_else, "{text} is no national holiday");
        }
    }

    #[test]
    fn the_next_working_day_skips_weekends_and_holidays() {
        for (from, expected) in [
            ("2026-11-20", "2026-11-20"),
            ("2026-11-21", "2026-11-23"),
            ("2025-11-16", "2025-11-17"),
            ("2026-05-16", "2026-05-18"),
            ("2025-12-25", "2025-12-29"),
            ("2026-04-03", "2026-04-03"),
            ("2026-04-04", "2026-04-07"),
            ("2027-10-02", "2027-10-05"),
            ("9999-12-31", "9999-12-31"),
        ] {
            assert_eq!(next_working_day(day(from), None), day(expected), "{from}");
        }
    }
}
