//! A message that found no network: it waits as it was sent, and goes out by itself as soon as there is one.

use shared::requests::Action;
use yew::prelude::*;

use crate::events;
use crate::i18n::use_lang;
use crate::remote::AGAIN_MS;
use crate::requests::text::{Texts, texts};
use crate::ui::{Button, ButtonKind, ButtonSize, Icon, IconName};

/// Props of [`Waiting`].
#[derive(PartialEq, Properties)]
pub(super) struct WaitingProps {
    pub action: Action,
    /// Whether it is being tried.
    pub busy: bool,
    /// Tries again.
    pub again: Callback<()>,
    /// Takes it back into the form.
    pub edit: Callback<MouseEvent>,
}

/// The message, with a clock.
#[component]
pub(super) fn Waiting(props: &WaitingProps) -> Html {
    let words = texts(use_lang());
    let again = props.again.clone();
    use_effect_with(props.busy, move |busy| {
        let waits = (!busy).then(|| {
            let (later, online) = (again.clone(), again.clone());
            let timer = events::after(AGAIN_MS, move || later.emit(()));
            (timer, events::on_window("online", move |_| online.emit(())))
        });
        move || drop(waits)
    });
    let kind = props.action.kind();
    html! {
        <div class="message message-asked act-waits" role="status">
            <p class="row small"><Icon name={IconName::Clock} /><span class="strong">{ words.waiting }</span></p>
            <p class="prose">{ said(&props.action).unwrap_or_else(|| Texts::of(&words.acts, kind).to_owned()) }</p>
            <div class="row">
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} onclick={props.edit.clone()}>{ words.edit }</Button>
            </div>
        </div>
    }
}

/// The words of a reply; of anything else its name says enough.
fn said(action: &Action) -> Option<String> {
    match action {
        Action::Reply { text, .. } if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}
