//! Which screens each bundle draws. The entrance signs somebody in and shows them today; whatever else they open is a page of the
//! app, which is on its way by then, of the dialogue, or of the tools. Only what is named here is linked into a bundle, so that its weight is decided here.

use std::rc::Rc;

use shared::entrance::{Document, is_of_dialogue};
use shared::lang::Lang;
use shared::sections::by_slug;
use shared::session::Viewer;
use yew::prelude::*;

use crate::app::{App, Screens};
use crate::route::Route;
use crate::{
    administration, audit, browser, bulk, calculators, changes, companies, deadlines, declarations,
    desk, durc, evidence, gallery, home, intake, layout, legal, notices, notifications, payments,
    practice, profile, receipts, register, requests, search, sections, statistics, system,
};

/// Starts the bundle of the first screens.
pub fn entrance() {
    start(Screens {
        document: Document::Entrance,
        inside: first,
        public: |_| None,
        name: |_, _| None,
        menu: |_| html! {},
        over: None,
    });
}

/// Starts the bundle of every screen but those of the two that follow.
pub fn app() {
    start(Screens {
        document: Document::App,
        inside: any,
        public: any_public,
        name,
        menu: sections::menu,
        over: Some(search::over),
    });
}

/// Starts the bundle of what companies and offices say to each other.
pub fn dialogue() {
    start(Screens {
        document: Document::Dialogue,
        inside: said,
        public: said_to_all,
        name: said_name,
        menu: |_| html! {},
        over: None,
    });
}

/// Starts the bundle of what is reckoned, handed in, decided by administrators, or shown to anybody who has a link.
pub fn tools() {
    start(Screens {
        document: Document::Tools,
        inside: tool,
        public: any_tool,
        name: tool_name,
        menu: |_| html! {},
        over: None,
    });
}

/// The page that was painted before the app stands in there, and gives way to it.
fn start(screens: Screens) {
    if let Some(root) = browser::find("#app") {
        yew::Renderer::<App>::with_root_and_props(root.into(), screens).render();
    }
}

fn first(route: Route, viewer: &Rc<Viewer>) -> Option<Html> {
    (route == Route::Today).then(|| html! { <home::Today viewer={viewer.clone()} /> })
}

fn any(route: Route, viewer: &Rc<Viewer>) -> Option<Html> {
    Some(match route {
        Route::Today => return first(route, viewer),
        Route::System => html! { <system::System role={viewer.role} /> },
        Route::Companies => html! { <practice::Clients /> },
        Route::Changes => html! { <changes::Changes /> },
        Route::Deadlines => html! { <deadlines::Deadlines /> },
        Route::Evidence => html! { <evidence::All /> },
        Route::Notices => html! { <notices::All /> },
        Route::Section { company, section: evidence::SLUG } => {
            html! { <evidence::OfCompany {company} key="evidence" /> }
        }
        Route::Record { company, section: evidence::SLUG, key } => {
            html! { <evidence::OfCompany {company} piece={key} key="evidence" /> }
        }
        Route::Search => html! { <search::Page /> },
        Route::Company { company } => html! { <companies::Company {company} /> },
        Route::Declarations { company } => {
            html! { <sections::Screen {company} section={sections::RETURNS} key="section" /> }
        }
        Route::Declaration { company, declaration } => {
            html! { <declarations::Detail {company} {declaration} /> }
        }
        Route::Payments { company } => html! { <payments::Payments {company} /> },
        Route::Payment { company, payment } => html! { <payments::Detail {company} {payment} /> },
        Route::Section { company, section: durc::SLUG } => html! { <durc::Durc {company} /> },
        Route::Section { section, .. } | Route::Record { section, .. }
            if by_slug(section).is_none() =>
        {
            return any_public(Route::NotFound);
        }
        Route::Section { company, section } => {
            html! { <sections::Screen {company} {section} key="section" /> }
        }
        Route::Record { company, section, key } => {
            html! { <sections::Screen {company} {section} record={key} key="section" /> }
        }
        Route::Profile => html! { <profile::Profile /> },
        Route::Notifications => html! { <notifications::All /> },
        Route::Mailbox => html! { <notifications::Mailbox /> },
        Route::Wishes => html! { <notifications::Settings /> },
        Route::Audit => html! { <audit::Log /> },
        Route::More => html! { <profile::More /> },
        Route::Root | Route::SignIn => html! {},
        Route::Accessibility | Route::Legal | Route::Privacy | Route::NotFound => {
            return any_public(route);
        }
        // The other bundles draw the rest.
        _ => return None,
    })
}

