//! The years of the comparison DM10 – O1/M: what was counted twice, side by side; what differs first, and all of it on request.

use std::rc::Rc;

use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::Row;
use shared::sections::contributions::comparison::{Measure, SECTION};
use yew::prelude::*;

use super::query::{View, sort_text};
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::route::record_href;
use crate::sections::archive::Archive;
use crate::sections::cells::{cell, written};
use crate::sections::text::texts;
use crate::ui::{
    self, Card, Cell, CellKind, Column, EmptyState, IconName, Segment, SegmentedControl, Sort,
    Table,
};
use crate::words;

/// The archive.
pub const SLUG: &str = SECTION.slug;
/// What the address says where every year is shown.
const ALL: &str = "tutto";
/// The counts and what lies between them, as the archive names its fields; the last one orders the list too.
const COUNTS: [(&str, &str); 2] = [("dm", "DM10"), ("individual", "O1/M")];

/// Props of [`Comparison`].
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// Of which company.
    pub company: CompanyId,
    /// The archive.
    pub archive: Archive,
    /// Its records, as far as they were read.
    pub rows: Rc<Vec<Row>>,
    /// What is asked for.
    pub view: View,
    /// Whether there are no more of them.
    pub whole: bool,
}

/// The comparison: a table from a tablet on, a list of cards on a phone.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (shown, show) = use_query("mostra");
    let all = shown.as_deref() == Some(ALL);
    let lines: Vec<Rc<ui::Row>> = props
        .rows
        .iter()
        .flat_map(|row| Measure::ALL.map(|measure| (row, measure)))
        .filter(|(row, measure)| all || measure.differs(&row.cells))
        .filter_map(|(row, measure)| line(props, row, measure, lang))
        .collect();
    let segments =
        vec![Segment::new("", words.only_differences), Segment::new(ALL, words.every_year)];
    let onchange = show.reform(|value: AttrValue| Some(value.to_string()));
    html! {
        <>
            <SegmentedControl legend={words.compare_what} {segments} value={if all { ALL } else { "" }} {onchange} />
            if !lines.is_empty() {
                { table(props, lines, lang) }
            } else if props.whole {
                <Card>
                    <EmptyState title={words.no_difference} text={words.no_difference_text} icon={IconName::CheckCircle} />
                </Card>
            }
        </>
    }
}

fn table(props: &ComparisonProps, rows: Vec<Rc<ui::Row>>, lang: Lang) -> Html {
    let archive = props.archive;
    let label = |name: &str| archive.field(name).map_or("", |(_, field)| field.label(lang));
    let mut columns = vec![Column::new("year", label("year"), CellKind::Title).sortable()];
    columns.extend(COUNTS.map(|(key, name)| Column::new(key, name, CellKind::Number)));
    columns.extend([
        Column::new("difference", label("difference"), CellKind::Number).sortable(),
        Column::new("matricola", label("matricola"), CellKind::Code),
        Column::new("state", label("state"), CellKind::Text),
    ]);
    let order = props.view.order(archive);
    let sort = Some(Sort { key: order.field, descending: order.descending });
    let onsort = props.view.set_sort.reform(|sort: Sort| {
        Some(sort_text(shared::sections::Order { field: sort.key, descending: sort.descending }))
    });
    html! {
        <div class="compared">
            <Card flush={true}>
                <Table caption={archive.words.title.of(lang)} columns={Rc::new(columns)} {rows} {sort} {onsort} compact={true} />
            </Card>
        </div>
    }
}

/// What a year was counted by, leading to its record; nothing of what only one count tells.
fn line(props: &ComparisonProps, row: &Row, measure: Measure, lang: Lang) -> Option<Rc<ui::Row>> {
    let words = texts(lang);
    let (dm, individual) = measure.of(&row.cells)?;
    let field = |name: &str| props.archive.field(name);
    let year = field("year").and_then(|(place, field)| written(row, place, field, lang))?;
    let (title, mark) = match measure {
        Measure::Wages => ((words.wages_of)(&year), "~w"),
        Measure::Workers => ((words.workers_of)(&year), "~n"),
    };
    let told = |name: &str| match field(name) {
        Some((place, field)) => cell(row, place, field, props.company, lang),
        None => Cell::Empty,
    };
    let number = |number: i64| Cell::Text(number_of(measure, number, lang));
    let difference = match dm == individual {
        true => Cell::Empty,
        false => number(dm - individual),
    };
    let cells = vec![
        Cell::text(title),
        number(dm),
        number(individual),
        difference,
        told("matricola"),
        told("state"),
    ];
    let href = record_href(props.company, SLUG, &row.key);
    let href = [href.as_str(), &props.view.query()].concat();
    Some(ui::Row::new([&row.key, mark].concat(), cells).with_href(href).shared())
}

/// An amount, or a number of workers, which may be below nothing as well.
fn number_of(measure: Measure, number: i64, lang: Lang) -> AttrValue {
    match measure {
        Measure::Wages => words::euro(Euro::from_cents(number), lang),
        Measure::Workers => {
            let sign = if number < 0 { "−" } else { "" };
            [sign, &words::count(number.unsigned_abs(), lang)].concat().into()
        }
    }
}
