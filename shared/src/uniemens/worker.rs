//! `DenunciaIndividuale`: one worker.

use std::io::Read;

use crate::calendar::Month;
use crate::fiscal::TaxCode;
use crate::intake::IssueCode;
use crate::money::Euro;

use super::codes::Kind;
use super::model::{Rated, Worker};
use super::parser::Parser;
use super::position::PositionDraft;
use super::tag::{Seen, Tag};
use super::xml::Step;
use crate::intake::findings::{Place, Reading};

/// What is read of a worker. One is used for all workers of a position, so that its texts are allocated once.
#[derive(Debug, Default)]
pub struct WorkerDraft {
    seen: Seen,
    tax_code: Option<TaxCode>,
    surname: String,
    first_name: String,
    /// `Qualifica1`, `Qualifica2`, `Qualifica3`, `TipoContribuzione`, `TipoLavoratore`.
    codes: [String; 5],
    base: Option<Euro>,
    contribution: Option<Euro>,
    paid_at: Option<Place>,
}

const REQUIRED: &[Tag] = &[
    Tag::CFLavoratore,
    Tag::Cognome,
    Tag::Nome,
    Tag::Qualifica1,
    Tag::Qualifica2,
    Tag::Qualifica3,
    Tag::TipoContribuzione,
];

impl WorkerDraft {
    fn clear(&mut self) {
        (self.seen, self.tax_code) = (Seen::default(), None);
        (self.base, self.contribution, self.paid_at) = (None, None, None);
        self.surname.clear();
        self.first_name.clear();
        self.codes.iter_mut().for_each(String::clear);
    }

    /// What the rate depends on: known for ordinary contributions only.
    fn rated(&self) -> Option<Rated> {
        let [qualification, _, term, kind, _] = &self.codes;
        let mut characters = qualification.chars();
        let qualification = characters.next().filter(|_| characters.next().is_none())?;
        (kind == "00").then_some(Rated { qualification, fixed_term: term == "D" })
    }
}

impl<R: Read> Parser<'_, R> {
    /// Reads a worker into the position.
    pub fn worker(
        &mut self,
        position: &mut PositionDraft,
        month: Option<Month>,
        place: Place,
    ) -> Reading<()> {
        let mut draft = std::mem::take(&mut position.worker);
        draft.clear();
        while let Step::Into(tag, at) = self.xml.step()? {
            draft.seen.insert(tag);
            match tag {
                Tag::CFLavoratore => draft.tax_code = self.tax_code(at)?,
                Tag::Cognome => self.name(at, &mut draft.surname)?,
                Tag::Nome => self.name(at, &mut draft.first_name)?,
                Tag::Qualifica1 => self.code(at, &mut draft.codes[0])?,
                Tag::Qualifica2 => self.code(at, &mut draft.codes[1])?,
                Tag::Qualifica3 => self.code(at, &mut draft.codes[2])?,
                Tag::TipoContribuzione => {
                    self.code(at, &mut draft.codes[3])?;
                    self.check_code(position, Kind::Contribution, &draft.codes[3], at);
                }
                Tag::PercPartTime | Tag::PercPartTimeMese => _ = self.number(at, 1..=9999)?,
                Tag::Assunzione | Tag::Cessazione => self.day_within(month)?,
                Tag::DatiRetributivi => self.pay(position, &mut draft, month, at)?,
                _ => self.xml.skip()?,
            }
        }
        self.require(&draft.seen, place, REQUIRED);
        position.individuals = position.individuals.saturating_add(1);
        add(position, &draft, place);
        position.worker = draft;
        Ok(())
    }

    /// `Assunzione`, `Cessazione`: their day is in the month.
    fn day_within(&mut self, month: Option<Month>) -> Reading<()> {
        while let Step::Into(tag, at) = self.xml.step()? {
            let text = self.xml.text()?.to_owned();
            if tag == Tag::Giorno {
                self.check_day(at, &text, month);
            }
        }
        Ok(())
    }

    /// `DatiRetributivi`: wage, contribution and items of the worker.
    fn pay(
        &mut self,
        position: &mut PositionDraft,
        draft: &mut WorkerDraft,
        month: Option<Month>,
        place: Place,
    ) -> Reading<()> {
        let mut seen = Seen::default();
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::TipoLavoratore => self.code(at, &mut draft.codes[4])?,
                Tag::Imponibile => draft.base = self.amount(at)?,
                Tag::Contributo => {
                    draft.contribution = self.amount(at)?;
                    draft.paid_at = Some(at);
                }
                Tag::AltreADebito | Tag::AltreACredito => self.worker_item(position)?,
                Tag::InfoAggCausaliContrib => self.information(position)?,
                Tag::Giorno => {
                    let day = self.xml.attribute("GG").unwrap_or_default();
                    self.check_day(at, &day, month);
                    self.xml.skip()?;
                }
                _ => self.xml.skip()?,
            }
        }
        self.require(&seen, place, &[Tag::Imponibile, Tag::Contributo]);
        Ok(())
    }

    /// `AltreADebito`, `AltreACredito` of a worker.
    fn worker_item(&mut self, position: &mut PositionDraft) -> Reading<()> {
        let mut code = String::new();
        while let Step::Into(tag, at) = self.xml.step()? {
            match tag {
                Tag::CausaleADebito | Tag::CausaleACredito => {
                    self.code(at, &mut code)?;
                    self.check_code(position, Kind::WorkerItem, &code, at);
                }
                Tag::ImportoADebito => position.debits += self.amount(at)?.unwrap_or_default(),
                Tag::ImportoACredito => position.credits += self.amount(at)?.unwrap_or_default(),
                _ => self.xml.skip()?,
            }
        }
        Ok(())
    }

    fn information(&mut self, position: &mut PositionDraft) -> Reading<()> {
        let mut code = String::new();
        while let Step::Into(tag, at) = self.xml.step()? {
            match tag {
                Tag::CodiceCausale => {
                    self.code(at, &mut code)?;
                    self.check_code(position, Kind::Information, &code, at);
                }
                _ => self.xml.skip()?,
            }
        }
        Ok(())
    }

    /// Warns of a code that the tables do not have, once for each position.
    pub fn check_code(
        &mut self,
        position: &mut PositionDraft,
        kind: Kind,
        code: &str,
        place: Place,
    ) {
        if !kind.knows(code) && position.unknown_codes.insert((kind, code.to_owned())) {
            self.findings.add(place.found(IssueCode::CodeUnknown, code));
        }
    }
}

/// Adds the worker to those of the position, if enough of it could be read.
fn add(position: &mut PositionDraft, draft: &WorkerDraft, place: Place) {
    let Some(tax_code) = &draft.tax_code else { return };
    let amounts = match draft.seen.has(Tag::DatiRetributivi) {
        // Somebody who left may still be declared, for the severance fund alone.
        false => Some((Euro::ZERO, Euro::ZERO)),
        true => draft.base.zip(draft.contribution),
    };
    let Some((base, contribution)) = amounts else { return };
    let (code, name) =
        (draft.codes.concat(), [draft.surname.as_str(), draft.first_name.as_str()].join(" "));
    let (name, rated) = (name.trim(), draft.rated());
    let paid_at = draft.paid_at.unwrap_or(place);
    position.workers.push(Worker {
        tax_code,
        name,
        code: &code,
        kind: 0,
        rated,
        base,
        contribution,
        engaged: None,
        place,
        paid_at,
    });
}
