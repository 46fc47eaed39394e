//! A notice among others: how it is listed, which are meant, in which order.

use serde::{Deserialize, Serialize};

use super::{Cause, F24Row, Recorded, Side, Stage};
use crate::calendar::{Day, Month};
use crate::fiscal::Matricola;
use crate::ids::CompanyId;
use crate::money::Euro;
use crate::offices::{OfficeCode, office_of};
use crate::practice::fold;

/// A notice in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct NoticeRow {
    /// Whose.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// The key of its record.
    pub key: String,
    /// Its number.
    pub number: String,
    /// Position.
    pub matricola: Matricola,
    /// The office competent for it.
    pub office: OfficeCode,
    /// Month of competence.
    pub month: Month,
    /// Why it was issued.
    pub cause: Cause,
    /// Whom it favours.
    pub side: Side,
    /// Difference of contributions, not below zero on either side.
    pub difference: Euro,
    /// Civil sanctions.
    pub sanctions: Euro,
    /// Total printed.
    pub total: Euro,
    /// The day it was issued.
    pub issued: Day,
    /// The day it was notified.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub notified: Option<Day>,
    /// The last day to pay.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pay_by: Option<Day>,
    /// The last day on which half the sanctions are enough, and what is then still paid.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub halved: Option<(Day, Euro)>,
    /// Where it stands.
    pub stage: Stage,
    /// What of it was paid, or of its credit used, while something is left.
    #[serde(default)]
    pub part_paid: Euro,
    /// The day of the payment that settled it, where its archive still holds it as open.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub paid: Option<Day>,
    /// Whether it stands in the way of the DURC.
    pub durc: bool,
}

impl NoticeRow {
    /// A record of a company as it is listed; without an office, that of the matricola is competent.
    pub fn of(
        (company, name): (CompanyId, &str),
        office: Option<OfficeCode>,
        key: &str,
        notice: &Recorded,
        halved: Option<(Day, Euro)>,
    ) -> Self {
        Self {
            company,
            name: name.to_owned(),
            key: key.to_owned(),
            number: notice.number.clone(),
            matricola: notice.matricola,
            office: office.unwrap_or_else(|| office_of(&notice.matricola)),
            month: notice.month,
            cause: notice.cause,
            side: notice.side,
            difference: notice.difference,
            sanctions: notice.sanctions,
            total: notice.total,
            issued: notice.issued,
            notified: notice.notified,
            pay_by: notice.pay_by,
            halved,
            stage: notice.stage,
            part_paid: notice.part_paid,
            paid: None,
            durc: notice.durc,
        }
    }

    /// The days up to which it is paid, or paid with less; none of one that is settled, or in favour.
    fn terms(&self) -> impl Iterator<Item = Day> + use<> {
        let payable = self.stage.is_open() && self.side == Side::ToPay;
        let terms = [self.halved.map(|(until, _)| until), self.pay_by];
        terms.into_iter().flatten().filter(move |_| payable)
    }

    /// The next term that has not passed, of one that can still be paid.
    pub fn next(&self, today: Day) -> Option<Day> {
        self.terms().filter(|term| *term >= today).min()
    }

    /// The term that runs on a day, of one that can still be paid: the next one, or the last where all have passed.
    pub fn term(&self, today: Day) -> Option<Day> {
        self.next(today).or_else(|| self.terms().max())
    }

    /// What is left of the total that it prints.
    pub fn left(&self) -> Euro {
        self.total - self.part_paid
    }

    /// What is left of its difference and sanctions.
    fn owed(&self) -> Euro {
        self.difference + self.sanctions - self.part_paid
    }

    /// What of the sanctions is spared by paying today.
    pub fn spared(&self, today: Day) -> Euro {
        match self.halved {
            Some((until, enough)) if until >= today => self.owed() - enough,
            _ => Euro::ZERO,
        }
    }

    /// What is to be paid today, or set off: half the sanctions where that is enough.
    pub fn today(&self, today: Day) -> Euro {
        self.owed() - self.spared(today)
    }

    /// The F24 row that pays it today, or sets off its credit; none of one that is settled.
    pub fn f24(&self, today: Day) -> Option<F24Row> {
        let (causale, amount) = match self.side {
            Side::ToPay => ("DMRA", self.today(today)),
            Side::InFavour => ("DMRP", self.part_paid - self.difference),
        };
        let row =
            F24Row::of_month(self.office, causale, self.matricola.as_str(), self.month, amount);
        self.stage.is_open().then_some(row)
    }
}

/// By what notices are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The next term first; then what has none, the latest issued first.
    #[default]
    Due,
    /// What most is left of first.
    Amount,
    /// By the name of the company.
    Company,
    /// The latest month of competence first.
    Month,
    /// The latest issued first.
    Issued,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Due, Self::Amount, Self::Company, Self::Month, Self::Issued];
}

