//! What F24 rows pay of notices and debts. The archives of these say so only when they are fed again, and a payment settles what it pays
//! on the day it is known: evidence and the DURC follow from the same facts, so it is settled in these, once for both.

use super::index::open;
use crate::calendar::{Day, Month};
use crate::durc::{Debt, DebtKind, Paid};
use crate::evidence::{
    DebtFact, DeclarationFact, Facts, NoticeFact, NoticeState, PaymentFact, Phase,
};
use crate::money::Euro;
use crate::notices::{NoticeParameters, Side, Stage, half};
use crate::parameters::Parameter;
use crate::payments::PaymentRow;

/// The archive of notices.
const NOTICES: &str = "note-rettifica";
/// The archive of debts.
const DEBTS: &str = "crediti";
/// Pays a monthly return.
const RETURN: &str = "DM10";
/// Pays a rectification notice.
const NOTICE: &str = "DMRA";
/// Uses the credit of one.
const CREDIT: &str = "DMRP";
/// Pays what is recovered, of any origin and of some months at once.
const RECOVERY: &str = "RC01";

/// The causale that pays a debt.
pub(super) const fn causale_of(kind: DebtKind) -> &'static str {
    match kind {
        DebtKind::UnpaidReturn => RETURN,
        DebtKind::Notice => NOTICE,
        _ => RECOVERY,
    }
}

/// What F24 rows paid of a notice or debt that its archive still holds as open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The slug of the archive.
    pub archive: &'static str,
    /// The number of the notice, or of the debt.
    pub number: String,
    /// What its archive would say of it, where nothing is left.
    pub state: Option<&'static str>,
    /// What is left.
    pub left: Euro,
    /// The day of the last payment, where it is known.
    pub last: Option<Day>,
}

impl Facts {
    /// Counts what F24 rows paid of notices and debts as paid, and finds the rows that pay one that is not there. Each cent of a row
    /// settles one thing: first what the archives hold as settled, which it did before, then the oldest. Tells what became of the others.
    pub fn settle(&mut self, parameters: &NoticeParameters) -> Vec<Settled> {
        let stray: Vec<bool> = self.payments.iter().map(|fact| self.is_stray(&fact.row)).collect();
        for (fact, stray) in self.payments.iter_mut().zip(stray) {
            fact.stray = stray;
        }
        let mut rows = Rows::of(&self.payments);
        let mut notices: Vec<&mut NoticeFact> = self.notices.iter_mut().collect();
        notices.sort_by_key(|notice| (notice.state != NoticeState::Closed, notice.issued));
        let (mut paid, mut settled) = (Vec::with_capacity(notices.len()), Vec::new());
        for notice in notices {
            let was_open = notice.state != NoticeState::Closed;
            let found = rows.settle(notice, parameters);
            settled.extend(found.told(notice).filter(|_| was_open));
            paid.push(found);
        }
        let mut debts: Vec<&mut DebtFact> =
            self.debts.iter_mut().filter(|fact| !fact.debt.has_negative()).collect();
        debts.sort_by_key(|fact| (fact.phase != Phase::Paid, fact.debt.due));
        for fact in debts {
            let before = fact.debt.residual();
            let (early, late, least) = match paid.iter_mut().find(|one| one.is_of(fact)) {
                Some(notice) => notice.of_debt(fact),
                None => rows.of_debt(fact),
            };
            let debt = &mut fact.debt;
            let told = returned(debt, &self.declarations).max(least);
            count(debt, early, late, told);
            let left = debt.residual();
            if !matches!(fact.phase, Phase::Paid | Phase::Discharged | Phase::TimeBarred)
                && left < before
            {
                settled.push(Settled {
                    archive: DEBTS,
                    number: debt.key.clone(),
                    state: left.is_zero().then_some("pagata"),
                    left,
                    last: debt.payments.iter().map(|one| one.day).max(),
                });
            }
        }
        settled
    }

    /// Whether a row pays a notice or a debt, by its causale, and there is none for its position and months.
    fn is_stray(&self, row: &PaymentRow) -> bool {
        let recovers = row.causale == RECOVERY;
        if !recovers && row.causale != NOTICE {
            return false;
        }
        let noticed = |one: &NoticeFact| one.side == Side::ToPay && is_for(row, at(one));
        let owed = |fact: &DebtFact| {
            let debt = &fact.debt;
            let pays = recovers || debt.kind == DebtKind::Notice;
            pays && debt.competence.is_some_and(|month| is_for(row, (debt.code.as_deref(), month)))
        };
        !self.notices.iter().any(noticed) && !self.debts.iter().any(owed)
    }
}

