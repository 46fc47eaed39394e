//! The totals of each sector and size.

use super::*;
use crate::money::Rate;
use crate::notices::ContributionTolerance;
use crate::parameters::{Confidence, Missing, Parameter};
use crate::rates::{Component, Counting, Parameters, RateError, compare};

const B: Collar = Collar::BlueCollar;
const W: Collar = Collar::WhiteCollar;
const E: Collar = Collar::Executive;

/// CSC, size, category, total and employee's part in millionths, how well known.
const TOTALS: [(&str, u32, Collar, u32, u32, Confidence); 45] = [
    ("10101", 0, B, 398_700, 91_900, Confidence::Derived),
    ("10101", 15, B, 398_700, 91_900, Confidence::Derived),
    ("10101", 15, W, 376_500, 91_900, Confidence::Derived),
    ("10101", 16, B, 407_700, 94_900, Confidence::Derived),
    ("10101", 50, B, 407_700, 94_900, Confidence::Derived),
    ("10101", 16, W, 385_500, 94_900, Confidence::Derived),
    ("10101", 51, B, 410_700, 94_900, Confidence::Derived),
    ("10101", 51, W, 388_500, 94_900, Confidence::Derived),
    ("11301", 15, B, 428_700, 91_900, Confidence::Derived),
    ("11301", 15, W, 376_500, 91_900, Confidence::Derived),
    ("11305", 16, B, 437_700, 94_900, Confidence::Derived),
    ("11305", 90, B, 437_700, 94_900, Confidence::Derived),
    ("11305", 16, W, 385_500, 94_900, Confidence::Derived),
    ("11305", 51, W, 388_500, 94_900, Confidence::Derived),
    ("11306", 15, B, 398_700, 91_900, Confidence::Derived),
    ("40901", 3, B, 361_200, 91_900, Confidence::Reconstructed),
    ("40901", 3, W, 339_000, 91_900, Confidence::Reconstructed),
    ("41304", 3, B, 408_200, 91_900, Confidence::Reconstructed),
    ("41304", 3, W, 356_000, 91_900, Confidence::Reconstructed),
    ("41307", 3, B, 361_200, 91_900, Confidence::Reconstructed),
    ("70201", 0, B, 386_700, 93_567, Confidence::Derived),
    ("70201", 5, B, 386_700, 93_567, Confidence::Derived),
    ("70201", 5, W, 386_700, 93_567, Confidence::Derived),
    ("70201", 6, B, 389_700, 94_567, Confidence::Derived),
    ("70201", 15, W, 389_700, 94_567, Confidence::Derived),
    ("70101", 16, B, 398_700, 97_567, Confidence::Derived),
    ("70101", 16, W, 398_700, 97_567, Confidence::Derived),
    ("70101", u32::MAX, W, 398_700, 97_567, Confidence::Derived),
    ("70301", 5, W, 386_700, 93_567, Confidence::Derived),
    ("70401", 6, W, 389_700, 94_567, Confidence::Derived),
    ("70701", 16, W, 398_700, 97_567, Confidence::Derived),
    ("70502", 4, B, 394_400, 93_567, Confidence::Derived),
    ("70502", 4, W, 386_700, 93_567, Confidence::Derived),
    ("70502", 13, B, 397_400, 94_567, Confidence::Derived),
    ("70502", 13, W, 389_700, 94_567, Confidence::Derived),
    ("70502", 16, B, 406_400, 97_567, Confidence::Derived),
    ("70502", 16, W, 398_700, 97_567, Confidence::Derived),
    ("10101", 3, E, 361_500, 91_900, Confidence::Reconstructed),
    ("10101", 90, E, 361_500, 91_900, Confidence::Reconstructed),
    ("11301", 20, E, 361_500, 91_900, Confidence::Reconstructed),
    ("41304", 51, W, 359_000, 91_900, Confidence::Reconstructed),
    ("60101", 1, W, 359_500, 91_900, Confidence::Reconstructed),
    ("60101", 15, W, 359_500, 91_900, Confidence::Reconstructed),
    ("60101", 16, W, 359_500, 91_900, Confidence::Reconstructed),
    ("60101", 51, W, 359_500, 91_900, Confidence::Reconstructed),
];

