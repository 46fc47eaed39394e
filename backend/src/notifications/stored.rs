//! Between what is said and what is stored.

use shared::calendar::Instant;
use shared::lang::Lang;
use shared::notifications::{About, Receipt, Step, Told, Why};

use super::announce::{Announcement, Words};
use super::table::{Note, Spoken, StepRow, Values};

pub(super) fn note(at: Instant, what: &Announcement) -> Note {
    Note {
        event: what.event.number(),
        at,
        company: what.company,
        about: match &what.about {
            About::Request(id) => (1, id.clone()),
            About::Desk(id) => (2, id.clone()),
            About::Durc(company) => (3, company.to_string()),
        },
        words: values(&what.words),
        key: what.key.clone(),
    }
}

fn values(words: &Words) -> Values {
    Values {
        protocol: words.protocol.clone(),
        topic: words.topic.as_ref().map(|topic| spoken(|lang| topic.of(lang))),
        office: words.office.clone(),
        company: words.company.clone(),
        day: words.day,
        detail: words.detail.map(|detail| spoken(|lang| detail.of(lang))),
        quote: words.quote.clone(),
    }
}

fn spoken<'a>(said: impl Fn(Lang) -> &'a str) -> Spoken {
    let of = |lang| said(lang).to_owned();
    Spoken { it: of(Lang::It), en: of(Lang::En), de: of(Lang::De) }
}

impl Spoken {
    pub(super) fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }
}

/// What a note opens; `None` for what this program does not know.
pub(super) fn about((kind, id): &(u8, String)) -> Option<About> {
    Some(match kind {
        1 => About::Request(id.clone()),
        2 => About::Desk(id.clone()),
        3 => About::Durc(id.parse().ok()?),
        _ => return None,
    })
}

pub(super) fn step_row(at: Instant, step: Step) -> StepRow {
    let (kind, until, why) = match step {
        Step::Queued => (1, None, 0),
        Step::PutOff(until) => (2, Some(until), 0),
        Step::Gathered(until) => (3, Some(until), 0),
        Step::HandedOver => (4, None, 0),
        Step::TriedAgain(why) => (5, None, why_number(why)),
        Step::Failed(why) => (6, None, why_number(why)),
        Step::Receipted(receipt) => (7, None, receipt_number(receipt)),
    };
    StepRow { at, kind, until, why }
}

pub(super) fn told(row: &StepRow) -> Told {
    let until = row.until.unwrap_or(row.at);
    let step = match row.kind {
        1 => Step::Queued,
        2 => Step::PutOff(until),
        3 => Step::Gathered(until),
        4 => Step::HandedOver,
        5 => Step::TriedAgain(why_of(row.why)),
        7 => Step::Receipted(receipt_of(row.why)),
        _ => Step::Failed(why_of(row.why)),
    };
    Told { at: row.at, step }
}

const fn why_number(why: Why) -> u8 {
    match why {
        Why::Unreachable => 1,
        Why::Busy => 2,
        Why::AddressRefused => 3,
        Why::Refused => 4,
        Why::NoAddress => 5,
        Why::NotSetUp => 6,
    }
}

const fn why_of(number: u8) -> Why {
    match number {
        1 => Why::Unreachable,
        2 => Why::Busy,
        3 => Why::AddressRefused,
        5 => Why::NoAddress,
        6 => Why::NotSetUp,
        _ => Why::Refused,
    }
}

const fn receipt_number(receipt: Receipt) -> u8 {
    match receipt {
        Receipt::Accepted => 1,
        Receipt::NotAccepted => 2,
        Receipt::Delivered => 3,
        Receipt::Late => 4,
        Receipt::Undelivered => 5,
        Receipt::Virus => 6,
    }
}

const fn receipt_of(number: u8) -> Receipt {
    match number {
        1 => Receipt::Accepted,
        2 => Receipt::NotAccepted,
        3 => Receipt::Delivered,
        4 => Receipt::Late,
        6 => Receipt::Virus,
        _ => Receipt::Undelivered,
    }
}
