//! The outer shape of a UniEmens file: who transmits, and the companies.

use std::collections::HashSet;
use std::io::Read;

use crate::calendar::{Day, Month};
use crate::fiscal::TaxCode;
use crate::intake::IssueCode;
use crate::money::Euro;
use crate::notices::NoticeParameters;

use super::collaborators::Collaborators;
use super::model::{Company, Transmission};
use super::tag::{Seen, Tag};
use super::xml::{Step, Xml};
use crate::intake::findings::{Findings, Place, Reading};
use crate::intake::source::values;

/// Longest code, in characters.
const MAX_CODE: usize = 20;
/// Longest name, in characters; the register's names have 405.
const MAX_NAME: usize = 405;

/// Reads one file.
pub struct Parser<'a, R: Read> {
    pub xml: Xml<R>,
    pub today: Day,
    pub tolerances: &'a NoticeParameters,
    pub findings: &'a mut Findings,
    pub out: Transmission,
    /// Accounts and months declared so far.
    declared: HashSet<(String, Month)>,
}

/// What is said of a company before its positions.
#[derive(Debug, Default)]
pub struct Head {
    /// The month, if it is one.
    pub month: Option<Month>,
    /// The company's tax code, if it is one.
    pub company: Option<TaxCode>,
    seen: Seen,
}

impl<'a, R: Read> Parser<'a, R> {
    pub fn new(
        xml: Xml<R>,
        today: Day,
        tolerances: &'a NoticeParameters,
        findings: &'a mut Findings,
    ) -> Self {
        let (out, declared) = (Transmission::default(), HashSet::new());
        Self { xml, today, tolerances, findings, out, declared }
    }

