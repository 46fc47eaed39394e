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

/// What parts what is said of a record in a few words.
const BETWEEN: &str = " · ";

/// What a record is called, where its title is a code or a date; of an archive that is not known, the title as it is.
pub fn called(section: Option<&Section>, title: &str, lang: Lang) -> String {
    let Some(section) = section else { return title.to_owned() };
    let field = section.role(FieldRole::Title).map(|(_, field)| field);
    match field.and_then(|field| words(field.kind, title, lang)) {
        Some(words) => words,
        // What is computed is called by more than one field: a month and a matricola.
        None if !section.source.is_fed() => by_shape(title, lang),
        None => title.to_owned(),
    }
}

/// What tells a record from others of its title: the fields of its key but for the title, as a person reads them.
pub fn told(section: Option<&Section>, title: &str, detail: &str, lang: Lang) -> String {
    let section = section.filter(|section| section.source.is_fed());
    let key = section.map_or(&[][..], |section| section.key);
    let named = |name: &&str| Some(section?.field(name)?.1);
    let fields: Vec<&Field> = key.iter().filter_map(named).collect();
    let parts: Vec<&str> = detail.split(BETWEEN).collect();
    if fields.len() != parts.len() {
        return by_shape(detail, lang);
    }
    let others = parts.iter().zip(fields).filter(|(part, _)| **part != title);
    others.map(|(part, field)| cell(field, part, lang)).collect::<Vec<_>>().join(BETWEEN)
}

/// Words, and among them days, months, matricole and amounts, known by their shape.
fn by_shape(text: &str, lang: Lang) -> String {
    let word = |word: &str| {
        let is_amount = word.len() > 3 && word.rfind('.') == Some(word.len() - 3);
        let kinds = [Kind::Day, Kind::Month, Kind::Matricola];
        let kind = kinds.into_iter().chain(is_amount.then_some(Kind::Euro));
        kind.filter_map(|kind| words(kind, word, lang)).next().unwrap_or_else(|| word.to_owned())
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::contributions::{declarations, funds, payments};
    use crate::sections::relations::linked;

    #[test]
    fn what_is_called_by_several_fields_is_written_for_a_person_too() {
        let returns = Some(&declarations::SECTION);
        assert_eq!(called(returns, "2026-10", Lang::It), "10/2026");
        assert_eq!(called(returns, "2026-10 · 7012345662", Lang::It), "10/2026 · 70 123456 62");
        let payments = Some(&payments::SECTION);
        assert_eq!(called(payments, "F24 2026-11-16", Lang::It), "F24 16/11/2026");
        assert_eq!(called(payments, "2026-11-16", Lang::De), "16.11.2026");
        // A name is nobody's date, and of what is not known nothing is guessed.
        let linked = Some(&linked::SECTION);
        assert_eq!(called(linked, "Alfa 2026-10 S.r.l.", Lang::It), "Alfa 2026-10 S.r.l.");
        assert_eq!(called(None, "2026-10", Lang::It), "2026-10");
    }

    #[test]
    fn what_tells_a_record_from_others_does_not_repeat_its_title() {
        let key = "7012345662 · FITE · adesione · 2022-08";
        let of = |title| told(Some(&funds::SECTION), title, key, Lang::En);
        assert_eq!(of("For.Te."), "70 123456 62 · FITE · Membership · 08/2022");
        assert_eq!(of("FITE"), "70 123456 62 · Membership · 08/2022");
        let detail = |section, detail| told(section, "", detail, Lang::It);
        for cents in [1_553_48, -3_20] {
            let amount = Euro::from_cents(cents);
            let canonical = if cents < 0 { "-3.20" } else { "1553.48" };
            let written = detail(Some(&payments::SECTION), canonical);
            assert_eq!(written, format::euro(amount, Lang::It));
        }
        assert_eq!(detail(None, "7012345662 · 2025-10"), "70 123456 62 · 10/2025");
        assert_eq!(detail(None, "NR202691761790"), "NR202691761790");
    }
}
