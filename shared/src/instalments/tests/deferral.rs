use proptest::prelude::*;

use super::*;
use crate::calendar::Month;
use crate::interest::Error;
use crate::interest::tests::oracle;

#[test]
fn a_deferral_costs_the_rate_of_its_month() {
    let of = |month, until| {
        let month = Month::parse(month).unwrap();
        deferral(&shipped(), &rates(), Euro::from_whole(10_000), month, day(until))
    };
    let july = of("2025-07", "2025-09-16").unwrap();
    assert_eq!((july.due, july.days), (day("2025-08-20"), 27));
    assert_eq!((july.rate, july.interest), (Rate::from_hundredths(815), Euro::from_cents(60_29)));
    // The TUR changed on 11 June: it counts for the whole of June, and not for May.
    assert_eq!(of("2025-06", "2025-08-20").unwrap().rate, Rate::from_hundredths(815));
    assert_eq!(of("2025-05", "2025-07-16").unwrap().rate, Rate::from_hundredths(840));
    assert_eq!(of("2025-07", "2025-08-20").unwrap().interest, Euro::ZERO);
    assert_eq!(of("2025-07", "2025-08-19"), Err(Error::Backwards));
}

proptest! {
    #[test]
    fn a_deferral_is_simple_interest(cents in 0i64..=1_000_000_000_00, days in 0i64..=400) {
        let month = Month::new(2025, 7).unwrap();
        let amount = Euro::from_cents(cents);
        let until = day("2025-08-20").plus_days(days);
        let found = deferral(&shipped(), &rates(), amount, month, until).unwrap();
        prop_assert_eq!(found.interest, oracle(amount, found.rate, found.days));
        prop_assert_eq!(found.total, amount + found.interest);
    }
}
