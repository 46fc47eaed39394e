//! How soon requests are answered: the clock of all, and those of some offices and topics.

use std::rc::Rc;

use shared::lang::Lang;
use shared::requests::{ClockTerms, RequestParameters};
use yew::prelude::*;

use super::form::{Scope, about, foot, from_and_why, number, office};
use super::rules::{Ending, table};
use super::text::texts;
use super::{Kept, use_save};
use crate::browser;
use crate::i18n::use_lang;
use crate::ui::{Card, KeyValue, KeyValues};

/// Props of [`Terms`].
#[derive(PartialEq, Properties)]
pub(super) struct TermsProps {
    /// What holds.
    pub kept: Kept,
}

/// The clocks, and the form of another one.
#[component]
pub(super) fn Terms(props: &TermsProps) -> Html {
    let lang = use_lang();
    let (words, kept) = (texts(lang), &props.kept);
    let save = use_save(kept);
    let scope = use_state_eq(Scope::default);
    let typed = use_state_eq(|| ["5", "10", "20", "10"].map(str::to_owned));
    let ending = use_state_eq(|| None::<usize>);
    let correcting = use_state_eq(|| None::<usize>);
    let names = kept.names.as_deref();
    let said = read(&typed);
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        let at = *correcting;
        Callback::from(move |_: MouseEvent| match said.and_then(|terms| scope.rule(terms)) {
            Some(rule) => {
                let note = rule.source.clone();
                let mut next = RequestParameters::clone(&set);
                match at.and_then(|at| next.profiles.get_mut(at)) {
                    Some(before) => *before = rule,
                    None => next.profiles.push(rule),
                }
                run.emit((next, note));
            }
            None => scope.set(Scope { tried: true, ..(*scope).clone() }),
        })
    };
    let wrong = scope.tried && said.is_none();
    let correct = correcting_in(&kept.set, &scope, &typed, &correcting);
    let end = ending.setter();
    html! {
        <>
            { of_all(&kept.set, lang) }
            { table(words.terms_own, &kept.set.profiles, names, |terms| in_words(terms, lang),
                (&Callback::from(move |at| end.set(Some(at))), Some(&correct)), lang) }
            if let Some(at) = *ending {
                <Ending busy={save.busy} onclose={closing(&ending)} onended={ended(kept, &save.run, at)} />
            }
            <Card title={if correcting.is_some() { words.terms_correct } else { words.terms_new }} subtitle={words.terms_help}>
                <div class="stack" id={FORM_ID} tabindex="-1">
                    { about(&scope, names, false, lang) }
                    { office(&scope, false, lang) }
                    { for (0..4).map(|at| number(&typed, at, &words.clock, false)) }
                    if wrong { <p class="field-error" role="alert">{ words.terms_wrong }</p> }
                    { from_and_why(&scope, lang) }
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
}

/// The form, which takes the focus when a rule is corrected in it.
const FORM_ID: &str = "tempi-particolari";

const fn days(terms: &ClockTerms) -> [u16; 4] {
    [terms.remind_days, terms.escalate_days, terms.most_days, terms.reopen_days]
}

/// Puts a rule into the form, to be written in its place.
fn correcting_in(
    set: &Rc<RequestParameters>,
    scope: &UseStateHandle<Scope>,
    typed: &UseStateHandle<[String; 4]>,
    correcting: &UseStateHandle<Option<usize>>,
) -> Callback<usize> {
    let (scope, typed, correcting) = (scope.setter(), typed.setter(), correcting.setter());
    let set = set.clone();
    Callback::from(move |at: usize| {
        let Some(rule) = set.profiles.get(at) else { return };
        scope.set(Scope::of(rule));
        typed.set(days(&rule.value).map(|days| days.to_string()));
        correcting.set(Some(at));
        browser::focus(&["#", FORM_ID].concat());
    })
}

/// The terms that are typed, where they can be.
fn read(typed: &[String; 4]) -> Option<ClockTerms> {
    let days = typed.each_ref().map(|days| days.trim().parse().ok());
    let [Some(remind_days), Some(escalate_days), Some(most_days), Some(reopen_days)] = days else {
        return None;
    };
    let terms = ClockTerms { remind_days, escalate_days, most_days, reopen_days };
    terms.is_sound().then_some(terms)
}

/// Leaves the dialog.
pub(super) fn closing(ending: &UseStateHandle<Option<usize>>) -> Callback<()> {
    let ending = ending.setter();
    Callback::from(move |()| ending.set(None))
}

fn ended(
    kept: &Kept,
    run: &Callback<super::Replacement>,
    at: usize,
) -> Callback<(shared::calendar::Day, String)> {
    let set = kept.set.clone();
    run.reform(move |(last, why)| {
        let mut next = RequestParameters::clone(&set);
        if let Some(rule) = next.profiles.get_mut(at) {
            rule.until = Some(last);
        }
        (next, why)
    })
}

fn of_all(set: &RequestParameters, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(step) = set.clock.steps().last() else { return html! {} };
    let items = words.clock.iter().zip(days(&step.value));
    let mut items: Vec<KeyValue> =
        items.map(|(label, days)| KeyValue::mono(*label, days.to_string())).collect();
    items.push(KeyValue::text(words.source, step.source.clone()));
    html! { <Card title={words.terms_all}><KeyValues {items} /></Card> }
}

/// `5 · 10 · 20 · 10`
fn in_words(terms: &ClockTerms, lang: Lang) -> String {
    let parts = texts(lang).clock_short.iter().zip(days(terms));
    let parts = parts.map(|(label, days)| [label, " ", &days.to_string()].concat());
    parts.collect::<Vec<_>>().join(", ")
}
