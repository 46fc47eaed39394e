//! Card: one matter.

use crate::ui::id::use_id;
use yew::prelude::*;

/// Props of [`Card`].
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The heading; with it the card is a named region.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// A line under the heading.
    #[prop_or_default]
    pub subtitle: Option<AttrValue>,
    /// A tag or a link beside the heading.
    #[prop_or_default]
    pub aside: Html,
    /// The matter.
    #[prop_or_default]
    pub children: Html,
    /// Without padding, for tables and lists that reach the edge.
    #[prop_or_default]
    pub flush: bool,
}

/// A card. The first thing in it is the first thing to know.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let id = use_id("card");
    let class = classes!("card", props.flush.then_some("card-flush"));
    let Some(title) = &props.title else {
        return html! { <div {class}>{ props.children.clone() }</div> };
    };
    html! {
        <section {class} aria-labelledby={id.clone()}>
            <header class="card-head">
                <h2 {id}>{ title }</h2>
                { props.aside.clone() }
                if let Some(subtitle) = &props.subtitle {
                    <p class="muted">{ subtitle }</p>
                }
            </header>
            { props.children.clone() }
        </section>
    }
}
