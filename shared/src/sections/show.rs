//! How a cell is written for a person: the same on a screen, in a file and on paper.

use super::{Field, FieldRole, Kind, Row, Section};
use crate::calendar::{Day, Month};
use crate::fiscal::{Ateco, Csc, Matricola};
use crate::format;
use crate::lang::Lang;
use crate::money::{Euro, Rate};
use crate::offices::{self, OfficeCode, OfficeParameters};

/// A canonical text as a person reads it; what cannot be read is shown as it is.
pub fn cell(field: &Field, canonical: &str, lang: Lang) -> String {
    words(field.kind, canonical, lang).unwrap_or_else(|| canonical.to_owned())
}

/// What a record says in a field, as a person reads it: an office by what it is called today.
pub fn written(row: &Row, place: usize, field: &Field, lang: Lang) -> Option<String> {
    Some(named(field, row.cells.get(place)?.as_deref()?, &row.offices, lang))
}

/// A canonical text as a person reads it: an office by the name that is told beside it, if one is.
pub fn named(field: &Field, canonical: &str, offices: &[(String, String)], lang: Lang) -> String {
    let told = offices.iter().find(|(digits, _)| digits == canonical);
    match told.filter(|_| field.kind == Kind::Office) {
        Some((digits, name)) => [digits, " ", name].concat(),
        None => cell(field, canonical, lang),
    }
}

/// What offices that fields name are called on a day, by their digits, where the table of offices does not say so: renamed ones, and those
/// opened since.
pub fn office_names<'a>(
    said: impl Iterator<Item = (&'a Field, &'a str)>,
    offices: &OfficeParameters,
    day: Day,
) -> Vec<(String, String)> {
    let digits = said.filter(|(field, _)| field.kind == Kind::Office).map(|(_, digits)| digits);
    let renamed = digits.filter_map(|digits| {
        let code = OfficeCode::parse(digits).ok()?;
        let told = offices::by_code(code).map(|office| office.name);
        let name = offices.name(code, day).filter(|name| Some(*name) != told)?;
        Some((digits.to_owned(), name.to_owned()))
    });
    renamed.collect()
}

/// What a record is called, where its title is a code or a date; of an archive that is not known, the title as it is.
pub fn called(section: Option<&Section>, title: &str, lang: Lang) -> String {
    let field = section.and_then(|section| section.role(FieldRole::Title));
    field.map_or_else(|| title.to_owned(), |(_, field)| cell(field, title, lang))
}

fn words(kind: Kind, text: &str, lang: Lang) -> Option<String> {
    match kind {
        Kind::Code(_) => kind.code(text).map(|code| code.words(lang).to_owned()),
        Kind::Day => Day::parse(text).map(|day| self::day(day, lang)),
        Kind::Month => Month::parse(text).map(|month| format::month(month, lang)),
        Kind::Moment => {
            let (date, time) = text.split_once('T')?;
            Some(format!("{}, {time}", format::day(Day::parse(date)?, lang)))
        }
        Kind::Euro => Euro::parse(text).ok().map(|amount| format::euro(amount, lang)),
        Kind::Percent => Rate::from_percent_str(text).ok().map(|rate| format::percent(rate, lang)),
        Kind::Count => text.parse().ok().map(|count| format::integer(count, lang)),
        Kind::Flag => Some(flag(text == "true", lang).to_owned()),
        Kind::Matricola => Matricola::parse(text).ok().map(|matricola| matricola.spaced()),
        Kind::Office => {
            let office = offices::by_code(OfficeCode::parse(text).ok()?)?;
            Some(format!("{} {}", office.code, office.name))
        }
        Kind::Csc => Csc::parse(text).ok().map(|csc| csc.dotted()),
        Kind::Ateco => Ateco::parse(text).ok().map(|ateco| ateco.dotted()),
        Kind::Text(_)
        | Kind::Number(_)
        | Kind::Year
        | Kind::PersonCode
        | Kind::CompanyCode
        | Kind::TaxCode
        | Kind::RegisterNumber(_)
        | Kind::Cas
        | Kind::Email
        | Kind::Digits(_)
        | Kind::Province
        | Kind::Id => None,
    }
}

fn day(day: Day, lang: Lang) -> String {
    match (day == Day::OPEN_END, lang) {
        (false, _) => format::day(day, lang),
        (true, Lang::It) => "in corso".to_owned(),
        (true, Lang::En) => "open".to_owned(),
        (true, Lang::De) => "laufend".to_owned(),
    }
}

const fn flag(yes: bool, lang: Lang) -> &'static str {
    match (yes, lang) {
        (true, Lang::It) => "Sì",
        (true, Lang::En) => "Yes",
        (true, Lang::De) => "Ja",
        (false, Lang::It | Lang::En) => "No",
        (false, Lang::De) => "Nein",
    }
}
