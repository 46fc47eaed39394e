//! A button that copies a text.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::button::{Button, ButtonKind, ButtonSize};
use crate::browser;
use crate::focus::announce;
use crate::ui::icon::IconName;

/// Props of [`CopyButton`].
#[derive(PartialEq, Properties)]
pub struct CopyButtonProps {
    /// What is copied.
    pub text: AttrValue,
    /// What the button says.
    pub label: &'static str,
    /// What it says once that is done.
    pub done: &'static str,
}

/// The button.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let copied = use_state_eq(|| false);
    let onclick = {
        let (text, copied, done) = (props.text.clone(), copied.setter(), props.done);
        Callback::from(move |_: MouseEvent| {
            let Some(window) = browser::window() else { return };
            let writing = JsFuture::from(window.navigator().clipboard().write_text(&text));
            let copied = copied.clone();
            spawn_local(async move {
                // Refused, it can still be marked and copied by hand.
                if writing.await.is_ok() {
                    copied.set(true);
                    announce(done);
                }
            });
        })
    };
    let (icon, label) = match *copied {
        true => (IconName::Check, props.done),
        false => (IconName::Clip, props.label),
    };
    html! {
        <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} {icon} {onclick}>{ label }</Button>
    }
}
