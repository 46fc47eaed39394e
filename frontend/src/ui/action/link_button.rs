//! A link that looks like a button: the next step is another page.

use super::button::{ButtonKind, ButtonSize};
use super::link::Link;
use crate::ui::icon::{Icon, IconName};
use yew::prelude::*;

/// Props of [`LinkButton`].
#[derive(PartialEq, Properties)]
pub struct LinkButtonProps {
    /// Where to.
    pub href: AttrValue,
    /// The words on it.
    pub children: Html,
    /// How much it asks for.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// How high it is.
    #[prop_or_default]
    pub size: ButtonSize,
    /// An icon before the words.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// Takes the whole width.
    #[prop_or_default]
    pub wide: bool,
}

/// A link drawn as a button.
#[component]
pub fn LinkButton(props: &LinkButtonProps) -> Html {
    let class =
        classes!("btn", props.kind.class(), props.size.class(), props.wide.then_some("btn-wide"));
    html! {
        <Link href={props.href.clone()} {class}>
            if let Some(name) = props.icon {
                <Icon {name} />
            }
            <span>{ props.children.clone() }</span>
        </Link>
    }
}
