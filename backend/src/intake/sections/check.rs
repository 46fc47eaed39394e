//! From a line to what it does: every value read by its field, every slip noted at its place.

use std::collections::{HashMap, HashSet};

use serde_json::value::RawValue;
use shared::fiscal::TaxCode;
use shared::ids::CompanyId;
use shared::intake::IssueCode;
use shared::intake::findings::Findings;
use shared::intake::register::Register;
use shared::sections::{Cells, Field, Kind, Problem, Section, by_slug, key};

use super::line::{Line, Value};
use super::{Does, Entry, Packed};
use crate::intake::json::Element;

/// What lines are checked with.
pub struct Check<'a> {
    register: &'a dyn Register,
    /// Where issues go.
    pub findings: &'a mut Findings,
    /// Companies asked for before, by tax code.
    companies: HashMap<String, Option<CompanyId>>,
    /// Records named before.
    seen: HashSet<(CompanyId, u8, String)>,
}

impl<'a> Check<'a> {
    /// Begins a file.
    pub fn new(register: &'a dyn Register, findings: &'a mut Findings) -> Self {
        Self { register, findings, companies: HashMap::new(), seen: HashSet::new() }
    }

    /// What a line does; none if something is wrong with it.
    ///
    /// # Errors
    /// Those of the register.
    pub fn entry(&mut self, element: &Element, line: &Line<'_>) -> anyhow::Result<Option<Entry>> {
        let section = self.section(element, line.section);
        let company = self.company(element, line.company)?;
        let deletes = self.deletes(element, line.op);
        let Some(section) = section else { return Ok(None) };
        let Some(does) = self.record(element, section, line, deletes == Some(true))? else {
            return Ok(None);
        };
        let (Some(company), Some(_)) = (company, deletes) else { return Ok(None) };
        let name = match &does {
            Does::Put(packed) => key(section, &packed.cells()),
            Does::Delete(key) => key.clone(),
        };
        if !self.seen.insert((company, section.number, name)) {
            self.findings.add(element.place.found(IssueCode::Twice, section.slug));
            return Ok(None);
        }
        Ok(Some(Entry { company, section, does }))
    }

