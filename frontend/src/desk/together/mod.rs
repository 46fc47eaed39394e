//! One answer, or one end, for several requests of the queue: written once with its documents, shown for each before it is sent, and sent
//! in one call, which does each by itself, so that one that fails stops none and a page that is closed stops nothing.

mod form;
mod rows;
mod text;

use std::collections::BTreeSet;
use std::rc::Rc;

use shared::desk::{MOST_TOGETHER, Module};
use shared::ids::RequestId;
use shared::lang::Lang;
use shared::requests::words::CONTESTABLE;
use shared::requests::{Action, Answer, Kind, State, Thread};
use yew::prelude::*;

use crate::api::pending::use_pending;
use crate::i18n::use_lang;
use crate::query::query_value;
use crate::requests::{self, Unready};
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, EmptyState, IconName, Link, Notice, Severity, Shape,
    Skeleton, Tag, Tone,
};
use crate::words;
use form::{Form, Joint};
use rows::{Progress, Row, Sender, use_rows};
use text::texts;

/// The address for some requests.
pub fn href(requests: &BTreeSet<RequestId>) -> String {
    let ids: Vec<String> = requests.iter().map(ToString::to_string).collect();
    [Route::Tool { tool: super::TOGETHER }.href().as_str(), "?richieste=", &ids.join(",")].concat()
}

/// Those that the address names.
fn named() -> Vec<RequestId> {
    let ids = query_value("richieste").unwrap_or_default();
    let ids: BTreeSet<RequestId> = ids.split(',').filter_map(|id| id.parse().ok()).collect();
    ids.into_iter().take(MOST_TOGETHER).collect()
}

/// The heading.
pub fn title(lang: Lang) -> &'static str {
    texts(lang).title
}

/// The screen.
#[component]
pub fn Together() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let ids = use_memo((), |()| named());
    let (rows, progress, send) = use_rows(&ids);
    let joint = use_state_eq(Joint::default);
    let (tried, unready) = (use_state_eq(|| false), use_state_eq(|| false));
    use_pending(*joint != Joint::default() && !rows.iter().all(Row::is_done));
    if ids.is_empty() {
        let back = html! { <Link href={Route::Queue.href()}>{ words.back }</Link> };
        return html! { <EmptyState title={words.none} icon={IconName::Message}>{ back }</EmptyState> };
    }
    if progress == Progress::Reading {
        return html! { <Skeleton shape={Shape::Table} count={ids.len()} /> };
    }
    let oninput = {
        let joint = joint.setter();
        Callback::from(move |changed: Joint| joint.set(changed))
    };
    let on_ready = {
        let unready = unready.setter();
        Callback::from(move |ready: bool| unready.set(!ready))
    };
    let ready = rows.iter().filter(|row| fits(row, &joint, lang)).count();
    let waits = *unready && joint.kind.takes_documents();
    let send = press(&joint, &tried, waits, send, lang);
    let onclick = send.reform(|_: MouseEvent| None);
    let done = rows.iter().filter(|row| row.is_done()).count();
    let busy = progress == Progress::Sending;
    let said = match progress {
        Progress::Sending => words.sending.to_owned(),
        _ if done > 0 => (words.sent)(done as u64),
        _ => String::new(),
    };
    html! {
        <>
            <p><Link href={Route::Queue.href()}>{ words.back }</Link></p>
            <div class="thread-columns">
                <Card title={words.rows}>
                    <ul class="list" role="list">{ for rows.iter().map(|row| drawn(row, &joint, &send, lang)) }</ul>
                </Card>
                <Card title={words.what}>
                    <div class="stack">
                        <Form joint={(*joint).clone()} {oninput} tried={*tried} {on_ready} />
                        if *tried && waits {
                            <Unready {lang} />
                        }
                        <p role="status">{ said }</p>
                        if ready == 0 {
                            <Notice severity={Severity::Info}><p>{ words.nothing_to_do }</p></Notice>
                        } else {
                            <div class="row"><Button {busy} {onclick}>{ (words.send)(ready as u64) }</Button></div>
                        }
                    </div>
                </Card>
            </div>
        </>
    }
}

/// Sends it to all or to one, if nothing is missing and its documents are there.
fn press(
    joint: &UseStateHandle<Joint>,
    tried: &UseStateHandle<bool>,
    waits: bool,
    send: Sender,
    lang: Lang,
) -> Callback<Option<RequestId>> {
    let (joint, tried) = ((**joint).clone(), tried.setter());
    Callback::from(move |only: Option<RequestId>| {
        let missing = waits || joint.is_missing() || joint.is_long();
        tried.set(missing);
        if !missing {
            let (joint, kind) = (joint.clone(), joint.kind);
            let make = move |thread: &Thread| {
                let wanted = only.is_none_or(|only| only == thread.id);
                (wanted && joint.unfit(thread, lang).is_none()).then(|| joint.action(thread))
            };
            send.emit((kind, Box::new(make)));
        }
    })
}

