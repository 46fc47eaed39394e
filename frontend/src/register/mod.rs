//! The register of an office (S44): what came in and went out today, live; search; days that are closed.

mod day;
mod days;
mod emergency;
mod entry;
mod found;
mod lines;
mod text;

use shared::auth::Role;
use shared::offices::OfficeCode;
use shared::register::{ClosedDay, Days, Find, Line, ProtocolNumber};
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::Paged;
use crate::session::use_viewer;
use crate::ui::{Field, FieldType, Tab, Tabs};
use text::texts;

impl Paged for Find {
    type Row = Line;

    fn starting_at(&self, cursor: shared::page::Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

impl Paged for Days {
    type Row = ClosedDay;

    fn starting_at(&self, cursor: shared::page::Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// The views after the first, which is a day, as the address has them.
const SEARCH: &str = "cerca";
const CLOSED: &str = "chiusi";
const EMERGENCY: &str = "emergenza";

/// The screen.
#[component]
pub fn Register() -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let ((view, set_view), (number, set_number)) = (use_query("vista"), use_query("numero"));
    let (typed, set_office) = use_query("sede");
    // Whoever works at an office has that one; the auditor says which.
    let is_auditor = viewer.role == Role::Auditor;
    let named = typed.as_deref().and_then(|code| OfficeCode::parse(code).ok());
    let office = named.filter(|_| is_auditor);
    let is_head = viewer.role == Role::Manager;
    let tabs = [("", words.day), (SEARCH, words.search), (CLOSED, words.closed_days)];
    let tabs = tabs.into_iter().chain(is_head.then_some((EMERGENCY, words.emergency)));
    let tab = |(value, label): (&'static str, &'static str)| Tab {
        value: value.into(),
        label: label.into(),
    };
    let tabs: Vec<Tab> = tabs.map(tab).collect();
    let shown = match view.as_deref() {
        _ if is_auditor && office.is_none() => {
            html! { <p class="muted">{ words.which_office }</p> }
        }
        Some(SEARCH) => html! { <found::Found {office} /> },
        Some(CLOSED) => html! { <days::Closed {office} /> },
        Some(EMERGENCY) if is_head => html! { <emergency::ByHand /> },
        _ => html! { <day::OfDay {office} /> },
    };
    let onchange = set_view.reform(|view: AttrValue| Some(view.to_string()));
    let number = number.and_then(|number| number.parse::<ProtocolNumber>().ok());
    let onclose = set_number.reform(|()| None);
    html! {
        <>
            if is_auditor {
                <Field label={words.office} helper={words.office_help} r#type={FieldType::Digits} maxlength={4}
                    value={typed.unwrap_or_default()} oninput={set_office.reform(|code: String| Some(code.trim().to_owned()))} />
            }
            <Tabs label={words.views} {tabs} value={view.unwrap_or_default()} {onchange}>
                <div class="stack">{ shown }</div>
            </Tabs>
            if let Some(number) = number {
                <entry::Entry {number} {office} {onclose} key={number.to_string()} />
            }
        </>
    }
}
