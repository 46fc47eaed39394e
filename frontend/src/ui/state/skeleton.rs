//! Skeleton: the shape of what is coming. The style sheet shows it only after 120 ms, so that quick answers never flash.

use crate::i18n::use_lang;
use crate::ui::text::texts;
use yew::prelude::*;

/// The shape of what is coming.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Lines of text.
    #[default]
    Lines,
    /// A card with a heading, a figure and lines.
    Card,
    /// A table with its head.
    Table,
    /// A card with bars.
    Chart,
}

/// Props of [`Skeleton`].
#[derive(PartialEq, Properties)]
pub struct SkeletonProps {
    /// The shape.
    #[prop_or_default]
    pub shape: Shape,
    /// How many lines or rows.
    #[prop_or(3)]
    pub count: usize,
}

/// A grey shape, announced as "loading".
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    let words = texts(use_lang());
    let bones = |class: &'static str, count: usize| html! { for _ in 0..count { <span class={classes!("bone", class)}></span> } };
    let shape = match props.shape {
        Shape::Lines => bones("bone-line", props.count),
        Shape::Card => {
            html! { <>{ bones("bone-title", 1) }{ bones("bone-figure", 1) }{ bones("bone-line", props.count) }</> }
        }
        Shape::Table => html! { <>{ bones("bone-head", 1) }{ bones("bone-row", props.count) }</> },
        Shape::Chart => {
            html! { <>{ bones("bone-title", 1) }{ bones("bone-line", 1) }<span class="bone-bars">{ bones("bone-bar", 12) }</span></> }
        }
    };
    let class = classes!("skeleton", (props.shape != Shape::Lines).then_some("card"));
    html! {
        <div {class} role="status">
            <span class="sr-only">{ words.loading }</span>
            <div class="bones" aria-hidden="true">{ shape }</div>
        </div>
    }
}
