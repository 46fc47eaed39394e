//! What changed in the company since the person looked last, the latest few; nothing where nothing did.

use shared::changes::Since;
use shared::ids::CompanyId;
use yew::prelude::*;

use super::text::texts;
use crate::changes::change;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, Link, Shape, Skeleton};

/// Changes shown here; their own page has them all.
const SHOWN: u16 = 4;

/// Props of [`News`].
#[derive(PartialEq, Properties)]
pub struct NewsProps {
    /// In which company.
    pub company: CompanyId,
}

/// The card.
#[component]
pub fn News(props: &NewsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let request = Since { company: Some(props.company), limit: Some(SHOWN), ..Default::default() };
    let news = use_remote(&request);
    let waiting = || html! { <Skeleton shape={Shape::Card} /> };
    let list = news.draw(lang, waiting, |page| {
        html! { <ul class="changes" role="list">{ for page.items.iter().map(|row| change(row, lang, html! {})) }</ul> }
    });
    let (known, failed) = (news.value.as_deref(), news.error.is_some());
    match known.map(|page| page.items.is_empty()) {
        None if !failed => list,
        Some(true) if !failed => html! {},
        _ => html! {
            <Card title={words.news} aside={html! { <Link href={Route::Changes.href()}>{ words.all_news }</Link> }}>{ list }</Card>
        },
    }
}
