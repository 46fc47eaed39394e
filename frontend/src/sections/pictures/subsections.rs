//! Over the detailed registry data: what the chamber says differently first, then each archive that belongs to them in short. An
//! accordion on a phone, two columns from a tablet on.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::registry::detail;
use shared::sections::{FieldRole, Index, List as Records, Row, Section, Show};
use yew::prelude::*;

use super::text::texts;
use super::{OfCompanyProps, use_records};
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::{Route, record_href};
use crate::sections::archive::Archive;
use crate::sections::cells::{tag, title, written};
use crate::sections::record::differences;
use crate::sections::text::texts as section_texts;
use crate::ui::media::{TABLET, use_media};
use crate::ui::{Accordion, Card, Link, List, ListItem, Shape, Skeleton};
use crate::words;

/// Records of an archive that are shown; a link leads to all of them.
const SHOWN: u16 = 5;

/// What the chamber says differently of the company; nothing where both say the same.
#[component]
pub fn Changed(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let rows = use_records(company, detail::SECTION.slug, None);
    rows.draw(lang, waiting, |records| {
        match records.rows.iter().find(|row| !row.differs.is_empty()) {
            Some(row) => html! { <Differing {company} record={row.key.clone()} /> },
            None => html! {},
        }
    })
}

fn waiting() -> Html {
    html! { <Skeleton shape={Shape::Card} count={3} /> }
}

#[derive(PartialEq, Properties)]
struct DifferingProps {
    company: CompanyId,
    record: String,
}

/// A list leaves out what only the detail shows, and that may differ too: so the whole record is asked for.
#[component]
fn Differing(props: &DifferingProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let record = use_remote(&Show {
        company,
        section: detail::SECTION.slug.to_owned(),
        key: props.record.clone(),
    });
    record
        .draw(lang, waiting, |record| differences(record, Archive(&detail::SECTION), company, lang))
}

/// The archives that belong to the detailed data.
#[component]
pub fn Subsections(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let tablet = use_media(TABLET);
    let index = use_remote(&Index { company, titles: None });
    let on = index.at.day_in_rome();
    index.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={8} /> },
        |entries| {
            let part = |section: &'static Section| {
                let entry = entries.sections.iter().find(|entry| entry.section == section.slug)?;
                let (archive, count) = (Archive(section), entry.count);
                Some(
                    html! { <Part {company} {archive} {count} {on} {tablet} key={section.slug} /> },
                )
            };
            let parts: Html = detail::PARTS.into_iter().filter_map(part).collect();
            match tablet {
                true => html! { <div class="columns">{ parts }</div> },
                false => html! { <Card title={texts(lang).parts}>{ parts }</Card> },
            }
        },
    )
}

#[derive(PartialEq, Properties)]
struct PartProps {
    company: CompanyId,
    archive: Archive,
    count: u32,
    /// The day on which it was so.
    on: Day,
    tablet: bool,
}

/// An archive in short.
#[component]
fn Part(props: &PartProps) -> Html {
    let (lang, archive) = (use_lang(), props.archive);
    let heading = archive.words.title.of(lang);
    let count = words::count(u64::from(props.count), lang);
    let list = Route::Section { company: props.company, section: archive.0.slug }.href();
    let all = html! { <Link href={list}>{ (texts(lang).all)(&count) }</Link> };
    let body = match props.count {
        0 => {
            html! { <p class="muted">{ (section_texts(lang).empty)(&words::day(props.on, lang)) }</p> }
        }
        _ => html! { <First company={props.company} {archive} /> },
    };
    match props.tablet {
        true => html! {
            <Card title={heading} aside={if props.count == 0 { html! {} } else { all }}>{ body }</Card>
        },
        false => html! {
            <Accordion title={heading} aside={html! { <span class="mono muted">{ count }</span> }}>
                { body }
                if props.count > 0 {
                    <p>{ all }</p>
                }
            </Accordion>
        },
    }
}

#[derive(PartialEq, Properties)]
struct FirstProps {
    company: CompanyId,
    archive: Archive,
}

/// The first records of an archive.
#[component]
fn First(props: &FirstProps) -> Html {
    let (lang, company, archive) = (use_lang(), props.company, props.archive);
    let records = use_remote(&Records {
        company,
        section: archive.slug.to_owned(),
        limit: Some(SHOWN),
        ..Default::default()
    });
    records.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={3} /> },
        |page| html! { <List>{ for page.items.iter().map(|row| item(row, archive, company, lang)) }</List> },
    )
}

fn item(row: &Row, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    let of = |role| archive.role(role);
    let state = of(FieldRole::Status).and_then(|(place, field)| tag(row, place, field, lang));
    let description = of(FieldRole::Date).and_then(|(place, field)| {
        Some([field.label(lang), " ", &written(row, place, field, lang)?].concat())
    });
    let href = record_href(company, archive.slug, &row.key);
    html! {
        <ListItem key={row.key.as_str()} title={title(archive, row, lang)} {description} trailing={state.unwrap_or_default()} {href} />
    }
}
