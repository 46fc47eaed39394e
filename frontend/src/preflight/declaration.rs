//! One declaration of the file: its virtual DM, what is to be paid, the notice and the evidence to be expected, the month before.

use std::rc::Rc;

use shared::calendar::Day;
use shared::declarations::Scheme;
use shared::lang::Lang;
use shared::preflight::{Checked, Report};
use yew::prelude::*;

use super::text::texts;
use super::{changes, notice};
use crate::declarations::{balance, meaning, sections};
use crate::evidence::{f24_row, foretold};
use crate::i18n::use_lang;
use crate::ui::{Accordion, KeyValue, KeyValues, Notice, Severity, Tag, Tone};
use crate::{events, words};

/// Props of [`Declaration`].
#[derive(PartialEq, Properties)]
pub struct DeclarationProps {
    /// The report that it is in.
    pub report: Rc<Report>,
    /// Its place in it.
    pub at: usize,
    /// Whether it starts open.
    pub open: bool,
    /// What it is called.
    pub name: AttrValue,
}

/// The declaration, folded.
#[component]
pub fn Declaration(props: &DeclarationProps) -> Html {
    let lang = use_lang();
    let Some(one) = props.report.checked.get(props.at) else { return html! {} };
    let today = events::now().day_in_rome();
    html! {
        <Accordion title={props.name.clone()} open={props.open} aside={tags(one, lang)}>
            <div class="stack">
                { dm(one, lang) }
                { to_pay(one, today, lang) }
                { notice::expected(&one.notice, one.scheme, lang) }
                { evidence(one, &props.report, today, lang) }
                { changes::before(one, lang) }
            </div>
        </Accordion>
    }
}

fn tags(one: &Checked, lang: Lang) -> Html {
    let words = texts(lang);
    let (tone, label) = words::dm(one.state, lang);
    html! {
        <span class="row">
            if one.scheme == Scheme::Employees { <Tag {tone} {label} /> }
            if one.errors > 0 { <Tag tone={Tone::Red} label={(words.errors)(u64::from(one.errors))} /> }
            if one.warnings > 0 { <Tag tone={Tone::Orange} label={(words.warnings)(u64::from(one.warnings))} /> }
        </span>
    }
}

/// The virtual DM as it would be reconstructed.
fn dm(one: &Checked, lang: Lang) -> Html {
    let words = texts(lang);
    let count = |count: u32| words::count(u64::from(count), lang);
    let mut items = vec![
        KeyValue::mono(words.line, one.line.to_string()),
        KeyValue::mono(words.workers, count(one.totals.workers)),
        KeyValue::mono(words.base, words::euro(one.totals.base, lang)),
        KeyValue::mono(words.contribution, words::euro(one.totals.contribution, lang)),
    ];
    items.extend(one.workforce.map(|workforce| KeyValue::mono(words.workforce, count(workforce))));
    html! {
        <>
            <h4>{ words.dm }</h4>
            <p>{ meaning(one.scheme, one.state, lang) }</p>
            if one.debit.is_some() || one.credit.is_some() {
                { sections(one.debit, one.credit, lang) }
            }
            if !one.balancing.is_empty() { { balance(&one.balancing, lang) } }
            <KeyValues {items} />
        </>
    }
}

/// What is to be paid and by when, with the row that pays it.
fn to_pay(one: &Checked, today: Day, lang: Lang) -> Html {
    let words = texts(lang);
    let by = |day: Day| match day < today {
        true => [words::day(day, lang).as_str(), " (", words.passed, ")"].concat().into(),
        false => words::day(day, lang),
    };
    let items = vec![
        KeyValue::mono(words.due, words::euro(one.due, lang)),
        KeyValue::text(words.send_by, by(one.send_by)),
        KeyValue::text(words.pay_by, by(one.pay_by)),
    ];
    html! {
        <>
            <h4>{ words.terms }</h4>
            if let Some(at) = one.replaces {
                <Notice severity={Severity::Info}><p>{ (words.replaces)(&words::moment(at, lang)) }</p></Notice>
            }
            <KeyValues {items} />
            if let Some(row) = &one.row { { f24_row(row, lang) } }
        </>
    }
}

/// Evidence that would arise, and that would be settled.
fn evidence(one: &Checked, report: &Report, today: Day, lang: Lang) -> Html {
    let words = texts(lang);
    if !report.asked || one.company.is_none() {
        return html! {};
    }
    html! {
        <>
            <h4>{ words.evidence }</h4>
            if one.evidence.is_empty() {
                <p class="muted">{ words.no_evidence }</p>
            } else {
                { foretold(&one.evidence, today, lang) }
            }
            if !one.settled.is_empty() {
                <h4>{ words.settled }</h4>
                { foretold(&one.settled, today, lang) }
            }
        </>
    }
}
