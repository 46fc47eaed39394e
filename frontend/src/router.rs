//! The address and the history, for the whole app: which page is shown, and the way to another one, in this document or the next.
//!
//! Instead of yew-router: of its parts only these are used, and they would weigh a tenth of the app.

use std::rc::Rc;

use shared::entrance::Document;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::browser;
use crate::events;

/// Kept in this tab while a link leads into another document: `boot.js` tells the page there that it was led to, not opened.
const LED: &str = "cassetto.led";

/// An address of this app, without the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `/clienti`
    pub path: String,
    /// `?cerca=forno`, or nothing.
    pub query: String,
    /// Tells one visit from the next, though they lead to the same place.
    pub visit: u32,
}

impl Address {
    /// The one in the address bar.
    pub fn here() -> Self {
        Self::current(0)
    }

    fn current(visit: u32) -> Self {
        let location = browser::window().map(|window| window.location());
        let part = |part: Result<String, JsValue>| part.unwrap_or_default();
        match location {
            Some(location) => {
                Self { path: part(location.pathname()), query: part(location.search()), visit }
            }
            None => Self { path: "/".to_owned(), query: String::new(), visit },
        }
    }

    /// Path and query as one.
    pub fn whole(&self) -> String {
        [self.path.as_str(), &self.query].concat()
    }
}

/// The way to other pages, and the address of this one. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Navigator {
    shown: UseReducerHandle<Address>,
    document: Document,
}

impl Reducible for Address {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self::current(self.visit.wrapping_add(1)))
    }
}

impl Navigator {
    /// The address of the page being shown.
    pub fn address(&self) -> &Address {
        &self.shown
    }

    /// Goes to an address of this app; the way back leads here.
    pub fn push(&self, href: &str) {
        self.go(href, true);
    }

    /// Goes to an address of this app, which takes the place of this one in the history.
    pub fn replace(&self, href: &str) {
        self.go(href, false);
    }

    fn go(&self, href: &str, push: bool) {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        if !self.document.shows(path) {
            return lead(href, push);
        }
        if let Some(Ok(history)) = browser::window().map(|window| window.history()) {
            // A browser refuses only addresses of other sites and floods of changes: then the page stays as it is.
            let _ = match push {
                true => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
                false => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
            };
        }
        self.shown.dispatch(());
    }
}

/// Loads the document of an address, which takes up where this one stops. This page stays in sight until it is there.
fn lead(href: &str, push: bool) {
    let Some(window) = browser::window() else { return };
    if let Ok(Some(tab)) = window.session_storage() {
        // Without it the page begins like one that was opened.
        let _ = tab.set_item(LED, "");
    }
    let location = window.location();
    // Refused only without a document to leave.
    let _ = if push { location.assign(href) } else { location.replace(href) };
}

/// Props of [`Router`].
#[derive(PartialEq, Properties)]
pub struct RouterProps {
    /// The one that runs. Pages that it does not show are left to the document of their address.
    pub document: Document,
    /// Every page.
    pub children: Html,
}

/// Gives the address to everything inside it, and follows the browser's own back and forward.
#[component]
pub fn Router(props: &RouterProps) -> Html {
    let shown = use_reducer(Address::here);
    use_effect_with((), {
        let shown = shown.dispatcher();
        move |()| {
            let listening = events::on_window("popstate", move |_| shown.dispatch(()));
            move || drop(listening)
        }
    });
    html! {
        <ContextProvider<Navigator> context={Navigator { shown, document: props.document }}>{ props.children.clone() }</ContextProvider<Navigator>>
    }
}

/// The way to other pages; `None` outside a [`Router`].
#[hook]
pub fn use_navigator() -> Option<Navigator> {
    use_context::<Navigator>()
}
