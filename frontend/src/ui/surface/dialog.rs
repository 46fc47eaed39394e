//! Dialog: a question that must be answered before going on. For confirmations, not for content.

use super::modal::Modal;
use yew::prelude::*;

/// Props of [`Dialog`].
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// Its heading.
    pub title: AttrValue,
    /// The person wants it closed: set `open` to false.
    pub onclose: Callback<()>,
    /// What it is about.
    pub children: Html,
    /// Buttons at its foot, the main one first.
    #[prop_or_default]
    pub actions: Html,
}

/// A dialog in the middle of the screen. The focus moves into it and comes back when it closes.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    html! {
        <Modal class="dialog" open={props.open} title={props.title.clone()} onclose={props.onclose.clone()}
            actions={props.actions.clone()}>
            { props.children.clone() }
        </Modal>
    }
}
