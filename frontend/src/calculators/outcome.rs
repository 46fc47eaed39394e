//! What stands around every result: the form beside it, which parameters made it, how well they are known, why there is none.

use shared::lang::Lang;
use shared::parameters::{Confidence, Missing, Parameter, Set};
use yew::prelude::*;

use super::text::{nth, texts};
use crate::parameters;
use crate::ui::{Card, Cell, CellKind, Column, Notice, Row, Severity, Table, Tag, Tone};
use crate::words;
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
        Parameter::CollectionTerm
        | Parameter::Prescription
        | Parameter::SetOff
        | Parameter::ConstructionRequest => 8,
        Parameter::DurcTolerance
        | Parameter::DurcValidity
        | Parameter::DurcCure
        | Parameter::DurcBlock
        | Parameter::DurcWarnings
        | Parameter::InternalDurc => 9,
        Parameter::NoticeThreshold
        | Parameter::NoticePayBy
        | Parameter::NoticeHalving
        | Parameter::AnswerClock
        | Parameter::Publication
        | Parameter::RequestRule
        | Parameter::Office
        | Parameter::Retention
        | Parameter::ContributionTolerance => 10,
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
