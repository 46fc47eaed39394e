//! Where a record leads: its month, the form that paid it, the record it belongs to, those that belong to it, another company.

use shared::calendar::{Day, Month};
use shared::format;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{FieldRole, Linked, Record, Target, by_slug, cell};
use yew::prelude::*;

use crate::route::{Route, record_href};
use crate::sections::archive::Archive;
use crate::sections::text::texts;
use crate::ui::{Card, IconName, List, ListItem};

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
    let words = texts(lang);
    let (what, icon, href) = match &link.target {
        Target::Declaration { id } => (
            words.declaration,
            IconName::Document,
            Route::Declaration { company, declaration: *id }.href(),
        ),
        Target::Payment { id } => {
            (words.payment, IconName::Receipt, Route::Payment { company, payment: *id }.href())
        }
        Target::Record { section, key } => (
            by_slug(section).map_or("", |section| section.words.title.of(lang)),
            IconName::Folder,
            record_href(company, section, key),
        ),
        Target::Company { id } => {
            (words.company, IconName::Building, Route::Company { company: *id }.href())
        }
    };
    let field = archive.field(&link.field).map(|(_, field)| field.label(lang));
    html! {
        <ListItem title={[what, " ", &title(link, lang)].concat()} description={field} {icon} {href} />
    }
}

/// What is there, as a person reads it: it travels as the texts of records do.
fn title(link: &Linked, lang: Lang) -> String {
    let text = &link.title;
    let written = match &link.target {
        Target::Declaration { .. } => Month::parse(text).map(|month| format::month(month, lang)),
        Target::Payment { .. } => Day::parse(text).map(|day| format::day(day, lang)),
        Target::Record { section, .. } => by_slug(section)
            .and_then(|section| section.role(FieldRole::Title))
            .map(|(_, field)| cell(field, text, lang)),
        Target::Company { .. } => None,
    };
    written.unwrap_or_else(|| text.clone())
}
