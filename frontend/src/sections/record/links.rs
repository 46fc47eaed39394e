//! Where a record leads: its month, the form that paid it, the record it belongs to, another company.

use shared::calendar::{Day, Month};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{Linked, Record, Target, by_slug};
use yew::prelude::*;

use crate::route::{Route, record_href};
use crate::sections::archive::Archive;
use crate::sections::text::texts;
use crate::ui::{Card, IconName, List, ListItem};
use crate::words;

/// The card of the links; nothing where there are none.
pub fn links(record: &Record, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    if record.links.is_empty() {
        return html! {};
    }
    html! {
        <Card title={texts(lang).links}>
            <List>{ for record.links.iter().map(|link| item(link, archive, company, lang)) }</List>
        </Card>
    }
}

fn item(link: &Linked, archive: Archive, company: CompanyId, lang: Lang) -> Html {
    let texts = texts(lang);
    let (what, icon, href) = match &link.target {
        Target::Declaration { id } => (
            texts.declaration,
            IconName::Document,
            Route::Declaration { company, declaration: *id }.href(),
        ),
        Target::Payment { id } => {
            (texts.payment, IconName::Receipt, Route::Payment { company, payment: *id }.href())
        }
        Target::Record { section, key } => (
            by_slug(section).map_or("", |section| section.words.title.of(lang)),
            IconName::Folder,
            record_href(company, section, key),
        ),
        Target::Company { id } => {
            (texts.company, IconName::Building, Route::Company { company: *id }.href())
        }
    };
    let field = archive.field(&link.field).map_or("", |(_, field)| field.label(lang));
    html! {
        <ListItem title={[what, " ", &said(&link.title, lang)].concat()} description={field} {icon} {href} />
    }
}

/// The name of what is there, written as everywhere: days, months and matricole travel in their canonical form.
fn said(title: &str, lang: Lang) -> AttrValue {
    match (Day::parse(title), Month::parse(title)) {
        (Some(day), _) => words::day(day, lang),
        (_, Some(month)) => words::month(month, lang),
        (None, None) => words::matricola(title),
    }
}