/// A position, if there is one, and a month.
type At<'a> = (Option<&'a str>, Month);

fn at(notice: &NoticeFact) -> At<'_> {
    (Some(&notice.code), notice.month)
}

/// Whether a row names a position and a month.
fn is_for(row: &PaymentRow, (code, month): At<'_>) -> bool {
    let within = |from: Month| from <= month && month <= row.to.unwrap_or(from).max(from);
    row.from.is_some_and(within) && code.is_none_or(|code| code == row.code)
}

/// Counts what was paid of a debt before it came into its phase and after, where `told` is what return or notice say was paid of it.
fn count(debt: &mut Debt, early: Parts, late: Parts, told: Euro) {
    let held = debt.paid;
    let last = early.iter().chain(&late).map(|(day, _)| *day).max();
    // What was paid before is in what the archive counted, or else the debt is only of what was left.
    let is_whole = sum(&early) <= held || told > held.max(sum(&late));
    let mut parts = if is_whole { early } else { Vec::new() };
    parts.extend(late);
    let counted = held.max(sum(&parts));
    debt.paid = counted.max(told).min(all_of(debt));
    debt.payments.extend(parts.into_iter().map(|(day, amount)| Paid { day, amount }));
    // What a payment settles beyond its amount, as the forgiven half of a sanction, it settles on its day.
    let beyond = debt.paid - counted;
    if let Some(day) = last.filter(|_| beyond > Euro::ZERO) {
        debt.payments.push(Paid { day, amount: beyond });
    }
}

/// All that a debt came to.
fn all_of(debt: &Debt) -> Euro {
    debt.contribution + debt.sanctions + debt.interest
}

/// What was paid of a debt by the return that it comes from: of its contributions no more is left than that leaves to be paid.
fn returned(debt: &Debt, declarations: &[DeclarationFact]) -> Euro {
    let of = |one: &&DeclarationFact| {
        Some(one.month) == debt.competence && Some(&one.code) == debt.code.as_ref()
    };
    let known = declarations.iter().filter(|_| debt.kind == DebtKind::UnpaidReturn).find(of);
    known.map_or(Euro::ZERO, |one| one.paid.min(debt.contribution - open(one)))
}

/// What was paid, and when.
type Parts = Vec<(Day, Euro)>;

/// What was paid of a notice and when.
struct PaidNotice {
    number: String,
    code: String,
    month: Month,
    parts: Parts,
    /// Whether it is all that had to be paid.
    settled: bool,
}

impl PaidNotice {
    /// What became of the notice; nothing of one of which nothing was paid.
    fn told(&self, notice: &NoticeFact) -> Option<Settled> {
        let last = self.parts.iter().map(|(day, _)| *day).max()?;
        let open = notice.open();
        let stage = match notice.side {
            Side::InFavour => Stage::Used,
            Side::ToPay if open.is_zero() => Stage::Paid,
            Side::ToPay => Stage::PaidHalved,
        };
        Some(Settled {
            archive: NOTICES,
            number: notice.number.clone(),
            state: self.settled.then_some(stage.code()),
            left: if self.settled { Euro::ZERO } else { open },
            last: Some(last),
        })
    }

    /// Whether a debt is this notice.
    fn is_of(&self, fact: &DebtFact) -> bool {
        let DebtFact { debt, notice, .. } = fact;
        let same = || {
            debt.kind == DebtKind::Notice
                && debt.code.as_deref() == Some(self.code.as_str())
                && debt.competence == Some(self.month)
        };
        notice.as_deref().map_or_else(same, |number| number == self.number)
    }

    /// What was paid of a debt before it came into its phase, and after, and how much that settles at least: of one of several debts of the
    /// notice what the others left.
    fn of_debt(&mut self, fact: &DebtFact) -> (Parts, Parts, Euro) {
        let all = all_of(&fact.debt);
        let early = self.take(|day| day < fact.since, all);
        let late = self.take(|day| day >= fact.since, all);
        match self.settled {
            true => (Parts::new(), [early, late].concat(), all),
            false => (early, late, Euro::ZERO),
        }
    }

