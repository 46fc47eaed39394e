//! The worker that checks a UniEmens file before it is sent: beside the page, so that the page goes on answering, and the only part of
//! the app that has the reader of such files. It asks the server nothing itself.
//!
//! Messages are lists whose first item says what they are. The page sends `read` (file, day, parameters) and `known` (replies, or null);
//! it hears `ready`, `progress` (per cent), `ask` (requests), `report` (JSON) or `failed`.

mod check;
mod file;

use check::Check;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let mut check = Check::default();
    let page = scope.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let say = |word: &str, content: JsValue| say(&page, word, &content);
        if check.hear(&message, &say).is_err() {
            say("failed", JsValue::NULL);
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker listens until the page ends it.
    heard.forget();
    say(&scope, "ready", &JsValue::NULL);
}

/// Tells the page something; a page that is gone hears nothing.
fn say(scope: &DedicatedWorkerGlobalScope, word: &str, content: &JsValue) {
    let _ = scope.post_message(&Array::of2(&JsValue::from_str(word), content));
}
