//! Months in a row, one cell each: what became of each is an icon, a colour and, under the picture, a word.

use super::bar_chart::percent;
use super::figure::Figure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::tone::Tone;
use std::rc::Rc;
use yew::prelude::*;

/// Height of a cell, px.
pub(super) const CELL: i64 = 44;
/// Height of the letters under it, px.
pub(super) const FOOT: i64 = 22;
/// The width of the picture, in hundredths of a per cent.
const WHOLE: i64 = 100_00;

/// A month.
#[derive(Clone, Debug, PartialEq)]
pub struct StripMonth {
    /// Its name in full ("settembre 2026").
    pub label: AttrValue,
    /// Its initial, under the cell.
    pub short: AttrValue,
    /// What became of it, in a word ("Inviata").
    pub state: AttrValue,
    /// The colour of that.
    pub tone: Tone,
    /// The icon of that.
    pub icon: IconName,
    /// More about it, for the table ("14/10/2026").
    pub detail: AttrValue,
    /// Where the table leads from it.
    pub href: Option<AttrValue>,
}

/// Props of [`MonthStrip`].
#[derive(PartialEq, Properties)]
pub struct MonthStripProps {
    /// What the strip shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// The months, oldest first.
    pub months: Rc<Vec<StripMonth>>,
    /// The headings of the table: month, state, more about it.
    pub heads: [AttrValue; 3],
}

/// The strip with its legend, its sentence and its table.
#[component]
pub fn MonthStrip(props: &MonthStripProps) -> Html {
    html! {
        <Figure summary={props.summary.clone()} picture={picture(props)} legend={legend(props.months.iter())} table={twin(props)} />
    }
}

fn picture(props: &MonthStripProps) -> Html {
    let width = WHOLE / (props.months.len().max(1) as i64);
    let cells = (0..).step_by(width.max(1) as usize).zip(props.months.iter());
    html! {
        <svg class="bars" width="100%" height={(CELL + FOOT).to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for cells.map(|(x, month)| cell(month, (x, 0), width)) }
        </svg>
    }
}

/// A month that starts at `x` and is `width` wide, in parts of [`WHOLE`], `y` pixels from the top.
pub(super) fn cell(month: &StripMonth, (x, y): (i64, i64), width: i64) -> Html {
    html! {
        <svg class={month.tone.class()} x={percent(x)} y={y.to_string()} width={percent(width)} height={(CELL + FOOT).to_string()} overflow="visible">
            <title>{ [&month.label, ": ", month.state.as_str()].concat() }</title>
            <rect class="strip-cell" x="6%" y="1" width="88%" height={(CELL - 2).to_string()} rx="4" />
            <svg x="50%" y={(CELL / 2).to_string()} overflow="visible">
                <path class="strip-mark" transform="translate(-8 -8) scale(.667)" d={month.icon.drawing()} />
            </svg>
            <text x="50%" y={(CELL + FOOT - 5).to_string()}>{ &month.short }</text>
        </svg>
    }
}

/// Each state that occurs, with how often.
pub(super) fn legend<'m>(months: impl IntoIterator<Item = &'m StripMonth>) -> Html {
    let mut states: Vec<(&StripMonth, usize)> = Vec::new();
    for month in months {
        match states.iter_mut().find(|(known, _)| known.state == month.state) {
            Some((_, count)) => *count += 1,
            None => states.push((month, 1)),
        }
    }
    states.into_iter().map(|(month, count)| html! {
        <li>
            <span class={classes!("key", "key-icon", month.tone.class())}><Icon name={month.icon} class="icon-16" /></span>
            { [month.state.as_str(), " ", &count.to_string()].concat() }
        </li>
    }).collect()
}

fn twin(props: &MonthStripProps) -> Html {
    let [month, state, detail] = props.heads.clone();
    let columns = Rc::new(vec![
        Column::new("month", month, CellKind::Title),
        Column::new("state", state, CellKind::Text),
        Column::new("detail", detail, CellKind::Text),
    ]);
    let row = |month: &StripMonth| {
        let detail = match month.detail.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(month.detail.clone()),
        };
        let cells = vec![
            Cell::Text(month.label.clone()),
            Cell::tag(month.tone, month.state.clone()),
            detail,
        ];
        let row = Row::new(month.label.clone(), cells);
        match &month.href {
            Some(href) => row.with_href(href.clone()),
            None => row,
        }
        .shared()
    };
    let rows: Vec<_> = props.months.iter().rev().map(row).collect();
    html! { <Table caption={props.title.clone()} {columns} {rows} compact={true} /> }
}