    fn section(&mut self, element: &Element, raw: &RawValue) -> Option<&'static Section> {
        let slug = text(raw);
        let section = slug.as_deref().and_then(by_slug).filter(|section| section.source.is_fed());
        if section.is_none() {
            self.found(element, IssueCode::UnknownSection, raw);
        }
        section
    }

    fn company(&mut self, element: &Element, raw: &RawValue) -> anyhow::Result<Option<CompanyId>> {
        let code = text(raw).and_then(|code| TaxCode::parse(&code).ok());
        let Some(code) = code else {
            self.found(element, IssueCode::TaxCode, raw);
            return Ok(None);
        };
        let company = match self.companies.get(code.as_str()) {
            Some(company) => *company,
            None => {
                let company = self.register.company(code.as_str())?;
                self.companies.insert(code.to_string(), company);
                company
            }
        };
        if company.is_none() {
            self.found(element, IssueCode::UnknownCompany, raw);
        }
        Ok(company)
    }

    /// Whether the line deletes; none if it says neither.
    fn deletes(&mut self, element: &Element, raw: &RawValue) -> Option<bool> {
        let said = text(raw);
        match said.as_deref() {
            Some("put") => Some(false),
            Some("delete") => Some(true),
            other => {
                let (place, found) = (element.place_of(raw.get()), other.unwrap_or(raw.get()));
                self.findings.add(place.differs(IssueCode::NotACode, found, "put, delete"));
                None
            }
        }
    }

    /// The record, or of one that goes its key; none if something is wrong with it.
    ///
    /// # Errors
    /// Those of the register.
    fn record(
        &mut self,
        element: &Element,
        section: &'static Section,
        line: &Line<'_>,
        deletes: bool,
    ) -> anyhow::Result<Option<Does>> {
        let before = self.findings.errors();
        let raws = self.raws(element, section, line, deletes);
        let mut values: Vec<Option<String>> = vec![None; section.fields.len()];
        for ((field, raw), value) in section.fields.iter().zip(&raws).zip(&mut values) {
            *value = raw.and_then(|raw| self.written(element, field, raw));
        }
        let readable = self.findings.errors() == before;
        if deletes {
            let cells =
                readable.then(|| self.key_cells(element, section, &raws, &values)).flatten();
            return Ok(cells.map(|cells| Does::Delete(key(section, &cells))));
        }
        let written: Vec<Option<&str>> = values.iter().map(Option::as_deref).collect();
        let (cells, problems) = match section.read(&written) {
            Ok(cells) => {
                let unknown = self.unknown_offices(section, &cells)?;
                (Some(cells).filter(|_| unknown.is_empty()), unknown)
            }
            Err(problems) => (None, problems),
        };
        for (at, problem) in problems {
            let raw = raws.get(at).copied().flatten();
            // What has no readable form was noted, and is not missing.
            let is_nothing = raw.is_none_or(|raw| matches!(Value::of(raw), Value::Nothing));
            if is_nothing || values.get(at).is_some_and(Option::is_some) {
                self.problem(element, section, at, raw, problem);
            }
        }
        Ok(cells.filter(|_| readable).map(|cells| Does::Put(Packed::of(&cells))))
    }

    /// The offices of a record that there are not, by their places.
    fn unknown_offices(
        &self,
        section: &Section,
        cells: &Cells,
    ) -> anyhow::Result<Vec<(usize, Problem)>> {
        let mut unknown = Vec::new();
        for (place, office) in section.offices(cells) {
            if !self.register.has_office(office)? {
                unknown.push((place, Problem::Office));
            }
        }
        Ok(unknown)
    }

    /// The values of a record as they stand there, each at its field; of one that goes those of its key only.
    fn raws<'l>(
        &mut self,
        element: &Element,
        section: &Section,
        line: &'l Line<'_>,
        deletes: bool,
    ) -> Vec<Option<&'l RawValue>> {
        let mut raws: Vec<Option<&'l RawValue>> = vec![None; section.fields.len()];
        for (name, raw) in &line.record.0 {
            let known = section
                .field(&name.0)
                .filter(|(_, field)| !deletes || section.key.contains(&field.name));
            let place = element.place_of(&name.0);
            match known.and_then(|(at, _)| raws.get_mut(at)) {
                None => self.findings.add(place.found(IssueCode::Unknown, &name.0)),
                Some(Some(_)) => self.findings.add(place.found(IssueCode::Twice, &name.0)),
                Some(slot) => *slot = Some(raw),
            }
        }
        raws
    }

    /// The cells that make the key, the others empty.
    fn key_cells(
        &mut self,
        element: &Element,
        section: &'static Section,
        raws: &[Option<&RawValue>],
        values: &[Option<String>],
    ) -> Option<Vec<Option<String>>> {
        let before = self.findings.errors();
        let mut cells = vec![None; section.fields.len()];
        for name in section.key {
            let Some((at, field)) = section.field(name) else { continue };
            let value = values.get(at).and_then(Option::as_deref).unwrap_or_default();
            match (field.read(value), cells.get_mut(at)) {
                (Ok(cell), Some(slot)) => *slot = cell,
                (Err(problem), _) => {
                    self.problem(element, section, at, raws.get(at).copied().flatten(), problem);
                }
                (Ok(_), None) => {}
            }
        }
        (self.findings.errors() == before).then_some(cells)
    }

    /// A value as its field reads it: texts, and where the field holds such, numbers and truth values.
    fn written(&mut self, element: &Element, field: &Field, raw: &RawValue) -> Option<String> {
        match (Value::of(raw), field.kind) {
            (Value::Nothing, _) => return None,
            (Value::Flag(text), Kind::Flag) => return Some(text.to_owned()),
            (Value::Number(text), Kind::Count | Kind::Year) => return Some(text.to_owned()),
            (Value::Text(text), kind) if kind != Kind::Flag => return Some(text.into_owned()),
            _ => {}
        }
        let place = element.place_of(raw.get());
        self.findings.add(place.differs(IssueCode::Value, raw.get(), expected(field)));
        None
    }

    fn problem(
        &mut self,
        element: &Element,
        section: &Section,
        at: usize,
        raw: Option<&RawValue>,
        problem: Problem,
    ) {
        let Some(field) = section.fields.get(at) else { return };
        let Some(raw) = raw.filter(|_| problem != Problem::Missing) else {
            let place = raw.map_or(element.place, |raw| element.place_of(raw.get()));
            self.findings.add(place.expected(IssueCode::Missing, field.name));
            return;
        };
        let place = element.place_of(raw.get());
        let found = text(raw).unwrap_or_else(|| raw.get().to_owned());
        self.findings.add(match code(problem) {
            code @ (IssueCode::Value | IssueCode::NotACode) => {
                place.differs(code, &found, expected(field))
            }
            code => place.found(code, &found),
        });
    }

    fn found(&mut self, element: &Element, code: IssueCode, raw: &RawValue) {
        let place = element.place_of(raw.get());
        let found = text(raw).unwrap_or_else(|| raw.get().to_owned());
        self.findings.add(place.found(code, &found));
    }
}

/// A text; none if the value is another.
fn text(raw: &RawValue) -> Option<String> {
    match Value::of(raw) {
        Value::Text(text) => Some(text.into_owned()),
        _ => None,
    }
}

/// What should stand there: the codes, or a value of the kind.
fn expected(field: &Field) -> String {
    match field.kind {
        Kind::Code(codes) => codes.iter().map(|code| code.code).collect::<Vec<_>>().join(", "),
        kind => kind.sample(),
    }
}

const fn code(problem: Problem) -> IssueCode {
    match problem {
        Problem::Missing => IssueCode::Missing,
        Problem::Code => IssueCode::NotACode,
        Problem::Day => IssueCode::Day,
        Problem::Month => IssueCode::Month,
        Problem::TaxCode => IssueCode::TaxCode,
        Problem::Matricola => IssueCode::Matricola,
        Problem::Office => IssueCode::Office,
        Problem::Negative => IssueCode::Amount,
        Problem::Before => IssueCode::EndsBefore,
        Problem::TooLong => IssueCode::TooLong,
        Problem::Number | Problem::Year => IssueCode::Number,
        Problem::Characters
        | Problem::Moment
        | Problem::Amount
        | Problem::Flag
        | Problem::Shape
        | Problem::Email
        | Problem::Key => IssueCode::Value,
    }
}
