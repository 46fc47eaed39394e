//! The contents of a company's file: every archive by part, with what it holds and what changed there.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Entries, Index, SectionCount, by_slug};
use yew::prelude::*;

use super::group::Group;
use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, List, ListItem, Shape, Skeleton, Tag, Tone};
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
        <div class="columns">{ for Group::ALL.iter().map(|_| html! { <Skeleton shape={Shape::Card} count={6} /> }) }</div>
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