/// Where a notice stands in an order: equal only for the same notice.
pub type Place<'a> = (i64, &'a str, CompanyId, &'a str);

/// The place of a notice in an order on a day; `name` is that of its company, folded.
pub fn in_order<'a>(row: &'a NoticeRow, name: &'a str, sort: Sort, today: Day) -> Place<'a> {
    // Far behind whatever day there is.
    const LAST: i64 = 1 << 40;
    let (number, text) = match sort {
        Sort::Due => {
            let next = row.next(today).map(Day::epoch_days);
            (next.unwrap_or(LAST - row.issued.epoch_days()), "")
        }
        Sort::Amount => (-row.left().cents(), ""),
        Sort::Company => (0, name),
        Sort::Month => (-i64::from(row.month.index()), ""),
        Sort::Issued => (-row.issued.epoch_days(), ""),
    };
    (number, text, row.company, &row.key)
}

/// Which notices are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// Only of this cause.
    pub cause: Option<Cause>,
    /// Only of this side.
    pub side: Option<Side>,
    /// Only at this stage; without it, what is open.
    pub stage: Option<Stage>,
    /// Only of this month of competence.
    pub month: Option<Month>,
    /// Only with a term from today up to this day.
    pub until: Option<Day>,
    /// What the company, its tax code, the position or the number hold, folded.
    pub search: Option<String>,
}

