//! Recording declarations.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::{Day, Instant, Month};
use shared::declarations::{CompanyItem, DmState, Engaged, Group, Scheme, Section, Worker};
use shared::ids::{CompanyId, DeclarationId, ImportId};
use shared::intake::Issue;
use shared::money::Euro;
use shared::sections::Source;

use super::search;
use super::table::{self, CHUNK, Chunk, DECLARATIONS, MONTH_OF, Record, WORKERS};
use super::view;
use crate::changes::derived::{Facts, change, code, euro};
use crate::changes::{note, touch};
use crate::ledger;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// The table with one row for each of them.
pub const TABLE: &str = DECLARATIONS.name();

/// The workers of a declaration that has no more than a chunk of them.
///
/// # Errors
/// Those of the store.
pub fn few_workers(
    tx: &dyn ReadTx,
    declaration: DeclarationId,
) -> Result<Option<Vec<Worker>>, StoreError> {
    if WORKERS.exists(tx, &(declaration, 1))? {
        return Ok(None);
    }
    let chunk = WORKERS.get(tx, &(declaration, 0))?.unwrap_or_default();
    Ok(Some(chunk.workers.into_iter().map(view::worker).collect()))
}

/// A declaration that was read and checked.
#[derive(Clone, Debug)]
pub struct NewDeclaration {
    /// Its id.
    pub id: DeclarationId,
    /// Whose it is.
    pub company: CompanyId,
    /// Month of competence.
    pub month: Month,
    /// Scheme.
    pub scheme: Scheme,
    /// Matricola of the position; none for collaborators.
    pub matricola: Option<String>,
    /// Employees as the company counts them.
    pub workforce: Option<u32>,
    /// Debit and credit section; none if the company totals are missing.
    pub sections: Option<(Section, Section)>,
    /// What is to be paid.
    pub due: Euro,
    /// State of the virtual DM.
    pub state: DmState,
    /// Individual data by kind.
    pub groups: Vec<Group>,
    /// Company items.
    pub items: Vec<CompanyItem>,
    /// What was odd but accepted.
    pub warnings: Vec<Issue>,
    /// When the file was handed in.
    pub transmitted: Instant,
    /// Protocol of the transmission.
    pub protocol: String,
    /// Tax code of who transmitted.
    pub sender: String,
    /// Their name.
    pub sender_name: Option<String>,
    /// The file's name.
    pub file: String,
    /// The import that read it.
    pub import: ImportId,
}

/// An individual declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWorker {
    /// Tax code.
    pub tax_code: String,
    /// Surname and first name.
    pub name: String,
    /// Group code, or kind of relationship of a collaborator.
    pub code: String,
    /// Wage.
    pub base: Euro,
    /// Contribution.
    pub contribution: Euro,
    /// What is declared of a collaborator besides.
    pub engaged: Option<Engaged>,
}

/// A return that was transmitted: what is told of it besides the ledger.
#[derive(Clone, Debug)]
pub struct Return {
    /// Month of competence.
    pub month: Month,
    /// Matricola of the position; none for collaborators.
    pub matricola: Option<String>,
    /// Protocol of the transmission.
    pub protocol: String,
    /// When the file was handed in.
    pub transmitted: Instant,
    /// Employees as the company counts them.
    pub workforce: Option<u32>,
    /// Individual data by kind.
    pub groups: Vec<Group>,
}

