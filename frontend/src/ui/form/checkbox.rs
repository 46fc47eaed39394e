//! Checkbox: yes or no, sent with the form.

use super::help::described_by;
use super::value::switched;
use crate::ui::id::use_id;
use yew::prelude::*;

/// Props of [`Checkbox`].
#[derive(PartialEq, Properties)]
pub struct CheckboxProps {
    /// What it says yes to.
    pub label: AttrValue,
    /// Whether it is on.
    pub checked: bool,
    /// Called with what it becomes.
    pub onchange: Callback<bool>,
    /// More about it.
    #[prop_or_default]
    pub helper: Option<AttrValue>,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// A native checkbox with its label at the right.
#[component]
pub fn Checkbox(props: &CheckboxProps) -> Html {
    let id = use_id("checkbox");
    html! {
        <div class="check">
            <input id={id.clone()} class="checkbox" type="checkbox" checked={props.checked} onchange={switched(&props.onchange)} disabled={props.disabled}
                aria-describedby={props.helper.is_some().then(|| described_by(&id))} />
            <label for={id.clone()}>{ &props.label }</label>
            if let Some(helper) = &props.helper {
                <p id={described_by(&id)} class="check-help">{ helper }</p>
            }
        </div>
    }
}
