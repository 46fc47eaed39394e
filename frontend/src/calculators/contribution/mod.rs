//! What contributions an employee's wage bears in a month: what they are made of, who pays, why, and whether what was declared agrees.

mod result;
mod support;

use shared::calendar::Month;
use shared::companies::Show;
use shared::fiscal::{Ca, Csc};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::rates::{
    Collar, Contract, Facts, FixedTerm, Fund, Insured, RateError, Standing, Time, Worker,
};
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{missing, page, refused, waiting};
use super::text::{nth, texts};
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::session::{company_of, use_session};
use crate::ui::FieldType;

const NAMES: [&str; 27] = [
    "mese",
    "csc",
    "ca",
    "dipendenti",
    "fondo",
    "fis",
    "pasticceria",
    "qualifica",
    "rapporto",
    "mesi",
    "termine",
    "rinnovi",
    "esente",
    "retribuzione",
    "giorni",
    "parziale",
    "ore",
    "orario",
    "settimana",
    "dal1996",
    "progressivo",
    "dichiarato",
    "integrazione",
    "perse",
    "settimane",
    "senza-cig",
    "addizionale",
];
const COLLARS: [&str; 3] = ["operaio", "impiegato", "dirigente"];
const STANDINGS: [&str; 4] = ["ordinario", "apprendista", "primo-livello", "confermato"];
/// A full week where nothing is typed: its hours in hundredths, and its days.
const FULL_WEEK: (u32, u32) = (40_00, 6);
const FUNDS: [&str; 4] = ["settore", "professionisti", "altro", "lapidei"];

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, session) = (use_lang(), use_session());
    let form = use_form(&NAMES, texts(lang));
    let asked = read(&form);
    let breakdown = asked.as_ref().ok().map(|facts| facts.breakdown(&props.set.contributions));
    let found = breakdown.as_ref().and_then(|result| result.as_ref().err());
    let result = match &breakdown {
        None => waiting(lang),
        Some(Err(error)) => refused(&why(error, lang), lang),
        Some(Ok(breakdown)) => {
            let declared = optional(form.euro("dichiarato")).ok().flatten();
            html! {
                <>
                    { result::draw(breakdown, declared, &props.set, lang) }
                    { for asked.iter().map(|facts| support::draw(&form, facts, &props.set, lang)) }
                </>
            }
        }
    };
    html! {
        <>
            if let Some(company) = session.viewer().and_then(|viewer| company_of(viewer)) {
                <Prefill {company} form={form.clone()} />
            }
            { page(fields(&form, found, lang), result, lang) }
        </>
    }
}

/// The facts that are typed.
fn read(form: &Form) -> Read<Facts> {
    let months = optional(form.number("mesi", 120))?.unwrap_or_default();
    let standing = match form.chosen("rapporto", &STANDINGS) {
        0 => Standing::Ordinary,
        1 => Standing::Professional { months_served: months },
        2 => Standing::FirstLevel { months_served: months },
        _ => Standing::Confirmed { months_since: months },
    };
    let renewals = optional(form.number("rinnovi", 50))?.unwrap_or_default();
    let renewals = u8::try_from(renewals).unwrap_or(u8::MAX);
    let contract = match form.is("termine") {
        true => Contract::FixedTerm(FixedTerm { renewals, exempt: form.is("esente") }),
        false => Contract::OpenEnded,
    };
    let earlier = optional(form.euro("progressivo"))?.unwrap_or_default();
    Ok(Facts {
        month: month(form)?,
        csc: form.code("csc", Csc::parse, "")?,
        cas: optional(form.code("ca", Ca::parse_all, ""))?.unwrap_or_default(),
        size: form.number("dipendenti", 1_000_000)?,
        fund: match form.chosen("fondo", &FUNDS) {
            0 => Fund::OfSector,
            1 => Fund::Professional,
            2 => Fund::Apart,
            _ => Fund::Stone,
        },
        no_fis_claims: form.is("fis"),
        pastry: form.is("pasticceria"),
        worker: Worker {
            collar: match form.chosen("qualifica", &COLLARS) {
                0 => Collar::BlueCollar,
                1 => Collar::WhiteCollar,
                _ => Collar::Executive,
            },
            standing,
        },
        contract,
        wage: form.euro("retribuzione")?,
        time: time(form)?,
        insured: match form.is("dal1996") {
            true => Insured::Since1996 { earlier },
            false => Insured::Before1996,
        },
    })
}

