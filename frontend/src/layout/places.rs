//! Where a person of some role can go.

use shared::auth::{Resource, Role, Verb};
use shared::companies::CompanyBrief;
use shared::ids::Id;
use shared::lang::Lang;
use shared::session::{Viewer, WorkIdentity};
use yew::AttrValue;

use super::text::texts;
use crate::keyboard::has_page;
use crate::route::Route;
use crate::session::{can, company_of};
use crate::ui::{Crumb, FooterLink, IconName, NavItem, NavSection};

/// What stands for evidence in the addresses below a company.
pub const EVIDENCE: &str = "evidenze";
/// And for its regularity.
pub const DURC: &str = "durc";

/// Whether the person hands in files of any kind.
pub fn hands_in(viewer: &Viewer) -> bool {
    can(viewer, Resource::ContributionFiles, Verb::Create) || viewer.role == Role::Administrator
}

/// The destinations of a role: those that exist for it, and no other.
pub fn places(viewer: &Viewer, route: Route, lang: Lang) -> Vec<NavItem> {
    let words = texts(lang);
    let at_home = matches!(route, Route::Today | Route::System);
    let mut items = vec![item(Route::Today, words.today, IconName::Bank, at_home)];
    let about_company = route.company().is_some();
    let role = viewer.role;
    if role.has_clients() || role.is_staff() {
        let (label, icon) = match role.has_clients() {
            true => (words.clients, IconName::Users),
            false => (words.companies, IconName::Building),
        };
        items.push(item(Route::Companies, label, icon, about_company || route == Route::Companies));
    } else if let Some(company) = company_of(viewer) {
        items.push(item(
            Route::Company { company },
            words.company,
            IconName::Building,
            about_company,
        ));
    }
    if has_page(role, Route::Changes) {
        items.push(item(Route::Changes, words.changes, IconName::Flag, route == Route::Changes));
    }
    if has_page(role, Route::Evidence) {
        let here = route == Route::Evidence;
        items.push(item(Route::Evidence, words.evidence, IconName::AlertCircle, here));
        let here = route == Route::Notices;
        items.push(item(Route::Notices, words.notices, IconName::Document, here));
    }
    if has_page(role, Route::Deadlines) {
        items.push(item(
            Route::Deadlines,
            words.deadlines,
            IconName::Clock,
            route == Route::Deadlines,
        ));
    }
    if has_page(role, Route::Requests) {
        let here = matches!(route, Route::Requests | Route::NewRequest | Route::Request { .. });
        items.push(item(Route::Requests, words.requests, IconName::Message, here));
    }
    if has_page(role, Route::Queue) {
        let here = matches!(route, Route::Queue | Route::Queued { .. });
        items.push(item(Route::Queue, words.queue, IconName::Message, here));
    }
    let here = route == Route::Tools || route.parent() == Some(Route::Tools);
    items.push(item(Route::Tools, words.tools, IconName::Settings, here));
    if hands_in(viewer) {
        let here = matches!(route, Route::Intake | Route::Import { .. });
        items.push(item(Route::Intake, words.intake, IconName::Upload, here));
    }
    if role == Role::Auditor {
        items.push(item(Route::Audit, words.audit, IconName::List, route == Route::Audit));
    }
    items
}

/// The destinations of a phone: those of the role, and the rest behind one.
pub fn tabs(viewer: &Viewer, route: Route, lang: Lang) -> Vec<NavItem> {
    let mut items = places(viewer, route, lang);
    // Five at most. Whoever writes to the office finds that there, and evidence from today and from behind the last one, as all the rest.
    let asks = has_page(viewer.role, Route::Requests);
    let rarer = if asks { Route::Evidence } else { Route::Requests };
    let aside =
        [Route::Changes, Route::Notices, rarer, Route::Intake, Route::Tools].map(Route::href);
    items.retain(|item| !aside.contains(&item.href));
    let here = route != Route::NotFound && !items.iter().any(|item| item.current);
    // What one was told is behind it too: the bell has no room on a phone.
    let more = item(Route::More, texts(lang).more, IconName::More, here);
    items.push(more.with_badge(u64::from(viewer.unread)));
    items
}

