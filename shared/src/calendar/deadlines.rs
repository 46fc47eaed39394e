//! When a month's contributions are to be paid and declared.

use super::{Day, Month, next_working_day};

/// The day contributions of a month are to be paid by F24: the 16th of the following month, moved to
/// the next working day; what falls between 1 and 20 August may be paid by 20 August.
///
/// Art. 18 D.Lgs 241/1997; art. 37 c. 11-bis DL 223/2006 for August; art. 7 c. 2 lett. l DL 70/2011
/// for Saturdays and holidays. Patron saints do not move a national deadline.
pub fn f24_due(competence: Month) -> Day {
    let month = competence.next();
    let date = if month.month() == 8 { 20 } else { 16 };
    next_working_day(month.first_day().plus_days(date - 1), None)
}

/// The day the UniEmens of a month is to be transmitted: the last day of the following month, moved
/// to the next working day (art. 44 c. 9 DL 269/2003).
pub fn uniemens_due(competence: Month) -> Day {
    next_working_day(competence.next().last_day(), None)
}

/// The four days on which self-employed farmers pay the contributions of a year (1 to 9998): 16 July, 16 September, 16 November and
/// 16 January, moved as [`f24_due`] says; none for another year.
pub fn farm_dues(year: i32) -> Option<[Day; 4]> {
    let next = year.checked_add(1)?;
    let due = |year, month| Some(next_working_day(Day::new(year, month, 16)?, None));
    Some([due(year, 7)?, due(year, 9)?, due(year, 11)?, due(next, 1)?])
}

/// The last day to ask that contributions be deferred because the company closes for its holidays in a year (1 to 9999): 31 May
/// (Msg INPS 8609/2012), not moved; none for another year.
pub fn deferral_request(year: i32) -> Option<Day> {
    Day::new(year, 5, 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::is_working_day;

    #[test]
    fn farmers_pay_four_times_a_year() {
        let dues = farm_dues(2025).unwrap().map(|day| day.to_string());
        assert_eq!(dues, ["2025-07-16", "2025-09-16", "2025-11-17", "2026-01-16"]);
        let dues = farm_dues(2028).unwrap().map(|day| day.to_string());
        assert_eq!(dues, ["2028-07-17", "2028-09-18", "2028-11-16", "2029-01-16"]);
        assert_eq!((farm_dues(0), farm_dues(9999), farm_dues(i32::MAX)), (None, None, None));
        assert_eq!((deferral_request(2025), deferral_request(0)), (Day::new(2025, 5, 31), None));
    }

    #[test]
    fn payments_are_due_on_the_16th_or_the_next_working_day() {
        for (competence, due) in [
            ("2025-09", "2025-10-16"),
            ("2025-10", "2025-11-17"),
            ("2026-04", "2026-05-18"),
            ("2026-07", "2026-08-20"),
            ("2022-07", "2022-08-22"),
            ("2028-07", "2028-08-21"),
            ("2025-12", "2026-01-16"),
            ("2026-10", "2026-11-16"),
            ("2027-01", "2027-02-16"),
            ("2024-02", "2024-03-18"),
            ("2024-11", "2024-12-16"),
            // Easter Sunday, and Easter Monday after the 16th.
            ("2028-03", "2028-04-18"),
            ("2033-03", "2033-04-19"),
            ("2030-07", "2030-08-20"),
            ("2034-11", "2034-12-18"),
        ] {
            assert_eq!(f24_due(Month::parse(competence).unwrap()).to_string(), due, "{competence}");
        }
    }

    #[test]
    fn declarations_are_due_on_the_last_day_or_the_next_working_day() {
        for (competence, due) in [
            ("2025-09", "2025-10-31"),
            ("2025-04", "2025-06-03"),
            ("2026-01", "2026-03-02"),
            ("2025-11", "2025-12-31"),
            ("2026-09", "2026-11-02"),
            ("2027-09", "2027-11-02"),
            // Easter: 31/3/2024 and 1/4; 31/3/2059 is the Monday.
            ("2024-02", "2024-04-02"),
            ("2059-02", "2059-04-01"),
            ("2028-03", "2028-05-02"),
            ("2029-05", "2029-07-02"),
            ("2034-11", "2035-01-02"),
        ] {
            assert_eq!(
                uniemens_due(Month::parse(competence).unwrap()).to_string(),
                due,
                "{competence}"
            );
        }
    }

    #[test]
    fn every_deadline_is_a_working_day_after_its_month() {
        let from = Month::new(2000, 1).unwrap();
        for month in from.through(from.plus(1_200)) {
            for due in [f24_due(month), uniemens_due(month)] {
                assert!(is_working_day(due, None) && due > month.last_day(), "{month}");
            }
        }
    }
}
