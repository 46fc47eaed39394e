//! Slider: a number between two ends, tried out by moving it.

use super::help::{Labelled, described_by};
use super::value::typed;
use crate::ui::id::use_id;
use yew::prelude::*;

/// Props of [`Slider`].
#[derive(PartialEq, Properties)]
pub struct SliderProps {
    /// What is tried out.
    pub label: AttrValue,
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
    /// Where it stands.
    pub value: i64,
    /// The same in words, seen and heard.
    pub said: AttrValue,
    /// Called with where it is moved.
    pub oninput: Callback<i64>,
}

/// A native slider; arrows move it by one.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let id = use_id("slider");
    let tell = props.oninput.clone();
    let oninput = typed(&Callback::from(move |text: String| {
        if let Ok(value) = text.parse() {
            tell.emit(value);
        }
    }));
    html! {
        <Labelled id={id.clone()} label={props.label.clone()} helper={Some(props.said.clone())} error={None::<AttrValue>}
            success={None::<AttrValue>} optional={false}>
            <input id={id.clone()} class="slider" type="range" min={props.least.to_string()} max={props.most.to_string()}
                value={props.value.to_string()} {oninput} aria-valuetext={props.said.clone()} aria-describedby={described_by(&id)} />
        </Labelled>
    }
}
