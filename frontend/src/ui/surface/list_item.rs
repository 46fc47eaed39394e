//! List and list item: icon, title, description, a figure or a mark at the end.

use crate::ui::action::link::Link;
use crate::ui::icon::{Icon, IconName};
use crate::ui::tone::Tone;
use yew::prelude::*;

/// Props of [`List`].
#[derive(PartialEq, Properties)]
pub struct ListProps {
    /// [`ListItem`]s.
    pub children: Html,
    /// A name for the list where no heading gives one.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A list with dividers.
#[component]
pub fn List(props: &ListProps) -> Html {
    html! { <ul class="list" role="list" aria-label={props.label.clone()}>{ props.children.clone() }</ul> }
}

/// Props of [`ListItem`].
#[derive(PartialEq, Properties)]
pub struct ListItemProps {
    /// What it is.
    pub title: AttrValue,
    /// More about it.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// Its icon, on a coloured tile.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// The colour of the tile.
    #[prop_or(Tone::Blue)]
    pub tone: Tone,
    /// An amount at the end, in mono ("1.629,17 €").
    #[prop_or_default]
    pub figure: Option<AttrValue>,
    /// A tag or a button at the end.
    #[prop_or_default]
    pub trailing: Html,
    /// Where it leads: the whole item becomes the target.
    #[prop_or_default]
    pub href: Option<AttrValue>,
    /// What it does when it leads nowhere: the whole item becomes a button.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
}

/// An item of a [`List`].
#[component]
pub fn ListItem(props: &ListItemProps) -> Html {
    let inside = html! {
        <>
            if let Some(name) = props.icon {
                <span class={classes!("tile", props.tone.class())}><Icon {name} /></span>
            }
            <span class="item-words">
                <span class="item-title">{ &props.title }</span>
                if let Some(description) = &props.description {
                    <span class="item-description">{ description }</span>
                }
            </span>
            if let Some(figure) = &props.figure {
                <span class="item-figure mono">{ figure }</span>
            }
        </>
    };
    let body = match (&props.href, &props.onclick) {
        (Some(href), _) => html! { <Link href={href.clone()} class="item">{ inside }</Link> },
        (None, Some(onclick)) => {
            html! { <button type="button" class="item" onclick={onclick.clone()}>{ inside }</button> }
        }
        (None, None) => html! { <div class="item">{ inside }</div> },
    };
    html! { <li class="list-item">{ body }{ props.trailing.clone() }</li> }
}
