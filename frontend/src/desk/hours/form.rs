//! Somebody's hours: nothing that is typed is lost when it is refused.

use std::rc::Rc;

use shared::calendar::Day;
use shared::desk::{Destinations, LONGEST_CONTACT, SaveHours, Seat, check_hours};
use shared::format::weekday_name;
use shared::lang::Lang;
use shared::requests::Desk;
use shared::requests::topics::{NamedUnit, Unit};
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::requests::{choice, of_week, reached};
use crate::ui::{
    Button, ButtonType, Card, Checkbox, Choice, Field, FieldType, Notice, Select, Severity, Toast,
    changing, use_toasts,
};
use crate::{browser, events, words};

/// Minutes between the times that are offered.
const STEP: u16 = 30;

/// What is offered where nothing was said.
fn usual() -> Desk {
    Desk {
        unit: Unit::FRONT_OFFICE,
        days: vec![1, 2, 3, 4, 5],
        from: 9 * 60,
        to: 12 * 60 + 30,
        contact: String::new(),
        away: None,
    }
}

/// What the form holds.
#[derive(Clone)]
struct Typed {
    desk: UseStateHandle<Desk>,
    /// How often it was tried to save it with something wrong.
    tries: UseStateHandle<u32>,
}

impl Typed {
    /// Changes what is typed.
    fn change<T: 'static>(&self, put: impl Fn(&mut Desk, T) + 'static) -> Callback<T> {
        changing(&self.desk, put)
    }

    /// What is wrong with a field, once it was tried.
    fn error(&self, field: &str, words: &'static Texts) -> Option<AttrValue> {
        if *self.tries == 0 {
            return None;
        }
        let wrong = check_hours(&self.desk, events::now().day_in_rome());
        let (_, reason) = wrong.into_iter().find(|(wrong, _)| *wrong == field)?;
        Some(AttrValue::Static(words.reason(reason)))
    }
}

/// Props of [`Form`].
#[derive(PartialEq, Properties)]
pub(super) struct FormProps {
    /// Whose, and what was said so far.
    pub seat: Rc<Seat>,
    /// Told that it was saved.
    pub saved: Callback<()>,
}

/// The form, and what customers read of it.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let (lang, toasts) = (use_lang(), use_toasts());
    let words = texts(lang);
    let begun = props.seat.desk.clone().unwrap_or_else(usual);
    let typed = Typed { desk: use_state_eq(|| begun.clone()), tries: use_state_eq(|| 0_u32) };
    let places = use_remote(&Destinations {}).value;
    let units = places.as_ref().map(|places| places.units.as_slice()).unwrap_or_default();
    let units = choices(units, &typed.desk, &props.seat, lang);
    let of = units.iter().find(|one| one.value.as_str() == typed.desk.unit.as_str());
    let read = reached(&typed.desk, of.map(|one| one.label.as_str()).unwrap_or_default(), lang);
    use_pending(*typed.desk != begun);
    use_effect_with(*typed.tries, |tries| {
        if *tries > 0 {
            browser::focus("#orari [aria-invalid], #orari .checkbox");
        }
    });
    let saved = props.saved.clone();
    let save = use_action::<SaveHours>(Callback::from(move |_: Seat| {
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, words.saved));
        }
        saved.emit(());
    }));
    let onsubmit = {
        let (typed, run, seat) = (typed.clone(), save.run.clone(), props.seat.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let desk = (*typed.desk).clone();
            match check_hours(&desk, events::now().day_in_rome()).is_empty() {
                true => run.emit(SaveHours { person: seat.person, version: seat.version, desk }),
                false => typed.tries.set(*typed.tries + 1),
            }
        })
    };
    html! {
        <Card title={props.seat.name.clone()} subtitle={changed(&props.seat, lang)}>
            <form class="stack" id="orari" {onsubmit} novalidate=true>
                { unit(&typed, units, words) }
                { days(&typed, lang) }
                { times(&typed, words) }
                { others(&typed, words) }
                <p class="muted" aria-live="polite">{ (words.read)(&read) }</p>
                if let Some(error) = &save.error {
                    <Notice severity={Severity::Error} live={true}><p>{ refused(error, lang) }</p></Notice>
                }
                <div class="row"><Button r#type={ButtonType::Submit} busy={save.busy}>{ words.save }</Button></div>
            </form>
        </Card>
    }
}

