//! A credit against debts: from when it may be used, which debts it pays in what order, what stays open, and the rows of the F24.

use shared::calendar::{Day, Month, f24_due};
use shared::fiscal::Matricola;
use shared::lang::Lang;
use shared::money::Euro;
use shared::notices::F24Row;
use shared::offices::OfficeCode;
use shared::parameters::Set;
use shared::terms::{Credits, Debt, SetOff, Settled, set_off, settle};
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{doubt, foot, missing, page, refused, table, waiting};
use super::text::{claims, nth, texts};
use crate::events;
use crate::evidence::f24_row;
use crate::i18n::use_lang;
use crate::ui::{Card, Cell, FieldType, KeyValue, KeyValues, Notice, Severity, Stat};
use crate::words::{day, euro, month};

/// The INPS section of an F24 has four rows: one for the credit, three for debts.
const DEBTS: [(&str, &str); 3] = [("debito1", "mese1"), ("debito2", "mese2"), ("debito3", "mese3")];
const NAMES: [&str; 15] = [
    "credito",
    "mese",
    "causale",
    "sorto",
    "dichiarazione",
    "altri",
    "giorno",
    "debito1",
    "mese1",
    "debito2",
    "mese2",
    "debito3",
    "mese3",
    "sede",
    "matricola",
];
const CAUSALI: [&str; 2] = ["DM10", "DMRP"];
/// What monthly contributions are paid with.
const MONTHLY: &str = "DM10";

/// What is asked.
struct Asked {
    credit: Euro,
    month: Month,
    causale: &'static str,
    arose: Day,
    filed: Option<Day>,
    used: Euro,
    on: Day,
    debts: Vec<(Month, Euro)>,
    position: Option<(OfficeCode, Matricola)>,
}

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let form = use_form(&NAMES, texts(lang));
    let result = match read(&form, events::now().day_in_rome(), lang) {
        Err(_) => waiting(lang),
        Ok(asked) if asked.filed.is_some_and(|filed| filed < asked.arose) => {
            refused(claims(lang).filed_before, lang)
        }
        Ok(asked) => {
            let credits = Credits {
                of_year: asked.credit + asked.used,
                arose: asked.arose,
                filed: asked.filed,
            };
            match set_off(&set.terms, &credits) {
                Err(value) => refused(&missing(value, lang), lang),
                Ok(rules) => draw(&asked, &rules, set, lang),
            }
        }
    };
    page(fields(&form, lang), result, lang)
}

fn read(form: &Form, today: Day, lang: Lang) -> Read<Asked> {
    let mut debts = Vec::new();
    for (place, (amount, of)) in DEBTS.iter().enumerate() {
        if place == 0 || !(form.text(amount).is_empty() && form.text(of).is_empty()) {
            debts.push((form.month(of)?, form.euro(amount)?));
        }
    }
    let office = optional(office(form, lang))?;
    let matricola = optional(matricola(form, lang))?;
    Ok(Asked {
        credit: form.euro("credito")?,
        month: form.month("mese")?,
        causale: nth(&CAUSALI, form.chosen("causale", &CAUSALI)),
        arose: form.day("sorto")?,
        filed: optional(form.day("dichiarazione"))?,
        used: optional(form.euro("altri"))?.unwrap_or_default(),
        on: optional(form.day("giorno"))?.unwrap_or(today),
        debts,
        position: office.zip(matricola),
    })
}

fn office(form: &Form, lang: Lang) -> Read<OfficeCode> {
    form.code("sede", OfficeCode::parse, claims(lang).office_wrong)
}

fn matricola(form: &Form, lang: Lang) -> Read<Matricola> {
    form.code("matricola", Matricola::parse, claims(lang).matricola_wrong)
}

