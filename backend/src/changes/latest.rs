//! What a first page says of changes: the latest of a company, or of each client that changed last.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::changes::ChangeKind;
use shared::format;
use shared::home::{Counter, Item};
use shared::lang::Lang;
use shared::sections::{Phrase, by_number, called, phrase, record_path};

use super::export;
use super::table::{self, LOG};
use crate::fault::Result;
use crate::practice::grid::Row;
use crate::store::{Order, ReadTx, Span};

/// Clients that are named; of one company, changes.
const MOST: usize = 5;
/// Fields of a change that are named.
const FIELDS: usize = 3;
const OTHERS: Phrase = phrase("altre novità:", "more changes:", "weitere Änderungen:");
const ONE: Phrase = phrase(
    "cambiamento dalla tua ultima visita",
    "change since your last visit",
    "Änderung seit Ihrem letzten Besuch",
);
const MANY: Phrase = phrase(
    "cambiamenti dalla tua ultima visita",
    "changes since your last visit",
    "Änderungen seit Ihrem letzten Besuch",
);

/// The latest change that was not seen, of each client that has one; the one that changed last comes first.
///
/// # Errors
/// Those of the store.
pub fn latest(tx: &dyn ReadTx, rows: &[Row], lang: Lang) -> Result<Vec<Item>> {
    let mut changed: Vec<&Row> = rows.iter().filter(|row| row.standing.unseen() > 0).collect();
    changed.sort_by_key(|row| Reverse((row.standing.at, row.client.company)));
    let mut items = Vec::with_capacity(MOST);
    for row in changed.into_iter().take(MOST) {
        items.extend(found(tx, row, 1)?.first().map(|change| of_client(row, change, lang)));
    }
    Ok(items)
}

/// The latest changes of a company that were not seen, each leading to what it is about; none of one that is not there.
///
/// # Errors
/// Those of the store.
pub fn latest_of(tx: &dyn ReadTx, row: Option<&Row>, lang: Lang) -> Result<Vec<Item>> {
    let Some(row) = row.filter(|row| row.standing.unseen() > 0) else { return Ok(Vec::new()) };
    Ok(found(tx, row, MOST)?.iter().map(|change| of_record(row, change, lang)).collect())
}

/// How many changes of a company were not seen; nothing where none was.
pub fn unseen(row: &Row, lang: Lang) -> Option<Counter> {
    let count = row.standing.unseen();
    let words = if count == 1 { ONE } else { MANY };
    (count > 0).then(|| Counter(count, words.of(lang).to_owned(), page_of(row)))
}

/// The latest changes of a client that were not seen, at most so many.
fn found(tx: &dyn ReadTx, row: &Row, most: usize) -> Result<Vec<table::Row>> {
    let (company, standing) = (row.client.company, &row.standing);
    let span = Span::between(&(company, standing.upto + 1), &(company, u64::MAX));
    let mut found = Vec::with_capacity(most);
    LOG.scan(tx, &span, Order::Descending, |(_, number), change| {
        if !standing.has_seen(number) {
            found.push(change);
        }
        Ok(if found.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(found)
}

/// A client with what became different, and how much besides.
fn of_client(row: &Row, change: &table::Row, lang: Lang) -> Item {
    let others = row.standing.unseen().saturating_sub(1);
    let others = (others > 0).then(|| [OTHERS.of(lang), " ", &others.to_string()].concat());
    let told: Vec<String> = what(change, lang).into_iter().chain(others).collect();
    Item {
        title: row.summary.name.clone(),
        text: Some(told.join(" · ")),
        figure: Some(day(change, lang)),
        href: Some(page_of(row)),
    }
}

/// What became different, with when and what happened to it, and the fields that say something else.
fn of_record(row: &Row, change: &table::Row, lang: Lang) -> Item {
    let section = by_number(change.section);
    let field = |name: &str| Some(section?.field(name)?.1.label.of(lang));
    let fields: Vec<&str> =
        change.fields.iter().filter_map(|(name, ..)| field(name)).take(FIELDS).collect();
    let (kind, day) = (change.kind(), day(change, lang));
    let happened = [&day, " · ", export::kind(kind).of(lang)].concat();
    let text = match kind == ChangeKind::Changed && !fields.is_empty() {
        true => [&happened, ": ", &fields.join(", ")].concat(),
        false => happened,
    };
    // What was taken away has no page of its own any more.
    let kept = section.filter(|_| kind != ChangeKind::Removed);
    Item {
        title: what(change, lang).unwrap_or_default(),
        text: Some(text),
        figure: None,
        href: kept.map(|section| record_path(row.client.company, section.slug, &change.key)),
    }
}

/// In which archive something became different, and what that is called.
fn what(change: &table::Row, lang: Lang) -> Option<String> {
    let section = by_number(change.section);
    let archive = section.map(|section| section.words.title.of(lang).to_owned());
    let record = Some(called(section, &change.title, lang)).filter(|title| !title.is_empty());
    let what: Vec<String> = archive.into_iter().chain(record).collect();
    Some(what.join(": ")).filter(|what| !what.is_empty())
}

/// The page with what changed of a client.
fn page_of(row: &Row) -> String {
    ["/novita?azienda=", &row.client.company.to_string()].concat()
}

/// When it did.
fn day(change: &table::Row, lang: Lang) -> String {
    format::day(change.at.day_in_rome(), lang)
}
