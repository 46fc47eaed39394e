//! Storing what a file holds, in the transaction that stores its report.

use std::collections::BTreeSet;

use shared::calendar::{Instant, Month};
use shared::ids::{CompanyId, ImportId};
use shared::uniemens::{Declaration, Transmission, Worker};

use super::f24::{Form, Row};
use super::prepare::Contents;
use super::sections::{Does, Entry};
use super::table::TRANSMISSIONS;
use crate::app::App;
use crate::companies;
use crate::declarations::service::{self as declarations, NewDeclaration, NewWorker};
use crate::fault::Result;
use crate::payments::service::{self as payments, NewPayment, NewRow};
use crate::sections::service::{self as records, By, Outcome};
use crate::store::WriteTx;

/// Under which import and name a file is stored, and when.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The import.
    pub import: ImportId,
    /// The file's name.
    pub file: String,
    /// When it was handed in.
    pub at: Instant,
}

/// What storing a file did.
#[derive(Debug, Default)]
pub struct Stored {
    /// Whether anything is different.
    pub changed: bool,
    /// The companies whose data may be.
    pub companies: BTreeSet<CompanyId>,
}

/// Stores everything a file holds.
///
/// # Errors
/// Those of the store.
pub fn store(
    tx: &mut dyn WriteTx,
    app: &App,
    contents: &Contents,
    origin: &Origin,
) -> Result<Stored> {
    let mut stored = Stored { changed: true, ..Stored::default() };
    match contents {
        Contents::Uniemens(transmission) => {
            store_transmission(tx, app, transmission, origin)?;
            stored.companies.extend(transmission.declarations.iter().filter_map(|one| one.company));
        }
        Contents::F24(forms) => {
            for form in &forms.forms {
                payments::record(tx, &new_payment(app, form, origin))?;
                stored.companies.insert(form.company);
            }
        }
        Contents::Registry(extracts) => {
            for extract in extracts {
                let company =
                    companies::service::store_extract(tx, app.new_id(), extract, origin.at)?;
                stored.companies.insert(company);
            }
        }
        Contents::Sections(entries) => {
            stored.changed = store_records(tx, entries, origin)?;
            stored.companies.extend(entries.iter().map(|entry| entry.company));
        }
    }
    Ok(stored)
}

fn store_records(tx: &mut dyn WriteTx, entries: &[Entry], origin: &Origin) -> Result<bool> {
    let by = By::Feed(origin.import);
    let mut changed = false;
    for Entry { company, section, does } in entries {
        changed |= match does {
            Does::Put(packed) => {
                let done = records::put(tx, origin.at, *company, section, packed.cells(), &by)?;
                done != Outcome::Same
            }
            Does::Delete(key) => records::remove(tx, origin.at, *company, section, key, &by)?,
        };
    }
    Ok(changed)
}

fn store_transmission(
    tx: &mut dyn WriteTx,
    app: &App,
    transmission: &Transmission,
    origin: &Origin,
) -> Result<()> {
    // A file with nothing but other schemes transmits nothing to us.
    let Some(first) = transmission.declarations.first() else { return Ok(()) };
    let protocol = next_protocol(tx, first.month)?;
    for declaration in &transmission.declarations {
        // Without errors every company is known.
        let Some(company) = declaration.company else { continue };
        let new = new_declaration(app, transmission, declaration, company, &protocol, origin);
        let workers: Vec<NewWorker> = declaration.workers.iter().map(new_worker).collect();
        declarations::record(tx, &new, &workers)?;
    }
    Ok(())
}

/// The protocol of a transmission: `UE`, the month it is for (the first in the file) and a running number of that month.
fn next_protocol(tx: &mut dyn WriteTx, month: Month) -> Result<String> {
    let number = TRANSMISSIONS.get(tx, &month.index())?.unwrap_or_default() + 1;
    TRANSMISSIONS.put(tx, &month.index(), &number)?;
    Ok(format!("UE{:04}{:02}{number:07}", month.year(), month.month()))
}

fn new_declaration(
    app: &App,
    transmission: &Transmission,
    declaration: &Declaration,
    company: CompanyId,
    protocol: &str,
    origin: &Origin,
) -> NewDeclaration {
    NewDeclaration {
        id: app.new_id(),
        company,
        month: declaration.month,
        scheme: declaration.scheme,
        matricola: declaration.matricola.map(|matricola| matricola.to_string()),
        workforce: declaration.workforce,
        sections: declaration.sections,
        due: declaration.due,
        state: declaration.state,
        groups: declaration.groups.clone(),
        items: declaration.items.clone(),
        warnings: declaration.warnings.clone(),
        transmitted: origin.at,
        protocol: protocol.to_owned(),
        sender: transmission.sender.clone(),
        sender_name: transmission.sender_name.clone(),
        file: origin.file.clone(),
        import: origin.import,
    }
}

fn new_worker(worker: Worker<'_>) -> NewWorker {
    NewWorker {
        tax_code: worker.tax_code.to_string(),
        name: worker.name.to_owned(),
        code: worker.code.to_owned(),
        base: worker.base,
        contribution: worker.contribution,
        engaged: worker.engaged,
    }
}

fn new_payment(app: &App, form: &Form, origin: &Origin) -> NewPayment {
    NewPayment {
        id: app.new_id(),
        company: form.company,
        payer: form.payer.to_string(),
        day: form.day,
        rows: form.rows.iter().map(new_row).collect(),
        file: origin.file.clone(),
        import: origin.import,
    }
}

fn new_row(row: &Row) -> NewRow {
    let Row { office, causale, code, from, to, debit, credit } = row.clone();
    NewRow { office, causale, code, from, to, debit, credit }
}
