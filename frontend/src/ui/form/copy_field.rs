//! Copy field: something to take along, with a button that copies it.

use super::field::Field;
use crate::browser;
use crate::focus::announce;
use crate::ui::action::button::{Button, ButtonKind, ButtonSize};
use crate::ui::icon::IconName;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// Props of [`CopyField`].
#[derive(PartialEq, Properties)]
pub struct CopyFieldProps {
    /// What it is.
    pub label: AttrValue,
    /// What is copied.
    pub value: AttrValue,
    /// What the button does.
    pub copy: &'static str,
    /// That it was done.
    pub copied: &'static str,
}

/// The value in a field, where it can also be marked by hand, and the button.
#[component]
pub fn CopyField(props: &CopyFieldProps) -> Html {
    let done = use_state_eq(|| false);
    let onclick = {
        let (value, done, said) = (props.value.clone(), done.setter(), props.copied);
        Callback::from(move |_: MouseEvent| {
            let Some(window) = browser::window() else { return };
            let writing = JsFuture::from(window.navigator().clipboard().write_text(&value));
            let done = done.clone();
            spawn_local(async move {
                // Refused, it can still be marked and copied by hand.
                if writing.await.is_ok() {
                    done.set(true);
                    announce(said);
                }
            });
        })
    };
    html! {
        <div class="copy-field">
            <Field label={props.label.clone()} value={props.value.clone()} oninput={Callback::noop()} mono={true} optional={false} />
            <Button kind={ButtonKind::Secondary} size={ButtonSize::Medium} icon={if *done { IconName::Check } else { IconName::Clip }} {onclick}>
                { if *done { props.copied } else { props.copy } }
            </Button>
        </div>
    }
}
