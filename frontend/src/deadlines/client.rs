//! Narrowing to one client: typed, then chosen among the few that match.

use shared::companies;
use shared::ids::CompanyId;
use yew::prelude::*;

use super::text::texts;
use crate::companies::use_company_name;
use crate::events;
use crate::i18n::use_lang;
use crate::remote::use_remote;
use crate::ui::{Chip, Field, FieldType, IconName};

/// Milliseconds without a key after which a search begins.
const TYPING_MS: i32 = 200;
/// Companies offered at once.
const OFFERED: u16 = 5;

/// Props of [`ClientFilter`].
#[derive(PartialEq, Properties)]
pub struct ClientFilterProps {
    /// The one chosen.
    pub company: Option<CompanyId>,
    /// Another one, or all.
    pub onchange: Callback<Option<CompanyId>>,
}

/// The field and what it finds, or the one chosen.
#[component]
pub fn ClientFilter(props: &ClientFilterProps) -> Html {
    match props.company {
        Some(company) => {
            html! { <Chosen {company} onremove={props.onchange.reform(|_: MouseEvent| None)} /> }
        }
        None => html! { <Choose onchoose={props.onchange.reform(Some)} /> },
    }
}

#[derive(PartialEq, Properties)]
struct ChosenProps {
    company: CompanyId,
    onremove: Callback<MouseEvent>,
}

#[component]
fn Chosen(props: &ChosenProps) -> Html {
    let words = texts(use_lang());
    let name = use_company_name(props.company);
    let label = name.unwrap_or(AttrValue::Static(words.one_client));
    html! { <Chip {label} icon={IconName::Building} onremove={props.onremove.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct ChooseProps {
    onchoose: Callback<CompanyId>,
}

#[component]
fn Choose(props: &ChooseProps) -> Html {
    let words = texts(use_lang());
    let typed = use_state_eq(AttrValue::default);
    let wanted = use_state_eq(|| None::<String>);
    let waiting = use_mut_ref(|| None);
    let oninput = {
        let (typed, wanted) = (typed.setter(), wanted.setter());
        Callback::from(move |text: String| {
            typed.set(text.clone().into());
            let wanted = wanted.clone();
            *waiting.borrow_mut() = events::after(TYPING_MS, move || {
                wanted.set(Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
            });
        })
    };
    html! {
        <div class="client-filter">
            <Field r#type={FieldType::Search} label={words.client} value={(*typed).clone()} {oninput} optional={true} autocomplete="off" />
            if let Some(search) = &*wanted {
                <Offered search={search.clone()} onchoose={props.onchoose.clone()} />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct OfferedProps {
    search: String,
    onchoose: Callback<CompanyId>,
}

#[component]
fn Offered(props: &OfferedProps) -> Html {
    let words = texts(use_lang());
    let request = companies::List {
        search: Some(props.search.clone()),
        limit: Some(OFFERED),
        ..Default::default()
    };
    let found = use_remote(&request);
    let Some(page) = &found.value else { return html! {} };
    let offer = |row: &companies::CompanyRow| {
        let id = row.id;
        html! { <Chip key={id.to_string()} label={row.name.clone()} onclick={props.onchoose.reform(move |_: MouseEvent| id)} /> }
    };
    html! {
        <div class="chips" role="status">
            if page.items.is_empty() {
                <span class="muted small">{ words.no_client }</span>
            }
            { for page.items.iter().map(offer) }
        </div>
    }
}
