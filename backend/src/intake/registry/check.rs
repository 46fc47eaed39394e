//! From the JSON of an extract to the extract: every code parsed, every slip noted at its place.

use serde::Deserialize;
use serde::de::value::{Error as NoName, StrDeserializer};
use shared::calendar::Day;
use shared::companies::{Address, PositionState};
use shared::fiscal::{Ateco, Ca, CompanyTaxCode, Csc, Matricola, TaxCode};
use shared::intake::IssueCode;
use shared::intake::findings::{Findings, Place};
use shared::offices::OfficeCode;
use shared::sections::Kind;

use super::schema::{self, Raw};
use crate::companies::Extract;
use crate::companies::service::{
    ExtractPeriod, ExtractPerson, ExtractPosition, Particulars, StateEntry,
};
use crate::intake::json::Element;

/// Longest text, in characters: that of the register's names.
const MAX_TEXT: usize = 405;

/// What an extract is checked with.
pub struct Check<'a> {
    /// The object it stands in.
    pub element: &'a Element,
    /// Today in Rome.
    pub today: Day,
    /// Where issues go.
    pub findings: &'a mut Findings,
}

impl Check<'_> {
    /// The extract; meaningful only if no error was noted.
    pub fn extract(&mut self, company: &schema::Company<'_>) -> Option<Extract> {
        let extracted = self.day(&company.extracted);
        if extracted.is_some_and(|day| day > self.today) {
            self.note(IssueCode::Day, &company.extracted, format!("≤ {}", self.today));
        }
        let optional =
            |check: &mut Self, raw: &Option<Raw<'_>>| raw.as_ref().and_then(|raw| check.text(raw));
        Some(Extract {
            tax_code: self
                .parsed(IssueCode::TaxCode, &company.tax_code, |text| TaxCode::parse(text).ok())?
                .to_string(),
            name: self.text(&company.name).unwrap_or_default(),
            vat: self.optional(IssueCode::TaxCode, company.vat.as_ref(), |text| {
                CompanyTaxCode::parse(text).ok()
            }),
            legal_form: optional(self, &company.legal_form),
            address: company.address.as_ref().and_then(|address| self.address(address)),
            rea: optional(self, &company.rea),
            ateco: self.optional(IssueCode::Number, company.ateco.as_ref(), |text| {
                Ateco::parse(text).ok()
            }),
            started: company.started.as_ref().and_then(|raw| self.day(raw)),
            pec: optional(self, &company.pec),
            email: optional(self, &company.email),
            phone: optional(self, &company.phone),
            extracted: extracted?,
            principal: company.principal,
            positions: company
                .positions
                .iter()
                .filter_map(|position| self.position(position))
                .collect(),
            persons: company.persons.iter().filter_map(|person| self.person(person)).collect(),
        })
    }

    fn address(&mut self, address: &schema::Address<'_>) -> Option<Address> {
        let digits = |text: &str| {
            (text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.to_owned())
        };
        let letters = |text: &str| {
            (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()))
                .then(|| text.to_uppercase())
        };
        let (street, town) = (self.text(&address.street), self.text(&address.town));
        let postcode = self.parsed(IssueCode::Number, &address.postcode, digits);
        let province = self.parsed(IssueCode::Unknown, &address.province, letters);
        Some(Address { street: street?, postcode: postcode?, town: town?, province: province? })
    }

    fn position(&mut self, position: &schema::Position<'_>) -> Option<ExtractPosition> {
        let matricola = self
            .parsed(IssueCode::Matricola, &position.matricola, |text| Matricola::parse(text).ok());
        let office =
            self.parsed(IssueCode::Office, &position.office, |text| OfficeCode::parse(text).ok());
        let opened = self.day(&position.opened);
        let mut entries: Vec<StateEntry> =
            position.states.iter().filter_map(|state| self.state(state)).collect();
        entries.sort_by_key(|entry| entry.since);
        let states = entries.iter().map(|entry| (entry.state, entry.since)).collect();
        entries.retain(|entry| entry.entered.is_some() || entry.by.is_some());
        let mut periods: Vec<ExtractPeriod> =
            position.periods.iter().filter_map(|period| self.period(period)).collect();
        periods.sort_by_key(|period| period.from);
        for (name, missing) in
            [("states", position.states.is_empty()), ("periods", position.periods.is_empty())]
        {
            if missing {
                let place = self.place(&position.matricola);
                self.findings.add(place.expected(IssueCode::Missing, name));
            }
        }
        Some(ExtractPosition {
            matricola: matricola?,
            office: office?.as_str().to_owned(),
            opened: opened?,
            states,
            entries,
            periods,
        })
    }

    fn state(&mut self, state: &schema::State<'_>) -> Option<StateEntry> {
        let named =
            |text: &str| PositionState::deserialize(StrDeserializer::<NoName>::new(text)).ok();
        let since = self.day(&state.from);
        let moment = |text: &str| Kind::Moment.read(text).ok();
        let entered = self.optional(IssueCode::Value, state.entered.as_ref(), moment);
        let by = state.entered_by.as_ref().and_then(|raw| self.text(raw));
        let state = self.parsed(IssueCode::Unknown, &state.state, named);
        Some(StateEntry { state: state?, since: since?, entered, by })
    }

    fn period(&mut self, period: &schema::Period<'_>) -> Option<ExtractPeriod> {
        let from = self.day(&period.from);
        let to =
            period.to.as_ref().and_then(|raw| self.day(raw)).filter(|day| *day != Day::OPEN_END);
        if let (Some(raw), Some(from), Some(to)) = (&period.to, from, to)
            && to < from
        {
            self.note(IssueCode::Day, raw, format!("≥ {from}"));
        }
        let csc = self.parsed(IssueCode::Csc, &period.csc, |text| Csc::parse(text).ok());
        let ca =
            |check: &mut Self, raw| check.parsed(IssueCode::Csc, raw, |text| Ca::parse(text).ok());
        let cas =
            period.cas.iter().filter_map(|raw| ca(self, raw)).map(|ca| ca.to_string()).collect();
        let ateco =
            self.optional(IssueCode::Number, period.ateco.as_ref(), |text| Ateco::parse(text).ok());
        let (csc, self_employed) = (csc?.to_string(), period.self_employed);
        Some(ExtractPeriod { from: from?, to, csc, cas, ateco, self_employed })
    }

    fn person(&mut self, person: &schema::Person<'_>) -> Option<ExtractPerson> {
        let (first, surname) = (self.text(&person.first_name), self.text(&person.surname));
        let tax_code =
            self.parsed(IssueCode::TaxCode, &person.tax_code, |text| TaxCode::parse(text).ok());
        let (charge, since) = (self.text(&person.charge), self.day(&person.since));
        let until =
            person.until.as_ref().and_then(|raw| self.day(raw)).filter(|day| *day != Day::OPEN_END);
        Some(ExtractPerson {
            name: [first?, surname?].join(" "),
            tax_code: tax_code?.to_string(),
            charge: charge?,
            representative: person.representative,
            since: since?,
            until,
            particulars: self.particulars(person),
        })
    }

    fn particulars(&mut self, person: &schema::Person<'_>) -> Particulars {
        let mut text = |raw: &Option<Raw<'_>>| raw.as_ref().and_then(|raw| self.text(raw));
        Particulars {
            citizenship: text(&person.citizenship),
            charge_code: text(&person.charge_code),
            deed: text(&person.deed),
            signature: text(&person.signature),
            residence: person.residence.as_ref().and_then(|address| self.address(address)),
            years: person.years,
            elector: person.elector,
            certified: person.certified,
        }
    }

    /// A text that is neither empty nor too long.
    fn text(&mut self, raw: &Raw<'_>) -> Option<String> {
        let text = raw.0.trim();
        let code = match text.chars().nth(MAX_TEXT) {
            Some(_) => IssueCode::TooComplex,
            None if text.is_empty() => IssueCode::Missing,
            None => return Some(text.to_owned()),
        };
        let place = self.place(raw);
        self.findings.add(place.found(code, text));
        None
    }

    fn day(&mut self, raw: &Raw<'_>) -> Option<Day> {
        self.parsed(IssueCode::Day, raw, Day::parse)
    }

    fn parsed<T>(
        &mut self,
        code: IssueCode,
        raw: &Raw<'_>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parse(raw.0.trim());
        if value.is_none() {
            let place = self.place(raw);
            self.findings.add(place.found(code, &raw.0));
        }
        value
    }

    fn optional<T: ToString>(
        &mut self,
        code: IssueCode,
        raw: Option<&Raw<'_>>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<String> {
        self.parsed(code, raw?, parse).map(|value| value.to_string())
    }

    /// Notes that something else should stand there.
    pub fn note(&mut self, code: IssueCode, raw: &Raw<'_>, expected: String) {
        let place = self.place(raw);
        self.findings.add(place.differs(code, &raw.0, expected));
    }

    /// Where a text stands: the distance of its bytes from those of the object. A text with escapes is a copy; then the object's.
    pub fn place(&self, raw: &Raw<'_>) -> Place {
        self.element.place_of(&raw.0)
    }
}
