//! Empty: why there is nothing, and what to do next.

use crate::ui::icon::{Icon, IconName};
use yew::prelude::*;

/// Props of [`EmptyState`].
#[derive(PartialEq, Properties)]
pub struct EmptyStateProps {
    /// Why there is nothing, in one sentence.
    pub title: AttrValue,
    /// What will be here, or what to try.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// Its icon.
    #[prop_or(IconName::Folder)]
    pub icon: IconName,
    /// The one thing to do next.
    #[prop_or_default]
    pub children: Html,
}

/// What is shown where there is nothing to show.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class="state">
            <Icon name={props.icon} class="icon-32" />
            <p class="state-title">{ &props.title }</p>
            if let Some(text) = &props.text {
                <p class="muted">{ text }</p>
            }
            <div class="state-actions">{ props.children.clone() }</div>
        </div>
    }
}
