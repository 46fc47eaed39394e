//! Toasts: the outcome of an act, over the page. They can always be closed; an error stays until it is.

use crate::i18n::use_lang;
use crate::ui::action::icon_button::IconButton;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use crate::ui::tone::Severity;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::html::ChildrenProps;
use yew::prelude::*;

/// How long an outcome that is not an error stays: long enough to be read twice.
const STAY_MS: i32 = 8_000;

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What it is about.
    pub severity: Severity,
    /// One sentence.
    pub text: AttrValue,
    /// A button: its word and what it does ("Annulla", "Aggiorna"). A toast with a button stays until closed.
    pub action: Option<(AttrValue, Callback<()>)>,
}

impl Toast {
    /// A sentence without a button.
    pub fn new(severity: Severity, text: impl Into<AttrValue>) -> Self {
        Self { severity, text: text.into(), action: None }
    }

    /// The same with a button.
    pub fn with_action(self, label: impl Into<AttrValue>, act: Callback<()>) -> Self {
        Self { action: Some((label.into(), act)), ..self }
    }

    fn stays(&self) -> bool {
        self.severity == Severity::Error || self.action.is_some()
    }
}

#[derive(Default, PartialEq)]
struct Shown {
    next: u32,
    toasts: Vec<(u32, Toast)>,
}

enum Change {
    Add(Toast),
    Remove(u32),
}

impl Reducible for Shown {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut toasts = self.toasts.clone();
        match change {
            Change::Remove(id) => toasts.retain(|(each, _)| *each != id),
            // The same sentence twice is one toast: a double press must not pile up.
            Change::Add(toast) if toasts.iter().any(|(_, each)| *each == toast) => {}
            Change::Add(toast) => toasts.push((self.next, toast)),
        }
        Rc::new(Shown { next: self.next + 1, toasts })
    }
}

/// The way to show a toast. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Toasts {
    dispatcher: UseReducerDispatcher<Shown>,
}

impl Toasts {
    /// Shows a toast.
    pub fn show(&self, toast: Toast) {
        self.dispatcher.dispatch(Change::Add(toast));
    }
}

/// The way to show a toast; `None` outside a [`ToastHost`].
#[hook]
pub fn use_toasts() -> Option<Toasts> {
    use_context::<Toasts>()
}

/// Shows the toasts of everything inside it.
#[component]
pub fn ToastHost(props: &ChildrenProps) -> Html {
    let shown = use_reducer(Shown::default);
    let toasts = Toasts { dispatcher: shown.dispatcher() };
    let entry = |(id, toast): &(u32, Toast)| {
        let (id, dispatcher) = (*id, shown.dispatcher());
        let onclose = Callback::from(move |()| dispatcher.dispatch(Change::Remove(id)));
        html! { <ToastView key={id} toast={toast.clone()} {onclose} /> }
    };
    html! {
        <ContextProvider<Toasts> context={toasts}>
            { props.children.clone() }
            <div class="toasts" role="status" aria-live="polite">{ for shown.toasts.iter().map(entry) }</div>
        </ContextProvider<Toasts>>
    }
}

#[derive(PartialEq, Properties)]
struct ToastViewProps {
    toast: Toast,
    onclose: Callback<()>,
}

#[component]
fn ToastView(props: &ToastViewProps) -> Html {
    let words = texts(use_lang());
    use_effect_with((), {
        let (stays, onclose) = (props.toast.stays(), props.onclose.clone());
        move |()| {
            if !stays {
                after(STAY_MS, move || onclose.emit(()));
            }
        }
    });
    let Toast { severity, text, action } = &props.toast;
    let act = action.clone().map(|(label, act)| {
        let onclose = props.onclose.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            act.emit(());
            onclose.emit(());
        });
        html! { <button type="button" class="toast-action" {onclick}>{ label }</button> }
    });
    html! {
        <div class={classes!("toast", severity.tone().class())} role={(*severity == Severity::Error).then_some("alert")}>
            <Icon name={severity.icon()} />
            <p><span class="sr-only">{ words.severity(*severity) }{ ": " }</span>{ text }</p>
            { for act }
            <IconButton icon={IconName::Close} label={words.close} onclick={props.onclose.reform(|_| ())} />
        </div>
    }
}

fn after(milliseconds: i32, run: impl FnOnce() + 'static) {
    let Some(window) = crate::browser::window() else { return };
    let closure = Closure::once_into_js(run);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        closure.unchecked_ref(),
        milliseconds,
    );
}
