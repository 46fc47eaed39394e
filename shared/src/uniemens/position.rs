//! `PosContributiva`: the employees of one position, and the company's totals.

use std::collections::HashSet;
use std::io::Read;

use crate::declarations::CompanyItem;
use crate::fiscal::Matricola;
use crate::intake::IssueCode;
use crate::money::Euro;

use super::codes::Kind;
use super::model::Workers;
use super::parser::{Head, Parser};
use super::tag::{Seen, Tag};
use super::worker::WorkerDraft;
use super::xml::Step;
use crate::intake::findings::{Place, Reading};
use crate::intake::source::values;

/// What is read of a position.
#[derive(Debug)]
pub struct PositionDraft {
    /// Where it begins.
    pub place: Place,
    /// Its number, if it is one.
    pub matricola: Option<Matricola>,
    /// Where the number stands.
    pub named: Option<Place>,
    /// Individual declarations there are, those that could not be read included.
    pub individuals: u32,
    /// Those that could be read.
    pub workers: Workers,
    /// Sum of the workers' items to debit.
    pub debits: Euro,
    /// Sum of the workers' items to credit.
    pub credits: Euro,
    /// Items of the company.
    pub items: Vec<CompanyItem>,
    /// Employees as the company counts them.
    pub workforce: Option<u32>,
    /// `NumDenIndiv`, and where it stands.
    declared: Option<(u32, Place)>,
    /// The company's totals.
    pub totals: Option<Totals>,
    /// Codes already warned of.
    pub unknown_codes: HashSet<(Kind, String)>,
    /// Scratch for the worker being read.
    pub worker: WorkerDraft,
}

/// `DatiQuadraturaRetrContr`.
#[derive(Clone, Copy, Debug)]
pub struct Totals {
    /// Where they stand.
    pub place: Place,
    /// `TotaleADebito`.
    pub debit: Euro,
    /// `TotaleACredito`.
    pub credit: Euro,
}

impl PositionDraft {
    fn new(place: Place) -> Self {
        Self {
            place,
            matricola: None,
            named: None,
            individuals: 0,
            workers: Workers::default(),
            debits: Euro::ZERO,
            credits: Euro::ZERO,
            items: Vec::new(),
            workforce: None,
            declared: None,
            totals: None,
            unknown_codes: HashSet::new(),
            worker: WorkerDraft::default(),
        }
    }
}

