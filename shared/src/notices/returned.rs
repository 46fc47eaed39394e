//! A notice set against the return that it rectifies: what the rates say of each group of workers, and what they would say of a firm with
//! other CA or of another size.

use super::{Basis, Cause, GroupFigures, NoticeParameters};
use crate::declarations::Group;
use crate::evidence::lawful_due;
use crate::fiscal::Ca;
use crate::money::{Euro, Rate};
use crate::parameters::{Confidence, Missing, Parameter};
use crate::rates::{
    CaEffect, Expected, Fund, Lawful, Parameters, Support, Table, Unrated, group_worker,
    lawful_rates, rate_borne,
};

/// A group of workers of a return, declared and recalculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLine {
    /// The codes joined, such as `1FI000`.
    pub group: String,
    /// How many workers.
    pub workers: u32,
    /// Their wages.
    pub wages: Euro,
    /// Contributions declared.
    pub declared: Euro,
    /// The rate that these come to; none on no wage.
    pub declared_rate: Option<Rate>,
    /// The rate that the tables say, or why they do not.
    pub rate: Result<Expected, Unrated>,
    /// Contributions due at that rate; what was declared where the rate is not known, or differs by no more than rounding.
    pub due: Euro,
}

impl GroupLine {
    /// Recalculated less declared.
    pub fn difference(&self) -> Euro {
        self.due - self.declared
    }
}

/// A return recalculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalculated {
    /// Group by group.
    pub lines: Vec<GroupLine>,
    /// Declared in all.
    pub declared: Euro,
    /// Due in all, as far as rates are known.
    pub due: Euro,
    /// How well the worst of the rates is known.
    pub confidence: Confidence,
}

impl Recalculated {
    /// Recalculated less declared: above zero where too little was declared.
    pub fn difference(&self) -> Euro {
        self.due - self.declared
    }

    /// Whether the rate of every group is known.
    pub fn is_whole(&self) -> bool {
        self.lines.iter().all(|line| line.rate.is_ok())
    }

    /// The groups as a notice lists them, all of one cause.
    pub fn figures(&self, cause: Cause) -> Vec<GroupFigures> {
        let figures = |line: &GroupLine| GroupFigures {
            group: line.group.clone(),
            workers: line.workers,
            declared: line.declared,
            due: line.due,
            cause,
        };
        self.lines.iter().map(figures).collect()
    }
}

/// What is supposed of a firm in place of what the register says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposed {
    /// Its CA.
    pub cas: Vec<Ca>,
    /// Its headcount.
    pub size: u32,
    /// Its wage support.
    pub support: Support,
}

impl Supposed {
    /// The same with a CA more, or without it. One that subjects to FIS decides about the fund: with it the fund is that of the sector, and
    /// whoever had it is under another without it.
    #[must_use]
    pub fn switched(&self, ca: Ca, known: &Table) -> Self {
        let mut firm = self.clone();
        firm.cas.retain(|one| *one != ca);
        let on = firm.cas.len() == self.cas.len();
        if on {
            firm.cas.push(ca);
        }
        if is_fis(ca, known) {
            firm.support = match on {
                true => Support { fund: Fund::OfSector, ..self.support },
                false => Support { fund: Fund::Apart, no_fis_claims: false },
            };
        }
        firm
    }

    /// The same with another wage support: no CA that subjects to FIS goes with a fund in its place, nor a claim on FIS.
    #[must_use]
    pub fn supported(&self, support: Support, known: &Table) -> Self {
        let mut firm = Self { support, ..self.clone() };
        if support.fund != Fund::OfSector {
            firm.support.no_fis_claims = false;
            firm.cas.retain(|ca| !is_fis(*ca, known));
        }
        firm
    }
}

/// Whether a CA subjects to FIS.
fn is_fis(ca: Ca, known: &Table) -> bool {
    known.authorisation(ca).is_some_and(|one| one.effect == CaEffect::Fis)
}

impl Basis {
    /// What the register and the return say; none where the return does not say how many employees there were.
    pub fn supposed(&self) -> Option<Supposed> {
        Some(Supposed { cas: self.cas.clone(), size: self.size?, support: Support::default() })
    }