#[test]
fn components_sum_up_to_the_totals() {
    let parameters = parameters();
    for (csc, size, collar, total, employee, confidence) in TOTALS {
        for year in 2024..=2026 {
            let month = Month::new(year, 12).unwrap();
            let rate = Facts { month, ..facts(csc, size, collar) }.rate(parameters).unwrap();
            let expected = Expected {
                total: Rate::from_millionths(total),
                employee: Rate::from_millionths(employee),
                confidence,
            };
            assert_eq!(rate, expected, "{csc} {size} {collar:?} {year}");
        }
    }
}

#[test]
fn apprentices_by_kind_size_and_months() {
    let parameters = parameters();
    let professional = |months_served| Standing::Professional { months_served };
    let first_level = |months_served| Standing::FirstLevel { months_served };
    let confirmed = |months_since| Standing::Confirmed { months_since };
    // Crafts have no wage-support fund inside the rate.
    for (standing_now, size, total) in [
        (professional(0), 9, 8_95),
        (professional(11), 9, 8_95),
        (professional(12), 9, 10_45),
        (professional(23), 9, 10_45),
        (professional(24), 9, 17_45),
        (professional(u32::MAX), 0, 17_45),
        (professional(0), 10, 17_45),
        (first_level(0), 9, 7_34),
        (first_level(12), 9, 8_84),
        (first_level(24), 9, 10_84),
        (first_level(0), 10, 10_84),
        (confirmed(0), 9, 17_45),
        (confirmed(11), 10, 17_45),
    ] {
        let rate = standing(facts("40901", size, B), standing_now).rate(parameters).unwrap();
        assert_eq!(rate.total, Rate::from_hundredths(total), "{standing_now:?} {size}");
        assert_eq!(rate.employee, Rate::from_hundredths(5_84), "{standing_now:?} {size}");
    }
}

#[test]
fn confirmed_apprentices_become_workers_after_a_year() {
    let parameters = parameters();
    let rate = |now| standing(facts("70201", 8, W), now).rate(parameters).unwrap();
    let confirmed = rate(Standing::Confirmed { months_since: 11 });
    assert_eq!(confirmed.total - confirmed.employee, Rate::from_millionths(116_100 + 5_333));
    assert_eq!(rate(Standing::Confirmed { months_since: 12 }), rate(Standing::Ordinary));
    // For how long is for the table to say.
    let mut shorter = serde_json::to_value(&parameters.rates).unwrap();
    for entry in shorter["components"].as_array_mut().unwrap() {
        if entry["standings"] == serde_json::json!(["confirmed"]) {
            entry["before_month"] = 6.into();
        }
    }
    let rates = serde_json::from_value(shorter).unwrap();
    let shorter = Parameters { rates, ..parameters.clone() };
    let six = Standing::Confirmed { months_since: 6 };
    let in_six = standing(facts("70201", 12, W), six).rate(&shorter);
    assert_eq!(in_six, facts("70201", 12, W).rate(&shorter));
}

#[test]
fn apprentices_pay_for_wage_support_as_others_do() {
    let parameters = parameters();
    let apprentice = Standing::Professional { months_served: 0 };
    for (csc, size, collar, total, employee) in [
        ("10101", 15, B, 191_500, 58_400),
        ("10101", 16, W, 200_500, 61_400),
        ("10101", 51, W, 203_500, 61_400),
        ("70201", 12, W, 182_500, 61_067),
        ("70201", 16, W, 191_500, 64_067),
        ("70502", 5, B, 94_500, 60_067),
        ("11301", 12, B, 221_500, 58_400),
        ("11301", 12, W, 191_500, 58_400),
    ] {
        let rate = standing(facts(csc, size, collar), apprentice).rate(parameters).unwrap();
        let found = (rate.total.millionths(), rate.employee.millionths());
        assert_eq!(found, (total, employee), "{csc} {size}");
    }
}

