//! What is due from a company, month by month, and what its archives add.

use std::collections::BTreeSet;

use shared::calendar::{Day, Month, f24_due, uniemens_due};
use shared::deadlines::Kind;
use shared::durc::Light;
use shared::money::Euro;
use shared::payments::PaidState;

use super::archives::Dated;
use crate::companies::service::PositionFacts;
use crate::ledger::COLLABORATORS;
use crate::ledger::service::Account;

/// What a month asks of a company, and how much of it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthTerms {
    /// The month of competence.
    pub month: Month,
    /// Positions whose return has not come, whether or not its term has passed.
    pub undeclared: u8,
    /// Whether everything was declared.
    pub declared: bool,
    /// Whether everything was paid.
    pub paid: bool,
    /// What is known to be due and not paid.
    pub gap: Euro,
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// What.
    pub kind: Kind,
    /// When.
    pub day: Day,
    /// Whether it is done.
    pub done: bool,
    /// Month of competence.
    pub month: Option<Month>,
    /// What is to be paid, where that is known.
    pub amount: Option<Euro>,
    /// The record it comes from.
    pub record: Option<&'a Dated>,
}

/// The terms of the months from `first` to `last` of which anything was due. A month asks something of a company if one of its positions
/// was active in it, or if its collaborators were declared or paid for.
pub fn months(
    positions: &[(String, PositionFacts)],
    accounts: &[Account],
    first: Month,
    last: Month,
    today: Day,
) -> Vec<MonthTerms> {
    first.through(last).filter_map(|month| of_month(positions, accounts, month, today)).collect()
}

fn of_month(
    positions: &[(String, PositionFacts)],
    accounts: &[Account],
    month: Month,
    today: Day,
) -> Option<MonthTerms> {
    let start = accounts.partition_point(|account| account.month < month);
    let of_month = accounts.get(start..).unwrap_or_default();
    let of_month = of_month.iter().take_while(|account| account.month == month);
    let mut waiting: BTreeSet<&str> = positions
        .iter()
        .filter(|(_, facts)| facts.active_in(month))
        .map(|(matricola, _)| matricola.as_str())
        .collect();
    let mut unpaid = waiting.clone();
    let mut terms =
        MonthTerms { month, undeclared: 0, declared: true, paid: true, gap: Euro::ZERO };
    let mut anything = !waiting.is_empty();
    for account in of_month {
        anything = true;
        match account.declared {
            Some(_) => drop(waiting.remove(account.account.as_str())),
            None if account.account == COLLABORATORS => drop(waiting.insert(COLLABORATORS)),
            None => {}
        }
        match account.paid_state(today) {
            PaidState::Paid | PaidState::Excess => drop(unpaid.remove(account.account.as_str())),
            PaidState::Nothing if account.declared.is_some() => {
                unpaid.remove(account.account.as_str());
            }
            PaidState::Nothing => {}
            PaidState::Short | PaidState::Unpaid | PaidState::Pending => {
                terms.paid = false;
                terms.gap += account.due - account.paid;
            }
        }
    }
    terms.undeclared = u8::try_from(waiting.len()).unwrap_or(u8::MAX);
    terms.declared = waiting.is_empty();
    terms.paid &= unpaid.is_empty();
    anything.then_some(terms)
}

/// The days on which a span of months is to be paid and declared: the calendar is asked once, not for each company.
pub struct Terms(Vec<(Month, Day, Day)>);

impl Terms {
    /// Of all months whose F24 or UniEmens term lies between the days.
    pub fn between(from: Day, to: Day) -> Self {
        let (first, last) = (Month::of(from).plus(-2), Month::of(to));
        Self(
            first.through(last).map(|month| (month, f24_due(month), uniemens_due(month))).collect(),
        )
    }

    fn of(&self, month: Month) -> Option<(Day, Day)> {
        let (first, ..) = self.0.first()?;
        let place = usize::try_from(month.index() - first.index()).ok()?;
        self.0.get(place).map(|(_, f24, uniemens)| (*f24, *uniemens))
    }

    /// The first month after `month` and the last one known.
    fn after(&self, month: Month) -> impl Iterator<Item = Month> + '_ {
        self.0.iter().map(|(month, ..)| *month).filter(move |other| *other > month)
    }

    /// Shows everything that is due from a company, done or not, in no order: the terms of its months; those of months to come, if a
    /// position is active; its dated records.
    pub fn each<'a>(
        &self,
        company: &'a crate::practice::summary::Summary,
        this_month: Month,
        mut show: impl FnMut(Due<'a>),
    ) {
        let mut month = |terms: MonthTerms| {
            let Some((f24, uniemens)) = self.of(terms.month) else { return };
            let gap = (terms.gap > Euro::ZERO).then_some(terms.gap);
            let due = Due {
                kind: Kind::F24,
                day: f24,
                done: terms.paid,
                month: Some(terms.month),
                amount: gap,
                record: None,
            };
            show(due);
            show(Due {
                kind: Kind::Uniemens,
                day: uniemens,
                done: terms.declared,
                month: Some(terms.month),
                amount: None,
                record: None,
            });
        };
        company.months.iter().copied().for_each(&mut month);
        if company.active {
            self.after(this_month).for_each(|next| {
                month(MonthTerms {
                    month: next,
                    undeclared: 1,
                    declared: false,
                    paid: false,
                    gap: Euro::ZERO,
                });
            });
        }
        // A document that has run out is no term any more: whoever needs another one asks for it.
        if company.durc.light == Some(Light::Green)
            && let Some(day) = company.durc.until
        {
            let kind = Kind::Durc;
            show(Due { kind, day, done: false, month: None, amount: None, record: None });
        }
        for record in &company.archives.dated {
            show(Due {
                kind: Kind::Record,
                day: record.day,
                done: record.done,
                month: None,
                amount: record.amount,
                record: Some(record),
            });
        }
    }
}
