//! What dialog and sheet share: a native `<dialog>`, which keeps the focus inside and gives it back when it closes.

use crate::browser;
use crate::focus;
use crate::i18n::use_lang;
use crate::ui::action::icon_button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::id::use_id;
use crate::ui::text::texts;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// Props of [`Modal`].
#[derive(PartialEq, Properties)]
pub struct ModalProps {
    /// How it is drawn.
    pub class: &'static str,
    /// Whether it is shown.
    pub open: bool,
    /// Its heading.
    pub title: AttrValue,
    /// The person wants it closed (Esc, the cross, a tap outside): set `open` to false.
    pub onclose: Callback<()>,
    /// What it is about.
    pub children: Html,
    /// Buttons at its foot, the main one first.
    pub actions: Html,
}

/// A `<dialog>` shown over the page, and nothing at all while closed.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let words = texts(use_lang());
    let node = use_node_ref();
    let title_id = use_id("dialog");
    use_effect_with((node.clone(), props.open), |(node, open)| {
        let before = open.then(|| browser::document()?.active_element()).flatten();
        show(node, *open);
        move || give_back(before)
    });
    let close = props.onclose.clone();
    let oncancel = Callback::from(move |event: Event| {
        // The owner of `open` closes it; the browser alone would leave the two disagreeing.
        event.prevent_default();
        close.emit(());
    });
    let onclick = {
        let (node, close) = (node.clone(), props.onclose.clone());
        Callback::from(move |event: MouseEvent| {
            // The backdrop belongs to the dialog: a click whose target is the dialog itself fell outside its box.
            if event
                .target_dyn_into::<HtmlDialogElement>()
                .is_some_and(|hit| Some(hit) == node.cast())
            {
                close.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("modal", props.class)} aria-labelledby={title_id.clone()} {oncancel} {onclick}>
            if props.open {
                <div class="modal-box">
                    <header class="modal-head">
                        <h2 id={title_id}>{ &props.title }</h2>
                        <IconButton icon={IconName::Close} label={words.close} onclick={props.onclose.reform(|_| ())} />
                    </header>
                    <div class="modal-body">{ props.children.clone() }</div>
                    if props.actions != Html::default() {
                        <footer class="modal-actions">{ props.actions.clone() }</footer>
                    }
                </div>
            }
        </dialog>
    }
}

/// Gives the focus back to where it was before, if nothing else has it: a dialog that is taken out of the page while it is open
/// cannot do that itself.
fn give_back(before: Option<Element>) {
    let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let give = move || {
        if focus::is_nowhere() {
            // Refused only by an element that is gone too.
            let _ = before.focus();
            focus::keep();
        }
    };
    if let Some(window) = browser::window() {
        // Without an animation frame (a hidden page) nobody has the focus to miss.
        let _ = window.request_animation_frame(Closure::once_into_js(give).unchecked_ref());
    }
}

fn show(node: &NodeRef, open: bool) {
    let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
    match (open, dialog.open()) {
        // It only fails for a dialog that is out of the page, where there is nothing to show.
        (true, false) => drop(dialog.show_modal()),
        (false, true) => dialog.close(),
        _ => {}
    }
}
