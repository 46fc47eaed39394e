//! What it costs to have paid late or hidden something: which case it is, why, and what another day would cost.

mod result;
mod trial;

use shared::calendar::Day;
use shared::interest::Error;
use shared::lang::Lang;
use shared::sanctions::{Breach, Facts, Form as Paid, Payment, Relief, assess};
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{missing, page, refused, waiting};
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::FieldType;

/// The field of the day of payment, which can be tried out.
const PAID_ON: &str = "pagamento";
const NAMES: [&str; 11] = [
    "importo",
    "scadenza",
    PAID_ON,
    "calcolo",
    "violazione",
    "modo",
    "richiesta",
    "notifica",
    "denuncia",
    "caso",
    "lettera",
];
const BREACHES: [&str; 2] = ["omissione", "evasione"];
const FORMS: [&str; 3] = ["unico", "parti", "rate"];
const RELIEFS: [&str; 4] = ["nessuno", "incertezza", "insolvenza", "compliance"];

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let lang = use_lang();
    let form = use_form(&NAMES, texts(lang));
    let today = events::now().day_in_rome();
    let (set, asked) = (&props.set, read(&form, today));
    let result = match &asked {
        Err(_) => waiting(lang),
        Ok(facts) if is_impossible(facts) => refused(texts(lang).before_due, lang),
        Ok(facts) => match assess(&set.sanctions, &set.interest, facts) {
            Err(error) => refused(&why(error, lang), lang),
            Ok(assessment) => html! {
                <>
                    { result::draw(facts, &assessment, set, lang) }
                    <trial::Trial facts={*facts} set={set.clone()} onday={form.set(PAID_ON).reform(|day: Day| day.to_string())} />
                </>
            },
        },
    };
    page(fields(&form, lang), result, lang)
}

/// The facts that are typed.
fn read(form: &Form, today: Day) -> Read<Facts> {
    let paid = optional(form.day(PAID_ON))?;
    let until = optional(form.day("calcolo"))?.unwrap_or(today);
    let how = match form.chosen("modo", &FORMS) {
        0 => Paid::Whole,
        1 => Paid::Parts,
        _ => Paid::Instalments,
    };
    let hidden = form.chosen("violazione", &BREACHES) == 1;
    let relief = match form.chosen("caso", &RELIEFS) {
        0 => None,
        1 => Some(Relief::Uncertainty),
        2 => Some(Relief::Insolvency),
        _ => Some(Relief::Compliance { received: form.day("lettera")? }),
    };
    Ok(Facts {
        contribution: form.euro("importo")?,
        due: form.day("scadenza")?,
        until: paid.unwrap_or(until),
        breach: if hidden { Breach::Evasion } else { Breach::Omission },
        payment: paid.map(|day| Payment { day, form: how }),
        requested: optional(form.day("richiesta"))?,
        notified: optional(form.day("notifica"))?,
        reported: if hidden { optional(form.day("denuncia"))? } else { None },
        relief,
    })
}

/// Whether something is said to have happened about the contribution before it was due.
fn is_impossible(facts: &Facts) -> bool {
    let letter = match facts.relief {
        Some(Relief::Compliance { received }) => Some(received),
        _ => None,
    };
    let events = [facts.requested, facts.notified, facts.reported, letter];
    events.into_iter().flatten().any(|day| day < facts.due)
}

fn fields(form: &Form, lang: Lang) -> Html {
    let words = texts(lang);
    let date = |name: &'static str, label: &'static str, free: bool| {
        form.field(name, label, FieldType::Date, &form.day(name), free)
    };
    let helped = |name: &'static str, label: &'static str, help: &'static str| {
        let wrong = match form.day(name) {
            Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
            _ => None,
        };
        form.said(name, label, FieldType::Date, wrong, true, Some(help))
    };
    html! {
        <>
            { form.field("importo", words.contribution, FieldType::Text, &form.euro("importo"), false) }
            { date("scadenza", words.due_day, false) }
            { helped(PAID_ON, words.paid_on, words.paid_on_help) }
            if form.text(PAID_ON).is_empty() {
                { helped("calcolo", words.until, words.until_help) }
            } else {
                { form.choice("modo", words.how_paid, &FORMS, &words.forms) }
            }
            { form.choice("violazione", words.breach, &BREACHES, &words.breaches) }
            { helped("richiesta", words.requested, words.requested_help) }
            { helped("notifica", words.notified, words.notified_help) }
            if form.chosen("violazione", &BREACHES) == 1 {
                { helped("denuncia", words.reported, words.reported_help) }
            }
            { form.choice("caso", words.relief, &RELIEFS, &words.reliefs) }
            if form.chosen("caso", &RELIEFS) == 3 {
                { date("lettera", words.letter_received, false) }
            }
        </>
    }
}

fn why(error: Error, lang: Lang) -> String {
    match error {
        Error::Negative => texts(lang).negative.to_owned(),
        Error::Backwards => texts(lang).backwards.to_owned(),
        Error::Missing(value) => missing(value, lang),
    }
}
