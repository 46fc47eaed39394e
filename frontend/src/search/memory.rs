//! What is found in memory, before the server answers: clients, pages, commands.

use std::rc::Rc;

use shared::lang::Lang;
use shared::practice::Clients;
use shared::session::Viewer;
use yew::prelude::*;

use super::item::{Does, Group, Item};
use super::text::texts;
use crate::calculators;
use crate::events;
use crate::keyboard::{Shortcut, has_page};
use crate::layout::places;
use crate::notices;
use crate::practice::Desk;
use crate::route::Route;
use crate::ui::IconName;
use crate::ui::grid::{Needle, fold};
use crate::ui::text::texts as component_texts;
use crate::ui::theme::Theme;

/// Clients offered at once.
const CLIENTS: usize = 6;

/// The clients ready to be searched, once they are there.
#[hook]
pub fn use_desk(clients: Option<Rc<Clients>>) -> Option<Rc<Desk>> {
    let desk = use_memo(clients, |clients| {
        let clients = clients.clone()?;
        Some(Rc::new(Desk::new(clients, events::now().day_in_rome())))
    });
    (*desk).clone()
}

/// The clients that match.
pub fn clients(desk: &Desk, needle: &Needle, lang: Lang) -> Group {
    let one = |row: usize| {
        let company = *desk.clients.id.get(row)?;
        let matricola = desk.clients.matricola.get(row).cloned().flatten();
        let code = match matricola {
            Some(matricola) => matricola.spaced(),
            None => desk.clients.tax_code.get(row).cloned().unwrap_or_default(),
        };
        Some(Item::thing(
            desk.clients.name.get(row)?.clone(),
            code,
            IconName::Building,
            Route::Company { company }.href(),
        ))
    };
    let items = desk.first_found(needle, CLIENTS).into_iter().filter_map(one).collect();
    Group { title: AttrValue::Static(texts(lang).companies), items }
}

/// The pages that match.
pub fn pages(viewer: &Viewer, typed: &str, lang: Lang) -> Group {
    let words = texts(lang);
    let own = places(viewer, Route::Search, lang);
    let own = own.into_iter().map(|place| Item::page(place.label, place.icon, place.href));
    let others = [
        (words.profile, IconName::User, Route::Profile),
        (words.accessibility, IconName::Eye, Route::Accessibility),
    ];
    let others = others.map(|(title, icon, route)| Item::page(title, icon, route.href()));
    let of_notices = has_page(viewer.role, Route::Evidence)
        .then(|| Item::page(notices::title(lang), IconName::Document, Route::Notices.href()));
    let tools = calculators::tools(viewer, lang).into_iter();
    let tools = tools.map(|(title, icon, href)| Item::page(title, icon, href));
    let items = matching(own.chain(of_notices).chain(tools).chain(others), typed);
    Group { title: AttrValue::Static(words.pages), items }
}

/// The commands that match; `frame` are those that only the frame around a page can do.
pub fn commands(viewer: &Viewer, typed: &str, frame: bool, lang: Lang) -> Group {
    let words = texts(lang);
    let frame_items = [
        (frame && viewer.can_switch)
            .then(|| Item::command(words.subject, IconName::Users, Does::Frame(Shortcut::Subject))),
        frame.then(|| Item::command(words.keys, IconName::Help, Does::Frame(Shortcut::Help))),
    ];
    let schemes = [
        (words.light, IconName::Sun, Theme::Light),
        (words.dark, IconName::Moon, Theme::Dark),
        (words.system, IconName::Contrast, Theme::System),
    ];
    let schemes =
        schemes.map(|(title, icon, theme)| Item::command(title, icon, Does::Theme(theme)));
    let languages = Lang::ALL.into_iter().filter(|other| *other != lang).map(|other| {
        let title = [words.language, " ", component_texts(other).own_name].concat();
        Item::command(title, IconName::Language, Does::Language(other))
    });
    let out = Item::command(words.sign_out, IconName::Logout, Does::SignOut);
    let all = frame_items.into_iter().flatten().chain(schemes).chain(languages).chain([out]);
    Group { title: AttrValue::Static(words.commands), items: matching(all, typed) }
}

/// Those in whose title every word typed is found.
fn matching(items: impl Iterator<Item = Item>, typed: &str) -> Vec<Item> {
    let typed = fold(typed);
    let has = |item: &Item| {
        let title = fold(&item.title);
        typed.split(' ').all(|word| title.contains(word))
    };
    items.filter(has).collect()
}
