//! The table itself.

use super::row::TableRow;
use super::types::{CellKind, Column, Row, Sort};
use crate::i18n::use_lang;
use crate::ui::icon::{Icon, IconName};
use crate::ui::text::{Texts, texts};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Table`].
#[derive(PartialEq, Properties)]
pub struct TableProps {
    /// What the table shows, heard but not seen.
    pub caption: AttrValue,
    /// The columns; exactly one of kind `Title`.
    pub columns: Rc<Vec<Column>>,
    /// The rows, already in order.
    pub rows: Vec<Rc<Row>>,
    /// What they are sorted by.
    #[prop_or_default]
    pub sort: Option<Sort>,
    /// Called with what to sort by instead.
    #[prop_or_default]
    pub onsort: Callback<Sort>,
    /// Cells of 8 × 8 instead of 12 × 16.
    #[prop_or_default]
    pub compact: bool,
}

/// A table at a desk, a list of cards on a phone. Roles are written out, because a table drawn as blocks would lose them.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let words = texts(use_lang());
    html! {
        // Wider than the screen it scrolls by itself, and so must be reached by keyboard.
        <div class={classes!("table-wrap", props.compact.then_some("table-compact"))} role="group" aria-label={&props.caption} tabindex="0">
            <table role="table">
                <caption class="sr-only">{ &props.caption }</caption>
                <thead>
                    <tr>{ for props.columns.iter().map(|column| heading(words, props, column)) }</tr>
                </thead>
                <tbody>
                    { for props.rows.iter().map(|row| html! {
                        <TableRow key={row.key.as_str()} columns={props.columns.clone()} row={row.clone()} />
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn heading(words: &'static Texts, props: &TableProps, column: &Column) -> Html {
    let class = (column.kind == CellKind::Number).then_some("cell-number");
    let sorted = props.sort.filter(|sort| sort.key == column.key);
    let direction = match sorted {
        Some(Sort { descending: true, .. }) => "descending",
        Some(_) => "ascending",
        None => "none",
    };
    if !column.sortable {
        return html! { <th scope="col" class={classes!(class)}>{ &column.title }</th> };
    }
    let (key, current) = (column.key, props.sort);
    let onclick = props.onsort.reform(move |_: MouseEvent| Sort::pressed(current, key));
    let icon = match sorted {
        Some(Sort { descending: true, .. }) => IconName::ChevronDown,
        Some(_) => IconName::ChevronUp,
        None => IconName::Sort,
    };
    html! {
        <th scope="col" class={classes!(class)} aria-sort={direction}>
            <button type="button" class={classes!("sort", sorted.map(|_| "sort-on"))} {onclick} title={words.sort_by}>
                { &column.title }<Icon name={icon} class="icon-16" />
            </button>
        </th>
    }
}
