//! The frame every signed-in page stands in: bar on top, menu at the side or bar at the bottom, content, foot.

use super::skip_link::{MAIN_ID, SkipLink};
use yew::prelude::*;

/// Props of [`AppFrame`].
#[derive(PartialEq, Properties)]
pub struct AppFrameProps {
    /// A [`super::top_bar::TopBar`].
    pub top: Html,
    /// A [`super::subject_chip::SubjectChip`], where one works for somebody.
    #[prop_or_default]
    pub subject: Html,
    /// A [`super::side_menu::SideMenu`].
    #[prop_or_default]
    pub side: Html,
    /// A [`super::tab_bar::TabBar`].
    #[prop_or_default]
    pub tabs: Html,
    /// Banners over the content: offline, simulator, new version.
    #[prop_or_default]
    pub banner: Html,
    /// A [`super::footer::Footer`].
    #[prop_or_default]
    pub footer: Html,
    /// The page.
    pub children: Html,
}

/// The frame. On a phone the tab bar is there and the side menu is not; from 768 px on it is the other way round.
#[component]
pub fn AppFrame(props: &AppFrameProps) -> Html {
    html! {
        <div class="frame">
            <SkipLink />
            <header class="frame-top">{ props.top.clone() }{ props.subject.clone() }</header>
            <div class="frame-side">{ props.side.clone() }</div>
            <div class="frame-page">
                { props.banner.clone() }
                <main id={MAIN_ID} tabindex="-1">{ props.children.clone() }</main>
                { props.footer.clone() }
            </div>
            { props.tabs.clone() }
        </div>
    }
}
