//! Toggle: on or off, at once.

use super::help::described_by;
use super::value::switched;
use crate::ui::id::use_id;
use yew::prelude::*;

/// Props of [`Toggle`].
#[derive(PartialEq, Properties)]
pub struct ToggleProps {
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

/// A native checkbox heard and drawn as a switch.
#[component]
pub fn Toggle(props: &ToggleProps) -> Html {
    let id = use_id("toggle");
    html! {
        <div class="check">
            <input id={id.clone()} class="toggle" type="checkbox" role="switch" checked={props.checked} onchange={switched(&props.onchange)} disabled={props.disabled}
                aria-describedby={props.helper.is_some().then(|| described_by(&id))} />
            <label for={id.clone()}>{ &props.label }</label>
            if let Some(helper) = &props.helper {
                <p id={described_by(&id)} class="check-help">{ helper }</p>
            }
        </div>
    }
}
