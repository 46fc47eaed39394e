//! What is written for all of them.

use shared::calendar::Day;
use shared::desk::{Filled, Module, Modules, Values, fill, unfilled};
use shared::ids::AttachmentId;
use shared::lang::Lang;
use shared::requests::words::{CONTESTABLE, LAW, NEXT};
use shared::requests::{Action, Answer, Kind, LONGEST_TEXT, Outcome, State, Thread};
use yew::prelude::*;

use super::text::texts;
use crate::attachments::Uploader;
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::requests::{choice, over_long, state};
use crate::ui::{Choice, Field, FieldType, Select};

/// What can be done about several.
const KINDS: [Kind; 3] = [Kind::Answer, Kind::Close, Kind::Take];
/// How an office ends a request.
const OUTCOMES: [Outcome; 4] =
    [Outcome::Accepted, Outcome::Partly, Outcome::Rejected, Outcome::NotPertinent];

/// What is done about each, with the placeholders of text modules.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Joint {
    pub kind: Kind,
    /// A text module, which each customer gets in their language after what is written for all.
    pub module: Option<Module>,
    outcome: Option<Outcome>,
    text: String,
    law: String,
    next: String,
    contestable: String,
    /// Uploads of which each gets its own.
    attachments: Vec<AttachmentId>,
}

impl Default for Joint {
    fn default() -> Self {
        let (text, law, next, contestable) = Default::default();
        let (kind, module, outcome) = (Kind::Answer, None, None);
        let attachments = Vec::new();
        Self { kind, module, outcome, text, law, next, contestable, attachments }
    }
}

impl Joint {
    /// Whether something that is needed is not there.
    pub fn is_missing(&self) -> bool {
        match self.kind {
            Kind::Take => false,
            Kind::Close => self.is_missing_text() || self.outcome.is_none(),
            _ => self.is_missing_text(),
        }
    }

    fn is_missing_text(&self) -> bool {
        self.text.trim().is_empty() && self.module().is_none()
    }

    /// Its words, all that count together.
    fn words(&self) -> String {
        match self.kind {
            Kind::Take => String::new(),
            Kind::Close => self.text.clone(),
            _ => [self.text.as_str(), &self.law, &self.next].concat(),
        }
    }

    /// Whether what is written for all is more than may be sent to one.
    pub fn is_long(&self) -> bool {
        self.words().trim().chars().count() > LONGEST_TEXT
    }

    /// The module that goes with it.
    pub fn module(&self) -> Option<&Module> {
        self.module.as_ref().filter(|_| self.kind == Kind::Answer)
    }

    /// Why this request has to be left out: something in braces is not known of it, such as a position, or what it would be sent is too long
    /// with what stands there for it. What is too long for all is said of all.
    pub fn unfit(&self, thread: &Thread, lang: Lang) -> Option<AttrValue> {
        let said = match self.action(thread) {
            Action::Close { comment, .. } => comment,
            Action::Answer { answer, .. } => [answer.decision, answer.law, answer.next].concat(),
            _ => return None,
        };
        match unfilled(&said) {
            Some(_) => Some(AttrValue::Static(texts(lang).unfilled)),
            None => over_long(&said, LONGEST_TEXT, lang).filter(|_| !self.is_long()),
        }
    }

    /// What is done about one request.
    pub fn action(&self, thread: &Thread) -> Action {
        let content = self.module().map(|module| &module.content);
        let contestable = Day::parse(&self.contestable)
            .or_else(|| content?.contestable(events::now().day_in_rome()));
        let deadline = contestable.unwrap_or(thread.clock.due);
        let values = Values::of(thread, deadline, thread.lang);
        let said = |text: &str| fill(text.trim(), &values);
        let documents = || self.attachments.clone();
        match (self.kind, self.outcome) {
            (Kind::Take, _) => Action::Take,
            (Kind::Close, Some(outcome)) => {
                Action::Close { outcome, comment: said(&self.text), attachments: documents() }
            }
            (_, outcome) => {
                let (decision, law, next) = (said(&self.text), said(&self.law), said(&self.next));
                let mut filled = Filled { decision, law, next, contestable };
                if let Some(content) = content {
                    let values = content.values(thread.lang, thread, contestable);
                    let module = content.with(thread.lang, &values, contestable);
                    filled = filled.followed_by(&module);
                }
                let Filled { decision, law, next, contestable } = filled;
                let answer = Answer { decision, law, next, contestable };
                Action::Answer { answer, outcome, attachments: documents() }
            }
        }
    }
}

/// Props of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    pub joint: Joint,
    pub oninput: Callback<Joint>,
    /// Whether it was tried to send it with something missing.
    pub tried: bool,
    /// Called with whether all documents are there.
    pub on_ready: Callback<bool>,
}