/// Whether it would be sent what was written.
fn fits(row: &Row, joint: &Joint, lang: Lang) -> bool {
    let is_fit = |thread: &Rc<Thread>| joint.unfit(thread, lang).is_none();
    row.may(joint.kind) && row.thread.as_ref().is_some_and(is_fit)
}

/// An answer as it is read: what there is of it, a line each.
fn said(answer: &Answer) -> String {
    let parts = [&answer.decision, &answer.law, &answer.next].map(|part| part.trim());
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// What goes with the words: how it ends, until when it can be contested, how many documents.
fn beside(action: &Action, lang: Lang) -> String {
    let words = texts(lang);
    let labelled = |label: &str, value: &str| [label, ": ", value].concat();
    let outcome = action.outcome().map(|outcome| requests::state(State::Closed(outcome), lang).1);
    let mut parts = vec![labelled(words.outcome, outcome.unwrap_or(words.still_open))];
    if let Action::Answer { answer: Answer { contestable: Some(day), .. }, .. } = action {
        parts.push(labelled(CONTESTABLE.of(lang), &words::day(*day, lang)));
    }
    let documents = action.attachments().len();
    if documents > 0 {
        parts.push(labelled(requests::texts(lang).documents, &documents.to_string()));
    }
    parts.join(" · ")
}

/// In which language somebody of a language gets a module, and why if it is not theirs.
fn in_language(module: &Module, theirs: Lang, lang: Lang) -> String {
    let words = texts(lang);
    let spoken = module.content.spoken(theirs);
    let name = |of| super::modules::language(of, lang);
    match spoken == theirs {
        true => (words.module_in)(name(spoken)),
        false => (words.module_not_in)(name(spoken), name(theirs)),
    }
}

/// A request: what it would be sent, or why it would not; then what came of it.
fn drawn(row: &Row, joint: &Joint, send: &Callback<Option<RequestId>>, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(thread) = &row.thread else {
        let why = row.error.clone().unwrap_or(AttrValue::Static(words.gone));
        return html! { <li key={row.id.to_string()}><p class="muted">{ why }</p></li> };
    };
    let protocol = thread.receipt.registered.number.to_string();
    let state = match (&row.error, row.is_done()) {
        (_, true) => html! { <Tag tone={Tone::Green} label={words.done} /> },
        (Some(_), _) => html! { <Tag tone={Tone::Red} label={words.failed} /> },
        (None, _) if fits(row, joint, lang) => {
            html! { <Tag tone={Tone::Blue} label={words.ready} /> }
        }
        (None, _) => html! { <Tag tone={Tone::Grey} label={words.left_out} /> },
    };
    let why = match joint.kind {
        _ if row.is_done() || fits(row, joint, lang) => None,
        _ if row.may(joint.kind) => joint.unfit(thread, lang),
        Kind::Take => Some(AttrValue::Static(words.has_charge)),
        _ => Some(AttrValue::Static(words.not_in_charge)),
    };
    let action = joint.action(thread);
    let text = match &action {
        Action::Answer { answer, .. } => said(answer),
        Action::Close { comment, .. } => comment.clone(),
        _ => String::new(),
    };
    let again = {
        let id = row.id;
        send.reform(move |_: MouseEvent| Some(id))
    };
    let module = joint.module().map(|module| in_language(module, thread.lang, lang));
    let shown = row.may(joint.kind) && !row.is_done() && !text.trim().is_empty();
    html! {
        <li key={row.id.to_string()} class="stack">
            <p class="row">
                <Link href={Route::Queued { request: row.id }.href()}>{ thread.subject.clone() }</Link>
                { state }
            </p>
            <p class="small muted">{ &thread.name }{ " · " }<span class="mono">{ protocol }</span></p>
            if let Some(why) = why { <p class="small">{ why }</p> }
            if let Some(error) = &row.error {
                <p class="small" role="alert">{ error }</p>
                if fits(row, joint, lang) {
                    <div class="row"><Button kind={ButtonKind::Tertiary} size={ButtonSize::Small} icon={IconName::Refresh} onclick={again}
                        about={thread.subject.clone()}>{ words.again }</Button></div>
                }
            }
            if shown {
                if let Some(module) = module { <p class="small muted">{ module }</p> }
                <p class="prose small">{ text }</p>
                <p class="small muted">{ beside(&action, lang) }</p>
            }
        </li>
    }
}
