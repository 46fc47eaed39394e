//! F24 forms, whichever file they come in, and the checks of their INPS rows.

use std::collections::HashSet;

use shared::calendar::{Day, Month};
use shared::fiscal::{Matricola, TaxCode};
use shared::ids::CompanyId;
use shared::intake::IssueCode;
use shared::intake::findings::{Findings, Place, Reading, Stop};
use shared::intake::register::Register;
use shared::intake::source::values;
use shared::money::Euro;
use shared::offices::OfficeCode;

use super::causali::{self, Causale, Code, Mode, Period};

/// Most INPS rows of a form; the paper has four, tables may join several.
const MAX_ROWS: usize = 255;
/// Longest text in the code column.
const MAX_CODE: usize = 17;

/// What a file of F24 holds.
#[derive(Debug, Default)]
pub struct Forms {
    /// Those with INPS rows, in the order of the file.
    pub forms: Vec<Form>,
    /// Companies that paid.
    pub companies: u32,
    /// Forms without INPS rows: read, not stored.
    pub skipped: u32,
}

/// A form that was checked.
#[derive(Clone, Debug)]
pub struct Form {
    /// The company with the payer's tax code.
    pub company: CompanyId,
    /// Who paid.
    pub payer: TaxCode,
    /// When.
    pub day: Day,
    /// INPS rows.
    pub rows: Vec<Row>,
}

/// An INPS row that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Office, four digits.
    pub office: String,
    /// What it pays.
    pub causale: String,
    /// Matricola or another code.
    pub code: String,
    /// First month; for instalments their number and year.
    pub from: Option<Month>,
    /// Last month.
    pub to: Option<Month>,
    /// Paid.
    pub debit: Euro,
    /// Set off.
    pub credit: Euro,
}

/// A field of a file: where it stands and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Where it begins.
    pub place: Place,
    /// Its text without surrounding blanks.
    pub text: &'a str,
}

/// The fields of a row as they stand in the file.
#[derive(Clone, Copy, Debug)]
pub struct RawRow<'a> {
    /// Office.
    pub office: Field<'a>,
    /// Causale.
    pub causale: Field<'a>,
    /// Matricola or another code.
    pub code: Field<'a>,
    /// First month.
    pub from: Field<'a>,
    /// Last month.
    pub to: Field<'a>,
    /// Debit.
    pub debit: Field<'a>,
    /// Credit.
    pub credit: Field<'a>,
}

/// What all forms of a file are checked against.
pub struct Checker<'a> {
    /// Which companies there are.
    pub register: &'a dyn Register,
    /// Today in Rome.
    pub today: Day,
    /// Where issues go.
    pub findings: &'a mut Findings,
    /// What was read.
    pub out: Forms,
    seen: HashSet<(TaxCode, Day, Vec<Row>)>,
    companies: HashSet<CompanyId>,
}

impl<'a> Checker<'a> {
    /// Begins a file.
    pub fn new(register: &'a dyn Register, today: Day, findings: &'a mut Findings) -> Self {
        Self {
            register,
            today,
            findings,
            out: Forms::default(),
            seen: HashSet::new(),
            companies: HashSet::new(),
        }
    }

    /// The payer and their company.
    ///
    /// # Errors
    /// If the register does not answer.
    pub fn payer(&mut self, field: Field<'_>) -> Result<Option<(TaxCode, CompanyId)>, Stop> {
        let Ok(payer) = TaxCode::parse(field.text) else {
            self.findings.add(field.place.found(IssueCode::TaxCode, field.text));
            return Ok(None);
        };
        let company = self.register.company(payer.as_str()).map_err(Stop::Failed)?;
        match company {
            Some(company) => _ = self.companies.insert(company),
            None => self.findings.add(field.place.found(IssueCode::UnknownCompany, payer.as_str())),
        }
        Ok(company.map(|company| (payer, company)))
    }

    /// The day of a payment, which is not in the future.
    pub fn day(&mut self, field: Field<'_>, day: Option<Day>) -> Option<Day> {
        match day {
            Some(day) if day <= self.today => Some(day),
            Some(_) => {
                self.findings.add(field.place.differs(
                    IssueCode::Day,
                    field.text,
                    format!("≤ {}", self.today),
                ));
                None
            }
            None => {
                self.findings.add(field.place.found(IssueCode::Day, field.text));
                None
            }
        }
    }

    /// Adds a form whose payer, day and rows could all be read; its issues were noted before.
    pub fn add(
        &mut self,
        place: Place,
        payer: Option<(TaxCode, CompanyId)>,
        day: Option<Day>,
        rows: Vec<Row>,
    ) {
        let (Some((payer, company)), Some(day)) = (payer, day) else { return };
        if rows.len() > MAX_ROWS {
            self.findings.add(place.differs(
                IssueCode::TooComplex,
                &rows.len().to_string(),
                MAX_ROWS.to_string(),
            ));
            return;
        }
        if !self.seen.insert((payer, day, rows.clone())) {
            self.findings.add(place.found(IssueCode::Twice, &format!("{payer} {day}")));
        }
        self.out.forms.push(Form { company, payer, day, rows });
    }

    /// What was read.
    pub fn finish(mut self) -> Forms {
        self.out.companies = u32::try_from(self.companies.len()).unwrap_or(u32::MAX);
        self.out
    }

