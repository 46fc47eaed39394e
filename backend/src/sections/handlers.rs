//! The endpoints: which sections there are, their lists and records, and correcting those.

use sha2::{Digest, Sha256};
use shared::auth::{Verb, permits};
use shared::endpoint::Endpoint;
use shared::fault::{Fault, FieldFault};
use shared::page::Page;
use shared::requests::is_text;
use shared::sections::{
    Cells, Correct, Document, Entries, Export, FieldRole, Index, Kind, List, Problem, REASON,
    Record, Remove, Row, SECTIONS, Section, SectionCount, Show, by_slug,
};

use super::export::{document, export};
use super::service::{self, By};
use super::table::RECORDS;
use super::{compare, rows, select, view};
use crate::access::CompanyAccess;
use crate::app::App;
use crate::audit::NewEntry;
use crate::evidence::service as evidence;
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::http::route::{Route, download_of_company, of_company};
use crate::offices::service as offices;
use crate::store::ReadTx;
use crate::write::write;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        of_company::<Index, _, _>(app, index),
        of_company::<List, _, _>(app, list),
        of_company::<Show, _, _>(app, show),
        download_of_company::<Export, _, _>(app, export),
        download_of_company::<Document, _, _>(app, document),
        of_company::<Correct, _, _>(app, correct),
        of_company::<Remove, _, _>(app, remove),
    ]
}

async fn index(app: App, call: CompanyCall, request: Index) -> Result<Answer<Entries>> {
    let today = app.today();
    app.store().read(|tx| {
        let mut sections = Vec::with_capacity(SECTIONS.len());
        for section in SECTIONS {
            if may(&call.access, section, Verb::Read) {
                let title = request.titles.map(|lang| section.words.title.of(lang).to_owned());
                let count = rows::count(tx, call.access.company(), section, today)?;
                sections.push(SectionCount { title, ..count });
            }
        }
        Ok(Entries { sections }.into())
    })
}

async fn list(app: App, call: CompanyCall, request: List) -> Result<Answer<Page<Row>>> {
    let section = readable(&call.access, &request.section)?;
    let today = app.today();
    app.store().read(|tx| {
        let company = call.access.company();
        let all = rows::all(tx, company, section, today)?;
        let query = select::Query {
            search: request.search.as_deref(),
            filter: request.filter.as_deref(),
            sort: request.sort.as_deref(),
        };
        let mut page = select::page(section, all, query, request.cursor.as_ref(), request.limit)?;
        compare::mark(tx, company, section, &mut page.items, today)?;
        for row in &mut page.items {
            leave_out_details(section, &mut row.cells);
        }
        Ok(page.into())
    })
}

fn leave_out_details(section: &Section, cells: &mut Cells) {
    for (field, cell) in section.fields.iter().zip(cells) {
        if field.role == FieldRole::Detail {
            *cell = None;
        }
    }
}

async fn show(app: App, call: CompanyCall, request: Show) -> Result<Answer<Record>> {
    let section = readable(&call.access, &request.section)?;
    let today = app.today();
    app.store().read(|tx| {
        let record = view::record(tx, &call.access, section, &request.key, today)?;
        Ok(record.ok_or(Fault::NotFound)?.into())
    })
}

async fn correct(app: App, call: CompanyCall, request: Correct) -> Result<Answer<Record>> {
    let section = correctable(&call.access, &request.section)?;
    let reason = reason(&request.reason)?;
    let cells = written(section, &request)?;
    let (key, version, now, today) = (request.key, request.version, app.now(), app.today());
    let access = call.access;
    let person = access.caller().person;
    let reply = write(&app, call.key, Some(person), move |tx| {
        current(tx, &access, section, &key, version)?;
        offices_are_there(tx, section, &cells)?;
        let by = By::Office(person, reason.clone());
        service::put(tx, now, access.company(), section, cells.clone(), &by)?;
        evidence::refresh(tx, access.company(), now)?;
        let record = view::record(tx, &access, section, &key, today)?.ok_or(Fault::NotFound)?;
        Ok((record, entry(Correct::SPEC.name, &access, section, &key)))
    });
    Ok(reply.await?.into())
}

