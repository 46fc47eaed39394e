//! Due against paid, month by month: two bars each, what is missing in red and outlined.
//!
//! Positions across are per cents and heights are pixels, so the picture fills any width without a `viewBox` that would
//! stretch its letters.

use super::figure::Figure;
use super::scale::nice_top;
use crate::i18n::use_lang;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::text::{Texts, texts};
use std::rc::Rc;
use yew::prelude::*;

/// Height of the bars' area, px.
const HEIGHT: i64 = 132;
/// Height of the letters under it, px.
const FOOT: i64 = 24;
/// The width of the picture, in hundredths of a per cent: whole numbers, because writing fractions would weigh 4 KB.
const WHOLE: i64 = 100_00;

/// A month.
#[derive(Clone, Debug, PartialEq)]
pub struct BarPoint {
    /// Its name in full ("settembre 2026").
    pub label: AttrValue,
    /// Its initial, under the bars.
    pub short: AttrValue,
    /// What was due, in cents.
    pub due: i64,
    /// What was paid, in cents.
    pub paid: i64,
    /// What was due, in words ("12.856,00 €").
    pub due_text: AttrValue,
    /// What was paid, in words.
    pub paid_text: AttrValue,
}

/// Props of [`BarChart`].
#[derive(PartialEq, Properties)]
pub struct BarChartProps {
    /// What the picture shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The months, oldest first.
    pub points: Rc<Vec<BarPoint>>,
}

/// The picture with its legend, its summary in words and its table.
#[component]
pub fn BarChart(props: &BarChartProps) -> Html {
    let words = texts(use_lang());
    let short: Vec<&str> = props
        .points
        .iter()
        .filter(|point| point.paid < point.due)
        .map(|point| point.label.as_str())
        .collect();
    let summary = (words.chart_summary)(props.points.len(), &short);
    let legend = html! {
        <>
            <li><span class="key key-due"></span>{ words.due }</li>
            <li><span class="key key-paid"></span>{ words.paid }</li>
            if !short.is_empty() {
                <li><span class="key key-missing"></span>{ words.missing }</li>
            }
        </>
    };
    let picture = picture(props, &summary);
    html! { <Figure {summary} {picture} {legend} table={twin(words, props)} /> }
}

fn picture(props: &BarChartProps, summary: &str) -> Html {
    let greatest = props.points.iter().map(|point| point.due.max(point.paid)).max().unwrap_or(0);
    let top = nice_top(greatest);
    let step = WHOLE / (props.points.len().max(1) as i64);
    let months = (0..).step_by(step as usize).zip(props.points.iter());
    html! {
        <svg class="bars" width="100%" height={(HEIGHT + FOOT).to_string()} role="img"
            aria-label={[&props.title, ". ", summary].concat()}>
            { for (0..3).map(|line| {
                // On the middle of a pixel, so that the line is as thin as one.
                let y = [&(HEIGHT * line / 3).to_string(), ".5"].concat();
                html! { <line class="grid-line" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
            }) }
            { for months.map(|(x, point)| month(point, x, step, top)) }
        </svg>
    }
}

/// The two bars of a month that starts at `x` and is `width` wide, in parts of [`WHOLE`].
fn month(point: &BarPoint, x: i64, width: i64, top: i64) -> Html {
    let height = |cents: i64| (cents.clamp(0, top) * HEIGHT + top / 2) / top;
    let (due, paid) = (height(point.due), height(point.paid));
    let missing = point.paid < point.due;
    let bar = |class: &'static str, start: i64, from: i64, to: i64| {
        html! {
            <rect class={class} x={percent(x + width * start / 100)} width={percent(width / 3)} rx="2"
                y={(HEIGHT - to).to_string()} height={(to - from).max(0).to_string()} />
        }
    };
    html! {
        <g>
            <title>{ [&point.label, ": ", &point.due_text, " / ", &point.paid_text].concat() }</title>
            { bar("bar-due", 14, 0, due) }
            { bar(if missing { "bar-missing" } else { "bar-paid" }, 53, 0, paid) }
            if missing {
                { bar("bar-gap", 53, paid, due) }
            }
            <text x={percent(x + width / 2)} y={(HEIGHT + FOOT - 6).to_string()}>{ &point.short }</text>
        </g>
    }
}

/// Parts of [`WHOLE`] as SVG writes them.
pub(super) fn percent(parts: i64) -> String {
    let hundredths = (parts % 100).to_string();
    let zero = if hundredths.len() == 1 { "0" } else { "" };
    [&(parts / 100).to_string(), ".", zero, &hundredths, "%"].concat()
}

/// The same as a table.
fn twin(words: &'static Texts, props: &BarChartProps) -> Html {
    let columns = Rc::new(vec![
        Column::new("month", words.month, CellKind::Title),
        Column::new("due", words.due, CellKind::Number),
        Column::new("paid", words.paid, CellKind::Number),
    ]);
    let row = |point: &BarPoint| {
        let cells =
            [&point.label, &point.due_text, &point.paid_text].map(|text| Cell::Text(text.clone()));
        Row::new(point.label.clone(), cells.to_vec()).shared()
    };
    let rows: Vec<_> = props.points.iter().map(row).collect();
    html! { <Table caption={props.title.clone()} {columns} {rows} compact={true} /> }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn parts_are_written_as_per_cents() {
        for (parts, text) in [(0, "0.00%"), (7, "0.07%"), (1_42, "1.42%"), (100_00, "100.00%")] {
            assert_eq!(percent(parts), text);
        }
    }
}