    /// The return recalculated for a firm of these CA and this size.
    ///
    /// # Errors
    /// [`Missing`] where no tolerance is known for the month.
    pub fn recalculated(
        &self,
        rates: &Parameters,
        known: &NoticeParameters,
        firm: &Supposed,
    ) -> Result<Recalculated, Missing> {
        let tolerance = known.tolerance_in(self.month)?;
        let lines: Vec<GroupLine> = self
            .groups
            .iter()
            .map(|group| {
                let declared = group.contribution;
                let (rate, due) = match self.rate_of(rates, firm, group, tolerance.amount) {
                    Ok((rate, due)) => (Ok(rate), due),
                    Err(unrated) => (Err(unrated), declared),
                };
                let differs = tolerance.exceeded(group.workers, (declared, due), None);
                GroupLine {
                    group: group.code.clone(),
                    workers: group.workers,
                    wages: group.base,
                    declared,
                    declared_rate: rate_borne(group.base, declared),
                    rate,
                    due: if differs { due } else { declared },
                }
            })
            .collect();
        let confidences = lines.iter().filter_map(|line| Some(line.rate.ok()?.confidence));
        Ok(Recalculated {
            declared: lines.iter().map(|line| line.declared).sum(),
            due: lines.iter().map(|line| line.due).sum(),
            confidence: confidences.max().unwrap_or(Confidence::Sourced),
            lines,
        })
    }
}

impl Basis {
    /// The rate of a group in a firm, and what is due at it. Where nothing is supposed of the wage support it is whichever of the lawful
    /// rates was declared, as for evidence.
    fn rate_of(
        &self,
        rates: &Parameters,
        firm: &Supposed,
        group: &Group,
        margin: Euro,
    ) -> Result<(Expected, Euro), Unrated> {
        let worker = group_worker(&group.code).ok_or(Unrated::Group)?;
        let Supposed { cas, size, support } = firm;
        let usual = support.rate_of(rates, (&self.csc, cas, *size), worker, self.month)?;
        let sum = |rate: &Expected| group.base.times(rate.total);
        if *support != Support::default() {
            return Ok((usual, sum(&usual)));
        }
        let (qualification, fixed) = worker;
        let lawful = lawful_rates(rates, &self.csc, cas, *size, qualification, fixed, self.month);
        let lawful: Vec<Lawful> = lawful.collect();
        let (due, _) = lawful_due(group, fixed, &lawful, margin).ok_or(Unrated::Group)?;
        let borne = lawful.into_iter().map(|one| one.expected).find(|rate| sum(rate) == due);
        Ok((borne.unwrap_or(usual), due))
    }
}

