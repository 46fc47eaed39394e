//! Card: one matter. Process card: one matter with its next step.

use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use crate::ui::tone::Tone;
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

/// Props of [`ProcessCard`].
#[derive(PartialEq, Properties)]
pub struct ProcessCardProps {
    /// What it is.
    pub title: AttrValue,
    /// Where it stands.
    #[prop_or_default]
    pub subtitle: Option<AttrValue>,
    /// Its icon.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// The colour of its icon.
    #[prop_or(Tone::Blue)]
    pub tone: Tone,
    /// A tag that says its state.
    #[prop_or_default]
    pub tag: Html,
    /// What to know.
    #[prop_or_default]
    pub children: Html,
    /// The next step, always in sight: a button or a link button.
    pub action: Html,
}

/// A matter under way with its next step.
#[component]
pub fn ProcessCard(props: &ProcessCardProps) -> Html {
    html! {
        <article class="card process-card">
            if let Some(name) = props.icon {
                <span class={classes!("tile", props.tone.class())}><Icon {name} /></span>
            }
            <div class="process-words">
                <h3>{ &props.title }</h3>
                if let Some(subtitle) = &props.subtitle {
                    <p class="muted">{ subtitle }</p>
                }
            </div>
            { props.tag.clone() }
            <div class="process-text">{ props.children.clone() }</div>
            <div class="process-action">{ props.action.clone() }</div>
        </article>
    }
}
