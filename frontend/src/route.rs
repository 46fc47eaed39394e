//! Where a person can be. Every screen has an address that can be kept, sent and opened after signing in.

use std::cell::RefCell;

use shared::entrance::is_of_dialogue;
use shared::ids::{CompanyId, DeclarationId, ImportId, PaymentId, RequestId};
use shared::sections::record_path;
use yew::prelude::*;

/// The addresses of the app.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Route {
    /// `/`: sign-in, or the first page of whoever is signed in.
    Root,
    /// `/entra`: sign-in on the way to somewhere else, `?next=`.
    SignIn,
    /// `/oggi`: the first page.
    Today,
    /// `/sistema`: the first page of whoever looks after it.
    System,
    /// `/clienti`: the companies one works for.
    Companies,
    /// `/azienda/…`: a company's brief data.
    Company { company: CompanyId },
    /// `/azienda/…/uniemens`: its declarations.
    Declarations { company: CompanyId },
    /// `/azienda/…/uniemens/…`: one of them.
    Declaration { company: CompanyId, declaration: DeclarationId },
    /// `/azienda/…/pagamenti`: its payments.
    Payments { company: CompanyId },
    /// `/azienda/…/pagamenti/…`: one form.
    Payment { company: CompanyId, payment: PaymentId },
    /// `/novita`: what changed since one looked last.
    Changes,
    /// `/scadenze`: what is due.
    Deadlines,
    /// `/evidenze`: what is wrong, of all companies one works for.
    Evidence,
    /// `/note`: rectification notices, of all companies one works for.
    Notices,
    /// `/richieste`: what was asked of an office.
    Requests,
    /// `/richieste/nuova`: asking something.
    NewRequest,
    /// `/richieste/…`: one of them, with its conversation.
    Request { request: RequestId },
    /// `/coda`: what waits for the office.
    Queue,
    /// `/coda/…`: one of it.
    Queued { request: RequestId },
    /// `/cerca`: the search over everything.
    Search,
    /// `/azienda/…/crediti`: an archive of its file, by its slug.
    Section { company: CompanyId, section: &'static str },
    /// `/azienda/…/crediti/…`: one record of it, by its key.
    Record { company: CompanyId, section: &'static str, key: &'static str },
    /// `/strumenti`: the calculators.
    Tools,
    /// `/strumenti/…`: one of them, by its slug.
    Tool { tool: &'static str },
    /// `/importa`: files handed in.
    Intake,
    /// `/importa/…`: the report of one.
    Import { import: ImportId },
    /// `/profilo`: person, devices, language, look.
    Profile,
    /// `/avvisi`: what one was told.
    Notifications,
    /// `/avvisi/posta`: what a demo sent.
    Mailbox,
    /// `/profilo/avvisi`: of what one wishes to be told, and where.
    Wishes,
    /// `/registro`: the audit log.
    Audit,
    /// `/altro`: what has no place in the bar of a phone.
    More,
    /// `/verifica/…`: a document, by the secret of a link.
    Verify { secret: &'static str },
    /// `/statistiche`: how long offices take.
    Statistics,
    /// `/sede`: how one's office stands.
    Office,
    /// `/protocollo`: the register of one's office.
    Register,
    /// `/amministrazione`: what an administrator decides about requests.
    Administration,
    /// `/accessibilita`: accessibility statement.
    Accessibility,
    /// `/note-legali`: legal notes.
    Legal,
    /// `/privacy`: privacy.
    Privacy,
    /// `/_ui`: the components, for the eye.
    Gallery,
    /// Any other address.
    NotFound,
}

impl Route {
    /// The page of a path.
    pub fn of(path: &str) -> Route {
        let inside = path.strip_prefix('/').unwrap_or(path);
        let parts: Vec<&str> = inside.strip_suffix('/').unwrap_or(inside).split('/').collect();
        let found = match parts.as_slice() {
            ["azienda", company, rest @ ..] => {
                company.parse().ok().and_then(|company| Self::of_company(company, rest))
            }
            ["verifica", secret] => kept(secret).map(|secret| Route::Verify { secret }),
            ["importa", import] => import.parse().ok().map(|import| Route::Import { import }),
            ["richieste", "nuova"] => Some(Route::NewRequest),
            ["richieste", request] => {
                request.parse().ok().map(|request| Route::Request { request })
            }
            ["coda", request] => request.parse().ok().map(|request| Route::Queued { request }),
            ["strumenti", tool] => kept(tool).map(|tool| Route::Tool { tool }),
            parts => {
                let path = ["/", &parts.join("/")].concat();
                PAGES.iter().find(|(fixed, _)| *fixed == path).map(|(_, route)| *route)
            }
        };
        found.unwrap_or(Route::NotFound)
    }

    fn of_company(company: CompanyId, rest: &[&str]) -> Option<Route> {
        Some(match rest {
            [] => Route::Company { company },
            ["uniemens"] => Route::Declarations { company },
            ["uniemens", declaration] => {
                Route::Declaration { company, declaration: declaration.parse().ok()? }
            }
            ["pagamenti"] => Route::Payments { company },
            // A row of a form is named by the form and its number: it is shown on the form's page.
            ["pagamenti", payment] => {
                let form = payment.split('~').next().unwrap_or_default();
                Route::Payment { company, payment: form.parse().ok()? }
            }
            [section] => Route::Section { company, section: kept(section)? },
            [section, key] => Route::Record { company, section: kept(section)?, key: kept(key)? },
            _ => return None,
        })
    }

    /// The address.
    pub fn href(self) -> AttrValue {
        let of =
            |company: CompanyId, rest: &str| ["/azienda/", &company.to_string(), rest].concat();
        let path = match self {
            Route::Company { company } => of(company, ""),
            Route::Declarations { company } => of(company, "/uniemens"),
            Route::Declaration { company, declaration } => {
                of(company, "/uniemens/") + &declaration.to_string()
            }
            Route::Payments { company } => of(company, "/pagamenti"),
            Route::Payment { company, payment } => {
                of(company, "/pagamenti/") + &payment.to_string()
            }
            Route::Section { company, section } => of(company, "/") + section,
            Route::Record { company, section, key } => of(company, "/") + section + "/" + key,
            Route::Tool { tool } => ["/strumenti/", tool].concat(),
            Route::Import { import } => ["/importa/", &import.to_string()].concat(),
            Route::NewRequest => "/richieste/nuova".to_owned(),
            Route::Request { request } => ["/richieste/", &request.to_string()].concat(),
            Route::Queued { request } => ["/coda/", &request.to_string()].concat(),
            Route::Verify { secret } => return Self::verify_href(secret).into(),
            page => return page.of_fixed_address(),
        };
        path.into()
    }

    /// The address of the page of a link, by its secret.
    pub fn verify_href(secret: &str) -> String {
        ["/verifica/", secret].concat()
    }

    fn of_fixed_address(self) -> AttrValue {
        AttrValue::Static(
            PAGES.iter().find(|(_, route)| *route == self).map_or("/non-trovata", |(path, _)| path),
        )
    }

    /// Whether anybody may see it.
    pub const fn is_public(self) -> bool {
        matches!(
            self,
            Route::Accessibility
                | Route::Legal
                | Route::Privacy
                | Route::Gallery
                | Route::Verify { .. }
                | Route::Statistics
                | Route::NotFound
        )
    }

    /// Whether it needs nothing of the server, so that it is there though nobody can be asked who is.
    pub fn works_alone(self) -> bool {
        match self {
            Route::Tools => true,
            Route::Tool { tool } => !is_of_dialogue(tool),
            _ => false,
        }
    }

    /// One step up.
    pub const fn parent(self) -> Option<Route> {
        Some(match self {
            Route::Root
            | Route::SignIn
            | Route::Today
            | Route::System
            | Route::NotFound
            | Route::Verify { .. }
            | Route::Gallery => {
                return None;
            }
            Route::Companies
            | Route::Changes
            | Route::Deadlines
            | Route::Evidence
            | Route::Notices
            | Route::Requests
            | Route::Queue
            | Route::Search
            | Route::Company { .. }
            | Route::Tools
            | Route::Intake
            | Route::More
            | Route::Notifications
            | Route::Audit => Route::Today,
            Route::Mailbox => Route::Notifications,
            Route::Wishes => Route::Profile,
            Route::Declarations { company }
            | Route::Payments { company }
            | Route::Section { company, .. } => Route::Company { company },
            Route::Record { company, section, .. } => Route::Section { company, section },
            Route::Declaration { company, .. } => Route::Declarations { company },
            Route::Payment { company, .. } => Route::Payments { company },
            Route::Request { .. } | Route::NewRequest => Route::Requests,
            Route::Queued { .. } => Route::Queue,
            Route::Tool { .. }
            | Route::Statistics
            | Route::Office
            | Route::Register
            | Route::Administration => Route::Tools,
            Route::Import { .. } => Route::Intake,
            Route::Profile | Route::Accessibility | Route::Legal | Route::Privacy => Route::More,
        })
    }

    /// The company it is about.
    pub const fn company(self) -> Option<CompanyId> {
        match self {
            Route::Company { company }
            | Route::Declarations { company }
            | Route::Declaration { company, .. }
            | Route::Payments { company }
            | Route::Payment { company, .. }
            | Route::Section { company, .. }
            | Route::Record { company, .. } => Some(company),
            _ => None,
        }
    }
}

/// Longest part of an address that is looked at.
const LONGEST: usize = 700;

/// A part of an address that names a section or a record, kept for as long as the page lives: so a [`Route`] can be copied like a
/// number. Each is kept once, and there are as many as addresses were opened. `None` where no such name can be.
fn kept(part: &str) -> Option<&'static str> {
    thread_local! {
        static KEPT: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    if part.is_empty() || part.len() > LONGEST || !part.bytes().all(plain) {
        return None;
    }
    KEPT.with_borrow_mut(|kept| {
        if let Some(known) = kept.iter().find(|known| **known == part) {
            return Some(*known);
        }
        let part: &'static str = Box::leak(part.into());
        kept.push(part);
        Some(part)
    })
}

/// The address of a record: of a section, by its slug, or of something that has a page of its own under the same name.
pub fn record_href(company: CompanyId, section: &str, key: &str) -> AttrValue {
    record_path(company, section, key).into()
}

/// The pages whose address is always the same.
const PAGES: [(&str, Route); 28] = [
    ("/", Route::Root),
    ("/entra", Route::SignIn),
    ("/oggi", Route::Today),
    ("/sistema", Route::System),
    ("/clienti", Route::Companies),
    ("/novita", Route::Changes),
    ("/scadenze", Route::Deadlines),
    ("/evidenze", Route::Evidence),
    ("/note", Route::Notices),
    ("/richieste", Route::Requests),
    ("/coda", Route::Queue),
    ("/cerca", Route::Search),
    ("/strumenti", Route::Tools),
    ("/importa", Route::Intake),
    ("/profilo", Route::Profile),
    ("/avvisi", Route::Notifications),
    ("/avvisi/posta", Route::Mailbox),
    ("/profilo/avvisi", Route::Wishes),
    ("/registro", Route::Audit),
    ("/altro", Route::More),
    ("/statistiche", Route::Statistics),
    ("/sede", Route::Office),
    ("/protocollo", Route::Register),
    ("/amministrazione", Route::Administration),
    ("/accessibilita", Route::Accessibility),
    ("/note-legali", Route::Legal),
    ("/privacy", Route::Privacy),
    ("/_ui", Route::Gallery),
];

/// The sign-in page on the way to the page one is on.
pub fn sign_in_towards(path_and_query: &str) -> String {
    let encoded = js_sys::encode_uri_component(path_and_query);
    [Route::SignIn.href().as_str(), "?next=", &String::from(encoded)].concat()
}

/// Where a `next` leads: only to a page of this app that needs somebody signed in, never to another site.
pub fn safe_next(next: &str) -> Option<&str> {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let inside = path.starts_with('/')
        && !path.starts_with("//")
        && !next.contains(['\\', '\n', '\r', '\t']);
    let route = Route::of(path);
    let leads_on = !route.is_public() && !matches!(route, Route::Root | Route::SignIn);
    (inside && leads_on).then_some(next)
}

#[cfg(test)]
mod tests;
