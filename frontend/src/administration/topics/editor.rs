//! Changing a topic, or adding one: nothing that is typed is lost when it is refused.

use std::rc::Rc;

use shared::lang::Lang;
use shared::offices::OfficeParameters;
use shared::parameters::{Change, NOTE, Replace, Subject};
use shared::requests::topics::{Catalogue, Topic, TopicId, Unit, check};
use shared::statistics::Shown;
use yew::prelude::*;

use super::super::units::{self, use_offices};
use super::text::{Texts, texts};
use super::typed::{Said, Typed};
use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::browser;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::ui::{
    Button, ButtonType, Card, Choice, Field, FieldType, Notice, Select, Severity, Tab, Tabs,
    Toggle, changing,
};

/// Props of [`Editor`].
#[derive(PartialEq, Properties)]
pub(super) struct EditorProps {
    /// What holds.
    pub catalogue: Rc<Catalogue>,
    /// The change that it is.
    pub number: u64,
    /// The one that is changed; a new one without.
    pub topic: Option<TopicId>,
    /// The topics that there are or were: their numbers are taken.
    pub names: Option<Rc<Shown>>,
    /// Told which was kept.
    pub done: Callback<TopicId>,
}

impl EditorProps {
    /// The number of what is typed; none where the group of a new topic has no more.
    fn id(&self, typed: &Typed) -> Option<TopicId> {
        let known = self.names.iter().flat_map(|names| &names.groups);
        let known = known.flat_map(|group| group.topics.iter().map(|topic| topic.id));
        self.topic.or_else(|| self.catalogue.free(typed.group, known))
    }

    /// What is wrong: the field and the reason.
    fn wrong(&self, typed: &Typed) -> Vec<(String, &'static str)> {
        let mut wrong = check(&typed.topic(self.topic.unwrap_or_default()));
        if self.id(typed).is_none() {
            wrong.push(("group".to_owned(), "full"));
        }
        if typed.why.trim().is_empty() {
            wrong.push(("why".to_owned(), "why"));
        }
        wrong
    }
}

/// What the form holds.
#[derive(Clone)]
struct Form {
    typed: UseStateHandle<Typed>,
    /// The language whose words are shown.
    shown: UseStateHandle<Lang>,
    /// How often it was tried to keep it with something wrong.
    tries: UseStateHandle<u32>,
    /// What is wrong, once it was tried.
    wrong: Rc<[(String, &'static str)]>,
}

impl Form {
    fn change<T: 'static>(&self, put: impl Fn(&mut Typed, T) + 'static) -> Callback<T> {
        changing(&self.typed, put)
    }

    fn error(&self, field: &str, words: &Texts) -> Option<AttrValue> {
        let (_, reason) = self.wrong.iter().find(|(wrong, _)| wrong == field)?;
        Some(AttrValue::Static(match (*reason, field.rsplit('.').next()) {
            ("empty", Some("examples")) => words.examples_wrong,
            ("empty", Some("documents")) => words.documents_wrong,
            ("empty", _) => words.empty,
            ("too_many", _) => words.too_many,
            ("full", _) => words.full,
            ("why", _) => words.why_wrong,
            _ => words.too_long,
        }))
    }

    /// Shows what is wrong, in the language in which it is.
    fn refuse(&self, wrong: &[(String, &'static str)]) {
        let first = wrong.first().and_then(|(field, _)| field.split_once('.'));
        let lang = first.and_then(|(code, _)| Lang::from_code(code));
        lang.into_iter().for_each(|lang| self.shown.set(lang));
        self.tries.set(*self.tries + 1);
    }
}

#[hook]
fn use_form(props: &EditorProps) -> Form {
    let lang = use_lang();
    let typed = use_state_eq(|| Typed::of(&props.catalogue, props.topic));
    let (shown, tries) = (use_state_eq(|| lang), use_state_eq(|| 0_u32));
    use_effect_with(*tries, |tries| {
        if *tries > 0 {
            browser::focus("#argomento [aria-invalid]");
        }
    });
    let wrong = if *tries > 0 { props.wrong(&typed) } else { Vec::new() };
    Form { typed, shown, tries, wrong: wrong.into() }
}

/// The form.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (form, offices) = (use_form(props), use_offices());
    use_pending(*form.typed != Typed::of(&props.catalogue, props.topic));
    let id = props.id(&form.typed);
    let done = props.done.clone();
    let replace = use_action::<Replace>(Callback::from(move |_: Change| {
        announce(words.done);
        id.into_iter().for_each(|id| done.emit(id));
    }));
    let onsubmit = {
        let (form, run) = (form.clone(), replace.run.clone());
        let (wrong, next) = (props.wrong(&form.typed), id.and_then(|id| next(props, id, &form)));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match next.clone().filter(|_| wrong.is_empty()) {
                Some(next) => run.emit(next),
                None => form.refuse(&wrong),
            }
        })
    };
    let heading = if props.topic.is_some() { words.change } else { words.new };
    html! {
        <Card title={heading}>
            <form class="stack" {onsubmit} novalidate=true>
                { place(props, &form, offices.as_deref(), lang) }
                { spoken(&form, words) }
                <Field label={words.words} helper={words.words_help} r#type={FieldType::Area} optional={true}
                    value={form.typed.words.clone()} oninput={form.change(|typed, text: String| typed.words = text)}
                    error={form.error("words", words)} />
                <Field label={words.why} helper={words.why_help} value={form.typed.why.clone()} maxlength={NOTE as u32}
                    oninput={form.change(|typed, text: String| typed.why = text)} error={form.error("why", words)} />
                if let Some(error) = &replace.error {
                    <Notice severity={Severity::Error} live={true}><p>{ refused(error, lang) }</p></Notice>
                }
                <div class="row"><Button r#type={ButtonType::Submit} busy={replace.busy}>{ words.keep }</Button></div>
            </form>
        </Card>
    }
}

