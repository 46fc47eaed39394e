//! The address and the history, for the whole app: which page is shown, and the way to another one.
//!
//! Instead of yew-router: of its parts only these are used, and they would weigh a tenth of the app.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::html::ChildrenProps;
use yew::prelude::*;

use crate::browser;
use crate::events;

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

/// Gives the address to everything inside it, and follows the browser's own back and forward.
#[component]
pub fn Router(props: &ChildrenProps) -> Html {
    let shown = use_reducer(|| Address::current(0));
    use_effect_with((), {
        let shown = shown.dispatcher();
        move |()| {
            let listening = events::on_window("popstate", move |_| shown.dispatch(()));
            move || drop(listening)
        }
    });
    html! {
        <ContextProvider<Navigator> context={Navigator { shown }}>{ props.children.clone() }</ContextProvider<Navigator>>
    }
}

/// The way to other pages; `None` outside a [`Router`].
#[hook]
pub fn use_navigator() -> Option<Navigator> {
    use_context::<Navigator>()
}
