//! Parts of a whole in one bar, in their order: amounts by age.

use super::bar_chart::percent;
use super::figure::Figure;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use std::rc::Rc;
use yew::prelude::*;

/// Height of the bar, px.
const HEIGHT: i64 = 32;
/// The width of the picture, in hundredths of a per cent.
const WHOLE: i64 = 100_00;
/// Shades there are; further parts have the last one.
const SHADES: [&str; 4] = ["shade-1", "shade-2", "shade-3", "shade-4"];

/// A part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is ("oltre 12 mesi").
    pub label: AttrValue,
    /// How much, in cents; what is below nothing counts as nothing.
    pub cents: i64,
    /// The same in words ("1.234,56 €").
    pub text: AttrValue,
    /// How many things it is made of, in words ("3 partite").
    pub count: AttrValue,
}

/// Props of [`StackedBar`].
#[derive(PartialEq, Properties)]
pub struct StackedBarProps {
    /// What the bar shows, for its accessible name and the table's caption.
    pub title: AttrValue,
    /// The same in a sentence.
    pub summary: AttrValue,
    /// The parts, in the order of their shades; at most four.
    pub parts: Rc<Vec<Part>>,
    /// The headings of the table: part, of what, amount.
    pub heads: [AttrValue; 3],
}

/// The bar with its legend, its sentence and its table.
#[component]
pub fn StackedBar(props: &StackedBarProps) -> Html {
    let shaded = || props.parts.iter().zip(SHADES).filter(|(part, _)| part.cents > 0);
    let legend = shaded().map(|(part, shade)| html! {
        <li><span class={classes!("key", shade)}></span>{ &part.label }{ " " }<span class="mono">{ &part.text }</span></li>
    }).collect::<Html>();
    html! { <Figure summary={props.summary.clone()} picture={picture(props)} {legend} table={twin(props)} /> }
}

fn picture(props: &StackedBarProps) -> Html {
    let sum: i64 = props.parts.iter().map(|part| part.cents.max(0)).sum();
    let mut before = 0;
    let rects = props.parts.iter().zip(SHADES).filter(|(part, _)| part.cents > 0).map(|(part, shade)| {
        let (start, end) = (share(before, sum), share(before + part.cents, sum));
        before += part.cents;
        html! {
            <rect class={classes!("part", shade)} x={percent(start)} width={percent(end - start)} y="1" height={(HEIGHT - 2).to_string()}>
                <title>{ [&part.label, ": ", part.text.as_str()].concat() }</title>
            </rect>
        }
    });
    html! {
        <svg class="bars" width="100%" height={HEIGHT.to_string()} role="img"
            aria-label={[&props.title, ". ", props.summary.as_str()].concat()}>
            { for rects }
        </svg>
    }
}

/// How much `part` is of `whole`, in parts of [`WHOLE`].
fn share(part: i64, whole: i64) -> i64 {
    let share = i128::from(part) * i128::from(WHOLE) / i128::from(whole.max(1));
    i64::try_from(share).unwrap_or(WHOLE).clamp(0, WHOLE)
}

fn twin(props: &StackedBarProps) -> Html {
    let [label, count, amount] = props.heads.clone();
    let columns = Rc::new(vec![
        Column::new("label", label, CellKind::Title),
        Column::new("count", count, CellKind::Text),
        Column::new("amount", amount, CellKind::Number),
    ]);
    let row = |part: &Part| {
        let cells = [&part.label, &part.count, &part.text].map(|text| Cell::Text(text.clone()));
        Row::new(part.label.clone(), cells.to_vec()).shared()
    };
    let rows: Vec<_> = props.parts.iter().map(row).collect();
    html! { <Table caption={props.title.clone()} {columns} {rows} compact={true} /> }
}

#[cfg(test)]
mod tests {
    use super::{WHOLE, share};

    #[test]
    fn shares_add_up_to_the_whole_and_no_more() {
        for (part, whole, expected) in [
            (0, 0, 0),
            (1, 4, 25_00),
            (4, 4, WHOLE),
            (i64::MAX, i64::MAX, WHOLE),
            (5, 4, WHOLE),
            (-1, 4, 0),
        ] {
            assert_eq!(share(part, whole), expected, "{part} of {whole}");
        }
    }
}
