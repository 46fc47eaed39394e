//! Two figures of several things side by side: half and nine in ten of each topic, what came and what went in each week.

use super::bar_chart::percent;
use super::figure::Figure;
use std::rc::Rc;
use yew::prelude::*;

/// Height of a row with its label, px.
const ROW: i64 = 50;
/// Height of the label, px.
const LABEL: i64 = 18;
/// Height of a bar, px.
const BAR: i64 = 10;
/// The width of the picture, in hundredths of a per cent.
const WHOLE: i64 = 100_00;
/// The shades of the two.
const SHADES: [&str; 2] = ["shade-1", "shade-2"];

/// A thing.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// What it is.
    pub label: AttrValue,
    /// Its two figures.
    pub pair: [u32; 2],
}

/// Props of [`PairRows`].
#[derive(PartialEq, Properties)]
pub struct PairRowsProps {
    /// What the picture shows, for its accessible name.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// What the two figures are.
    pub parts: [AttrValue; 2],
    /// The things.
    pub rows: Rc<Vec<PairRow>>,
    /// The same as a table.
    pub table: Html,
}

/// The picture with its legend, its sentence and its table.
#[component]
pub fn PairRows(props: &PairRowsProps) -> Html {
    let legend = props.parts.iter().zip(SHADES).map(|(part, shade)| {
        html! { <li><span class={classes!("key", shade)}></span>{ part }</li> }
    });
    let legend = legend.collect::<Html>();
    html! { <Figure summary={props.summary.clone()} picture={picture(props)} {legend} table={props.table.clone()} /> }
}

fn picture(props: &PairRowsProps) -> Html {
    let most = props.rows.iter().flat_map(|row| row.pair).max().unwrap_or_default().max(1);
    let rows = (0_i64..).zip(props.rows.iter());
    let height = ROW * i64::try_from(props.rows.len()).unwrap_or_default();
    html! {
        <svg class="bars" width="100%" height={height.to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for rows.map(|(place, row)| one(row, place * ROW, i64::from(most))) }
        </svg>
    }
}

fn one(row: &PairRow, top: i64, most: i64) -> Html {
    let bars = (0_i64..).zip(row.pair).zip(SHADES).map(|((place, value), shade)| {
        let y = top + LABEL + 4 + place * (BAR + 1);
        html! {
            <rect class={shade} x="0" width={percent(i64::from(value) * WHOLE / most)} y={y.to_string()} height={BAR.to_string()} rx="2" />
        }
    });
    let bars = bars.collect::<Html>();
    let [first, second] = row.pair;
    let label = [&row.label, ": ", &first.to_string(), " · ", &second.to_string()].concat();
    html! {
        <g>
            <text class="row-label" x="0" y={(top + LABEL - 4).to_string()}>{ label }</text>
            { bars }
        </g>
    }
}
