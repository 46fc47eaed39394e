//! What changed in a company since the person looked last; nothing where nothing did.

use shared::changes::Since;
use shared::ids::CompanyId;
use yew::prelude::*;

use super::text::texts;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::route::Route;
use crate::ui::{Card, Link, Stat};

/// Changes that are counted one by one; beyond them it only says that there are more.
const COUNTED: u16 = 20;

/// Props of [`News`].
#[derive(PartialEq, Properties)]
pub struct NewsProps {
    /// In which company.
    pub company: CompanyId,
}

/// The card with how much is new.
#[component]
pub fn News(props: &NewsProps) -> Html {
    let words = texts(use_lang());
    let request =
        Since { company: Some(props.company), limit: Some(COUNTED), ..Default::default() };
    let Some(page) = use_remote(&request).value.filter(|page| !page.items.is_empty()) else {
        return html! {};
    };
    let more = if page.next.is_some() { "+" } else { "" };
    let count = [&page.items.len().to_string(), more].concat();
    html! {
        <Card title={words.news} aside={html! { <Link href={Route::Changes.href()}>{ words.all_news }</Link> }}>
            <Stat value={count} label={words.news_text} />
        </Card>
    }
}
