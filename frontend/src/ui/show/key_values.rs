//! Key values: what a thing is, line by line.

use yew::prelude::*;

/// A line.
#[derive(Clone, PartialEq)]
pub struct KeyValue {
    /// What it is.
    pub key: AttrValue,
    /// Its value.
    pub value: Html,
    /// Codes and amounts: in mono.
    pub mono: bool,
}

impl KeyValue {
    /// A line of words.
    pub fn text(key: impl Into<AttrValue>, value: impl Into<AttrValue>) -> Self {
        let value: AttrValue = value.into();
        Self { key: key.into(), value: html! { value }, mono: false }
    }

    /// A line with a code or an amount.
    pub fn mono(key: impl Into<AttrValue>, value: impl Into<AttrValue>) -> Self {
        Self { mono: true, ..Self::text(key, value) }
    }

    /// A line with anything.
    pub fn html(key: impl Into<AttrValue>, value: Html) -> Self {
        Self { key: key.into(), value, mono: false }
    }
}

/// Props of [`KeyValues`].
#[derive(PartialEq, Properties)]
pub struct KeyValuesProps {
    /// The lines.
    pub items: Vec<KeyValue>,
    /// Amounts that add up: values at the right edge, the last line is the total.
    #[prop_or_default]
    pub sum: bool,
}

/// A description list: beside each other where there is room, under each other where there is not.
#[component]
pub fn KeyValues(props: &KeyValuesProps) -> Html {
    html! {
        <dl class={classes!("key-values", props.sum.then_some("key-values-sum"))}>
            { for props.items.iter().map(|item| html! {
                <div key={item.key.as_str()}>
                    <dt>{ &item.key }</dt>
                    <dd class={classes!(item.mono.then_some("mono"))}>{ item.value.clone() }</dd>
                </div>
            }) }
        </dl>
    }
}
