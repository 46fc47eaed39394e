//! Copy field: something to take along, with a button that copies it.

use super::field::Field;
use crate::ui::action::copy_button::CopyButton;
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
    html! {
        <div class="copy-field">
            <Field label={props.label.clone()} value={props.value.clone()} oninput={Callback::noop()} mono={true} optional={false} />
            <CopyButton text={props.value.clone()} label={props.copy} done={props.copied} />
        </div>
    }
}
