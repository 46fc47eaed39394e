//! A month's contributions paid later because the company closes for its holidays: until when, and what that costs.

use std::rc::Rc;

use shared::calendar::{Day, Month, f24_due};
use shared::format::percent;
use shared::instalments::{Deferral, deferral};
use shared::interest::Error;
use shared::lang::Lang;
use shared::money::Euro;
use shared::parameters::Set;
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, use_form};
use super::outcome::{doubt, foot, missing, page, refused, table, waiting};
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{
    Card, Cell, ColumnChart, ColumnPoint, FieldType, KeyValue, KeyValues, Slider, Stat,
};
use crate::words::{day, euro};

/// The field of the day of payment, which can be tried out.
const UNTIL: &str = "fino";
const NAMES: [&str; 3] = ["importo", "mese", UNTIL];
/// Where the rules of the deferral stand.
const SOURCE: &str = "Msg INPS 8609/2012";
/// Days after the due date that can be tried out, and from one column to the next.
const REACH: i64 = 90;
const STEP: i64 = 10;

/// What is asked.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    amount: Euro,
    month: Month,
    until: Day,
}

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let form = use_form(&NAMES, texts(lang));
    let result = match read(&form) {
        Err(_) => waiting(lang),
        Ok(asked) => match of(set, asked, asked.until) {
            Err(error) => refused(&why(error, lang), lang),
            Ok(found) => html! {
                <>
                    { draw(&found, lang) }
                    { trial(asked, set, &form.set(UNTIL), lang) }
                    { foot(set, SOURCE, found.confidence, lang) }
                </>
            },
        },
    };
    page(fields(&form, lang), result, lang)
}

fn of(set: &Set, asked: Asked, until: Day) -> Result<Deferral, Error> {
    deferral(&set.instalments, &set.interest, asked.amount, asked.month, until)
}

/// What is asked. Without a month it is the one before this; without a day, a month after the contributions were due.
fn read(form: &Form) -> Read<Asked> {
    let month = month(form)?;
    let until = match form.day(UNTIL) {
        Err(Wrong::Empty) => f24_due(month).plus_months(1),
        read => read?,
    };
    Ok(Asked { amount: form.euro("importo")?, month, until })
}

fn month(form: &Form) -> Read<Month> {
    match form.month("mese") {
        Err(Wrong::Empty) => Ok(Month::of(events::now().day_in_rome()).previous()),
        read => read,
    }
}

fn fields(form: &Form, lang: Lang) -> Html {
    let words = texts(lang);
    let until = match form.day(UNTIL) {
        Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
        _ => None,
    };
    html! {
        <>
            { form.field("importo", words.contribution, FieldType::Text, &form.euro("importo"), false) }
            { form.field("mese", words.month, FieldType::Month, &month(form), true) }
            { form.said(UNTIL, words.deferred_to, FieldType::Date, until, true, Some(words.deferred_to_help)) }
            <p class="muted small">{ words.deferral_rule }</p>
        </>
    }
}

fn draw(found: &Deferral, lang: Lang) -> Html {
    let words = texts(lang);
    let items = vec![
        KeyValue::mono(words.due_day, day(found.due, lang)),
        KeyValue::mono(words.deferred_to, day(found.until, lang)),
        KeyValue::mono(words.days, found.days.to_string()),
        KeyValue::mono(words.year_rate, percent(found.rate, lang)),
        KeyValue::mono(words.in_all, euro(found.total, lang)),
    ];
    html! {
        <Card title={words.deferral_cost} aside={doubt(found.confidence, lang)}>
            <div class="stack">
                <Stat value={euro(found.interest, lang)} label={words.interest} />
                <KeyValues {items} />
            </div>
        </Card>
    }
}

/// What if it were paid on another day: a slider over the days, and what each would cost.
fn trial(asked: Asked, set: &Set, set_until: &Callback<String>, lang: Lang) -> Html {
    let words = texts(lang);
    let due = f24_due(asked.month);
    let late = asked.until.days_since(due).clamp(0, REACH);
    let said = [day(due.plus_days(late), lang).as_str(), ", ", &(words.after_days)(late)].concat();
    let oninput = set_until.reform(move |days: i64| due.plus_days(days).to_string());
    let days = (0..=REACH / STEP).map(|column| due.plus_days(column * STEP));
    let found: Vec<Deferral> = days.filter_map(|day| of(set, asked, day).ok()).collect();
    html! {
        <Card title={words.trial}>
            <div class="stack">
                <Slider label={words.trial_label} least={0} most={REACH} value={late} {said} {oninput} />
                { chart(&found, late, lang) }
            </div>
        </Card>
    }
}

fn chart(found: &[Deferral], late: i64, lang: Lang) -> Html {
    let words = texts(lang);
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return html! {} };
    let column = |one: &Deferral| {
        let (on, cost) = (day(one.until, lang), euro(one.interest, lang));
        let days = i64::from(one.days);
        ColumnPoint {
            label: [on.as_str(), ": ", cost.as_str()].concat().into(),
            short: days.to_string().into(),
            parts: vec![one.interest.cents()],
            chosen: (days - STEP / 2..days + STEP / 2).contains(&late),
        }
    };
    let row = |one: &Deferral| {
        vec![
            Cell::text(day(one.until, lang)),
            Cell::text(euro(one.interest, lang)),
            Cell::text(euro(one.total, lang)),
        ]
    };
    let heads = [words.paid_on, words.interest, words.in_all];
    let rows = table(words.trial, &heads, &[], found.iter().map(row).collect());
    let summary = (words.trial_summary)(
        &euro(first.interest, lang),
        &euro(last.interest, lang),
        &day(last.until, lang),
    );
    let columns: Vec<ColumnPoint> = found.iter().map(column).collect();
    let parts = vec![AttrValue::Static(words.deferral_axis)];
    html! { <ColumnChart title={words.trial} {summary} points={Rc::new(columns)} {parts} table={rows} /> }
}

fn why(error: Error, lang: Lang) -> String {
    match error {
        Error::Negative => texts(lang).negative.to_owned(),
        Error::Backwards => texts(lang).deferral_backwards.to_owned(),
        Error::Missing(value) => missing(value, lang),
    }
}