/// The heading of an address that only the app can name.
fn name(route: Route, lang: Lang) -> Option<AttrValue> {
    match route {
        Route::Section { section: evidence::SLUG, .. }
        | Route::Record { section: evidence::SLUG, .. } => {
            Some(AttrValue::Static(evidence::title(lang)))
        }
        Route::Section { section, .. } | Route::Record { section, .. } => {
            let section = by_slug(section);
            Some(match section {
                Some(section) => section.words.title.of(lang).into(),
                None => layout::title(Route::NotFound, None, lang),
            })
        }
        Route::Notifications | Route::Mailbox | Route::Wishes => {
            Some(AttrValue::Static(notifications::title(route, lang)))
        }
        _ => None,
    }
}

fn any_public(route: Route) -> Option<Html> {
    Some(match route {
        Route::Tools
        | Route::Tool { .. }
        | Route::Verify { .. }
        | Route::Statistics
        | Route::Gallery => return None,
        Route::Accessibility => html! { <legal::Accessibility /> },
        Route::Legal => html! { <legal::Notes /> },
        Route::Privacy => html! { <legal::Privacy /> },
        _ => html! { <legal::NotFound /> },
    })
}

fn said(route: Route, viewer: &Rc<Viewer>) -> Option<Html> {
    Some(match route {
        Route::Tool { tool: desk::MODULES } if desk::sees_modules(viewer.role) => {
            html! { <desk::Manage /> }
        }
        Route::Tool { tool: desk::TOGETHER } if viewer.role.is_staff() => {
            html! { <desk::Together /> }
        }
        Route::Tool { tool: desk::WRITE } if viewer.role.is_staff() => html! { <desk::Begin /> },
        Route::Tool { tool: bulk::SLUG } if bulk::is_for(viewer) => html! { <bulk::Bulk /> },
        Route::Tool { tool } if is_of_dialogue(tool) => html! { <legal::NotFound /> },
        Route::Requests => html! { <requests::All /> },
        Route::NewRequest => html! { <requests::New /> },
        Route::Queue => html! { <desk::Queue /> },
        Route::Request { request } | Route::Queued { request } => {
            html! { <requests::One {request} /> }
        }
        Route::Office => html! { <statistics::Office /> },
        Route::Register => html! { <register::Register /> },
        _ => return said_to_all(route),
    })
}

fn said_to_all(route: Route) -> Option<Html> {
    match route {
        Route::Statistics => Some(html! { <statistics::Statistics /> }),
        Route::NotFound => Some(html! { <legal::NotFound /> }),
        _ => None,
    }
}

fn said_name(route: Route, lang: Lang) -> Option<AttrValue> {
    match route {
        Route::Statistics | Route::Office | Route::Register => {
            Some(AttrValue::Static(statistics::title(route, lang)))
        }
        Route::Tool { tool } => {
            let title = match tool {
                desk::MODULES => desk::modules_title,
                desk::TOGETHER => desk::together_title,
                desk::WRITE => desk::begin_title,
                _ => bulk::title,
            };
            Some(AttrValue::Static(title(lang)))
        }
        _ => None,
    }
}

fn tool(route: Route, viewer: &Rc<Viewer>) -> Option<Html> {
    match route {
        Route::Tool { tool } => {
            Some(calculators::screen(tool, viewer).unwrap_or_else(|| html! { <legal::NotFound /> }))
        }
        Route::Intake => Some(html! { <intake::Intake /> }),
        Route::Import { import } => Some(html! { <intake::Report {import} /> }),
        Route::Administration => Some(html! { <administration::Administration /> }),
        _ => any_tool(route),
    }
}

fn any_tool(route: Route) -> Option<Html> {
    Some(match route {
        Route::Tools => html! { <calculators::Index /> },
        Route::Tool { tool } => {
            calculators::alone(tool).unwrap_or_else(|| html! { <legal::NotFound /> })
        }
        Route::Verify { secret: receipts::SLUG } => html! { <receipts::Verify /> },
        Route::Verify { secret } => html! { <durc::Verify {secret} /> },
        Route::Gallery => html! { <gallery::Gallery /> },
        Route::NotFound => html! { <legal::NotFound /> },
        _ => return None,
    })
}

fn tool_name(route: Route, lang: Lang) -> Option<AttrValue> {
    match route {
        Route::Tool { tool } => Some(match calculators::name(tool, lang) {
            Some(name) => name.into(),
            None => layout::title(Route::NotFound, None, lang),
        }),
        Route::Verify { secret: receipts::SLUG } => Some(receipts::title(lang)),
        Route::Verify { .. } => Some(durc::verify_name(lang)),
        Route::Administration => Some(AttrValue::Static(administration::title(lang))),
        _ => None,
    }
}