fn fields(form: &Form, lang: Lang) -> Html {
    let words = claims(lang);
    let date = |name: &'static str, label: &'static str, help: &'static str| {
        let wrong = match form.day(name) {
            Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
            _ => None,
        };
        form.said(name, label, FieldType::Date, wrong, true, Some(help))
    };
    // As many debts as are filled in, and one more.
    let filled = DEBTS.iter().rposition(|(amount, _)| !form.text(amount).is_empty());
    let shown = filled.map_or(1, |last| last + 2);
    let debt = |(place, (amount, of)): (usize, &(&'static str, &'static str))| {
        let (label, free) = (nth(&words.debts, place), place > 0);
        html! {
            <>
                { form.field(amount, label, FieldType::Text, &form.euro(amount), free) }
                { form.field(of, nth(&words.months, place), FieldType::Month, &form.month(of), free) }
            </>
        }
    };
    html! {
        <>
            { form.field("credito", words.credit, FieldType::Text, &form.euro("credito"), false) }
            { form.field("mese", words.credit_month, FieldType::Month, &form.month("mese"), false) }
            { form.choice("causale", words.causale, &CAUSALI, &words.causali) }
            { form.field("sorto", words.arose, FieldType::Date, &form.day("sorto"), false) }
            { date("dichiarazione", words.filed, words.filed_help) }
            { form.field("altri", words.used, FieldType::Text, &form.euro("altri"), true) }
            { date("giorno", words.on_day, words.today) }
            { for DEBTS.iter().enumerate().take(shown).map(debt) }
            { form.field("sede", words.office, FieldType::Digits, &office(form, lang), true) }
            { form.field("matricola", words.matricola, FieldType::Digits, &matricola(form, lang), true) }
            <p class="muted small">{ words.set_off_rule }</p>
        </>
    }
}

fn draw(asked: &Asked, rules: &SetOff, set: &Set, lang: Lang) -> Html {
    let words = claims(lang);
    let debts = asked.debts.iter().map(|(of, amount)| Debt { due: f24_due(*of), amount: *amount });
    let settled = settle(asked.credit, &debts.collect::<Vec<_>>());
    let covered: Euro = settled.iter().map(|one| one.covered).sum();
    let open: Euro = settled.iter().map(Settled::open).sum();
    let waits = match rules.from {
        None => Some(words.waits_return.to_owned()),
        Some(from) if from > asked.on => Some((words.waits)(&day(from, lang))),
        Some(_) => None,
    };
    let mut items = vec![
        KeyValue::mono(words.credit, euro(asked.credit, lang)),
        KeyValue::mono(words.left, euro(asked.credit - covered, lang)),
        KeyValue::mono(words.open, euro(open, lang)),
        KeyValue::text(words.visa, nth(&words.visas, rules.visa.into())),
    ];
    items.extend(rules.from.map(|from| KeyValue::mono(words.usable_from, day(from, lang))));
    let ready = waits.is_none();
    html! {
        <>
            if let Some(why) = waits {
                <Notice severity={Severity::Warning}><p>{ why }</p></Notice>
            }
            <Card title={words.covered} aside={doubt(rules.confidence, lang)}>
                <div class="stack">
                    <Stat value={euro(covered, lang)} label={words.covered} />
                    <KeyValues {items} />
                    if rules.telematic {
                        <p>{ words.telematic }</p>
                    }
                </div>
            </Card>
            <Card title={words.order} subtitle={words.order_rule} flush={true}>{ order(asked, &settled, lang) }</Card>
            if ready && !covered.is_zero() {
                <Card title={words.rows}><div class="stack">{ rows(asked, &settled, covered, lang) }</div></Card>
            }
            { foot(set, &rules.source, rules.confidence, lang) }
        </>
    }
}

/// What the credit does to each debt, in the order it does.
fn order(asked: &Asked, settled: &[Settled], lang: Lang) -> Html {
    let (words, common) = (claims(lang), texts(lang));
    let row = |one: &Settled| {
        let (of, _) = asked.debts.get(one.place)?;
        let due = day(one.debt.due, lang);
        let due = if one.debt.due < asked.on { (words.overdue)(&due) } else { due.to_string() };
        let mut cells = vec![Cell::text(month(*of, lang)), Cell::text(due)];
        let amounts = [one.debt.amount, one.covered, one.open()];
        cells.extend(amounts.map(|amount| Cell::text(euro(amount, lang))));
        Some(cells)
    };
    let heads = [common.month, common.due_day, common.debt, words.covered, words.open];
    table(words.order, &heads, &[1], settled.iter().filter_map(row).collect())
}

/// The rows that set off what is covered, to be copied: what is paid and the credit that pays it come to nothing.
fn rows(asked: &Asked, settled: &[Settled], covered: Euro, lang: Lang) -> Html {
    let Some((office, matricola)) = asked.position else {
        return html! { <p>{ claims(lang).rows_help }</p> };
    };
    let of = |causale: &str, of: Month, amount: Euro| {
        F24Row::of_month(office, causale, matricola.as_str(), of, amount)
    };
    let paid = settled.iter().filter(|one| !one.covered.is_zero());
    let paid = paid.filter_map(|one| {
        let (month, _) = asked.debts.get(one.place)?;
        Some(of(MONTHLY, *month, one.covered))
    });
    let credit = of(asked.causale, asked.month, -covered);
    let drawn = std::iter::once(credit).chain(paid).map(|row| f24_row(&row, lang));
    drawn.collect()
}
