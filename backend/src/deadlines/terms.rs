//! What is due from a company, month by month, and what its archives add.

use std::collections::BTreeSet;

use shared::calendar::{Day, Month, deferral_request, f24_due, uniemens_due};
use shared::deadlines::Kind;
use shared::durc::Light;
use shared::evidence::Term;
use shared::money::Euro;
use shared::parameters::Parameter;
use shared::payments::PaidState;
use shared::rates::Sector;
use shared::sanctions;
use shared::terms::construction_request;

use super::archives::Dated;
use crate::companies::service::PositionFacts;
use crate::evidence::facts::Interruptions;
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

/// A month paid late that costs less for whoever pays all of it of their own accord by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// The month of competence.
    pub month: Month,
    /// The last day.
    pub day: Day,
    /// What is to be paid.
    pub amount: Euro,
    /// The law that says so.
    pub source: String,
}

/// Something that a law lets a company ask for until a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What.
    pub kind: Kind,
    /// The last day.
    pub day: Day,
    /// The law or circular.
    pub source: String,
    /// Whether it is granted.
    pub done: bool,
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// What.
    pub kind: Kind,
    /// What the day is the last one for, where the kind does not say it.
    pub term: Option<Term>,
    /// The law or circular that counts it.
    pub source: Option<&'a str>,
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
/// was active in it and not interrupted, or if its collaborators were declared or paid for.
pub fn months(
    positions: &[(String, PositionFacts)],
    interruptions: &Interruptions,
    accounts: &[Account],
    first: Month,
    last: Month,
    today: Day,
) -> Vec<MonthTerms> {
    let of_month = |month| of_month(positions, interruptions, accounts, month, today);
    first.through(last).filter_map(of_month).collect()
}

fn of_month(
    positions: &[(String, PositionFacts)],
    interruptions: &Interruptions,
    accounts: &[Account],
    month: Month,
    today: Day,
) -> Option<MonthTerms> {
    let start = accounts.partition_point(|account| account.month < month);
    let of_month = accounts.get(start..).unwrap_or_default();
    let of_month = of_month.iter().take_while(|account| account.month == month);
    let mut waiting: BTreeSet<&str> = positions
        .iter()
        .filter(|position| interruptions.is_due(position, month))
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

impl Due<'_> {
    /// Something to be done by a day of which no more is known.
    pub const fn of(kind: Kind, day: Day) -> Self {
        Self {
            kind,
            term: None,
            source: None,
            day,
            done: false,
            month: None,
            amount: None,
            record: None,
        }
    }
}

/// Until when the months that are declared, late and not asked for yet cost the reduced sanction (art. 116 c. 8 lett. a L. 388/2000).
pub fn reduced(
    months: &[MonthTerms],
    asked: &[(Month, Month)],
    known: &sanctions::Parameters,
    today: Day,
) -> Vec<Reduced> {
    let of_month = |terms: &MonthTerms| {
        let MonthTerms { month, gap, .. } = *terms;
        let due = f24_due(month);
        let is_asked = asked.iter().any(|(from, to)| (*from..=*to).contains(&month));
        if gap <= Euro::ZERO || due >= today || is_asked {
            return None;
        }
        let regime = known.regimes.on(Parameter::CivilSanctions, due).ok()?;
        let rule = regime.value.spontaneous.as_ref()?;
        let day = rule.until(due);
        (day >= today).then(|| Reduced {
            month,
            day,
            amount: gap,
            source: rule.measure.source.clone(),
        })
    };
    months.iter().filter_map(of_month).collect()
}

/// What a company can ask for once a year, if it is granted or there is still time: to defer what is due while it closes for its holidays,
/// as every employer may (Msg. INPS 8609/2012), and the reduction of the construction trade.
pub fn requests(
    positions: &[(String, PositionFacts)],
    known: &shared::terms::Parameters,
    today: Day,
) -> Vec<Request> {
    let mut requests = Vec::new();
    for year in today.year() - 1..=today.year() + 1 {
        requests.extend(deferral(positions, year, today));
        requests.extend(construction(positions, known, year, today));
    }
    requests.retain(|request| request.done || request.day >= today);
    requests
}