impl<R: Read> Parser<'_, R> {
    /// Reads and checks a position.
    pub fn position(&mut self, head: &Head, place: Place) -> Reading<()> {
        let (mark, errors) = (self.findings.mark(), self.findings.errors());
        let mut position = PositionDraft::new(place);
        let mut seen = Seen::default();
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::Matricola => self.matricola(&mut position, head, at)?,
                Tag::DenunciaIndividuale => self.worker(&mut position, head.month, at)?,
                Tag::DenunciaAziendale => self.company_part(&mut position)?,
                _ => self.xml.skip()?,
            }
        }
        self.require(&seen, place, &[Tag::Matricola]);
        if position.individuals == 0 {
            self.findings
                .add(place.expected(IssueCode::NoWorkers, Tag::DenunciaIndividuale.name()));
        }
        let count = position.individuals;
        if let Some((declared, at)) = position.declared.filter(|(declared, _)| *declared != count) {
            let found = declared.to_string();
            self.findings.add(at.differs(IssueCode::WorkerCount, &found, count.to_string()));
        }
        if let (Some(company), Some(month)) = (head.company, head.month) {
            self.finish_position(position, company, month, mark);
            let errors = self.findings.errors().saturating_sub(errors);
            if let Some(declaration) = self.out.declarations.last_mut() {
                declaration.errors = errors;
            }
        }
        Ok(())
    }

    /// `Matricola`: the position's number.
    fn matricola(
        &mut self,
        position: &mut PositionDraft,
        head: &Head,
        place: Place,
    ) -> Reading<()> {
        let text = self.xml.text()?;
        let Ok(matricola) = Matricola::parse(text) else {
            self.findings.add(place.found(IssueCode::Matricola, text));
            return Ok(());
        };
        (position.matricola, position.named) = (Some(matricola), Some(place));
        if let (Some(_), Some(month)) = (head.company, head.month) {
            self.declare(matricola.to_string(), month, matricola.as_str(), place);
        }
        Ok(())
    }

    /// `DenunciaAziendale`: what the company itself declares.
    fn company_part(&mut self, position: &mut PositionDraft) -> Reading<()> {
        while let Step::Into(tag, at) = self.xml.step()? {
            match tag {
                Tag::ForzaAziendale => position.workforce = self.workforce(at)?,
                Tag::AltrePartiteADebito | Tag::AltrePartiteACredito => {
                    self.company_item(position, tag == Tag::AltrePartiteADebito, at)?;
                }
                Tag::FondoInterprof => self.training_fund(position)?,
                Tag::DatiQuadraturaRetrContr => self.totals(position, at)?,
                _ => self.xml.skip()?,
            }
        }
        Ok(())
    }

    /// `ForzaAziendale`: a headcount, in files also an average with decimals, which are cut off.
    fn workforce(&mut self, place: Place) -> Reading<Option<u32>> {
        let text = self.xml.text()?;
        let number =
            values::amount(text).and_then(|average| u32::try_from(average.cents() / 100).ok());
        if number.is_none() {
            self.findings.add(place.found(IssueCode::Number, text));
        }
        Ok(number)
    }

    /// `AltrePartiteADebito`, `AltrePartiteACredito`: a code and its amount.
    fn company_item(
        &mut self,
        position: &mut PositionDraft,
        debit: bool,
        place: Place,
    ) -> Reading<()> {
        let (code_tag, amount_tag) = match debit {
            true => (Tag::CausaleADebito, Tag::SommaADebito),
            false => (Tag::CausaleACredito, Tag::SommaACredito),
        };
        let mut seen = Seen::default();
        let mut code = String::new();
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            if tag == code_tag {
                self.code(at, &mut code)?;
                self.check_code(position, Kind::CompanyItem, &code, at);
            } else if tag == amount_tag {
                let amount = self.amount(at)?.unwrap_or_default();
                position.items.push(CompanyItem { code: code.clone(), debit, amount });
            } else {
                self.xml.skip()?;
            }
        }
        self.require(&seen, place, &[code_tag, amount_tag]);
        Ok(())
    }

    fn training_fund(&mut self, position: &mut PositionDraft) -> Reading<()> {
        let mut code = String::new();
        while let Step::Into(tag, _) = self.xml.step()? {
            if tag != Tag::Adesione {
                self.xml.skip()?;
                continue;
            }
            while let Step::Into(tag, at) = self.xml.step()? {
                if tag != Tag::CodFondo {
                    self.xml.skip()?;
                    continue;
                }
                self.code(at, &mut code)?;
                self.check_code(position, Kind::TrainingFund, &code, at);
            }
        }
        Ok(())
    }

    /// `DatiQuadraturaRetrContr`: the count and the totals.
    fn totals(&mut self, position: &mut PositionDraft, place: Place) -> Reading<()> {
        let mut seen = Seen::default();
        let (mut debit, mut credit) = (None, None);
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::NumDenIndiv => {
                    position.declared =
                        self.number(at, 0..=9_999_999)?.map(|declared| (declared, at));
                }
                Tag::TotaleADebito => debit = self.amount(at)?,
                Tag::TotaleACredito => credit = self.amount(at)?,
                _ => self.xml.skip()?,
            }
        }
        self.require(&seen, place, &[Tag::NumDenIndiv, Tag::TotaleADebito, Tag::TotaleACredito]);
        position.totals = debit.zip(credit).map(|(debit, credit)| Totals { place, debit, credit });
        Ok(())
    }
}
