//! What authorised wage support costs on top, on the wages lost.

use shared::calendar::Month;
use shared::format::percent;
use shared::lang::Lang;
use shared::money::Rate;
use shared::parameters::Set;
use shared::rates::{Expected, Facts, LostWages, LostWagesBill, compare};
use yew::prelude::*;

use super::why;
use crate::calculators::form::{Form, Read, optional};
use crate::calculators::outcome::{beside, compared, doubt, refused, waiting};
use crate::calculators::text::texts;
use crate::ui::{Card, FieldType, KeyValue, KeyValues, Stat};
use crate::words::euro;

/// Five years have no more weeks.
const MOST_WEEKS: u32 = 261;

/// What is asked, once there is wage support.
pub fn fields(form: &Form, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            { form.check("integrazione", words.support) }
            if form.is("integrazione") {
                { form.field("perse", words.lost_wages, FieldType::Text, &form.euro("perse"), false) }
                { form.field("settimane", words.weeks_used, FieldType::Digits, &form.number("settimane", MOST_WEEKS), true) }
                { form.check("senza-cig", words.unclaimed) }
                { form.field("addizionale", words.surcharge_declared, FieldType::Text, &form.euro("addizionale"), true) }
            }
        </>
    }
}

fn read(form: &Form) -> Read<LostWages> {
    Ok(LostWages {
        wages: form.euro("perse")?,
        weeks: optional(form.number("settimane", MOST_WEEKS))?.unwrap_or_default(),
        unclaimed: form.is("senza-cig"),
    })
}

/// The result, where there is wage support.
pub fn draw(form: &Form, facts: &Facts, set: &Set, lang: Lang) -> Html {
    if !form.is("integrazione") {
        return html! {};
    }
    match read(form).map(|lost| (lost, facts.lost(lost, &set.contributions))) {
        Err(_) => waiting(lang),
        Ok((_, Err(error))) => refused(&why(&error, lang), lang),
        Ok((lost, Ok(bill))) => drawn(form, lost, &bill, (set, facts.month), lang),
    }
}

fn drawn(
    form: &Form,
    lost: LostWages,
    bill: &LostWagesBill,
    of: (&Set, Month),
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let expected = Expected { total: bill.rate, employee: Rate::ZERO, confidence: bill.confidence };
    let declared = form.euro("addizionale").ok();
    let found = beside(declared, of, |declared, tolerance| {
        compare(expected, lost.wages, declared, tolerance)
    });
    let items = vec![
        KeyValue::mono(words.rate, percent(bill.rate, lang)),
        KeyValue::mono(words.lost_wages, euro(lost.wages, lang)),
        KeyValue::text(words.law, bill.source.clone()),
    ];
    html! {
        <Card title={words.surcharge} aside={doubt(bill.confidence, lang)}>
            <div class="stack">
                <Stat value={euro(bill.amount, lang)} label={words.total} />
                <KeyValues {items} />
                <p>{ words.surcharge_note }</p>
                { for found.iter().map(|found| compared(found, lang)) }
            </div>
        </Card>
    }
}