#[test]
fn funds_of_commerce() {
    let parameters = parameters();
    let rate = |facts: Facts| facts.rate(parameters).map(|rate| rate.total.millionths());
    let services = |size| facts("70701", size, W);
    for (size, total) in [(5, 386_700), (6, 389_700), (15, 389_700), (16, 391_700)] {
        let professional = Facts { fund: Fund::Professional, ..services(size) };
        assert_eq!(rate(professional), Ok(total), "{size}");
        let apart = Facts { fund: Fund::Apart, ..services(size) };
        assert_eq!(rate(apart), Ok(381_700), "{size}");
    }
}

#[test]
fn stone_trades_have_a_cigo_of_their_own() {
    let parameters = parameters();
    let stone = |csc, size, collar| {
        let rate = Facts { fund: Fund::Stone, ..facts(csc, size, collar) }.rate(parameters);
        rate.map(|rate| (rate.total.millionths(), rate.employee.millionths())).unwrap()
    };
    assert_eq!(stone("10101", 15, B), (414_700, 91_900));
    assert_eq!(stone("10101", 16, B), (423_700, 94_900));
    assert_eq!(stone("10101", 51, B), (423_700, 94_900));
    assert_eq!(stone("10101", 15, W), (376_500, 91_900));
    assert_eq!(stone("10101", 51, W), (388_500, 94_900));
    assert_eq!(stone("40901", 8, B), (394_200, 91_900));
    let line = |csc, component| {
        let found = breakdown(&Facts { fund: Fund::Stone, ..facts(csc, 8, B) });
        found.lines.into_iter().find(|line| line.component == component)
    };
    let cigo = line("10101", Component::CigoStone).unwrap();
    assert_eq!((cigo.rate, cigo.confidence), (Rate::from_hundredths(3_30), Confidence::Derived));
    assert!(cigo.source.contains("148/2015"));
    let others = [("10101", Component::Cigo), ("40901", Component::Fsba)];
    assert!(others.into_iter().all(|(csc, component)| line(csc, component).is_none()));
    let apprentice = Standing::Professional { months_served: 0 };
    let learning = Facts { fund: Fund::Stone, ..standing(facts("10101", 12, B), apprentice) };
    assert_eq!(learning.rate(parameters).unwrap().total, Rate::from_hundredths(20_75));
}

#[test]
fn in_pastry_shops_sickness_is_dearer() {
    let rate = |csc, size, collar, pastry| {
        let facts = Facts { pastry, ..facts(csc, size, collar) };
        facts.rate(parameters()).map(|rate| rate.total.millionths())
    };
    // 0.77 more than in other shops, and 0.99 more than in other crafts.
    for (csc, size, collar, total) in [
        ("70201", 4, B, 394_400),
        ("70201", 13, B, 397_400),
        ("70201", 16, B, 406_400),
        ("70201", 13, W, 389_700),
        ("40901", 3, B, 371_100),
        ("40901", 3, W, 339_000),
    ] {
        assert_eq!(rate(csc, size, collar, true), Ok(total), "{csc} {size} {collar:?}");
    }
    // Elsewhere it changes nothing.
    for csc in ["70502", "10101", "41304", "11301"] {
        assert_eq!(rate(csc, 8, B, true), rate(csc, 8, B, false), "{csc}");
    }
    let found = breakdown(&Facts { pastry: true, ..facts("70201", 4, B) });
    let of = |component| found.lines.iter().any(|line| line.component == component);
    assert!(of(Component::SicknessPastry) && !of(Component::Sickness));
    let mut rates = serde_json::to_value(&parameters().rates).unwrap();
    let components = rates["components"].as_array_mut().unwrap();
    components.retain(|one| one["component"] != "sickness_pastry");
    let before =
        Parameters { rates: serde_json::from_value(rates).unwrap(), ..parameters().clone() };
    let shop = facts("70201", 4, B);
    let parameter = Parameter::ContributionRate(Component::SicknessPastry);
    let missing = Missing { parameter, day: shop.month.first_day() };
    let refused = Facts { pastry: true, ..shop.clone() }.rate(&before);
    assert_eq!(refused, Err(RateError::Missing(missing)));
    assert!(shop.rate(&before).is_ok());
}

