//! The table itself.

use super::row::TableRow;
use super::types::{CellKind, Column, Row, Sort};
use crate::events;
use crate::i18n::use_lang;
use crate::ui::icon::{Icon, IconName};
use crate::ui::media::{DESK, TABLET, holds};
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

/// A table at a desk, a list of cards on a phone, and on a tablet whichever has room. Roles are written out, because a table drawn as
/// blocks would lose them.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let words = texts(use_lang());
    let (wrap, Fit { cards, scrolls }) = use_fit();
    let drawn = if cards { "table-cards" } else { "table-rows" };
    let name = scrolls.then(|| props.caption.clone());
    html! {
        // Wider than its place it scrolls by itself, and so must be reached by keyboard; otherwise it is no stop on the way.
        <div ref={wrap} class={classes!("table-wrap", drawn, props.compact.then_some("table-compact"))}
            role={scrolls.then_some("group")} aria-label={name} tabindex={scrolls.then_some("0")}>
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

/// How a table is drawn in its place.
#[derive(Clone, Copy, PartialEq)]
struct Fit {
    /// As cards.
    cards: bool,
    /// Wider than its place all the same.
    scrolls: bool,
}

/// How the table fits, looked at whenever it is drawn and when the window changes.
#[hook]
fn use_fit() -> (NodeRef, Fit) {
    let (element, needs) = (use_node_ref(), use_mut_ref(|| 0));
    let fit = use_state_eq(|| Fit { cards: !holds(TABLET), scrolls: false });
    let look = {
        let (element, fit) = (element.clone(), fit.setter());
        move || {
            if let Some(element) = element.cast::<web_sys::Element>() {
                let (wide, room) = (element.scroll_width(), element.client_width());
                let scrolls = wide > room;
                // Cards do not say how wide the columns are: they come back when there is the room that they wanted.
                if scrolls {
                    needs.replace(wide);
                }
                let cards = !holds(TABLET) || (*needs.borrow() > room && !holds(DESK));
                fit.set(Fit { cards, scrolls });
            }
        }
    };
    use_effect(look.clone());
    use_effect_with((), move |()| {
        let listening = events::on_window("resize", move |_| look());
        move || drop(listening)
    });
    (element, *fit)
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
