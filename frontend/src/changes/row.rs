//! One change: what it happened to, and each field before and after.

use shared::changes::{ChangeKind, ChangeRow, FieldChange};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::{self, Section, Subject, called};
use yew::prelude::*;

use super::text::texts;
use crate::route::Route;
use crate::ui::{Icon, IconName, Link, Tag, Tone};
use crate::words;

/// Where a datum is shown, if its archive has a page.
pub fn record_href(company: CompanyId, subject: &Subject) -> Option<AttrValue> {
    if subject.section == shared::evidence::SUBJECT {
        return Some(crate::evidence::href(company, &subject.key));
    }
    let section = sections::by_number(subject.section)?;
    let company = Route::Company { company }.href();
    Some([company.as_str(), "/", section.slug, "/", &subject.key].concat().into())
}

/// A change with its fields; `aside` stands at its end.
pub fn change(row: &ChangeRow, lang: Lang, aside: Html) -> Html {
    let words = texts(lang);
    let section = sections::by_number(row.subject.section);
    let (tone, kind) = match row.kind {
        ChangeKind::Added => (Tone::Green, words.added),
        ChangeKind::Changed => (Tone::Blue, words.changed),
        ChangeKind::Removed => (Tone::Grey, words.removed),
    };
    let archive = section.map_or(words.record, |section| section.words.title.of(lang));
    let title = match row.title.is_empty() {
        true => AttrValue::Static(archive),
        false => [archive, ": ", &called(section, &row.title, lang)].concat().into(),
    };
    let name =
        match record_href(row.company, &row.subject).filter(|_| row.kind != ChangeKind::Removed) {
            Some(href) => html! { <Link {href}>{ title }</Link> },
            None => html! { <span class="strong">{ title }</span> },
        };
    html! {
        <li class="change" key={row.number.to_string()}>
            <div class="change-head">
                <Tag {tone} label={kind} icon={icon(row.kind)} />
                <span class="change-title">{ name }</span>
                <span class="muted small">{ words::moment(row.at, lang) }</span>
                { aside }
            </div>
            if !row.fields.is_empty() {
                <dl class="change-fields">{ for row.fields.iter().map(|each| field(section, each, row, lang)) }</dl>
            }
        </li>
    }
}

const fn icon(kind: ChangeKind) -> IconName {
    match kind {
        ChangeKind::Added => IconName::Plus,
        ChangeKind::Changed => IconName::Refresh,
        ChangeKind::Removed => IconName::Trash,
    }
}

/// A field with what it was and what it is.
fn field(section: Option<&Section>, change: &FieldChange, row: &ChangeRow, lang: Lang) -> Html {
    let words = texts(lang);
    let known =
        section.and_then(|section| section.fields.iter().find(|field| field.name == change.field));
    let label = known
        .map_or_else(|| change.field.replace('_', " "), |field| field.label.of(lang).to_owned());
    let shown = |text: &String| {
        known.map_or_else(|| text.clone(), |field| sections::named(field, text, &row.offices, lang))
    };
    let (before, after) = (change.before.as_ref().map(shown), change.after.as_ref().map(shown));
    html! {
        <div>
            <dt>{ label }</dt>
            <dd>
                if let Some(before) = before {
                    <span class="sr-only">{ words.before }</span><del>{ before }</del>
                    <Icon name={IconName::ChevronRight} class="icon-16" />
                }
                <span class="sr-only">{ words.after }</span>
                <span class="strong">{ after.unwrap_or_else(|| words.nothing.to_owned()) }</span>
            </dd>
        </div>
    }
}
