//! A notice of the archive, reckoned again on the device from what its record says.

use std::rc::Rc;

use shared::calendar::{Day, Month};
use shared::fiscal::Matricola;
use shared::lang::Lang;
use shared::money::{Euro, Rate};
use shared::notices::{
    ArithmeticLine, Cause, GroupFigures, Notice as Reckoned, NoticeParameters, Recalculation,
    SHIPPED, Side, recompute,
};
use shared::offices::office_of;
use shared::sections::matters::notices::SECTION;
use shared::sections::{Cells, Record};
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::evidence::f24_row;
use crate::i18n::use_lang;
use crate::ui::{Card, KeyValue, KeyValues, Notice, Severity, Stat, Tag, Tone};
use crate::{events, words};

/// Whether an archive holds notices.
pub fn explains(slug: &str) -> bool {
    slug == SECTION.slug
}

/// What a record says of a notice.
struct Said {
    cause: Cause,
    printed: Euro,
    settled: bool,
    reckoned: Option<Reckoned>,
}

fn text<'a>(cells: &'a Cells, field: &str) -> Option<&'a str> {
    let (place, _) = SECTION.field(field)?;
    cells.get(place)?.as_deref()
}

fn cause(code: Option<&str>) -> Cause {
    match code {
        Some("aliquota") => Cause::Rate,
        Some("durc") => Cause::Durc,
        Some("cig_fondi") => Cause::WageIntegration,
        Some("sanzioni") => Cause::Sanctions,
        Some("esiti_non_definiti") => Cause::Pending,
        _ => Cause::Other,
    }
}

/// Reads a record; nothing of one without what every notice has.
fn said(cells: &Cells) -> Option<Said> {
    let euro = |field| text(cells, field).and_then(|amount| Euro::parse(amount).ok());
    let day = |field| text(cells, field).and_then(Day::parse);
    let cause = cause(text(cells, "cause"));
    let difference = euro("differences")?.abs();
    let in_favour = text(cells, "side") == Some("passiva");
    let (declared, due) =
        if in_favour { (difference, Euro::ZERO) } else { (Euro::ZERO, difference) };
    let matricola = Matricola::parse(text(cells, "matricola")?).ok()?;
    let rate = text(cells, "rate").and_then(|rate| Rate::from_percent_str(rate).ok());
    let input = Recalculation {
        matricola,
        office: office_of(&matricola),
        month: Month::parse(text(cells, "month")?)?,
        groups: vec![GroupFigures { group: String::new(), workers: 0, declared, due, cause }],
        issued: day("issued")?,
        notified: day("notified"),
        rate: rate.unwrap_or_default(),
    };
    // Without a rate there is no sanction to be explained.
    let known = rate.is_some() || in_favour;
    let parameters: Option<NoticeParameters> = serde_json::from_str(SHIPPED).ok();
    let reckoned = parameters.filter(|_| known);
    let reckoned = reckoned.and_then(|terms| recompute(&terms, &input).ok().flatten());
    let state = text(cells, "state").unwrap_or_default();
    let open = ["emessa", "inviata", "contestata", "recupero_crediti"].contains(&state);
    Some(Said { cause, printed: euro("total")?, settled: !open, reckoned })
}

/// Props of [`Explained`].
#[derive(PartialEq, Properties)]
pub struct ExplainedProps {
    /// The record of the notice.
    pub record: Rc<Record>,
}

/// The card.
#[component]
pub fn Explained(props: &ExplainedProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let Some(said) = said(&props.record.row.cells) else { return html! {} };
    let (name, plain, next) = words.cause(said.cause);
    html! {
        <Card title={words.title} aside={html! { <Tag tone={Tone::Blue} label={name} /> }}>
            <div class="stack">
                <p>{ plain }</p>
                <p class="muted">{ next }</p>
                if said.cause == Cause::Pending {
                    <Notice severity={Severity::Info}><p>{ words.provisional }</p></Notice>
                }
                if let Some(reckoned) = &said.reckoned {
                    { arithmetic(reckoned, &said, words, lang) }
                } else {
                    <p>{ words.unknown }</p>
                }
            </div>
        </Card>
    }
}

fn arithmetic(reckoned: &Reckoned, said: &Said, words: &'static Texts, lang: Lang) -> Html {
    let today = events::now().day_in_rome();
    let payable = reckoned.payable(today);
    let full = match reckoned.side {
        Side::ToPay => reckoned.difference + reckoned.sanction.map_or(Euro::ZERO, |one| one.amount),
        Side::InFavour => reckoned.difference,
    };
    // A notice paid with half the sanction prints that.
    let half = reckoned.halved_until.map(|until| reckoned.payable(until).total);
    let agrees = full.abs() == said.printed.abs() || half == Some(said.printed.abs());
    // Declared and recalculated are known as their difference only.
    let lines = reckoned.arithmetic().into_iter().skip(2);
    let items: Vec<KeyValue> = lines.map(|one| line(one, words, lang)).collect();
    let to_do = !said.settled;
    html! {
        <>
            <KeyValues {items} />
            <Notice severity={if agrees { Severity::Success } else { Severity::Warning }}>
                <p>{ if agrees { words.agrees.to_owned() } else { (words.differs)(&words::euro(said.printed, lang)) } }</p>
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
pub fn cause_words(cause: Cause, lang: Lang) -> (&'static str, &'static str, &'static str) {
    texts(lang).cause(cause)
}

/// A line of the arithmetic.
fn line(line: ArithmeticLine, words: &'static Texts, lang: Lang) -> KeyValue {
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
        ArithmeticLine::Total(amount) => KeyValue::mono(words.total, euro(amount)),
        ArithmeticLine::Halved { until, sanction, total } => {
            KeyValue::mono((words.halved)(&day(until), &euro(sanction)), euro(total))
        }
    }
}
