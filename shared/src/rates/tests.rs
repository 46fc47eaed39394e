use super::*;
use crate::fiscal::{Ca, Csc};
use crate::money::half_up;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn expected(csc: &str, cas: &str, size: u32, qualification1: char) -> Option<Expected> {
    let (csc, cas) = (Csc::parse(csc).unwrap(), Ca::parse_all(cas).unwrap());
    expected_rate(&csc, &cas, size, qualification1, false, month("2025-09"))
}

#[test]
fn totals_of_each_sector_and_size() {
    for (csc, size, blue, white) in [
        ("10101", 15, Some(3987), Some(3765)),
        ("10101", 16, Some(4077), Some(3855)),
        ("10101", 50, Some(4077), Some(3855)),
        ("10101", 51, Some(4107), Some(3885)),
        ("11301", 15, Some(4287), Some(3765)),
        ("11305", 16, Some(4377), None),
        ("11306", 15, Some(3987), Some(3765)),
        ("40901", 3, Some(3612), Some(3390)),
        ("41304", 3, Some(4082), Some(3560)),
        ("41307", 3, Some(3612), Some(3390)),
        ("70201", 0, Some(3867), Some(3867)),
        ("70201", 5, Some(3867), Some(3867)),
        ("70201", 6, Some(3897), Some(3897)),
        ("70101", 16, Some(3987), Some(3987)),
        ("70502", 4, Some(3944), Some(3867)),
        ("70502", 13, Some(3974), Some(3897)),
        ("70502", 16, Some(4064), Some(3987)),
    ] {
        for (qualification, hundredths) in [('1', blue), ('2', white)] {
            let total = expected(csc, "", size, qualification).map(|rate| rate.total);
            assert_eq!(
                total,
                hundredths.map(Rate::from_hundredths),
                "{csc} {size} {qualification}"
            );
        }
    }
}

#[test]
fn what_is_not_known_is_not_guessed() {
    for (csc, cas, size, qualification1) in [
        ("20101", "", 20, '2'),
        ("50101", "", 20, '1'),
        ("60101", "", 20, '2'),
        ("10106", "", 20, '1'),
        ("11310", "", 20, '1'),
        ("70401", "3X", 20, '1'),
        ("40901", "0J5B", 20, '1'),
        ("70201", "6A", 20, '2'),
        ("70201", "", 20, '3'),
        ("70201", "", 9, '5'),
        ("11301", "", 12, '5'),
        ("70201", "", 20, 'x'),
    ] {
        assert_eq!(expected(csc, cas, size, qualification1), None, "{csc} {cas} {qualification1}");
    }
    assert!(expected("70502", "0J", 13, '1').is_some());
}

#[test]
fn fixed_terms_add_their_surcharge_but_for_apprentices() {
    let csc = Csc::parse("70201").unwrap();
    for (qualification1, hundredths) in [('1', 4037), ('5', 1825)] {
        let rate = expected_rate(&csc, &[], 12, qualification1, true, month("2025-09")).unwrap();
        assert_eq!(rate.total, Rate::from_hundredths(hundredths));
    }
}

#[test]
fn years_near_the_tables_are_supposed_and_others_unknown() {
    let csc = Csc::parse("70201").unwrap();
    for (text, confidence) in [
        ("2022-12", None),
        ("2023-01", Some(Confidence::Reconstructed)),
        ("2024-01", Some(Confidence::Derived)),
        ("2026-12", Some(Confidence::Derived)),
        ("2027-12", Some(Confidence::Reconstructed)),
        ("2028-01", None),
    ] {
        let rate = expected_rate(&csc, &[], 3, '1', false, month(text));
        assert_eq!(rate.map(|rate| rate.confidence), confidence, "{text}");
    }
    assert!(expected("40901", "", 3, '1').unwrap().confidence > Confidence::Derived);
}

#[test]
fn the_shares_add_up_to_the_cent() {
    let shop = expected("70201", "", 8, '1').unwrap().on(Euro::from_whole(2_000));
    assert_eq!(
        (shop.total.cents(), shop.employee.cents(), shop.employer.cents()),
        (77_940, 18_913, 59_027)
    );
    let apprentice =
        apprentice_rate(Apprenticeship::Professional, 10, 0).on(Euro::from_whole(1_400));
    assert_eq!(
        (apprentice.total.cents(), apprentice.employee.cents(), apprentice.employer.cents()),
        (24_430, 8_176, 16_254)
    );
}

#[test]
fn small_firms_pay_less_for_young_apprentices() {
    for (kind, size, served, hundredths) in [
        (Apprenticeship::Professional, 9, 0, 895),
        (Apprenticeship::Professional, 9, 11, 895),
        (Apprenticeship::Professional, 9, 12, 1045),
        (Apprenticeship::Professional, 9, 24, 1745),
        (Apprenticeship::Professional, 10, 0, 1745),
        (Apprenticeship::FirstLevel, 9, 0, 734),
        (Apprenticeship::FirstLevel, 9, 23, 884),
        (Apprenticeship::FirstLevel, 9, 24, 1084),
        (Apprenticeship::FirstLevel, 10, 0, 1084),
    ] {
        let rate = apprentice_rate(kind, size, served).total;
        assert_eq!(rate, Rate::from_hundredths(hundredths), "{kind:?} {size} {served}");
    }
}

#[test]
fn collaborators_pay_by_their_cover_and_bear_a_third() {
    for (kind, hundredths) in [
        (CollaboratorKind::WithUnemployment, 3503),
        (CollaboratorKind::WithoutUnemployment, 3372),
        (CollaboratorKind::OtherCover, 2400),
    ] {
        let rate = collaborator_rate(kind, month("2026-03"));
        assert_eq!(rate, Some(Rate::from_hundredths(hundredths)));
    }
    assert_eq!(collaborator_rate(CollaboratorKind::OtherCover, month("2021-12")), None);
    assert_eq!(client_share(Euro::from_cents(52_545)), Euro::from_cents(35_030));
    assert_eq!(client_share(Euro::from_cents(100)), Euro::from_cents(67));
}

#[test]
fn yearly_figures_are_a_twelfth_by_the_month() {
    for year in 2024..=2026 {
        let figures = yearly(year).unwrap();
        let twelfth = Euro::from_cents(half_up(i128::from(figures.first_band.cents()), 12));
        assert_eq!(twelfth.whole() * 100, figures.first_band_month.cents(), "{year}");
    }
    assert_eq!(yearly(2020), None);
}
