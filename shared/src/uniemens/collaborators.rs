//! `ListaCollaboratori`: collaborators of the Gestione Separata.

use std::io::Read;

use crate::calendar::{Day, Month};
use crate::declarations::{DmState, Engaged, Scheme};
use crate::intake::{Issue, IssueCode};
use crate::money::{Euro, Rate};

use super::model::{Declaration, Worker, Workers};
use super::parser::{Head, Parser};
use super::tag::{Seen, Tag};
use super::xml::Step;
use crate::intake::findings::{Place, Reading};
use crate::intake::source::values;

/// All collaborators of a company in a month, whichever of its lists they stand in.
#[derive(Debug, Default)]
pub struct Collaborators {
    /// Where the first list begins.
    place: Option<Place>,
    workers: Workers,
    /// Their rates, each where it stands first.
    rates: Vec<(Rate, Place)>,
    warnings: Vec<Issue>,
}

const REQUIRED: &[Tag] = &[Tag::CFCollaboratore, Tag::TipoRapporto, Tag::Imponibile, Tag::Aliquota];

impl<R: Read> Parser<'_, R> {
    /// Reads a list of a month.
    pub fn collaborators(
        &mut self,
        all: &mut Collaborators,
        month: Option<Month>,
        place: Place,
    ) -> Reading<()> {
        let mark = self.findings.mark();
        let tolerance = month.and_then(|month| self.tolerances.tolerance_in(month).ok());
        let margin = tolerance.map(|tolerance| tolerance.amount);
        all.place.get_or_insert(place);
        let mut seen = Seen::default();
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::Collaboratore => self.collaborator(all, margin, at)?,
                _ => self.xml.skip()?,
            }
        }
        if !seen.has(Tag::Collaboratore) {
            self.findings.add(place.expected(IssueCode::NoWorkers, Tag::Collaboratore.name()));
        }
        all.warnings.extend(self.findings.warnings_since(mark));
        Ok(())
    }

    /// A collaborator, whose contribution may be so far from pay times rate; of a month of which that is not known, no rate is either.
    fn collaborator(
        &mut self,
        all: &mut Collaborators,
        margin: Option<Euro>,
        place: Place,
    ) -> Reading<()> {
        let mut seen = Seen::default();
        let (mut tax_code, mut base, mut rate, mut declared) = (None, None, None, None);
        let (mut from, mut to) = (None, None);
        let (mut surname, mut first_name, mut relation) =
            (String::new(), String::new(), String::new());
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::CFCollaboratore => tax_code = self.tax_code(at)?,
                Tag::Cognome => self.name(at, &mut surname)?,
                Tag::Nome => self.name(at, &mut first_name)?,
                Tag::TipoRapporto => self.code(at, &mut relation)?,
                Tag::Imponibile => base = self.amount(at)?,
                Tag::Aliquota => {
                    rate = self.collaborator_rate(at)?;
                    let is_new = |rate: &Rate| !all.rates.iter().any(|(known, _)| known == rate);
                    all.rates.extend(rate.filter(is_new).map(|rate| (rate, at)));
                }
                Tag::Contributo => declared = self.amount(at)?,
                Tag::Dal => from = self.day(at)?,
                Tag::Al => {
                    to = self.day(at)?;
                    self.in_order(at, from, to);
                }
                _ => self.xml.skip()?,
            }
        }
        self.require(&seen, place, REQUIRED);
        let (Some(tax_code), Some(base), Some(rate)) = (tax_code, base, rate) else {
            return Ok(());
        };
        let expected = base.times(rate);
        let contribution = declared.unwrap_or(expected);
        if margin.is_some_and(|margin| (contribution - expected).abs() > margin) {
            let (found, expected) = (values::written(contribution), values::written(expected));
            self.findings.add(place.differs(IssueCode::RateDifference, &found, expected));
        }
        let name = [surname, first_name].join(" ");
        let (name, code) = (name.trim(), relation.as_str());
        let (tax_code, rated, kind) = (&tax_code, None, 0);
        all.workers.push(Worker {
            tax_code,
            name,
            code,
            kind,
            rated,
            base,
            contribution,
            engaged: Some(Engaged { rate, from, to }),
            place,
            paid_at: place,
        });
        Ok(())
    }

    /// A day, `2025-03-31`.
    fn day(&mut self, place: Place) -> Reading<Option<Day>> {
        let text = self.xml.text()?;
        let day = Day::parse(text);
        if day.is_none() {
            self.findings.add(place.found(IssueCode::Day, text));
        }
        Ok(day)
    }

    /// Notes a last day before the first.
    fn in_order(&mut self, place: Place, from: Option<Day>, to: Option<Day>) {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let (found, expected) = (to.to_string(), format!("≥ {from}"));
            self.findings.add(place.differs(IssueCode::EndsBefore, &found, expected));
        }
    }

    /// `Aliquota`: hundredths of a percent (`3503`), or a percentage with decimals (`35,03`).
    fn collaborator_rate(&mut self, place: Place) -> Reading<Option<Rate>> {
        let text = self.xml.text()?;
        let hundredths = match values::number(text) {
            Some(number) if number >= 100 => Some(number),
            Some(number) => Some(number * 100),
            None => values::amount(text).and_then(|percent| u32::try_from(percent.cents()).ok()),
        };
        let Some(hundredths) = hundredths.filter(|hundredths| (1..=100_00).contains(hundredths))
        else {
            self.findings.add(place.differs(IssueCode::Number, text, "35,03"));
            return Ok(None);
        };
        Ok(Some(Rate::from_hundredths(hundredths)))
    }

    /// Adds the collaborators' declaration to the file's, if there are any.
    pub fn finish_collaborators(&mut self, head: &Head, all: Collaborators) {
        let (Some(place), Some(company), Some(month)) = (all.place, head.company, head.month)
        else {
            return;
        };
        self.declare(company.to_string(), month, Tag::ListaCollaboratori.name(), place);
        let mut workers = all.workers;
        workers.seal();
        self.out.declarations.push(Declaration {
            tax_code: company,
            company: None,
            place,
            month,
            scheme: Scheme::Collaborators,
            matricola: None,
            workforce: None,
            sections: None,
            due: workers.contributions(),
            state: DmState::Balanced,
            groups: workers.groups(),
            items: Vec::new(),
            rates: all.rates,
            warnings: all.warnings,
            workers,
            errors: 0,
        });
    }
}