/// What is put in the place of what holds.
fn next(props: &EditorProps, id: TopicId, form: &Form) -> Option<Replace> {
    let mut next = Catalogue::clone(&props.catalogue);
    next.put(form.typed.topic(id), form.typed.after);
    replacing(&next, &form.typed.why, props.number)
}

/// Putting topics in the place of those that a change made.
pub(super) fn replacing(next: &Catalogue, why: &str, number: u64) -> Option<Replace> {
    // What was read as JSON can be written as such.
    let json = Some(serde_json::to_string_pretty(next).ok()?);
    Some(Replace { subject: Subject::Topics, json, note: why.trim().to_owned(), number })
}

pub(super) fn choice(id: TopicId, label: String) -> Choice {
    Choice { value: id.0.to_string().into(), label: label.into() }
}

/// Where it stands, who answers, and whether one can ask about it.
fn place(props: &EditorProps, form: &Form, offices: Option<&OfficeParameters>, lang: Lang) -> Html {
    let (words, typed) = (texts(lang), &form.typed);
    let groups = props.catalogue.groups.iter().filter(|group| !group.withdrawn);
    let groups: Vec<Choice> =
        groups.map(|group| choice(group.id, group.title.of(lang).to_owned())).collect();
    let is_other =
        |topic: &&Topic| topic.id.group() == typed.group && Some(topic.id) != props.topic;
    let others = props.catalogue.topics().filter(is_other);
    let others = others.map(|topic| choice(topic.id, (words.after)(topic.title.of(lang))));
    let first = Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.first) };
    let places: Vec<Choice> = [first].into_iter().chain(others).collect();
    let units = units::choices(offices, Some(typed.unit), lang);
    let on_group = {
        let catalogue = props.catalogue.clone();
        form.change(move |typed, id: AttrValue| {
            typed.group = id.parse().map(TopicId).unwrap_or_default();
            let mine = catalogue.topics().filter(|topic| topic.id.group() == typed.group);
            typed.after = mine.last().map(|topic| topic.id);
        })
    };
    let on_place = form.change(|typed, id: AttrValue| typed.after = id.parse().ok().map(TopicId));
    let on_unit = form.change(|typed, code: AttrValue| {
        typed.unit = Unit::parse(&code).unwrap_or(typed.unit);
    });
    let after = typed.after.map(|id| id.0.to_string()).unwrap_or_default();
    let mut gone = props.catalogue.groups.iter().filter(|group| group.withdrawn);
    let is_gone = gone.any(|group| group.id == typed.group);
    let helper = if is_gone { words.group_gone } else { words.withdraw_help };
    html! {
        <>
            if props.topic.is_none() {
                <Select label={words.group} choices={groups} value={typed.group.0.to_string()} onchange={on_group}
                    error={form.error("group", words)} />
            }
            <Select label={words.place} choices={places} value={after} onchange={on_place} />
            <Select label={words.unit} choices={units} value={typed.unit.to_string()} onchange={on_unit} />
            <Toggle label={words.withdraw} {helper} checked={typed.withdrawn} disabled={is_gone && typed.withdrawn}
                onchange={form.change(|typed, withdrawn: bool| typed.withdrawn = withdrawn)} />
            if typed.withdrawn { { into(props, form, lang) } }
        </>
    }
}

