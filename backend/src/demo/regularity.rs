//! The internal DURC of the last months: green where nothing happened, with what unpaid months bring. And a link to verify a document, made
//! in advance, for who wants to see what others see.

use shared::calendar::{Day, Instant, Month};
use shared::durc::MonthlyCheck;
use shared::ids::LinkId;

use super::Forge;
use super::companies::{Invented, Story};
use crate::durc::archive::filed;
use crate::durc::sample_secret;
use crate::durc::service::{link, put_monthly};
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::store::WriteTx;

/// Months of which checks are known.
const MONTHS: i32 = 17;
/// Companies that have any: the rest would only make the world larger.
const COMPANIES: usize = 1_000;
/// Sets the lots of links apart from all others.
const LINKS: u64 = 0x5eed_0004;

/// Stores the monthly checks of a company.
pub(super) fn invent(tx: &mut dyn WriteTx, company: &Invented, now: Instant) -> Result<()> {
    if company.number >= COMPANIES {
        return Ok(());
    }
    let today = now.day_in_rome();
    let last = Month::of(today).previous();
    for back in 0..MONTHS {
        put_monthly(tx, company.id, check(company, last.plus(-back), back, today))?;
    }
    if company.story == Story::Owner {
        share(tx, company, Forge::new(LINKS, now))?;
    }
    Ok(())
}

/// Makes the link to the document that is valid longest.
fn share(tx: &mut dyn WriteTx, company: &Invented, mut forge: Forge) -> Result<()> {
    let (documents, set) = (filed(tx, company.id, forge.today)?, parameters::current(tx)?);
    let days = documents.iter().filter_map(|one| Some((one, one.validity(&set.durc)?)));
    let Some((one, validity)) = days.max_by_key(|(_, validity)| validity.expires) else {
        return Ok(());
    };
    let id: LinkId = forge.id(forge.now);
    let until = (one.protocol.clone(), validity.expires);
    Ok(link(tx, company.id, (id, &sample_secret(id)), until, forge.now)?)
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
