//! Text field: one line, several lines, password, search, number, date.

use super::help::{Labelled, described_by};
use super::value::typed;
use crate::i18n::use_lang;
use crate::ui::action::icon_button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::id::use_id;
use crate::ui::text::{Texts, texts};
use yew::prelude::*;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldType {
    /// One line of text.
    #[default]
    Text,
    /// Several lines of text.
    Area,
    /// A secret, with a button that shows it.
    Password,
    /// Words to look for.
    Search,
    /// An e-mail address.
    Email,
    /// Digits only: opens the number pad, stays text (leading zeros count).
    Digits,
    /// A day, by the device's own picker.
    Date,
    /// A month, by the device's own picker.
    Month,
}

impl FieldType {
    const fn input_type(self) -> &'static str {
        match self {
            FieldType::Text | FieldType::Area | FieldType::Digits => "text",
            FieldType::Password => "password",
            FieldType::Search => "search",
            FieldType::Email => "email",
            FieldType::Date => "date",
            FieldType::Month => "month",
        }
    }
}

/// Props of [`Field`].
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    /// What is asked.
    pub label: AttrValue,
    /// What is typed.
    pub value: AttrValue,
    /// Called with the whole text at each change.
    pub oninput: Callback<String>,
    /// What kind of text.
    #[prop_or_default]
    pub r#type: FieldType,
    /// An id of its own, for the links of an error summary.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The name of the value, for the browser's memory.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// How to answer.
    #[prop_or_default]
    pub helper: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What is right.
    #[prop_or_default]
    pub success: Option<AttrValue>,
    /// Whether it may be left empty.
    #[prop_or_default]
    pub optional: bool,
    /// One of several that all may be left empty: nothing is said of it.
    #[prop_or_default]
    pub among: bool,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// What the browser may fill in (`username`, `one-time-code`).
    #[prop_or_default]
    pub autocomplete: Option<AttrValue>,
    /// The most characters.
    #[prop_or_default]
    pub maxlength: Option<u32>,
    /// Codes and figures: typed in mono.
    #[prop_or_default]
    pub mono: bool,
}

/// A field with its label above and its words below.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let own = use_id("field");
    let id = props.id.clone().unwrap_or(own);
    let shown = use_state_eq(|| false);
    let words = texts(use_lang());
    html! {
        <Labelled id={id.clone()} label={props.label.clone()} helper={props.helper.clone()} error={props.error.clone()}
            success={props.success.clone()} optional={props.optional && !props.among && props.r#type != FieldType::Search}>
            <div class="control-row">
                if props.r#type == FieldType::Area {
                    { area(props, &id) }
                } else {
                    { line(props, &id, *shown) }
                }
                if props.r#type == FieldType::Password {
                    { reveal(words, &shown) }
                }
            </div>
        </Labelled>
    }
}

fn area(props: &FieldProps, id: &AttrValue) -> Html {
    html! {
        <textarea id={id.clone()} name={props.name.clone()} class="control area" value={props.value.clone()} oninput={typed(&props.oninput)}
            disabled={props.disabled} maxlength={props.maxlength.map(|most| most.to_string())}
            aria-invalid={props.error.is_some().then_some("true")} aria-describedby={described_by(id)} />
    }
}

fn line(props: &FieldProps, id: &AttrValue, shown: bool) -> Html {
    let secret = props.r#type == FieldType::Password;
    let plain = secret || props.mono;
    html! {
        <input id={id.clone()} name={props.name.clone()} class={classes!("control", props.mono.then_some("mono"))}
            type={if secret && shown { "text" } else { props.r#type.input_type() }}
            inputmode={(props.r#type == FieldType::Digits).then_some("numeric")}
            value={props.value.clone()} oninput={typed(&props.oninput)} disabled={props.disabled} autocomplete={props.autocomplete.clone()}
            autocapitalize={plain.then_some("off")} spellcheck={plain.then_some("false")}
            maxlength={props.maxlength.map(|most| most.to_string())} required={!props.optional}
            aria-invalid={props.error.is_some().then_some("true")} aria-describedby={described_by(id)} />
    }
}

fn reveal(words: &'static Texts, shown: &UseStateHandle<bool>) -> Html {
    let (icon, label) = match **shown {
        true => (IconName::EyeOff, words.hide_password),
        false => (IconName::Eye, words.show_password),
    };
    let onclick = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(!*shown))
    };
    html! { <IconButton class="control-button" {icon} {label} {onclick} /> }
}