    /// Takes what was paid on days that are asked for, up to an amount.
    fn take(&mut self, when: impl Fn(Day) -> bool, most: Euro) -> Parts {
        let mut rest = most;
        let mut taken = Vec::new();
        for (day, left) in self.parts.iter_mut().filter(|(day, _)| when(*day)) {
            let part = rest.min(*left);
            *left -= part;
            rest -= part;
            taken.push((*day, part));
        }
        taken.retain(|(_, part)| !part.is_zero());
        taken
    }
}

/// Rows, the earliest first, and what is left of each.
struct Rows<'a>(Vec<(&'a PaymentRow, Euro)>);

impl<'a> Rows<'a> {
    fn of(payments: &'a [PaymentFact]) -> Self {
        let mut rows: Vec<(&PaymentRow, Euro)> = payments
            .iter()
            .filter_map(|fact| {
                let amount = match fact.row.causale.as_str() {
                    RETURN | NOTICE | RECOVERY => fact.row.debit,
                    CREDIT => fact.row.credit,
                    _ => return None,
                };
                Some((&fact.row, amount))
            })
            .collect();
        rows.sort_by_key(|(row, _)| row.day);
        Self(rows)
    }

    /// Takes from the rows of a causale that name a position and month, paid on days that are asked for, up to an amount.
    fn take(&mut self, causale: &str, at: At<'_>, when: impl Fn(Day) -> bool, most: Euro) -> Parts {
        let mut parts = Vec::new();
        let mut rest = most;
        for (row, left) in &mut self.0 {
            let part = rest.min(*left);
            let pays = row.causale == causale && when(row.day) && is_for(row, at);
            if pays && part > Euro::ZERO {
                *left -= part;
                rest -= part;
                parts.push((row.day, part));
            }
        }
        parts
    }

    /// Pays a notice, or uses its credit.
    fn settle(&mut self, notice: &mut NoticeFact, parameters: &NoticeParameters) -> PaidNotice {
        let causale = match notice.side {
            Side::ToPay => NOTICE,
            Side::InFavour => CREDIT,
        };
        let (issued, asked) = (notice.issued, notice.asked());
        let parts = self.take(causale, at(notice), |day| day >= issued, asked);
        let paid: Euro = parts.iter().map(|(_, part)| *part).sum();
        let halved = halved_by(notice, parameters).is_some_and(|by| {
            let in_time = parts.iter().filter(|(day, _)| *day <= by).map(|(_, part)| *part);
            in_time.sum::<Euro>() >= notice.difference.abs() + half(notice.sanctions)
        });
        let settled = paid >= asked || halved;
        notice.payments =
            parts.iter().map(|(day, amount)| Paid { day: *day, amount: *amount }).collect();
        if notice.state != NoticeState::Closed {
            notice.paid = paid;
            if settled {
                notice.state = NoticeState::Closed;
            }
        }
        let (number, code) = (notice.number.clone(), notice.code.clone());
        PaidNotice { number, code, month: notice.month, parts, settled }
    }

    /// What was paid of a debt before it came into its phase, and after.
    fn of_debt(&mut self, fact: &DebtFact) -> (Parts, Parts, Euro) {
        let (debt, since) = (&fact.debt, fact.since);
        let Some(month) = debt.competence else { return Default::default() };
        let (at, all) = ((debt.code.as_deref(), month), all_of(debt));
        let mut take =
            |causale, early, most| self.take(causale, at, |day| (day < since) == early, most);
        let causale = causale_of(debt.kind);
        let early = take(causale, true, all);
        let mut late = take(causale, false, all);
        late.extend(take(RECOVERY, false, all - sum(&late)));
        (early, late, Euro::ZERO)
    }
}

fn sum(parts: &[(Day, Euro)]) -> Euro {
    parts.iter().map(|(_, part)| *part).sum()
}

/// The last day on which half of the sanctions is enough.
fn halved_by(notice: &NoticeFact, parameters: &NoticeParameters) -> Option<Day> {
    let notified = notice.notified?;
    let halving = parameters.halving.on(Parameter::NoticeHalving, notified).ok()?.value?;
    Some(notified.plus_days(halving.days.into()))
}
