//! How long an office usually takes about a topic, kept once it was reckoned: a request that is sent reads one figure.

use minicbor::{Decode, Encode};
use shared::calendar::{Day, Month};
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::statistics::{Figure, Histogram};

use super::service::publication;
use super::table::{BY_TOPIC, USUAL};
use crate::fault::Result;
use crate::offices::service as offices;
use crate::parameters::service as parameters;
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

/// The figure of today, and whether it need not be kept: it is, or it is of an office or a topic with those that it has taken over, which
/// the counts of each would have to tell.
fn known(tx: &dyn ReadTx, about: (OfficeCode, TopicId), today: Day) -> Result<(Kept, bool)> {
    let (terms, from, to) = publication(tx, today)?;
    let (from, to, fewest) = (from.index(), to.index(), terms.fewest);
    let is_it = |kept: &Kept| (kept.from, kept.to, kept.fewest) == (from, to, fewest);
    let parts = offices::parts(tx, about.0, today)?;
    let topics = parameters::topics(tx)?.gathered(about.1);
    let is_one = parts.len() == 1 && topics.len() == 1;
    if is_one && let Some(kept) = USUAL.get(tx, &place(about))?.filter(is_it) {
        return Ok((kept, true));
    }
    let mut whole = Histogram::default();
    for (month, part) in (from..=to).flat_map(|month| parts.iter().map(move |part| (month, part))) {
        for topic in &topics {
            if let Some(counts) = BY_TOPIC.get(tx, &(part.number(), month, topic.0))? {
                whole.join(&counts.into());
            }
        }
    }
    let ninety = Figure::of(&whole, fewest).map(|figure| figure.ninety);
    Ok((Kept { from, to, fewest, ninety }, !is_one))
}

fn place((office, topic): (OfficeCode, TopicId)) -> (u16, u16) {
    (office.number(), topic.0)
}
