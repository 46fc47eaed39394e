//! What can be done about a request now: a button for each act that is allowed, and what is written for it.

use std::rc::Rc;

use shared::requests::{Act, Acted, Kind, Thread};
use yew::prelude::*;

use super::form::Form;
use super::text::{Texts, texts};
use super::written::Written;
use crate::api::CallError;
use crate::api::pending::use_pending;
use crate::i18n::use_lang;
use crate::remote::{Action, explain, use_action};
use crate::ui::{Button, ButtonKind, ButtonSize, Card, Notice, Severity, Toast, use_toasts};

/// Props of [`Acts`].
#[derive(PartialEq, Properties)]
pub(super) struct ActsProps {
    pub thread: Rc<Thread>,
    pub ondone: Callback<()>,
}

/// What is being done.
#[derive(Clone)]
struct Doing {
    asking: UseStateHandle<Option<Kind>>,
    written: UseStateHandle<Written>,
    /// Whether it was tried to send it.
    tried: UseStateHandle<bool>,
}

#[hook]
fn use_sending(doing: &Doing, ondone: Callback<()>) -> Action<Act> {
    let (words, toasts) = (texts(use_lang()), use_toasts());
    let (asking, written, tried) =
        (doing.asking.setter(), doing.written.setter(), doing.tried.setter());
    use_action::<Act>(Callback::from(move |_: Acted| {
        asking.set(None);
        written.set(Written::default());
        tried.set(false);
        if let Some(toasts) = &toasts {
            toasts.show(Toast::new(Severity::Success, words.done.to_owned()));
        }
        ondone.emit(());
    }))
}

impl Doing {
    /// Sends what was written for a kind, if nothing is missing. An office names the version that it decided by.
    fn sender(&self, run: Callback<Act>, thread: Rc<Thread>) -> Callback<Kind> {
        let (written, tried) = (self.written.clone(), self.tried.setter());
        Callback::from(move |kind: Kind| match written.action(kind, &thread) {
            Ok(action) => {
                let version = (!kind.is_of_customer()).then_some(thread.version);
                run.emit(Act { request: thread.id, version, action });
            }
            Err(_) => tried.set(true),
        })
    }

    /// Asks for what a kind needs; what needs nothing is done.
    fn press(&self, send: Callback<Kind>) -> Callback<Kind> {
        let (asking, tried) = (self.asking.setter(), self.tried.setter());
        Callback::from(move |kind: Kind| {
            tried.set(false);
            match kind {
                Kind::Take => send.emit(kind),
                _ => asking.set(Some(kind)),
            }
        })
    }
}

/// The buttons, and the form of the one that was pressed.
#[component]
pub(super) fn Acts(props: &ActsProps) -> Html {
    let (words, thread) = (texts(use_lang()), props.thread.clone());
    let doing = Doing {
        asking: use_state_eq(|| None::<Kind>),
        written: use_state_eq(Written::default),
        tried: use_state_eq(|| false),
    };
    use_pending(*doing.written != Written::default());
    let act = use_sending(&doing, props.ondone.clone());
    if thread.allowed.is_empty() {
        return html! {};
    }
    let send = doing.sender(act.run.clone(), thread.clone());
    let press = doing.press(send.clone());
    let button = |(at, kind): (usize, Kind)| {
        let look = if at == 0 { ButtonKind::Secondary } else { ButtonKind::Tertiary };
        html! {
            <Button key={kind.name()} kind={look} size={ButtonSize::Medium} busy={act.busy}
                onclick={press.reform(move |_: MouseEvent| kind)}>{ Texts::of(&words.acts, kind) }</Button>
        }
    };
    let form = doing.asking.filter(|kind| thread.allowed.contains(kind));
    html! {
        <Card title={words.actions}>
            <div class="stack">
                <div class="row">{ for thread.allowed.iter().copied().enumerate().map(button) }</div>
                <Failure error={act.error.clone()} />
                if let Some(kind) = form { { asked(kind, &doing, &thread, send, act.busy, words) } }
            </div>
        </Card>
    }
}

/// What is written for a kind, and the way to send it or to let it be.
fn asked(
    kind: Kind,
    doing: &Doing,
    thread: &Rc<Thread>,
    send: Callback<Kind>,
    busy: bool,
    words: &'static Texts,
) -> Html {
    let (asking, set) = (doing.asking.setter(), doing.written.setter());
    let cancel = Callback::from(move |_: MouseEvent| asking.set(None));
    let oninput = Callback::from(move |written: Written| set.set(written));
    html! {
        <>
            <Form key={kind.name()} {kind} thread={thread.clone()} written={(*doing.written).clone()} tried={*doing.tried} {oninput} />
            <div class="row">
                <Button {busy} onclick={send.reform(move |_: MouseEvent| kind)}>{ Texts::of(&words.acts, kind) }</Button>
                <Button kind={ButtonKind::Ghost} onclick={cancel}>{ words.cancel }</Button>
            </div>
        </>
    }
}

/// Props of [`Failure`].
#[derive(PartialEq, Properties)]
pub(super) struct FailureProps {
    pub error: Option<CallError>,
}

/// Why something was not done.
#[component]
pub(super) fn Failure(props: &FailureProps) -> Html {
    let lang = use_lang();
    html! {
        if let Some(error) = &props.error {
            <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
        }
    }
}