fn deferral(positions: &[(String, PositionFacts)], year: i32, today: Day) -> Option<Request> {
    let day = deferral_request(year)?;
    let month = Month::of(day).min(Month::of(today));
    let employs = positions.iter().any(|(_, facts)| facts.active_in(month));
    let source = "Msg. INPS 8609/2012".to_owned();
    employs.then_some(Request { kind: Kind::Deferral, day, source, done: false })
}

/// Granted is what every building position has the CA of the reduction for, in some month of the year.
fn construction(
    positions: &[(String, PositionFacts)],
    known: &shared::terms::Parameters,
    year: i32,
    today: Day,
) -> Option<Request> {
    let first = Month::new(year, 1)?;
    let term = construction_request(known, first).ok()?;
    let months = first.through(first.plus(11).min(Month::of(today)));
    let builds = |facts: &PositionFacts, month| {
        let sector = facts.csc_in(month).and_then(|csc| Sector::of(&csc).ok());
        let builds = [Sector::ConstructionIndustry, Sector::ConstructionCraft];
        facts.active_in(month) && sector.is_some_and(|sector| builds.contains(&sector))
    };
    let mut building = positions
        .iter()
        .map(|(_, facts)| facts)
        .filter(|facts| months.clone().any(|month| builds(facts, month)))
        .peekable();
    building.peek()?;
    let done = building.all(|facts| {
        let granted = |month| facts.cas_in(month).iter().any(|ca| ca.as_str() == REDUCED);
        months.clone().any(granted)
    });
    Some(Request { kind: Kind::Construction, day: term.day, source: term.source, done })
}

/// The CA of a position that has the reduction of the construction trade.
const REDUCED: &str = "7N";

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
    /// position is active; until when late months cost less; what it can ask for; the terms of its records.
    pub fn each<'a>(
        &self,
        company: &'a crate::practice::summary::Summary,
        this_month: Month,
        mut show: impl FnMut(Due<'a>),
    ) {
        let mut month = |terms: MonthTerms| {
            let Some((f24, uniemens)) = self.of(terms.month) else { return };
            let amount = (terms.gap > Euro::ZERO).then_some(terms.gap);
            let month = Some(terms.month);
            show(Due { done: terms.paid, month, amount, ..Due::of(Kind::F24, f24) });
            show(Due { done: terms.declared, month, ..Due::of(Kind::Uniemens, uniemens) });
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
            show(Due::of(Kind::Durc, day));
        }
        for Reduced { month, day, amount, source } in &company.reduced {
            show(Due {
                term: Some(Term::Regularise),
                source: Some(source),
                month: Some(*month),
                amount: Some(*amount),
                ..Due::of(Kind::F24, *day)
            });
        }
        for Request { kind, day, source, done } in &company.requests {
            show(Due { source: Some(source), done: *done, ..Due::of(*kind, *day) });
        }
        for record in &company.archives.dated {
            show(Due {
                term: record.term,
                source: record.source.as_deref(),
                done: record.done,
                amount: record.amount,
                record: Some(record),
                ..Due::of(record.kind, record.day)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_month_costs_less_for_120_days_unless_it_was_asked_for() {
        let set = crate::parameters::shipped().unwrap();
        let month = Month::new(2025, 8).unwrap();
        let late = MonthTerms {
            month,
            undeclared: 0,
            declared: true,
            paid: false,
            gap: Euro::from_cents(10_000_00),
        };
        let on = |day: &str, terms, asked: &[(Month, Month)]| {
            let day = Day::parse(day).unwrap();
            let found = reduced(&[terms], asked, &set.sanctions, day);
            found.first().map(|one| (one.day.to_string(), one.amount))
        };
        let until = Some(("2026-01-14".to_owned(), late.gap));
        assert_eq!(on("2025-09-16", late, &[]), None, "it is not late yet");
        assert_eq!(on("2025-09-17", late, &[]), until);
        assert_eq!(on("2026-01-14", late, &[]), until);
        assert_eq!(on("2026-01-15", late, &[]), None);
        let paid = MonthTerms { paid: true, gap: Euro::ZERO, ..late };
        assert_eq!(on("2025-12-01", paid, &[]), None);
        assert_eq!(on("2025-12-01", late, &[(month.previous(), month)]), None);
        assert_eq!(on("2025-12-01", late, &[(month.next(), month.next())]), until);
        // Due before September 2024 there is no such rule.
        let older = MonthTerms { month: Month::new(2024, 7).unwrap(), ..late };
        assert_eq!(on("2024-09-01", older, &[]), None);
    }
}
