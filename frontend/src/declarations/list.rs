//! Declarations as a table: the other transmissions of a month.

use std::rc::Rc;

use shared::declarations::DeclarationRow;
use shared::ids::CompanyId;
use shared::lang::Lang;
use yew::prelude::*;

use super::text::{Texts, texts};
use crate::route::Route;
use crate::ui::{Cell, CellKind, Column, Row, Table, Tone};
use crate::words;

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
