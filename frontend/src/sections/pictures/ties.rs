//! Whom a company is tied to today, at a desk: persons at the left, companies and positions at the right.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::relations::ties::{Tie, ties};
use shared::sections::relations::{linked, parent, persons};
use shared::sections::{self, FieldRole, Section};
use yew::prelude::*;

use super::text::texts;
use super::{OfCompanyProps, Records, left_out, picture, use_records};
use crate::companies::use_company_name;
use crate::events;
use crate::i18n::use_lang;
use crate::route::record_href;
use crate::ui::media::{DESK, use_media};
use crate::ui::{Card, GraphNode, LinkGraph, Tone};
use crate::words;

/// The card of the ties; nothing on smaller screens, whose archives say the same, and nothing without ties.
#[component]
pub fn Ties(props: &OfCompanyProps) -> Html {
    match use_media(DESK) {
        true => html! { <AtDesk company={props.company} /> },
        false => html! {},
    }
}

#[component]
fn AtDesk(props: &OfCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let name = use_company_name(company);
    let of_persons = use_records(company, persons::SECTION.slug, None);
    let of_companies = use_records(company, linked::SECTION.slug, None);
    let of_positions = use_records(company, parent::SECTION.slug, None);
    let read = of_persons.and(of_companies.and(of_positions));
    picture(&read, texts(lang).ties, lang, |(of_persons, others)| {
        let read = [&**of_persons, &*others.0, &*others.1];
        let sections = [&persons::SECTION, &linked::SECTION, &parent::SECTION];
        let tied = sections.into_iter().zip(read);
        let nodes: Vec<GraphNode> =
            tied.flat_map(|(section, records)| nodes(section, records, company, lang)).collect();
        match nodes.is_empty() {
            true => html! {},
            false => card(nodes, left_out(read, lang), name, lang),
        }
    })
}

fn nodes(
    section: &'static Section,
    records: &Records,
    company: CompanyId,
    lang: Lang,
) -> Vec<GraphNode> {
    let ties = ties(section, &records.rows, events::now().day_in_rome());
    ties.iter().map(|tie| node(tie, company, lang)).collect()
}

fn node(tie: &Tie, company: CompanyId, lang: Lang) -> GraphNode {
    let label = match tie.section.role(FieldRole::Title) {
        Some((_, field)) => sections::cell(field, &tie.name, lang),
        None => tie.name.clone(),
    };
    let (field, said) = &tie.what;
    let how: Vec<String> = said.iter().map(|text| sections::cell(field, text, lang)).collect();
    let right = tie.section.number != persons::SECTION.number;
    GraphNode {
        label: label.into(),
        tie: how.join(", ").into(),
        since: tie.since.map(|day| words::day(day, lang)).unwrap_or_default(),
        href: record_href(company, tie.section.slug, &tie.key),
        tone: if right { Tone::Blue } else { Tone::Grey },
        right,
    }
}

fn card(nodes: Vec<GraphNode>, left_out: Html, name: Option<AttrValue>, lang: Lang) -> Html {
    let words = texts(lang);
    let right = nodes.iter().filter(|node| node.right).count() as u64;
    let summary = (words.ties_summary)(nodes.len() as u64 - right, right);
    let kinds = [(Tone::Grey, words.persons), (Tone::Blue, words.companies)]
        .map(|(tone, kind)| (tone, AttrValue::Static(kind)));
    let heads = [words.subject, words.tie, words.from].map(AttrValue::Static);
    let centre = name.unwrap_or(AttrValue::Static(words.this_company));
    html! {
        <Card title={words.ties}>
            <LinkGraph title={words.ties} {summary} {centre} nodes={Rc::new(nodes)} kinds={kinds.to_vec()} {heads} />
            { left_out }
        </Card>
    }
}
