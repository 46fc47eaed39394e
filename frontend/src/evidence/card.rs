//! The evidence of a company on its page: how much, and the most pressing pieces.

use shared::evidence::List as Request;
use shared::ids::CompanyId;
use yew::prelude::*;

use super::cause::sentence;
use super::item::{icon, kind_words, tone};
use super::text::texts;
use super::{href, list_href};
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Card, Link, List, ListItem, Shape, Skeleton};
use crate::words;

/// Pieces shown here; their own page has them all.
const SHOWN: u16 = 3;

/// Props of [`EvidenceCard`].
#[derive(PartialEq, Properties)]
pub struct EvidenceCardProps {
    /// Of which company.
    pub company: CompanyId,
}

/// The card.
#[component]
pub fn EvidenceCard(props: &EvidenceCardProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let words = texts(lang);
    let request = Request { company: Some(company), limit: Some(SHOWN), ..Request::default() };
    let remote = use_remote(&request);
    let aside = html! { <Link href={list_href(Some(company))}>{ words.card_all }</Link> };
    let total = remote.value.as_ref().and_then(|page| page.total).filter(|total| *total > 0);
    let subtitle = total.map(|total| [words.open, ": ", &total.to_string()].concat());
    let content = remote.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} count={3} /> },
        |page| match page.items.is_empty() {
            true => html! { <p class="muted">{ words.card_none }</p> },
            false => html! {
                <List>{ for page.items.iter().map(|row| {
                    let figure = row.amount.map(|amount| words::euro(amount, lang));
                    html! {
                        <ListItem key={row.key.clone()} title={kind_words(row.kind, lang)} description={sentence(&row.cause, lang)}
                            icon={icon(row.kind)} tone={tone(row.severity)} {figure} href={href(company, &row.key)} />
                    }
                }) }</List>
            },
        },
    );
    html! { <Card title={words.card} {subtitle} {aside}>{ content }</Card> }
}