    /// Checks a row; `amount` reads amounts as this kind of file writes them.
    ///
    /// # Errors
    /// If the register does not answer.
    pub fn row(
        &mut self,
        raw: &RawRow<'_>,
        paid: Option<Day>,
        amount: fn(&str) -> Option<Euro>,
    ) -> Reading<Option<Row>> {
        let before = self.findings.errors();
        let known = causali::find(raw.causale.text);
        if known.is_none() {
            let long = !(1..=4).contains(&raw.causale.text.chars().count());
            let code = if long { IssueCode::Missing } else { IssueCode::CodeUnknown };
            self.findings.add(raw.causale.place.found(code, raw.causale.text));
        }
        self.office(raw.office)?;
        let code = self.code(raw.code, known);
        let (from, to) = (self.month(raw.from), self.month(raw.to));
        if let Some(known) = known {
            self.period(raw, known.period, (from, to), paid);
        }
        let debit =
            self.amount(raw.debit, amount, known.is_some_and(|known| known.mode == Mode::Credit));
        let credit =
            self.amount(raw.credit, amount, known.is_some_and(|known| known.mode == Mode::Debit));
        Ok((self.findings.errors() == before).then(|| Row {
            office: raw.office.text.to_owned(),
            causale: raw.causale.text.to_owned(),
            code,
            from,
            to,
            debit,
            credit,
        }))
    }

    fn office(&mut self, field: Field<'_>) -> Reading<()> {
        let is_known = match OfficeCode::parse(field.text) {
            Ok(code) => self.register.has_office(code).map_err(Stop::Failed)?,
            Err(_) => false,
        };
        if !is_known {
            self.findings.add(field.place.found(IssueCode::Office, field.text));
        }
        Ok(())
    }

    /// The code as it is stored. Another company's matricola is no error: the money is there, and attached to nothing.
    fn code(&mut self, field: Field<'_>, known: Option<&Causale>) -> String {
        let Field { place, text } = field;
        match known.map_or(Code::Free, |known| known.code) {
            Code::Matricola => match Matricola::parse(text) {
                Ok(matricola) => return matricola.to_string(),
                Err(_) => self.findings.add(place.found(IssueCode::Matricola, text)),
            },
            Code::Autonomous
                if text.len() != MAX_CODE || !text.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                self.findings.add(place.found(IssueCode::Number, text));
            }
            Code::Blank if !text.is_empty() => {
                self.findings.add(place.found(IssueCode::Unknown, text));
            }
            _ if text.chars().count() > MAX_CODE => {
                self.findings.add(place.found(IssueCode::TooComplex, text));
            }
            _ => {}
        }
        text.to_owned()
    }

    /// A month, or none where the field is blank or all zeros.
    fn month(&mut self, field: Field<'_>) -> Option<Month> {
        if field.text.trim_matches(['0', '/']).is_empty() {
            return None;
        }
        let month = Month::parse_mm_yyyy(field.text).or_else(|| Month::parse(field.text));
        if month.is_none() {
            self.findings.add(field.place.found(IssueCode::Month, field.text));
        }
        month
    }

    fn period(
        &mut self,
        raw: &RawRow<'_>,
        period: Period,
        months: (Option<Month>, Option<Month>),
        paid: Option<Day>,
    ) {
        let (from, to) = months;
        if from.is_none() && period != Period::Any {
            if raw.from.text.trim_matches('0').is_empty() {
                self.findings.add(raw.from.place.expected(IssueCode::Missing, "MM/AAAA"));
            }
            return;
        }
        let wrong = |field: Field<'_>, expected: String| {
            field.place.differs(IssueCode::Month, field.text, expected)
        };
        let issue = match (period, from, to) {
            (Period::Month(first), Some(from), _) if from.year() < first => {
                Some(wrong(raw.from, format!("≥ 01/{first}")))
            }
            (Period::Month(_), Some(from), _) if paid.is_some_and(|day| from > Month::of(day)) => {
                Some(raw.from.place.found(IssueCode::FutureMonth, raw.from.text))
            }
            (Period::Month(_), Some(from), Some(to)) if to != from => {
                Some(wrong(raw.to, String::new()))
            }
            (Period::Range | Period::OneYear, Some(from), Some(to)) if to < from => {
                Some(wrong(raw.to, format!("≥ {from}")))
            }
            (Period::OneYear, Some(from), Some(to)) if to.year() != from.year() => {
                Some(wrong(raw.to, from.year().to_string()))
            }
            (Period::Instalment, Some(from), _) if from.month() > 4 => {
                Some(wrong(raw.from, "01–04".into()))
            }
            _ => None,
        };
        issue.into_iter().for_each(|issue| self.findings.add(issue));
    }

    fn amount(
        &mut self,
        field: Field<'_>,
        read: fn(&str) -> Option<Euro>,
        must_be_zero: bool,
    ) -> Euro {
        let amount = if field.text.is_empty() { Some(Euro::ZERO) } else { read(field.text) };
        match amount {
            Some(amount) if must_be_zero && !amount.is_zero() => {
                self.findings.add(field.place.differs(
                    IssueCode::Amount,
                    field.text,
                    values::written(Euro::ZERO),
                ));
            }
            Some(_) => {}
            None => self.findings.add(field.place.found(IssueCode::Amount, field.text)),
        }
        amount.unwrap_or_default()
    }
}
