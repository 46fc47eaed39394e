//! Changing a module: nothing that is typed is lost when it is refused.

use std::rc::Rc;

use shared::desk::{Content, Module, RetireModule, SaveModule, Words, check};
use shared::ids::ModuleId;
use shared::lang::Lang;
use shared::requests::Offered;
use shared::requests::topics::TopicId;
use yew::prelude::*;

use super::preview::Preview;
use super::text::{Texts, texts};
use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::browser;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action};
use crate::requests::choice;
use crate::ui::{
    Button, ButtonKind, ButtonType, Card, Confirm, Field, FieldType, Notice, Select, Severity, Tab,
    Tabs, changing,
};

/// Props of [`Editor`].
#[derive(PartialEq, Properties)]
pub(super) struct EditorProps {
    /// The one that is changed; a new one without.
    pub module: Option<Rc<Module>>,
    /// What is there to begin with.
    pub content: Content,
    pub topics: Option<Rc<Offered>>,
    /// Told which was saved, or that one was retired.
    pub saved: Callback<Option<ModuleId>>,
}

/// The parts of a module in one language, in their order.
const PARTS: [(&str, FieldType); 4] = [
    ("title", FieldType::Text),
    ("decision", FieldType::Area),
    ("law", FieldType::Text),
    ("next", FieldType::Area),
];

fn part<'a>(words: &'a mut Words, name: &str) -> &'a mut String {
    match name {
        "title" => &mut words.title,
        "law" => &mut words.law,
        "next" => &mut words.next,
        _ => &mut words.decision,
    }
}

fn in_language(content: &mut Content, lang: Lang) -> &mut Words {
    match lang {
        Lang::It => &mut content.it,
        Lang::En => &mut content.en,
        Lang::De => &mut content.de,
    }
}

/// What the form holds.
#[derive(Clone)]
struct Typed {
    content: UseStateHandle<Content>,
    /// The language whose texts are shown.
    shown: UseStateHandle<Lang>,
    /// How often it was tried to save it with something wrong.
    tries: UseStateHandle<u32>,
}

impl Typed {
    /// Changes what is typed.
    fn change<T: 'static>(&self, put: impl Fn(&mut Content, T) + 'static) -> Callback<T> {
        changing(&self.content, put)
    }

    /// What is wrong with a field, once it was tried.
    fn error(&self, field: &str, words: &'static Texts) -> Option<AttrValue> {
        if *self.tries == 0 {
            return None;
        }
        let (_, reason) =
            check(&self.content, |_| true).into_iter().find(|(wrong, _)| wrong == field)?;
        Some(AttrValue::Static(words.reason(reason)))
    }

    /// Whether nothing is wrong; where something is, the language of it is shown.
    fn is_sound(&self) -> bool {
        let wrong = check(&self.content, |_| true);
        let Some((first, _)) = wrong.first() else { return true };
        let lang = first.split_once('.').and_then(|(code, _)| Lang::from_code(code));
        lang.into_iter().for_each(|lang| self.shown.set(lang));
        self.tries.set(*self.tries + 1);
        false
    }
}

#[hook]
fn use_typed(content: &Content) -> Typed {
    let lang = use_lang();
    let typed = Typed {
        content: use_state_eq(|| content.clone()),
        shown: use_state_eq(|| lang),
        tries: use_state_eq(|| 0_u32),
    };
    use_effect_with(*typed.tries, |tries| {
        if *tries > 0 {
            browser::focus("#modulo [aria-invalid]");
        }
    });
    typed
}

/// The form, with what it becomes beside it.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let typed = use_typed(&props.content);
    use_pending(*typed.content != props.content);
    let done = props.saved.reform(move |module: Module| {
        announce(words.saved);
        Some(module.id)
    });
    let save = use_action::<SaveModule>(done);
    let onsubmit = {
        let (typed, run, module) = (typed.clone(), save.run.clone(), props.module.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if typed.is_sound() {
                let version = module.as_ref().map_or(0, |module| module.version);
                let (module, content) =
                    (module.as_ref().map(|one| one.id), (*typed.content).clone());
                run.emit(SaveModule { module, version, content });
            }
        })
    };
    let days = typed.content.days.map(|days| days.to_string()).unwrap_or_default();
    let on_days =
        typed.change(|content, text: String| content.days = text.trim().parse::<u16>().ok());
    let heading = if props.module.is_some() { words.change } else { words.new };
    html! {
        <>
            <Card title={heading}>
                <form class="stack" {onsubmit} novalidate=true>
                    { topic(&typed, props.topics.as_deref(), words) }
                    <Field label={words.days} r#type={FieldType::Digits} optional={true} value={days} oninput={on_days}
                        helper={words.days_help} error={typed.error("days", words)} />
                    { spoken(&typed, words) }
                    <p class="muted small">{ words.placeholders }</p>
                    if let Some(error) = &save.error {
                        <Notice severity={Severity::Error} live={true}><p>{ refused(error, lang) }</p></Notice>
                    }
                    <div class="row">
                        <Button r#type={ButtonType::Submit} busy={save.busy}>{ words.save }</Button>
                        if let Some(module) = props.module.clone() {
                            <Retire {module} saved={props.saved.clone()} />
                        }
                    </div>
                </form>
            </Card>
            <Preview content={(*typed.content).clone()} lang={*typed.shown} />
        </>
    }
}

