//! What stands around every result: the form beside it, which parameters made it, how well they are known, why there is none.

use shared::calendar::Month;
use shared::format::percent;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::ContributionTolerance;
use shared::parameters::{Confidence, Missing, Parameter, Set};
use shared::rates::{Charge, Comparison, Counting, RateError};
use yew::prelude::*;

use super::contribution::why;
use super::text::{nth, texts};
use crate::parameters;
use crate::ui::{
    Card, Cell, CellKind, Column, KeyValue, KeyValues, Notice, Row, Severity, Table, Tag, Tone,
};
use crate::words::{self, euro};
use std::rc::Rc;

/// A calculator: what is asked, and what comes out.
pub fn page(form: Html, result: Html, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <div class="columns calculator">
            <Card title={words.inputs}><div class="form">{ form }</div></Card>
            <div class="stack" role="region" aria-label={words.result}>{ result }</div>
        </div>
    }
}

/// No result yet: something is still to be filled in or mended.
pub fn waiting(lang: Lang) -> Html {
    html! { <Card><p class="muted">{ texts(lang).fill }</p></Card> }
}

/// No result: what is asked cannot be reckoned, and why.
pub fn refused(why: &str, lang: Lang) -> Html {
    html! { <Notice severity={Severity::Warning} title={texts(lang).no_result}><p>{ why }</p></Notice> }
}

/// A value that the parameters do not hold.
pub fn missing(missing: Missing, lang: Lang) -> String {
    let words = texts(lang);
    let place = match missing.parameter {
        Parameter::Tur => 0,
        Parameter::LegalInterest => 1,
        Parameter::ContributionRate(component) => {
            let what = [words.rate_of, nth(&words.components, component as usize)].concat();
            return (words.missing)(&what, &words::day(missing.day, lang));
        }
        Parameter::EmployeeYear => 2,
        Parameter::SeparateYear => 3,
        Parameter::SelfEmployedYear => 4,
        Parameter::CivilSanctions => 5,
        Parameter::InstalmentRules => 6,
        Parameter::InstalmentSpread => 7,
        Parameter::CollectionTerm | Parameter::ConstructionRequest => 8,
        Parameter::Prescription => 9,
        Parameter::SetOff => 10,
        Parameter::DurcTolerance
        | Parameter::DurcValidity
        | Parameter::DurcCure
        | Parameter::DurcBlock
        | Parameter::DurcWarnings
        | Parameter::InternalDurc => 11,
        Parameter::NoticeThreshold
        | Parameter::NoticePayBy
        | Parameter::NoticeHalving
        | Parameter::AnswerClock
        | Parameter::Publication
        | Parameter::RequestRule
        | Parameter::Office
        | Parameter::Retention
        | Parameter::ContributionTolerance => 12,
    };
    (words.missing)(nth(&words.parameters, place), &words::day(missing.day, lang))
}

/// A tag for what is not stated by a law or a circular; nothing for what is.
pub fn doubt(confidence: Confidence, lang: Lang) -> Html {
    let words = texts(lang);
    match confidence {
        Confidence::Sourced => html! {},
        Confidence::Derived => html! { <Tag label={words.derived} tone={Tone::Grey} /> },
        Confidence::Reconstructed => html! { <Tag label={words.to_verify} tone={Tone::Orange} /> },
    }
}

/// The law of a line, with a tag where it is in doubt.
pub fn law(source: &str, confidence: Confidence, lang: Lang) -> Cell {
    match confidence {
        Confidence::Sourced => Cell::text(source.to_owned()),
        _ => Cell::Html(html! { <>{ source }{ " " }{ doubt(confidence, lang) }</> }),
    }
}

/// What stands under every result: the source, the doubt in words, and which parameters they are.
pub fn foot(set: &Set, source: &str, confidence: Confidence, lang: Lang) -> Html {
    let words = texts(lang);
    let version = parameters::version_words(set.version, lang);
    html! {
        <div class="stack">
            if confidence == Confidence::Reconstructed {
                <Notice severity={Severity::Warning} title={words.to_verify}><p>{ words.to_verify_text }</p></Notice>
            }
            <p class="muted small">
                if !source.is_empty() {
                    { words.source }{ ": " }{ source }{ ". " }
                }
                { version }{ " " }{ words.no_advice }
            </p>
        </div>
    }
}

