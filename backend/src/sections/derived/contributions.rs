//! What was declared and paid.

use std::collections::BTreeMap;

use shared::calendar::{Day, Instant, Month, uniemens_due};
use shared::declarations::{DmState, Scheme};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::payments::{PaidState, PaymentRow};

use super::{Drafts, said};
use crate::companies::service as companies;
use crate::declarations::service::{Return, returns};
use crate::declarations::transmitted;
use crate::evidence::facts::Interruptions;
use crate::fault::Result;
use crate::ledger::{COLLABORATORS, service as ledger};
use crate::payments::service as payments;
use crate::store::ReadTx;

/// Months that the computed histories go back.
const MONTHS: i32 = 60;

/// An amount as cells have it.
pub(super) fn euro(amount: Euro) -> Option<String> {
    let sign = if amount.is_negative() { "-" } else { "" };
    let cents = amount.cents().unsigned_abs();
    Some(format!("{sign}{}.{:02}", cents / 100, cents % 100))
}

/// A moment as cells have it.
fn moment(at: Instant) -> Option<String> {
    let (day, hour, minute) = at.clock_in_rome();
    Some(format!("{day}T{hour:02}:{minute:02}"))
}

/// How the states of a payment are written.
const fn paid_state(state: PaidState) -> &'static str {
    match state {
        PaidState::Nothing => "niente",
        PaidState::Paid => "pagato",
        PaidState::Excess => "eccedenza",
        PaidState::Short => "parziale",
        PaidState::Unpaid => "non_pagato",
        PaidState::Pending => "nei_termini",
    }
}

/// How the states of a virtual DM are written.
const fn dm_state(state: DmState) -> &'static str {
    match state {
        DmState::Balanced => "quadrato",
        DmState::Provisional => "provvisorio",
        DmState::ProvisionalAnomalous => "provvisorio_anomalo",
        DmState::NotGenerable => "non_generabile",
    }
}

pub(super) fn declarations(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    for sent in transmitted(tx, company, today)? {
        let row = sent.row;
        let scheme = match row.scheme {
            Scheme::Employees => "dipendenti",
            Scheme::Collaborators => "collaboratori",
        };
        // What was rejected was not stored: the report of its import tells of it.
        let outcome = match (row.superseded, sent.warned) {
            (true, _) => "sostituita",
            (false, true) => "con_avvisi",
            (false, false) => "accolta",
        };
        drafts.push([
            ("declaration", said(row.id)),
            ("month", said(row.month)),
            ("matricola", row.matricola),
            ("scheme", said(scheme)),
            ("workers", said(row.workers)),
            ("due", euro(row.due)),
            ("state", said(dm_state(row.state))),
            ("transmitted", moment(row.transmitted)),
            ("protocol", said(row.protocol)),
            ("paid", said(paid_state(row.paid))),
            ("superseded", said(row.superseded)),
            ("kind", said(sent.purpose.code())),
            ("outcome", said(outcome)),
            ("debit", sent.declared.and_then(|(debit, _)| euro(debit))),
            ("credit", sent.declared.and_then(|(_, credit)| euro(credit))),
            ("sender", said(sent.sender)),
            ("sender_name", sent.sender_name),
            ("file", said(sent.file)),
        ]);
    }
    Ok(drafts)
}

pub(super) fn payments(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    for row in payments::all(tx, company, today)? {
        let matched = row.listed().map(|listed| listed.code.to_owned());
        drafts.push([
            ("payment", said(row.payment)),
            ("row", said(row.row)),
            ("day", said(row.day)),
            ("office", said(row.office)),
            ("causale", said(row.causale)),
            ("code", said(row.code)),
            ("from", row.from.and_then(said)),
            ("to", row.to.and_then(said)),
            ("debit", euro(row.debit)),
            ("credit", euro(row.credit)),
            ("matched", matched),
        ]);
    }
    Ok(drafts)
}

pub(super) fn situation(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    let last = Month::of(today);
    let accounts = ledger::accounts(tx, company, last.plus(-MONTHS), last)?;
    let Some(first) = accounts.iter().map(|account| account.month).min() else { return Ok(drafts) };
    let last = accounts.iter().map(|account| account.month).max().unwrap_or(first);
    for month in ledger::by_month(&accounts, first, last, today) {
        let of_month = accounts.iter().filter(|account| account.month == month.month);
        let missing: Euro = of_month.map(|account| account.missing(today)).sum();
        drafts.push([
            ("month", said(month.month)),
            ("due", euro(month.due)),
            ("paid", euro(month.paid)),
            ("missing", euro(missing)),
            ("state", said(paid_state(month.state))),
            ("pay_by", said(month.pay_by)),
        ]);
    }
    Ok(drafts)
}