impl FormProps {
    fn set<T: 'static>(&self, put: impl Fn(&mut Joint, T) + 'static) -> Callback<T> {
        let joint = self.joint.clone();
        self.oninput.reform(move |value: T| {
            let mut joint = joint.clone();
            put(&mut joint, value);
            joint
        })
    }
}

fn place<T: Copy>(all: &[T], value: &AttrValue) -> Option<T> {
    all.get(value.parse::<usize>().ok()?).copied()
}

/// The fields.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let lang = use_lang();
    let (words, joint) = (texts(lang), &props.joint);
    let kinds: Vec<Choice> =
        words.kinds.iter().enumerate().map(|(at, name)| choice(at.to_string(), *name)).collect();
    let kind = KINDS.iter().position(|kind| *kind == joint.kind).unwrap_or_default().to_string();
    let on_kind = props.set(|joint, value: AttrValue| {
        joint.kind = place(&KINDS, &value).unwrap_or(joint.kind);
    });
    let required = || Some(AttrValue::Static(words.required)).filter(|_| props.tried);
    html! {
        <>
            <Select label={words.kind} choices={kinds} value={kind} onchange={on_kind} />
            if joint.kind != Kind::Take {
                if joint.kind == Kind::Answer { <ModuleChoice ..props.clone() /> }
                { outcomes(props, lang) }
                <Field r#type={FieldType::Area} label={words.text} helper={words.text_help} value={joint.text.clone()}
                    optional={joint.module().is_some()} oninput={props.set(|joint, text: String| joint.text = text)}
                    error={over_long(&joint.words(), LONGEST_TEXT, lang).or_else(|| required().filter(|_| joint.is_missing_text()))} />
            }
            if joint.kind == Kind::Answer {
                <Field label={LAW.of(lang)} value={joint.law.clone()} optional={true} oninput={props.set(|joint, text: String| joint.law = text)} />
                <Field r#type={FieldType::Area} label={NEXT.of(lang)} value={joint.next.clone()} optional={true}
                    oninput={props.set(|joint, text: String| joint.next = text)} />
                <Field r#type={FieldType::Date} label={CONTESTABLE.of(lang)} value={joint.contestable.clone()} optional={true}
                    oninput={props.set(|joint, text: String| joint.contestable = text)} />
            }
            // In one place whatever is done: what is on its way goes on.
            <div hidden={!joint.kind.takes_documents()}>
                <Uploader value={joint.attachments.clone()} on_ready={props.on_ready.clone()}
                    on_change={props.set(|joint, attachments: Vec<AttachmentId>| joint.attachments = attachments)} />
            </div>
        </>
    }
}

fn outcomes(props: &FormProps, lang: Lang) -> Html {
    let (words, joint) = (texts(lang), &props.joint);
    let none = if joint.kind == Kind::Close { words.choose } else { words.still_open };
    let named = OUTCOMES.iter().enumerate();
    let named = named.map(|(at, one)| choice(at.to_string(), state(State::Closed(*one), lang).1));
    let choices: Vec<Choice> = [choice("", none)].into_iter().chain(named).collect();
    let value = joint.outcome.and_then(|own| OUTCOMES.iter().position(|one| *one == own));
    let value = value.map(|at| at.to_string()).unwrap_or_default();
    let onchange = props.set(|joint, value: AttrValue| joint.outcome = place(&OUTCOMES, &value));
    let missing = props.tried && joint.kind == Kind::Close && joint.outcome.is_none();
    let error = missing.then_some(AttrValue::Static(words.required));
    html! { <Select label={words.outcome} {choices} {value} {onchange} {error} /> }
}

/// A text module; what it says to each is in the preview of each.
#[component]
fn ModuleChoice(props: &FormProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let modules = use_remote(&Modules { request: None });
    let list = modules.value.as_ref().map(|list| list.items.as_slice()).unwrap_or_default();
    let named =
        list.iter().map(|one| choice(one.id.to_string(), one.content.words(lang).title.clone()));
    let choices: Vec<Choice> = [choice("", words.no_module)].into_iter().chain(named).collect();
    let value = props.joint.module.as_ref().map(|one| one.id.to_string()).unwrap_or_default();
    let listed = modules.value.clone();
    let onchange = props.set(move |joint, value: AttrValue| {
        let mut found = listed.iter().flat_map(|list| &list.items);
        joint.module = found.find(|one| one.id.to_string() == value.as_str()).cloned();
    });
    html! { <Select label={words.module} helper={words.module_help} {choices} {value} {onchange} /> }
}
