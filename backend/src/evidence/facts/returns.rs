//! Facts from declarations, the ledger and F24 forms.

use std::collections::{HashMap, HashSet};

use shared::calendar::{Day, Month};
use shared::durc::Gestione;
use shared::evidence::{
    DeclarationFact, Facts, NoticeFact, PaymentFact, RateFact, TransmissionFact, Transmitted,
    group_rates, recomputed,
};
use shared::fiscal::{Ca, Csc};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::notices::Side;
use shared::parameters::Set;
use shared::payments::PaymentRow;

use crate::companies::Extract;
use crate::companies::service::ExtractPosition;
use crate::declarations::service::{self as declarations, Return};
use crate::evidence::refused;
use crate::fault::Result;
use crate::intake::f24::causali::gestione;
use crate::ledger::{COLLABORATORS, service as ledger};
use crate::parameters::service as parameters;
use crate::payments::service as payments;
use crate::store::ReadTx;

/// Adds what was declared, transmitted and refused, and how it compares with the rates.
pub fn gather(
    tx: &dyn ReadTx,
    company: CompanyId,
    extract: &Extract,
    facts: &mut Facts,
) -> Result<()> {
    let returns = declarations::returns(tx, company)?;
    let known = parameters::current(tx)?;
    let mut latest: HashSet<(&str, Month)> = HashSet::new();
    let mut by_rates: HashMap<(&str, Month), (Euro, Euro)> = HashMap::new();
    for sent in &returns {
        let account = sent.matricola.as_deref().unwrap_or(COLLABORATORS);
        facts.transmissions.push(transmission(sent));
        if latest.insert((account, sent.month)) {
            let rates = rates_of(sent, extract, &known);
            if let Some(sums) = recomputed(&sent.groups, &rates) {
                by_rates.insert((account, sent.month), sums);
            }
            facts.rates.extend(rates);
        }
    }
    declared(tx, company, facts)?;
    for declaration in &mut facts.declarations {
        let at = (declaration.code.as_str(), declaration.month);
        declaration.recomputed = by_rates.get(&at).copied();
    }
    for refused in refused::of(tx, company)? {
        facts.transmissions.push(TransmissionFact {
            protocol: refused.import.to_string(),
            gestione: Gestione::Employers,
            code: refused.matricola,
            month: refused.month,
            sent: refused.at,
            outcome: match refused.errors {
                0 => Transmitted::Discarded,
                errors => Transmitted::WithErrors(errors),
            },
        });
    }
    Ok(())
}

/// Adds the declarations in force, without what the rates say.
pub fn declared(tx: &dyn ReadTx, company: CompanyId, facts: &mut Facts) -> Result<()> {
    let (first, last) = (Month::of(Day::from_epoch_days(0)), Month::of(Day::LAST).previous());
    for account in ledger::accounts(tx, company, first, last)? {
        let Some((_, state)) = account.declared else { continue };
        let (gestione, code) = position(&account.account);
        let (month, due, paid) = (account.month, account.due, account.paid);
        let declared =
            DeclarationFact { gestione, code, month, state, due, paid, recomputed: None };
        facts.declarations.push(declared);
    }
    Ok(())
}

/// The gestione and code of an account of the ledger.
fn position(account: &str) -> (Gestione, String) {
    match account {
        COLLABORATORS => (Gestione::Principals, COLLABORATORS.to_owned()),
        matricola => (Gestione::Employers, matricola.to_owned()),
    }
}

fn transmission(sent: &Return) -> TransmissionFact {
    let (gestione, code) = position(sent.matricola.as_deref().unwrap_or(COLLABORATORS));
    TransmissionFact {
        protocol: sent.protocol.clone(),
        gestione,
        code,
        month: sent.month,
        sent: sent.transmitted,
        outcome: Transmitted::Accepted,
    }
}

/// What the rates say of each group of employees whose rate is known.
fn rates_of(sent: &Return, extract: &Extract, known: &Set) -> Vec<RateFact> {
    let found = (|| {
        let matricola = sent.matricola.as_deref()?;
        let position = extract.positions.iter().find(|one| one.matricola.as_str() == matricola)?;
        let (csc, cas) = classification(position, sent.month)?;
        let at = (matricola, sent.month);
        Some(group_rates(known, (&csc, &cas), sent.workforce?, at, &sent.groups))
    })();
    found.unwrap_or_default()
}

/// CSC and CA in force at the end of a month.
pub fn classification(position: &ExtractPosition, month: Month) -> Option<(Csc, Vec<Ca>)> {
    let last = month.last_day();
    let holds = |from: Day, to: Option<Day>| from <= last && to.is_none_or(|to| to >= last);
    let period = position.periods.iter().rfind(|period| holds(period.from, period.to))?;
    let cas = period.cas.iter().filter_map(|ca| Ca::parse(ca).ok()).collect();
    Some((Csc::parse(&period.csc).ok()?, cas))
}

