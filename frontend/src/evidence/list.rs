//! The list: cards on a phone, a table at a desk, and what is done to many at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use shared::auth::{Resource, Verb};
use shared::evidence::{EvidenceRow, Named, Which};
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::act::{Actions, Offer, Target};
use super::filters::{Filters, use_asked};
use super::href;
use super::item::{kind_words, months, position, severity, standing};
use super::text::texts;
use crate::export;
use crate::i18n::use_lang;
use crate::remote::use_pages;
use crate::session::{can, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Cell, CellKind, Checkbox, Column, EmptyState, IconName,
    NoMatch, Row, Shape, Skeleton, Table,
};
use crate::words;

/// Rows asked for at once.
const PAGE: u16 = 50;

/// Props of [`Pieces`].
#[derive(PartialEq, Properties)]
pub struct PiecesProps {
    /// Only of this company.
    pub company: Option<CompanyId>,
    /// The piece shown beside the list, by its key.
    pub selected: Option<AttrValue>,
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
struct Chosen {
    /// Whether rows can be chosen.
    choosing: bool,
    /// All of the filter, read or not.
    all: bool,
    pieces: Rc<BTreeSet<Named>>,
}

impl Chosen {
    fn target(&self, which: Which, company: Option<CompanyId>) -> Target {
        match self.all {
            true => Target::Which(Rc::new(which), company),
            false => Target::Named(Rc::new(self.pieces.iter().cloned().collect())),
        }
    }
}

/// The list.
#[component]
pub fn Pieces(props: &PiecesProps) -> Html {
    let (lang, viewer) = (use_lang(), use_viewer());
    let words = texts(lang);
    let asked = use_asked();
    let chosen = use_state_eq(Chosen::default);
    let request = asked.request(props.company);
    let pages = use_pages(&shared::evidence::List { limit: Some(PAGE), ..request.clone() });
    let acts = can(&viewer, Resource::Evidence, Verb::Create);
    let toggle = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| {
            chosen.set(Chosen { choosing: !chosen.choosing, ..Chosen::default() });
        })
    };
    let clear = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.clear())
    };
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={8} /> },
        |_| match pages.rows.is_empty() {
            true => empty(asked.is_filtered(), clear.clone(), lang),
            false => html! {
                <Card flush={true}>
                    { table(&pages.rows, props, &chosen, lang) }
                    { pages.foot(lang) }
                </Card>
            },
        },
    );
    let target = chosen.target(request.which(), props.company);
    let ondone = {
        let (chosen, reload) = (chosen.setter(), pages.first.reload.clone());
        Callback::from(move |()| {
            chosen.set(Chosen::default());
            reload.emit(());
        })
    };
    html! {
        <>
            <div class="filters">
                <Filters {asked} />
                if acts {
                    <Button kind={ButtonKind::Ghost} size={ButtonSize::Medium} icon={IconName::CheckCircle} onclick={toggle}>
                        { if chosen.choosing { words.stop_choosing } else { words.choosing } }
                    </Button>
                }
                { export::menu(lang, |format| request.clone().export(format, Some(lang))) }
            </div>
            if chosen.choosing {
                { bar(&chosen, pages.total, lang) }
                if chosen.all || !chosen.pieces.is_empty() {
                    <Actions {target} offer={Offer::Many} {ondone} />
                }
            }
            { list }
        </>
    }
}

fn empty(filtered: bool, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let words = texts(lang);
    if filtered {
        return html! { <NoMatch title={words.none_filtered} clear={words.clear} onclear={onclick} /> };
    }
    html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::CheckCircle} /> }
}

/// How many are chosen, and the way to choose all that match.
fn bar(chosen: &UseStateHandle<Chosen>, total: Option<u64>, lang: Lang) -> Html {
    let words = texts(lang);
    let total = total.unwrap_or_default();
    let count = if chosen.all { total } else { chosen.pieces.len() as u64 };
    let onclick = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| {
            chosen.set(Chosen { all: true, ..(*chosen).clone() });
        })
    };
    html! {
        <div class="row" role="status">
            <span class="strong">{ (words.chosen)(count) }</span>
            if !chosen.all && count < total {
                <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick}>{ (words.all_of_filter)(total) }</Button>
            }
        </div>
    }
}

