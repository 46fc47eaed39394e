//! Records for any section, made from its description.

use serde_json::{Map, Value, json};
use shared::fiscal::{CompanyTaxCode, Matricola, RegisterNumber};
use shared::sections::{Cells, Kind, SECTIONS, Section, Source};

/// Persons who do not exist, by their tax codes.
const PERSONS: [&str; 5] = [
    "RSSMRA85T10A562S",
    "RSSMRA70A01H501S",
    "VRDGPP60C15F205L",
    "RSSMRA80A01H501U",
    "VRDGNN75D41F205Z",
];

/// How many records a sample has.
pub const COUNT: usize = 5;

/// Sections that are fed.
pub fn fed() -> impl Iterator<Item = &'static Section> {
    SECTIONS.iter().copied().filter(|section| section.source.is_fed())
}

/// How many records the register has of the company of the tests in a section before anything is fed.
pub fn registered(section: &Section) -> usize {
    usize::from(section.source == Source::FeedAndPositions)
}

/// A canonical value of a kind, another one for each number.
pub fn value(kind: Kind, number: usize) -> String {
    match kind {
        Kind::Text(max) if max > 8 => format!("Testo {number}"),
        Kind::Number(max) if max > 4 => format!("N/{number}"),
        Kind::Text(_) | Kind::Number(_) => number.to_string(),
        Kind::Code(codes) => codes[number % codes.len()].code.to_owned(),
        Kind::Day => format!("2025-03-{:02}", 10 + number),
        Kind::Month => format!("2025-{:02}", 1 + number),
        Kind::Year => (2020 + number).to_string(),
        Kind::Moment => format!("2025-03-{:02}T09:30", 10 + number),
        Kind::Euro => format!("{}.50", 1000 * (number + 1)),
        Kind::Percent => format!("{}.25", number + 1),
        Kind::Count => (number + 7).to_string(),
        Kind::Flag => number.is_multiple_of(2).to_string(),
        Kind::Matricola => {
            Matricola::compose(70, 123_000 + u32::try_from(number).unwrap()).unwrap().to_string()
        }
        Kind::PersonCode => PERSONS[number % PERSONS.len()].to_owned(),
        Kind::CompanyCode | Kind::TaxCode => {
            CompanyTaxCode::compose(7000 + u32::try_from(number).unwrap(), 58).unwrap().to_string()
        }
        Kind::RegisterNumber(of) => {
            RegisterNumber::compose(5000 + u64::try_from(number).unwrap(), of).unwrap().to_string()
        }
        Kind::Email => format!("numero{number}@pec.example"),
        Kind::Digits(length) => format!("{number:0width$}", width = usize::from(length)),
        Kind::Office | Kind::Csc | Kind::Cas | Kind::Ateco | Kind::Province | Kind::Id => {
            kind.sample()
        }
    }
}

/// A record of a section: every field filled, periods in order.
pub fn record(section: &Section, number: usize) -> Cells {
    let mut cells: Cells =
        section.fields.iter().map(|field| Some(value(field.kind, number))).collect();
    for (from, to) in section.spans {
        let (Some((from, _)), Some((to, _))) = (section.field(from), section.field(to)) else {
            continue;
        };
        cells[to] = cells[to].clone().max(cells[from].clone());
    }
    let texts: Vec<Option<&str>> = cells.iter().map(Option::as_deref).collect();
    section.read(&texts).unwrap_or_else(|problems| panic!("{}: {problems:?}", section.slug))
}

/// Records with keys of their own.
pub fn records(section: &Section) -> Vec<Cells> {
    let mut records: Vec<Cells> = Vec::new();
    for number in 0..COUNT {
        let record = record(section, number);
        let key = shared::sections::key(section, &record);
        if records.iter().all(|other| shared::sections::key(section, other) != key) {
            records.push(record);
        }
    }
    assert!(records.len() > 1, "{}: all samples have one key", section.slug);
    records
}

/// The line of a feed that puts a record.
pub fn put(section: &Section, company: &str, cells: &Cells) -> String {
    let mut record = Map::new();
    for (field, cell) in section.fields.iter().zip(cells) {
        record.insert(field.name.to_owned(), json_of(field.kind, cell.as_deref()));
    }
    line(section, company, "put", record)
}

/// The line of a feed that deletes a record.
pub fn delete(section: &Section, company: &str, cells: &Cells) -> String {
    let mut record = Map::new();
    for name in section.key {
        let (place, field) = section.field(name).unwrap();
        record.insert(field.name.to_owned(), json_of(field.kind, cells[place].as_deref()));
    }
    line(section, company, "delete", record)
}

fn line(section: &Section, company: &str, op: &str, record: Map<String, Value>) -> String {
    let record = Value::Object(record);
    json!({ "section": section.slug, "company": company, "op": op, "record": record }).to_string()
}

fn json_of(kind: Kind, cell: Option<&str>) -> Value {
    match (cell, kind) {
        (None, _) => Value::Null,
        (Some(cell), Kind::Flag) => json!(cell == "true"),
        (Some(cell), Kind::Count | Kind::Year) => json!(cell.parse::<u64>().unwrap()),
        (Some(cell), _) => json!(cell),
    }
}
