//! The DURC on a company's page.

use shared::durc::{Regularity, Show, Stage};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use super::{href, words};
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Card, Icon, LinkButton, Shape, Skeleton};
use crate::words::day;

/// Props of [`OnCompany`].
#[derive(PartialEq, Properties)]
pub struct OnCompanyProps {
    /// Of which company.
    pub company: CompanyId,
}

/// The card: the light, what it means, and until when there is a document.
#[component]
pub fn OnCompany(props: &OnCompanyProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let remote = use_remote(&Show { company });
    let waiting = || html! { <Skeleton shape={Shape::Lines} count={3} /> };
    let content = remote.draw(lang, waiting, |known| full(known, lang));
    html! {
        <Card title={texts(lang).title}>
            { content }
            <LinkButton href={href(company)}>{ texts(lang).open_page }</LinkButton>
        </Card>
    }
}

fn full(known: &Regularity, lang: Lang) -> Html {
    let (tone, word, plain) = words::outcome(known.check.outcome, lang);
    let icon = words::icon(known.check.outcome.light());
    let held = known.document.as_ref().filter(|held| held.stage != Stage::Expired);
    html! {
        <>
            <p class={classes!("durc-light", tone.class())}><Icon name={icon} /><strong>{ word }</strong></p>
            <p>{ plain }</p>
            if let Some(held) = held {
                <p class="muted">{ texts(lang).document }{ " " }{ (texts(lang).until_day)(&day(held.expires, lang)) }</p>
            }
        </>
    }
}
