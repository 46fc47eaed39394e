//! The composition of the app: what every screen stands in, and which screen an address shows to whom.

use std::rc::Rc;

use shared::session::Viewer;
use yew::prelude::*;

use crate::i18n::{LangProvider, use_lang};
use crate::layout::{HeadingProvider, Layout, PublicPage};
use crate::remote::{CacheProvider, error_code, explain};
use crate::route::{Route, safe_next, sign_in_towards};
use crate::router::{Navigator, Router, use_navigator};
use crate::session::{Session, SessionProvider, Who, use_session};
use crate::ui::{ErrorState, Shape, Skeleton, ToastHost};
use crate::{
    audit, companies, declarations, gallery, home, install, intake, legal, payments, profile,
    sign_in,
};

/// The app.
#[component]
pub fn App() -> Html {
    html! {
        <LangProvider>
            <CacheProvider>
                <SessionProvider>
                    <Router>
                        <ToastHost>
                            <install::NewVersion />
                            <Place />
                        </ToastHost>
                    </Router>
                </SessionProvider>
            </CacheProvider>
        </LangProvider>
    }
}

/// What an address shows: to somebody signed in its screen, to anybody else a public page or the way to sign in.
#[component]
fn Place() -> Html {
    let (session, lang, navigator) = (use_session(), use_lang(), use_navigator());
    let Some(address) = navigator.as_ref().map(Navigator::address) else { return html! {} };
    let route = Route::of(&address.path);
    let at_door = matches!(route, Route::Root | Route::SignIn);
    if route == Route::Gallery {
        return html! { <gallery::Gallery /> };
    }
    let page = match &session.who {
        Who::Somebody(_) if at_door => html! { <GoTo href={after_sign_in(&address.query)} /> },
        Who::Somebody(viewer) => html! { <Layout {route}>{ screen(route, viewer) }</Layout> },
        _ if route.is_public() => {
            html! { <PublicPage {route}>{ public_screen(route) }</PublicPage> }
        }
        Who::Nobody if at_door => html! { <PublicPage {route}><sign_in::SignIn /></PublicPage> },
        Who::Nobody => html! { <GoTo href={sign_in_towards(&address.whole())} /> },
        Who::Unknown => html! { <PublicPage {route}><Skeleton shape={Shape::Card} /></PublicPage> },
        Who::Unreachable(error) => html! {
            <PublicPage {route}><Unreachable title={explain(lang, error)} code={error_code(error)} /></PublicPage>
        },
    };
    html! { <HeadingProvider {route}>{ page }</HeadingProvider> }
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

fn screen(route: Route, viewer: &Rc<Viewer>) -> Html {
    match route {
        Route::Today => html! { <home::Today viewer={viewer.clone()} /> },
        Route::Companies => html! { <companies::Clients /> },
        Route::Company { company } => html! { <companies::Company {company} /> },
        Route::Declarations { company } => html! { <declarations::Declarations {company} /> },
        Route::Declaration { company, declaration } => {
            html! { <declarations::Detail {company} {declaration} /> }
        }
        Route::Payments { company } => html! { <payments::Payments {company} /> },
        Route::Payment { company, payment } => html! { <payments::Detail {company} {payment} /> },
        Route::Intake => html! { <intake::Intake /> },
        Route::Import { import } => html! { <intake::Report {import} /> },
        Route::Profile => html! { <profile::Profile /> },
        Route::Audit => html! { <audit::Log /> },
        Route::More => html! { <profile::More /> },
        Route::Root | Route::SignIn | Route::Gallery => html! {},
        Route::Accessibility | Route::Legal | Route::Privacy | Route::NotFound => {
            public_screen(route)
        }
    }
}

fn public_screen(route: Route) -> Html {
    match route {
        Route::Accessibility => html! { <legal::Accessibility /> },
        Route::Legal => html! { <legal::Notes /> },
        Route::Privacy => html! { <legal::Privacy /> },
        _ => html! { <legal::NotFound /> },
    }
}

#[derive(PartialEq, Properties)]
struct UnreachableProps {
    title: AttrValue,
    code: Option<AttrValue>,
}

/// Who is there could not be asked: says why and asks again.
#[component]
fn Unreachable(props: &UnreachableProps) -> Html {
    let session: Session = use_session();
    let again = Callback::from(move |_: MouseEvent| session.ask());
    html! { <ErrorState title={props.title.clone()} code={props.code.clone()} onretry={again} /> }
}

#[derive(PartialEq, Properties)]
struct GoToProps {
    href: AttrValue,
}

/// Leads to another page in the place of this one.
#[component]
fn GoTo(props: &GoToProps) -> Html {
    let navigator = use_navigator();
    use_effect_with(props.href.clone(), move |href| {
        if let Some(navigator) = navigator {
            navigator.replace(href);
        }
    });
    html! {}
}
