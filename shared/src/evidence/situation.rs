//! What a check of the DURC looks at, from the same facts.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Cause, DebtFact, DeclarationFact, Evidence, Facts, NoticeFact, NoticeState, Parameters, Phase,
    TransmissionFact, Transmitted,
};
use crate::calendar::{Day, Month, uniemens_due};
use crate::declarations::DmState;
use crate::durc::{
    Debt, DebtKind, Gestione, MissingReturn, Paid, Situation, Technical, TechnicalProblem,
};
use crate::money::Euro;
use crate::notices::Side;
use crate::payments::{Matched, PaymentRow};
use crate::sanctions::{self, Breach};

/// The situation that facts, and the evidence derived from them, make on a day for the DURC of an employer: a check can be made of it.
///
/// Unpaid returns come with what lateness has cost so far, for accessories count (interpello MLPS 3/2025). A record that says what cannot
/// be is a technical problem of the situation.
pub fn situation(
    parameters: Parameters<'_>,
    facts: &Facts,
    evidence: &[Evidence],
    day: Day,
) -> Situation {
    let mut debts: Vec<Debt> = facts.debts.iter().filter_map(|one| of_debt(facts, one)).collect();
    let owed: BTreeSet<(&str, Month)> = facts.debts.iter().filter_map(unpaid_return).collect();
    let unpaid =
        facts.declarations.iter().filter(|one| !owed.contains(&(one.code.as_str(), one.month)));
    debts.extend(unpaid.filter_map(|one| of_declaration(facts, one)));
    let noticed: BTreeSet<&str> =
        facts.debts.iter().filter_map(|fact| fact.notice.as_deref()).collect();
    let notices = facts.notices.iter().filter(|one| !noticed.contains(one.number.as_str()));
    debts.extend(notices.filter_map(|one| of_notice(facts, one)));
    let situation = Situation {
        debts,
        missing_returns: evidence.iter().filter_map(missing_return).chain(late(facts)).collect(),
        technical: evidence.iter().filter_map(technical).chain(unknown(facts)).collect(),
        invitation: facts.invitation,
        insolvency: facts.insolvency,
        certified_credits: facts.certified_credits,
    };
    let mut situation = situation.readable(parameters.durc);
    for debt in &mut situation.debts {
        accrue(debt, parameters, day);
    }
    situation
}

/// Adds the sanctions of an unpaid return that nobody has reckoned yet.
fn accrue(debt: &mut Debt, parameters: Parameters<'_>, day: Day) {
    let late = debt.kind == DebtKind::UnpaidReturn && debt.due < day;
    if !late || !debt.sanctions.is_zero() {
        return;
    }
    let facts = sanctions::Facts {
        contribution: debt.residual(),
        due: debt.due,
        until: day,
        breach: Breach::Omission,
        payment: None,
        requested: None,
        notified: None,
        reported: None,
        relief: None,
    };
    // Where no rate is known the contribution alone counts.
    let (sanctions, interest) = (parameters.sanctions, parameters.interest);
    if let Ok(assessed) = sanctions::assess(sanctions, interest, &facts) {
        debt.sanctions = assessed.amount;
    }
}

/// What the debt is called that a return not wholly paid makes, before the archive of debts has one.
pub(super) fn return_key(code: &str, month: Month) -> String {
    format!("{code}:{month}")
}

/// What the debt is called that a notice makes, before the archive of debts has one.
pub(super) fn notice_debt_key(number: &str) -> String {
    format!("notice:{number}")
}

/// The position and month of an unpaid return that is a debt already.
pub(super) fn unpaid_return(fact: &DebtFact) -> Option<(&str, Month)> {
    let at = fact.debt.code.as_deref().zip(fact.debt.competence);
    at.filter(|_| fact.debt.kind == DebtKind::UnpaidReturn)
}

fn of_debt(facts: &Facts, fact: &DebtFact) -> Option<Debt> {
    let debt = &fact.debt;
    match fact.phase {
        // What was paid since an invitation may have been paid too late.
        Phase::Paid if is_since_invitation(facts, fact.since) => {
            let all = debt.contribution + debt.sanctions + debt.interest;
            let payments = vec![Paid { day: fact.since, amount: all }];
            Some(Debt { paid: all, payments, ..debt.clone() })
        }
        Phase::Paid | Phase::Discharged | Phase::TimeBarred => None,
        _ => {
            // What an archive counted as paid when a debt came into its phase was paid by then.
            let doubtful = is_since_invitation(facts, fact.since);
            let dated: Euro = debt.payments.iter().map(|one| one.amount).sum();
            let undated = if doubtful { (debt.paid - dated).max(Euro::ZERO) } else { Euro::ZERO };
            Some(Debt { covers: facts.covers(fact), undated, ..debt.clone() })
        }
    }
}

fn is_since_invitation(facts: &Facts, day: Day) -> bool {
    facts.invitation.is_some_and(|invitation| invitation.sent < day)
}