#[test]
fn managers_of_industry_cost_more_for_the_guarantee_of_the_tfr() {
    let manager = breakdown(&facts("10101", 60, E));
    let line = manager.lines.iter().find(|line| line.component == Component::TfrGuarantee).unwrap();
    assert_eq!((line.rate, line.amount.total.cents()), (Rate::from_hundredths(40), 8_00));
    assert_eq!(line.confidence, Confidence::Reconstructed, "to be verified");
    assert_eq!(manager.confidence, Confidence::Reconstructed);
    let supports = [Component::Sickness, Component::Cigo, Component::Cigs];
    assert!(manager.lines.iter().all(|line| !supports.contains(&line.component)));
    let usual = ContributionTolerance::usual();
    let found = compare(manager.rate, manager.base, Euro::from_whole(700), usual).unwrap();
    assert!(found.differs && !found.is_evidence());
}

#[test]
fn fis_is_cheaper_since_2025_for_small_firms_without_claims() {
    let parameters = parameters();
    for (year, size, total) in
        [(2024, 5, 386_700), (2025, 5, 384_700), (2026, 5, 384_700), (2026, 6, 389_700)]
    {
        let month = Month::new(year, 1).unwrap();
        let small = Facts { no_fis_claims: true, month, ..facts("70201", size, W) };
        let rate = small.rate(parameters).unwrap();
        assert_eq!(rate.total.millionths(), total, "{year} {size}");
    }
}

#[test]
fn fixed_terms_and_renewals_add_to_the_employers_part() {
    let parameters = parameters();
    let open = facts("70201", 12, B);
    let term = |renewals, exempt| Contract::FixedTerm(FixedTerm { renewals, exempt });
    for (contract, more) in
        [(term(0, false), 1_40), (term(1, false), 1_90), (term(3, false), 2_90), (term(3, true), 0)]
    {
        let rate = Facts { contract, ..open.clone() }.rate(parameters).unwrap();
        assert_eq!(rate.total, Rate::from_hundredths(38_97 + more));
        assert_eq!(rate.employee, Rate::from_millionths(94_567));
        let notes = breakdown(&Facts { contract, ..open.clone() }).notes;
        assert_eq!(notes.contains(&Note::SurchargeRefunded), more > 0);
        let apprentice = standing(
            Facts { contract, ..open.clone() },
            Standing::Professional { months_served: 0 },
        );
        assert_eq!(apprentice.rate(parameters).unwrap().total, Rate::from_hundredths(18_25));
    }
}

#[test]
fn the_training_fund_costs_nothing_and_the_crafts_fund_is_paid_apart() {
    let line = |csc, size, component| {
        let lines = breakdown(&facts(csc, size, B)).lines;
        lines.into_iter().find(|line| line.component == component)
    };
    let training = line("70201", 5, Component::TrainingFund).unwrap();
    assert_eq!((training.counting, training.rate), (Counting::Within, Rate::from_hundredths(30)));
    let crafts = line("40901", 15, Component::Fsba).unwrap();
    assert_eq!((crafts.counting, crafts.rate), (Counting::Apart, Rate::from_hundredths(60)));
    assert_eq!(crafts.employee_rate, Rate::from_hundredths(15));
    let larger = line("40901", 16, Component::Fsba).unwrap();
    assert_eq!((larger.counting, larger.rate), (Counting::Apart, Rate::from_hundredths(1_00)));
    assert_eq!(larger.employee_rate, Rate::from_hundredths(25));
    assert_eq!(larger.confidence, Confidence::Reconstructed, "to be verified");
    let notes = |csc, size| breakdown(&facts(csc, size, W)).notes;
    assert_eq!((notes("40901", 16), notes("40901", 15)), (Vec::new(), Vec::new()));
    assert_eq!(notes("60101", 15), [Note::OwnFundOnTop]);
}
