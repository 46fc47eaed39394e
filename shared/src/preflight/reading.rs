//! From the file to the report: it is read once, what is known is asked for meanwhile or not at all, and then everything follows.

use std::collections::{BTreeSet, HashSet};
use std::io::Read;

use super::forecast::{Forecaster, groups};
use super::{
    About, Absent, Before, Checked, GroupChange, KnownCompany, KnownMonth, People, Report, Totals,
};
use crate::calendar::{Day, Month, f24_due, uniemens_due};
use crate::declarations::{Group, Worker, balancing};
use crate::fiscal::TaxCode;
use crate::ids::CompanyId;
use crate::intake::Counts;
use crate::intake::findings::Findings;
use crate::intake::register::{PositionFacts, Register};
use crate::parameters::Set;
use crate::uniemens::{self, Declaration, Transmission};

/// Workers of a position who are compared one by one, at most.
const MAX_COMPARED: usize = 500;

/// A file that was read and not yet compared with what is known.
#[derive(Debug)]
pub struct Reading {
    transmission: Transmission,
    findings: Findings,
    today: Day,
}

/// Reads a file to its end, by the parameters that [`Reading::report`] is then given.
///
/// # Errors
/// If the source cannot be read; never because of what the file holds.
pub fn read(source: impl Read, today: Day, set: &Set) -> anyhow::Result<Reading> {
    let mut findings = Findings::default();
    let transmission = uniemens::read(source, today, &set.notices, &mut findings)?;
    Ok(Reading { transmission, findings, today })
}

impl Reading {
    /// The companies and months of the file, each once. A company of which nothing could be read is asked about for the month before
    /// this one: whether it is known at all.
    pub fn about(&self) -> Vec<About> {
        let about = |code: &TaxCode, month| About { tax_code: code.to_string(), month };
        let declarations = &self.transmission.declarations;
        let mut named: BTreeSet<About> =
            declarations.iter().map(|one| about(&one.tax_code, one.month)).collect();
        let last = Month::of(self.today).previous();
        let companies = self.transmission.companies.iter().map(|company| &company.tax_code);
        let bare = companies.filter(|code| declarations.iter().all(|one| one.tax_code != **code));
        named.extend(bare.map(|code| about(code, last)));
        named.into_iter().collect()
    }

    /// The report, by what is known of the file's companies; without it, by the file alone.
    ///
    /// # Errors
    /// None that a caller could cause: what is known answers at once.
    pub fn report(mut self, set: &Set, known: Option<&[KnownMonth]>) -> anyhow::Result<Report> {
        let (transmission, findings) = (&mut self.transmission, &mut self.findings);
        match known {
            Some(known) => uniemens::check(transmission, &Answers(known), set, findings)?,
            None => uniemens::check_collaborators(transmission, &set.contributions, findings),
        }
        let Self { transmission, findings, today } = self;
        let forecaster = Forecaster { set, today };
        let refused = findings.errors() > 0;
        let one = |declaration: &Declaration| {
            let company = company(known, declaration);
            let mut checked = checked(declaration, company, set);
            if let Some(company) = company {
                forecaster.fill(&mut checked, declaration, company, refused);
            }
            checked
        };
        let (errors, warnings) = (findings.errors(), findings.warnings());
        Ok(Report {
            sender: transmission.sender.clone(),
            sender_name: transmission.sender_name.clone(),
            counts: counts(&transmission),
            errors,
            warnings,
            issues: findings.into_issues(),
            parameters: set.version,
            asked: known.is_some(),
            checked: transmission.declarations.iter().map(one).collect(),
            absent: absent(&transmission, known.unwrap_or_default()),
        })
    }
}

/// What was answered, as a register.
struct Answers<'a>(&'a [KnownMonth]);

impl Register for Answers<'_> {
    fn company(&self, tax_code: &str) -> anyhow::Result<Option<CompanyId>> {
        let found = self.0.iter().find(|one| one.tax_code == tax_code);
        Ok(found.and_then(|one| Some(one.company.as_ref()?.id)))
    }

    fn position(
        &self,
        company: CompanyId,
        matricola: &str,
        month: Month,
    ) -> anyhow::Result<Option<PositionFacts>> {
        let of_month = self.0.iter().filter(|one| one.month == month);
        let known = of_month.filter_map(|one| one.company.as_ref()).find(|one| one.id == company);
        let position = known
            .and_then(|one| one.positions.iter().find(|position| position.matricola == matricola));
        Ok(position.map(|position| position.facts.clone()))
    }
}

fn company<'a>(
    known: Option<&'a [KnownMonth]>,
    declaration: &Declaration,
) -> Option<&'a KnownCompany> {
    let code = declaration.tax_code.as_str();
    let found = known?.iter().find(|one| one.month == declaration.month && one.tax_code == code)?;
    found.company.as_ref()
}

