//! A button that shows only an icon, in a 44 px target.

use crate::ui::icon::{Icon, IconName};
use yew::prelude::*;

/// Props of [`IconButton`].
#[derive(PartialEq, Properties)]
pub struct IconButtonProps {
    /// The icon.
    pub icon: IconName,
    /// What the button does, for those who do not see the icon and for the tooltip.
    pub label: AttrValue,
    /// What to do.
    pub onclick: Callback<MouseEvent>,
    /// For a button that opens something: whether that is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button with an icon and a name that is heard, not seen.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    html! {
        <button type="button" class={classes!("icon-btn", props.class.clone())} aria-label={props.label.clone()}
            title={props.label.clone()} aria-expanded={props.expanded.map(|open| open.to_string())}
            onclick={props.onclick.clone()}>
            <Icon name={props.icon} />
        </button>
    }
}
