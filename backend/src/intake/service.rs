//! Importing a file: all of it or nothing.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use shared::auth::{Resource, Verb, permits};
use shared::calendar::{Day, Instant};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{CompanyId, ImportId, PersonId};
use shared::intake::{Counts, FileKind, Import, ImportState, Report, Submit};
use shared::page::{Cursor, Page, limit};

use super::pending;
use super::prepare::{Contents, Prepared, prepare};
use super::record::{self, Origin};
use super::register::May;
use super::table::{ACCEPTED, Accepted, BY_PERSON, IMPORTS, Record, kind_number};
use super::upload::{self, Arrived};
use crate::access::{self, Caller};
use crate::app::App;
use crate::audit::NewEntry;
use crate::evidence::refused::{self, Refused};
use crate::evidence::service as evidence;
use crate::fault::Result;
use crate::files;
use crate::keys;
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span, WriteTx};
use crate::write::{WriteKey, write};

/// Latest files of a person that are looked through by name.
const LOOKED_THROUGH: usize = 50;

/// Who hands in a file.
#[derive(Clone)]
pub struct Submitter {
    /// The person; nobody for the command line.
    pub person: Option<PersonId>,
    /// For which companies they may hand in files.
    pub may: May,
}

impl Submitter {
    /// The command line, which may do everything.
    pub fn command() -> Self {
        Self { person: None, may: Arc::new(|_, _| Ok(true)) }
    }

    /// A caller, who may act for the companies to which they stand in the right relation. Who may hand in feeds of sections at all feeds
    /// those of all companies.
    pub fn caller(caller: &Caller, kind: FileKind, today: Day) -> Self {
        if kind == FileKind::Sections {
            return Self { person: Some(caller.person), ..Self::command() };
        }
        let (person, caller) = (caller.person, caller.clone());
        let may = move |tx: &dyn ReadTx, company| {
            let relation = access::relation(tx, &caller, company, today)?;
            Ok(relation.is_some_and(|relation| {
                permits(caller.role, relation, Resource::ContributionFiles, Verb::Create)
            }))
        };
        Self { person: Some(person), may: Arc::new(may) }
    }
}

/// A file handed in.
#[derive(Debug)]
pub struct HandedIn {
    /// Under which id its report is found.
    pub id: ImportId,
    /// What it holds.
    pub kind: FileKind,
    /// Its name.
    pub name: String,
    /// When it was handed in.
    pub at: Instant,
    /// The file.
    pub arrived: Arrived,
}

impl HandedIn {
    /// Its import in a state.
    pub fn import(&self, state: ImportState) -> Import {
        Import {
            id: self.id,
            file_kind: self.kind,
            name: self.name.clone(),
            size: self.arrived.size,
            sha256: files::hexadecimal(&self.arrived.sha256),
            at: self.at,
            state,
            counts: Counts::default(),
            errors: 0,
            warnings: 0,
        }
    }

    /// The import that stored the same file before. A feed of records is always read again: what it says may have been changed since.
    fn accepted_before(&self, tx: &dyn ReadTx) -> Result<Option<Accepted>> {
        match self.kind {
            FileKind::Sections => Ok(None),
            _ => Ok(ACCEPTED.get(tx, &self.accepted_key())?),
        }
    }

    fn accepted_key(&self) -> (u8, String) {
        (kind_number(self.kind), files::hexadecimal(&self.arrived.sha256))
    }
}

/// Imports a file: reads and checks all of it, and then stores all of it in one transaction, with the report and the audit entry. With
/// an error in it nothing is stored but the report. The file that was accepted before is [`ImportState::Repeated`], and a feed that says
/// nothing new.
///
/// `done` counts the bytes read.
///
/// # Errors
/// [`Fault::KeyReused`]; [`Fault::Forbidden`] if the submitter lost a right meanwhile; those of the store; if the file cannot be read.
pub async fn import(
    app: &App,
    file: HandedIn,
    submitter: Submitter,
    key: Option<WriteKey>,
    done: Arc<AtomicU64>,
) -> Result<Import> {
    let own = app.store().read(|tx| {
        let accepted = file.accepted_before(tx)?;
        Result::Ok(accepted.is_some_and(|accepted| accepted.person == submitter.person))
    })?;
    // Somebody else's file is read again: that it was accepted must be told to nobody who may not see its companies.
    let (file, prepared) = match own {
        true => (file, None),
        false => read(app, file, &submitter, done).await?,
    };
    let person = submitter.person;
    let work = Work { app: app.clone(), file, prepared, submitter };
    write(app, key, person, move |tx| work.settle(tx)).await
}

