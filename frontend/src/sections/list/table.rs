//! Rows as a table, from a tablet on. Beside an open record only the principal columns stay.

use std::rc::Rc;

use shared::sections::{Field, FieldRole, Order};
use yew::prelude::*;

use super::Lines;
use super::query::sort_text;
use crate::sections::cells::{cell, column_kind};
use crate::ui::{Card, Column, Row, Sort, Table};

/// Columns that a desk has room for beside each other.
const IN_SIGHT: usize = 9;

/// The table.
pub fn draw(lines: &Lines) -> Html {
    let fields: Vec<(usize, &'static Field)> = shown(lines);
    let columns: Vec<Column> = fields
        .iter()
        .map(|(_, field)| {
            Column::new(field.name, field.label(lines.lang), column_kind(field)).sortable()
        })
        .collect();
    let rows: Vec<Rc<Row>> = lines.rows.iter().map(|row| line(lines, row, &fields)).collect();
    let order = lines.view.order(lines.archive);
    let sort = Some(Sort { key: order.field, descending: order.descending });
    let onsort = lines.view.set_sort.reform(|sort: Sort| {
        Some(sort_text(Order { field: sort.key, descending: sort.descending }))
    });
    html! {
        <Card flush={true}>
            <Table caption={lines.archive.words.title.of(lines.lang)} columns={Rc::new(columns)} {rows} {sort} {onsort} compact={true} />
        </Card>
    }
}

/// The fields with a column: the title first, then as the description has them. Where there are more than a desk has room for, or the
/// table has only half of it, how a record stands and what it comes to follow the title, and stay in sight.
fn shown(lines: &Lines) -> Vec<(usize, &'static Field)> {
    let brief = lines.selected.is_some();
    let listed = |field: &&'static Field| match field.role {
        FieldRole::Title | FieldRole::Status | FieldRole::Amount => true,
        _ if field.name == lines.archive.order.field => true,
        FieldRole::Date | FieldRole::Plain => !brief,
        FieldRole::Detail | FieldRole::Hidden => false,
    };
    let places = lines.archive.0.fields.iter().enumerate();
    let mut fields: Vec<_> = places.filter(|(_, field)| listed(field)).collect();
    let many = brief || fields.len() > IN_SIGHT;
    fields.sort_by_key(|(_, field)| match field.role {
        FieldRole::Title => 0,
        FieldRole::Status if many => 1,
        FieldRole::Amount if many => 2,
        _ => 3,
    });
    fields
}

fn line(lines: &Lines, row: &shared::sections::Row, fields: &[(usize, &'static Field)]) -> Rc<Row> {
    let cells = fields
        .iter()
        .map(|(place, field)| cell(row, *place, field, lines.company, lines.lang))
        .collect();
    let selected = lines.selected == Some(row.key.as_str());
    Rc::new(Row { selected, ..Row::new(row.key.clone(), cells).with_href(lines.href(row)) })
}