/// A small table; the first column names the row, `texts` says how many after it are words and not figures.
pub fn table(
    caption: &'static str,
    heads: &[&'static str],
    texts: &[usize],
    rows: Vec<Vec<Cell>>,
) -> Html {
    const KEYS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let column = |(place, (key, head)): (usize, (&&'static str, &&'static str))| {
        let kind = match place {
            0 => CellKind::Title,
            place if texts.contains(&place) => CellKind::Text,
            _ => CellKind::Number,
        };
        Column::new(key, *head, kind)
    };
    let columns: Rc<Vec<Column>> =
        Rc::new(KEYS.iter().zip(heads).enumerate().map(column).collect());
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(number, cells)| Row::new(number.to_string(), cells).shared())
        .collect();
    html! { <Table {caption} {columns} {rows} compact={true} /> }
}

/// The parts of a contribution, each with its law, and the cents by which they miss it.
pub fn charges(charges: &[Charge], total: Euro, lang: Lang) -> Html {
    let words = texts(lang);
    let row = |charge: &Charge| {
        let name = nth(&words.parts, charge.part as usize);
        let name = match charge.counting {
            Counting::Within => [name, " (", words.within, ")"].concat(),
            _ => name.to_owned(),
        };
        vec![
            Cell::text(name),
            Cell::text(euro(charge.base, lang)),
            charge.rate.map_or(Cell::Empty, |rate| Cell::text(percent(rate, lang))),
            Cell::text(euro(charge.amount, lang)),
            law(&charge.source, charge.confidence, lang),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = charges.iter().map(row).collect();
    let added = charges.iter().filter(|charge| charge.counting == Counting::Added);
    let rounding = total - added.map(|charge| charge.amount).sum();
    if !rounding.is_zero() {
        let amount = Cell::text(euro(rounding, lang));
        rows.push(vec![Cell::text(words.rounding), Cell::Empty, Cell::Empty, amount, Cell::Empty]);
    }
    let heads = [words.component, words.base, words.rate, words.amount, words.law];
    html! { <Card title={words.components_title} flush={true}>{ table(words.components_title, &heads, &[4], rows) }</Card> }
}

/// What was declared beside what was expected, or why they cannot be compared.
type Compared = Result<Comparison, RateError>;

/// What was declared, where something was, compared by the tolerance of a month.
pub fn beside(
    declared: Option<Euro>,
    (set, month): (&Set, Month),
    compare: impl FnOnce(Euro, ContributionTolerance) -> Compared,
) -> Option<Compared> {
    let declared = declared?;
    let tolerance = set.notices.tolerance_in(month).map_err(RateError::from);
    Some(tolerance.and_then(|tolerance| compare(declared, tolerance)))
}

/// What was declared or paid beside what is due, where there is something to compare.
pub fn comparison(found: Option<Compared>, lang: Lang) -> Html {
    match found {
        Some(found) => {
            html! { <Card title={texts(lang).comparison}>{ compared(&found, lang) }</Card> }
        }
        None => html! {},
    }
}

/// The same, within a card.
pub fn compared(found: &Compared, lang: Lang) -> Html {
    let words = texts(lang);
    let found = match found {
        Ok(found) => found,
        Err(error) => return refused(&why(error, lang), lang),
    };
    let (severity, verdict) = match (found.differs, found.is_evidence()) {
        (false, _) => (Severity::Success, words.agrees),
        (true, false) => (Severity::Warning, words.differs_unsure),
        (true, true) if found.difference.is_negative() => (Severity::Error, words.declared_less),
        (true, true) => (Severity::Error, words.declared_more),
    };
    let mut items = vec![
        KeyValue::mono(words.declared_amount, euro(found.declared, lang)),
        KeyValue::mono(words.expected, euro(found.expected, lang)),
        KeyValue::mono(words.difference, euro(found.difference, lang)),
    ];
    let rates =
        [(words.declared_rate, found.declared_rate), (words.expected_rate, found.expected_rate)];
    let rates = rates.into_iter().filter_map(|(name, rate)| Some((name, rate?)));
    items.extend(rates.map(|(name, rate)| KeyValue::mono(name, percent(rate, lang))));
    html! { <div class="stack"><Notice {severity}><p>{ verdict }</p></Notice><KeyValues {items} /></div> }
}