/// What it is about.
fn topic(typed: &Typed, topics: Option<&Offered>, words: &'static Texts) -> Html {
    let named = topics.iter().flat_map(|topics| &topics.topics);
    let named = named.map(|row| choice(row.id.0.to_string(), row.title.clone()));
    let choices: Vec<_> = [choice("", words.any_topic)].into_iter().chain(named).collect();
    let value = typed.content.topic.map(|topic| topic.0.to_string()).unwrap_or_default();
    let onchange = typed
        .change(|content, value: AttrValue| content.topic = value.parse::<u16>().ok().map(TopicId));
    html! { <Select label={words.topic} {choices} {value} {onchange} /> }
}

/// The texts in one language.
fn spoken(typed: &Typed, words: &'static Texts) -> Html {
    let lang = *typed.shown;
    let named = Lang::ALL.into_iter().zip(words.languages);
    let tabs: Vec<Tab> = named
        .map(|(lang, name)| Tab {
            value: AttrValue::Static(lang.code()),
            label: AttrValue::Static(name),
        })
        .collect();
    let onchange = {
        let shown = typed.shown.setter();
        Callback::from(move |code: AttrValue| {
            Lang::from_code(&code).into_iter().for_each(|lang| shown.set(lang));
        })
    };
    let mut now = (*typed.content).clone();
    let field = |(at, (name, r#type)): (usize, (&'static str, FieldType))| {
        let value = part(in_language(&mut now, lang), name).clone();
        let oninput = typed.change(move |content, text: String| {
            *part(in_language(content, lang), name) = text;
        });
        let error = typed.error(&[lang.code(), ".", name].concat(), words);
        let label = words.parts.get(at).copied().unwrap_or_default();
        html! { <Field key={name} {label} {r#type} {value} {oninput} {error} optional={at > 1} among={at > 1} /> }
    };
    html! {
        <Tabs label={words.language} {tabs} value={lang.code()} {onchange}>
            <div class="stack">{ for PARTS.into_iter().enumerate().map(field) }</div>
        </Tabs>
    }
}

/// Why it was not kept.
fn refused(error: &CallError, lang: Lang) -> AttrValue {
    match error {
        CallError::Problem(problem) if problem.code == "conflict" => {
            AttrValue::Static(texts(lang).overtaken)
        }
        _ => explain(lang, error),
    }
}

#[derive(PartialEq, Properties)]
struct RetireProps {
    module: Rc<Module>,
    saved: Callback<Option<ModuleId>>,
}

/// The way to offer it no more, once that was asked.
#[component]
fn Retire(props: &RetireProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let asked = use_state_eq(|| false);
    let retire = use_action::<RetireModule>(props.saved.reform(move |()| {
        announce(words.retired);
        None
    }));
    let ask = |open: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(open))
    };
    let yes = {
        let (run, asked) = (retire.run.clone(), asked.setter());
        let (module, version) = (props.module.id, props.module.version);
        Callback::from(move |()| {
            asked.set(false);
            run.emit(RetireModule { module, version });
        })
    };
    html! {
        <>
            <Button kind={ButtonKind::Ghost} busy={retire.busy} onclick={ask(true).reform(|_: MouseEvent| ())}>{ words.retire }</Button>
            if let Some(error) = &retire.error {
                <Notice severity={Severity::Error} live={true}><p>{ refused(error, lang) }</p></Notice>
            }
            <Confirm open={*asked} title={words.retire_title} yes={words.retire} no={words.keep} onyes={yes} onno={ask(false)}>
                <p>{ words.retire_text }</p>
            </Confirm>
        </>
    }
}
