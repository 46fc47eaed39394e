//! What is found in memory, before the server answers: clients, pages, commands.

use std::rc::Rc;

use shared::auth::{Resource, Role, Verb};
use shared::endpoint::url;
use shared::export::Format;
use shared::lang::Lang;
use shared::practice::{self, Clients};
use shared::session::Viewer;
use shared::{deadlines, evidence};
use yew::prelude::*;

use super::item::{Does, Group, Item};
use super::text::texts;
use crate::calculators;
use crate::events;
use crate::keyboard::{Shortcut, has_page};
use crate::layout::{foot, places};
use crate::practice::Desk;
use crate::route::Route;
use crate::session::can;
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
    let tools = calculators::tools(viewer, lang).into_iter();
    let tools = tools.map(|(title, icon, href)| Item::page(title, icon, href));
    let items = matching(own.chain(tools).chain(beside(viewer, lang)), typed);
    Group { title: AttrValue::Static(words.pages), items }
}

/// The pages that are in no menu, of those that this person has.
fn beside(viewer: &Viewer, lang: Lang) -> impl Iterator<Item = Item> {
    let (words, role) = (texts(lang), viewer.role);
    let asks = can(viewer, Resource::Requests, Verb::Create);
    let registers = role.is_staff() || role == Role::Auditor;
    let administers = role == Role::Administrator;
    let pages = [
        (words.new_request, IconName::Plus, Route::NewRequest, asks),
        (words.notifications, IconName::Bell, Route::Notifications, true),
        (words.wishes, IconName::Bell, Route::Wishes, true),
        (words.statistics, IconName::Chart, Route::Statistics, true),
        (words.office, IconName::Users, Route::Office, role == Role::Manager),
        (words.register, IconName::Document, Route::Register, registers),
        (words.administration, IconName::Settings, Route::Administration, administers),
        (words.profile, IconName::User, Route::Profile, true),
    ];
    let pages = pages.into_iter().filter(|(.., has)| *has);
    let pages = pages.map(|(title, icon, route, _)| Item::page(title, icon, route.href()));
    let foot = foot(lang).into_iter();
    pages.chain(foot.map(|link| Item::page(link.label, IconName::Document, link.href)))
}

/// The lists that can be had as a file, for whoever has them: choosing one begins to load it.
fn files(viewer: &Viewer, lang: Lang) -> impl Iterator<Item = Item> {
    let words = texts(lang);
    let (role, format, lang) = (viewer.role, Format::Xlsx, Some(lang));
    let clients = practice::Export { format, lang, ..Default::default() };
    let deadlines = deadlines::Export { format, lang, ..Default::default() };
    let evidence = evidence::List::default().export(format, lang);
    let all = [
        (has_page(role, Route::Companies), words.export_clients, url(&clients)),
        (has_page(role, Route::Deadlines), words.export_deadlines, url(&deadlines)),
        (has_page(role, Route::Evidence), words.export_evidence, url(&evidence)),
    ];
    all.into_iter().filter_map(|(has, title, url)| {
        let does = Does::Load(url.ok().filter(|_| has)?.into());
        Some(Item::command(title, IconName::Download, does))
    })
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
        let item = Item::command(title, IconName::Language, Does::Language(other));
        // Said in that language too: whoever looks for it may not read this one.
        Item { detail: texts(other).language.trim_end_matches(':').into(), ..item }
    });
    let out = Item::command(words.sign_out, IconName::Logout, Does::SignOut);
    let frame_items = frame_items.into_iter().flatten();
    let all = frame_items.chain(files(viewer, lang)).chain(schemes).chain(languages).chain([out]);
    Group { title: AttrValue::Static(words.commands), items: matching(all, typed) }
}

/// Those in whose title and detail every word typed is found.
fn matching(items: impl Iterator<Item = Item>, typed: &str) -> Vec<Item> {
    let typed = fold(typed);
    let has = |item: &Item| {
        let words = fold(&[item.title.as_str(), " ", &item.detail].concat());
        typed.split(' ').all(|word| words.contains(word))
    };
    items.filter(has).collect()
}
