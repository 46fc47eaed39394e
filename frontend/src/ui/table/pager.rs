//! Pager: how many are shown, and the next ones.

use crate::i18n::use_lang;
use crate::ui::action::button::{Button, ButtonKind, ButtonSize};
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`Pager`].
#[derive(PartialEq, Properties)]
pub struct PagerProps {
    /// How many are shown.
    pub shown: u64,
    /// How many there are, where that is known.
    #[prop_or_default]
    pub total: Option<u64>,
    /// Brings the next ones; none when all are shown.
    #[prop_or_default]
    pub onmore: Option<Callback<MouseEvent>>,
    /// They are on their way.
    #[prop_or_default]
    pub busy: bool,
}

/// The foot of a list.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let words = texts(use_lang());
    html! {
        <div class="pager">
            <p role="status">{ (words.shown)(props.shown, props.total) }</p>
            if let Some(onclick) = props.onmore.clone() {
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} busy={props.busy} {onclick}>{ words.load_more }</Button>
            }
        </div>
    }
}
