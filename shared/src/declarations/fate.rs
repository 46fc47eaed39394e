//! What became of the returns of a month: of a company as a whole, and of each series of returns that it owes.

use super::{DeclarationRow, DmState};
use crate::calendar::{Day, Month, uniemens_due};

/// What became of a month's return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Sent in time.
    Sent,
    /// Sent after its term.
    Late,
    /// Sent, and waits for a correction.
    ToCorrect,
    /// Due and not sent.
    Missing,
    /// Not sent, and its term has not passed.
    InTime,
    /// Nothing was to be sent.
    NotDue,
}

/// Months in which a position was to declare and did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap<'r> {
    /// Which position.
    pub matricola: &'r str,
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
}

/// A month, what became of it, and the return that says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FateOf<'r> {
    /// The month of competence.
    pub month: Month,
    /// What became of it.
    pub fate: Fate,
    /// The latest return, if one was sent.
    pub row: Option<&'r DeclarationRow>,
}

/// A series of returns, one a month: those of a position, or those of the collaborators.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow<'r> {
    /// Which position; none for the collaborators.
    pub matricola: Option<&'r str>,
    /// Its months, oldest first.
    pub months: Vec<FateOf<'r>>,
}

/// What became of a month: the worst of the returns that were to be sent for it.
fn fate(month: Month, sent: &[&DeclarationRow], undeclared: bool, today: Day) -> Fate {
    let due = uniemens_due(month);
    if undeclared && due < today {
        return Fate::Missing;
    }
    // What took the place of another was sent in time if the first one was.
    let Some(first) = sent.iter().map(|row| row.transmitted.day_in_rome()).min() else {
        return if due < today { Fate::NotDue } else { Fate::InTime };
    };
    let wrong = |row: &&&DeclarationRow| !row.superseded && row.state != DmState::Balanced;
    match sent.iter().find(wrong) {
        Some(_) => Fate::ToCorrect,
        None if first > due => Fate::Late,
        None => Fate::Sent,
    }
}

/// What became of the months from a first to a last one, as the company as a whole stands.
pub fn by_month<'r>(
    rows: &'r [DeclarationRow],
    gaps: &[Gap<'_>],
    months: (Month, Month),
    today: Day,
) -> Vec<FateOf<'r>> {
    among(rows, gaps, months, today, |_| true, |_| true)
}

/// The same for each series of returns, positions first.
pub fn by_flow<'r>(
    rows: &'r [DeclarationRow],
    gaps: &[Gap<'r>],
    (first, last): (Month, Month),
    today: Day,
) -> Vec<Flow<'r>> {
    let within = rows.iter().filter(|row| first <= row.month && row.month <= last);
    let open = gaps.iter().filter(|gap| gap.from <= last && first <= gap.to);
    let mut flows: Vec<Option<&'r str>> = within
        .map(|row| row.matricola.as_deref())
        .chain(open.map(|gap| Some(gap.matricola)))
        .collect();
    // Collaborators, who have no matricola, stand last.
    flows.sort_unstable_by_key(|matricola| (matricola.is_none(), *matricola));
    flows.dedup();
    let of = |matricola: Option<&'r str>| {
        let own = |row: &DeclarationRow| row.matricola.as_deref() == matricola;
        let missing = |gap: &Gap<'_>| Some(gap.matricola) == matricola;
        Flow { matricola, months: among(rows, gaps, (first, last), today, own, missing) }
    };
    flows.into_iter().map(of).collect()
}

/// What became of each month, as the returns and the gaps among those given tell.
fn among<'r>(
    rows: &'r [DeclarationRow],
    gaps: &[Gap<'_>],
    (first, last): (Month, Month),
    today: Day,
    own: impl Fn(&DeclarationRow) -> bool,
    missing: impl Fn(&Gap<'_>) -> bool,
) -> Vec<FateOf<'r>> {
    let of = |month: Month| {
        let sent = rows.iter().filter(|row| row.month == month && own(row));
        let sent: Vec<&DeclarationRow> = sent.collect();
        let undeclared =
            gaps.iter().any(|gap| gap.from <= month && month <= gap.to && missing(gap));
        FateOf { month, fate: fate(month, &sent, undeclared, today), row: sent.first().copied() }
    };
    first.through(last).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Instant;
    use crate::declarations::Scheme;
    use crate::payments::PaidState;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn row(transmitted: &str, state: DmState, superseded: bool) -> DeclarationRow {
        DeclarationRow {
            id: Default::default(),
            month: month("2026-09"),
            scheme: Scheme::Employees,
            matricola: None,
            workers: 1,
            due: Default::default(),
            state,
            transmitted: Instant::from_rome(day(transmitted), 12, 0).unwrap(),
            protocol: String::new(),
            paid: PaidState::Paid,
            superseded,
        }
    }

    #[test]
    fn a_month_is_judged_by_its_first_transmission_and_its_last_state() {
        let (september, today) = (month("2026-09"), day("2026-11-22"));
        let in_time = row("2026-10-20", DmState::Balanced, false);
        let wrong_first = row("2026-10-20", DmState::Provisional, true);
        let late = row("2026-11-05", DmState::Balanced, false);
        let wrong = row("2026-10-20", DmState::NotGenerable, false);
        for (sent, undeclared, expected) in [
            (vec![&in_time], false, Fate::Sent),
            (vec![&late], false, Fate::Late),
            (vec![&late, &wrong_first], false, Fate::Sent),
            (vec![&wrong], false, Fate::ToCorrect),
            (vec![], false, Fate::NotDue),
            (vec![], true, Fate::Missing),
            (vec![&in_time], true, Fate::Missing),
        ] {
            assert_eq!(fate(september, &sent, undeclared, today), expected);
        }
        assert_eq!(fate(september, &[], true, day("2026-10-10")), Fate::InTime);
    }

    #[test]
    fn each_position_has_its_own_series_and_the_company_the_worst_of_them() {
        let of = |matricola: Option<&str>, declared: &str| DeclarationRow {
            matricola: matricola.map(str::to_owned),
            month: month(declared),
            ..row("2026-09-20", DmState::Balanced, false)
        };
        let rows = [
            of(None, "2026-09"),
            of(Some("7000000002"), "2026-08"),
            of(Some("7000000001"), "2026-08"),
            of(Some("7000000003"), "2026-01"),
        ];
        let gaps = [Gap { matricola: "7000000001", from: month("2026-09"), to: month("2026-12") }];
        let (months, today) = ((month("2026-08"), month("2026-09")), day("2026-11-22"));
        let flows = by_flow(&rows, &gaps, months, today);
        let fates: Vec<(Option<&str>, Vec<Fate>)> = flows
            .iter()
            .map(|flow| (flow.matricola, flow.months.iter().map(|of| of.fate).collect()))
            .collect();
        assert_eq!(
            fates,
            [
                (Some("7000000001"), vec![Fate::Sent, Fate::Missing]),
                (Some("7000000002"), vec![Fate::Sent, Fate::NotDue]),
                (None, vec![Fate::NotDue, Fate::Sent]),
            ]
        );
        let whole: Vec<Fate> =
            by_month(&rows, &gaps, months, today).iter().map(|of| of.fate).collect();
        assert_eq!(whole, [Fate::Sent, Fate::Missing]);
    }
}
