//! Segmented control: one of a few, all in sight.

use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use yew::prelude::*;

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What is reported when it is chosen.
    pub value: AttrValue,
    /// The word on it.
    pub label: AttrValue,
    /// An icon before the word.
    pub icon: Option<IconName>,
}

impl Segment {
    /// A choice with a word only.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into(), icon: None }
    }

    /// The same with an icon.
    pub fn with_icon(self, icon: IconName) -> Self {
        Self { icon: Some(icon), ..self }
    }
}

/// Props of [`SegmentedControl`].
#[derive(PartialEq, Properties)]
pub struct SegmentedControlProps {
    /// What is being chosen, heard but not seen.
    pub legend: AttrValue,
    /// The choices, two to five.
    pub segments: Vec<Segment>,
    /// The value of the one chosen.
    pub value: AttrValue,
    /// Called with the value of another one.
    pub onchange: Callback<AttrValue>,
}

/// Native radio buttons drawn as one bar, so that arrows and forms work as everywhere.
#[component]
pub fn SegmentedControl(props: &SegmentedControlProps) -> Html {
    let group = use_id("segments");
    let segment = |segment: &Segment| {
        let value = segment.value.clone();
        let onchange = props.onchange.reform(move |_: Event| value.clone());
        html! {
            <label class="segment" key={segment.value.as_str()}>
                <input type="radio" name={group.clone()} value={segment.value.clone()}
                    checked={segment.value == props.value} {onchange} />
                <span>
                    if let Some(name) = segment.icon {
                        <Icon {name} class="icon-16" />
                    }
                    { &segment.label }
                </span>
            </label>
        }
    };
    html! {
        <fieldset class="segmented">
            <legend class="sr-only">{ &props.legend }</legend>
            <div class="segments">{ for props.segments.iter().map(segment) }</div>
        </fieldset>
    }
}
