//! Where a record leads: by its own values, and by those of other records that name it.

use shared::calendar::{Day, Month};
use shared::sections::{
    Link, Linked, Row, SECTIONS, Section, Target, by_number, by_slug, key_part,
};

use super::rows;
use crate::access::{self, CompanyAccess};
use crate::companies::service as companies;
use crate::fault::Result;
use crate::ledger::service as ledger;
use crate::store::ReadTx;

/// Places to which one value leads at most.
const MOST: usize = 20;
/// The archive of a company's positions.
const POSITIONS: &str = "posizioni";

/// Where a record leads: only to what the caller may see.
///
/// # Errors
/// Those of the store.
pub fn of(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    row: &Row,
    today: Day,
) -> Result<Vec<Linked>> {
    let mut links = Vec::new();
    for (field, cell) in section.fields.iter().zip(&row.cells) {
        if let (Some(link), Some(cell)) = (field.link, cell) {
            let found = match link {
                Link::Declaration => declarations(tx, access, section, row, cell)?,
                Link::Return => {
                    let target = cell.parse().ok().map(|id| Target::Declaration { id });
                    target
                        .map(|target| (target, section.title(&row.cells).to_owned()))
                        .into_iter()
                        .collect()
                }
                Link::Payments => payments(tx, access, section, row, cell)?,
                Link::Records(number) => match by_number(number) {
                    Some(other) => records(tx, access, other, cell, today)?,
                    None => Vec::new(),
                },
                Link::Company => company(tx, access, cell, today)?,
            };
            links.extend(
                found
                    .into_iter()
                    .take(MOST)
                    .map(|(target, title)| linked(field.name, target, title)),
            );
        }
    }
    for (target, title) in naming(tx, access, section, &row.key, today)? {
        if links.iter().all(|link: &Linked| link.target != target) {
            links.push(linked("", target, title));
        }
    }
    Ok(links)
}

fn linked(field: &str, target: Target, title: String) -> Linked {
    Linked { field: field.to_owned(), target, title }
}

/// The records of other archives that name this one: the appeal against a notice, the plan of a debt. Not those of a position, which
/// nearly everything names.
fn naming(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    key: &str,
    today: Day,
) -> Result<Vec<(Target, String)>> {
    let mut found = Vec::new();
    if section.slug == POSITIONS {
        return Ok(found);
    }
    for other in SECTIONS.iter().copied() {
        let fields = other.fields.iter().enumerate();
        let naming = fields.filter(|(_, field)| field.link == Some(Link::Records(section.number)));
        let places: Vec<usize> = naming.map(|(place, _)| place).collect();
        if places.is_empty() {
            continue;
        }
        let names = |row: &Row| {
            let mut values = places.iter().filter_map(|place| row.cells.get(*place)?.as_deref());
            values.any(|value| begins(key, value))
        };
        let rows = rows::all(tx, access.company(), other, today)?.into_iter();
        found.extend(rows.filter(names).take(MOST).map(|row| target(other, row)));
    }
    Ok(found)
}

/// Whether a key begins with this value.
fn begins(key: &str, value: &str) -> bool {
    let rest = key.strip_prefix(&key_part(value));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('~'))
}

/// A record and what it is called.
fn target(section: &Section, row: Row) -> (Target, String) {
    let title = section.title(&row.cells).to_owned();
    (Target::Record { section: section.slug.to_owned(), key: row.key }, title)
}

/// The accounts of a month: that of the record's matricola where it has one, else all.
fn accounts(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    row: &Row,
    month: &str,
) -> Result<Vec<ledger::Account>> {
    let Some(month) = Month::parse(month) else { return Ok(Vec::new()) };
    let matricola =
        section.field("matricola").and_then(|(place, _)| row.cells.get(place)?.as_deref());
    let mut accounts = ledger::accounts(tx, access.company(), month, month)?;
    accounts.retain(|account| matricola.is_none_or(|matricola| account.account == matricola));
    Ok(accounts)
}

fn declarations(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    row: &Row,
    month: &str,
) -> Result<Vec<(Target, String)>> {
    let accounts = accounts(tx, access, section, row, month)?;
    let declared = accounts.into_iter().filter_map(|account| account.declared);
    Ok(declared.map(|(id, _)| (Target::Declaration { id }, month.to_owned())).collect())
}

fn payments(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    row: &Row,
    month: &str,
) -> Result<Vec<(Target, String)>> {
    let mut found = Vec::new();
    for account in accounts(tx, access, section, row, month)? {
        for paid in ledger::paid_by(tx, access.company(), account.month, &account.account)? {
            let target = (Target::Payment { id: paid.payment }, paid.day.to_string());
            if !found.contains(&target) {
                found.push(target);
            }
        }
    }
    Ok(found)
}

fn records(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    other: &'static Section,
    value: &str,
    today: Day,
) -> Result<Vec<(Target, String)>> {
    let rows = rows::all(tx, access.company(), other, today)?.into_iter();
    Ok(rows.filter(|row| begins(&row.key, value)).map(|row| target(other, row)).collect())
}

/// Another company, if the caller stands in a relation to it; else it might not exist. Of the company itself, its position of that
/// matricola: mother and daughter mostly belong to one company.
fn company(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    code: &str,
    today: Day,
) -> Result<Vec<(Target, String)>> {
    let found = match companies::by_tax_code(tx, code)? {
        Some(company) => Some(company),
        None => companies::by_matricola(tx, code)?,
    };
    let Some(id) = found else { return Ok(Vec::new()) };
    if id == access.company() {
        return match by_slug(POSITIONS) {
            Some(positions) => records(tx, access, positions, code, today),
            None => Ok(Vec::new()),
        };
    }
    if access::relation(tx, access.caller(), id, today)?.is_none() {
        return Ok(Vec::new());
    }
    let card = companies::card(tx, id)?;
    Ok(card.map(|card| (Target::Company { id }, card.name)).into_iter().collect())
}
