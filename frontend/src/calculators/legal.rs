//! Legal interest between two days, at the rate that held on each, and what another day would cost.

use std::rc::Rc;

use shared::calendar::Day;
use shared::format::percent;
use shared::interest::{Accrual, Error, Span, legal};
use shared::lang::Lang;
use shared::money::Euro;
use shared::parameters::{Parameter, Set};
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{doubt, foot, law, missing, page, refused, table, waiting};
use super::text::{claims, texts};
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{
    Card, Cell, ColumnChart, ColumnPoint, FieldType, KeyValue, KeyValues, Slider, Stat,
};
use crate::words::{count, day, euro};

/// The field of the last day, which can be tried out.
const TO: &str = "al";
const NAMES: [&str; 3] = ["importo", "dal", TO];
/// The law, beside that of each rate.
const SOURCE: &str = "Art. 1284 c.c.";
/// Days after the first that can be tried out, and from one column to the next: three years by quarters.
const REACH: i64 = 1_095;
const STEP: i64 = 91;

/// What is asked.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    amount: Euro,
    from: Day,
    to: Day,
}

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let form = use_form(&NAMES, texts(lang));
    let result = match read(&form, events::now().day_in_rome()) {
        Err(_) => waiting(lang),
        Ok(asked) => match legal(&set.interest, asked.amount, asked.from, asked.to) {
            Err(error) => refused(&why(error, lang), lang),
            Ok(found) => html! {
                <>
                    { draw(asked, &found, set, lang) }
                    { trial(asked, set, &form.set(TO), lang) }
                    { foot(set, SOURCE, found.confidence, lang) }
                </>
            },
        },
    };
    page(fields(&form, lang), result, lang)
}

fn read(form: &Form, today: Day) -> Read<Asked> {
    Ok(Asked {
        amount: form.euro("importo")?,
        from: form.day("dal")?,
        to: optional(form.day(TO))?.unwrap_or(today),
    })
}

fn fields(form: &Form, lang: Lang) -> Html {
    let words = claims(lang);
    let wrong = match form.day(TO) {
        Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
        _ => None,
    };
    html! {
        <>
            { form.field("importo", words.sum, FieldType::Text, &form.euro("importo"), false) }
            { form.field("dal", words.from_day, FieldType::Date, &form.day("dal"), false) }
            { form.said(TO, words.to_day, FieldType::Date, wrong, true, Some(words.today)) }
            <p class="muted small">{ words.interest_rule }</p>
        </>
    }
}

fn draw(asked: Asked, found: &Accrual, set: &Set, lang: Lang) -> Html {
    let (words, common) = (claims(lang), texts(lang));
    let items = vec![
        KeyValue::mono(words.sum, euro(asked.amount, lang)),
        KeyValue::mono(common.days, count(found.days.into(), lang)),
        KeyValue::mono(common.in_all, euro(asked.amount + found.interest, lang)),
    ];
    html! {
        <>
            <Card title={words.interest} aside={doubt(found.confidence, lang)}>
                <div class="stack">
                    <Stat value={euro(found.interest, lang)} label={words.interest} />
                    <KeyValues {items} />
                </div>
            </Card>
            if !found.spans.is_empty() {
                <Card title={words.reckoning} flush={true}>{ reckoning(asked, found, set, lang) }</Card>
            }
        </>
    }
}

fn reckoning(asked: Asked, found: &Accrual, set: &Set, lang: Lang) -> Html {
    let (words, common) = (claims(lang), texts(lang));
    let row = |span: &Span| {
        let (amount, rate) = (euro(asked.amount, lang), percent(span.rate, lang));
        let days = count(span.days.into(), lang);
        let account = [amount.as_str(), " × ", &rate, " × ", days.as_str(), " / 365"].concat();
        let decree = match set.interest.legal.on(Parameter::LegalInterest, span.first) {
            Ok(step) => law(&step.source, step.confidence, lang),
            Err(_) => Cell::text(""),
        };
        vec![
            Cell::text(day(span.first, lang)),
            Cell::text(day(span.last, lang)),
            Cell::text(account),
            Cell::text(euro(span.interest, lang)),
            decree,
        ]
    };
    let heads = [common.from, common.to, words.formula, words.interest, common.law];
    table(words.reckoning, &heads, &[1, 4], found.spans.iter().map(row).collect())
}

/// What if it ran until another day: a slider over the days, and what each would cost.
fn trial(asked: Asked, set: &Set, set_to: &Callback<String>, lang: Lang) -> Html {
    let (words, from) = (claims(lang), asked.from);
    let tried = asked.to.days_since(from).clamp(0, REACH);
    let days = (words.trial_days)(tried.unsigned_abs());
    let said = [day(from.plus_days(tried), lang).as_str(), ", ", &days].concat();
    let oninput = set_to.reform(move |days: i64| from.plus_days(days).to_string());
    let of = |column: i64| {
        let to = from.plus_days(column * STEP);
        Some((to, legal(&set.interest, asked.amount, from, to).ok()?))
    };
    let found: Vec<(Day, Accrual)> = (0..=REACH / STEP).filter_map(of).collect();
    html! {
        <Card title={words.trial}>
            <div class="stack">
                <Slider label={words.trial_label} least={0} most={REACH} value={tried} {said} {oninput} />
                { chart(&found, tried, lang) }
            </div>
        </Card>
    }
}

fn chart(found: &[(Day, Accrual)], tried: i64, lang: Lang) -> Html {
    let words = claims(lang);
    let Some((end, last)) = found.last() else { return html! {} };
    let column = |(to, one): &(Day, Accrual)| {
        let (on, cost) = (day(*to, lang), euro(one.interest, lang));
        let days = i64::from(one.days);
        ColumnPoint {
            label: [on.as_str(), ": ", cost.as_str()].concat().into(),
            short: days.to_string().into(),
            parts: vec![one.interest.cents()],
            chosen: (days - STEP / 2..=days + STEP / 2).contains(&tried),
        }
    };
    let row = |(to, one): &(Day, Accrual)| {
        vec![Cell::text(day(*to, lang)), Cell::text(euro(one.interest, lang))]
    };
    let heads = [words.to_day, words.interest];
    let rows = table(words.trial, &heads, &[], found.iter().map(row).collect());
    let summary = (words.trial_summary)(&euro(last.interest, lang), &day(*end, lang));
    let columns: Vec<ColumnPoint> = found.iter().map(column).collect();
    let parts = vec![AttrValue::Static(words.trial_axis)];
    html! { <ColumnChart title={words.trial} {summary} points={Rc::new(columns)} {parts} table={rows} /> }
}

fn why(error: Error, lang: Lang) -> String {
    match error {
        Error::Negative => texts(lang).negative.to_owned(),
        Error::Backwards => texts(lang).backwards.to_owned(),
        Error::Missing(value) => missing(value, lang),
    }
}
