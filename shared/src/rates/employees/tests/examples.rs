//! Contributions of a month, to the cent.

use super::*;
use crate::money::Rate;
use crate::parameters::Confidence;
use crate::rates::{Component, Contribution};

fn cents(contribution: Contribution) -> [i64; 3] {
    [contribution.total, contribution.employee, contribution.employer].map(Euro::cents)
}

fn in_2026(wage: Euro) -> Facts {
    Facts { month: Month::new(2026, 3).unwrap(), wage, ..facts("70201", 8, Collar::WhiteCollar) }
}

#[test]
fn a_shop_of_eight() {
    let shop = breakdown(&facts("70201", 8, Collar::BlueCollar));
    assert_eq!(cents(shop.due), [779_40, 189_13, 590_27]);
    assert_eq!((shop.ordinary, shop.base), (shop.due, Euro::from_whole(2_000)));
    assert_eq!((shop.sector, shop.size), (crate::rates::Sector::Commerce, 8));
    let lines: Vec<_> =
        shop.lines.iter().map(|line| (line.component, cents(line.amount))).collect();
    assert_eq!(
        lines,
        [
            (Component::Ivs, [660_00, 183_80, 476_20]),
            (Component::Naspi, [32_20, 0, 32_20]),
            (Component::TrainingFund, [6_00, 0, 6_00]),
            (Component::TfrGuarantee, [4_00, 0, 4_00]),
            (Component::Cuaf, [13_60, 0, 13_60]),
            (Component::Sickness, [48_80, 0, 48_80]),
            (Component::Maternity, [4_80, 0, 4_80]),
            (Component::Fis, [16_00, 5_33, 10_67]),
        ]
    );
    assert_eq!(cents(shop.rounding), [0, 0, 0]);
    assert!(shop.lines.iter().all(|line| !line.source.is_empty()));
    assert_eq!(shop.confidence, Confidence::Derived);
}

#[test]
fn an_apprentice_of_a_larger_firm() {
    let apprentice = Standing::Professional { months_served: 0 };
    let wage = Euro::from_whole(1_400);
    let found = standing(Facts { wage, ..facts("40901", 10, Collar::BlueCollar) }, apprentice);
    assert_eq!(cents(breakdown(&found).due), [244_30, 81_76, 162_54]);
}

#[test]
fn one_percent_more_above_the_first_band() {
    let found = breakdown(&in_2026(Euro::from_whole(6_000)));
    let over = found.overband.clone().unwrap();
    assert_eq!((over.threshold, over.excess), (Euro::from_whole(4_685), Euro::from_whole(1_315)));
    assert_eq!(cents(over.contribution), [13_15, 13_15, 0]);
    assert_eq!(found.due, found.ordinary + over.contribution);
    assert_eq!(breakdown(&in_2026(Euro::from_whole(4_685))).overband, None);
}

#[test]
fn the_ceiling_of_who_is_insured_since_1996() {
    // 130,000 in the year: in the last month only what is left of 122,295.
    let insured = Insured::Since1996 { earlier: Euro::from_whole(119_000) };
    let last = breakdown(&Facts { insured, ..in_2026(Euro::from_whole(11_000)) });
    let ceiling = last.ceiling.unwrap();
    assert_eq!(last.base, Euro::from_whole(3_295));
    assert_eq!(
        (ceiling.limit, ceiling.excess),
        (Euro::from_whole(122_295), Euro::from_whole(7_705))
    );
    // 38.97 - 33.00, and of the employee the third of FIS, on 7,705.
    assert_eq!(ceiling.minor.map(cents), Some([459_99, 20_55, 439_44]));
    assert_eq!(last.overband, None);
    let all_at_once = Insured::Since1996 { earlier: Euro::ZERO };
    let year = breakdown(&Facts { insured: all_at_once, ..in_2026(Euro::from_whole(130_000)) });
    assert_eq!(year.base, Euro::from_whole(122_295));
    assert_eq!(year.ordinary.total.cents(), 47_658_36);
    let before = breakdown(&in_2026(Euro::from_whole(130_000)));
    assert_eq!((before.base, before.ceiling), (Euro::from_whole(130_000), None));
    let beyond = Insured::Since1996 { earlier: Euro::from_whole(200_000) };
    let none = breakdown(&Facts { insured: beyond, ..in_2026(Euro::from_whole(1_000)) });
    assert_eq!((none.base, none.due), (Euro::ZERO, Contribution::default()));
}

#[test]
fn employees_shares_of_a_yearly_wage() {
    let rate = Rate::from_hundredths(9_19);
    assert_eq!(Euro::from_whole(10_000).times(rate).cents(), 919_00);
    assert_eq!(Euro::from_whole(56_224).times(rate).cents(), 5_166_99);
}

#[test]
fn wages_below_the_minimum_are_raised_to_it() {
    let low = |time| Facts { time: Some(time), ..in_2026(Euro::from_whole(1_000)) };
    let days = breakdown(&low(Time::Days(26)));
    let floor = days.floor.unwrap();
    assert_eq!((floor.unit.cents(), floor.minimum.cents()), (58_13, 1_511_38));
    assert_eq!((floor.raised_by.cents(), days.base.cents()), (511_38, 1_511_38));
    for (weekly, days_a_week, hour) in [(40_00, 6, 8_72), (36_00, 5, 8_07)] {
        let part_time = breakdown(&low(Time::Hours { paid: 80_00, weekly, days_a_week }));
        let floor = part_time.floor.unwrap();
        assert_eq!((floor.unit.cents(), floor.minimum.cents()), (hour, hour * 80));
        assert_eq!((floor.raised_by, part_time.base), (Euro::ZERO, Euro::from_whole(1_000)));
    }
    assert_eq!(breakdown(&in_2026(Euro::from_whole(1))).floor, None);
}
