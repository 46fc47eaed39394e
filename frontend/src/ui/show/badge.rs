//! Badge: how many wait.

use crate::i18n::use_lang;
use crate::ui::text::texts;
use yew::prelude::*;

/// Over this a badge only says "more".
const MOST: u64 = 999;

/// Props of [`Badge`].
#[derive(PartialEq, Properties)]
pub struct BadgeProps {
    /// How many; nothing is drawn for 0.
    pub count: u64,
    /// Light blue instead of red: a number to know, not to act on.
    #[prop_or_default]
    pub quiet: bool,
}

/// A number in a round.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    let words = texts(use_lang());
    if props.count == 0 {
        return html! {};
    }
    let shown = match props.count {
        count if count > MOST => format!("{MOST}+"),
        count => count.to_string(),
    };
    html! {
        <span class={classes!("badge", props.quiet.then_some("badge-quiet"))}>
            <span aria-hidden="true">{ shown }</span>
            <span class="sr-only">{ (words.waiting)(props.count) }</span>
        </span>
    }
}