/// Reads and checks a file on a thread of its own.
async fn read(
    app: &App,
    file: HandedIn,
    submitter: &Submitter,
    done: Arc<AtomicU64>,
) -> Result<(HandedIn, Option<Prepared>)> {
    let (app, may, today) = (app.clone(), Arc::clone(&submitter.may), app.today());
    let read = move || {
        let set = app.store().read(|tx| parameters::current(tx))?;
        let (store, opened) = (app.store(), &file.arrived.file);
        let prepared = prepare(file.kind, opened, store, &may, &set, today, &done)?;
        Ok((file, Some(prepared)))
    };
    tokio::task::spawn_blocking(read).await.map_err(anyhow::Error::from)?
}

/// What is left to do in the transaction.
struct Work {
    app: App,
    file: HandedIn,
    /// None if the file was accepted before.
    prepared: Option<Prepared>,
    submitter: Submitter,
}

impl Work {
    fn settle(&self, tx: &mut dyn WriteTx) -> Result<(Import, NewEntry)> {
        let before = self.file.accepted_before(tx)?;
        let report = match (&self.prepared, before) {
            (Some(prepared), _) if prepared.errors > 0 => {
                self.refuse(tx, &prepared.contents)?;
                self.report(prepared, ImportState::Refused)
            }
            (Some(prepared), Some(_)) => self.report(prepared, ImportState::Repeated),
            (None, Some(before)) => self.repeated(tx, before.import)?,
            (Some(prepared), None) => self.accept(tx, prepared)?,
            (None, None) => return Err(anyhow::anyhow!("an accepted import is gone").into()),
        };
        pending::settle(tx, self.file.id)?;
        IMPORTS.put(tx, &self.file.id, &Record::of(&report, self.submitter.person))?;
        if let Some(person) = self.submitter.person {
            BY_PERSON.put(tx, &(person, Reverse(self.file.id)))?;
        }
        let entry = self.entry(&report.import);
        Ok((report.import, entry))
    }

    fn accept(&self, tx: &mut dyn WriteTx, prepared: &Prepared) -> Result<Report> {
        for company in companies(&prepared.contents) {
            if !(self.submitter.may)(tx, company)? {
                return Err(Fault::Forbidden.into());
            }
        }
        let origin =
            Origin { import: self.file.id, file: self.file.name.clone(), at: self.file.at };
        let stored = record::store(tx, &self.app, &prepared.contents, &origin)?;
        if !stored.changed {
            return Ok(self.report(prepared, ImportState::Repeated));
        }
        self.derive(tx, &stored.companies)?;
        let accepted = Accepted { import: self.file.id, person: self.submitter.person };
        ACCEPTED.put(tx, &self.file.accepted_key(), &accepted)?;
        Ok(self.report(prepared, ImportState::Accepted))
    }

    /// Remembers the returns of a file that was refused, as far as they could be read and their sender may act for the company.
    fn refuse(&self, tx: &mut dyn WriteTx, contents: &Contents) -> Result<()> {
        let Contents::Uniemens(transmission) = contents else { return Ok(()) };
        let mut companies = BTreeSet::new();
        for declaration in &transmission.declarations {
            let known = declaration.matricola.zip(declaration.company);
            let Some((matricola, company)) = known else { continue };
            let month = declaration.month;
            if !(self.submitter.may)(tx, company)? {
                continue;
            }
            let refused = Refused {
                matricola: matricola.to_string(),
                month,
                import: self.file.id,
                at: self.file.at,
                errors: declaration.errors,
            };
            refused::remember(tx, company, refused)?;
            companies.insert(company);
        }
        self.derive(tx, &companies)
    }

    /// Derives the evidence of the companies whose data are different.
    fn derive(&self, tx: &mut dyn WriteTx, companies: &BTreeSet<CompanyId>) -> Result<()> {
        let now = self.app.now();
        companies.iter().try_for_each(|company| evidence::refresh(tx, *company, now))
    }

    fn report(&self, prepared: &Prepared, state: ImportState) -> Report {
        let Prepared { counts, errors, warnings, .. } = *prepared;
        let import = Import { counts, errors, warnings, ..self.file.import(state) };
        Report { import, issues: prepared.issues.clone() }
    }

    /// The report of a file that the same submitter handed in before: what was said then.
    fn repeated(&self, tx: &dyn ReadTx, before: ImportId) -> Result<Report> {
        let Some(record) = IMPORTS.get(tx, &before)? else {
            return Err(anyhow::anyhow!("the import of an accepted file is gone").into());
        };
        let Report { import, issues } = record.report(before);
        let Import { counts, errors, warnings, .. } = import;
        Ok(Report {
            import: Import { counts, errors, warnings, ..self.file.import(ImportState::Repeated) },
            issues,
        })
    }

