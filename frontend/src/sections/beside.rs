//! The archives of a company in short, beside something else about it: those that hold records, and what in them wants attention.

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Entries, Index, SectionCount};
use yew::prelude::*;

use super::text::texts;
use crate::api::CallError;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Accordion, IconName, List, ListItem, Shape, Skeleton, Tag, Tone};
use crate::words;

/// Props of [`Beside`].
#[derive(PartialEq, Properties)]
pub struct BesideProps {
    /// Of which company.
    pub company: CompanyId,
}

/// They, folded up; those with something that wants attention first.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    // The descriptions of archives are another bundle's: the server says what they are called.
    let index = use_remote(&Index { company, titles: Some(lang) });
    // A request can be with an office that the company has nothing to do with.
    if index.error.as_ref().is_some_and(CallError::is_not_found) {
        return html! {};
    }
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={1} /> };
    index.draw(lang, waiting, |entries| full(entries, company, lang))
}

fn full(entries: &Entries, company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let mut held: Vec<&SectionCount> =
        entries.sections.iter().filter(|entry| entry.count > 0).collect();
    // The order of the file stays within each half.
    held.sort_by_key(|entry| entry.attention == 0);
    let attention: u64 = held.iter().map(|entry| u64::from(entry.attention)).sum();
    let aside = match attention {
        0 => html! {},
        count => html! { <Tag tone={Tone::Orange} label={(words.attention)(count)} /> },
    };
    html! {
        <Accordion title={words.archives} {aside}>
            if held.is_empty() {
                <p class="muted">{ words.no_records }</p>
            } else {
                <List>{ for held.into_iter().map(|entry| item(entry, company, lang)) }</List>
            }
        </Accordion>
    }
}

fn item(entry: &SectionCount, company: CompanyId, lang: Lang) -> Html {
    let figure = words::count(u64::from(entry.count), lang);
    let trailing = match entry.attention {
        0 => html! {},
        count => {
            html! { <Tag tone={Tone::Orange} label={(texts(lang).attention)(u64::from(count))} /> }
        }
    };
    let href = ["/azienda/", &company.to_string(), "/", &entry.section].concat();
    let title = entry.title.clone().unwrap_or_default();
    html! { <ListItem key={entry.section.clone()} {title} icon={IconName::Folder} {figure} {trailing} {href} /> }
}
