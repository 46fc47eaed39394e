//! The internal DURC of the last months: green where nothing happened, with what unpaid months bring.

use shared::calendar::{Day, Month};
use shared::durc::MonthlyCheck;

use super::companies::{Invented, Story};
use crate::durc::service::put_monthly;
use crate::fault::Result;
use crate::store::WriteTx;

/// Months of which checks are known.
const MONTHS: i32 = 17;
/// Companies that have any: the rest would only make the world larger.
const COMPANIES: usize = 1_000;

/// Stores the monthly checks of a company.
pub(super) fn invent(tx: &mut dyn WriteTx, company: &Invented, today: Day) -> Result<()> {
    if company.number >= COMPANIES {
        return Ok(());
    }
    let last = Month::of(today).previous();
    for back in 0..MONTHS {
        put_monthly(tx, company.id, check(company, last.plus(-back), back, today))?;
    }
    Ok(())
}

/// Of whoever does not pay the last months are lost, but for the latest, of which the notice runs; of some others one month was lost, or
/// was cured in time.
fn check(company: &Invented, month: Month, back: i32, today: Day) -> MonthlyCheck {
    let told = month.last_day().plus_days(10);
    let (notified, cured) = match (company.story, back, company.number % 5) {
        (Story::Unpaid, 0, _) => (Some(today.plus_days(-6)), None),
        (Story::Unpaid, 1..=4, _) | (_, 6, 3) => (Some(told), None),
        (_, 4, 0) => (Some(told), Some(told.plus_days(9))),
        _ => (None, None),
    };
    MonthlyCheck { month, notified, cured }
}
