//! Search field: asks only when the typing pauses, and follows when the search is changed from elsewhere.

use super::field::{Field, FieldType};
use crate::events;
use yew::prelude::*;

/// Milliseconds without a key after which a search begins.
const TYPING_MS: i32 = 250;

/// Props of [`SearchField`].
#[derive(PartialEq, Properties)]
pub struct SearchFieldProps {
    /// What can be looked for.
    pub label: AttrValue,
    /// What is looked for.
    pub value: String,
    /// Called once the typing pauses.
    pub onsearch: Callback<String>,
}

/// A field for words to look for.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let typed = use_state_eq(|| props.value.clone());
    let waiting = use_mut_ref(|| None);
    use_effect_with(props.value.clone(), {
        let typed = typed.clone();
        move |value| {
            if typed.trim() != value {
                typed.set(value.clone());
            }
        }
    });
    let oninput = {
        let (typed, onsearch) = (typed.setter(), props.onsearch.clone());
        Callback::from(move |text: String| {
            typed.set(text.clone());
            let onsearch = onsearch.clone();
            *waiting.borrow_mut() =
                events::after(TYPING_MS, move || onsearch.emit(text.trim().to_owned()));
        })
    };
    html! {
        <Field r#type={FieldType::Search} label={props.label.clone()} value={(*typed).clone()} {oninput} optional={true}
            autocomplete="off" />
    }
}