/// The side menu: the destinations, and under them the parts of the company in sight.
pub fn sections(
    viewer: &Viewer,
    route: Route,
    name: Option<AttrValue>,
    lang: Lang,
) -> Vec<NavSection> {
    let mut items = places(viewer, route, lang);
    let Some(company) = route.company().or_else(|| company_of(viewer)) else {
        return vec![NavSection { title: None, items }];
    };
    let parts = parts(company, route, lang);
    // One place is where the person is: the part, where the page is one, and not the destination it is a part of as well.
    if parts.iter().any(|part| part.current) {
        items.iter_mut().for_each(|item| item.current = false);
    }
    let title = name.unwrap_or(AttrValue::Static(texts(lang).company));
    vec![NavSection { title: None, items }, NavSection { title: Some(title), items: parts }]
}

/// The parts of a company.
fn parts(company: Id<CompanyBrief>, route: Route, lang: Lang) -> Vec<NavItem> {
    let words = texts(lang);
    let in_declarations = matches!(route, Route::Declarations { .. } | Route::Declaration { .. });
    let in_payments = matches!(route, Route::Payments { .. } | Route::Payment { .. });
    let in_data = matches!(route, Route::Company { .. });
    let is_in = |name: &str| matches!(route, Route::Section { section, .. } | Route::Record { section, .. } if section == name);
    let section = |section, label, icon| {
        item(Route::Section { company, section }, label, icon, is_in(section))
    };
    vec![
        item(Route::Company { company }, words.company_data, IconName::Building, in_data),
        item(
            Route::Declarations { company },
            words.declarations,
            IconName::Document,
            in_declarations,
        ),
        item(Route::Payments { company }, words.payments, IconName::Receipt, in_payments),
        section(DURC, "DURC", IconName::CheckCircle),
        section(EVIDENCE, words.evidence, IconName::AlertCircle),
    ]
}

fn item(route: Route, label: &'static str, icon: IconName, current: bool) -> NavItem {
    NavItem::new(route.href(), label, icon, current)
}

/// The heading of an address.
pub fn title(route: Route, viewer: Option<&Viewer>, lang: Lang) -> AttrValue {
    let words = texts(lang);
    AttrValue::Static(match route {
        Route::Root | Route::SignIn => words.sign_in,
        Route::Today | Route::System => words.today,
        Route::Companies if viewer.is_some_and(|viewer| viewer.role.has_clients()) => words.clients,
        Route::Companies => words.companies,
        // The bundle that draws archives knows their names.
        Route::Company { .. } | Route::Section { .. } | Route::Record { .. } => words.company,
        Route::Declarations { .. } => words.declarations_title,
        Route::Declaration { .. } => words.declaration,
        Route::Payments { .. } => words.payments,
        Route::Payment { .. } => words.payment,
        Route::Intake => words.intake,
        Route::Import { .. } => words.import,
        Route::Changes => words.changes_title,
        Route::Deadlines => words.deadlines,
        Route::Evidence => words.evidence,
        Route::Search => words.search,
        // The bundle that draws them knows their names.
        Route::Tools | Route::Tool { .. } => words.tools,
        Route::Profile => words.profile,
        Route::Audit => words.audit_title,
        Route::More => words.more,
        Route::Accessibility => words.accessibility,
        Route::Legal => words.legal,
        Route::Privacy => words.privacy,
        Route::Gallery => words.gallery,
        Route::Requests | Route::NewRequest | Route::Request { .. } => words.requests,
        Route::Queue | Route::Queued { .. } => words.queue,
        Route::Notices => words.notices,
        // The bundle that draws it knows its name.
        Route::Notifications
        | Route::Mailbox
        | Route::Wishes
        | Route::Verify { .. }
        | Route::Statistics
        | Route::Office
        | Route::Register
        | Route::Administration
        | Route::NotFound => words.not_found,
    })
}

