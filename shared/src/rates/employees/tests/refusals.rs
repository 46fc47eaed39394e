//! What is not known is not guessed.

use super::*;
use crate::fiscal::Ca;
use crate::parameters::Parameter;
use crate::rates::{Component, RateError, Sector};

fn refusal(facts: &Facts) -> RateError {
    facts.breakdown(parameters()).unwrap_err()
}

fn shop() -> Facts {
    facts("70201", 20, Collar::BlueCollar)
}

fn with_cas(csc: &str, cas: &str) -> Facts {
    Facts { cas: Ca::parse_all(cas).unwrap(), ..facts(csc, 13, Collar::BlueCollar) }
}

#[test]
fn unknown_codes_are_named() {
    for csc in ["20101", "30101", "50101", "80101", "11310", "41399"] {
        let facts = facts(csc, 20, Collar::BlueCollar);
        assert_eq!(refusal(&facts), RateError::UnknownCsc(facts.csc));
    }
    for csc in ["10106", "11901", "12001"] {
        let facts = facts(csc, 20, Collar::BlueCollar);
        assert_eq!(refusal(&facts), RateError::SpecialCsc(facts.csc));
    }
    let credit = facts("60101", 20, Collar::BlueCollar);
    let (sector, collar) = (Sector::Credit, Collar::BlueCollar);
    assert_eq!(refusal(&credit), RateError::UnknownWorker { sector, collar });
    let manager = facts("70201", 20, Collar::Executive);
    let (sector, collar) = (Sector::Commerce, Collar::Executive);
    assert_eq!(refusal(&manager), RateError::UnknownWorker { sector, collar });
    let sector = Sector::Credit;
    let apprentice = Standing::Professional { months_served: 0 };
    let collar = Collar::WhiteCollar;
    let learning = standing(facts("60101", 20, collar), apprentice);
    assert_eq!(refusal(&learning), RateError::UnknownWorker { sector, collar });
}

#[test]
fn authorisations_have_effects_that_are_known_or_none() {
    let ca = |text| Ca::parse(text).unwrap();
    for code in ["3B", "3X", "5B", "5C", "5D", "5F", "5G", "6A", "6B", "6C", "6D", "6N"] {
        assert_eq!(refusal(&with_cas("70401", code)), RateError::OtherRules(ca(code)));
    }
    for code in ["3B", "3X"] {
        let against = RateError::CaAgainst { ca: ca(code), sector: Sector::Commerce };
        assert_eq!(refusal(&with_cas("70201", code)), against);
    }
    assert_eq!(refusal(&with_cas("70201", "0J9Z")), RateError::UnknownCa(ca("9Z")));
    let sector = Sector::Industry;
    let against = RateError::CaAgainst { ca: ca("0J"), sector };
    assert_eq!(refusal(&with_cas("10101", "0J")), against);
    assert_eq!(breakdown(&with_cas("70502", "0J")).rate, breakdown(&with_cas("70502", "")).rate);
    for (csc, code) in [("41304", "7N"), ("70201", "2H")] {
        let found = breakdown(&with_cas(csc, code));
        assert_eq!(found.notes, [Note::SettledAsCredit(ca(code))]);
        assert_eq!(found.rate, breakdown(&with_cas(csc, "")).rate);
    }
}

#[test]
fn funds_that_do_not_go_with_the_sector() {
    let of = |csc, fund| refusal(&Facts { fund, ..facts(csc, 8, Collar::WhiteCollar) });
    assert_eq!(of("70201", Fund::Professional), RateError::FundAgainst(Sector::Commerce));
    assert_eq!(of("70502", Fund::Professional), RateError::FundAgainst(Sector::PublicHouses));
    assert_eq!(of("10101", Fund::Apart), RateError::FundAgainst(Sector::Industry));
    for (csc, sector) in [("70201", Sector::Commerce), ("11301", Sector::ConstructionIndustry)] {
        assert_eq!(of(csc, Fund::Stone), RateError::FundAgainst(sector));
    }
    let both = Facts { fund: Fund::Apart, ..with_cas("70201", "0J") };
    let ca = Ca::parse("0J").unwrap();
    assert_eq!(refusal(&both), RateError::CaAgainst { ca, sector: Sector::Commerce });
}

#[test]
fn months_without_values_are_named() {
    for month in ["0001-01", "2023-12", "2027-01", "9999-12"] {
        let month = Month::parse(month).unwrap();
        let RateError::Missing(missing) = refusal(&Facts { month, ..shop() }) else {
            panic!("{month}");
        };
        assert_eq!(missing.parameter, Parameter::ContributionRate(Component::Ivs));
        assert_eq!(missing.day, month.first_day());
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let below = Euro::from_cents(-1);
    assert_eq!(refusal(&Facts { wage: below, ..shop() }), RateError::Negative);
    let insured = Insured::Since1996 { earlier: below };
    assert_eq!(refusal(&Facts { insured, ..shop() }), RateError::Negative);
    let hours = |paid, weekly, days_a_week| Time::Hours { paid, weekly, days_a_week };
    for time in [
        Time::Days(32),
        Time::Days(u32::MAX),
        hours(80_00, 0, 5),
        hours(80_00, 40_00, 0),
        hours(80_00, 40_00, 8),
        hours(u32::MAX, 40_00, 6),
        hours(80_00, 200_00, 6),
    ] {
        assert_eq!(refusal(&Facts { time: Some(time), ..shop() }), RateError::Time);
    }
}

#[test]
fn the_largest_amounts_are_no_trouble() {
    let most = Euro::from_cents(i64::MAX);
    let insured = Insured::Since1996 { earlier: most };
    let time = Some(Time::Days(31));
    let contract = Contract::FixedTerm(FixedTerm { renewals: u8::MAX, exempt: false });
    for insured in [insured, Insured::Before1996] {
        let found =
            breakdown(&Facts { wage: most, insured, time, contract, size: u32::MAX, ..shop() });
        assert!(!found.due.total.is_negative());
    }
}
