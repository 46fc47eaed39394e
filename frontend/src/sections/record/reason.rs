//! The field for the reason of a correction or a removal.

use shared::sections::REASON;
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::sections::text::texts;
use crate::ui::{Field, FieldType};

/// Props of [`ReasonField`].
#[derive(PartialEq, Properties)]
pub struct ReasonFieldProps {
    /// An id of its own, for the links of an error summary.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What is typed.
    pub reason: UseStateHandle<String>,
    /// What is wrong with it.
    pub error: Option<AttrValue>,
}

/// The field.
#[component]
pub fn ReasonField(props: &ReasonFieldProps) -> Html {
    let words = texts(use_lang());
    let oninput = {
        let reason = props.reason.setter();
        Callback::from(move |text| reason.set(text))
    };
    html! {
        <Field id={props.id.clone()} r#type={FieldType::Area} label={words.reason} helper={words.reason_help}
            value={(*props.reason).clone()} error={props.error.clone()} maxlength={*REASON.end() as u32} {oninput} />
    }
}