/// Which other size, which CA more or less, or which other wage support would give a difference: those within the threshold of notices. The
/// least change first.
pub fn explaining(
    basis: &Basis,
    rates: &Parameters,
    known: &NoticeParameters,
    difference: Euro,
) -> Vec<Supposed> {
    let Some(now) = basis.supposed() else { return Vec::new() };
    let threshold = known.threshold.on(Parameter::NoticeThreshold, basis.month.last_day());
    let Ok(threshold) = threshold.map(|step| step.value) else { return Vec::new() };
    let mut sizes = rates.rates.thresholds();
    sizes.sort_by_key(|size| size.abs_diff(now.size));
    let sizes = sizes.into_iter().map(|size| Supposed { size, ..now.clone() });
    let others = rates.rates.authorisations().iter().filter(|one| one.effect == CaEffect::Fis);
    let cas = others.map(|one| now.switched(one.ca, &rates.rates));
    let supports = [
        Support { no_fis_claims: true, ..Support::default() },
        Support { fund: Fund::Professional, ..Support::default() },
        Support { fund: Fund::Stone, ..Support::default() },
        Support { fund: Fund::Apart, ..Support::default() },
    ];
    let supports = supports.map(|support| now.supported(support, &rates.rates));
    let mut found: Vec<(Euro, Supposed)> = Vec::new();
    for supposed in sizes.chain(cas).chain(supports).filter(|supposed| *supposed != now) {
        let Ok(made) = basis.recalculated(rates, known, &supposed) else { continue };
        let off = (made.difference() - difference).abs();
        // Of sizes that come to the same the nearest says enough.
        let is_new = !found.iter().any(|(_, other)| {
            let same = basis.recalculated(rates, known, other);
            same.is_ok_and(|same| same.due == made.due)
        });
        if made.is_whole() && off <= threshold && is_new {
            found.push((off, supposed));
        }
    }
    found.into_iter().map(|(_, supposed)| supposed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Month;
    use crate::fiscal::Csc;
    use crate::parameters::Set;
    use crate::rates::{Collar, RateError, Sector};

    fn group(code: &str, base: i64, contribution: i64) -> Group {
        let [base, contribution] = [base, contribution].map(Euro::from_cents);
        Group { code: code.to_owned(), workers: 1, base, contribution }
    }

    /// A shop of twelve, as declared for September 2025.
    fn basis(month: &str, groups: Vec<Group>) -> Basis {
        Basis {
            month: Month::parse(month).unwrap(),
            csc: Csc::parse("70201").unwrap(),
            cas: Vec::new(),
            size: Some(15),
            groups,
        }
    }

    fn made(basis: &Basis, size: u32, cas: &str) -> Recalculated {
        let (set, cas) = (Set::shipped(), Ca::parse_all(cas).unwrap());
        let firm = Supposed { cas, size, support: Support::default() };
        basis.recalculated(&set.contributions, &set.notices, &firm).unwrap()
    }

    fn right(size: u32) -> Basis {
        let empty = basis("2025-09", vec![group("1FI000", 2_000_00, 0)]);
        let due = made(&empty, size, "").due;
        basis("2025-09", vec![group("1FI000", 2_000_00, due.cents())])
    }

    #[test]
    fn what_was_declared_rightly_is_left_as_it_is() {
        let found = made(&right(15), 15, "");
        assert_eq!((found.difference(), found.is_whole()), (Euro::ZERO, true));
        let cents =
            made(&basis("2025-09", vec![group("1FI000", 2_000_00, found.due.cents() + 2)]), 15, "");
        assert_eq!(cents.difference(), Euro::ZERO, "rounding is no difference");
        let three = basis("2025-09", vec![group("1FI000", 2_000_00, found.due.cents() + 3)]);
        assert_eq!(made(&three, 15, "").difference(), Euro::from_cents(-3));
    }

    #[test]
    fn a_group_may_bear_any_lawful_rate_as_for_evidence() {
        let of = |contribution| {
            let groups = vec![group("2FD000", 4_000_00, contribution)];
            made(&basis("2025-09", groups), 8, "")
        };
        // 40.37 % of 4,000.00, and 0.50 % more where the term was renewed once.
        for (declared, difference) in [(1_614_80, 0), (1_634_80, 0), (1_600_00, 14_80)] {
            let found = of(declared);
            assert_eq!(found.difference(), Euro::from_cents(difference), "{declared}");
        }
        let rate = |declared| of(declared).lines[0].rate.unwrap().total;
        assert_eq!(rate(1_634_80) - rate(1_614_80), Rate::from_millionths(5_000));
    }

    #[test]
    fn a_larger_firm_pays_wage_support_too() {
        let basis = right(15);
        let larger = made(&basis, 16, "");
        assert!(larger.difference() > Euro::ZERO, "{larger:?}");
        let set = Set::shipped();
        let found = explaining(&basis, &set.contributions, &set.notices, larger.difference());
        let support = Support::default();
        assert_eq!(found.first(), Some(&Supposed { cas: Vec::new(), size: 16, support }));
        let nothing = explaining(&basis, &set.contributions, &set.notices, Euro::from_whole(9_999));
        assert_eq!(nothing, []);
    }

    /// What a firm comes to besides what was declared for it, and which suppositions explain that.
    fn moved(csc: &str, cas: &str, size: u32, change: impl Fn(&Supposed, &Table) -> Supposed) {
        let (set, wages) = (Set::shipped(), 200_000_00);
        let of = |contribution| Basis {
            csc: Csc::parse(csc).unwrap(),
            cas: Ca::parse_all(cas).unwrap(),
            size: Some(size),
            ..basis("2025-09", vec![group("1FI000", wages, contribution)])
        };
        let due = made(&of(0), size, cas).due;
        let right = of(due.cents());
        let now = right.supposed().unwrap();
        let other = change(&now, &set.contributions.rates);
        let found = right.recalculated(&set.contributions, &set.notices, &other).unwrap();
        assert!(found.is_whole() && !found.difference().is_zero(), "{found:?}");
        let by = found.difference();
        let explained = explaining(&right, &set.contributions, &set.notices, by);
        assert!(explained.contains(&other), "{other:?} in {explained:?}");
    }

    #[test]
    fn a_ca_switches_the_fund_on_and_off() {
        let fis = Ca::parse("0J").unwrap();
        // The restaurant of thirteen of the specimen: without 0J it pays no FIS, 0.80 % of 200,000 euros.
        moved("70502", "0J", 13, |now, known| now.switched(fis, known));
        let (set, cas) = (Set::shipped(), vec![fis]);
        let known = &set.contributions.rates;
        let now = Supposed { cas, size: 13, support: Support::default() };
        let without = now.switched(fis, known);
        assert_eq!((without.cas.len(), without.support.fund), (0, Fund::Apart));
        assert_eq!(without.switched(fis, known), now, "and back");
        let month = Month::parse("2025-09").unwrap();
        let csc = Csc::parse("70502").unwrap();
        let rate = |firm: &Supposed| {
            let firm_of = (&csc, firm.cas.as_slice(), firm.size);
            firm.support.rate_of(&set.contributions, firm_of, ('1', false), month).unwrap()
        };
        assert_eq!(rate(&now).total - rate(&without).total, Rate::from_millionths(8_000));
        // A relief that is settled as a credit leaves fund and rate alone.
        let relief = now.switched(Ca::parse("2H").unwrap(), known);
        assert_eq!((relief.support, rate(&relief)), (now.support, rate(&now)));
    }

    #[test]
    fn another_fund_or_no_claims_explain_a_notice_too() {
        let of = |fund, no_fis_claims| {
            move |now: &Supposed, known: &Table| {
                now.supported(Support { fund, no_fis_claims }, known)
            }
        };
        moved("70201", "", 4, of(Fund::OfSector, true));
        moved("70201", "0J", 13, of(Fund::Apart, false));
        // Above fifteen the fund of the professions costs 1.00 %, in place of FIS at 0.80 and CIGS at 0.90.
        moved("70701", "", 20, of(Fund::Professional, false));
    }

    #[test]
    fn a_fund_that_does_not_go_with_the_sector_is_named() {
        let set = Set::shipped();
        let shop = basis("2025-09", vec![group("1FI000", 2_000_00, 500_00)]);
        let support = Support { fund: Fund::Professional, no_fis_claims: false };
        let firm = Supposed { cas: Vec::new(), size: 15, support };
        let found = shop.recalculated(&set.contributions, &set.notices, &firm).unwrap();
        assert!(matches!(found.lines[0].rate, Err(Unrated::Rates(RateError::FundAgainst(_)))));
    }

    #[test]
    fn what_is_not_known_is_named_and_left_out_of_the_sum() {
        let groups = vec![group("1FI000", 2_000_00, 1_00), group("3FI000", 900_00, 300_00)];
        let found = made(&basis("2025-09", groups.clone()), 15, "");
        let (sector, collar) = (Sector::Commerce, Collar::Executive);
        let unknown = RateError::UnknownWorker { sector, collar };
        assert_eq!(found.lines[1].rate, Err(Unrated::Rates(unknown)));
        assert_eq!((found.lines[1].due, found.is_whole()), (Euro::from_cents(300_00), false));
        let early = made(&basis("2019-03", groups.clone()), 15, "");
        assert!(matches!(early.lines[0].rate, Err(Unrated::Rates(RateError::Missing(_)))));
        assert_eq!(early.difference(), Euro::ZERO);
        let special = made(&basis("2025-09", groups.clone()), 15, "9Z");
        assert!(matches!(special.lines[0].rate, Err(Unrated::Rates(RateError::UnknownCa(_)))));
        let odd = made(&basis("2025-09", vec![group("1FI", 1_00, 1), group("", 0, 5)]), 15, "");
        assert!(odd.lines.iter().all(|line| line.rate == Err(Unrated::Group)));
        assert_eq!(odd.lines[1].declared_rate, None);
        let set = Set::shipped();
        let ancient = basis("2009-03", groups);
        let firm = Supposed { cas: Vec::new(), size: 15, support: Support::default() };
        assert!(ancient.recalculated(&set.contributions, &set.notices, &firm).is_err());
    }

    #[test]
    fn amounts_below_zero_are_told_without_a_rate() {
        let found = made(&basis("2025-09", vec![group("1FI000", -2_000_00, -700_00)]), 15, "");
        assert_eq!(found.lines[0].declared_rate, None);
        assert!(found.due.is_negative());
    }
}
