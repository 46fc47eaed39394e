//! Dropdown: one of up to ten, by the device's own list.

use super::help::{Labelled, described_by};
use super::value::chosen;
use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use yew::prelude::*;

/// One of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is reported when it is chosen.
    pub value: AttrValue,
    /// Its words.
    pub label: AttrValue,
}

/// Props of [`Select`].
#[derive(PartialEq, Properties)]
pub struct SelectProps {
    /// What is asked.
    pub label: AttrValue,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The value of the one chosen.
    pub value: AttrValue,
    /// Called with the value of another one.
    pub onchange: Callback<AttrValue>,
    /// An id of its own, for the links of an error summary.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// How to answer.
    #[prop_or_default]
    pub helper: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// A native list with its label above and its words below.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let own = use_id("select");
    let id = props.id.clone().unwrap_or(own);
    html! {
        <Labelled id={id.clone()} label={props.label.clone()} helper={props.helper.clone()} error={props.error.clone()}
            success={None::<AttrValue>} optional={false}>
            <div class="control-row">
                <select id={id.clone()} class="control" onchange={chosen(&props.onchange)} disabled={props.disabled}
                    aria-invalid={props.error.is_some().then_some("true")} aria-describedby={described_by(&id)}>
                    { for props.choices.iter().map(|choice| html! {
                        <option key={choice.value.as_str()} value={choice.value.clone()} selected={choice.value == props.value}>
                            { &choice.label }
                        </option>
                    }) }
                </select>
                <Icon name={IconName::ChevronDown} class="control-mark" />
            </div>
        </Labelled>
    }
}
