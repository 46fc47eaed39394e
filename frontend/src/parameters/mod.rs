//! The dated parameters on this device: those that the app came with, those that were read before, and those of the server when it
//! answers. They are public, and the one thing of the server that is kept here for when there is no network.

mod admin;
mod subject;
mod text;

pub use admin::Admin;

use std::cell::RefCell;
use std::rc::Rc;

use shared::lang::Lang;
use shared::parameters::{Current, Set, Version};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{self, CallError};
use crate::{browser, words};

/// Where the app finds those that it came with.
const SHIPPED: &str = "/parameters.json";
/// Where those read last are kept on this device.
const KEPT: &str = "cassetto.parameters";

thread_local! {
    /// Those in use and their text, for as long as the page lives.
    static IN_USE: RefCell<Option<(Rc<Set>, Rc<str>)>> = const { RefCell::new(None) };
}

/// The text of those in use, for whoever reckons elsewhere.
pub fn text() -> Option<Rc<str>> {
    IN_USE.with_borrow(|used| used.as_ref().map(|(_, text)| Rc::clone(text)))
}

fn in_use() -> Option<Rc<Set>> {
    IN_USE.with_borrow(|used| used.as_ref().map(|(set, _)| Rc::clone(set)))
}

/// Which parameters a result follows from, in words.
pub fn version_words(version: Version, lang: Lang) -> String {
    (text::texts(lang).version)(&words::day(version.day, lang), version.number)
}

/// The same as a line: stands beside whatever the server reckoned.
pub fn version(version: Version, lang: Lang) -> Html {
    html! { <p class="muted small">{ version_words(version, lang) }</p> }
}

/// The parameters, as far as they are there.
#[derive(Clone, PartialEq)]
pub enum Parameters {
    /// They are on their way.
    Waiting,
    /// There are none: the app did not come with any, and the server does not answer.
    None(CallError),
    /// These.
    Here(Rc<Set>),
}

/// The parameters to reckon with: at once where they are known, fresh as soon as the server answers.
#[hook]
pub fn use_parameters() -> Parameters {
    let known = use_state_eq(|| match in_use() {
        Some(set) => Parameters::Here(set),
        None => Parameters::Waiting,
    });
    use_effect_with((), {
        let known = known.setter();
        move |()| {
            spawn_local(async move {
                if let Some(set) = at_hand().await {
                    known.set(Parameters::Here(set));
                }
                match (asked().await, in_use()) {
                    (Ok(set), _) | (Err(_), Some(set)) => known.set(Parameters::Here(set)),
                    (Err(error), None) => known.set(Parameters::None(error)),
                }
            });
        }
    });
    (*known).clone()
}

/// Those in use, or the newer of those kept and those that the app came with.
async fn at_hand() -> Option<Rc<Set>> {
    if let Some(set) = in_use() {
        return Some(set);
    }
    let read = |text: String| Some((api::decode::<Set>(&text).ok()?, text));
    let kept = browser::recall(KEPT).and_then(read);
    let shipped = match browser::window() {
        Some(window) => api::receive(window.fetch_with_str(SHIPPED)).await.ok().and_then(read),
        None => None,
    };
    let (set, text) = kept.into_iter().chain(shipped).max_by_key(|(set, _)| set.version)?;
    Some(used(set, &text))
}

/// Those of the server.
async fn asked() -> Result<Rc<Set>, CallError> {
    let text = api::prepare(&Current {})?.send(None).await?;
    let set = api::decode(&text)?;
    browser::remember(KEPT, &text);
    Ok(used(set, &text))
}

fn used(set: Set, text: &str) -> Rc<Set> {
    let set = Rc::new(set);
    IN_USE.replace(Some((Rc::clone(&set), text.into())));
    set
}
