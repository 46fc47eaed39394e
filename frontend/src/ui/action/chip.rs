//! Chip: a filter that is on or off, or a choice that can be taken away.

use crate::i18n::use_lang;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`Chip`].
#[derive(PartialEq, Properties)]
pub struct ChipProps {
    /// The word on it.
    pub label: AttrValue,
    /// How many things it would show.
    #[prop_or_default]
    pub count: Option<u64>,
    /// Whether it is on. Without `onclick` a chip is only a word.
    #[prop_or_default]
    pub selected: bool,
    /// An icon before the word.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// Turns it on or off.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
    /// Takes it away: draws a close button.
    #[prop_or_default]
    pub onremove: Option<Callback<MouseEvent>>,
}

/// A chip: selectable with `onclick`, removable with `onremove`.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    let words = texts(use_lang());
    let inside = html! {
        <>
            if let Some(name) = props.icon {
                <Icon {name} class="icon-16" />
            }
            <span>{ &props.label }</span>
            if let Some(count) = props.count {
                <span class="chip-count">{ count }</span>
            }
        </>
    };
    if let Some(onclick) = props.onclick.clone() {
        return html! {
            <button type="button" class="chip" aria-pressed={props.selected.to_string()} {onclick}>{ inside }</button>
        };
    }
    html! {
        <span class="chip">
            { inside }
            if let Some(onclick) = props.onremove.clone() {
                <button type="button" class="chip-remove" aria-label={(words.remove)(&props.label)} {onclick}>
                    <Icon name={IconName::Close} class="icon-16" />
                </button>
            }
        </span>
    }
}