fn table(
    rows: &[EvidenceRow],
    props: &PiecesProps,
    chosen: &UseStateHandle<Chosen>,
    lang: Lang,
) -> Html {
    let words = texts(lang);
    let (many, narrow) = (props.company.is_none(), props.selected.is_some());
    let mut columns = Vec::new();
    if chosen.choosing {
        columns.push(Column::new("choose", words.choose, CellKind::Text));
    }
    columns.push(Column::new("kind", words.kind_label, CellKind::Title));
    if many {
        columns.push(Column::new("company", words.client, CellKind::Text));
    }
    if !narrow {
        columns.push(Column::new("about", words.about, CellKind::Text));
    }
    columns.extend([
        Column::new("amount", words.amount, CellKind::Number),
        Column::new("deadline", words.deadline, CellKind::Text),
    ]);
    if !narrow {
        columns.push(Column::new("severity", words.severity, CellKind::Text));
    }
    columns.push(Column::new("state", words.state, CellKind::Text));
    let row = |row: &EvidenceRow| {
        let mut cells = Vec::with_capacity(columns.len());
        if chosen.choosing {
            cells.push(Cell::Html(choice(row, chosen, lang)));
        }
        cells.push(Cell::Text(kind_words(row.kind, lang)));
        if many {
            cells.push(Cell::Html(client(row)));
        }
        if !narrow {
            cells.push(Cell::Html(about(row, lang)));
        }
        cells.push(row.amount.map_or(Cell::Empty, |amount| Cell::Text(words::euro(amount, lang))));
        cells.push(row.deadline.map_or(Cell::Empty, |next| Cell::Text(words::day(next.day, lang))));
        if !narrow {
            cells.push(Cell::Html(severity(row.severity, lang)));
        }
        let (tone, label) = standing(row.state.standing(), lang);
        cells.push(Cell::tag(tone, label));
        let key = [&row.company.to_string(), row.key.as_str()].concat();
        let selected = props.selected.as_deref() == Some(row.key.as_str());
        Rc::new(Row { selected, ..Row::new(key, cells).with_href(href(row.company, &row.key)) })
    };
    let rows: Vec<Rc<Row>> = rows.iter().map(row).collect();
    html! { <Table caption={words.title} columns={Rc::new(columns)} {rows} /> }
}

/// Whose a row is.
fn client(row: &EvidenceRow) -> Html {
    html! { <span>{ &row.name }{ " " }<span class="mono small">{ &row.tax_code }</span></span> }
}

/// The position and months of a row.
fn about(row: &EvidenceRow, lang: Lang) -> Html {
    let code = position(row.code.as_deref(), lang);
    let code = html! { <span class={row.code.as_ref().map(|_| "nowrap")}>{ code }</span> };
    match months(row.months, lang) {
        Some(months) => html! { <span>{ code }{ " · " }{ months }</span> },
        None => code,
    }
}

fn choice(row: &EvidenceRow, chosen: &UseStateHandle<Chosen>, lang: Lang) -> Html {
    let named = Named { company: row.company, key: row.key.clone() };
    let checked = chosen.all || chosen.pieces.contains(&named);
    let onchange = {
        let (chosen, named) = (chosen.clone(), named);
        Callback::from(move |on: bool| {
            let mut pieces = (*chosen.pieces).clone();
            match on {
                true => pieces.insert(named.clone()),
                false => pieces.remove(&named),
            };
            let pieces = Rc::new(pieces);
            chosen.set(Chosen { choosing: true, all: false, pieces });
        })
    };
    html! { <Checkbox label={texts(lang).choose} {checked} {onchange} /> }
}
