//! The heading and the foot of the grid.

use super::order::SortBy;
use super::row::cell_id;
use super::source::Column;
use crate::ui::icon::{Icon, IconName};
use std::rc::Rc;
use yew::prelude::*;

/// How many of the rows are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// None of them.
    None,
    /// Some of them.
    Some,
    /// All of them.
    All,
}

/// Props of [`GridHead`].
#[derive(PartialEq, Properties)]
pub struct GridHeadProps {
    /// The columns shown.
    pub columns: Rc<[Column]>,
    /// What the rows are sorted by.
    pub sorting: Rc<[SortBy]>,
    /// How many rows are selected.
    pub chosen: Chosen,
    /// The column of the heading that has the focus.
    pub active: Option<usize>,
    /// The beginning of the id of that heading.
    pub id: AttrValue,
    /// What the check mark of the heading does.
    pub select_all: &'static str,
}

/// The row of headings.
pub struct GridHead;

impl Component for GridHead {
    type Message = ();
    type Properties = GridHeadProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let id =
            |column: usize| (props.active == Some(column)).then(|| cell_id(&props.id, 0, column));
        let chosen = match props.chosen {
            Chosen::None => None,
            Chosen::Some => Some("some"),
            Chosen::All => Some("all"),
        };
        html! {
            <div role="rowgroup" class="grid-head">
                <div role="row" class="grid-row" aria-rowindex="1">
                    <div role="columnheader" class="grid-cell grid-check" id={id(0)} data-chosen={chosen}>
                        <span class="grid-box"></span>
                        <span class="sr-only">{ props.select_all }</span>
                    </div>
                    { for props.columns.iter().enumerate().map(|(index, column)| heading(props, index, column, id(index + 1))) }
                </div>
            </div>
        }
    }
}

fn heading(props: &GridHeadProps, index: usize, column: &Column, id: Option<String>) -> Html {
    let step = props.sorting.iter().position(|step| step.column == column.number);
    let sort = step.and_then(|at| props.sorting.get(at)).map(|step| match step.descending {
        false => ("ascending", IconName::ChevronUp),
        true => ("descending", IconName::ChevronDown),
    });
    let several = step.filter(|_| props.sorting.len() > 1).map(|at| at + 1);
    let class = classes!(
        "grid-cell",
        (index == 0).then_some("grid-first"),
        column.stays(),
        column.kind.class()
    );
    html! {
        <div role="columnheader" {class} {id} aria-sort={sort.map(|(word, _)| word)} title={column.label.clone()}>
            <span class="grid-label">{ &column.label }</span>
            if let Some((_, name)) = sort {
                <Icon {name} class="icon-16" />
            }
            if let Some(place) = several {
                <span class="grid-place">{ place }</span>
            }
            <span class="grid-grip" data-grip={index.to_string()}></span>
        </div>
    }
}

/// The row of totals.
pub fn foot(columns: &[Column], totals: &[AttrValue], rows: usize) -> Html {
    if totals.is_empty() {
        return html! {};
    }
    let cell = |(index, (column, total)): (usize, (&Column, &AttrValue))| match index {
        0 => html! { <div role="rowheader" class="grid-cell grid-first">{ total }</div> },
        _ => {
            let class = classes!(column.kind.cell(true), column.stays());
            html! { <div role="gridcell" {class}>{ total }</div> }
        }
    };
    html! {
        <div role="rowgroup" class="grid-foot">
            <div role="row" class="grid-row" aria-rowindex={(rows + 2).to_string()}>
                <div role="gridcell" class="grid-cell grid-check"></div>
                { for columns.iter().zip(totals).enumerate().map(cell) }
            </div>
        </div>
    }
}
