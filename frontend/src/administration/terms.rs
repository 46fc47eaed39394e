//! How soon requests are answered: the clock of all, and those of some offices and topics.

use shared::lang::Lang;
use shared::requests::{ClockTerms, RequestParameters};
use yew::prelude::*;

use super::form::{Scope, about, foot, from_and_why, office};
use super::rules::{Ending, table};
use super::text::texts;
use super::{Kept, use_save};
use crate::i18n::use_lang;
use crate::ui::{Card, Field, FieldType, KeyValue, KeyValues};

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
    let names = kept.names.as_deref();
    let said = read(&typed);
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        Callback::from(move |_: MouseEvent| match said.and_then(|terms| scope.rule(terms)) {
            Some(rule) => {
                let note = rule.source.clone();
                let mut next = RequestParameters::clone(&set);
                next.profiles.push(rule);
                run.emit((next, note));
            }
            None => scope.set(Scope { tried: true, ..(*scope).clone() }),
        })
    };
    let line = |at: usize| {
        let typed = typed.clone();
        let value = typed.get(at).cloned().unwrap_or_default();
        let oninput = Callback::from(move |text: String| {
            let mut next = (*typed).clone();
            if let Some(days) = next.get_mut(at) {
                *days = text;
            }
            typed.set(next);
        });
        let label = words.clock.get(at).copied().unwrap_or_default();
        html! { <Field {label} r#type={FieldType::Digits} maxlength={3} {value} {oninput} /> }
    };
    let wrong = scope.tried && said.is_none();
    let end = ending.setter();
    html! {
        <>
            { of_all(&kept.set, lang) }
            { table(words.terms_own, &kept.set.profiles, names, |terms| in_words(terms, lang),
                &Callback::from(move |at| end.set(Some(at))), lang) }
            if let Some(at) = *ending {
                <Ending busy={save.busy} onclose={closing(&ending)} onended={ended(kept, &save.run, at)} />
            }
            <Card title={words.terms_new} subtitle={words.terms_help}>
                <div class="stack">
                    { about(&scope, names, false, lang) }
                    { office(&scope, lang) }
                    { for (0..4).map(line) }
                    if wrong { <p class="field-error" role="alert">{ words.terms_wrong }</p> }
                    { from_and_why(&scope, lang) }
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
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
    let terms = step.value;
    let days = [terms.remind_days, terms.escalate_days, terms.most_days, terms.reopen_days];
    let items = words.clock.iter().zip(days);
    let mut items: Vec<KeyValue> =
        items.map(|(label, days)| KeyValue::mono(*label, days.to_string())).collect();
    items.push(KeyValue::text(words.source, step.source.clone()));
    html! { <Card title={words.terms_all}><KeyValues {items} /></Card> }
}

/// `5 · 10 · 20 · 10`
fn in_words(terms: &ClockTerms, lang: Lang) -> String {
    let days = [terms.remind_days, terms.escalate_days, terms.most_days, terms.reopen_days];
    let parts = texts(lang).clock_short.iter().zip(days);
    let parts = parts.map(|(label, days)| [label, " ", &days.to_string()].concat());
    parts.collect::<Vec<_>>().join(", ")
}
