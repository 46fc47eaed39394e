//! Artisans and merchants: what they owe for a year on the minimum and above it, and when.

use shared::calendar::{Day, Month};
use shared::format::percent;
use shared::lang::Lang;
use shared::money::Euro;
use shared::parameters::Set;
use shared::rates::{Bill, Business, Reduction, Trade, compare_paid};
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, optional, use_form};
use super::outcome::{beside, charges, comparison, doubt, foot, page, table};
use super::separate::{drawn, year};
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{Card, Cell, FieldType, KeyValue, KeyValues, Stat};
use crate::words::{day, euro};

const NAMES: [&str; 9] = [
    "attivita",
    "anno",
    "reddito",
    "dal1996",
    "under21",
    "mesi",
    "riduzione",
    "iscrizione",
    "versato",
];
const TRADES: [&str; 2] = ["artigiano", "commerciante"];
const REDUCTIONS: [&str; 4] = ["nessuna", "pensionato", "forfettario", "nuovo-2025"];

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let form = use_form(&NAMES, texts(lang));
    let this = events::now().day_in_rome();
    let paid = form.euro("versato").ok();
    let result = read(&form, this).map(|asked| {
        let year = Month::new(asked.year, 1).unwrap_or(Month::of(this));
        asked.bill(&set.contributions).map(|bill| draw(&bill, paid, (&**set, year), lang))
    });
    page(fields(&form, this, lang), drawn(result, lang), lang)
}

fn read(form: &Form, today: Day) -> Read<Business> {
    Ok(Business {
        year: year(form, today.year())?,
        trade: match form.chosen("attivita", &TRADES) {
            0 => Trade::Artisan,
            _ => Trade::Merchant,
        },
        income: form.euro("reddito")?,
        since_1996: form.is("dal1996"),
        under_21: form.is("under21"),
        months: optional(form.number("mesi", 12))?.unwrap_or(12),
        reduction: match form.chosen("riduzione", &REDUCTIONS) {
            0 => Reduction::None,
            1 => Reduction::Pensioner,
            2 => Reduction::FlatRate,
            _ => Reduction::NewIn2025 { enrolled: form.day("iscrizione")? },
        },
    })
}

fn fields(form: &Form, today: Day, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            { form.choice("attivita", words.trade, &TRADES, &words.trades) }
            { form.field("anno", words.year, FieldType::Digits, &year(form, today.year()), true) }
            { form.field("reddito", words.income, FieldType::Text, &form.euro("reddito"), false) }
            { form.check("dal1996", words.since_1996) }
            { form.check("under21", words.under_21) }
            { form.field("mesi", words.months_enrolled, FieldType::Digits, &form.number("mesi", 12), true) }
            { form.choice("riduzione", words.reduction, &REDUCTIONS, &words.reductions) }
            if form.chosen("riduzione", &REDUCTIONS) == 3 {
                { form.field("iscrizione", words.enrolled, FieldType::Date, &form.day("iscrizione"), false) }
            }
            { form.field("versato", words.paid, FieldType::Text, &form.euro("versato"), true) }
        </>
    }
}

fn draw(bill: &Bill, paid: Option<Euro>, of: (&Set, Month), lang: Lang) -> Html {
    let words = texts(lang);
    let found = beside(paid, of, |paid, tolerance| {
        compare_paid(bill.total, paid, bill.confidence, tolerance)
    });
    let mut items = vec![
        KeyValue::mono(words.minimum, euro(bill.minimum, lang)),
        KeyValue::mono(words.income_ceiling, euro(bill.ceiling, lang)),
        KeyValue::mono(words.rate, percent(bill.rate, lang)),
        KeyValue::mono(words.upper_rate, percent(bill.upper_rate, lang)),
        KeyValue::mono(words.fixed_due, euro(bill.fixed_due, lang)),
    ];
    if !bill.reduced_by.is_zero() {
        items.push(KeyValue::mono(words.reduced_by, euro(bill.reduced_by, lang)));
    }
    let instalments = bill.instalments.iter().zip(1..).map(|(instalment, number)| {
        vec![
            Cell::text(number.to_string()),
            Cell::text(day(instalment.due, lang)),
            Cell::text(euro(instalment.amount, lang)),
        ]
    });
    let heads = [words.number, words.due_day, words.amount];
    let rows: Vec<_> = instalments.collect();
    html! {
        <>
            <Card title={words.due} aside={doubt(bill.confidence, lang)}>
                <div class="stack">
                    <Stat value={euro(bill.total, lang)} label={words.total} />
                    <KeyValues {items} />
                    if rows.is_empty() {
                        <p>{ words.part_of_year }</p>
                    }
                </div>
            </Card>
            { comparison(found, lang) }
            { charges(&bill.charges, bill.total, lang) }
            if !rows.is_empty() {
                <Card title={words.fixed_instalments} flush={true}>{ table(words.fixed_instalments, &heads, &[1], rows) }</Card>
            }
            { foot(of.0, &bill.source, bill.confidence, lang) }
        </>
    }
}
