//! Finding lines by number, company or subject.

use shared::calendar::Day;
use shared::offices::OfficeCode;
use shared::register::Find;
use yew::prelude::*;

use super::lines::table;
use super::text::texts;
use crate::export;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::use_pages;
use crate::ui::{Card, Field, FieldType, NoMatch, SearchField, Shape, Skeleton};

/// Props of [`Found`].
#[derive(PartialEq, Properties)]
pub(super) struct FoundProps {
    /// Of which office, where it is not one's own.
    pub office: Option<OfficeCode>,
}

/// The fields, and what fits them.
#[component]
pub(super) fn Found(props: &FoundProps) -> Html {
    let words = texts(use_lang());
    let ((text, set_text), (from, set_from)) = (use_query("cerca"), use_query("dal"));
    let (to, set_to) = use_query("al");
    let day = |label: &'static str, value: &Option<String>, set: Callback<Option<String>>| {
        let oninput = set.reform(|day: String| Some(day));
        html! { <Field {label} r#type={FieldType::Date} optional={true} among={true} value={value.clone().unwrap_or_default()} {oninput} /> }
    };
    let onsearch = set_text.reform(|text: String| Some(text));
    let wanted = text.clone().unwrap_or_default();
    let days = [&from, &to].map(|day| day.as_deref().and_then(Day::parse));
    html! {
        <>
            <div class="filters">
                <SearchField label={words.find} value={wanted.clone()} {onsearch} />
                { day(words.from, &from, set_from) }
                { day(words.to, &to, set_to) }
            </div>
            if wanted.trim().is_empty() {
                <p class="muted">{ words.find_help }</p>
            } else {
                <Results office={props.office} text={wanted} {days} onclear={set_text.reform(|_: MouseEvent| None)} />
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ResultsProps {
    office: Option<OfficeCode>,
    text: String,
    /// From, to.
    days: [Option<Day>; 2],
    onclear: Callback<MouseEvent>,
}

#[component]
fn Results(props: &ResultsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let [from, to] = props.days;
    let (office, text) = (props.office, props.text.clone());
    let request = Find { office, text, from, to, cursor: None, limit: None };
    let pages = use_pages(&request);
    let waiting = || html! { <Skeleton shape={Shape::Table} count={6} /> };
    pages.first.draw(lang, waiting, |_| match pages.rows.is_empty() {
        true => html! { <NoMatch title={words.no_match} clear={words.clear} onclear={props.onclear.clone()} /> },
        false => html! {
            <>
                <div class="row">{ export::menu(lang, |format| request.clone().export(format, Some(lang))) }</div>
                <Card flush={true}>{ table(words.lines, &pages.rows, lang) }</Card>
                { pages.foot(lang) }
            </>
        },
    })
}
