//! A debt paid by instalments: whether it may be, what each comes to, and what becomes of the plan when one stops paying.

mod result;
mod trial;

use shared::calendar::Day;
use shared::instalments::{Application, Authority, PlanError, plan};
use shared::lang::Lang;
use yew::prelude::*;

use super::CalculatorProps;
use super::form::{Form, Read, Wrong, optional, use_form};
use super::outcome::{missing, page, refused, waiting};
use super::text::texts;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::FieldType;

const NAMES: [&str; 7] = ["debito", "rate", "ente", "domanda", "prima", "altra", "pagate"];
const AUTHORITIES: [&str; 3] = ["inps", "ministero", "decreto"];
/// More instalments than any rules allow.
const MOST: u32 = 240;

/// The calculator.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let (lang, set) = (use_lang(), &props.set);
    let form = use_form(&NAMES, texts(lang));
    let asked = read(&form, events::now().day_in_rome());
    let made = asked.as_ref().ok().map(|asked| plan(&set.instalments, &set.interest, asked));
    let error = made.as_ref().and_then(|made| made.as_ref().err()).copied();
    let result = match (&asked, &made) {
        (Ok(asked), Some(made)) => {
            let paid = optional(form.number("pagate", MOST)).ok().flatten();
            html! {
                <>
                    { match made {
                        Ok(plan) => result::draw(plan, paid, set, lang),
                        Err(error) => refused(&why(*error, lang), lang),
                    } }
                    { trial::draw(asked, set, &form.set("rate"), lang) }
                    { result::limits(set, asked.sent, lang) }
                </>
            }
        }
        _ => waiting(lang),
    };
    page(fields(&form, error, lang), result, lang)
}

/// What is asked for. Without a day it is asked for today, and the first instalment is due a month later.
fn read(form: &Form, today: Day) -> Read<Application> {
    let sent = optional(form.day("domanda"))?.unwrap_or(today);
    let count = form.number("rate", MOST)?;
    Ok(Application {
        debt: form.euro("debito")?,
        instalments: u16::try_from(count).unwrap_or(u16::MAX),
        granted_by: match form.chosen("ente", &AUTHORITIES) {
            0 => Authority::Institute,
            1 => Authority::Ministry,
            _ => Authority::Decree,
        },
        sent,
        first_due: optional(form.day("prima"))?.unwrap_or_else(|| sent.plus_months(1)),
        another_running: form.is("altra"),
    })
}

fn fields(form: &Form, error: Option<PlanError>, lang: Lang) -> Html {
    let words = texts(lang);
    // What the rules refuse is said at the field that would have to change.
    let wrong = |name: &str, typed: Option<Wrong>| match typed {
        Some(Wrong::Text(text)) => Some(AttrValue::Static(text)),
        Some(Wrong::Empty) => None,
        None => {
            let error = error.filter(|error| field_of(*error) == name)?;
            Some(AttrValue::from(why(error, lang)))
        }
    };
    let debt = wrong("debito", form.euro("debito").err());
    let count = wrong("rate", form.number("rate", MOST).err());
    let authority = wrong("ente", None);
    let first = wrong("prima", form.day("prima").err());
    html! {
        <>
            { form.said("debito", words.debt, FieldType::Text, debt, false, None) }
            { form.said("rate", words.how_many, FieldType::Digits, count, false, None) }
            { form.choice("ente", words.granted_by, &AUTHORITIES, &words.authorities) }
            if let Some(text) = authority {
                <p class="field-error" role="alert">{ text }</p>
            }
            { form.field("domanda", words.sent, FieldType::Date, &form.day("domanda"), true) }
            { form.said("prima", words.first_due, FieldType::Date, first, true, Some(words.first_due_help)) }
            { form.check("altra", words.another) }
            { form.said("pagate", words.stop_after, FieldType::Digits, None, true, Some(words.stop_after_help)) }
        </>
    }
}

const fn field_of(error: PlanError) -> &'static str {
    match error {
        PlanError::NoDebt | PlanError::TooSmall => "debito",
        PlanError::NoInstalments | PlanError::TooMany { .. } => "rate",
        PlanError::NotGranted => "ente",
        PlanError::Backwards => "prima",
        PlanError::AnotherRunning | PlanError::Missing(_) => "",
    }
}

fn why(error: PlanError, lang: Lang) -> String {
    let words = texts(lang);
    let fixed = match error {
        PlanError::Missing(value) => return missing(value, lang),
        PlanError::TooMany { most } => return (words.too_many)(most),
        PlanError::NoDebt => words.no_debt,
        PlanError::NoInstalments => words.no_instalments,
        PlanError::NotGranted => words.not_granted,
        PlanError::AnotherRunning => words.another_running,
        PlanError::TooSmall => words.too_small,
        PlanError::Backwards => words.backwards,
    };
    fixed.to_owned()
}
