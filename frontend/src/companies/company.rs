//! A company's page: who it is and how it stands, its archives, and the register's brief data (M10).

use shared::companies::{CompanyBrief, ConnectedPerson, Show};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::relations::persons;
use shared::sections::{Field, key};
use yew::prelude::*;

use super::card;
use super::head::Head;
use super::news::News;
use super::text::texts;
use crate::desk::WriteTo;
use crate::durc::OnCompany;
use crate::evidence::EvidenceCard;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::remote::use_remote;
use crate::route::record_href;
use crate::sections::{Ageing, Contents, DueAndPaid, Parts, States, Strip};
use crate::ui::{Card, IconName, KeyValue, KeyValues, List, ListItem, Shape, Skeleton, Tag, Tone};
use crate::words;

/// Props of [`Company`].
#[derive(PartialEq, Properties)]
pub struct CompanyProps {
    /// Which company.
    pub company: CompanyId,
}

/// The screen.
#[component]
pub fn Company(props: &CompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let brief = use_remote(&Show { company });
    let name = brief.value.as_ref().map(|brief| AttrValue::from(brief.name.clone()));
    use_heading(name, None);
    brief.draw(lang, waiting, |brief| full(brief, lang))
}

fn waiting() -> Html {
    html! { <div class="columns"><Skeleton shape={Shape::Card} count={6} /><Skeleton shape={Shape::Card} count={6} /></div> }
}

fn full(brief: &CompanyBrief, lang: Lang) -> Html {
    let (words, company) = (texts(lang), brief.id);
    html! {
        <div class="stack filling">
            <Parts {company} />
            <Head brief={brief.clone()} />
            <WriteTo {company} />
            <div class="columns">
                <Strip {company} />
                <Ageing {company} />
            </div>
            <div class="columns">
                <OnCompany {company} />
                <EvidenceCard {company} />
            </div>
            <News {company} />
            <Contents {company} />
            <DueAndPaid {company} />
            <States {company} />
            <Card title={words.positions}>
                if brief.positions.is_empty() {
                    <p class="muted">{ words.no_positions }</p>
                } else {
                    { for brief.positions.iter().map(|position| card::position(position, lang)) }
                }
            </Card>
            <div class="columns">
                <Card title={words.registry} subtitle={(words.extracted)(&words::day(brief.extracted, lang))}>
                    <KeyValues items={registry(brief, lang)} />
                </Card>
                <Card title={words.persons}>{ persons(brief, lang) }</Card>
                <Card title={words.contacts}>{ contacts(brief, lang) }</Card>
            </div>
        </div>
    }
}

fn registry(brief: &CompanyBrief, lang: Lang) -> Vec<KeyValue> {
    let words = texts(lang);
    let mono =
        |label, value: &Option<String>| value.clone().map(|value| KeyValue::mono(label, value));
    let address = brief.address.as_ref().map(|address| {
        [&address.street, ", ", &address.postcode, " ", &address.town, " (", &address.province, ")"]
            .concat()
    });
    let intermediaries =
        (!brief.intermediaries.is_empty()).then(|| brief.intermediaries.join(", "));
    [
        Some(KeyValue::mono(words.tax_code, brief.tax_code.clone())),
        mono(words.vat, &brief.vat),
        brief.legal_form.clone().map(|form| KeyValue::text(words.legal_form, form)),
        address.map(|address| KeyValue::text(words.address, address)),
        mono(words.rea, &brief.rea),
        mono(words.ateco, &brief.ateco),
        brief.started.map(|day| KeyValue::text(words.started, words::day(day, lang))),
        brief.principal.then(|| KeyValue::text(words.principal, words.principal_yes)),
        intermediaries.map(|names| KeyValue::text(words.intermediaries, names)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn persons(brief: &CompanyBrief, lang: Lang) -> Html {
    let words = texts(lang);
    if brief.persons.is_empty() {
        return html! { <p class="muted">{ words.no_persons }</p> };
    }
    let person = |person: &ConnectedPerson| {
        let since = (words.since_day)(&words::day(person.since, lang));
        let description = [&person.charge, " · ", &person.tax_code, " · ", &since].concat();
        let trailing = match person.representative {
            true => html! { <Tag label={words.representative} tone={Tone::Blue} /> },
            false => html! {},
        };
        let href = record_of(brief.id, person);
        html! { <ListItem title={person.name.clone()} {description} icon={IconName::User} {trailing} {href} /> }
    };
    html! { <List>{ for brief.persons.iter().map(person) }</List> }
}

/// The record of a person in the archive of the connected persons.
fn record_of(company: CompanyId, person: &ConnectedPerson) -> AttrValue {
    let section = &persons::SECTION;
    let said = |field: &Field| match field.name {
        "tax_code" => Some(person.tax_code.clone()),
        "charge" => Some(person.charge.clone()),
        "since" => Some(person.since.to_string()),
        _ => None,
    };
    let cells = section.fields.iter().map(said).collect();
    record_href(company, section.slug, &key(section, &cells))
}

fn contacts(brief: &CompanyBrief, lang: Lang) -> Html {
    let words = texts(lang);
    let lines: Vec<KeyValue> =
        [(words.pec, &brief.pec), (words.email, &brief.email), (words.phone, &brief.phone)]
            .into_iter()
            .filter_map(|(label, value)| Some(KeyValue::text(label, value.clone()?)))
            .collect();
    match lines.is_empty() {
        true => html! { <p class="muted">{ words.no_contacts }</p> },
        false => html! { <KeyValues items={lines} /> },
    }
}