impl Which {
    /// Whether a notice of a company with this name, folded, and this tax code is meant on a day.
    pub fn admits(&self, row: &NoticeRow, name: &str, tax_code: &str, today: Day) -> bool {
        let stands = match self.stage {
            Some(stage) => row.stage == stage,
            None => row.stage.is_open(),
        };
        let found = |needle: &String| {
            let codes = [tax_code, row.matricola.as_str(), &row.number];
            name.contains(needle.as_str())
                || codes.into_iter().any(|text| fold(text).contains(needle.as_str()))
        };
        stands
            && self.cause.is_none_or(|cause| cause == row.cause)
            && self.side.is_none_or(|side| side == row.side)
            && self.month.is_none_or(|month| month == row.month)
            && self.until.is_none_or(|until| row.next(today).is_some_and(|next| next <= until))
            && self.search.as_ref().is_none_or(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notices::{List, clocks, group_by_cause};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn row(company: u128, number: &str, cents: i64) -> NoticeRow {
        let amount = Euro::from_cents(cents);
        NoticeRow {
            company: CompanyId::from_u128(company),
            name: format!("Azienda {company}"),
            key: number.to_owned(),
            number: number.to_owned(),
            matricola: Matricola::parse("5100000152").unwrap(),
            office: OfficeCode::parse("5100").unwrap(),
            month: Month::parse("2025-02").unwrap(),
            cause: Cause::Rate,
            side: Side::ToPay,
            difference: amount,
            sanctions: Euro::from_cents(10_00),
            total: amount + Euro::from_cents(10_00),
            issued: day("2026-01-10"),
            notified: Some(day("2026-01-14")),
            pay_by: Some(day("2026-02-09")),
            halved: Some((day("2026-02-13"), amount + Euro::from_cents(5_00))),
            stage: Stage::Sent,
            part_paid: Euro::ZERO,
            paid: None,
            durc: true,
        }
    }

    #[test]
    fn a_term_runs_until_it_has_passed() {
        let notice = row(1, "a", 100_00);
        assert_eq!(notice.next(day("2026-02-09")), Some(day("2026-02-09")));
        assert_eq!(notice.next(day("2026-02-10")), Some(day("2026-02-13")));
        assert_eq!(notice.next(day("2026-02-14")), None);
        assert_eq!(notice.term(day("2026-02-14")), Some(day("2026-02-13")));
        assert_eq!(notice.term(day("2026-02-10")), Some(day("2026-02-13")));
        assert_eq!(notice.today(day("2026-02-13")), Euro::from_cents(105_00));
        assert_eq!(notice.today(day("2026-02-14")), Euro::from_cents(110_00));
        let pay = notice.f24(day("2026-02-13")).unwrap();
        assert_eq!((pay.causale.as_str(), pay.debit), ("DMRA", Euro::from_cents(105_00)));
        let credit = NoticeRow { side: Side::InFavour, halved: None, ..notice.clone() };
        let pay = credit.f24(day("2026-02-13")).unwrap();
        assert_eq!((pay.causale.as_str(), pay.credit), ("DMRP", Euro::from_cents(100_00)));
        let paid = NoticeRow { stage: Stage::Paid, ..notice };
        assert_eq!((paid.next(day("2026-02-01")), paid.f24(day("2026-02-01"))), (None, None));
        assert_eq!(paid.term(day("2026-02-14")), None);
    }

    #[test]
    fn of_what_was_paid_in_part_the_rest_is_asked_for() {
        // 100.00 and 10.00, half of which is spared until 13 February; 30.00 were paid.
        let whole = row(1, "a", 100_00);
        let halved = Some((day("2026-02-13"), Euro::from_cents(75_00)));
        let part = NoticeRow { part_paid: Euro::from_whole(30), halved, ..whole.clone() };
        let [soon, late] = [day("2026-02-13"), day("2026-02-14")];
        assert_eq!((part.left(), part.spared(soon)), (Euro::from_whole(80), Euro::from_whole(5)));
        assert_eq!([soon, late].map(|day| part.today(day).cents()), [75_00, 80_00]);
        assert_eq!(part.f24(soon).unwrap().debit, Euro::from_whole(75));
        assert!(in_order(&whole, "", Sort::Amount, soon) < in_order(&part, "", Sort::Amount, soon));
        let credit = NoticeRow { side: Side::InFavour, halved: None, ..part.clone() };
        assert_eq!(credit.f24(soon).unwrap().credit, Euro::from_whole(70));
        let groups = group_by_cause([&whole, &part], soon);
        assert_eq!(
            (groups[0].left(), groups[0].spared),
            (Euro::from_whole(190), Euro::from_whole(10))
        );
        assert_eq!(groups[0].named[0].total, Euro::from_whole(190));
    }

    #[test]
    fn equal_causes_are_gathered_over_companies() {
        let today = day("2026-02-01");
        let durc = NoticeRow { cause: Cause::Durc, ..row(2, "c", 900_00) };
        let rows = [row(1, "a", 100_00), row(2, "b", 50_00), row(1, "d", 7_00), durc];
        let groups = group_by_cause(&rows, today);
        assert_eq!((groups.len(), groups[0].cause), (2, Cause::Durc));
        let rate = &groups[1];
        assert_eq!((rate.notices, rate.companies), (3, 2));
        assert_eq!(
            (rate.difference, rate.sanctions),
            (Euro::from_cents(157_00), Euro::from_cents(30_00))
        );
        assert_eq!((rate.spared, rate.next), (Euro::from_cents(15_00), Some(day("2026-02-09"))));
        assert_eq!((rate.named[0].notices, rate.named[0].total), (2, Euro::from_cents(127_00)));
    }

    #[test]
    fn terms_that_ran_out_stand_before_those_that_run() {
        let today = day("2026-02-11");
        let far =
            NoticeRow { halved: None, pay_by: Some(day("2026-04-13")), ..row(1, "far", 100_00) };
        let over = NoticeRow { halved: None, ..row(1, "over", 100_00) };
        let credit = NoticeRow { side: Side::InFavour, ..row(1, "credit", 100_00) };
        let rows = [far, row(1, "runs", 100_00), over, credit];
        let told: Vec<(&str, Day)> =
            clocks(&rows, today).into_iter().map(|(row, term)| (row.key.as_str(), term)).collect();
        assert_eq!(told, [("over", day("2026-02-09")), ("runs", day("2026-02-13"))]);
        assert_eq!(clocks(&rows, day("2026-02-12")).len(), 3);
    }

    #[test]
    fn what_is_meant_and_in_which_order() {
        let today = day("2026-02-01");
        let notice = row(1, "NR42", 100_00);
        let admits = |list: List| list.which().admits(&notice, "azienda 1", "01234567890", today);
        assert!(admits(List::default()));
        assert!(admits(List { q: Some(" nr42 ".into()), ..List::default() }));
        assert!(admits(List { q: Some("012345".into()), ..List::default() }));
        assert!(!admits(List { q: Some("altro".into()), ..List::default() }));
        assert!(!admits(List { stage: Some(Stage::Paid), ..List::default() }));
        assert!(!admits(List { cause: Some(Cause::Durc), ..List::default() }));
        assert!(!admits(List { until: Some(day("2026-02-08")), ..List::default() }));
        assert!(admits(List { until: Some(day("2026-02-09")), ..List::default() }));
        let late = NoticeRow { stage: Stage::Issued, pay_by: None, halved: None, ..row(2, "b", 1) };
        let before = |sort| {
            in_order(&notice, "azienda 1", sort, today) < in_order(&late, "azienda 2", sort, today)
        };
        assert!(Sort::ALL.into_iter().all(before));
        let credit = NoticeRow { total: Euro::from_cents(-5), ..late.clone() };
        let place = |row: &NoticeRow| in_order(row, "", Sort::Amount, today).0;
        assert!(place(&notice) < place(&credit));
    }
}
