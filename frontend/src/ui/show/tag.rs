//! Tag: the state of a thing in one word, with its icon and its colour.

use crate::ui::icon::{Icon, IconName};
use crate::ui::tone::Tone;
use yew::prelude::*;

/// Props of [`Tag`].
#[derive(PartialEq, Properties)]
pub struct TagProps {
    /// The word.
    pub label: AttrValue,
    /// Its colour.
    #[prop_or_default]
    pub tone: Tone,
    /// An icon other than the tone's own.
    #[prop_or_default]
    pub icon: Option<IconName>,
}

/// A state in one word.
#[component]
pub fn Tag(props: &TagProps) -> Html {
    html! {
        <span class={classes!("tag", props.tone.class())}>
            if let Some(name) = props.icon.or(props.tone.icon()) {
                <Icon {name} class="icon-16" />
            }
            { &props.label }
        </span>
    }
}
