//! Nothing matches: the filter is the reason, and is taken away here.

use super::empty_state::EmptyState;
use crate::ui::action::button::{Button, ButtonKind, ButtonSize};
use crate::ui::icon::IconName;
use yew::prelude::*;

/// Props of [`NoMatch`].
#[derive(PartialEq, Properties)]
pub struct NoMatchProps {
    /// That nothing matches, in one sentence.
    pub title: AttrValue,
    /// What takes the filter away.
    pub clear: AttrValue,
    /// Takes it away.
    pub onclear: Callback<MouseEvent>,
}

/// What is shown where a filter leaves nothing.
#[component]
pub fn NoMatch(props: &NoMatchProps) -> Html {
    html! {
        <EmptyState title={props.title.clone()} icon={IconName::Filter}>
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} onclick={props.onclear.clone()}>{ &props.clear }</Button>
        </EmptyState>
    }
}
