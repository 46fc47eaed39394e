//! Menu: a button that opens a short list of links to files and pages outside of the app.

use crate::browser;
use crate::ui::icon::{Icon, IconName};
use crate::ui::id::use_id;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

/// A line of the menu.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuLink {
    /// Where it leads.
    pub href: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// Opens beside the app instead of being saved.
    pub opens: bool,
}

/// Props of [`Menu`].
#[derive(PartialEq, Properties)]
pub struct MenuProps {
    /// The words on the button.
    pub label: AttrValue,
    /// The icon on the button.
    pub icon: IconName,
    /// The lines.
    pub links: Vec<MenuLink>,
}

/// A native disclosure drawn as a button with a list under it. Escape, a choice and a focus elsewhere close it.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let (node, id) = (use_node_ref(), use_id("menu"));
    let close = {
        let node = node.clone();
        move || {
            if let Some(menu) = node.cast::<HtmlElement>() {
                let _ = menu.remove_attribute("open");
            }
        }
    };
    let onkeydown = {
        let (close, id) = (close.clone(), id.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
                browser::focus(&["#", id.as_str()].concat());
            }
        })
    };
    let onfocusout = {
        let (close, node) = (close.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let went = event
                .related_target()
                .and_then(|target| wasm_bindgen::JsCast::dyn_into::<Node>(target).ok());
            let inside = node.cast::<Node>().is_some_and(|menu| menu.contains(went.as_ref()));
            // A press on nothing that can have the focus keeps the menu open: the press itself may be on one of its lines.
            if went.is_some() && !inside {
                close();
            }
        })
    };
    let onclick = Callback::from(move |_: MouseEvent| close());
    html! {
        <details class="menu" ref={node} {onkeydown} {onfocusout}>
            <summary id={id} class="btn btn-tertiary btn-large">
                <Icon name={props.icon} />
                <span>{ &props.label }</span>
            </summary>
            <ul role="list" class="menu-list">
                { for props.links.iter().map(|link| html! {
                    <li>
                        <a class="menu-item" href={link.href.clone()} download={(!link.opens).then_some("")} onclick={onclick.clone()}
                            target={link.opens.then_some("_blank")} rel={link.opens.then_some("noopener")}>{ &link.label }</a>
                    </li>
                }) }
            </ul>
        </details>
    }
}