    fn entry(&self, import: &Import) -> NewEntry {
        let action =
            if self.submitter.person.is_some() { Submit::SPEC.name } else { "command.import" };
        let state = match import.state {
            ImportState::Running { .. } => "running",
            ImportState::Accepted => "accepted",
            ImportState::Refused => "refused",
            ImportState::Repeated => "repeated",
            ImportState::Interrupted => "interrupted",
        };
        let kind = match import.file_kind {
            FileKind::Uniemens => "uniemens",
            FileKind::F24 => "f24",
            FileKind::Registry => "registry",
            FileKind::Sections => "sections",
        };
        let entry = NewEntry {
            detail: Some(format!("{kind} {state}")),
            ..NewEntry::of(action).about(import.id)
        };
        let companies = self
            .prepared
            .as_ref()
            .map_or_else(BTreeSet::new, |prepared| companies(&prepared.contents));
        match companies.first() {
            Some(only) if companies.len() == 1 => entry.for_company(*only),
            _ => entry,
        }
    }
}

/// The companies that a file acts for; extracts act for none.
fn companies(contents: &Contents) -> BTreeSet<CompanyId> {
    match contents {
        Contents::Uniemens(transmission) => {
            transmission.declarations.iter().filter_map(|declaration| declaration.company).collect()
        }
        Contents::F24(forms) => forms.forms.iter().map(|form| form.company).collect(),
        Contents::Registry(_) => BTreeSet::new(),
        Contents::Sections(entries) => entries.iter().map(|entry| entry.company).collect(),
    }
}

/// Imports files for the command line, one after the other; a refused one does not hold up those behind it.
///
/// # Errors
/// Those of [`import`], and if a file cannot be read.
pub async fn import_files(app: &App, kind: FileKind, paths: &[PathBuf]) -> Result<Vec<Report>> {
    let mut reports = Vec::with_capacity(paths.len());
    for path in paths {
        let arrived = upload::open(path)?;
        let name =
            path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let file = HandedIn { id: app.new_id(), kind, name, at: app.now(), arrived };
        let import = import(app, file, Submitter::command(), None, Arc::default()).await?;
        let report = app.store().read(|tx| report(tx, None, import.id))?;
        reports.extend(report);
    }
    Ok(reports)
}

/// The report of an import that somebody handed in; none if it was somebody else, or there is no such import.
///
/// # Errors
/// Those of the store.
pub fn report(
    tx: &dyn ReadTx,
    person: Option<PersonId>,
    import: ImportId,
) -> Result<Option<Report>> {
    let record = IMPORTS.get(tx, &import)?.filter(|record| record.person == person);
    Ok(record.map(|record| record.report(import)))
}

/// Imports of a person that have ended, the latest first.
///
/// # Errors
/// `not_a_cursor` on field `cursor`; those of the store.
pub fn page(
    tx: &dyn ReadTx,
    person: PersonId,
    cursor: Option<&Cursor>,
    asked: Option<u16>,
) -> Result<Page<Import>> {
    let cursor: Option<ImportId> = cursor.map(keys::from_cursor).transpose()?;
    let after = cursor.map(|import| (person, Reverse(import)));
    let span = Span::prefix(&person);
    let page = BY_PERSON.page(tx, span, Order::Ascending, after.as_ref(), limit(asked))?;
    let mut items = Vec::with_capacity(page.items.len());
    for (_, Reverse(import)) in page.items {
        items.extend(IMPORTS.get(tx, &import)?.map(|record| record.import(import)));
    }
    let next = page.next.map(|(_, Reverse(import))| keys::cursor(&import));
    Ok(Page { items, next, total: None })
}

/// The latest files somebody handed in whose names `is_meant` likes, the latest first.
///
/// # Errors
/// Those of the store.
pub fn named(
    tx: &dyn ReadTx,
    person: PersonId,
    limit: usize,
    is_meant: impl Fn(&str) -> bool,
) -> Result<Vec<(ImportId, String)>> {
    let page = BY_PERSON.page(tx, Span::prefix(&person), Order::Ascending, None, LOOKED_THROUGH)?;
    let mut found = Vec::new();
    for (_, Reverse(import)) in page.items {
        if found.len() == limit {
            break;
        }
        let name = IMPORTS.get(tx, &import)?.map(|record| record.name);
        found.extend(name.filter(|name| is_meant(name)).map(|name| (import, name)));
    }
    Ok(found)
}
