//! The frame around pages that need nobody signed in.

use yew::prelude::*;

use super::places::{foot, title};
use crate::focus::PageFocus;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{AppFrame, Footer, LanguageMenu, PageHeader, TopBar};

/// Props of [`PublicPage`].
#[derive(PartialEq, Properties)]
pub struct PublicPageProps {
    /// Where the person is.
    pub route: Route,
    /// The heading, where the one of the address is not it.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// The screen.
    pub children: Html,
}

/// A page for anybody.
#[component]
pub fn PublicPage(props: &PublicPageProps) -> Html {
    let lang = use_lang();
    let heading = props.title.clone().unwrap_or_else(|| title(props.route, None, lang));
    let at_root = matches!(props.route, Route::Root | Route::SignIn);
    let back = (!at_root).then(|| Route::Root.href());
    html! {
        <>
            <PageFocus title={heading.clone()} />
            <AppFrame
                top={html! { <TopBar title={heading.clone()} {back} /> }}
                footer={html! { <Footer links={foot(lang)}><LanguageMenu /></Footer> }}
            >
                <PageHeader title={heading} />
                { props.children.clone() }
            </AppFrame>
        </>
    }
}
