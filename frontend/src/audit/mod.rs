//! The audit log, for the auditor.

mod text;

use std::rc::Rc;

use shared::audit::{Entry, Export, List};
use shared::lang::Lang;
use shared::page::Cursor;
use yew::prelude::*;

use crate::export;
use crate::i18n::use_lang;
use crate::remote::{Paged, use_pages};
use crate::ui::{Card, Cell, CellKind, Column, EmptyState, IconName, Row, Shape, Skeleton, Table};
use crate::words;
use text::texts;

impl Paged for List {
    type Row = Entry;

    fn starting_at(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// The screen.
#[component]
pub fn Log() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let pages = use_pages(&List::default());
    let columns = vec![
        Column::new("number", words.number, CellKind::Title),
        Column::new("at", words.at, CellKind::Text),
        Column::new("action", words.action, CellKind::Code),
        Column::new("person", words.person, CellKind::Code),
        Column::new("company", words.company, CellKind::Code),
        Column::new("subject", words.subject, CellKind::Code),
        Column::new("chain", words.chain, CellKind::Code),
    ];
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Table} count={12} /> },
        |_| {
            if pages.rows.is_empty() {
                return html! { <EmptyState title={words.none} icon={IconName::List} /> };
            }
            let rows = pages.rows.iter().map(|entry| line(entry, lang)).collect::<Vec<_>>();
            html! { <><Table caption={words.log} columns={Rc::new(columns)} {rows} compact={true} />{ pages.foot(lang) }</> }
        },
    );
    let files =
        export::menu(lang, |format| Export { format, lang: Some(lang), ..Default::default() });
    html! {
        <>
            <p class="lead">{ words.intro }</p>
            <Card title={words.log} aside={files} flush={true}>{ list }</Card>
        </>
    }
}

fn line(entry: &Entry, lang: Lang) -> Rc<Row> {
    let person = match entry.person {
        Some(person) => Cell::text(person.to_string()),
        None => Cell::text(texts(lang).system),
    };
    let cells = vec![
        Cell::text(words::count(entry.number, lang)),
        Cell::text(words::moment(entry.at, lang)),
        Cell::text(entry.action.clone()),
        person,
        entry.company.map_or(Cell::Empty, |company| Cell::text(company.to_string())),
        entry.subject.clone().map_or(Cell::Empty, Cell::text),
        Cell::text(entry.chain.clone()),
    ];
    Row::new(entry.number.to_string(), cells).shared()
}
