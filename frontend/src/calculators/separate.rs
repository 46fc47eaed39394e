//! The gestione separata: what a collaborator's fee costs and who bears it, and what a professional owes for a year.

use shared::calendar::Month;
use shared::format::percent;
use shared::lang::Lang;
use shared::money::{Euro, Rate};
use shared::parameters::{Confidence, Set};
use shared::rates::{
    CollaboratorKind, Expected, Fee, FeeBill, Professional, ProfessionalBill, RateError, compare,
};
use yew::prelude::*;

use super::CalculatorProps;
use super::contribution::why;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{self, charges, comparison, doubt, foot, page, refused, table, waiting};
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::{Card, Cell, FieldType, KeyValue, KeyValues, Stat};
use crate::words::{day, euro};

const NAMES: [&str; 9] =
    ["chi", "mese", "tipo", "compenso", "precedenti", "anno", "coperto", "altrove", "dichiarato"];
const WHO: [&str; 2] = ["collaboratore", "professionista"];
const KINDS: [&str; 3] = ["con-dis-coll", "senza-dis-coll", "altra-copertura"];

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let words = texts(lang);
    let form = use_form(&NAMES, words);
    let this = Month::of(events::now().day_in_rome());
    let professional = form.chosen("chi", &WHO) == 1;
    let declared = form.euro("dichiarato").ok();
    let result = match professional {
        false => fee(&form, this).map(|fee| {
            let of = (&**set, fee.month);
            fee.bill(&set.contributions).map(|bill| of_fee(&bill, declared, of, lang))
        }),
        true => self_employed(&form, this.year()).map(|year| {
            let of = (&**set, Month::new(year.year, 1).unwrap_or(this));
            year.bill(&set.contributions).map(|bill| of_year(&bill, declared, of, lang))
        }),
    };
    let who = form.choice("chi", words.who, &WHO, &words.whom);
    let fields = match professional {
        false => fee_fields(&form, this, lang),
        true => year_fields(&form, this.year(), lang),
    };
    let to_compare =
        form.field("dichiarato", words.paid, FieldType::Text, &form.euro("dichiarato"), true);
    page(html! { <>{ who }{ fields }{ to_compare }</> }, drawn(result, lang), lang)
}

/// The result, or why there is none.
pub fn drawn(result: Read<Result<Html, RateError>>, lang: Lang) -> Html {
    match result {
        Err(_) => waiting(lang),
        Ok(Err(error)) => refused(&why(&error, lang), lang),
        Ok(Ok(result)) => result,
    }
}

/// The year that is typed; this one where none is.
pub fn year(form: &Form, this: i32) -> Read<i32> {
    match form.number("anno", 9999) {
        Ok(year) => Ok(i32::try_from(year).unwrap_or(this)),
        Err(Wrong::Empty) => Ok(this),
        Err(wrong) => Err(wrong),
    }
}

fn month(form: &Form, this: Month) -> Read<Month> {
    Ok(optional(form.month("mese"))?.unwrap_or(this))
}

fn fee(form: &Form, this: Month) -> Read<Fee> {
    Ok(Fee {
        month: month(form, this)?,
        kind: match form.chosen("tipo", &KINDS) {
            0 => CollaboratorKind::WithUnemployment,
            1 => CollaboratorKind::WithoutUnemployment,
            _ => CollaboratorKind::OtherCover,
        },
        amount: form.euro("compenso")?,
        earlier: optional(form.euro("precedenti"))?.unwrap_or_default(),
    })
}

fn self_employed(form: &Form, this: i32) -> Read<Professional> {
    Ok(Professional {
        year: year(form, this)?,
        other_cover: form.is("coperto"),
        income: form.euro("compenso")?,
        elsewhere: optional(form.euro("altrove"))?.unwrap_or_default(),
    })
}

fn fee_fields(form: &Form, this: Month, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            { form.field("mese", words.month_paid, FieldType::Month, &month(form, this), true) }
            { form.choice("tipo", words.kind, &KINDS, &words.kinds) }
            { form.field("compenso", words.fee, FieldType::Text, &form.euro("compenso"), false) }
            { form.field("precedenti", words.earlier_fees, FieldType::Text, &form.euro("precedenti"), true) }
        </>
    }
}

fn year_fields(form: &Form, this: i32, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <>
            { form.field("anno", words.year, FieldType::Digits, &year(form, this), true) }
            { form.check("coperto", words.other_cover) }
            { form.field("compenso", words.income, FieldType::Text, &form.euro("compenso"), false) }
            { form.field("altrove", words.elsewhere, FieldType::Text, &form.euro("altrove"), true) }
        </>
    }
}

/// What was declared or paid beside what a rate gives on a base.
fn beside(
    declared: Option<Euro>,
    (base, rate): (Euro, Rate),
    confidence: Confidence,
    of: (&Set, Month),
    lang: Lang,
) -> Html {
    let expected = Expected { total: rate, employee: Rate::ZERO, confidence };
    let found = outcome::beside(declared, of, |declared, tolerance| {
        compare(expected, base, declared, tolerance)
    });
    comparison(found, lang)
}

fn of_fee(bill: &FeeBill, declared: Option<Euro>, of: (&Set, Month), lang: Lang) -> Html {
    let words = texts(lang);
    let paid = bill.contribution;
    let items = vec![
        KeyValue::mono(words.principal, euro(paid.employer, lang)),
        KeyValue::mono(words.collaborator, euro(paid.employee, lang)),
        KeyValue::mono(words.rate, percent(bill.rate, lang)),
        KeyValue::mono(words.base, euro(bill.base, lang)),
        KeyValue::mono(words.due_day, day(bill.due, lang)),
    ];
    html! {
        <>
            <Card title={words.due} aside={doubt(bill.confidence, lang)}>
                <div class="stack"><Stat value={euro(paid.total, lang)} label={words.total} /><KeyValues {items} /></div>
            </Card>
            { beside(declared, (bill.base, bill.rate), bill.confidence, of, lang) }
            { charges(&bill.charges, paid.total, lang) }
            { foot(of.0, &bill.source, bill.confidence, lang) }
        </>
    }
}

fn of_year(bill: &ProfessionalBill, declared: Option<Euro>, of: (&Set, Month), lang: Lang) -> Html {
    let words = texts(lang);
    let items = vec![
        KeyValue::mono(words.rate, percent(bill.rate, lang)),
        KeyValue::mono(words.base, euro(bill.base, lang)),
        KeyValue::mono(words.credited_months, bill.credited_months.to_string()),
        KeyValue::mono(words.balance_due, day(bill.balance_due, lang)),
    ];
    let advances = bill.advances.iter().enumerate().map(|(place, advance)| {
        let name = (words.advance)(place + 1);
        vec![
            Cell::text(name),
            Cell::text(day(advance.due, lang)),
            Cell::text(euro(advance.amount, lang)),
        ]
    });
    let advances = table(
        words.advances,
        &[words.instalment, words.due_day, words.amount],
        &[1],
        advances.collect(),
    );
    html! {
        <>
            <Card title={words.due} aside={doubt(bill.confidence, lang)}>
                <div class="stack"><Stat value={euro(bill.contribution, lang)} label={words.total} /><KeyValues {items} /></div>
            </Card>
            { beside(declared, (bill.base, bill.rate), bill.confidence, of, lang) }
            { charges(&bill.charges, bill.contribution, lang) }
            <Card title={words.advances} flush={true}>{ advances }</Card>
            { foot(of.0, &bill.source, bill.confidence, lang) }
        </>
    }
}