/// The time that was paid, where it is typed: days, or hours of part time.
fn time(form: &Form) -> Read<Option<Time>> {
    if !form.is("parziale") {
        return Ok(optional(form.number("giorni", 31))?.map(Time::Days));
    }
    let weekly = optional(hours(form, "orario"))?.unwrap_or(FULL_WEEK.0);
    let days_a_week = optional(form.number("settimana", 7))?.unwrap_or(FULL_WEEK.1);
    let paid = optional(hours(form, "ore"))?;
    Ok(paid.map(|paid| Time::Hours { paid, weekly, days_a_week }))
}

/// Hours in hundredths, written as amounts are.
fn hours(form: &Form, name: &str) -> Read<u32> {
    let wrong = Wrong::Text(form.words().hours_wrong);
    match form.euro(name) {
        Ok(hours) => u32::try_from(hours.cents()).map_err(|_| wrong),
        Err(Wrong::Empty) => Err(Wrong::Empty),
        Err(Wrong::Text(_)) => Err(wrong),
    }
}

/// The month that is typed; the one before this where none is.
fn month(form: &Form) -> Read<Month> {
    match form.month("mese") {
        Err(Wrong::Empty) => Ok(Month::of(events::now().day_in_rome()).previous()),
        read => read,
    }
}

fn fields(form: &Form, found: Option<&RateError>, lang: Lang) -> Html {
    let words = texts(lang);
    // Each error of the rules belongs to what was typed there.
    let at = |name: &str| {
        let found = found.filter(|error| field_of(error) == name)?;
        Some(AttrValue::from(why(found, lang)))
    };
    let wrong =
        |typed_wrong: bool, text: &'static str| typed_wrong.then_some(AttrValue::Static(text));
    let csc = form.code("csc", Csc::parse, words.csc_wrong);
    let ca = optional(form.code("ca", Ca::parse_all, words.ca_wrong));
    let csc = wrong(matches!(csc, Err(Wrong::Text(_))), words.csc_wrong).or(at("csc"));
    let ca = wrong(ca.is_err(), words.ca_wrong).or(at("ca"));
    let declared = match form.euro("dichiarato") {
        Err(Wrong::Text(text)) => Some(AttrValue::Static(text)),
        _ => None,
    };
    html! {
        <>
            { form.field("mese", words.month, FieldType::Month, &month(form), true) }
            { form.said("csc", words.csc, FieldType::Digits, csc, false, Some(words.csc_help)) }
            { form.said("ca", words.cas, FieldType::Text, ca, true, Some(words.cas_help)) }
            { form.field("dipendenti", words.size, FieldType::Digits, &form.number("dipendenti", 1_000_000), false) }
            { form.choice("qualifica", words.collar, &COLLARS, &words.collars) }
            { form.choice("rapporto", words.standing, &STANDINGS, &words.standings) }
            if form.chosen("rapporto", &STANDINGS) > 0 {
                { form.field("mesi", words.months_served, FieldType::Digits, &form.number("mesi", 120), true) }
            }
            { form.check("termine", words.fixed_term) }
            if form.is("termine") {
                { form.field("rinnovi", words.renewals, FieldType::Digits, &form.number("rinnovi", 50), true) }
                { form.check("esente", words.exempt) }
            }
            { form.field("retribuzione", words.wage, FieldType::Text, &form.euro("retribuzione"), false) }
            { form.check("parziale", words.part_time) }
            if form.is("parziale") {
                { form.field("ore", words.hours_paid, FieldType::Text, &hours(form, "ore"), true) }
                { form.field("orario", words.hours_a_week, FieldType::Text, &hours(form, "orario"), true) }
                { form.field("settimana", words.days_a_week, FieldType::Digits, &form.number("settimana", 7), true) }
            } else {
                { form.field("giorni", words.days_paid, FieldType::Digits, &form.number("giorni", 31), true) }
            }
            { form.check("dal1996", words.since_1996) }
            if form.is("dal1996") {
                { form.field("progressivo", words.earlier_wages, FieldType::Text, &form.euro("progressivo"), true) }
            }
            { form.choice("fondo", words.fund, &FUNDS, &words.funds) }
            { form.check("fis", words.no_fis_claims) }
            { form.check("pasticceria", words.pastry) }
            { support::fields(form, lang) }
            { form.said("dichiarato", words.declared, FieldType::Text, declared, true, Some(words.declared_help)) }
        </>
    }
}

