//! The frame around pages that need nobody signed in: the geometry of the page painted before the app starts.

use yew::prelude::*;

use super::places::{foot, title};
use crate::focus::PageFocus;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{Footer, LanguageMenu, Link, MAIN_ID, SkipLink, product};

/// Props of [`PublicPage`].
#[derive(PartialEq, Properties)]
pub struct PublicPageProps {
    /// Where the person is.
    pub route: Route,
    /// The heading, where the one of the address is not it.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// The screen.
    pub children: Html,
}

/// A page for anybody.
#[component]
pub fn PublicPage(props: &PublicPageProps) -> Html {
    let lang = use_lang();
    let name = title(props.route, None, lang);
    let heading = props.heading.clone().unwrap_or_else(|| name.clone());
    html! {
        <div class="plain">
            <PageFocus title={name} />
            <SkipLink />
            <header class="top-bar"><Link href={Route::Root.href()} class="top-brand">{ product(lang) }</Link></header>
            <main id={MAIN_ID} tabindex="-1" class="plain-page">
                <h1>{ heading }</h1>
                { props.children.clone() }
            </main>
            <Footer links={foot(lang)}><LanguageMenu /></Footer>
        </div>
    }
}
