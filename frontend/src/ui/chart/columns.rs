//! Columns side by side, each of one part or of several on top of each other: what it costs to pay later, what an instalment is made of.

use super::bar_chart::percent;
use super::figure::Figure;
use super::scale::nice_top;
use std::rc::Rc;
use yew::prelude::*;

/// Height of the columns' area, px.
const HEIGHT: i64 = 160;
/// Height of the letters under it, px.
const FOOT: i64 = 24;
/// The width of the picture, in hundredths of a per cent.
const WHOLE: i64 = 100_00;
/// Shades there are; further parts have the last one.
const SHADES: [&str; 4] = ["shade-1", "shade-2", "shade-3", "shade-4"];

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnPoint {
    /// What it stands for and its amounts, in words.
    pub label: AttrValue,
    /// A word under it; nothing where there is no room.
    pub short: AttrValue,
    /// Its parts in cents, from the bottom; what is below nothing counts as nothing.
    pub parts: Vec<i64>,
    /// Whether it is the one that the page is about.
    pub chosen: bool,
}

/// Props of [`ColumnChart`].
#[derive(PartialEq, Properties)]
pub struct ColumnChartProps {
    /// What the picture shows, for its accessible name.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// The columns, in order.
    pub points: Rc<Vec<ColumnPoint>>,
    /// What each part is, from the bottom.
    pub parts: Vec<AttrValue>,
    /// The same as a table.
    pub table: Html,
}

/// The picture with its legend, its sentence and its table.
#[component]
pub fn ColumnChart(props: &ColumnChartProps) -> Html {
    let legend = props.parts.iter().zip(SHADES).map(|(part, shade)| {
        html! { <li><span class={classes!("key", shade)}></span>{ part }</li> }
    });
    let legend = legend.collect::<Html>();
    html! { <Figure summary={props.summary.clone()} picture={picture(props)} {legend} table={props.table.clone()} /> }
}

fn picture(props: &ColumnChartProps) -> Html {
    let sum = |point: &ColumnPoint| point.parts.iter().map(|part| part.max(&0)).sum::<i64>();
    let top = nice_top(props.points.iter().map(sum).max().unwrap_or_default());
    let step = WHOLE / (props.points.len().max(1) as i64);
    let columns = (0..).step_by(step.max(1) as usize).zip(props.points.iter());
    html! {
        <svg class="bars" width="100%" height={(HEIGHT + FOOT).to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for (0..3).map(|line| {
                let y = [&(HEIGHT * line / 3).to_string(), ".5"].concat();
                html! { <line class="grid-line" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
            }) }
            { for columns.map(|(x, point)| column(point, x, step, top)) }
        </svg>
    }
}

/// A column that starts at `x` and has `width` for itself, in parts of [`WHOLE`].
fn column(point: &ColumnPoint, x: i64, width: i64, top: i64) -> Html {
    let mut bottom = 0;
    let rects = point.parts.iter().zip(SHADES).map(|(part, shade)| {
        let from = height(bottom, top);
        bottom += (*part).max(0);
        let to = height(bottom, top);
        html! {
            <rect class={shade} x={percent(x + width / 8)} width={percent(width * 3 / 4)}
                y={(HEIGHT - to).to_string()} height={(to - from).to_string()} />
        }
    });
    let rects = rects.collect::<Html>();
    html! {
        <g>
            <title>{ &point.label }</title>
            { rects }
            if point.chosen {
                <rect class="column-chosen" x={percent(x)} width={percent(width)} y="0" height={HEIGHT.to_string()} rx="3" />
            }
            <text x={percent(x + width / 2)} y={(HEIGHT + FOOT - 6).to_string()}>{ &point.short }</text>
        </g>
    }
}

/// Pixels of an amount on a scale that ends at `top`.
fn height(cents: i64, top: i64) -> i64 {
    let pixels = (i128::from(cents.clamp(0, top)) * i128::from(HEIGHT) + i128::from(top / 2))
        / i128::from(top.max(1));
    i64::try_from(pixels).unwrap_or(HEIGHT)
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, height};

    #[test]
    fn amounts_have_their_height_and_no_more() {
        for (cents, top, pixels) in [
            (0, 100, 0),
            (50, 100, HEIGHT / 2),
            (100, 100, HEIGHT),
            (900, 100, HEIGHT),
            (-5, 100, 0),
            (1, 1, HEIGHT),
        ] {
            assert_eq!(height(cents, top), pixels, "{cents} of {top}");
        }
    }
}
