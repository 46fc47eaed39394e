//! The text of one subject, and putting another in its place.

use std::rc::Rc;

use shared::auth::Role;
use shared::fault::FieldFault;
use shared::lang::Lang;
use shared::parameters::{Change, NOTE, Replace, Show, Subject as Which, Text};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

use super::text::texts;
use crate::api::CallError;
use crate::focus::announce;
use crate::i18n::use_lang;
use crate::remote::{explain, use_action, use_remote};
use crate::session::use_viewer;
use crate::ui::{
    Button, ButtonKind, ButtonType, Card, Field, FieldType, FileDrop, Notice, Severity, Shape,
    Skeleton,
};

/// Props of [`Subject`].
#[derive(PartialEq, Properties)]
pub struct SubjectProps {
    /// Which.
    pub subject: Which,
    /// Told when it was replaced.
    pub changed: Callback<()>,
}

/// A subject: its text for whoever may read it, the form for whoever may replace it.
#[component]
pub fn Subject(props: &SubjectProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let subject = props.subject;
    let shown = use_remote(&Show { subject, number: None });
    let changed = {
        let (reload, changed) = (shown.reload.clone(), props.changed.clone());
        Callback::from(move |()| {
            reload.emit(());
            changed.emit(());
        })
    };
    let waiting = || html! { <Skeleton shape={Shape::Lines} /> };
    let content = shown.draw(lang, waiting, |text| match viewer.role {
        Role::Administrator => html! {
            <Form text={text.clone()} key={text.number.to_string()} {changed} />
        },
        _ => html! { <pre class="mono small source" tabindex="0" role="group" aria-label={subject.title().of(lang)}>{ &text.json }</pre> },
    });
    let lines = shown.value.as_ref().map(|text| (texts(lang).lines)(text.json.lines().count()));
    html! { <Card title={subject.title().of(lang)} subtitle={lines.map(AttrValue::from)}>{ content }</Card> }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    text: Rc<Text>,
    changed: Callback<()>,
}

/// The form: nothing that is typed is lost when it is refused.
#[component]
fn Form(props: &FormProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (json, note) = (use_state_eq(|| props.text.json.clone()), use_state_eq(String::new));
    let done = props.changed.reform(move |_: Change| announce(words.done));
    let action = use_action::<Replace>(done);
    let send = {
        let (run, note) = (action.run.clone(), (*note).clone());
        let (subject, number) = (props.text.subject, props.text.number);
        Callback::from(move |json: Option<String>| {
            run.emit(Replace { subject, json, note: note.clone(), number });
        })
    };
    let onsubmit = {
        let (send, json) = (send.clone(), (*json).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(Some(json.clone()));
        })
    };
    let onfiles = {
        let json = json.setter();
        Callback::from(move |files: Vec<File>| {
            let Some(file) = files.into_iter().next() else { return };
            let json = json.clone();
            spawn_local(async move {
                // A file that cannot be read leaves the text as it is.
                if let Some(text) =
                    JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string())
                {
                    json.set(text);
                }
            });
        })
    };
    let typed = |text: &UseStateHandle<String>| {
        let setter = text.setter();
        Callback::from(move |typed: String| setter.set(typed))
    };
    let faults = faults(&action.error);
    html! {
        <form {onsubmit} novalidate=true>
            <Field id="parametri-testo" label={words.json} r#type={FieldType::Area} mono={true} value={(*json).clone()} oninput={typed(&json)}
                helper={words.json_help} error={json_error(&faults, lang)} />
            <FileDrop label={words.file} helper={words.file_help} accept=".json" {onfiles} />
            <Field id="parametri-nota" label={words.note} value={(*note).clone()} oninput={typed(&note)} helper={words.note_help}
                maxlength={NOTE as u32} error={faults.iter().any(|fault| fault.field == "note").then_some(AttrValue::Static(words.note_wrong))} />
            if let Some(error) = action.error.as_ref().filter(|_| faults.is_empty()) {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            <div class="row">
                <Button r#type={ButtonType::Submit} busy={action.busy}>{ words.replace }</Button>
                if !props.text.shipped {
                    <Button kind={ButtonKind::Ghost} busy={action.busy} onclick={send.reform(|_: MouseEvent| None)}>{ words.back }</Button>
                }
            </div>
        </form>
    }
}

/// What the server found wrong with the fields.
fn faults(error: &Option<CallError>) -> Vec<FieldFault> {
    match error {
        Some(CallError::Problem(problem)) => problem.errors.clone(),
        _ => Vec::new(),
    }
}

/// What is wrong with the text, and where.
fn json_error(faults: &[FieldFault], lang: Lang) -> Option<AttrValue> {
    let words = texts(lang);
    let fault = faults.iter().find(|fault| fault.field.starts_with("json"))?;
    let mut place = fault.field.split(':').skip(1);
    Some(match (place.next(), place.next()) {
        (Some(line), Some(column)) => (words.wrong_at)(line, column, &fault.reason).into(),
        _ => (words.wrong)(&fault.reason).into(),
    })
}
