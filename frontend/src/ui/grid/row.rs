//! A row of the grid, drawn again only when it shows something else.

use super::source::{Column, SourceHandle};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`GridRow`].
#[derive(PartialEq, Properties)]
pub struct GridRowProps {
    /// Where its cells come from.
    pub source: SourceHandle,
    /// The columns shown.
    pub columns: Rc<[Column]>,
    /// Its number in the source.
    pub row: u32,
    /// Its place in the list, from 1; the heading is 0.
    pub place: usize,
    /// Whether it is selected.
    pub selected: bool,
    /// The column of the cell that has the focus, if it is in this row.
    pub active: Option<usize>,
    /// The beginning of the id of that cell.
    pub id: AttrValue,
    /// What its check mark does.
    pub select: &'static str,
    /// Whether it is kept only for the focus, out of sight.
    pub away: bool,
}

/// A struct component: hooks would cost each of the rows in sight.
pub struct GridRow;

impl Component for GridRow {
    type Message = ();
    type Properties = GridRowProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let id = |column: usize| {
            (props.active == Some(column)).then(|| cell_id(&props.id, props.place, column))
        };
        let class = if props.away { "grid-row grid-away" } else { "grid-row" };
        let current = props.active.is_some().then_some("true");
        html! {
            <div role="row" {class} aria-rowindex={(props.place + 1).to_string()} aria-selected={props.selected.to_string()} data-current={current}>
                <div role="gridcell" class="grid-cell grid-check" id={id(0)} aria-label={[props.select, " ", &props.source.name(props.row)].concat()}>
                    <span class="grid-box"></span>
                </div>
                { for props.columns.iter().enumerate().map(|(index, column)| cell(props, index, column, id(index + 1))) }
            </div>
        }
    }
}

fn cell(props: &GridRowProps, index: usize, column: &Column, id: Option<String>) -> Html {
    let content = props.source.cell(props.row, column.number);
    if index == 0 {
        let href = props.source.href(props.row);
        return html! {
            <div role="rowheader" class="grid-cell grid-first" {id}><a {href} class="row-link" tabindex="-1">{ content }</a></div>
        };
    }
    let class = column.kind.cell(matches!(content, Html::VText(_)));
    let Some(stays) = column.stays() else {
        return html! { <div role="gridcell" {class} {id}>{ content }</div> };
    };
    let class = classes!(class, stays);
    html! { <div role="gridcell" {class} {id}>{ content }</div> }
}

/// The id of a cell.
pub fn cell_id(grid: &str, place: usize, column: usize) -> String {
    [grid, "-", &place.to_string(), "-", &column.to_string()].concat()
}
