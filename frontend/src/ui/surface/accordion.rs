//! Accordion: a heading that opens what is under it. Native, so it opens without script, by find-in-page and in print.

use crate::ui::icon::{Icon, IconName};
use yew::prelude::*;

/// Props of [`Accordion`].
#[derive(PartialEq, Properties)]
pub struct AccordionProps {
    /// The heading.
    pub title: AttrValue,
    /// A tag or a figure at the end of the heading.
    #[prop_or_default]
    pub aside: Html,
    /// Whether it starts open.
    #[prop_or_default]
    pub open: bool,
    /// What is under the heading.
    pub children: Html,
}

/// A section that opens and closes.
#[component]
pub fn Accordion(props: &AccordionProps) -> Html {
    html! {
        <details class="accordion" open={props.open}>
            <summary>
                <h3>{ &props.title }</h3>
                { props.aside.clone() }
                <Icon name={IconName::ChevronDown} class="accordion-mark" />
            </summary>
            <div class="accordion-body">{ props.children.clone() }</div>
        </details>
    }
}