/// The field that an error of the rules is about.
const fn field_of(error: &RateError) -> &'static str {
    match error {
        RateError::UnknownCsc(_) | RateError::SpecialCsc(_) => "csc",
        RateError::UnknownCa(_) | RateError::OtherRules(_) | RateError::CaAgainst { .. } => "ca",
        _ => "",
    }
}

/// What the wage support of a firm is called, the funds that it may be, and what makes FIS cheaper.
pub fn support_words(lang: Lang) -> (&'static str, [&'static str; 4], &'static str) {
    let words = texts(lang);
    (words.fund, words.funds, words.no_fis_claims)
}

/// Why there is no figure, in a sentence.
pub fn why(error: &RateError, lang: Lang) -> String {
    let words = texts(lang);
    let sector = |sector: &shared::rates::Sector| nth(&words.sectors, *sector as usize);
    match error {
        RateError::Missing(value) => missing(*value, lang),
        RateError::UnknownCsc(csc) => (words.unknown_csc)(csc.as_str()),
        RateError::SpecialCsc(csc) => (words.special_csc)(csc.as_str()),
        RateError::UnknownCa(ca) => (words.unknown_ca)(ca.as_str()),
        RateError::OtherRules(ca) => (words.other_rules)(ca.as_str()),
        RateError::CaAgainst { ca, sector: of } => (words.ca_against)(ca.as_str(), sector(of)),
        RateError::FundAgainst(of) => (words.fund_against)(sector(of)),
        RateError::UnknownWorker { sector: of, collar } => {
            (words.unknown_worker)(nth(&words.collars, *collar as usize), sector(of))
        }
        RateError::Negative => words.negative.to_owned(),
        RateError::Time => words.number_wrong.to_owned(),
        RateError::Months => words.months_wrong.to_owned(),
        RateError::Reduction => words.no_reduction.to_owned(),
    }
}

#[derive(PartialEq, Properties)]
struct PrefillProps {
    company: CompanyId,
    form: Form,
}

/// Types what the register knows of the company into the fields that nobody has touched.
#[component]
fn Prefill(props: &PrefillProps) -> Html {
    let company = use_remote(&Show { company: props.company });
    let form = props.form.clone();
    use_effect_with(company.value, move |company| {
        let Some(position) = company.as_ref().and_then(|company| company.positions.first()) else {
            return;
        };
        let workforce = position.workforce.map(|(count, _)| count.to_string()).unwrap_or_default();
        // The CA go with the CSC: typed by hand, they stay as they are.
        if form.typed("csc").is_none() {
            form.set("csc").emit(position.csc.clone());
            form.set("ca").emit(position.cas.join(" "));
        }
        if form.typed("dipendenti").is_none() {
            form.set("dipendenti").emit(workforce);
        }
    });
    html! {}
}
