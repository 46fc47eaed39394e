//! Why a notice was issued, and its arithmetic reckoned again on the device from what its record says.

use shared::calendar::f24_due;
use shared::lang::Lang;
use shared::money::{Euro, Rate};
use shared::notices::{
    ArithmeticLine, Cause, Notice as Reckoned, NoticeError, Recorded, Side, recompute,
};
use shared::offices::OfficeCode;
use shared::parameters::{Confidence, Missing, Set};
use shared::sanctions::omission_rate;
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::calculators::{foot, missing};
use crate::evidence::f24_row;
use crate::ui::{Card, KeyValue, KeyValues, Notice, Severity, Stat, Tag, Tone};
use crate::{events, words};

/// The yearly rate of the sanctions: the one printed, or that of the parameters on the day of issue with how well it is known.
pub(super) fn rate(said: &Recorded, set: &Set) -> Result<(Rate, Option<Confidence>), Missing> {
    match (said.rate, said.side) {
        (Some(rate), _) => Ok((rate, None)),
        // What is in favour bears no sanction.
        (None, Side::InFavour) => Ok((Rate::default(), None)),
        (None, Side::ToPay) => {
            let due = f24_due(said.month);
            let known = omission_rate(&set.sanctions, &set.interest, due, said.issued);
            known.map(|(rate, confidence)| (rate, Some(confidence)))
        }
    }
}

/// The card.
pub(super) fn explained(
    said: &Recorded,
    office: Option<OfficeCode>,
    set: &Set,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let (name, plain, next) = words.cause(said.cause);
    let terms = set.notices.confidence(said.issued, said.notified);
    let reckoned = rate(said, set).map_err(NoticeError::Missing).and_then(|(rate, known)| {
        let mut input = said.recalculation(vec![said.as_one_group()], rate, &set.sanctions);
        input.office = office.unwrap_or(input.office);
        Ok((recompute(&set.notices, &input)?, known, rate))
    });
    let known = reckoned.as_ref().ok().and_then(|(_, known, _)| *known);
    let confidence = known.map_or(terms, |known| known.max(terms));
    html! {
        <Card title={words.title} aside={html! { <Tag tone={Tone::Blue} label={name} /> }}>
            <div class="stack">
                <p>{ plain }</p>
                <p class="muted">{ next }</p>
                if said.cause == Cause::Pending {
                    <Notice severity={Severity::Info}><p>{ words.provisional }</p></Notice>
                }
                { match &reckoned {
                    Ok((Some(notice), known, rate)) => html! {
                        <>
                            { arithmetic(notice, said, words, lang) }
                            if known.is_some() {
                                <p class="muted">{ (words.rate_of_parameters)(&shared::format::percent(*rate, lang)) }</p>
                            }
                        </>
                    },
                    Ok((None, ..)) => html! { <p>{ words.no_notice }</p> },
                    Err(error) => html! { <p>{ why(error, lang) }</p> },
                } }
                { foot(set, "", confidence, lang) }
            </div>
        </Card>
    }
}

/// Why a notice cannot be reckoned.
pub(super) fn why(error: &NoticeError, lang: Lang) -> String {
    match error {
        NoticeError::Missing(value) => missing(*value, lang),
        NoticeError::Negative(_) => texts(lang).negative.to_owned(),
        NoticeError::BeforeDue { .. } | NoticeError::NotifiedBeforeIssued => {
            texts(lang).dates.to_owned()
        }
    }
}

fn arithmetic(reckoned: &Reckoned, said: &Recorded, words: &'static Texts, lang: Lang) -> Html {
    let today = events::now().day_in_rome();
    let payable = reckoned.payable(today);
    let full = match reckoned.side {
        Side::ToPay => reckoned.difference + reckoned.sanction.map_or(Euro::ZERO, |one| one.amount),
        Side::InFavour => -reckoned.difference,
    };
    // A notice paid with half the sanction prints that.
    let half = reckoned.halved_until.map(|until| {
        let payable = reckoned.payable(until);
        payable.contribution + payable.sanction
    });
    let agrees = full == said.total || half == Some(said.total);
    // Declared and recalculated are known as their difference only.
    let lines = reckoned.arithmetic().into_iter().skip(2);
    let items: Vec<KeyValue> = lines.map(|one| line(one, words, lang)).collect();
    let to_do = said.stage.is_open();
    html! {
        <>
            <KeyValues {items} />
            <Notice severity={if agrees { Severity::Success } else { Severity::Warning }}>
                <p>{ if agrees { words.agrees.to_owned() } else { (words.differs)(&words::euro(said.total, lang)) } }</p>
            </Notice>
            if to_do && reckoned.side == Side::ToPay {
                <Stat value={words::euro(payable.total, lang)} label={if payable.halved { words.today_halved } else { words.today }} />
                if let Some(by) = reckoned.pay_by.filter(|by| *by < today) {
                    <p>{ (words.late)(&words::day(by, lang)) }</p>
                }
            }
            if to_do {
                <h3>{ words.row }</h3>
                { f24_row(&reckoned.row_on(today), lang) }
            }
        </>
    }
}

/// How a notice was reckoned, line by line.
pub fn reckoning(notice: &Reckoned, lang: Lang) -> Html {
    let words = texts(lang);
    let items: Vec<KeyValue> =
        notice.arithmetic().into_iter().map(|one| line(one, words, lang)).collect();
    html! { <KeyValues {items} /> }
}

/// A cause: its name, what it means, what to look at.
pub fn cause_explained(cause: Cause, lang: Lang) -> (&'static str, &'static str, &'static str) {
    texts(lang).cause(cause)
}

/// A line of the arithmetic.
pub(super) fn line(line: ArithmeticLine, words: &'static Texts, lang: Lang) -> KeyValue {
    let euro = |amount| words::euro(amount, lang);
    let day = |day| words::day(day, lang);
    match line {
        ArithmeticLine::Declared(amount) => KeyValue::mono(words.declared, euro(amount)),
        ArithmeticLine::Recalculated(amount) => KeyValue::mono(words.recalculated, euro(amount)),
        ArithmeticLine::Difference(amount) => KeyValue::mono(words.difference, euro(amount)),
        ArithmeticLine::Days { from, to, days } => {
            KeyValue::text((words.days)(&day(from), &day(to)), days.to_string())
        }
        ArithmeticLine::Sanction { of, rate, days, amount } => {
            let rate = shared::format::percent(rate, lang);
            KeyValue::mono((words.sanction)(&euro(of), &rate, days), euro(amount))
        }
        ArithmeticLine::Cap(amount) => KeyValue::mono(words.cap, euro(amount)),
        ArithmeticLine::Total(amount) => KeyValue::mono(words.total, euro(amount)),
        ArithmeticLine::Paid(amount) => KeyValue::mono(words.paid, euro(-amount)),
        ArithmeticLine::Halved { until, sanction, total } => {
            KeyValue::mono((words.halved)(&day(until), &euro(sanction)), euro(total))
        }
    }
}
