//! The few things asked of the browser outside of Yew. Everything here fails softly: a private window may refuse
//! storage, a test may have no window.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Storage, Window};

/// The window, where there is one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, where there is one.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The `<html>` element.
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// The first element a CSS selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Notes the moment under a name, for measurements (`performance.mark`).
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // Refused only for names that browsers use themselves.
        let _ = performance.mark(name);
    }
}

/// Keeps a small choice on this device; forgotten silently where storage is refused.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Drops a small choice kept on this device.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// A small choice kept on this device before.
pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// The languages the person set in the browser, most wanted first.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Moves the focus to the element a CSS selector finds, if it can take it.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

/// The address of a path on this server, for whoever is elsewhere.
pub fn whole(path: &str) -> yew::AttrValue {
    let origin = window().and_then(|window| window.location().origin().ok());
    [origin.as_deref().unwrap_or_default(), path].concat().into()
}
