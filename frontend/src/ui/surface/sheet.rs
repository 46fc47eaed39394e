//! Sheet: more room for a choice or a detail. From the bottom on a phone, at the side at a desk.

use super::modal::Modal;
use yew::prelude::*;

/// Props of [`Sheet`].
#[derive(PartialEq, Properties)]
pub struct SheetProps {
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

/// A sheet over the page. The focus moves into it and comes back when it closes.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    html! {
        <Modal class="sheet" open={props.open} title={props.title.clone()} onclose={props.onclose.clone()}
            actions={props.actions.clone()}>
            { props.children.clone() }
        </Modal>
    }
}
