//! A link inside the app.

use crate::router::use_navigator;
use yew::prelude::*;

/// Props of [`Link`].
#[derive(PartialEq, Properties)]
pub struct LinkProps {
    /// Where to: a path of the app (`/payments?year=2026`) or, outside of it, a whole address.
    pub href: AttrValue,
    /// The words.
    pub children: Html,
    /// Classes; a plain text link without.
    #[prop_or_else(|| classes!("link"))]
    pub class: Classes,
    /// Whether it leads to the page being shown.
    #[prop_or_default]
    pub current: bool,
    /// A name other than the words inside, for links that show only a picture.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Called before the app goes there.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
}

/// An anchor that the router follows without loading the page again. Modified clicks (new tab, download) stay with the
/// browser, and so does every click where there is no router.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let navigator = use_navigator();
    let inside = props.href.starts_with('/');
    let onclick = {
        let (href, before) = (props.href.clone(), props.onclick.clone());
        Callback::from(move |event: MouseEvent| {
            let plain = event.button() == 0
                && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
            before.emit(event.clone());
            if let Some(navigator) = navigator.as_ref().filter(|_| inside && plain) {
                event.prevent_default();
                navigator.push(&href);
            }
        })
    };
    html! {
        <a href={props.href.clone()} class={props.class.clone()} {onclick} aria-label={props.label.clone()}
            aria-current={props.current.then_some("page")} rel={(!inside).then_some("noopener")}>
            { props.children.clone() }
        </a>
    }
}
