//! The language of the screens: who chose it, where it is kept, how a component gets it.
//!
//! Texts are typed, one `static` per language beside the screen that says them, so that a missing text does not
//! compile:
//!
//! ```ignore
//! pub struct Texts { pub title: &'static str, pub items: fn(u64) -> String }
//! static IT: Texts = Texts { title: "Pagamenti", items: |n| format!("{n} pagamenti") };
//! pub fn texts(lang: Lang) -> &'static Texts { match lang { Lang::It => &IT, Lang::En => &EN, Lang::De => &DE } }
//! ```

use crate::browser;
use shared::lang::Lang;
use yew::html::ChildrenProps;
use yew::prelude::*;

/// Where the chosen language is remembered, read by `boot.js` before the first paint too.
const STORAGE_KEY: &str = "cassetto.lang";

/// The language in force and the way to change it. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct LangHandle {
    lang: UseStateHandle<Lang>,
}

impl LangHandle {
    /// The language in force.
    pub fn lang(&self) -> Lang {
        *self.lang
    }

    /// Changes the language of every screen, of the document, and of the next visit on this device.
    pub fn set(&self, lang: Lang) {
        browser::remember(STORAGE_KEY, lang.code());
        apply(lang);
        self.lang.set(lang);
    }
}

/// Gives the language to everything inside it.
#[component]
pub fn LangProvider(props: &ChildrenProps) -> Html {
    let lang = use_state_eq(first_language);
    use_effect_with(*lang, |lang| apply(*lang));
    html! {
        <ContextProvider<LangHandle> context={LangHandle { lang }}>{ props.children.clone() }</ContextProvider<LangHandle>>
    }
}

/// The language to write in. Outside a [`LangProvider`] it is Italian.
#[hook]
pub fn use_lang() -> Lang {
    use_context::<LangHandle>().map(|handle| handle.lang()).unwrap_or_default()
}

/// The language together with the way to change it; `None` outside a [`LangProvider`].
#[hook]
pub fn use_lang_handle() -> Option<LangHandle> {
    use_context::<LangHandle>()
}

/// The one chosen before, else the first of the browser's that we speak, else Italian.
fn first_language() -> Lang {
    browser::recall(STORAGE_KEY)
        .and_then(|code| Lang::from_code(&code))
        .or_else(|| browser::languages().iter().find_map(|tag| Lang::from_code(tag)))
        .unwrap_or_default()
}

fn apply(lang: Lang) {
    if let Some(root) = browser::root() {
        // A refused attribute leaves the page in the language it was served in: nothing to repair here.
        let _ = root.set_attribute("lang", lang.code());
    }
}
