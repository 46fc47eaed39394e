//! What something is tied to: itself in the middle, on either side what it is tied to, a line for each tie.

use super::bar_chart::percent;
use super::figure::Figure;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::tone::Tone;
use std::rc::Rc;
use yew::prelude::*;

/// Height of a node, px.
const NODE: i64 = 48;
/// Height of a node with the space under it, px.
const STEP: i64 = 60;
/// Nodes drawn on a side at most; the table has them all.
const MOST: usize = 12;
/// The width of a node, in per cent.
const WIDTH: i64 = 30;
/// Where the nodes at the right begin, and where the one in the middle does, in the same parts.
const RIGHT: i64 = 100 - WIDTH;
const MIDDLE: i64 = (100 - WIDTH) / 2;

/// Something that is tied to what stands in the middle.
#[derive(Clone, Debug, PartialEq)]
pub struct GraphNode {
    /// What it is called.
    pub label: AttrValue,
    /// How it is tied ("amministratore unico").
    pub tie: AttrValue,
    /// Since when, for the table.
    pub since: AttrValue,
    /// Where the table leads from it.
    pub href: AttrValue,
    /// The colour of its kind.
    pub tone: Tone,
    /// Whether it stands at the right.
    pub right: bool,
}

/// Props of [`LinkGraph`].
#[derive(PartialEq, Properties)]
pub struct LinkGraphProps {
    /// What the picture shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// What stands in the middle.
    pub centre: AttrValue,
    /// What it is tied to.
    pub nodes: Rc<Vec<GraphNode>>,
    /// The kinds of nodes, for the legend.
    pub kinds: Vec<(Tone, AttrValue)>,
    /// The headings of the table: what, how it is tied, since when.
    pub heads: [AttrValue; 3],
}

/// The picture with its legend, its sentence and its table.
#[component]
pub fn LinkGraph(props: &LinkGraphProps) -> Html {
    let legend: Html = props
        .kinds
        .iter()
        .map(|(tone, kind)| {
            html! {
                <li><span class={classes!("key", "key-span", tone.class())}></span>{ kind }</li>
            }
        })
        .collect();
    html! {
        <Figure summary={props.summary.clone()} picture={picture(props)} {legend} table={twin(props)} />
    }
}

fn picture(props: &LinkGraphProps) -> Html {
    let side = |right: bool| props.nodes.iter().filter(move |node| node.right == right).take(MOST);
    let most = side(false).count().max(side(true).count()).max(1) as i64;
    let height = STEP * most;
    // Each side hangs in the middle of the height, like what it is tied to.
    let placed = |right: bool| {
        let top = (height - STEP * side(right).count() as i64) / 2;
        (top..).step_by(STEP as usize).zip(side(right))
    };
    let middle = (height - STEP) / 2;
    html! {
        <svg class="bars" width="100%" height={height.to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for placed(false).map(|(y, _)| tie((WIDTH, y), (MIDDLE, middle))) }
            { for placed(true).map(|(y, _)| tie((RIGHT, y), (MIDDLE + WIDTH, middle))) }
            { for placed(false).map(|(y, each)| node(each.tone, &each.label, &each.tie, (0, y))) }
            { for placed(true).map(|(y, each)| node(each.tone, &each.label, &each.tie, (RIGHT, y))) }
            { node(Tone::Blue, &props.centre, "", (MIDDLE, middle)) }
        </svg>
    }
}

/// The line between two nodes.
fn tie((from, y): (i64, i64), (to, middle): (i64, i64)) -> Html {
    let x = |parts: i64| percent(parts * 100);
    html! {
        <line class="tie" x1={x(from)} y1={(y + NODE / 2).to_string()} x2={x(to)} y2={(middle + NODE / 2).to_string()} />
    }
}

/// A node with two lines of words; what does not fit is cut off, and told when one points at it and by the table.
fn node(tone: Tone, label: &str, tie: &str, (x, y): (i64, i64)) -> Html {
    let alone = tie.is_empty();
    html! {
        <svg class={classes!("node", tone.class())} x={percent(x * 100)} y={y.to_string()} width={percent(WIDTH * 100)} height={NODE.to_string()}>
            <title>{ if alone { label.to_owned() } else { [label, ": ", tie].concat() } }</title>
            <rect class="span" x="1" y="1" width="99%" height={(NODE - 2).to_string()} rx="4" />
            <text class="node-label" x="12" y={if alone { "29" } else { "21" }}>{ label }</text>
            <text x="12" y="38">{ tie }</text>
        </svg>
    }
}

/// The same as a table.
fn twin(props: &LinkGraphProps) -> Html {
    let [what, tie, since] = props.heads.clone();
    let columns = Rc::new(vec![
        Column::new("what", what, CellKind::Title),
        Column::new("tie", tie, CellKind::Text),
        Column::new("since", since, CellKind::Text),
    ]);
    let row = |node: &GraphNode| {
        let cells = [&node.label, &node.tie, &node.since].map(|text| match text.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(text.clone()),
        });
        Row::new(node.href.clone(), cells.to_vec()).with_href(node.href.clone()).shared()
    };
    let rows: Vec<_> = props.nodes.iter().map(row).collect();
    html! { <Table caption={props.title.clone()} {columns} {rows} compact={true} /> }
}
