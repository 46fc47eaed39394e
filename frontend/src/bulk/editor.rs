//! Writing it: what it is about, the words with their placeholders, what becomes of it for each company, and sending it. It is kept on the
//! server at every pause.

use std::rc::Rc;

use shared::bulk::{COMPANY, Content, MATRICOLA, Row, Send, Shown, Write, check, filled};
use shared::ids::BulkId;
use shared::lang::Lang;
use shared::requests::{Draft, LONGEST_SUBJECT, LONGEST_TEXT};
use yew::prelude::*;

use super::rows::Rows;
use super::text::texts;
use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::browser;
use crate::focus;
use crate::i18n::use_lang;
use crate::remote::{Action, explain, use_action, use_pauses};
use crate::requests::{Finder, over_long, problem_words, use_topic_name};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Chip, Confirm, Field, FieldType, KeyValue, KeyValues,
    Notice, Severity,
};
use crate::words;

/// Props of [`Editor`].
#[derive(PartialEq, Properties)]
pub(super) struct EditorProps {
    pub shown: Rc<Shown>,
    /// What a write answered.
    pub onanswer: Callback<Shown>,
    pub reload: Callback<()>,
}

/// The page of one that is being written.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let lang = use_lang();
    let (words, shown) = (texts(lang), &props.shown);
    let content = use_state(|| shown.content.clone());
    let tries = use_state_eq(|| 0_u32);
    let asking = use_state_eq(|| false);
    let keep = use_action::<Write>(props.onanswer.clone());
    let send = use_action::<Send>(props.onanswer.reform(|shown: Shown| {
        // What became of it stands in the place of all that was here.
        focus::heading();
        shown
    }));
    let is_kept = *content == shown.content;
    use_pending(!is_kept);
    use_pauses(&keep, ((*content).clone(), shown.version), !is_kept, {
        let bulk = shown.bulk;
        move |(content, version)| Write { bulk, version, content, without: Vec::new() }
    });
    let change = {
        let content = content.setter();
        Callback::from(move |changed: Content| content.set(changed))
    };
    let reload = use_other(&content, shown, &props.reload);
    let without = {
        let (run, bulk, version, content) =
            (keep.run.clone(), shown.bulk, shown.version, (*content).clone());
        Callback::from(move |number: u32| {
            run.emit(Write { bulk, version, content: content.clone(), without: vec![number] });
        })
    };
    let ready: Vec<&Row> = shown.rows.iter().filter(|row| row.obstacle.is_none()).collect();
    let problems = check(&content, |_| true);
    let onsend = {
        let (tries, asking, is_ready) = (tries.clone(), asking.setter(), problems.is_empty());
        Callback::from(move |_: MouseEvent| {
            tries.set(if is_ready { 0 } else { *tries + 1 });
            asking.set(is_ready);
        })
    };
    use_wrong(*tries, content.topic.is_none());
    let busy = send.busy || keep.busy || !is_kept;
    html! {
        <div class="stack">
            <Topic content={(*content).clone()} onchange={change.clone()} />
            { fields(&content, &change, if *tries > 0 { problems.as_slice() } else { &[] }, lang) }
            if let Some(first) = ready.first() { { example(&content, first, lang) } }
            <Card title={words.companies}><Rows rows={shown.rows.clone()} sent={false} onremove={Some(without)} /></Card>
            { kept(&keep, is_kept, shown, &content, &reload, lang) }
            if let Some(error) = &send.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            if ready.is_empty() {
                <Notice severity={Severity::Warning}><p>{ words.nobody }</p></Notice>
            } else {
                <p><Button {busy} onclick={onsend}>{ (words.send)(ready.len() as u64) }</Button></p>
            }
            { question(&asking, &send, shown, ready.len(), lang) }
        </div>
    }
}

/// Moves the focus to what keeps it from being sent: it may be far above the button that was pressed.
#[hook]
fn use_wrong(tries: u32, no_topic: bool) {
    use_effect_with(tries, move |tries| {
        if *tries > 0 {
            browser::focus(if no_topic { "main .card .control" } else { "main [aria-invalid]" });
        }
    });
}

/// Shows what another tab wrote in place of what is written here.
#[hook]
fn use_other(
    content: &UseStateHandle<Content>,
    shown: &Rc<Shown>,
    reload: &Callback<()>,
) -> Callback<()> {
    let taking = use_mut_ref(|| false);
    use_effect_with(shown.version, {
        let (content, shown, taking) = (content.setter(), shown.clone(), taking.clone());
        move |_| {
            if taking.replace(false) {
                content.set(shown.content.clone());
            }
        }
    });
    reload.reform(move |()| {
        taking.replace(true);
    })
}

#[derive(PartialEq, Properties)]
struct TopicProps {
    content: Content,
    onchange: Callback<Content>,
}

/// What it is about: chosen, or to be found in one's own words.
#[component]
fn Topic(props: &TopicProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let content = &props.content;
    let name = use_topic_name(content.topic, lang);
    // What was pressed to choose a topic, or another one, is gone: the focus is where the choice is changed, or made.
    focus::use_kept(Some("main .card :is(.btn, .control)"));
    let change = {
        let content = content.clone();
        props.onchange.reform(move |_: MouseEvent| Content { topic: None, ..content.clone() })
    };
    if content.topic.is_some() {
        let aside = html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} onclick={change}>{ words.change }</Button>
        };
        return html! { <Card title={words.topic} {aside}><p>{ name.unwrap_or_default() }</p></Card> };
    }
    let draft = Draft { subject: content.subject.clone(), ..Draft::default() };
    let onchange = {
        let content = content.clone();
        props.onchange.reform(move |draft: Draft| Content {
            topic: draft.topic,
            subject: draft.subject,
            ..content.clone()
        })
    };
    html! { <Finder content={draft} {onchange} chosen={Callback::noop()} /> }
}

