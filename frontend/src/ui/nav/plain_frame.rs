//! The frame of the pages outside the app: sign-in, legal pages, an address that leads nowhere. Same geometry as the
//! page that `index.html` paints before the app is there.

use super::skip_link::{MAIN_ID, SkipLink};
use crate::i18n::use_lang;
use crate::ui::action::link::Link;
use crate::ui::text::texts;
use yew::prelude::*;

/// Props of [`PlainFrame`].
#[derive(PartialEq, Properties)]
pub struct PlainFrameProps {
    /// The heading; on the sign-in page `Texts::welcome_title` of the components.
    pub title: AttrValue,
    /// A sentence under it.
    #[prop_or_default]
    pub lead: Option<AttrValue>,
    /// A [`super::footer::Footer`].
    #[prop_or_default]
    pub footer: Html,
    /// The page.
    pub children: Html,
}

/// One column under the brand.
#[component]
pub fn PlainFrame(props: &PlainFrameProps) -> Html {
    let words = texts(use_lang());
    html! {
        <div class="plain">
            <SkipLink />
            <header class="top-bar"><Link href="/" class="top-brand">{ words.product }</Link></header>
            <main id={MAIN_ID} class="plain-page" tabindex="-1">
                <h1>{ &props.title }</h1>
                if let Some(lead) = &props.lead {
                    <p class="lead">{ lead }</p>
                }
                { props.children.clone() }
            </main>
            { props.footer.clone() }
        </div>
    }
}
