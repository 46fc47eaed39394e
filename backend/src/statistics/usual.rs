//! How long an office usually takes about a topic, kept once it was reckoned: a request that is sent reads one figure.

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Month};
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::statistics::{Figure, Histogram};

use super::service::publication;
use super::table::{BY_TOPIC, USUAL};
use crate::fault::Result;
use crate::store::{ReadTx, WriteTx};

/// The figure of some months, none where there were fewer requests than may be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Kept {
    #[n(0)]
    from: i32,
    #[n(1)]
    to: i32,
    #[n(2)]
    fewest: u16,
    #[n(3)]
    ninety: Option<u16>,
}

/// Working days within which an office answered nine requests in ten about a topic, over the months of which is told today; none where
/// too few are known.
///
/// # Errors
/// Those of the store; where nothing says what may be told.
pub fn ninety(tx: &dyn ReadTx, about: (OfficeCode, TopicId), today: Day) -> Result<Option<u16>> {
    Ok(known(tx, about, today)?.0.ninety)
}

/// As [`ninety`], and keeps it for whoever asks next.
///
/// # Errors
/// As those of [`ninety`].
pub fn keep_ninety(
    tx: &mut dyn WriteTx,
    about: (OfficeCode, TopicId),
    today: Day,
) -> Result<Option<u16>> {
    let (figure, is_kept) = known(tx, about, today)?;
    if !is_kept {
        USUAL.put(tx, &place(about), &figure)?;
    }
    Ok(figure.ninety)
}

/// What is kept is of other requests than before, if it is of this month.
pub(super) fn forget(
    tx: &mut dyn WriteTx,
    about: (OfficeCode, TopicId),
    month: Month,
) -> Result<()> {
    let kept = USUAL.get(tx, &place(about))?;
    if kept.is_some_and(|kept| (kept.from..=kept.to).contains(&month.index())) {
        USUAL.delete(tx, &place(about))?;
    }
    Ok(())
}

/// The figure of today, and whether it is the one that is kept.
fn known(tx: &dyn ReadTx, about: (OfficeCode, TopicId), today: Day) -> Result<(Kept, bool)> {
    let (terms, from, to) = publication(tx, today)?;
    let (from, to, fewest) = (from.index(), to.index(), terms.fewest);
    let is_it = |kept: &Kept| (kept.from, kept.to, kept.fewest) == (from, to, fewest);
    if let Some(kept) = USUAL.get(tx, &place(about))?.filter(is_it) {
        return Ok((kept, true));
    }
    let mut whole = Histogram::default();
    for month in from..=to {
        let cell = (about.0.number(), month, about.1.0);
        if let Some(counts) = BY_TOPIC.get(tx, &cell)? {
            whole.join(&counts.into());
        }
    }
    let ninety = Figure::of(&whole, fewest).map(|figure| figure.ninety);
    Ok((Kept { from, to, fewest, ninety }, false))
}

fn place((office, topic): (OfficeCode, TopicId)) -> (u16, u16) {
    (office.number(), topic.0)
}
