//! Further months, reckoned by hand from the components.

use super::*;
use crate::money::Rate;
use crate::parameters::Confidence;
use crate::rates::{Component, Contribution, Counting};

const B: Collar = Collar::BlueCollar;
const W: Collar = Collar::WhiteCollar;

fn cents(contribution: Contribution) -> [i64; 3] {
    [contribution.total, contribution.employee, contribution.employer].map(Euro::cents)
}

fn paid(month: &str, wage: i64, facts: Facts) -> Facts {
    Facts { month: Month::parse(month).unwrap(), wage: Euro::from_cents(wage), ..facts }
}

/// That each comes to total, employee's and employer's part, and its lines to the whole.
fn come_to(months: impl IntoIterator<Item = (Facts, &'static str, i64, [i64; 3])>) {
    for (facts, month, wage, due) in months {
        let csc = facts.csc;
        let found = breakdown(&paid(month, wage, facts));
        assert_eq!(cents(found.due), due, "{csc} {month}");
        let added = found.lines.iter().filter(|line| line.counting == Counting::Added);
        let added: Contribution = added.map(|line| line.amount).sum();
        assert_eq!(added + found.rounding, found.ordinary, "{csc} {month}");
    }
}

#[test]
fn odd_wages_of_every_sector() {
    let term = |renewals| Contract::FixedTerm(FixedTerm { renewals, ..FixedTerm::default() });
    let fis = vec![Ca::parse("0J").unwrap()];
    come_to([
        // 38.67 %, of which 9.19 and a third of 0.50: 670.3328 and 162.1956.
        (facts("70201", 5, B), "2024-01", 1_733_47, [670_33, 162_20, 508_13]),
        // 38.55 + 1.40 + twice 0.50 = 40.95 %; 9.49 %: 960.5519 and 222.6041.
        (
            Facts { contract: term(2), ..facts("10101", 50, W) },
            "2026-12",
            2_345_67,
            [960_55, 222_60, 737_95],
        ),
        // 40.82 %: 771.0408; 9.19 %: 173.5881.
        (facts("41305", 15, B), "2025-06", 1_888_88, [771_04, 173_59, 597_45]),
        // 39.87 + 0.77 = 40.64 %; 9.7567 %: 670.5803 and 160.9904.
        (
            Facts { cas: fis, ..facts("70502", 16, B) },
            "2025-03",
            1_650_05,
            [670_58, 160_99, 509_59],
        ),
    ]);
}

#[test]
fn apprentices_and_funds_of_odd_sizes() {
    let served = |months_served| Standing::Professional { months_served };
    come_to([
        // The thirteenth month: 10.45 + 0.80 of FIS = 11.25 %, 5.84 and a third of 0.80: 124.9999 and 67.8522.
        (standing(facts("70201", 9, B), served(12)), "2025-10", 1_111_11, [125_00, 67_85, 57_15]),
        // First level: 10.84 + 2.00 of CIGO + 0.90 of CIGS = 13.74 %, 6.14 %: 135.7031 and 60.6417.
        (
            standing(facts("10101", 51, W), Standing::FirstLevel { months_served: 3 }),
            "2026-02",
            987_65,
            [135_70, 6_064, 75_06],
        ),
        // Confirmed: 17.45 + 0.80 = 18.25 %, 6.1067 %: 328.5913 and 109.9511.
        (
            standing(facts("70201", 12, W), Standing::Confirmed { months_since: 4 }),
            "2025-09",
            1_800_50,
            [328_59, 109_95, 21_864],
        ),
        // No claim for 24 months: 38.17 + 0.30 = 38.47 %, 9.29 %: 577.0462 and 139.3491.
        (
            Facts { no_fis_claims: true, ..facts("70201", 5, W) },
            "2025-01",
            1_499_99,
            [577_05, 139_35, 437_70],
        ),
        // The professionals' fund above fifteen: 38.17 + 1.00 = 39.17 %, 9.5233 %: 1,175.1039 and 285.69995.
        (
            Facts { fund: Fund::Professional, ..facts("70701", 17, W) },
            "2025-09",
            3_000_01,
            [1_175_10, 285_70, 889_40],
        ),
        // Stone: 39.87 - 1.70 + 3.30 = 41.47 %: 870.9115; 9.19 %: 192.9992.
        (
            Facts { fund: Fund::Stone, ..facts("10101", 14, B) },
            "2024-07",
            2_100_10,
            [870_91, 193_00, 677_91],
        ),
    ]);
}

#[test]
fn ceilings_and_bands_meet_in_the_middle_of_a_year() {
    let shop = |month, earlier, wage| {
        let insured = Insured::Since1996 { earlier: Euro::from_cents(earlier) };
        breakdown(&paid(month, wage, Facts { insured, ..facts("70201", 8, W) }))
    };
    // 120,607 - 118,000 = 2,607 of 5,000: 38.97 % and 9.4567 % of it; 5.97 % and 0.2667 % of the 2,393 above.
    let crossing = shop("2025-08", 118_000_00, 5_000_00);
    assert_eq!(crossing.base.cents(), 2_607_00);
    assert_eq!(cents(crossing.due), [1_015_95, 246_54, 769_41]);
    assert_eq!(crossing.ceiling.unwrap().minor.map(cents), Some([142_86, 6_38, 136_48]));
    assert_eq!(crossing.overband, None);
    // 10,607 of 12,000 are below the ceiling; of these 10,607 - 4,621 = 5,986 are above the band.
    let both = shop("2025-10", 110_000_00, 12_000_00);
    assert_eq!(cents(both.ordinary), [4_133_55, 1_003_07, 3_130_48]);
    assert_eq!(cents(both.overband.unwrap().contribution), [59_86, 59_86, 0]);
    assert_eq!(both.due.total.cents(), 4_193_41);
    // The ceiling reached to the cent cuts nothing, and next month all.
    assert_eq!(shop("2024-12", 117_650_00, 2_000_00).ceiling, None);
    assert_eq!(shop("2024-12", 119_650_00, 2_000_00).base, Euro::ZERO);
    // A cent above the band of 2024 is there and costs nothing.
    let band = breakdown(&paid("2024-05", 4_584_01, facts("70201", 8, W))).overband.unwrap();
    assert_eq!((band.excess.cents(), band.contribution.total.cents()), (1, 0));
    assert_eq!(breakdown(&paid("2024-05", 4_584_00, facts("70201", 8, W))).overband, None);
}

#[test]
fn minima_of_other_years() {
    let low = |month, time, wage| {
        breakdown(&paid(month, wage, Facts { time: Some(time), ..facts("70201", 8, W) }))
    };
    // 26 days of 56.87: 1,478.62.
    let full = low("2024-03", Time::Days(26), 1_400_00);
    assert_eq!(full.floor.map(|floor| floor.raised_by.cents()), Some(78_62));
    assert_eq!(cents(full.due), [576_22, 139_83, 436_39]);
    // 57.32 × 6 / 40 = 8.598, so 8.60 an hour: 87 hours are 748.20.
    let part = low("2025-03", Time::Hours { paid: 87_00, weekly: 40_00, days_a_week: 6 }, 700_00);
    assert_eq!(
        part.floor.map(|floor| (floor.unit.cents(), floor.minimum.cents())),
        Some((8_60, 748_20))
    );
    assert_eq!(part.base.cents(), 748_20);
}

#[test]
fn what_is_reconstructed_says_so_line_by_line() {
    let craft = breakdown(&facts("40901", 3, W));
    let naspi = craft.lines.iter().find(|line| line.component == Component::Naspi).unwrap();
    assert_eq!(
        (naspi.rate, naspi.confidence),
        (Rate::from_hundredths(70), Confidence::Reconstructed)
    );
    assert_eq!(craft.confidence, Confidence::Reconstructed);
}
