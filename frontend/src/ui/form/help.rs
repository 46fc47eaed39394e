//! The label over a control and the helper, success or error under it.

use crate::i18n::use_lang;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`Labelled`].
#[derive(PartialEq, Properties)]
pub struct LabelledProps {
    /// The id of the control.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer.
    pub helper: Option<AttrValue>,
    /// What is wrong and what to do.
    pub error: Option<AttrValue>,
    /// What is right.
    pub success: Option<AttrValue>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// The control.
    pub children: Html,
}

/// A control with its words.
#[component]
pub fn Labelled(props: &LabelledProps) -> Html {
    let words = texts(use_lang());
    let state = match (&props.error, &props.success) {
        (Some(_), _) => Some("field-error"),
        (None, Some(_)) => Some("field-success"),
        (None, None) => None,
    };
    html! {
        <div class={classes!("field", state)}>
            <label for={props.id.clone()}>
                { &props.label }
                if props.optional {
                    <span class="field-optional">{ " (" }{ words.optional }{ ")" }</span>
                }
            </label>
            { props.children.clone() }
            <div id={described_by(&props.id)} class="field-help">
                if let Some(error) = &props.error {
                    <p class="field-message">
                        <Icon name={IconName::XCircle} class="icon-16" />
                        <span><span class="sr-only">{ words.error_prefix }</span>{ error }</span>
                    </p>
                } else if let Some(success) = &props.success {
                    <p class="field-message"><Icon name={IconName::CheckCircle} class="icon-16" /><span>{ success }</span></p>
                }
                if let Some(helper) = &props.helper {
                    <p>{ helper }</p>
                }
            </div>
        </div>
    }
}

/// The id of the words under the control `id`.
pub fn described_by(id: &str) -> String {
    format!("{id}-help")
}
