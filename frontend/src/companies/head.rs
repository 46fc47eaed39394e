//! Who the company is and how it stands: what tells it from others, its light in words, its office, how to reach it.

use shared::companies::CompanyBrief;
use shared::home::{CompanyHome, OfCompany};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::home::{Light, attention_item};
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Card, KeyValue, KeyValues, List, Shape, Skeleton, Tag};
use crate::words;

/// Matters shown here; Oggi has them all.
const SHOWN: usize = 4;

/// Props of [`Head`].
#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// The company.
    pub brief: CompanyBrief,
}

/// The first cards of the page.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let lang = use_lang();
    let home = use_remote(&OfCompany { company: props.brief.id, lang });
    let standing = home.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={3} /> },
        |home| standing(home, props.brief.id, lang),
    );
    html! {
        <div class="columns">
            { identity(&props.brief, lang) }
            { standing }
        </div>
    }
}

fn identity(brief: &CompanyBrief, lang: Lang) -> Html {
    let words = texts(lang);
    let position = brief.positions.first();
    let items = [
        position.map(|position| KeyValue::mono(words.matricola, position.matricola.spaced())),
        Some(KeyValue::mono(words.tax_code, brief.tax_code.clone())),
        position.map(|position| {
            let office = [&position.office_name, " (", &position.office, ")"].concat();
            KeyValue::text(words.competent, office)
        }),
        brief
            .pec
            .clone()
            .or_else(|| brief.email.clone())
            .map(|address| KeyValue::text(words.contact, address)),
    ];
    let state = position.map(|position| {
        let (tone, label) = words::position(position.state, lang);
        html! { <Tag {tone} {label} /> }
    });
    html! {
        <Card title={words.identity} aside={state.unwrap_or_default()}>
            <KeyValues items={items.into_iter().flatten().collect::<Vec<_>>()} />
        </Card>
    }
}

/// The light in words with the most pressing matters; Oggi has them all.
fn standing(home: &CompanyHome, company: CompanyId, lang: Lang) -> Html {
    let light = Light::of(home, lang);
    html! {
        <Card title={light.title} aside={light.tag()}>
            if home.attention.is_empty() {
                <p>{ light.verdict }</p>
            } else {
                <List>{ for home.attention.iter().take(SHOWN).map(|matter| attention_item(matter, company, lang)) }</List>
            }
            <p class="muted small">{ (texts(lang).as_of)(&words::moment(home.at, lang)) }</p>
        </Card>
    }
}
