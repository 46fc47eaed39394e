//! What a first page says of changes: the latest of each client that changed last.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::format;
use shared::home::Item;
use shared::lang::Lang;
use shared::sections::{Phrase, by_number, called, phrase};

use super::table::{self, LOG};
use crate::fault::Result;
use crate::practice::grid::Row;
use crate::store::{Order, ReadTx, Span};

/// Clients that are named.
const MOST: usize = 5;
const OTHERS: Phrase = phrase("altre novità:", "more changes:", "weitere Änderungen:");

/// The latest change that was not seen, of each client that has one; the one that changed last comes first.
///
/// # Errors
/// Those of the store.
pub fn latest(tx: &dyn ReadTx, rows: &[Row], lang: Lang) -> Result<Vec<Item>> {
    let mut changed: Vec<&Row> = rows.iter().filter(|row| row.standing.unseen() > 0).collect();
    changed.sort_by_key(|row| Reverse((row.standing.at, row.client.company)));
    let mut items = Vec::with_capacity(MOST);
    for row in changed.into_iter().take(MOST) {
        let (company, standing) = (row.client.company, &row.standing);
        let span = Span::between(&(company, standing.upto + 1), &(company, u64::MAX));
        let mut found = None;
        LOG.scan(tx, &span, Order::Descending, |(_, number), change| {
            if standing.has_seen(number) {
                return Ok(ControlFlow::Continue(()));
            }
            found = Some(change);
            Ok(ControlFlow::Break(()))
        })?;
        items.extend(found.map(|change| item(row, &change, lang)));
    }
    Ok(items)
}

/// A client with what became different, and how much besides.
fn item(row: &Row, change: &table::Row, lang: Lang) -> Item {
    let section = by_number(change.section);
    let archive = section.map(|section| section.words.title.of(lang).to_owned());
    let record = Some(called(section, &change.title, lang)).filter(|title| !title.is_empty());
    let what: Vec<String> = archive.into_iter().chain(record).collect();
    let what = Some(what.join(": ")).filter(|what| !what.is_empty());
    let others = row.standing.unseen().saturating_sub(1);
    let others = (others > 0).then(|| [OTHERS.of(lang), " ", &others.to_string()].concat());
    let told: Vec<String> = what.into_iter().chain(others).collect();
    Item {
        title: row.summary.name.clone(),
        text: Some(told.join(" · ")),
        figure: Some(format::day(change.at.day_in_rome(), lang)),
        href: Some(["/novita?azienda=", &row.client.company.to_string()].concat()),
    }
}