fn fields(
    content: &Content,
    change: &Callback<Content>,
    wrong: &[(&'static str, &'static str)],
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let put = |set: fn(&mut Content, String)| {
        let content = content.clone();
        change.reform(move |text: String| {
            let mut content = content.clone();
            set(&mut content, text);
            content
        })
    };
    let error = |field: &str| {
        let found = wrong.iter().find(|(known, _)| *known == field);
        found.map(|(field, reason)| AttrValue::Static(said(field, reason, lang)))
    };
    let chip = |placeholder: &'static str, label: &'static str| {
        let content = content.clone();
        let onclick = change.reform(move |_: MouseEvent| {
            let gap = if content.text.is_empty() || content.text.ends_with([' ', '\n']) {
                ""
            } else {
                " "
            };
            Content { text: [&content.text, gap, placeholder].concat(), ..content.clone() }
        });
        html! { <Chip {label} {onclick} /> }
    };
    html! {
        <Card title={words.words}>
            <div class="form">
                if let Some(topic) = error("topic") {
                    <Notice severity={Severity::Error} live={true}><p>{ topic }</p></Notice>
                }
                <Field label={words.subject} helper={words.subject_help} value={content.subject.clone()}
                    error={over_long(&content.subject, LONGEST_SUBJECT, lang).or_else(|| error("subject"))}
                    oninput={put(|content, text| content.subject = text)} />
                <Field r#type={FieldType::Area} label={words.text} helper={(words.text_help)(COMPANY, MATRICOLA)} value={content.text.clone()}
                    error={over_long(&content.text, LONGEST_TEXT, lang).or_else(|| error("text"))}
                    oninput={put(|content, text| content.text = text)} />
                <div class="row" role="group" aria-label={words.insert}>
                    { chip(COMPANY, words.insert_company) }
                    { chip(MATRICOLA, words.insert_matricola) }
                </div>
            </div>
        </Card>
    }
}

/// A problem in words.
fn said(field: &str, reason: &str, lang: Lang) -> &'static str {
    match reason {
        "placeholder" => texts(lang).unknown_placeholder,
        _ => problem_words(field, reason, lang),
    }
}

/// How the first company's office will read it.
fn example(content: &Content, row: &Row, lang: Lang) -> Html {
    let words = texts(lang);
    let name = row.name.clone().unwrap_or_default();
    let read = |text: &str| filled(text, &name, row.matricola.as_deref());
    let items = vec![
        KeyValue::text(words.subject, read(&content.subject)),
        KeyValue::html(words.text, html! { <span class="prose">{ read(&content.text) }</span> }),
    ];
    html! { <Card title={(words.example)(&name)}><KeyValues {items} /></Card> }
}

/// Whether it is kept, since when, and why it is not.
fn kept(
    keep: &Action<Write>,
    is_kept: bool,
    shown: &Shown,
    content: &Content,
    reload: &Callback<()>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let said = match (keep.busy, is_kept) {
        (true, _) => words.keeping.to_owned(),
        (_, true) => (words.kept)(&words::moment(shown.at, lang)),
        _ => words.not_kept.to_owned(),
    };
    let stale = keep.error.as_ref().and_then(CallError::newer).filter(|_| !is_kept);
    let mine = stale.map(|version| {
        let (bulk, content): (BulkId, _) = (shown.bulk, content.clone());
        keep.run.reform(move |_: MouseEvent| Write {
            bulk,
            version,
            content: content.clone(),
            without: Vec::new(),
        })
    });
    let reload = reload.reform(|_: MouseEvent| ());
    html! {
        <>
            if let Some(error) = keep.error.as_ref().filter(|_| !is_kept) {
                <Notice severity={Severity::Error} live={true}>
                    <p>{ explain(lang, error) }</p>
                    if let Some(onclick) = mine {
                        <div class="row">
                            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} {onclick}>{ words.keep_mine }</Button>
                            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} onclick={reload}>{ words.reload }</Button>
                        </div>
                    }
                </Notice>
            }
            <p class="small muted" role="status">{ said }</p>
        </>
    }
}

/// The question before so many are sent.
fn question(
    asking: &UseStateHandle<bool>,
    send: &Action<Send>,
    shown: &Shown,
    count: usize,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let (bulk, version) = (shown.bulk, shown.version);
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let yes = {
        let (run, close) = (send.run.clone(), close.clone());
        Callback::from(move |()| {
            close.emit(());
            run.emit(Send { bulk, version });
        })
    };
    let left = shown.rows.len() - count;
    html! {
        <Confirm open={**asking} title={(words.send_title)(count as u64)} yes={(words.send)(count as u64)} no={words.cancel}
            kind={ButtonKind::Primary} onyes={yes} onno={close}>
            <p>{ words.send_text }</p>
            if left > 0 { <p>{ (words.left_out)(left as u64) }</p> }
        </Confirm>
    }
}
