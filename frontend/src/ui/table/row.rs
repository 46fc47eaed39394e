//! A row of a table, drawn again only when it changed.

use super::types::{Cell, CellKind, Column, Row};
use crate::ui::action::link::Link;
use crate::ui::show::tag::Tag;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`TableRow`].
#[derive(PartialEq, Properties)]
pub struct TableRowProps {
    /// The columns of the table.
    pub columns: Rc<Vec<Column>>,
    /// The row.
    pub row: Rc<Row>,
}

/// A struct component: long tables draw thousands of these, and hooks would cost each of them.
pub struct TableRow;

impl Component for TableRow {
    type Message = ();
    type Properties = TableRowProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let TableRowProps { columns, row } = ctx.props();
        html! {
            <tr aria-current={row.selected.then_some("true")}>
                { for columns.iter().zip(&row.cells).map(|(column, cell)| table_cell(column, cell, row)) }
            </tr>
        }
    }
}

fn table_cell(column: &Column, cell: &Cell, row: &Row) -> Html {
    let content = match cell {
        Cell::Empty => html! { <span class="muted" aria-hidden="true">{ "–" }</span> },
        Cell::Text(text) => html! { text },
        Cell::Tag(tone, label) => html! { <Tag tone={*tone} label={label.clone()} /> },
        Cell::Html(content) => content.clone(),
    };
    let class = match column.kind {
        CellKind::Text => None,
        CellKind::Title => Some("cell-title"),
        CellKind::Code => Some("cell-code"),
        CellKind::Number => Some("cell-number"),
    };
    let empty = matches!(cell, Cell::Empty).then_some("cell-empty");
    if column.kind == CellKind::Title {
        let content = match &row.href {
            Some(href) => html! { <Link href={href.clone()} class="row-link">{ content }</Link> },
            None => content,
        };
        return html! { <th scope="row" class={classes!(class)}>{ content }</th> };
    }
    html! {
        <td class={classes!(class, empty)}>
            <span class="cell-label" aria-hidden="true">{ &column.title }</span>
            <span>{ content }</span>
        </td>
    }
}
