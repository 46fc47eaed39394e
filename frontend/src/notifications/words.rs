//! What channels, events and steps are called.

use shared::lang::Lang;
use shared::notifications::{Channel, Event, Receipt, Step, Why};
use yew::AttrValue;

use super::text::texts;
use crate::words::moment;

pub(super) fn channel(channel: Channel, lang: Lang) -> &'static str {
    let words = texts(lang);
    match channel {
        Channel::Email => words.email,
        Channel::Pec => words.pec,
        Channel::Sms => words.sms,
    }
}

pub(super) fn event(event: Event, lang: Lang) -> &'static str {
    let words = texts(lang);
    let place = Event::ALL.into_iter().position(|one| one == event);
    place.and_then(|place| words.events.get(place)).copied().unwrap_or_default()
}

/// A step in a sentence.
pub(super) fn step(step: Step, lang: Lang) -> AttrValue {
    let words = texts(lang);
    match step {
        Step::Queued => words.queued.into(),
        Step::PutOff(until) => (words.put_off)(&moment(until, lang)).into(),
        Step::Gathered(until) => (words.gathered)(&moment(until, lang)).into(),
        Step::HandedOver => words.handed_over.into(),
        Step::TriedAgain(why) => (words.tried_again)(reason(why, lang)).into(),
        Step::Failed(why) => (words.failed)(reason(why, lang)).into(),
        Step::Receipted(receipt) => receipted(receipt, lang).into(),
    }
}

fn receipted(receipt: Receipt, lang: Lang) -> &'static str {
    let words = texts(lang);
    match receipt {
        Receipt::Accepted => words.accepted,
        Receipt::NotAccepted => words.not_accepted,
        Receipt::Delivered => words.delivered,
        Receipt::Late => words.late,
        Receipt::Undelivered => words.undelivered,
        Receipt::Virus => words.virus,
    }
}

pub(super) fn reason(why: Why, lang: Lang) -> &'static str {
    let words = texts(lang);
    match why {
        Why::Unreachable => words.unreachable,
        Why::Busy => words.busy,
        Why::AddressRefused => words.address_refused,
        Why::Refused => words.refused,
        Why::NoAddress => words.no_address,
        Why::NotSetUp => words.not_set_up,
    }
}
