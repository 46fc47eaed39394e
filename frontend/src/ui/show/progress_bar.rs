//! Progress bar: how far, in the brand's gradient.

use yew::prelude::*;

/// Props of [`ProgressBar`].
#[derive(PartialEq, Properties)]
pub struct ProgressBarProps {
    /// What progresses, heard but not seen.
    pub label: AttrValue,
    /// How far it is.
    pub value: u32,
    /// Where it ends.
    pub max: u32,
}

/// A native progress element.
#[component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    html! {
        <progress class="progress" aria-label={props.label.clone()} value={props.value.to_string()} max={props.max.to_string()} />
    }
}
