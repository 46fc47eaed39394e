//! The archives in the side menu of a desk, while a company is in sight.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Entries, Index, SectionCount, by_slug};
use yew::prelude::*;

use super::group::Group;
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::media::{DESK, use_media};
use crate::ui::{Badge, Link};
use crate::words;

/// The archives of the company that an address is about; nothing anywhere else.
pub fn menu(route: Route) -> Html {
    match route.company() {
        Some(company) => html! { <AtDesk {company} {route} /> },
        None => html! {},
    }
}

#[derive(PartialEq, Properties)]
struct MenuProps {
    company: CompanyId,
    route: Route,
}

/// Asked for only where there is room for it.
#[component]
fn AtDesk(props: &MenuProps) -> Html {
    match use_media(DESK) {
        true => html! { <Menu ..MenuProps { ..*props } /> },
        false => html! {},
    }
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    let lang = use_lang();
    let index = use_remote(&Index { company: props.company, titles: None });
    match &index.value {
        Some(entries) => {
            Group::ALL.iter().map(|group| part(entries, *group, props, lang)).collect()
        }
        // The page itself says why nothing came.
        None => html! {},
    }
}

fn part(entries: &Entries, group: Group, props: &MenuProps, lang: Lang) -> Html {
    let items: Vec<Html> =
        entries.sections.iter().filter_map(|entry| item(entry, group, props, lang)).collect();
    if items.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h2 class="side-menu-title">{ group.title(texts(lang)) }</h2>
            <ul role="list" class="side-menu-parts">{ items }</ul>
        </>
    }
}

/// An archive, if it belongs to the part. Those with a page of their own already stand among the destinations.
fn item(entry: &SectionCount, group: Group, props: &MenuProps, lang: Lang) -> Option<Html> {
    let section = by_slug(&entry.section).filter(|section| Group::of(section) == group)?;
    let href = Route::Section { company: props.company, section: section.slug }.href();
    if !matches!(Route::of(&href), Route::Section { .. }) {
        return None;
    }
    let current = match props.route {
        Route::Section { section: shown, .. } | Route::Record { section: shown, .. } => {
            shown == section.slug
        }
        _ => false,
    };
    Some(html! {
        <li key={section.slug}>
            <Link {href} class="side-menu-item" {current}>
                <span class="side-menu-label">{ section.words.title.of(lang) }</span>
                <Badge count={u64::from(entry.attention)} />
                <span class="side-menu-count mono">{ words::count(u64::from(entry.count), lang) }</span>
            </Link>
        </li>
    })
}