/// The way down to a page; nothing for the pages at the top. `names` are those of the company and of the archive above a record.
pub fn crumbs(
    route: Route,
    viewer: &Viewer,
    heading: &AttrValue,
    [company, archive]: [Option<&AttrValue>; 2],
    lang: Lang,
) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb { label: heading.clone(), href: None }];
    let mut above = route.parent();
    while let Some(step) = above {
        let own = title(step, Some(viewer), lang);
        let label = match step {
            Route::Company { .. } => company.cloned().unwrap_or(own),
            Route::Section { .. } => archive.cloned().unwrap_or(own),
            // At a desk the foot of the page leads to these, and no page "more" is above them.
            Route::More => title(Route::Today, Some(viewer), lang),
            _ => own,
        };
        let href = if step == Route::More { Route::Today.href() } else { step.href() };
        above = if step == Route::More { None } else { step.parent() };
        crumbs.push(Crumb { label, href: Some(href) });
    }
    crumbs.reverse();
    crumbs
}

/// The pages at the foot.
pub fn foot(lang: Lang) -> Vec<FooterLink> {
    [Route::Accessibility, Route::Legal, Route::Privacy]
        .map(|route| FooterLink { href: route.href(), label: title(route, None, lang) })
        .to_vec()
}

/// The name under which a person works, what tells it from others, and where it belongs.
pub fn subject(
    identity: &WorkIdentity,
    lang: Lang,
) -> (AttrValue, Option<AttrValue>, Option<AttrValue>) {
    let words = texts(lang);
    match identity {
        WorkIdentity::Company { name, matricola, office, .. } => {
            let matricola = matricola.as_deref().map(crate::words::matricola);
            (name.clone().into(), matricola, office.clone().map(Into::into))
        }
        WorkIdentity::Practice { name, clients } => {
            (name.clone().into(), None, Some((words.clients_count)(u64::from(*clients)).into()))
        }
        WorkIdentity::Office { code, name } => {
            (name.clone().into(), None, Some(code.clone().into()))
        }
        WorkIdentity::System => (AttrValue::Static(words.system), None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::PersonId;

    fn viewer(role: Role, working_for: WorkIdentity) -> Viewer {
        let ends = shared::calendar::Instant::from_millis(0);
        let (person, lang) = (PersonId::default(), Lang::It);
        let name = String::new();
        let unread = 0;
        Viewer {
            person,
            name,
            role,
            working_for,
            can_switch: true,
            lang,
            demo: false,
            ends,
            unread,
        }
    }

    #[test]
    fn the_side_menu_says_once_where_one_is() {
        let (company, declaration) = (Id::default(), Default::default());
        let name = String::new();
        let own = WorkIdentity::Company { id: company, name, matricola: None, office: None };
        let practice = WorkIdentity::Practice { name: String::new(), clients: 2 };
        let people = [viewer(Role::Owner, own), viewer(Role::Consultant, practice)];
        let routes = [
            Route::Today,
            Route::Company { company },
            Route::Declarations { company },
            Route::Declaration { company, declaration },
            Route::Payments { company },
            Route::Section { company, section: EVIDENCE },
            Route::Evidence,
            Route::Notices,
            Route::Requests,
            Route::NewRequest,
            Route::Intake,
            Route::Tools,
        ];
        for (viewer, route) in people.iter().flat_map(|one| routes.map(|route| (one, route))) {
            let sections = sections(viewer, route, None, Lang::It);
            let items = sections.iter().flat_map(|section| &section.items);
            assert_eq!(items.filter(|item| item.current).count(), 1, "{route:?}");
            let bar = tabs(viewer, route, Lang::It);
            assert_eq!(bar.iter().filter(|item| item.current).count(), 1, "{route:?} on a phone");
            assert!(bar.len() <= 5 && bar.iter().any(|item| item.href == Route::Requests.href()));
            let mut nowhere = tabs(viewer, Route::NotFound, Lang::It).into_iter();
            assert!(nowhere.all(|item| !item.current));
        }
    }
}
