//! What changed in the company since the person looked last, the latest few; nothing where nothing did.

use shared::changes::Since;
use shared::ids::CompanyId;
use yew::prelude::*;

use super::text::texts;
use crate::changes::change;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, Link};

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
    let Some(page) = use_remote(&request).value.filter(|page| !page.items.is_empty()) else {
        return html! {};
    };
    html! {
        <Card title={words.news} aside={html! { <Link href={Route::Changes.href()}>{ words.all_news }</Link> }}>
            <ul class="changes" role="list">{ for page.items.iter().map(|row| change(row, lang, html! {})) }</ul>
        </Card>
    }
}