/// What the file alone tells of a declaration.
fn checked(declaration: &Declaration, company: Option<&KnownCompany>, set: &Set) -> Checked {
    let sections = declaration.sections;
    let month = declaration.month;
    let tolerance = set.notices.section_tolerance_in(month);
    Checked {
        tax_code: declaration.tax_code.to_string(),
        company: company.map(|company| company.id),
        name: company.map(|company| company.name.clone()),
        month,
        scheme: declaration.scheme,
        matricola: declaration.matricola.map(|matricola| matricola.to_string()),
        line: declaration.place.line,
        workforce: declaration.workforce,
        totals: Totals::of(&declaration.groups),
        debit: sections.map(|(debit, _)| debit),
        credit: sections.map(|(_, credit)| credit),
        balancing: sections
            .map_or_else(Vec::new, |(debit, credit)| balancing(tolerance, debit, credit)),
        groups: declaration.groups.clone(),
        items: declaration.items.clone(),
        due: declaration.due,
        state: declaration.state,
        errors: declaration.errors,
        warnings: u32::try_from(declaration.warnings.len()).unwrap_or(u32::MAX),
        send_by: uniemens_due(month),
        pay_by: f24_due(month),
        row: super::forecast::row(declaration, None),
        notice: super::Forecast::Unknown(None),
        evidence: Vec::new(),
        settled: Vec::new(),
        replaces: None,
        before: None,
    }
}

/// The month before, as the archives have it beside what is declared now.
pub(super) fn before(declaration: &Declaration, company: &KnownCompany) -> Before {
    let month = declaration.month.previous();
    let matricola = declaration.matricola.map(|matricola| matricola.to_string());
    let last = company.returns.iter().find(|one| one.month == month && one.matricola == matricola);
    let then = last.map_or(&[][..], |last| &last.groups);
    let of =
        |groups: &[Group], code: &str| Totals::of(groups.iter().filter(|one| one.code == code));
    let change = |code: String| GroupChange {
        before: of(then, &code),
        now: of(&declaration.groups, &code),
        code,
    };
    let changes = match last {
        Some(_) => groups(then, &declaration.groups).into_iter().map(change).collect(),
        None => Vec::new(),
    };
    Before {
        month,
        declared: last.map(|last| (Totals::of(&last.groups), last.due)),
        groups: changes
            .into_iter()
            .filter(|change: &GroupChange| change.before != change.now)
            .collect(),
        people: last.and_then(|last| people(last.workers.as_deref()?, declaration)),
    }
}

/// Who came and who is gone, where there are no more than [`MAX_COMPARED`] to be told of.
fn people(then: &[Worker], declaration: &Declaration) -> Option<People> {
    let now: Vec<Worker> = match declaration.workers.len() {
        0..=MAX_COMPARED => declaration.workers.iter().map(worker).collect(),
        _ => return None,
    };
    let less = |these: &[Worker], those: &[Worker]| {
        let there: HashSet<&str> = those.iter().map(|one| one.tax_code.as_str()).collect();
        let mut only: Vec<Worker> =
            these.iter().filter(|one| !there.contains(one.tax_code.as_str())).cloned().collect();
        only.sort_by(|one, other| one.name.cmp(&other.name));
        only
    };
    Some(People { joined: less(&now, then), left: less(then, &now) })
}

fn worker(worker: uniemens::Worker<'_>) -> Worker {
    Worker {
        tax_code: worker.tax_code.to_string(),
        name: worker.name.to_owned(),
        code: worker.code.to_owned(),
        base: worker.base,
        contribution: worker.contribution,
        engaged: worker.engaged,
    }
}

fn counts(transmission: &Transmission) -> Counts {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let declarations = &transmission.declarations;
    let companies: BTreeSet<_> = transmission.companies.iter().map(|one| one.tax_code).collect();
    Counts {
        companies: number(companies.len()),
        declarations: number(declarations.len()),
        workers: number(declarations.iter().map(|one| one.workers.len()).sum()),
        skipped: transmission.skipped,
        ..Counts::default()
    }
}

/// Active positions whose return neither the file nor the archives have.
fn absent(transmission: &Transmission, known: &[KnownMonth]) -> Vec<Absent> {
    let mut absent = Vec::new();
    for KnownMonth { tax_code, month, company } in known {
        let declares =
            |one: &Declaration| one.month == *month && one.tax_code.as_str() == tax_code.as_str();
        let in_file = transmission.declarations.iter().any(declares);
        let Some(company) = company.as_ref().filter(|_| in_file) else { continue };
        for position in company.positions.iter().filter(|position| position.facts.active) {
            let code = position.matricola.as_str();
            let in_file = transmission.declarations.iter().any(|one| {
                one.month == *month
                    && one.matricola.is_some_and(|matricola| matricola.as_str() == code)
            });
            let on_file = company
                .returns
                .iter()
                .any(|one| one.month == *month && one.matricola.as_deref() == Some(code));
            if !in_file && !on_file {
                absent.push(Absent {
                    company: company.id,
                    name: company.name.clone(),
                    matricola: code.to_owned(),
                    month: *month,
                });
            }
        }
    }
    absent
}
