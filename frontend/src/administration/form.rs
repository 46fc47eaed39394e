//! What the forms share: for whom something holds, from when, and why.

use shared::calendar::Day;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;
use shared::requests::{LONGEST_WORDS, Rule};
use shared::statistics::Shown;
use yew::prelude::*;

use super::Save;
use super::text::texts;
use crate::events;
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

/// The office, if only one.
pub(super) fn office(scope: &UseStateHandle<Scope>, lang: Lang) -> Html {
    let words = texts(lang);
    let error = scope.is_office_wrong().then_some(words.office_wrong);
    field(
        scope,
        (words.office, words.office_help),
        FieldType::Digits,
        |scope| &mut scope.office,
        error,
    )
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

/// The button that keeps it, and why it was not kept.
pub(super) fn foot(save: &Save, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    html! {
        <>
            if let Some(error) = save.error.clone() {
                <Notice severity={Severity::Error} live={true}><p>{ error }</p></Notice>
            }
            <div class="row"><Button busy={save.busy} {onclick}>{ texts(lang).keep }</Button></div>
        </>
    }
}
