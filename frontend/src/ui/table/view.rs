//! The table itself.

use super::row::TableRow;
use super::types::{CellKind, Column, Row, Sort};
use crate::events;
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
    let (wrap, wide) = use_wide();
    let name = wide.then(|| props.caption.clone());
    html! {
        // Wider than its place it scrolls by itself, and so must be reached by keyboard; otherwise it is no stop on the way.
        <div ref={wrap} class={classes!("table-wrap", props.compact.then_some("table-compact"))}
            role={wide.then_some("group")} aria-label={name} tabindex={wide.then_some("0")}>
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

/// Whether what the element holds is wider than the element, looked at whenever it is drawn and when the window changes.
#[hook]
fn use_wide() -> (NodeRef, bool) {
    let element = use_node_ref();
    let wide = use_state_eq(|| false);
    let look = {
        let (element, wide) = (element.clone(), wide.setter());
        move || {
            if let Some(element) = element.cast::<web_sys::Element>() {
                wide.set(element.scroll_width() > element.client_width());
            }
        }
    };
    use_effect(look.clone());
    use_effect_with((), move |()| {
        let listening = events::on_window("resize", move |_| look());
        move || drop(listening)
    });
    (element, *wide)
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
