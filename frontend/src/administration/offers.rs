//! How topics are offered: whether one can ask about them, who answers, what to attach.

use shared::lang::Lang;
use shared::offices::OfficeParameters;
use shared::requests::topics::Unit;
use shared::requests::{LONGEST_WORDS, Offer, RequestParameters, Words};
use yew::prelude::*;

use super::form::{Scope, about, foot, from_and_why, office};
use super::rules::{Ending, table};
use super::terms::closing;
use super::text::texts;
use super::units::{self, use_offices};
use super::{Kept, use_save};
use crate::i18n::use_lang;
use crate::ui::{Card, Choice, Field, FieldType, Select, Toggle};

/// Props of [`Offers`].
#[derive(PartialEq, Properties)]
pub(super) struct OffersProps {
    /// What holds.
    pub kept: Kept,
}

/// What is typed of an offer.
#[derive(Clone, Default, PartialEq)]
struct Typed {
    closed: bool,
    unit: String,
    /// What to attach, in the order of the languages; all or none.
    attach: [String; 3],
}

impl Typed {
    /// The offer; none with words in some languages only.
    fn offer(&self) -> Option<Offer> {
        let unit = Unit::parse(&self.unit).ok();
        let [it, en, de] = self.attach.clone().map(|words| words.trim().to_owned());
        let said = [&it, &en, &de].into_iter().filter(|words| !words.is_empty()).count();
        let attach = match said {
            0 => None,
            3 => Some(Words { it, en, de }),
            _ => return None,
        };
        Some(Offer { active: !self.closed, unit, attach })
    }
}

/// The rules, and the form of another one.
#[component]
pub(super) fn Offers(props: &OffersProps) -> Html {
    let lang = use_lang();
    let (words, kept) = (texts(lang), &props.kept);
    let (save, offices) = (use_save(kept), use_offices());
    let offices = offices.as_deref();
    let (scope, typed) = (use_state_eq(Scope::default), use_state_eq(Typed::default));
    let ending = use_state_eq(|| None::<usize>);
    let names = kept.names.as_deref();
    let offer = typed.offer();
    let is_partial = scope.tried && offer.is_none();
    let onclick = {
        let (scope, run, set) = (scope.clone(), save.run.clone(), kept.set.clone());
        Callback::from(move |_: MouseEvent| {
            let rule = offer.clone().and_then(|offer| scope.rule(offer));
            match rule.filter(|rule| rule.about.is_some()) {
                Some(rule) => {
                    let note = rule.source.clone();
                    let mut next = RequestParameters::clone(&set);
                    next.offers.push(rule);
                    run.emit((next, note));
                }
                None => scope.set(Scope { tried: true, ..(*scope).clone() }),
            }
        })
    };
    let onended = {
        let (set, at) = (kept.set.clone(), ending.unwrap_or_default());
        save.run.reform(move |(last, why)| {
            let mut next = RequestParameters::clone(&set);
            if let Some(rule) = next.offers.get_mut(at) {
                rule.until = Some(last);
            }
            (next, why)
        })
    };
    let end = ending.setter();
    html! {
        <>
            { table(words.topics_own, &kept.set.offers, names, |offer| in_words(offer, offices, lang),
                (&Callback::from(move |at| end.set(Some(at))), None), lang) }
            if ending.is_some() {
                <Ending busy={save.busy} onclose={closing(&ending)} {onended} />
            }
            <Card title={words.topics_new} subtitle={words.topics_help}>
                <div class="stack">
                    { about(&scope, names, true, lang) }
                    { office(&scope, false, lang) }
                    { what(&typed, offices, lang) }
                    if is_partial { <p class="field-error" role="alert">{ words.attach_wrong }</p> }
                    { from_and_why(&scope, lang) }
                    { foot(&save, onclick, lang) }
                </div>
            </Card>
        </>
    }
}

/// What holds of the topic.
fn what(typed: &UseStateHandle<Typed>, offices: Option<&OfficeParameters>, lang: Lang) -> Html {
    let words = texts(lang);
    let units = units::choices(offices, None, lang);
    let own = Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.unit_own) };
    let choices: Vec<Choice> = [own].into_iter().chain(units).collect();
    let onclosed = {
        let typed = typed.clone();
        Callback::from(move |closed: bool| typed.set(Typed { closed, ..(*typed).clone() }))
    };
    let onunit = {
        let typed = typed.clone();
        Callback::from(move |unit: AttrValue| {
            typed.set(Typed { unit: unit.to_string(), ..(*typed).clone() });
        })
    };
    let line = |at: usize| {
        let handle = typed.clone();
        let value = typed.attach.get(at).cloned().unwrap_or_default();
        let oninput = Callback::from(move |text: String| {
            let mut next = (*handle).clone();
            if let Some(words) = next.attach.get_mut(at) {
                *words = text;
            }
            handle.set(next);
        });
        let label = words.attach.get(at).copied().unwrap_or_default();
        html! { <Field {label} r#type={FieldType::Text} optional={true} maxlength={LONGEST_WORDS as u32} {value} {oninput} /> }
    };
    html! {
        <>
            <Toggle label={words.closed} helper={words.closed_help} checked={typed.closed} onchange={onclosed} />
            <Select label={words.unit} {choices} value={typed.unit.clone()} onchange={onunit} />
            { for (0..3).map(line) }
        </>
    }
}

fn in_words(offer: &Offer, offices: Option<&OfficeParameters>, lang: Lang) -> String {
    let words = texts(lang);
    let state = if offer.active { words.offered } else { words.not_offered };
    let unit = offer.unit.map(|unit| units::named(offices, unit, lang));
    let attach = offer.attach.as_ref().map(|words| words.of(lang).to_owned());
    [Some(state.to_owned()), unit, attach].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
