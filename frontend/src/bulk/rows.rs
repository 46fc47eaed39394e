//! The companies, and what becomes of each.

use std::rc::Rc;

use shared::bulk::{Obstacle, Row};
use shared::lang::Lang;
use yew::prelude::*;

use super::text::texts;
use crate::browser;
use crate::i18n::use_lang;
use crate::route::Route;
use crate::ui::{
    self, Button, ButtonKind, ButtonSize, Cell, CellKind, Column, Pager, Segment, SegmentedControl,
    Table, Tone,
};
use crate::words;

/// Rows drawn at first, and added each time more are wanted.
const AT_ONCE: usize = 100;

/// Props of [`Rows`].
#[derive(PartialEq, Properties)]
pub(super) struct RowsProps {
    pub rows: Vec<Row>,
    /// Whether they were sent, or are being sent.
    pub sent: bool,
    /// Leaves a company out, by its number; none once it is too late for that.
    pub onremove: Option<Callback<u32>>,
}

/// Which rows are shown.
const ALL: &str = "tutte";
const GOOD: &str = "si";
const BAD: &str = "no";

/// The table, with those that go and those that do not apart.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    use_rows_focus(props.rows.len());
    let which = use_state_eq(|| AttrValue::Static(ALL));
    let most = use_state_eq(|| AT_ONCE);
    let count = |bad: bool| props.rows.iter().filter(|row| row.obstacle.is_some() == bad).count();
    let labels = if props.sent { words.segments_sent } else { words.segments };
    let counts = [props.rows.len(), count(false), count(true)];
    let segments: Vec<Segment> = [ALL, GOOD, BAD]
        .into_iter()
        .zip(labels.into_iter().zip(counts))
        .map(|(value, (label, count))| {
            Segment::new(value, [label, " (", &count.to_string(), ")"].concat())
        })
        .collect();
    let onchange = {
        let (which, most) = (which.setter(), most.setter());
        Callback::from(move |value: AttrValue| {
            which.set(value);
            most.set(AT_ONCE);
        })
    };
    let chosen: Vec<&Row> = props
        .rows
        .iter()
        .filter(|row| match which.as_str() {
            GOOD => row.obstacle.is_none(),
            BAD => row.obstacle.is_some(),
            _ => true,
        })
        .collect();
    let onmore = (chosen.len() > *most).then(|| {
        let (most, now) = (most.setter(), *most);
        Callback::from(move |_: MouseEvent| most.set(now + AT_ONCE))
    });
    let drawn: Vec<Rc<ui::Row>> =
        chosen.iter().take(*most).map(|one| row(one, props, lang)).collect();
    let (shown, total) = (drawn.len() as u64, Some(chosen.len() as u64));
    html! {
        <div class="stack">
            <SegmentedControl legend={words.which} {segments} value={(*which).clone()} {onchange} />
            if drawn.is_empty() {
                <p class="muted">{ words.no_rows }</p>
            } else {
                <Table caption={words.companies} columns={Rc::new(columns(props, lang))} rows={drawn} />
            }
            if onmore.is_some() { <Pager {shown} {total} {onmore} busy={false} /> }
        </div>
    }
}

/// Where a company was left out its button is gone: the first of the others has the focus.
#[hook]
fn use_rows_focus(count: usize) {
    let before = use_mut_ref(|| count);
    use_effect_with(count, move |count| {
        if before.replace(*count) > *count {
            browser::focus("main table .btn");
        }
    });
}

fn columns(props: &RowsProps, lang: Lang) -> Vec<Column> {
    let words = texts(lang);
    let mut columns = vec![
        Column::new("company", words.company, CellKind::Title),
        Column::new("code", words.tax_code, CellKind::Code),
        Column::new("position", words.position, CellKind::Code),
        Column::new("office", words.office, CellKind::Text),
    ];
    match props.sent {
        true => columns.push(Column::new("protocol", words.protocol, CellKind::Code)),
        false => columns.push(Column::new("expected", words.expected, CellKind::Text)),
    }
    columns.push(Column::new("outcome", words.outcome, CellKind::Text));
    if props.onremove.is_some() {
        columns.push(Column::new("remove", words.remove, CellKind::Text));
    }
    columns
}

fn row(row: &Row, props: &RowsProps, lang: Lang) -> Rc<ui::Row> {
    let words = texts(lang);
    let name = row.name.clone().unwrap_or_else(|| match row.obstacle {
        // Nobody's company: all that there is of it is what was typed.
        Some(Obstacle::NotACode) => row.tax_code.clone(),
        _ => words.unknown_company.to_owned(),
    });
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::text);
    let matricola = row.matricola.as_deref().map(|code| words::matricola(code).to_string());
    let mut cells =
        vec![Cell::text(name.clone()), text(Some(row.tax_code.clone())), text(matricola)];
    cells.push(text(row.office.clone()));
    cells.push(match props.sent {
        true => text(row.sent.map(|sent| sent.protocol.to_string())),
        false => row.expected.map_or(Cell::Empty, |day| Cell::Text(words::day(day, lang))),
    });
    cells.push(match (row.obstacle, row.sent.is_some(), props.sent) {
        (Some(obstacle), ..) => Cell::tag(Tone::Orange, why(obstacle, lang)),
        (None, true, _) => Cell::tag(Tone::Green, words.is_sent),
        (None, false, true) => Cell::tag(Tone::Grey, words.waits),
        (None, false, false) => Cell::tag(Tone::Blue, words.goes),
    });
    if let Some(onremove) = &props.onremove {
        let number = row.number;
        let onclick = onremove.reform(move |_: MouseEvent| number);
        cells.push(Cell::Html(html! {
            <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} {onclick} about={name}>{ words.remove }</Button>
        }));
    }
    let made = ui::Row::new(row.number.to_string(), cells);
    match row.sent {
        Some(sent) => made.with_href(Route::Request { request: sent.request }.href()).shared(),
        None => made.shared(),
    }
}

/// Why nothing is sent about a company.
fn why(obstacle: Obstacle, lang: Lang) -> &'static str {
    let place = Obstacle::ALL.iter().position(|one| *one == obstacle);
    place.and_then(|at| texts(lang).obstacles.get(at).copied()).unwrap_or_default()
}
