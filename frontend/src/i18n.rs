//! The language of the screens: who chose it, where it is kept, how a component gets it.
//!
//! Texts are typed, one `static` per language beside the screen that says them, so that a missing text does not
//! compile:
//!
//! ```ignore
//! pub struct Texts { pub title: &'static str, pub items: fn(u64) -> String }
//! static IT: Texts = Texts { title: "Pagamenti", items: |n| counted(n, "pagamento", "pagamenti") };
//! pub fn texts(lang: Lang) -> &'static Texts { match lang { Lang::It => &IT, Lang::En => &EN, Lang::De => &DE } }
//! ```

use crate::browser;
use crate::session::SIGNED;
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
        self.lang.set(lang);
    }

    /// Takes up the language of the person who is signed in, unless one was chosen on this device.
    pub fn follow(&self, theirs: Lang) {
        if browser::recall(STORAGE_KEY).is_none() {
            self.lang.set(theirs);
        }
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

/// The one chosen before, else that of the person signed in, else the first of the browser's that we speak, else Italian.
fn first_language() -> Lang {
    let kept = |key| browser::recall(key).and_then(|code| Lang::from_code(&code));
    kept(STORAGE_KEY)
        .or_else(|| kept(SIGNED))
        .or_else(|| browser::languages().iter().find_map(|tag| Lang::from_code(tag)))
        .unwrap_or_default()
}

/// `1 lavoratore`, `12 lavoratori`: a number of things, with their word for one and for any other number.
pub fn counted(count: u64, one: &'static str, more: &'static str) -> String {
    [&count.to_string(), " ", word_for(count, one, more)].concat()
}

/// The word for so many things. In the three languages one is alone, and none is many.
pub const fn word_for(count: u64, one: &'static str, more: &'static str) -> &'static str {
    if count == 1 { one } else { more }
}

fn apply(lang: Lang) {
    if let Some(root) = browser::root() {
        // A refused attribute leaves the page in the language it was served in: nothing to repair here.
        let _ = root.set_attribute("lang", lang.code());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_said_as_one() {
        let workers = |count| counted(count, "lavoratore", "lavoratori");
        assert_eq!([0, 1, 2].map(workers), ["0 lavoratori", "1 lavoratore", "2 lavoratori"]);
    }
}