/// Adds the F24 rows; what backs a credit is looked up among declarations and notices, so these come first.
pub fn payments(tx: &dyn ReadTx, company: CompanyId, today: Day, facts: &mut Facts) -> Result<()> {
    let rows = payments::all(tx, company, today)?;
    let mut used: HashMap<(String, Option<Month>), [Euro; 2]> = HashMap::new();
    let mut found = Vec::with_capacity(rows.len());
    // The earliest first: a credit backs one row after the other.
    for row in rows.into_iter().rev() {
        let used = used.entry((row.code.clone(), row.from)).or_default();
        let backed = backed(&row, &facts.declarations, &facts.notices, used);
        found.push(PaymentFact { gestione: gestione(&row.causale), backed, stray: false, row });
    }
    facts.payments = found;
    Ok(())
}

/// How much of a row's credit a return with a credit, or a notice in favour, backs, beside what other rows used of either; and uses that.
fn backed(
    row: &PaymentRow,
    declarations: &[DeclarationFact],
    notices: &[NoticeFact],
    used: &mut [Euro; 2],
) -> Euro {
    let Some(month) = row.from.filter(|_| row.credit > Euro::ZERO) else { return Euro::ZERO };
    let returns = declarations.iter().filter(|one| one.code == row.code && one.month == month);
    let of_returns: Euro = returns.map(|one| (-one.due).max(Euro::ZERO)).sum();
    let notices = notices
        .iter()
        .filter(|one| one.side == Side::InFavour && one.code == row.code && one.month == month);
    let of_notices: Euro = notices.map(|one| one.difference).sum();
    let (by_return, by_notice) = match row.causale.as_str() {
        "DM10" | "C10" | "CXX" => (of_returns, Euro::ZERO),
        "DMRP" => (Euro::ZERO, of_notices),
        _ => (of_returns, of_notices),
    };
    let mut backed = Euro::ZERO;
    for (all, used) in [by_return, by_notice].into_iter().zip(used) {
        let taken = (all - *used).max(Euro::ZERO).min(row.credit - backed);
        *used += taken;
        backed += taken;
    }
    backed
}

#[cfg(test)]
mod tests {
    use shared::declarations::DmState;
    use shared::evidence::NoticeState;
    use shared::ids::PaymentId;
    use shared::payments::Matched;

    use super::*;

    const CODE: &str = "7012345662";

    fn september() -> Month {
        Month::parse("2026-09").unwrap()
    }

    fn euro(cents: i64) -> Euro {
        Euro::from_cents(cents)
    }

    fn set_off(causale: &str, credit: i64) -> PaymentRow {
        PaymentRow {
            payment: PaymentId::from_u128(7),
            row: 1,
            day: Day::parse("2026-10-16").unwrap(),
            office: "7000".to_owned(),
            causale: causale.to_owned(),
            code: CODE.to_owned(),
            from: Some(september()),
            to: None,
            debit: Euro::ZERO,
            credit: euro(credit),
            matched: Matched::Other,
        }
    }

    #[test]
    fn a_credit_backs_one_row_after_the_other_and_no_more_than_there_is() {
        let declarations = [DeclarationFact {
            gestione: Gestione::Employers,
            code: CODE.to_owned(),
            month: september(),
            state: DmState::Balanced,
            due: euro(-100_00),
            paid: Euro::ZERO,
            recomputed: None,
        }];
        let notices = [NoticeFact {
            number: "N-1".to_owned(),
            gestione: Gestione::Employers,
            code: CODE.to_owned(),
            month: september(),
            side: Side::InFavour,
            difference: euro(40_00),
            sanctions: Euro::ZERO,
            paid: Euro::ZERO,
            payments: Vec::new(),
            issued: Day::parse("2026-10-01").unwrap(),
            notified: None,
            pay_by: None,
            causes: Vec::new(),
            state: NoticeState::Open,
            durc: false,
        }];
        let backs = |rows: &[(&str, i64)]| {
            let mut used = [Euro::ZERO; 2];
            let row = |(causale, credit): &(&str, i64)| {
                backed(&set_off(causale, *credit), &declarations, &notices, &mut used).cents()
            };
            rows.iter().map(row).collect::<Vec<_>>()
        };
        assert_eq!(backs(&[("DM10", 60_00), ("DM10", 60_00)]), [60_00, 40_00]);
        // A return's credit is no notice's, and either is used once.
        assert_eq!(backs(&[("DMRP", 60_00), ("DM10", 60_00)]), [40_00, 60_00]);
        assert_eq!(
            backs(&[("RC01", 130_00), ("DMRP", 40_00), ("DM10", 10_00)]),
            [130_00, 10_00, 0]
        );
        let mut used = [Euro::ZERO; 2];
        let other = PaymentRow { code: "7012345763".to_owned(), ..set_off("DM10", 60_00) };
        assert_eq!(backed(&other, &declarations, &notices, &mut used), Euro::ZERO);
    }
}