fn of_declaration(facts: &Facts, declaration: &DeclarationFact) -> Option<Debt> {
    let DeclarationFact { gestione, code, month, due, paid, .. } = declaration;
    let paid = (*paid).max(Euro::ZERO);
    let rows = facts.payments.iter().filter(|one| {
        // Principals pay for their collaborators under a code that is none of a position.
        let position = *gestione == Gestione::Principals || one.row.code == *code;
        position
            && one.gestione == *gestione
            && one.row.from == Some(*month)
            && matches!(one.row.matched, Matched::Declaration { .. })
            && is_since_invitation(facts, one.row.day)
    });
    let paid_by = |row: &PaymentRow| Paid { day: row.day, amount: row.debit - row.credit };
    let payments: Vec<Paid> = rows.map(|one| paid_by(&one.row)).collect();
    // A return in credit owes nothing, whatever was paid.
    (*due > paid || *due > Euro::ZERO && !payments.is_empty()).then(|| Debt {
        gestione: *gestione,
        paid,
        payments,
        ..Debt::of_month(return_key(code, *month), Some(code.clone()), *month, *due)
    })
}

/// A notice that was notified, where it is said to count, and is not paid or may have been paid too late.
fn of_notice(facts: &Facts, notice: &NoticeFact) -> Option<Debt> {
    let closed = notice.state == NoticeState::Closed;
    let matters =
        !closed || notice.payments.iter().any(|paid| is_since_invitation(facts, paid.day));
    let counts = notice.durc && notice.side == Side::ToPay && notice.notified.is_some() && matters;
    let due = notice.pay_by.filter(|_| counts)?;
    Some(Debt {
        key: notice_debt_key(&notice.number),
        gestione: notice.gestione,
        code: Some(notice.code.clone()),
        kind: DebtKind::Notice,
        competence: Some(notice.month),
        due,
        return_due: None,
        contribution: notice.difference.abs(),
        sanctions: notice.sanctions.max(Euro::ZERO),
        interest: Euro::ZERO,
        paid: if closed { notice.asked() } else { notice.paid },
        payments: notice.payments.clone(),
        undated: Euro::ZERO,
        covers: facts.covers_of_notice(notice),
    })
}

fn missing_return(evidence: &Evidence) -> Option<MissingReturn> {
    let (month, _) = evidence.months?;
    let missing = MissingReturn::of_month(evidence.code.clone(), month);
    matches!(evidence.cause, Cause::NoReturn).then(|| MissingReturn {
        gestione: evidence.gestione.unwrap_or(Gestione::Employers),
        ..missing
    })
}

/// The returns that were owed and missing when an invitation was sent and have come since: they may have come too late.
fn late(facts: &Facts) -> impl Iterator<Item = MissingReturn> {
    let accepted = || facts.transmissions.iter().filter(|one| one.outcome == Transmitted::Accepted);
    let since = facts.invitation.map(|invitation| invitation.sent);
    accepted().filter_map(move |one| {
        let handed_in = one.sent.day_in_rome();
        let late = handed_in > since?.max(uniemens_due(one.month)) && is_owed(facts, one);
        let same = |other: &TransmissionFact| other.code == one.code && other.month == one.month;
        let first = late && !accepted().any(|other| same(other) && other.sent < one.sent);
        first.then(|| MissingReturn {
            gestione: one.gestione,
            handed_in: Some(handed_in),
            ..MissingReturn::of_month(Some(one.code.clone()), one.month)
        })
    })
}

fn is_owed(facts: &Facts, sent: &TransmissionFact) -> bool {
    let mut positions = facts.positions.iter().filter(|position| position.code == sent.code);
    sent.month >= facts.known_from && positions.any(|position| position.owes_return(sent.month))
}

/// The positions that have returns and that the registry, where it knows any, does not: each with its first month.
fn unknown(facts: &Facts) -> impl Iterator<Item = Technical> {
    let known: BTreeSet<&str> = facts.positions.iter().map(|one| one.code.as_str()).collect();
    let is_unknown = |code: &str| !known.is_empty() && !known.contains(code);
    let mut first: BTreeMap<&str, Month> = BTreeMap::new();
    let monthly = facts.declarations.iter().filter(|one| one.gestione.is_monthly());
    for declared in monthly.filter(|one| is_unknown(&one.code)) {
        let month = first.entry(&declared.code).or_insert(declared.month);
        *month = declared.month.min(*month);
    }
    first.into_iter().map(|(code, month)| Technical {
        gestione: Gestione::Employers,
        problem: TechnicalProblem::UnknownPosition,
        code: Some(code.to_owned()),
        month: Some(month),
        record: None,
    })
}

fn technical(evidence: &Evidence) -> Option<Technical> {
    let not_generable = Cause::NotBalanced { state: DmState::NotGenerable };
    (evidence.cause == not_generable).then(|| Technical {
        gestione: evidence.gestione.unwrap_or(Gestione::Employers),
        problem: TechnicalProblem::DmNotGenerable,
        code: evidence.code.clone(),
        month: evidence.months.map(|(month, _)| month),
        record: None,
    })
}
