//! What the forms share: for whom something holds, from when, and why.

use shared::calendar::Day;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::parameters::{Confidence, Series, Step};
use shared::requests::topics::TopicId;
use shared::requests::{LONGEST_WORDS, Rule};
use shared::statistics::Shown;
use yew::prelude::*;

use super::Save;
use super::text::texts;
use crate::events;
use crate::focus;
use crate::ui::{Button, Choice, Field, FieldType, Notice, Select, Severity};

/// What is typed about a rule beside its value.
#[derive(Clone, PartialEq)]
pub(super) struct Scope {
    pub office: String,
    pub about: String,
    pub from: String,
    pub source: String,
    /// Whether somebody tried to keep it.
    pub tried: bool,
}

impl Default for Scope {
    fn default() -> Self {
        let from = events::now().day_in_rome().plus_days(1).to_string();
        let (office, about, source) = Default::default();
        Self { office, about, from, source, tried: false }
    }
}

impl Scope {
    pub fn office_code(&self) -> Option<OfficeCode> {
        OfficeCode::parse(&self.office).ok()
    }

    pub fn is_office_wrong(&self) -> bool {
        !self.office.trim().is_empty() && self.office_code().is_none()
    }

    pub fn topic(&self) -> Option<TopicId> {
        self.about.parse().ok().map(TopicId)
    }

    /// The offices that are listed, for one thing each: none said are all of them. None where one is no code.
    pub fn offices(&self) -> Option<Vec<Option<OfficeCode>>> {
        let codes = self.office.split([',', ';', ' ']).filter(|code| !code.is_empty());
        let codes: Vec<_> =
            codes.map(|code| OfficeCode::parse(code).ok().map(Some)).collect::<Option<_>>()?;
        Some(if codes.is_empty() { vec![None] } else { codes })
    }

    /// What is said of a rule that there is, to correct it.
    pub fn of<T>(rule: &Rule<T>) -> Self {
        let office = rule.office.map(|code| code.to_string()).unwrap_or_default();
        let about = rule.about.map(|id| id.0.to_string()).unwrap_or_default();
        let (from, source) = (rule.from.to_string(), rule.source.clone());
        Self { office, about, from, source, tried: false }
    }

    /// What holds with another step, if all of it was said and its day follows those before it.
    pub fn step<T: Clone>(&self, series: &Series<T>, value: T) -> Option<Series<T>> {
        let (from, source) = (Day::parse(&self.from)?, self.source.trim().to_owned());
        if source.is_empty() {
            return None;
        }
        let step = Step { from, until: None, value, source, confidence: Confidence::Sourced };
        let before = series.steps().iter().filter(|step| step.from != from).cloned();
        Series::new(before.chain([step]).collect())
    }

    /// The rule with a value, if all of it was said.
    pub fn rule<T>(&self, value: T) -> Option<Rule<T>> {
        let from = Day::parse(&self.from)?;
        let source = self.source.trim().to_owned();
        let (office, about) = (self.office_code(), self.topic());
        let is_whole = !source.is_empty() && !self.is_office_wrong();
        is_whole.then_some(Rule { from, until: None, office, about, value, source })
    }
}

/// A field of a scope; `set` puts what is typed in its place.
pub(super) fn field(
    scope: &UseStateHandle<Scope>,
    (label, helper): (&'static str, &'static str),
    kind: FieldType,
    of: fn(&mut Scope) -> &mut String,
    error: Option<&'static str>,
) -> Html {
    let mut now = (**scope).clone();
    let value = of(&mut now).clone();
    let oninput = {
        let scope = scope.clone();
        Callback::from(move |text: String| {
            let mut next = (*scope).clone();
            *of(&mut next) = text;
            scope.set(next);
        })
    };
    let helper = (!helper.is_empty()).then_some(AttrValue::Static(helper));
    let error = error.filter(|_| scope.tried).map(AttrValue::Static);
    html! { <Field {label} {helper} {error} r#type={kind} {value} {oninput} maxlength={LONGEST_WORDS as u32} /> }
}

/// One of several numbers, by its place among their labels.
pub(super) fn number<const N: usize>(
    typed: &UseStateHandle<[String; N]>,
    at: usize,
    labels: &[&'static str; N],
    optional: bool,
) -> Html {
    let handle = typed.clone();
    let value = typed.get(at).cloned().unwrap_or_default();
    let oninput = Callback::from(move |text: String| {
        let mut next = (*handle).clone();
        if let Some(number) = next.get_mut(at) {
            *number = text;
        }
        handle.set(next);
    });
    let label = labels.get(at).copied().unwrap_or_default();
    html! { <Field {label} r#type={FieldType::Digits} maxlength={4} {optional} {value} {oninput} /> }
}

/// The office: one that must be said, or only one if that is wished.
pub(super) fn office(scope: &UseStateHandle<Scope>, needed: bool, lang: Lang) -> Html {
    let words = texts(lang);
    let is_missing = needed && scope.office_code().is_none();
    let error = (is_missing || scope.is_office_wrong()).then_some(words.office_wrong);
    let helper = if needed { words.office_needed } else { words.office_help };
    field(scope, (words.office, helper), FieldType::Digits, |scope| &mut scope.office, error)
}

/// From when on, and why.
pub(super) fn from_and_why(scope: &UseStateHandle<Scope>, lang: Lang) -> Html {
    let words = texts(lang);
    let no_day = Day::parse(&scope.from).is_none().then_some(words.day_wrong);
    let no_why = scope.source.trim().is_empty().then_some(words.why_wrong);
    html! {
        <>
            { field(scope, (words.from, ""), FieldType::Date, |scope| &mut scope.from, no_day) }
            { field(scope, (words.why, words.why_help), FieldType::Text, |scope| &mut scope.source, no_why) }
        </>
    }
}

/// About what: groups and their topics, or topics alone.
pub(super) fn about(
    scope: &UseStateHandle<Scope>,
    names: Option<&Shown>,
    only_topics: bool,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let first = if only_topics { words.choose } else { words.every_topic };
    let mut choices =
        vec![Choice { value: AttrValue::Static(""), label: AttrValue::Static(first) }];
    for one in names.iter().flat_map(|names| &names.groups) {
        let group = &one.group;
        if !only_topics {
            choices.push(Choice {
                value: group.id.0.to_string().into(),
                label: group.title.clone().into(),
            });
        }
        choices.extend(one.topics.iter().map(|topic| Choice {
            value: topic.id.0.to_string().into(),
            label: [&group.title, " · ", &topic.title].concat().into(),
        }));
    }
    let onchange = {
        let scope = scope.clone();
        Callback::from(move |about: AttrValue| {
            scope.set(Scope { about: about.to_string(), ..(*scope).clone() });
        })
    };
    let missing = only_topics && scope.tried && scope.topic().is_none();
    let error = missing.then_some(AttrValue::Static(words.topic_wrong));
    html! { <Select label={words.topic} {choices} value={scope.about.clone()} {onchange} {error} /> }
}

/// The button that keeps it, and why it was not kept. Whoever left something out is led there.
pub(super) fn foot(save: &Save, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        onclick.emit(event);
        focus::on("main [aria-invalid]");
    });
    html! {
        <>
            if let Some(error) = save.error.clone() {
                <Notice severity={Severity::Error} live={true}><p>{ error }</p></Notice>
            }
            <div class="row"><Button busy={save.busy} {onclick}>{ texts(lang).keep }</Button></div>
        </>
    }
}
