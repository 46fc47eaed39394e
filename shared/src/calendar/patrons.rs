//! Patron saints' days, as data: when an office's own municipality does not work.

use super::{Day, Weekday, easter};
use crate::offices::OfficeCode;

/// When a municipality keeps its patron saint's day.
#[derive(Clone, Copy)]
enum Kept {
    /// On a month and a day.
    On(u32, u32),
    /// On the first Tuesday of May.
    FirstTuesdayOfMay,
    /// On the Monday after Pentecost.
    WhitMonday,
}

use Kept::{FirstTuesdayOfMay, On, WhitMonday};

/// The offices of the municipalities whose day is well known; another one keeps none here.
///
/// Local custom rather than law (for Rome DPR 792/1985, for Bolzano provincial law 36/1992): correct
/// this table where a municipality decides otherwise. Days that always are Sundays or national
/// holidays are left out.
const PATRONS: &[(Kept, &[u16])] = &[
    (On(1, 13), &[5600]),
    (On(1, 19), &[4927]),
    (On(1, 20), &[2000]),
    (On(1, 22), &[5200]),
    (On(1, 29), &[5800]),
    (On(1, 31), &[5000]),
    (On(2, 4), &[3200]),
    (On(2, 5), &[2100]),
    (On(2, 12), &[2500]),
    (On(2, 14), &[800, 8000]),
    (On(2, 15), &[1500]),
    (On(2, 25), &[100]),
    (On(3, 1), &[2202]),
    (On(3, 16), &[3500]),
    (On(3, 18), &[4500, 7400]),
    (On(3, 19), &[3900]),
    (On(3, 22), &[3100]),
    (On(4, 23), &[1900, 2900, 6700]),
    (On(4, 27), &[8400]),
    (FirstTuesdayOfMay, &[700]),
    (On(5, 4), &[300]),
    (On(5, 8), &[5290, 8700]),
    (On(5, 10), &[7800]),
    (On(5, 11), &[2300]),
    (On(5, 19), &[9400]),
    (On(5, 21), &[9000]),
    (On(5, 22), &[4200]),
    (On(5, 30), &[6400]),
    (WhitMonday, &[1400]),
    (On(6, 3), &[4800]),
    (On(6, 10), &[3800]),
    (On(6, 13), &[5400]),
    (On(6, 17), &[6200]),
    (On(6, 19), &[7700]),
    (On(6, 20), &[3300]),
    // San Giovanni: Cesena, Firenze, Genova, Monza, Torino.
    (On(6, 24), &[3000, 3290, 3400, 4901, 8100, 8103, 8110]),
    (On(6, 26), &[8300]),
    // Santi Pietro e Paolo: the offices within Rome.
    (On(6, 29), &[7000, 7001, 7002, 7003, 7004, 7005, 7009, 7010, 7012, 7013, 7014]),
    (On(7, 2), &[2800, 4700]),
    (On(7, 4), &[6100]),
    (On(7, 6), &[4000]),
    (On(7, 12), &[4300, 8600]),
    (On(7, 15), &[5500]),
    (On(7, 16), &[2200]),
    (On(7, 23), &[6600]),
    (On(7, 25), &[6300]),
    (On(8, 1), &[8900]),
    (On(8, 5), &[600, 5300]),
    (On(8, 7), &[500, 8200]),
    (On(8, 10), &[3600]),
    (On(8, 13), &[1301]),
    (On(8, 24), &[1100]),
    (On(8, 26), &[1200, 4100]),
    (On(8, 29), &[6500]),
    (On(8, 31), &[2400, 4400]),
    (On(9, 4), &[9200]),
    (On(9, 7), &[400]),
    (On(9, 8), &[9100, 9300]),
    // San Gennaro: the offices within Napoli.
    (On(9, 19), &[5100, 5104, 5105]),
    (On(9, 21), &[7200]),
    (On(9, 24), &[5900]),
    (On(9, 29), &[1800, 2700]),
    (On(10, 4), &[1300, 4600]),
    (On(10, 9), &[2203]),
    (On(10, 10), &[6000]),
    (On(10, 14), &[3201]),
    (On(10, 30), &[1700]),
    (On(11, 3), &[8500]),
    (On(11, 10), &[200]),
    (On(11, 11), &[1000]),
    (On(11, 13), &[2600]),
    (On(11, 24), &[6800]),
    (On(11, 26), &[3700, 7100]),
    (On(11, 30), &[3090]),
    (On(12, 1), &[7500]),
    (On(12, 4), &[6900]),
    (On(12, 6), &[900, 2401, 7300]),
    // Sant'Ambrogio: the offices within Milano.
    (On(12, 7), &[4900, 4902, 4903, 4905]),
    (On(12, 9), &[5700]),
    (On(12, 13), &[7600]),
    (On(12, 19), &[7900]),
];

/// Whether the municipality of an office keeps its patron saint's day on a day.
pub(super) fn is_patron_day(day: Day, office: OfficeCode) -> bool {
    let number = office.number();
    PATRONS.iter().any(|(kept, offices)| offices.contains(&number) && falls_on(*kept, day))
}

fn falls_on(kept: Kept, day: Day) -> bool {
    match kept {
        On(month, date) => (month, date) == (day.month(), day.day()),
        FirstTuesdayOfMay => day.month() == 5 && day.day() <= 7 && day.weekday() == Weekday::Tue,
        WhitMonday => day.days_since(easter(day.year())) == 50,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offices;

    #[test]
    fn every_office_is_a_known_one_and_keeps_one_day() {
        let mut codes: Vec<u16> =
            PATRONS.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
        for code in &codes {
            let known = OfficeCode::from_number(*code).and_then(offices::by_code);
            assert!(known.is_some(), "{code}");
        }
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }

    #[test]
    fn every_fixed_day_exists() {
        for (kept, offices) in PATRONS {
            if let On(month, day) = kept {
                assert!(Day::new(2025, *month, *day).is_some(), "{offices:?}");
            }
        }
    }
}
