//! Spans of time in lanes, on one axis: what held when.

use super::bar_chart::percent;
use super::figure::Figure;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::tone::Tone;
use std::rc::Rc;
use yew::prelude::*;

/// Height of a lane with its name, px.
const LANE: i64 = 52;
/// Height of a span, px.
const SPAN: i64 = 18;
/// Height of the years under the lanes, px.
const FOOT: i64 = 24;
/// The width of the picture, in hundredths of a per cent.
const WHOLE: i64 = 100_00;
/// Least width of a span, in the same parts: a day would not be seen.
const LEAST: i64 = 80;

/// A span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Its first day, as a number that grows by one a day.
    pub from: i64,
    /// Its last day; none while it lasts.
    pub to: Option<i64>,
    /// What held, in a word.
    pub label: AttrValue,
    /// The colour of that.
    pub tone: Tone,
    /// Drawn thinner and outlined, over a span it interrupts.
    pub gap: bool,
    /// Its first and its last day in words; the last one empty while it lasts.
    pub days: (AttrValue, AttrValue),
}

/// Spans that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose they are.
    pub label: AttrValue,
    /// The spans, those that interrupt others after them.
    pub spans: Vec<Span>,
}

/// Props of [`Timeline`].
#[derive(PartialEq, Properties)]
pub struct TimelineProps {
    /// What the picture shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// The lanes.
    pub lanes: Rc<Vec<Lane>>,
    /// Where the axis begins and ends.
    pub axis: (i64, i64),
    /// Days named under the axis, such as the beginnings of years.
    pub marks: Rc<Vec<(i64, AttrValue)>>,
    /// The headings of the table: lane, what held, from, to.
    pub heads: [AttrValue; 4],
}

/// The picture with its legend, its sentence and its table.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    html! {
        <Figure summary={props.summary.clone()} picture={picture(props)} legend={legend(&props.lanes)} table={twin(props)} />
    }
}

/// Where a day falls on the axis, in parts of [`WHOLE`].
fn place(day: i64, (from, to): (i64, i64)) -> i64 {
    let length = (to - from).max(1);
    (day.clamp(from, to) - from) * WHOLE / length
}

fn picture(props: &TimelineProps) -> Html {
    let height = LANE * props.lanes.len() as i64;
    html! {
        <svg class="bars timeline" width="100%" height={(height + FOOT).to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for props.marks.iter().map(|(day, name)| {
                let x = percent(place(*day, props.axis));
                html! {
                    <>
                        <line class="grid-line" x1={x.clone()} x2={x.clone()} y1="0" y2={height.to_string()} />
                        <text {x} y={(height + FOOT - 6).to_string()}>{ name }</text>
                    </>
                }
            }) }
            { for (0..).step_by(LANE as usize).zip(props.lanes.iter()).map(|(y, lane)| html! {
                <>
                    <text class="lane-name" x="0" y={(y + 16).to_string()}>{ &lane.label }</text>
                    { for lane.spans.iter().map(|each| span(each, y + 24, props.axis)) }
                </>
            }) }
        </svg>
    }
}

fn span(span: &Span, y: i64, axis: (i64, i64)) -> Html {
    let start = place(span.from, axis);
    let width = (place(span.to.map_or(axis.1, |to| to + 1), axis) - start).max(LEAST);
    let (class, inset) = if span.gap { ("span-gap", 4) } else { ("span", 0) };
    let days = [span.days.0.as_str(), span.days.1.as_str()].join(" – ");
    html! {
        <rect class={classes!(class, span.tone.class())} rx="3" x={percent(start.min(WHOLE - LEAST))} width={percent(width)}
            y={(y + inset).to_string()} height={(SPAN - 2 * inset).to_string()}>
            <title>{ [&span.label, ": ", &days].concat() }</title>
        </rect>
    }
}

/// Each word that occurs, once.
fn legend(lanes: &[Lane]) -> Html {
    let mut known: Vec<&Span> = Vec::new();
    for span in lanes.iter().flat_map(|lane| &lane.spans) {
        if known.iter().all(|other| other.label != span.label) {
            known.push(span);
        }
    }
    known.into_iter().map(|span| html! {
        <li><span class={classes!("key", if span.gap { "key-gap" } else { "key-span" }, span.tone.class())}></span>{ &span.label }</li>
    }).collect()
}

fn twin(props: &TimelineProps) -> Html {
    let [lane, what, from, to] = props.heads.clone();
    let columns = Rc::new(vec![
        Column::new("lane", lane, CellKind::Title),
        Column::new("what", what, CellKind::Text),
        Column::new("from", from, CellKind::Text),
        Column::new("to", to, CellKind::Text),
    ]);
    let mut rows = Vec::new();
    for (number, lane) in props.lanes.iter().enumerate() {
        for (place, span) in lane.spans.iter().enumerate() {
            let until = match span.days.1.is_empty() {
                true => Cell::Empty,
                false => Cell::Text(span.days.1.clone()),
            };
            let cells = vec![
                Cell::Text(lane.label.clone()),
                Cell::tag(span.tone, span.label.clone()),
                Cell::Text(span.days.0.clone()),
                until,
            ];
            rows.push(
                Row::new([&number.to_string(), "-", &place.to_string()].concat(), cells).shared(),
            );
        }
    }
    html! { <Table caption={props.title.clone()} {columns} {rows} compact={true} /> }
}

#[cfg(test)]
mod tests {
    use super::{WHOLE, place};

    #[test]
    fn days_fall_between_the_ends_of_the_axis() {
        for (day, part) in [(100, 0), (150, WHOLE / 2), (200, WHOLE), (50, 0), (900, WHOLE)] {
            assert_eq!(place(day, (100, 200)), part, "{day}");
        }
        assert_eq!(place(5, (5, 5)), 0);
    }
}
