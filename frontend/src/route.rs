//! Where a person can be. Every screen has an address that can be kept, sent and opened after signing in.

use shared::ids::{CompanyId, DeclarationId, ImportId, PaymentId};
use yew::prelude::*;
use yew_router::prelude::*;

/// The addresses of the app.
#[derive(Clone, Copy, Debug, PartialEq, Routable)]
pub enum Route {
    /// Sign-in, or the first page of whoever is signed in.
    #[at("/")]
    Root,
    /// Sign-in on the way to somewhere else: `?next=`.
    #[at("/entra")]
    SignIn,
    /// The first page.
    #[at("/oggi")]
    Today,
    /// The companies one works for.
    #[at("/clienti")]
    Companies,
    /// A company's brief data.
    #[at("/azienda/:company")]
    Company { company: CompanyId },
    /// Its declarations.
    #[at("/azienda/:company/uniemens")]
    Declarations { company: CompanyId },
    /// One of them.
    #[at("/azienda/:company/uniemens/:declaration")]
    Declaration { company: CompanyId, declaration: DeclarationId },
    /// Its payments.
    #[at("/azienda/:company/pagamenti")]
    Payments { company: CompanyId },
    /// One form.
    #[at("/azienda/:company/pagamenti/:payment")]
    Payment { company: CompanyId, payment: PaymentId },
    /// Files handed in.
    #[at("/importa")]
    Intake,
    /// The report of one.
    #[at("/importa/:import")]
    Import { import: ImportId },
    /// Person, devices, language, look.
    #[at("/profilo")]
    Profile,
    /// The audit log.
    #[at("/registro")]
    Audit,
    /// What has no place in the bar of a phone.
    #[at("/altro")]
    More,
    /// Accessibility statement.
    #[at("/accessibilita")]
    Accessibility,
    /// Legal notes.
    #[at("/note-legali")]
    Legal,
    /// Privacy.
    #[at("/privacy")]
    Privacy,
    /// The components, for the eye.
    #[at("/_ui")]
    Gallery,
    /// Nothing.
    #[not_found]
    #[at("/non-trovata")]
    NotFound,
}

impl Route {
    /// The address.
    pub fn href(self) -> AttrValue {
        self.to_path().into()
    }

    /// Whether anybody may see it.
    pub const fn is_public(self) -> bool {
        matches!(
            self,
            Route::Accessibility | Route::Legal | Route::Privacy | Route::Gallery | Route::NotFound
        )
    }

    /// One step up.
    pub const fn parent(self) -> Option<Route> {
        Some(match self {
            Route::Root | Route::SignIn | Route::Today | Route::NotFound | Route::Gallery => {
                return None;
            }
            Route::Companies
            | Route::Company { .. }
            | Route::Intake
            | Route::More
            | Route::Audit => Route::Today,
            Route::Declarations { company } | Route::Payments { company } => {
                Route::Company { company }
            }
            Route::Declaration { company, .. } => Route::Declarations { company },
            Route::Payment { company, .. } => Route::Payments { company },
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
            | Route::Payment { company, .. } => Some(company),
            _ => None,
        }
    }
}

/// The sign-in page on the way to the page one is on.
pub fn sign_in_towards(path_and_query: &str) -> String {
    let encoded = js_sys::encode_uri_component(path_and_query);
    [&Route::SignIn.to_path(), "?next=", &String::from(encoded)].concat()
}

/// Where a `next` leads: only to a page of this app that needs somebody signed in, never to another site.
pub fn safe_next(next: &str) -> Option<&str> {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let inside = path.starts_with('/')
        && !path.starts_with("//")
        && !next.contains(['\\', '\n', '\r', '\t']);
    let known = Route::recognize(path).filter(|route| !route.is_public());
    let leads_on = known.is_some_and(|route| !matches!(route, Route::Root | Route::SignIn));
    (inside && leads_on).then_some(next)
}

/// A value in the query of the address: read when the screen appears, kept there as it changes, so that the address shows what the
/// screen shows. Changing it is no navigation: focus and scroll stay.
#[hook]
pub fn use_query(name: &'static str) -> (Option<String>, Callback<Option<String>>) {
    let value = use_state_eq(|| query().and_then(|query| query.get(name)));
    let set = {
        let value = value.setter();
        use_callback(name, move |wanted: Option<String>, name| {
            let wanted = wanted.filter(|wanted| !wanted.is_empty());
            write_query(name, wanted.as_deref());
            value.set(wanted);
        })
    };
    ((*value).clone(), set)
}

fn query() -> Option<web_sys::UrlSearchParams> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()
}

fn write_query(name: &str, value: Option<&str>) {
    let (Some(window), Some(query)) = (web_sys::window(), query()) else { return };
    match value {
        Some(value) => query.set(name, value),
        None => query.delete(name),
    }
    let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else { return };
    let text = String::from(query.to_string());
    let address = if text.is_empty() { path } else { [&path, "?", &text].concat() };
    // The history's own state stays: the router finds its entry by it. A refused replacement only leaves the address as it was.
    let state = history.state().unwrap_or_default();
    let _ = history.replace_state_with_url(&state, "", Some(&address));
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPANY: &str = "/azienda/01ARZ3NDEKTSV4RRFFQ69G5FAV";

    #[test]
    fn addresses_lead_where_they_came_from() {
        let company = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let route = Route::Declarations { company };
        assert_eq!(route.to_path(), [COMPANY, "/uniemens"].concat());
        assert_eq!(Route::recognize(&route.to_path()), Some(route));
        assert_eq!(Route::recognize("/azienda/x/uniemens"), Some(Route::NotFound));
    }

    #[test]
    fn signing_in_leads_only_to_pages_of_this_app() {
        assert_eq!(safe_next("/clienti?q=forno"), Some("/clienti?q=forno"));
        assert_eq!(safe_next(COMPANY), Some(COMPANY));
        for next in [
            "",
            "/",
            "/entra",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/privacy",
            "/nope",
            "oggi",
        ] {
            assert_eq!(safe_next(next), None, "{next}");
        }
    }

    #[test]
    fn every_step_up_ends_at_the_first_page() {
        let mut route = Route::Payment { company: Default::default(), payment: Default::default() };
        let mut steps = 0;
        while let Some(parent) = route.parent() {
            route = parent;
            steps += 1;
        }
        assert_eq!((route, steps), (Route::Today, 3));
    }
}
