//! Months across, series of returns down: what became of each, in the cells of a [`super::MonthStrip`].

use super::figure::Figure;
use super::month_strip::{CELL, FOOT, StripMonth, cell, legend};
use crate::ui::action::link::Link;
use crate::ui::show::tag::Tag;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use std::rc::Rc;
use yew::prelude::*;

/// Where the months begin, beside the names of the series, in hundredths of a per cent.
const NAMES: i64 = 18_00;
/// The width of the picture, in the same parts.
const WHOLE: i64 = 100_00;

/// A series.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// What it is called ("70 123456 62").
    pub label: AttrValue,
    /// Its months, oldest first; the same ones in every series.
    pub months: Vec<StripMonth>,
}

/// Props of [`MonthMatrix`].
#[derive(PartialEq, Properties)]
pub struct MonthMatrixProps {
    /// What the matrix shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// The series.
    pub rows: Rc<Vec<MatrixRow>>,
    /// The heading of the months in the table.
    pub head: AttrValue,
}

/// The matrix with its legend, its sentence and its table.
#[component]
pub fn MonthMatrix(props: &MonthMatrixProps) -> Html {
    let months = props.rows.iter().flat_map(|row| &row.months);
    html! {
        <Figure summary={props.summary.clone()} picture={picture(props)} legend={legend(months)} table={twin(props)} />
    }
}

fn picture(props: &MonthMatrixProps) -> Html {
    let height = CELL * props.rows.len() as i64 + FOOT;
    let last = props.rows.len().saturating_sub(1);
    html! {
        <svg class="bars timeline" width="100%" height={height.to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for (0..).step_by(CELL as usize).zip(props.rows.iter().enumerate()).map(|(y, (place, row))| html! {
                <>
                    <text class="lane-name" x="0" y={(y + CELL / 2 + 5).to_string()}>{ &row.label }</text>
                    { series(&row.months, y, place == last) }
                </>
            }) }
        </svg>
    }
}

/// The cells of a series; under the last one stand the letters of the months.
fn series(months: &[StripMonth], y: i64, with_letters: bool) -> Html {
    let width = (WHOLE - NAMES) / (months.len().max(1) as i64);
    let cells = (NAMES..).step_by(width.max(1) as usize).zip(months);
    let drawn = cells.map(|(x, month)| match with_letters {
        true => cell(month, (x, y), width),
        false => cell(&StripMonth { short: AttrValue::default(), ..month.clone() }, (x, y), width),
    });
    drawn.collect()
}

/// The same as a table: a month a row, the latest first, and a column for each series.
fn twin(props: &MonthMatrixProps) -> Html {
    let mut columns = vec![Column::new("month", props.head.clone(), CellKind::Title)];
    let series = props.rows.iter();
    columns.extend(series.map(|row| Column::new("series", row.label.clone(), CellKind::Text)));
    let months = props.rows.first().map_or(&[][..], |row| row.months.as_slice());
    let line = |(place, month): (usize, &StripMonth)| {
        let states = props.rows.iter().map(|row| row.months.get(place).map_or(Cell::Empty, state));
        let cells = [Cell::Text(month.label.clone())].into_iter().chain(states).collect();
        Row::new(month.label.clone(), cells).shared()
    };
    let rows: Vec<_> = months.iter().enumerate().rev().map(line).collect();
    html! { <Table caption={props.title.clone()} columns={Rc::new(columns)} {rows} compact={true} /> }
}

/// What became of a month, leading to its return.
fn state(month: &StripMonth) -> Cell {
    match &month.href {
        None => Cell::tag(month.tone, month.state.clone()),
        Some(href) => Cell::Html(html! {
            <Link href={href.clone()} class="link cell-link"><Tag tone={month.tone} label={month.state.clone()} /></Link>
        }),
    }
}
