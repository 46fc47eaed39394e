//! What people wish to be told, and how.

use shared::ids::PersonId;
use shared::notifications::{Channel, Choice, Digest, Event, Prefer, Quiet, Wishes};

use super::table::{WISHES, WishesRow};
use crate::fault::{Error, Result};
use crate::store::{ReadTx, WriteTx};

/// What a person wishes; what is usual if they never said.
pub(super) fn of(tx: &dyn ReadTx, person: PersonId) -> Result<Wishes> {
    let WishesRow { choices, digest, quiet } = WISHES.get(tx, &person)?.unwrap_or_default();
    let choices = choices.into_iter().filter_map(|(event, channel, on)| {
        Some(Choice {
            event: Event::from_number(event)?,
            channel: Channel::from_number(channel)?,
            on,
        })
    });
    Ok(Wishes {
        choices: choices.collect(),
        digest: match digest {
            1 => Digest::Hourly,
            2 => Digest::Daily,
            _ => Digest::Immediate,
        },
        quiet: quiet.map(|(from, to)| Quiet { from, to }),
    })
}

/// Changes what a person wishes.
pub(super) fn change(tx: &mut dyn WriteTx, person: PersonId, prefer: &Prefer) -> Result<Wishes> {
    if prefer.quiet.is_some_and(|quiet| !quiet.is_one()) {
        return Err(Error::field("quiet", "not_hours"));
    }
    let mut row = WISHES.get(tx, &person)?.unwrap_or_default();
    for Choice { event, channel, on } in &prefer.choices {
        let (event, channel) = (event.number(), channel.number());
        row.choices.retain(|(of, by, _)| (*of, *by) != (event, channel));
        row.choices.push((event, channel, *on));
    }
    row.digest = match prefer.digest {
        Digest::Immediate => 0,
        Digest::Hourly => 1,
        Digest::Daily => 2,
    };
    row.quiet = prefer.quiet.map(|Quiet { from, to }| (from, to));
    WISHES.put(tx, &person, &row)?;
    of(tx, person)
}
