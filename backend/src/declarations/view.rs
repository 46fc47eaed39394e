//! Declarations as they travel.

use std::cmp::Reverse;

use shared::calendar::{Day, Instant, Month, f24_due};
use shared::declarations::{
    CompanyItem, Declaration, DeclarationRow, Engaged, Group, Scheme, Section, Worker, balancing,
};
use shared::ids::{CompanyId, DeclarationId, ImportId};
use shared::intake::{Issue, IssueCode};
use shared::money::{Euro, Rate};
use shared::notices::NoticeParameters;

use super::table::{self, DECLARATIONS, MONTH_OF, Record};
use crate::ledger::{self, service as accounts};
use crate::store::{Order, ReadTx, Span, StoreError};

/// A declaration as a row of the list.
///
/// # Errors
/// Those of the store.
pub fn row(
    tx: &dyn ReadTx,
    company: CompanyId,
    month: Month,
    id: DeclarationId,
    record: &Record,
    today: Day,
) -> Result<DeclarationRow, StoreError> {
    let account = accounts::account(tx, company, month, account_of(record))?;
    let in_force = account.as_ref().and_then(|account| account.declared).map(|(id, _)| id);
    Ok(DeclarationRow {
        id,
        month,
        scheme: if record.matricola.is_some() { Scheme::Employees } else { Scheme::Collaborators },
        matricola: record.matricola.clone(),
        workers: record.workers,
        due: Euro::from_cents(record.due),
        state: accounts::dm_state(record.state),
        transmitted: Instant::from_millis(record.transmitted),
        protocol: record.protocol.clone(),
        paid: account
            .map_or(shared::payments::PaidState::Nothing, |account| account.paid_state(today)),
        superseded: in_force != Some(id),
    })
}

fn account_of(record: &Record) -> &str {
    record.matricola.as_deref().unwrap_or(ledger::COLLABORATORS)
}

/// A declaration in full, if the company has it; balanced within the tolerances given.
///
/// # Errors
/// Those of the store.
pub fn detail(
    tx: &dyn ReadTx,
    company: CompanyId,
    id: DeclarationId,
    today: Day,
    tolerances: &NoticeParameters,
) -> Result<Option<Declaration>, StoreError> {
    let Some(month) = MONTH_OF.get(tx, &(company, id))?.and_then(Month::from_index) else {
        return Ok(None);
    };
    let Some(record) = DECLARATIONS.get(tx, &(company, Reverse(month), Reverse(id)))? else {
        return Ok(None);
    };
    let row = row(tx, company, month, id, &record, today)?;
    let sections = record.sections.map(sections_of);
    let tolerance = tolerances.section_tolerance_in(month);
    let payments = accounts::paid_by(tx, company, month, account_of(&record))?;
    Ok(Some(Declaration {
        others: others(tx, company, month, id, &record, today)?,
        row,
        sender: record.sender,
        sender_name: record.sender_name,
        file: record.file,
        import: ImportId::from_u128(u128::from_be_bytes(record.import)),
        workforce: record.workforce,
        debit: sections.map(|(debit, _)| debit),
        credit: sections.map(|(_, credit)| credit),
        tolerance,
        balancing: sections
            .map_or_else(Vec::new, |(debit, credit)| balancing(tolerance, debit, credit)),
        groups: record.groups.into_iter().map(group).collect(),
        items: record.items.into_iter().map(item).collect(),
        warnings: record.warnings.into_iter().filter_map(warning).collect(),
        pay_by: f24_due(month),
        payments,
    }))
}

fn sections_of([debit, debit_rebuilt, credit, credit_rebuilt]: [i64; 4]) -> (Section, Section) {
    let section = |declared, reconstructed| Section {
        declared: Euro::from_cents(declared),
        reconstructed: Euro::from_cents(reconstructed),
    };
    (section(debit, debit_rebuilt), section(credit, credit_rebuilt))
}

/// Other transmissions for the same position and month, the latest first.
fn others(
    tx: &dyn ReadTx,
    company: CompanyId,
    month: Month,
    id: DeclarationId,
    record: &Record,
    today: Day,
) -> Result<Vec<DeclarationRow>, StoreError> {
    let month_span = Span::prefix(&(company, Reverse(month)));
    let mut rows = Vec::new();
    for ((.., Reverse(other)), stored) in DECLARATIONS.collect(tx, &month_span, Order::Ascending)? {
        if other != id && stored.matricola == record.matricola {
            rows.push(row(tx, company, month, other, &stored, today)?);
        }
    }
    Ok(rows)
}

fn group(group: table::Group) -> Group {
    Group {
        code: group.code,
        workers: group.workers,
        base: Euro::from_cents(group.base),
        contribution: Euro::from_cents(group.contribution),
    }
}

fn item((code, debit, amount): (String, bool, i64)) -> CompanyItem {
    CompanyItem { code, debit, amount: Euro::from_cents(amount) }
}

fn warning(warning: table::Warning) -> Option<Issue> {
    let code = IssueCode::from_name(&warning.code)?;
    Some(Issue {
        code,
        line: warning.line,
        column: warning.column,
        found: warning.found,
        expected: warning.expected,
    })
}

/// A worker as stored, as they travel.
pub fn worker(worker: table::Worker) -> Worker {
    Worker {
        tax_code: worker.tax_code,
        name: worker.name,
        code: worker.code,
        base: Euro::from_cents(worker.base),
        contribution: Euro::from_cents(worker.contribution),
        engaged: worker.engaged.map(engaged),
    }
}

/// What is declared of a collaborator besides, as it travels.
pub fn engaged(engaged: table::Engaged) -> Engaged {
    Engaged {
        rate: Rate::from_millionths(engaged.rate),
        from: engaged.from.map(Day::from_epoch_days),
        to: engaged.to.map(Day::from_epoch_days),
    }
}