/// Who changed it last, and when.
fn changed(seat: &Seat, lang: Lang) -> Option<AttrValue> {
    let (at, by) = (seat.at?, seat.by.as_deref()?);
    Some((texts(lang).changed)(by, &words::moment(at, lang)).into())
}

fn refused(error: &CallError, lang: Lang) -> AttrValue {
    match error {
        CallError::Problem(problem) if problem.code == "conflict" => {
            AttrValue::Static(texts(lang).overtaken)
        }
        _ => explain(lang, error),
    }
}

/// The units by their names; the one that was said stays among them.
fn choices(units: &[NamedUnit], desk: &Desk, seat: &Seat, lang: Lang) -> Vec<Choice> {
    let offered = units.iter().filter(|one| !one.withdrawn);
    let mut choices: Vec<Choice> =
        offered.map(|one| choice(one.unit.to_string(), one.name.of(lang).to_owned())).collect();
    if choices.iter().all(|one| one.value.as_str() != desk.unit.as_str()) {
        let name = seat.unit_name.as_ref().map(|name| name.of(lang).to_owned());
        let code = desk.unit.to_string();
        choices.push(choice(code.clone(), name.unwrap_or(code)));
    }
    choices
}

fn unit(typed: &Typed, choices: Vec<Choice>, words: &'static Texts) -> Html {
    let onchange = typed.change(|desk, code: AttrValue| {
        desk.unit = Unit::parse(&code).unwrap_or(desk.unit);
    });
    html! { <Select label={words.unit} {choices} value={typed.desk.unit.to_string()} {onchange} /> }
}

/// A box for each day of the week.
fn days(typed: &Typed, lang: Lang) -> Html {
    let words = texts(lang);
    let one = |day: u8| {
        let onchange = typed.change(move |desk, on: bool| {
            desk.days.retain(|other| *other != day);
            if on {
                desk.days.push(day);
                desk.days.sort_unstable();
            }
        });
        let (label, checked) = (weekday_name(of_week(day), lang), typed.desk.days.contains(&day));
        html! { <Checkbox key={day} {label} {checked} {onchange} /> }
    };
    html! {
        <fieldset>
            <legend>{ words.days }</legend>
            <div class="row">{ for (1..=7).map(one) }</div>
            if let Some(error) = typed.error("days", words) { <p class="field-error" role="alert">{ error }</p> }
        </fieldset>
    }
}

fn times(typed: &Typed, words: &'static Texts) -> Html {
    let set = |put: fn(&mut Desk, u16)| {
        typed.change(move |desk, value: AttrValue| {
            if let Ok(minute) = value.parse() {
                put(desk, minute);
            }
        })
    };
    let (from, to) = (typed.desk.from, typed.desk.to);
    html! {
        <div class="range">
            <Select label={words.from} choices={offered(from)} value={from.to_string()} onchange={set(|desk, from| desk.from = from)} />
            <Select label={words.to} choices={offered(to)} value={to.to_string()} onchange={set(|desk, to| desk.to = to)}
                error={typed.error("from", words)} />
        </div>
    }
}

/// Every half hour, and the one that was chosen elsewhere.
fn offered(chosen: u16) -> Vec<Choice> {
    let mut minutes: Vec<u16> = (0..=24 * 60 / STEP).map(|step| step * STEP).collect();
    minutes.push(chosen);
    minutes.sort_unstable();
    minutes.dedup();
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    minutes.into_iter().map(|minute| choice(minute.to_string(), time(minute))).collect()
}

/// How, and until when not.
fn others(typed: &Typed, words: &'static Texts) -> Html {
    let on_contact = typed.change(|desk, contact: String| desk.contact = contact);
    let on_away = typed.change(|desk, day: String| desk.away = Day::parse(&day));
    let away = typed.desk.away.map(|day| day.to_string()).unwrap_or_default();
    html! {
        <>
            <Field label={words.contact} helper={words.contact_help} optional={true} value={typed.desk.contact.clone()}
                oninput={on_contact} maxlength={LONGEST_CONTACT as u32} error={typed.error("contact", words)} />
            <Field label={words.away} helper={words.away_help} r#type={FieldType::Date} optional={true} value={away}
                oninput={on_away} error={typed.error("away", words)} />
        </>
    }
}
