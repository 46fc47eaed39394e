//! The frame around pages that need nobody signed in.

use yew::prelude::*;

use super::heading::use_title;
use super::places::{foot, title};
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::text::texts;
use crate::ui::{Footer, LanguageMenu, PlainFrame};

/// Props of [`PublicPage`].
#[derive(PartialEq, Properties)]
pub struct PublicPageProps {
    /// Where the person is.
    pub route: Route,
    /// Its heading, where the frame does not know it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The screen.
    pub children: Html,
}

/// A page for anybody. The way in has the words that were painted before the app started, so that nothing jumps.
#[component]
pub fn PublicPage(props: &PublicPageProps) -> Html {
    let lang = use_lang();
    let name = props.name.clone().unwrap_or_else(|| title(props.route, None, lang));
    use_title(&name);
    let welcome = texts(lang);
    let (heading, lead) = match props.route {
        Route::Root | Route::SignIn => {
            (welcome.welcome_title.into(), Some(AttrValue::Static(welcome.welcome_lead)))
        }
        _ => (name.clone(), None),
    };
    let footer = html! { <Footer links={foot(lang)}><LanguageMenu /></Footer> };
    html! {
        <PlainFrame title={heading} {lead} {footer}>{ props.children.clone() }</PlainFrame>
    }
}
