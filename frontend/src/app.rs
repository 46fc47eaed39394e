//! The composition of the app: what every screen stands in, and which screen an address shows to whom.

use std::rc::Rc;

use shared::entrance::Document;
use shared::lang::Lang;
use shared::session::Viewer;
use yew::prelude::*;

use crate::i18n::{LangProvider, use_lang};
use crate::layout::{Drawn, HeadingProvider, Layout, Over, PublicPage};
use crate::remote::{CacheProvider, error_code, explain};
use crate::route::{Route, safe_next, sign_in_towards};
use crate::router::{Navigator, Router, use_navigator};
use crate::session::{Session, SessionProvider, Who, use_session};
use crate::ui::{ErrorState, Shape, Skeleton, ToastHost};
use crate::{browser, events, install, sign_in};

/// The screens of one bundle. `None` is a page that another one draws.
#[derive(Clone, Copy, Properties)]
pub struct Screens {
    /// The document that starts it.
    pub document: Document,
    /// The screen of an address for somebody signed in.
    pub inside: fn(Route, &Rc<Viewer>) -> Option<Html>,
    /// The screen of an address for anybody.
    pub public: fn(Route) -> Option<Html>,
    /// What lies over the page when it is called for; without it a page of the other bundle does the same.
    pub over: Option<Over>,
    /// The heading of an address, where the frame does not know it.
    pub name: fn(Route, Lang) -> Option<AttrValue>,
    /// What stands in the side menu under the destinations.
    pub menu: fn(Route) -> Html,
}

impl PartialEq for Screens {
    /// A bundle has the same ones for as long as it runs.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The app, as far as these screens go.
#[component]
pub fn App(screens: &Screens) -> Html {
    html! {
        <LangProvider>
            <CacheProvider>
                <SessionProvider>
                    <Router document={screens.document}>
                        <ToastHost>
                            <install::NewVersion />
                            <Place ..*screens />
                        </ToastHost>
                    </Router>
                </SessionProvider>
            </CacheProvider>
        </LangProvider>
    }
}

/// What an address shows: to somebody signed in its screen, to anybody else a public page or the way to sign in.
#[component]
fn Place(screens: &Screens) -> Html {
    let (session, lang, navigator) = (use_session(), use_lang(), use_navigator());
    let Some(address) = navigator.as_ref().map(Navigator::address) else { return html! {} };
    let route = Route::of(&address.path);
    let at_door = matches!(route, Route::Root | Route::SignIn);
    let public = || (screens.public)(route).unwrap_or_else(elsewhere);
    if route == Route::Gallery {
        return public();
    }
    let alone = route.works_alone() && matches!(session.who, Who::Unreachable(_));
    let page = match &session.who {
        Who::Somebody(_) if at_door => html! { <GoTo href={after_sign_in(&address.query)} /> },
        Who::Somebody(viewer) => {
            let screen = (screens.inside)(route, viewer).unwrap_or_else(elsewhere);
            let name = |route| (screens.name)(route, lang);
            html! {
                <Layout {route} name={name(route)} above={route.parent().and_then(name)} menu={(screens.menu)(route)}
                    over={Drawn(screens.over)}>
                    { screen }
                </Layout>
            }
        }
        _ if alone || route.is_public() => {
            let name = (screens.name)(route, lang);
            html! { <PublicPage {route} {name}>{ public() }</PublicPage> }
        }
        Who::Nobody if at_door => html! { <PublicPage {route}><sign_in::SignIn /></PublicPage> },
        Who::Nobody => html! { <GoTo href={sign_in_towards(&address.whole())} /> },
        Who::Unknown => html! { <PublicPage {route}><Skeleton shape={Shape::Card} /></PublicPage> },
        Who::Unreachable(error) => html! {
            <PublicPage {route}><Unreachable title={explain(lang, error)} code={error_code(error)} /></PublicPage>
        },
    };
    let settled = session.who != Who::Unknown;
    html! { <HeadingProvider {route} {settled}>{ page }</HeadingProvider> }
}

fn elsewhere() -> Html {
    html! { <Elsewhere /> }
}

/// Where signing in leads: to the page that was asked for, or to the first one.
fn after_sign_in(query: &str) -> AttrValue {
    let query = web_sys::UrlSearchParams::new_with_str(query).ok();
    let next = query.and_then(|query| query.get("next"));
    match next.as_deref().and_then(safe_next) {
        Some(next) => next.to_owned().into(),
        None => Route::Today.href(),
    }
}

#[derive(PartialEq, Properties)]
struct UnreachableProps {
    title: AttrValue,
    code: Option<AttrValue>,
}

/// Who is there could not be asked: says why and asks again, by itself once there is a network.
#[component]
fn Unreachable(props: &UnreachableProps) -> Html {
    let session: Session = use_session();
    let asking = session.clone();
    use_effect_with((), move |()| {
        let listening = events::on_window("online", move |_| asking.ask());
        move || drop(listening)
    });
    let again = Callback::from(move |_: MouseEvent| session.ask());
    html! { <ErrorState title={props.title.clone()} code={props.code.clone()} onretry={again} /> }
}

/// Props of [`GoTo`].
#[derive(PartialEq, Properties)]
pub struct GoToProps {
    /// Where to.
    pub href: AttrValue,
}

/// Leads to another page in the place of this one.
#[component]
pub fn GoTo(props: &GoToProps) -> Html {
    let navigator = use_navigator();
    use_effect_with(props.href.clone(), move |href| {
        if let Some(navigator) = navigator {
            navigator.replace(href);
        }
    });
    html! {}
}

/// Loads the document of the address being shown, in the place of this one: the server gives it with the bundle that draws it.
/// Links lead there by themselves; this is for a document that was given for an address of the other one.
#[component]
fn Elsewhere() -> Html {
    use_effect_with((), |()| {
        if let Some(location) = browser::window().map(|window| window.location()) {
            // Refused only without a document to leave.
            let _ = location.href().and_then(|href| location.replace(&href));
        }
    });
    html! { <Skeleton shape={Shape::Card} /> }
}