/// All returns of a company, the latest month first and in it the latest transmission first: that one is in force.
///
/// # Errors
/// Those of the store.
pub fn returns(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Return>, StoreError> {
    let mut returns = Vec::new();
    DECLARATIONS.scan(
        tx,
        &Span::prefix(&company),
        Order::Ascending,
        |(_, Reverse(month), _), record| {
            let group = |group: table::Group| Group {
                code: group.code,
                workers: group.workers,
                base: Euro::from_cents(group.base),
                contribution: Euro::from_cents(group.contribution),
            };
            returns.push(Return {
                month,
                matricola: record.matricola,
                protocol: record.protocol,
                transmitted: Instant::from_millis(record.transmitted),
                workforce: record.workforce,
                groups: record.groups.into_iter().map(group).collect(),
            });
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(returns)
}

/// Stores a declaration, which takes the place of earlier ones for the same position and month.
///
/// # Errors
/// Those of the store.
pub fn record(
    tx: &mut dyn WriteTx,
    new: &NewDeclaration,
    workers: &[NewWorker],
) -> Result<(), StoreError> {
    let count = u32::try_from(workers.len()).unwrap_or(u32::MAX);
    let record = record_of(new, count);
    DECLARATIONS.put(tx, &(new.company, Reverse(new.month), Reverse(new.id)), &record)?;
    search::index(tx, new.company, new.month, new.id, &record)?;
    MONTH_OF.put(tx, &(new.company, new.id), &new.month.index())?;
    for (number, chunk) in (0_u32..).zip(workers.chunks(CHUNK)) {
        WORKERS.put(
            tx,
            &(new.id, number),
            &Chunk { workers: chunk.iter().map(worker_of).collect() },
        )?;
    }
    let account = new.matricola.as_deref().unwrap_or(ledger::COLLABORATORS);
    note_change(tx, new, account, count)?;
    ledger::service::declare(tx, new.company, new.month, account, new.id, new.due, new.state, count)
}

/// Notes what the declaration changes: the month's first is added, another one changes what differs.
fn note_change(
    tx: &mut dyn WriteTx,
    new: &NewDeclaration,
    account: &str,
    workers: u32,
) -> Result<(), StoreError> {
    let before = ledger::service::account(tx, new.company, new.month, account)?;
    let before = before.and_then(|before| Some((before.declared?, before.due, before.workers)));
    let facts = |state: DmState, due: Euro, workers: u32| -> Facts {
        let state =
            code(Source::Declarations, "state", usize::from(ledger::service::dm_number(state)));
        vec![
            ("declaration", Some(new.id.to_string())),
            ("month", Some(new.month.to_string())),
            ("workers", Some(workers.to_string())),
            ("due", Some(euro(due))),
            ("state", state),
        ]
    };
    let was = before.map(|((_, state), due, workers)| facts(state, due, workers));
    let is = facts(new.state, new.due, workers);
    let title = match &new.matricola {
        Some(matricola) => format!("{} · {matricola}", new.month),
        None => new.month.to_string(),
    };
    match change(new.company, Source::Declarations, &title, was.as_ref(), Some(&is)) {
        Some(change) => note(tx, new.transmitted, &change),
        None => touch(tx, new.transmitted, new.company),
    }
}

fn record_of(new: &NewDeclaration, workers: u32) -> Record {
    let sections = new.sections.map(|(debit, credit)| {
        [debit.declared, debit.reconstructed, credit.declared, credit.reconstructed]
            .map(Euro::cents)
    });
    Record {
        matricola: new.matricola.clone(),
        workers,
        workforce: new.workforce,
        sections,
        due: new.due.cents(),
        state: ledger::service::dm_number(new.state),
        groups: new.groups.iter().map(group_of).collect(),
        items: new
            .items
            .iter()
            .map(|item| (item.code.clone(), item.debit, item.amount.cents()))
            .collect(),
        warnings: new.warnings.iter().map(warning_of).collect(),
        transmitted: new.transmitted.millis(),
        protocol: new.protocol.clone(),
        sender: new.sender.clone(),
        sender_name: new.sender_name.clone(),
        file: new.file.clone(),
        import: new.import.as_u128().to_be_bytes(),
    }
}

fn group_of(group: &Group) -> table::Group {
    table::Group {
        code: group.code.clone(),
        workers: group.workers,
        base: group.base.cents(),
        contribution: group.contribution.cents(),
    }
}

fn worker_of(worker: &NewWorker) -> table::Worker {
    table::Worker {
        tax_code: worker.tax_code.clone(),
        name: worker.name.clone(),
        code: worker.code.clone(),
        base: worker.base.cents(),
        contribution: worker.contribution.cents(),
        engaged: worker.engaged.map(|engaged| table::Engaged {
            rate: engaged.rate.millionths(),
            from: engaged.from.map(Day::epoch_days),
            to: engaged.to.map(Day::epoch_days),
        }),
    }
}

fn warning_of(issue: &Issue) -> table::Warning {
    table::Warning {
        code: issue.code.name().to_owned(),
        line: issue.line,
        column: issue.column,
        found: issue.found.clone(),
        expected: issue.expected.clone(),
    }
}