async fn remove(app: App, call: CompanyCall, request: Remove) -> Result<Answer<Record>> {
    let section = correctable(&call.access, &request.section)?;
    let reason = reason(&request.reason)?;
    let (key, version, now, today) = (request.key, request.version, app.now(), app.today());
    let access = call.access;
    let person = access.caller().person;
    let reply = write(&app, call.key, Some(person), move |tx| {
        current(tx, &access, section, &key, version)?;
        let by = By::Office(person, reason.clone());
        service::remove(tx, now, access.company(), section, &key, &by)?;
        evidence::refresh(tx, access.company(), now)?;
        let record = view::record(tx, &access, section, &key, today)?.ok_or(Fault::NotFound)?;
        Ok((record, entry(Remove::SPEC.name, &access, section, &key)))
    });
    Ok(reply.await?.into())
}

fn may(access: &CompanyAccess, section: &Section, verb: Verb) -> bool {
    permits(access.caller().role, access.relation(), section.resource, verb)
}

/// The section of a slug, if the caller may read it.
pub(super) fn readable(access: &CompanyAccess, slug: &str) -> Result<&'static Section> {
    let section = by_slug(slug).ok_or(Fault::NotFound)?;
    match may(access, section, Verb::Read) {
        true => Ok(section),
        false => Err(Fault::Forbidden.into()),
    }
}

/// The section of a slug, if it has records of its own and the caller may correct them.
fn correctable(access: &CompanyAccess, slug: &str) -> Result<&'static Section> {
    let section = by_slug(slug).ok_or(Fault::NotFound)?;
    match section.source.is_fed() && may(access, section, Verb::Correct) {
        true => Ok(section),
        false => Err(Fault::Forbidden.into()),
    }
}

/// The reason without blanks around it.
fn reason(written: &str) -> Result<String> {
    let reason = written.trim();
    let length = reason.chars().count();
    let fault = |problem: Problem| Fault::field("reason", problem.name()).into();
    if length < *REASON.start() {
        return Err(fault(Problem::Missing));
    }
    if length > *REASON.end() {
        return Err(fault(Problem::TooLong));
    }
    match is_text(reason) {
        true => Ok(reason.to_owned()),
        false => Err(fault(Problem::Characters)),
    }
}

/// The cells of a correction in canonical form; they must name the record they are for.
fn written(section: &Section, request: &Correct) -> Result<Cells> {
    if request.cells.len() != section.fields.len() {
        let detail =
            format!("`cells` has {} and not {}", request.cells.len(), section.fields.len());
        return Err(Fault::Malformed(detail).into());
    }
    let texts: Vec<Option<&str>> = request.cells.iter().map(Option::as_deref).collect();
    let cells = section.read(&texts).map_err(|problems| {
        let fault = |(place, problem): (usize, Problem)| FieldFault {
            field: section.fields.get(place).map_or("", |field| field.name).to_owned(),
            reason: problem.name().to_owned(),
        };
        Fault::Invalid(problems.into_iter().map(fault).collect())
    })?;
    if shared::sections::key(section, &cells) != request.key {
        let fault = |name: &&str| FieldFault {
            field: (*name).to_owned(),
            reason: Problem::Key.name().to_owned(),
        };
        return Err(Fault::Invalid(section.key.iter().map(fault).collect()).into());
    }
    Ok(cells)
}

/// Refuses a correction that names an office that there is not.
fn offices_are_there(tx: &dyn ReadTx, section: &Section, cells: &Cells) -> Result<()> {
    for (place, office) in section.offices(cells) {
        if !offices::knows(tx, office)? {
            let field = section.fields.get(place).map_or("", |field| field.name);
            return Err(Fault::field(field, Problem::Office.name()).into());
        }
    }
    Ok(())
}

/// Refuses a correction of what is not there, or was changed since the caller looked.
fn current(
    tx: &dyn ReadTx,
    access: &CompanyAccess,
    section: &Section,
    key: &str,
    version: u64,
) -> Result<()> {
    let record = RECORDS.get(tx, &(access.company(), section.number, key.to_owned()))?;
    let record = record.filter(|record| !record.removed).ok_or(Fault::NotFound)?;
    match record.version == version {
        true => Ok(()),
        false => Err(Fault::Conflict(record.version).into()),
    }
}

/// The audit entry: the record by its key, or by the key's hash where that holds a person's tax code.
pub(super) fn entry(
    action: &str,
    access: &CompanyAccess,
    section: &Section,
    key: &str,
) -> NewEntry {
    let personal = section.key.iter().any(|name| {
        let kind = section.field(name).map(|(_, field)| field.kind);
        matches!(kind, Some(Kind::PersonCode | Kind::TaxCode))
    });
    let key = match personal {
        false => key.to_owned(),
        true => {
            let hash = Sha256::digest(key.as_bytes());
            hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
        }
    };
    NewEntry::of(action).for_company(access.company()).about(format!("{}/{key}", section.slug))
}