pub(super) fn principal(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    let last = Month::of(today);
    let returns = returns(tx, company)?;
    let mut accounts = ledger::accounts(tx, company, last.plus(-MONTHS), last)?;
    accounts.retain(|account| account.account == COLLABORATORS);
    // Most companies engage nobody: their forms need not be read.
    let rows = match accounts.is_empty() {
        true => Vec::new(),
        false => payments::all(tx, company, today)?,
    };
    for account in accounts {
        let declaration = account.declared.map(|(id, _)| id);
        // The latest transmission of a month comes first, and is in force.
        let of_month = |one: &&Return| one.matricola.is_none() && one.month == account.month;
        let base =
            returns.iter().find(of_month).map(|one| one.groups.iter().map(|of| of.base).sum());
        drafts.push([
            ("month", said(account.month)),
            ("declaration", declaration.and_then(said)),
            ("collaborators", declaration.and(said(account.workers))),
            ("base", declaration.and(base).and_then(euro)),
            ("due", euro(account.due)),
            ("paid", euro(account.paid)),
            ("difference", euro(account.paid - account.due)),
            ("state", said(paid_state(account.paid_state(today)))),
            ("paid_c10", euro(paid_under(&rows, "C10", account.month))),
            ("paid_cxx", euro(paid_under(&rows, "CXX", account.month))),
        ]);
    }
    Ok(drafts)
}

/// What rows of a causale paid for a month.
fn paid_under(rows: &[PaymentRow], causale: &str, month: Month) -> Euro {
    let of = rows.iter().filter(|row| row.causale == causale && row.from == Some(month));
    of.map(|row| row.debit - row.credit).sum()
}

/// Whether a position had employees in a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Staff {
    With,
    Without,
    NotDeclared,
}

/// Months in a row of which the same is to be said.
struct Stretch {
    from: Month,
    to: Month,
    staff: Staff,
    least: u32,
    most: u32,
}

pub(super) fn employment(
    tx: &dyn ReadTx,
    company: CompanyId,
    today: Day,
    mut drafts: Drafts,
) -> Result<Drafts> {
    let now = Month::of(today);
    let accounts = ledger::accounts(tx, company, now.plus(-MONTHS), now)?;
    let mut declared: BTreeMap<(&str, Month), u32> = BTreeMap::new();
    for account in accounts.iter().filter(|account| account.declared.is_some()) {
        declared.insert((account.account.as_str(), account.month), account.workers);
    }
    let interruptions = Interruptions::of(tx, company, today)?;
    for position in companies::positions(tx, company)? {
        let matricola = &position.0;
        let of_position =
            declared.keys().filter(|(of, _)| of == matricola).map(|(_, month)| *month);
        let Some(first) = of_position.clone().min() else { continue };
        // A month is missing only once its return was due.
        let last = of_position.max().unwrap_or(first).max(last_due(now, today));
        let months = first.through(last).map(|month| {
            let workers = declared.get(&(matricola.as_str(), month)).copied();
            let staff = match workers {
                Some(0) => Staff::Without,
                Some(_) => Staff::With,
                None if !interruptions.is_due(&position, month) => Staff::Without,
                None => Staff::NotDeclared,
            };
            (month, staff, workers.unwrap_or_default())
        });
        for stretch in stretches(months) {
            drafts.push(cells(matricola, &stretch));
        }
    }
    Ok(drafts)
}

/// The latest month whose return was due before today.
fn last_due(now: Month, today: Day) -> Month {
    let mut month = now.previous();
    while uniemens_due(month) >= today {
        month = month.previous();
    }
    month
}

fn stretches(months: impl Iterator<Item = (Month, Staff, u32)>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (month, staff, workers) in months {
        match found.last_mut().filter(|last| last.staff == staff) {
            Some(last) => {
                last.to = month;
                last.least = last.least.min(workers);
                last.most = last.most.max(workers);
            }
            None => {
                found.push(Stretch {
                    from: month,
                    to: month,
                    staff,
                    least: workers,
                    most: workers,
                });
            }
        }
    }
    found
}

fn cells(matricola: &str, stretch: &Stretch) -> [(&'static str, Option<String>); 7] {
    let kind = match stretch.staff {
        Staff::With => "con_dipendenti",
        Staff::Without => "senza_dipendenti",
        Staff::NotDeclared => "non_dichiarato",
    };
    let known = (stretch.staff == Staff::With).then_some(());
    [
        ("matricola", said(matricola)),
        ("from", said(stretch.from)),
        ("to", said(stretch.to)),
        ("kind", said(kind)),
        ("months", said(stretch.to.index() - stretch.from.index() + 1)),
        ("least", known.and(said(stretch.least))),
        ("most", known.and(said(stretch.most))),
    ]
}
