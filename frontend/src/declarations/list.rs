//! Declarations of a company, the latest month first, by year and state.

use std::rc::Rc;

use shared::companies::{self, CompanyBrief, Position};
use shared::declarations::{DeclarationRow, DmState, Export, List};
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::contributions::declarations::SECTION;
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::companies::use_company_name;
use crate::export;
use crate::i18n::use_lang;
use crate::layout::use_heading;
use crate::preflight;
use crate::query::use_query;
use crate::remote::{use_pages, use_remote};
use crate::route::Route;
use crate::sections::{Strip, about};
use crate::ui::{
    Card, Cell, CellKind, Chip, Choice, Column, EmptyState, IconName, NoMatch, Row, Select, Shape,
    Skeleton, Table, Tone,
};
use crate::words::{self, year_choices};

/// The states as the address names them.
const STATES: [(&str, DmState); 4] = [
    ("quadrata", DmState::Balanced),
    ("provvisoria", DmState::Provisional),
    ("anomala", DmState::ProvisionalAnomalous),
    ("non-generabile", DmState::NotGenerable),
];

/// Rows a page: as many as are looked through on a phone before asking for more.
const ROWS: u16 = 24;

/// Props of [`Declarations`].
#[derive(PartialEq, Properties)]
pub struct DeclarationsProps {
    /// Of which company.
    pub company: CompanyId,
}

/// The screen.
#[component]
pub fn Declarations(props: &DeclarationsProps) -> Html {
    let (lang, company) = (use_lang(), props.company);
    let words = texts(lang);
    let company_name = use_company_name(company);
    use_heading(None, company_name);
    let (year, set_year) = use_query("anno");
    let (state, set_state) = use_query("stato");
    let (matricola, set_matricola) = use_query("matricola");
    let brief = use_remote(&companies::Show { company });
    let chosen = STATES
        .into_iter()
        .find(|(name, _)| state.as_deref() == Some(*name))
        .map(|(_, state)| state);
    let request = List {
        company,
        year: year.as_deref().and_then(|year| year.parse().ok()),
        state: chosen,
        matricola: matricola.as_deref().and_then(|matricola| Matricola::parse(matricola).ok()),
        limit: Some(ROWS),
        ..Default::default()
    };
    let pages = use_pages(&request);
    let filtered = request.year.is_some() || chosen.is_some() || request.matricola.is_some();
    let clear = {
        let all = [set_year.clone(), set_state.clone(), set_matricola.clone()];
        Callback::from(move |_: MouseEvent| {
            all.iter().for_each(|set| set.emit(None));
        })
    };
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |_| match pages.rows.is_empty() {
            true => empty(filtered, clear.clone(), words),
            false => html! {
                <Card flush={true}>
                    { table(&pages.rows, company, lang) }
                    { pages.foot(lang) }
                </Card>
            },
        },
    );
    html! {
        <>
            { about(&SECTION, lang) }
            <Strip {company} by_flow={true} />
            <div class="filters">
                <Select label={words.year} choices={year_choices(words.every_year)} value={year.unwrap_or_default()}
                    onchange={set_year.reform(|value: AttrValue| Some(value.to_string()))} />
                { by_position(brief.value.as_deref(), matricola.unwrap_or_default(), &set_matricola, words) }
                { by_state(chosen, &set_state, lang) }
                { export::menu(lang, |format| Export {
                    company, year: request.year, state: chosen, matricola: request.matricola, format, lang: Some(lang),
                }) }
                { preflight::way(lang) }
            </div>
            { list }
        </>
    }
}

/// The choice of a state.
fn by_state(chosen: Option<DmState>, set: &Callback<Option<String>>, lang: Lang) -> Html {
    let words = texts(lang);
    html! {
        <div class="chips" role="group" aria-label={words.state}>
            <Chip label={words.all} selected={chosen.is_none()} onclick={set.reform(|_: MouseEvent| None)} />
            { for STATES.into_iter().map(|(name, state)| html! {
                <Chip key={name} label={words::dm(state, lang).1} selected={chosen == Some(state)}
                    onclick={set.reform(move |_: MouseEvent| Some(name.to_owned()))} />
            }) }
        </div>
    }
}

/// The choice of a position, where the company has several.
fn by_position(
    brief: Option<&CompanyBrief>,
    chosen: String,
    set: &Callback<Option<String>>,
    words: &'static Texts,
) -> Html {
    let positions = brief.map_or(&[][..], |brief| brief.positions.as_slice());
    if positions.len() < 2 && chosen.is_empty() {
        return html! {};
    }
    let every =
        Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.every_position) };
    let one = |position: &Position| Choice {
        value: position.matricola.to_string().into(),
        label: words::matricola(position.matricola.as_str()),
    };
    let choices: Vec<Choice> = [every].into_iter().chain(positions.iter().map(one)).collect();
    let onchange = set.reform(|value: AttrValue| Some(value.to_string()));
    html! { <Select label={words.position} {choices} value={chosen} {onchange} /> }
}

fn empty(filtered: bool, onclick: Callback<MouseEvent>, words: &'static Texts) -> Html {
    if filtered {
        return html! { <NoMatch title={words.none_filtered} clear={words.clear} onclear={onclick} /> };
    }
    html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::Document} /> }
}

fn columns(words: &'static Texts) -> Vec<Column> {
    vec![
        Column::new("month", words.month, CellKind::Title),
        Column::new("position", words.position, CellKind::Code),
        Column::new("state", words.state, CellKind::Text),
        Column::new("payment", words.payment, CellKind::Text),
        Column::new("workers", words.workers, CellKind::Number),
        Column::new("due", words.due, CellKind::Number),
        Column::new("transmitted", words.transmitted, CellKind::Text),
    ]
}

/// A declaration as a row of a table, leading to its detail.
fn line(row: &DeclarationRow, company: CompanyId, lang: Lang) -> Rc<Row> {
    let words = texts(lang);
    let (state_tone, state) = words::dm(row.state, lang);
    let (paid_tone, paid) = words::paid(row.paid, lang);
    let position = match &row.matricola {
        Some(matricola) => Cell::text(words::matricola(matricola)),
        None => Cell::text(words::scheme(row.scheme, lang)),
    };
    let state = match row.superseded {
        true => Cell::tag(Tone::Grey, words.superseded),
        false => Cell::tag(state_tone, state),
    };
    let cells = vec![
        Cell::text(words::month(row.month, lang)),
        position,
        state,
        if row.superseded { Cell::Empty } else { Cell::tag(paid_tone, paid) },
        Cell::text(words::count(u64::from(row.workers), lang)),
        Cell::text(words::euro(row.due, lang)),
        Cell::text(words::moment(row.transmitted, lang)),
    ];
    let route = Route::Declaration { company, declaration: row.id };
    Row::new(row.id.to_string(), cells).with_href(route.href()).shared()
}

/// Declarations as a table.
pub(super) fn table(rows: &[DeclarationRow], company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let rows = rows.iter().map(|row| line(row, company, lang)).collect::<Vec<_>>();
    html! { <Table caption={words.table} columns={Rc::new(columns(words))} {rows} /> }
}
