//! Narrowing, ordering and paging the rows of a section.

use std::cmp::Ordering;

use shared::lang::Lang;
use shared::page::{Cursor, Page, limit};
use shared::sections::{Field, Filter, Order, Row, Section, sorting, written};

use crate::companies::fold;
use crate::fault::{Error, Result};
use crate::keys;

/// What somebody asked for; as the fields of [`shared::sections::List`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<'q> {
    /// Words that all must occur.
    pub search: Option<&'q str>,
    /// Conditions.
    pub filter: Option<&'q str>,
    /// The order.
    pub sort: Option<&'q str>,
}

/// The rows that pass, in the order asked for.
///
/// # Errors
/// On field `filter`, reason `not_a_filter`; on field `sort`, reason `not_a_field`.
pub fn select(section: &'static Section, mut rows: Vec<Row>, query: Query<'_>) -> Result<Vec<Row>> {
    let filters = match query.filter {
        Some(text) => {
            Filter::parse(section, text).map_err(|_| Error::field("filter", "not_a_filter"))?
        }
        None => Vec::new(),
    };
    let words = query.search.map(fold).unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    rows.retain(|row| {
        filters.iter().all(|filter| filter.passes(&row.cells))
            && (words.is_empty() || holds(section, row, &words))
    });
    let sort = Sort::of(section, query.sort)?;
    rows.sort_by(|a, b| sort.compare(a, b));
    Ok(rows)
}

/// A page of the rows that pass. The cursor holds the last row's value and key, so that a page goes on in its place even if that row
/// is gone.
///
/// # Errors
/// Those of [`select`]; on field `cursor`, reason `not_a_cursor`.
pub fn page(
    section: &'static Section,
    rows: Vec<Row>,
    query: Query<'_>,
    cursor: Option<&Cursor>,
    asked: Option<u16>,
) -> Result<Page<Row>> {
    let rows = select(section, rows, query)?;
    let sort = Sort::of(section, query.sort)?;
    let total = rows.len() as u64;
    let start = match cursor {
        None => 0,
        Some(cursor) => {
            let last = sort.last(cursor)?;
            rows.partition_point(|row| sort.compare(row, &last).is_le())
        }
    };
    let limit = limit(asked);
    let more = rows.len() > start + limit;
    let items: Vec<Row> = rows.into_iter().skip(start).take(limit).collect();
    let next = items.last().filter(|_| more).map(|row| sort.cursor(row));
    Ok(Page { items, next, total: Some(total) })
}

/// An order of rows, in which no two are equal.
struct Sort {
    place: usize,
    field: &'static Field,
    descending: bool,
}

impl Sort {
    fn of(section: &'static Section, asked: Option<&str>) -> Result<Self> {
        let order = match asked.filter(|asked| !asked.is_empty()) {
            None => section.order,
            Some(asked) => {
                let (name, descending) = match asked.strip_prefix('-') {
                    Some(name) => (name, true),
                    None => (asked, false),
                };
                let (_, field) =
                    section.field(name).ok_or_else(|| Error::field("sort", "not_a_field"))?;
                Order { field: field.name, descending }
            }
        };
        let (place, field) =
            section.field(order.field).ok_or_else(|| Error::field("sort", "not_a_field"))?;
        Ok(Self { place, field, descending: order.descending })
    }

    fn compare(&self, a: &Row, b: &Row) -> Ordering {
        sorting(self.field, self.place, self.descending, &a.cells, &b.cells)
            .then_with(|| a.key.cmp(&b.key))
    }

    fn cursor(&self, row: &Row) -> Cursor {
        let cell = row.cells.get(self.place).and_then(Option::as_deref);
        keys::cursor(&(cell.is_some(), cell.unwrap_or_default().to_owned(), row.key.clone()))
    }

    /// A row that stands where the one stood after which the cursor goes on.
    fn last(&self, cursor: &Cursor) -> Result<Row> {
        let (said, cell, key): (bool, String, String) = keys::from_cursor(cursor)?;
        let mut cells = vec![None; self.place + 1];
        if let Some(last) = cells.last_mut() {
            *last = said.then_some(cell);
        }
        Ok(Row::new(key, cells))
    }
}

/// Whether all words occur in a row, as it is written or as somebody reads it.
fn holds(section: &Section, row: &Row, words: &[&str]) -> bool {
    let mut text = String::new();
    for (place, (field, canonical)) in section.fields.iter().zip(&row.cells).enumerate() {
        let Some(canonical) = canonical else { continue };
        text.push_str(canonical);
        for lang in Lang::ALL {
            text.push(' ');
            text.extend(written(row, place, field, lang));
        }
        text.push('\n');
    }
    let text = fold(&text);
    words.iter().all(|word| text.contains(word))
}
