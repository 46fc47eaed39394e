//! What F24 rows pay of notices and debts. The archives of these say so only when they are fed again, and a payment settles what it pays
//! on the day it is known: evidence and the DURC follow from the same facts, so it is settled in these, once for both.

use super::index::open;
use crate::calendar::{Day, Month};
use crate::durc::{Debt, DebtKind, Paid};
use crate::evidence::{
    DebtFact, DeclarationFact, Facts, NoticeFact, NoticeState, PaymentFact, Phase,
};
use crate::money::Euro;
use crate::notices::{NoticeParameters, Side, half};
use crate::parameters::Parameter;
use crate::payments::PaymentRow;

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

impl Facts {
    /// Counts what F24 rows paid of notices and debts as paid, and finds the rows that pay one that is not there. Each cent of a row
    /// settles one thing: first what the archives hold as settled, which it did before, then the oldest.
    pub fn settle(&mut self, parameters: &NoticeParameters) {
        let stray: Vec<bool> = self.payments.iter().map(|fact| self.is_stray(&fact.row)).collect();
        for (fact, stray) in self.payments.iter_mut().zip(stray) {
            fact.stray = stray;
        }
        let mut rows = Rows::of(&self.payments);
        let mut notices: Vec<&mut NoticeFact> = self.notices.iter_mut().collect();
        notices.sort_by_key(|notice| (notice.state != NoticeState::Closed, notice.issued));
        let paid: Vec<PaidNotice> =
            notices.into_iter().map(|notice| rows.settle(notice, parameters)).collect();
        let mut debts: Vec<&mut DebtFact> =
            self.debts.iter_mut().filter(|fact| !fact.debt.has_negative()).collect();
        debts.sort_by_key(|fact| (fact.phase != Phase::Paid, fact.debt.due));
        for fact in debts {
            let (early, late, parts) = match paid.iter().find(|one| one.is_of(fact)) {
                Some(one) if one.settled => (Euro::ZERO, all_of(&fact.debt), one.parts.clone()),
                Some(notice) => notice.around(fact.since),
                None => rows.of_debt(fact),
            };
            let debt = &mut fact.debt;
            debt.payments.extend(parts.into_iter().map(|(day, amount)| Paid { day, amount }));
            // What was paid before a debt came into its phase is in what its archive counted, or else the debt is only of what was left.
            let known = if early <= debt.paid { early } else { Euro::ZERO };
            let returned = returned(debt, &self.declarations);
            debt.paid = debt.paid.max(known + late).max(returned).min(all_of(debt));
        }
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

/// What was paid of a notice and when.
struct PaidNotice {
    number: String,
    code: String,
    month: Month,
    parts: Vec<(Day, Euro)>,
    /// Whether it is all that had to be paid.
    settled: bool,
}

impl PaidNotice {
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

    /// What was paid before a day, and from it on, and of the latter when.
    fn around(&self, day: Day) -> (Euro, Euro, Vec<(Day, Euro)>) {
        let (early, late): (Vec<_>, Vec<_>) =
            self.parts.iter().copied().partition(|(paid, _)| *paid < day);
        (sum(&early), sum(&late), late)
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
    fn take(
        &mut self,
        causale: &str,
        at: At<'_>,
        when: impl Fn(Day) -> bool,
        most: Euro,
    ) -> Vec<(Day, Euro)> {
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
        if notice.state != NoticeState::Closed {
            notice.paid = paid;
            if settled {
                notice.state = NoticeState::Closed;
            }
        }
        let (number, code) = (notice.number.clone(), notice.code.clone());
        PaidNotice { number, code, month: notice.month, parts, settled }
    }

    /// What was paid of a debt before it came into its phase, and after, and of the latter when.
    fn of_debt(&mut self, fact: &DebtFact) -> (Euro, Euro, Vec<(Day, Euro)>) {
        let (debt, since) = (&fact.debt, fact.since);
        let Some(month) = debt.competence else { return Default::default() };
        let (at, all) = ((debt.code.as_deref(), month), all_of(debt));
        let mut take =
            |causale, early, most| self.take(causale, at, |day| (day < since) == early, most);
        let causale = causale_of(debt.kind);
        let early = sum(&take(causale, true, all));
        let mut late = take(causale, false, all);
        late.extend(take(RECOVERY, false, all - sum(&late)));
        (early, sum(&late), late)
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
