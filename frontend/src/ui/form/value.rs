//! What a control holds when its event comes.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Tells the text of a one-line or several-line control at each keystroke.
pub fn typed(tell: &Callback<String>) -> Callback<InputEvent> {
    let tell = tell.clone();
    Callback::from(move |event: InputEvent| {
        let line = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        let area = || event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
        if let Some(text) = line.or_else(area) {
            tell.emit(text);
        }
    })
}

/// Tells the value of the chosen option.
pub fn chosen(tell: &Callback<AttrValue>) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
            tell.emit(list.value().into());
        }
    })
}

/// Tells whether the control is on.
pub fn switched(tell: &Callback<bool>) -> Callback<Event> {
    let tell = tell.clone();
    Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            tell.emit(input.checked());
        }
    })
}