    /// Reads the whole file into `out`.
    pub fn file(&mut self) -> Reading<()> {
        let (root, place) = self.xml.root()?;
        if root != Tag::DenunceMensili {
            let found = format!("<{}>", self.xml.name());
            return Err(place.differs(IssueCode::WrongKind, &found, "<DenunceMensili>").into());
        }
        let mut seen = Seen::default();
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::DatiMittente => self.sender(at)?,
                Tag::Azienda => self.company(at)?,
                _ => self.xml.skip()?,
            }
        }
        self.require(&seen, place, &[Tag::DatiMittente, Tag::Azienda]);
        self.xml.finish()
    }

    /// `DatiMittente`: the sender is the firm that transmits, or else the person.
    fn sender(&mut self, place: Place) -> Reading<()> {
        let mut seen = Seen::default();
        let (mut person, mut firm) = (None, None);
        while let Step::Into(tag, at) = self.xml.step()? {
            seen.insert(tag);
            match tag {
                Tag::CFPersonaMittente => person = self.tax_code(at)?,
                Tag::CFMittente => firm = self.tax_code(at)?,
                Tag::RagSocMittente => {
                    let mut name = String::new();
                    self.name(at, &mut name)?;
                    self.out.sender_name = Some(name).filter(|name| !name.is_empty());
                }
                _ => self.xml.skip()?,
            }
        }
        if !seen.has(Tag::CFPersonaMittente) {
            self.require(&seen, place, &[Tag::CFMittente]);
        }
        self.out.sender = firm.or(person).map_or_else(String::new, |code| code.to_string());
        Ok(())
    }

    /// `Azienda`: a company in a month.
    fn company(&mut self, place: Place) -> Reading<()> {
        let mut head = Head::default();
        let mut collaborators = Collaborators::default();
        let mut parts = 0_u32;
        while let Step::Into(tag, at) = self.xml.step()? {
            match tag {
                Tag::AnnoMeseDenuncia => head.month = self.month(at)?,
                Tag::CFAzienda => head.company = self.named_company(at)?,
                Tag::PosContributiva => {
                    self.require_head(&mut head, place);
                    self.position(&head, at)?;
                }
                Tag::ListaCollaboratori => {
                    self.require_head(&mut head, place);
                    self.collaborators(&mut collaborators, head.month, at)?;
                }
                Tag::ListaPosPA | Tag::PosAgri | Tag::PosSportSpet => {
                    self.out.skipped = self.out.skipped.saturating_add(1);
                    self.findings.add(at.found(IssueCode::OtherScheme, tag.name()));
                    self.xml.skip()?;
                }
                _ => {
                    self.xml.skip()?;
                    continue;
                }
            }
            head.seen.insert(tag);
            parts += u32::from(!matches!(tag, Tag::AnnoMeseDenuncia | Tag::CFAzienda));
        }
        self.require_head(&mut head, place);
        if parts == 0 {
            self.findings.add(place.expected(IssueCode::Missing, Tag::PosContributiva.name()));
        }
        self.finish_collaborators(&head, collaborators);
        Ok(())
    }

    /// Notes what is missing of the head of a company, once.
    fn require_head(&mut self, head: &mut Head, place: Place) {
        let required = [Tag::AnnoMeseDenuncia, Tag::CFAzienda];
        self.require(&head.seen, place, &required);
        required.iter().for_each(|tag| head.seen.insert(*tag));
    }

    /// `CFAzienda`: the company.
    fn named_company(&mut self, place: Place) -> Reading<Option<TaxCode>> {
        let code = self.tax_code(place)?;
        self.out.companies.extend(code.map(|tax_code| Company { tax_code, place, known: None }));
        Ok(code)
    }

    /// Notes that an account is declared for a month; an issue that calls it `shown` if it was before.
    pub fn declare(&mut self, account: String, month: Month, shown: &str, place: Place) {
        if !self.declared.insert((account, month)) {
            self.findings.add(place.found(IssueCode::Twice, &format!("{shown} {month}")));
        }
    }

    /// Notes the required elements that an element has not.
    pub fn require(&mut self, seen: &Seen, place: Place, required: &[Tag]) {
        for tag in required.iter().filter(|tag| !seen.has(**tag)) {
            self.findings.add(place.expected(IssueCode::Missing, tag.name()));
        }
    }

    /// A month of competence that is not in the future.
    fn month(&mut self, place: Place) -> Reading<Option<Month>> {
        let text = self.xml.text()?;
        let Some(month) = Month::parse(text) else {
            self.findings.add(place.differs(IssueCode::Month, text, "2025-09"));
            return Ok(None);
        };
        let present = Month::of(self.today);
        if month > present {
            self.findings.add(place.differs(IssueCode::FutureMonth, text, present.to_string()));
            return Ok(None);
        }
        Ok(Some(month))
    }

    /// A tax code with the right check character.
    pub fn tax_code(&mut self, place: Place) -> Reading<Option<TaxCode>> {
        let text = self.xml.text()?;
        let code = TaxCode::parse(text).ok();
        if code.is_none() {
            self.findings.add(place.found(IssueCode::TaxCode, text));
        }
        Ok(code)
    }

    /// An amount, not below zero.
    pub fn amount(&mut self, place: Place) -> Reading<Option<Euro>> {
        let text = self.xml.text()?;
        let amount = values::amount(text);
        if amount.is_none() {
            self.findings.add(place.found(IssueCode::Amount, text));
        }
        Ok(amount)
    }

    /// A whole number within a range.
    pub fn number(
        &mut self,
        place: Place,
        range: std::ops::RangeInclusive<u32>,
    ) -> Reading<Option<u32>> {
        let text = self.xml.text()?;
        let number = values::number(text).filter(|number| range.contains(number));
        if number.is_none() {
            let expected = format!("{}–{}", range.start(), range.end());
            self.findings.add(place.differs(IssueCode::Number, text, expected));
        }
        Ok(number)
    }

    /// A code of a few characters, written into `code`.
    pub fn code(&mut self, place: Place, code: &mut String) -> Reading<()> {
        self.short(place, code, MAX_CODE)
    }

    /// A name, written into `name`.
    pub fn name(&mut self, place: Place, name: &mut String) -> Reading<()> {
        self.short(place, name, MAX_NAME)
    }

    fn short(&mut self, place: Place, target: &mut String, longest: usize) -> Reading<()> {
        let text = self.xml.text()?;
        target.clear();
        match text.chars().nth(longest) {
            None => target.push_str(text),
            Some(_) => self.findings.add(place.found(IssueCode::TooComplex, text)),
        }
        Ok(())
    }

    /// The day of the month that a text names, checked against the month.
    pub fn check_day(&mut self, place: Place, text: &str, month: Option<Month>) {
        let last = month.map_or(31, |month| month.last_day().day());
        if !values::number(text).is_some_and(|day| (1..=last).contains(&day)) {
            self.findings.add(place.differs(IssueCode::Day, text, format!("1–{last}")));
        }
    }
}
