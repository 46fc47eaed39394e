//! The app on the home screen, and the way to its new version.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use crate::api::pending::when_nothing_is_pending;
use crate::events;
use crate::i18n::use_lang;
use crate::ui::media::holds;
use crate::ui::{Button, ButtonKind, Card, IconName, Severity, Toast, use_toasts};
use text::texts;

mod text;

/// What `boot.js` dispatches when a new version waits, and the names it leaves in the window.
const READY_EVENT: &str = "cassetto-update-ready";
const READY: &str = "cassettoUpdateReady";
const UPDATE: &str = "cassettoUpdate";
/// How a browser offers to install.
const OFFER_EVENT: &str = "beforeinstallprompt";

thread_local! {
    /// The browser's offer to install, which comes once and when it pleases.
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer to install for later, and offers a new version once it is there. That is taken only when the person
/// agrees, and once nothing is under way that would be lost to it.
#[component]
pub fn NewVersion() -> Html {
    let (lang, toasts) = (use_lang(), use_toasts());
    use_effect_with(lang, move |lang| {
        let words = texts(*lang);
        let offer = move || {
            let Some(toasts) = toasts.clone() else { return };
            let waiting = Toast::new(Severity::Info, words.update_waits);
            let agreed = {
                let toasts = toasts.clone();
                Callback::from(move |()| {
                    if !when_nothing_is_pending(Callback::from(|()| update())) {
                        toasts.show(waiting.clone());
                    }
                })
            };
            let toast = Toast::new(Severity::Info, words.new_version);
            toasts.show(toast.with_action(words.update, agreed));
        };
        if of_window(READY).is_some_and(|ready| ready.is_truthy()) {
            offer();
        }
        let listening = events::on_window(READY_EVENT, move |_| offer());
        move || drop(listening)
    });
    use_effect_with((), |()| {
        let listening = events::on_window(OFFER_EVENT, |event| {
            event.prevent_default();
            OFFER.set(Some(event.into()));
        });
        move || drop(listening)
    });
    html! {}
}

fn update() {
    if let Some(update) = of_window(UPDATE).and_then(|update| update.dyn_into::<Function>().ok()) {
        // Without a worker that waits there is nothing to take over.
        let _ = update.call0(&JsValue::UNDEFINED);
    }
}

fn of_window(name: &str) -> Option<JsValue> {
    Reflect::get(&web_sys::window()?.into(), &JsValue::from_str(name)).ok()
}

/// Props of [`InstallHint`].
#[derive(PartialEq, Properties)]
pub struct InstallHintProps {
    /// The act.
    pub title: AttrValue,
    /// What it brings.
    pub text: AttrValue,
    /// How to do it where the browser offers nothing to a page.
    pub by_hand: AttrValue,
}

/// How to put the app on the home screen; nothing where it already runs from there.
#[component]
pub fn InstallHint(props: &InstallHintProps) -> Html {
    let offered = use_state_eq(|| OFFER.with_borrow(Option::is_some));
    use_effect_with((), {
        // [`NewVersion`] heard it first, and has it.
        let offered = offered.setter();
        move |()| {
            let listening = events::on_window(OFFER_EVENT, move |_| offered.set(true));
            move || drop(listening)
        }
    });
    if installed() {
        return html! {};
    }
    let onclick = offered.then(|| {
        let offered = offered.setter();
        Callback::from(move |_: MouseEvent| {
            install();
            offered.set(false);
        })
    });
    html! {
        <Card title={props.title.clone()}>
            <p>{ &props.text }</p>
            if let Some(onclick) = onclick {
                <Button kind={ButtonKind::Tertiary} icon={IconName::Download} {onclick}>{ &props.title }</Button>
            } else {
                <p class="muted">{ &props.by_hand }</p>
            }
        </Card>
    }
}

/// Has the browser ask; it does so once, and a refusal is the person's answer.
fn install() {
    let Some(offer) = OFFER.take() else { return };
    let prompt = Reflect::get(&offer, &JsValue::from_str("prompt"))
        .ok()
        .and_then(|prompt| prompt.dyn_into::<Function>().ok());
    if let Some(prompt) = prompt {
        // It is a promise that only tells when the dialog closed: nothing here waits for it.
        let _ = prompt.call0(&offer);
    }
}

/// Whether the app runs from the home screen already.
fn installed() -> bool {
    holds("(display-mode: standalone)")
}
