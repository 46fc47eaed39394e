//! The frame around every page of somebody signed in: where they are, for whom they work, where they can go.

mod heading;
mod over;
mod page;
mod picker;
mod places;
mod text;

pub use heading::{HeadingProvider, use_heading};
pub use over::{Drawn, Over, Overlay};
pub use page::PublicPage;
pub use picker::Choice as CompanyChoice;
pub use places::{DURC, EVIDENCE, foot, hands_in, places, title};

use shared::lang::Lang;
use shared::session::{Viewer, WorkIdentity};
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::keyboard::Shortcut;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{
    AppFrame, Avatar, Badge, Breadcrumbs, Footer, Icon, IconName, LanguageMenu, Link, PageHeader,
    SideMenu, SubjectChip, TabBar, Tag, Tone, TopBar,
};
use heading::{use_heading_words, use_title};
use over::use_over;
use picker::Picker;
use places::{crumbs, sections, subject, tabs};
use text::texts;

/// Props of [`Layout`].
#[derive(PartialEq, Properties)]
pub struct LayoutProps {
    /// Where the person is.
    pub route: Route,
    /// What lies over the page when it is called for.
    pub over: Drawn,
    /// The heading of that address, where the frame does not know it.
    pub name: Option<AttrValue>,
    /// The heading of the address one step up, where the frame does not know it.
    pub above: Option<AttrValue>,
    /// What stands in the side menu under the destinations.
    pub menu: Html,
    /// The screen.
    pub children: Html,
}

/// The frame with its page.
#[component]
pub fn Layout(props: &LayoutProps) -> Html {
    let (lang, viewer, route) = (use_lang(), use_viewer(), props.route);
    let said = use_heading_words();
    let picking = use_state_eq(|| false);
    let own = || props.name.clone().unwrap_or_else(|| title(route, Some(&viewer), lang));
    let heading_text = said.title.clone().unwrap_or_else(own);
    use_title(&heading_text);
    let company = said.context.clone().or_else(|| company_name(&viewer, route));
    // Below a company the line of its name has its room before the name is known.
    let below = route.company().is_some() && !matches!(route, Route::Company { .. });
    let subtitle = below.then(|| company.clone().unwrap_or(AttrValue::Static("\u{a0}")));
    let subtitle = subtitle.or(said.context);
    let open = {
        let picking = picking.setter();
        Callback::from(move |_: MouseEvent| picking.set(true))
    };
    let close = {
        let picking = picking.setter();
        Callback::from(move |()| picking.set(false))
    };
    let (over, act) = use_over(props.over.0, picking.setter());
    let onsearch = act.reform(|_: MouseEvent| Shortcut::Search);
    let names = [company.as_ref(), props.above.as_ref()];
    let steps = crumbs(route, &viewer, &heading_text, names, lang);
    let banner = match steps.len() {
        0 | 1 => html! {},
        _ => html! { <Breadcrumbs crumbs={steps} /> },
    };
    html! {
        <>
            <AppFrame
                top={top(&viewer, route, &heading_text, onsearch, lang)}
                subject={chip(&viewer, open, lang)}
                side={html! { <SideMenu sections={sections(&viewer, route, company.clone(), lang)}>{ props.menu.clone() }</SideMenu> }}
                tabs={html! { <TabBar items={tabs(&viewer, route, lang)} /> }}
                {banner}
                footer={footer(viewer.demo, lang)}
            >
                <PageHeader title={heading_text} {subtitle} />
                { props.children.clone() }
            </AppFrame>
            { over }
            if viewer.can_switch {
                <Picker open={*picking} onclose={close} />
            }
        </>
    }
}

/// The name of the company in sight, where the person works for just that one.
fn company_name(viewer: &Viewer, route: Route) -> Option<AttrValue> {
    match &viewer.working_for {
        WorkIdentity::Company { id, name, .. }
            if route.company().is_none_or(|company| company == *id) =>
        {
            Some(name.clone().into())
        }
        _ => None,
    }
}

fn top(
    viewer: &Viewer,
    route: Route,
    heading: &AttrValue,
    onsearch: Callback<MouseEvent>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let back = route.parent().filter(|_| !is_tab(viewer, route)).map(Route::href);
    html! {
        <TopBar title={heading.clone()} {back} home={Route::Today.href()} {onsearch}>
            if viewer.demo {
                <Tag label={words.simulator} tone={Tone::Orange} icon={IconName::Info} />
            }
            <Link href={Route::Notifications.href()} class="icon-btn bell">
                <Icon name={IconName::Bell} /><span class="sr-only">{ words.notifications }{ " " }</span><Badge count={u64::from(viewer.unread)} />
            </Link>
            <Link href={Route::Profile.href()} class="icon-btn" label={[words.profile, ": ", &viewer.name].concat()}>
                <Avatar name={viewer.name.clone()} />
            </Link>
        </TopBar>
    }
}

/// Whether the bar of a phone leads straight there, so that nothing is above it.
fn is_tab(viewer: &Viewer, route: Route) -> bool {
    let href = route.href();
    tabs(viewer, route, Lang::It).iter().any(|item| item.href == href)
}

fn chip(viewer: &Viewer, open: Callback<MouseEvent>, lang: Lang) -> Html {
    let (name, code, place) = subject(&viewer.working_for, lang);
    let icon = match viewer.working_for {
        WorkIdentity::Company { .. } => IconName::Building,
        WorkIdentity::Practice { .. } => IconName::Users,
        WorkIdentity::Office { .. } => IconName::Bank,
        WorkIdentity::System => IconName::Settings,
    };
    let code_label = AttrValue::Static(texts(lang).matricola);
    html! { <SubjectChip {name} {code} {code_label} {place} {icon} onclick={viewer.can_switch.then_some(open)} /> }
}

fn footer(demo: bool, lang: Lang) -> Html {
    html! {
        <Footer links={foot(lang)}>
            if demo {
                <p class="muted">{ texts(lang).simulator_text }</p>
            }
            <LanguageMenu />
        </Footer>
    }
}
