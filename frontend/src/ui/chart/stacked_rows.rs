//! Counts of several things side by side, each split into the same four parts: kinds by age.

use super::bar_chart::percent;
use super::figure::Figure;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use std::rc::Rc;
use yew::prelude::*;

/// Height of a row with its label, px.
const ROW: i64 = 46;
/// Height of the label, px.
const LABEL: i64 = 18;
/// Height of a bar, px.
const BAR: i64 = 16;
/// The width of the picture, in hundredths of a per cent.
const WHOLE: i64 = 100_00;
/// The shades of the parts, in their order.
const SHADES: [&str; 4] = ["shade-1", "shade-2", "shade-3", "shade-4"];

/// A thing.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedRow {
    /// What it is.
    pub label: AttrValue,
    /// How many there are of each part.
    pub counts: [u32; 4],
}

/// Props of [`StackedRows`].
#[derive(PartialEq, Properties)]
pub struct StackedRowsProps {
    /// What the picture shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// The heading of the things in the table.
    pub head: AttrValue,
    /// What the parts are.
    pub parts: [AttrValue; 4],
    /// The things.
    pub rows: Rc<Vec<StackedRow>>,
}

/// The picture with its legend, its sentence and its table.
#[component]
pub fn StackedRows(props: &StackedRowsProps) -> Html {
    let legend = props.parts.iter().zip(SHADES).map(|(part, shade)| {
        html! {
            <li><span class={classes!("key", shade)}></span>{ part }</li>
        }
    });
    let legend = legend.collect::<Html>();
    html! { <Figure summary={props.summary.clone()} picture={picture(props)} {legend} table={twin(props)} /> }
}

fn sum(row: &StackedRow) -> i64 {
    row.counts.iter().map(|count| i64::from(*count)).sum()
}

fn picture(props: &StackedRowsProps) -> Html {
    let most = props.rows.iter().map(sum).max().unwrap_or_default().max(1);
    let rows = (0_i64..).zip(props.rows.iter());
    let height = ROW * i64::try_from(props.rows.len()).unwrap_or_default();
    html! {
        <svg class="bars rows" width="100%" height={height.to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for rows.map(|(place, row)| one(row, place * ROW, most, &props.parts)) }
        </svg>
    }
}

fn one(row: &StackedRow, top: i64, most: i64, parts: &[AttrValue; 4]) -> Html {
    let mut before = 0;
    let shaded = row.counts.iter().zip(parts).zip(SHADES).filter(|((count, _), _)| **count > 0);
    let bars = shaded.map(|((count, part), shade)| {
        let count = i64::from(*count);
        let (start, width) = (before * WHOLE / most, count * WHOLE / most);
        before += count;
        html! {
            <rect class={classes!("part", shade)} x={percent(start)} width={percent(width)} y={(top + LABEL + 4).to_string()}
                height={BAR.to_string()}>
                <title>{ [&row.label, ", ", part.as_str(), ": ", &count.to_string()].concat() }</title>
            </rect>
        }
    });
    let bars = bars.collect::<Html>();
    html! {
        <g>
            <text class="row-label" x="0" y={(top + LABEL - 4).to_string()}>{ [&row.label, ": ", &sum(row).to_string()].concat() }</text>
            { bars }
        </g>
    }
}

/// The same as a table.
fn twin(props: &StackedRowsProps) -> Html {
    let keys = ["first", "second", "third", "fourth"];
    let heads = keys.into_iter().zip(&props.parts);
    let mut columns = vec![Column::new("what", props.head.clone(), CellKind::Title)];
    columns.extend(heads.map(|(key, part)| Column::new(key, part.clone(), CellKind::Number)));
    let rows = props.rows.iter().map(|row| {
        let counts = row.counts.iter().map(|count| Cell::text(count.to_string()));
        let cells = [Cell::Text(row.label.clone())].into_iter().chain(counts).collect();
        Row::new(row.label.clone(), cells).shared()
    });
    let rows = rows.collect::<Vec<_>>();
    html! { <Table caption={props.title.clone()} columns={Rc::new(columns)} {rows} compact={true} /> }
}
