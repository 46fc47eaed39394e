//! A section as a file.

use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::sections::{
    Export, Field, FieldRole, Filter as Condition, Kind, Phrase, Section, cell, phrase,
};

use super::handlers::readable;
use super::{rows, select};
use crate::app::App;
use crate::export::{Cell, Column, Filter, Order, Sheet, lang, make};
use crate::fault::{Error, Result};
use crate::http::call::{CompanyCall, Download};

const SEARCH: Phrase = phrase("Ricerca", "Search", "Suche");

/// Hands out the records that the list would show.
pub(super) async fn export(app: App, call: CompanyCall, request: Export) -> Result<Download> {
    let section = readable(&call.access, &request.section)?;
    let (caller, company) = (call.access.caller().clone(), call.access.company());
    let lang = lang(&app, &caller, request.lang)?;
    let shown: Vec<(usize, &'static Field)> = section
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.role != FieldRole::Hidden)
        .collect();
    let sheet = Sheet {
        title: section.words.title.of(lang).to_owned(),
        lang,
        columns: shown.iter().map(|(_, field)| Column::of(field, lang)).collect(),
        filters: filters(section, &request, lang)?,
    };
    let order =
        Order { action: Export::SPEC.name, company: Some(company), format: request.format, sheet };
    let today = app.today();
    make(&app, &caller, order, move |tx, file| {
        let query = select::Query {
            search: request.search.as_deref(),
            filter: request.filter.as_deref(),
            sort: request.sort.as_deref(),
        };
        let all = rows::all(tx, company, section, today)?;
        for row in select::select(section, all, query)? {
            let cells: Vec<Cell> = shown
                .iter()
                .map(|(place, field)| match row.cells.get(*place).and_then(Option::as_deref) {
                    Some(text) => Cell::of(field, text, lang),
                    None => Cell::Empty,
                })
                .collect();
            if file.push(&cells).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// What chose the rows, in words.
fn filters(section: &'static Section, request: &Export, lang: Lang) -> Result<Vec<Filter>> {
    let mut filters = Vec::new();
    if let Some(search) = request.search.as_deref().filter(|search| !search.trim().is_empty()) {
        filters.push(Filter::by_text("search", SEARCH.of(lang), search));
    }
    let conditions = Condition::parse(section, request.filter.as_deref().unwrap_or_default())
        .map_err(|_| Error::field("filter", "not_a_filter"))?;
    for condition in conditions {
        let field = condition.field;
        let read = |end: &Option<String>| end.as_deref().map(|text| cell(field, text, lang));
        let (from, to) = (read(&condition.from), read(&condition.to));
        let value = match from == to {
            true => from.unwrap_or_default(),
            false => format!("{} – {}", from.unwrap_or_default(), to.unwrap_or_default()),
        };
        let label = field.label(lang);
        filters.push(match field.kind {
            Kind::PersonCode | Kind::TaxCode => Filter::by_text(field.name, label, value),
            _ => {
                let ends = [&condition.from, &condition.to].map(|end| end.as_deref().unwrap_or(""));
                Filter::by_code(field.name, label, value, &ends.join(".."))
            }
        });
    }
    Ok(filters)
}