/// Which one has taken its place: of those that can be chosen.
fn into(props: &EditorProps, form: &Form, lang: Lang) -> Html {
    let (words, into) = (texts(lang), form.typed.into);
    let is_offered = |topic: &&Topic| {
        Some(topic.id) == into || (!topic.withdrawn && Some(topic.id) != props.topic)
    };
    let others = props.catalogue.topics().filter(is_offered);
    let others = others.map(|topic| choice(topic.id, topic.title.of(lang).to_owned()));
    let none = Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.into_none) };
    let choices: Vec<Choice> = [none].into_iter().chain(others).collect();
    let value = into.map(|id| id.0.to_string()).unwrap_or_default();
    let onchange = form.change(|typed, id: AttrValue| typed.into = id.parse().ok().map(TopicId));
    html! { <Select label={words.into} helper={words.into_help} {choices} {value} {onchange} /> }
}

/// The parts of a topic in one language, in their order.
const PARTS: [(&str, FieldType); 5] = [
    ("title", FieldType::Text),
    ("help", FieldType::Text),
    ("examples", FieldType::Area),
    ("attach", FieldType::Text),
    ("documents", FieldType::Area),
];

fn part<'a>(said: &'a mut Said, name: &str) -> &'a mut String {
    match name {
        "title" => &mut said.title,
        "help" => &mut said.help,
        "examples" => &mut said.examples,
        "attach" => &mut said.attach,
        _ => &mut said.documents,
    }
}

fn in_language(typed: &mut Typed, lang: Lang) -> &mut Said {
    let [it, en, de] = &mut typed.said;
    match lang {
        Lang::It => it,
        Lang::En => en,
        Lang::De => de,
    }
}

/// Its words in one language.
fn spoken(form: &Form, words: &'static Texts) -> Html {
    let lang = *form.shown;
    let tab = |(lang, name): (Lang, &'static str)| Tab {
        value: AttrValue::Static(lang.code()),
        label: AttrValue::Static(name),
    };
    let tabs: Vec<Tab> = Lang::ALL.into_iter().zip(words.languages).map(tab).collect();
    let onchange = {
        let shown = form.shown.setter();
        Callback::from(move |code: AttrValue| {
            Lang::from_code(&code).into_iter().for_each(|lang| shown.set(lang));
        })
    };
    let mut now = (*form.typed).clone();
    let field = |((name, r#type), (label, helper)): ((&'static str, FieldType), _)| {
        let value = part(in_language(&mut now, lang), name).clone();
        let oninput = form.change(move |typed, text: String| {
            *part(in_language(typed, lang), name) = text;
        });
        let error = form.error(&[lang.code(), ".", name].concat(), words);
        let (label, helper) = (AttrValue::Static(label), AttrValue::Static(helper));
        html! { <Field key={name} {label} {helper} {r#type} {value} {oninput} {error} optional={name == "documents"} /> }
    };
    html! {
        <Tabs label={words.language} {tabs} value={lang.code()} {onchange}>
            <div class="stack">{ for PARTS.into_iter().zip(words.parts).map(field) }</div>
        </Tabs>
    }
}

/// Why it was not kept.
pub(super) fn refused(error: &CallError, lang: Lang) -> AttrValue {
    let words = texts(lang);
    match error {
        CallError::Problem(problem) if problem.code == "conflict" => {
            AttrValue::Static(words.overtaken)
        }
        CallError::Problem(problem) if problem.code == "invalid" => {
            let reason = problem.errors.first().map(|fault| fault.reason.as_str());
            (words.wrong)(reason.unwrap_or_default()).into()
        }
        _ => explain(lang, error),
    }
}
