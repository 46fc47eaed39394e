//! The contents of a company's file: every archive by part, with what it holds and what changed there.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Entries, Index, SectionCount, by_slug};
use yew::prelude::*;

use super::group::Group;
use super::text::texts;
use crate::browser;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::media::{DESK, use_media};
use crate::ui::{Badge, Card, List, ListItem, Shape, Skeleton, Tag, Tone};
use crate::words;

/// Props of [`Contents`].
#[derive(PartialEq, Properties)]
pub struct ContentsProps {
    /// Of which company.
    pub company: CompanyId,
}

/// A card for each part of the file.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let index = use_remote(&Index { company, titles: None });
    index.draw(lang, waiting, |entries| full(entries, company, lang))
}

fn waiting() -> Html {
    html! {
        <div class="columns contents">{ for Group::ALL.iter().map(|_| html! { <Skeleton shape={Shape::Card} count={6} /> }) }</div>
    }
}

fn full(entries: &Entries, company: CompanyId, lang: Lang) -> Html {
    let part = |group: &Group| {
        let items: Vec<Html> = entries
            .sections
            .iter()
            .filter_map(|entry| item(entry, *group, company, lang))
            .collect();
        (!items.is_empty()).then(|| {
            html! {
                <Card title={group.title(texts(lang))}><List>{ items }</List></Card>
            }
        })
    };
    html! { <div class="columns contents">{ for Group::ALL.iter().filter_map(part) }</div> }
}

/// The parts of the file as pills that lead to their cards, with what in each wants a look. At a desk the menu names every archive.
#[component]
pub fn Parts(props: &ContentsProps) -> Html {
    let words = texts(use_lang());
    let index = use_remote(&Index { company: props.company, titles: None });
    let has_menu = use_media(DESK);
    if has_menu || index.error.is_some() && index.value.is_none() {
        return html! {};
    }
    // Before it is known what they hold they stand where they will be, so that nothing jumps.
    let of = |group: Group| {
        let Some(entries) = &index.value else { return Some((group, 0)) };
        let mut held = entries.sections.iter().filter(move |entry| is_of(entry, group)).peekable();
        held.peek()?;
        Some((group, held.map(|entry| u64::from(entry.attention)).sum::<u64>()))
    };
    let pill = |(place, (group, count)): (usize, (Group, u64))| {
        let onclick = Callback::from(move |_: MouseEvent| show(place + 1));
        html! { <button type="button" class="chip" {onclick}>{ group.title(words) }<Badge {count} /></button> }
    };
    html! {
        <div class="scroll-row" role="group" aria-label={words.archives}>
            { for Group::ALL.into_iter().filter_map(of).enumerate().map(pill) }
        </div>
    }
}

/// Brings the card of a part to the top of the page, and the focus to the first archive in it.
fn show(place: usize) {
    let card = [".contents > :nth-child(", &place.to_string(), ")"].concat();
    if let Some(card) = browser::find(&card) {
        card.scroll_into_view();
    }
    browser::focus(&[&card, " a"].concat());
}

/// Whether an archive belongs to the part.
fn is_of(entry: &SectionCount, group: Group) -> bool {
    by_slug(&entry.section).is_some_and(|section| Group::of(section) == group)
}

/// An archive, if it belongs to the part.
fn item(entry: &SectionCount, group: Group, company: CompanyId, lang: Lang) -> Option<Html> {
    let words = texts(lang);
    let section = by_slug(&entry.section).filter(|section| Group::of(section) == group)?;
    let short = section.words.short.of(lang);
    let description = match entry.changed {
        Some(at) => [short, " · ", &(words.changed)(&words::day(at.day_in_rome(), lang))].concat(),
        None => short.to_owned(),
    };
    let figure = words::count(u64::from(entry.count), lang);
    let trailing = match entry.attention {
        0 => html! {},
        count => html! { <Tag tone={Tone::Orange} label={(words.attention)(u64::from(count))} /> },
    };
    let href = Route::Section { company, section: section.slug }.href();
    Some(html! {
        <ListItem title={section.words.title.of(lang)} {description} icon={group.icon()}
            tone={if entry.count == 0 { Tone::Grey } else { Tone::Blue }} {figure} {trailing} {href} />
    })
}
