//! Whom a company is tied to on a day, out of three archives: what the picture of its ties is drawn from.

use super::{linked, parent, persons};
use crate::calendar::Day;
use crate::sections::{Field, FieldRole, Row, Section};

/// An archive of ties: what says how they are tied, and from when to when.
struct Source {
    section: &'static Section,
    what: &'static str,
    from: &'static str,
    to: &'static str,
}

/// The archives, persons first.
const SOURCES: [Source; 3] = [
    Source { section: &persons::SECTION, what: "charge", from: "since", to: "until" },
    Source { section: &linked::SECTION, what: "relation", from: "from", to: "to" },
    Source { section: &parent::SECTION, what: "side", from: "from", to: "to" },
];

/// What this company's position is to another one, and what that one is to it.
const PARTS: [(&str, &str); 2] = [("accentrata", "accentrante"), ("accentrante", "accentrata")];

/// A person, a company or a position that a company is tied to.
#[derive(Clone, Debug)]
pub struct Tie {
    /// The archive that says so.
    pub section: &'static Section,
    /// The key of its record there, the latest of several.
    pub key: String,
    /// Who that is: two of one name are two.
    who: String,
    /// What that is called, canonical, in the title of the archive.
    pub name: String,
    /// The field that says how they are tied, and what it says: one for each record.
    pub what: (&'static Field, Vec<String>),
    /// Since when, the longest of them.
    pub since: Option<Day>,
}

/// The ties of an archive that hold on a day, one for each that it is tied to.
pub fn ties(section: &'static Section, rows: &[Row], today: Day) -> Vec<Tie> {
    let mut ties: Vec<Tie> = Vec::new();
    let Some(source) = SOURCES.iter().find(|source| source.section.number == section.number) else {
        return ties;
    };
    for row in rows {
        let Some(tie) = tie(source, row, today) else { continue };
        match ties.iter_mut().find(|known| known.who == tie.who) {
            Some(known) => {
                known.what.1.extend(tie.what.1);
                known.since = [known.since, tie.since].into_iter().flatten().min();
            }
            None => ties.push(tie),
        }
    }
    ties
}

/// What a record ties; nothing that is over.
fn tie(source: &Source, row: &Row, today: Day) -> Option<Tie> {
    let section = source.section;
    let said = |name: &str| row.cells.get(section.field(name)?.0)?.as_deref();
    if said(source.to).and_then(Day::parse).is_some_and(|last| last < today) {
        return None;
    }
    let (_, field) = section.field(source.what)?;
    let own = said(source.what)?;
    let theirs = PARTS.iter().find(|(part, _)| *part == own).map_or(own, |(_, other)| other);
    let (title, _) = section.role(FieldRole::Title)?;
    let name = row.cells.get(title)?.clone()?;
    Some(Tie {
        section,
        key: row.key.clone(),
        who: said("tax_code").unwrap_or(&name).to_owned(),
        name,
        what: (field, vec![theirs.to_owned()]),
        since: said(source.from).and_then(Day::parse),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(section: &Section, said: &[(&str, &str)]) -> Row {
        let cell = |field: &Field| {
            said.iter().find(|(name, _)| *name == field.name).map(|(_, text)| (*text).to_owned())
        };
        let key = said.iter().map(|(_, text)| *text).collect();
        Row::new(key, section.fields.iter().map(cell).collect())
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn every_source_has_the_fields_it_names() {
        for source in &SOURCES {
            for name in [source.what, source.from, source.to] {
                assert!(source.section.field(name).is_some(), "{}: {name}", source.section.slug);
            }
        }
    }

    #[test]
    fn a_person_with_two_charges_is_one_and_who_left_is_none() {
        let section = &persons::SECTION;
        let rows = [
            row(section, &[("name", "Anna"), ("charge", "socia"), ("since", "2019-03-01")]),
            row(section, &[("name", "Anna"), ("charge", "sindaca"), ("since", "2015-01-01")]),
            row(
                section,
                &[
                    ("name", "Ugo"),
                    ("charge", "socio"),
                    ("since", "2010-01-01"),
                    ("until", "2020-01-01"),
                ],
            ),
        ];
        let ties = ties(section, &rows, day("2026-11-22"));
        assert_eq!(ties.len(), 1);
        assert_eq!((ties[0].name.as_str(), ties[0].since), ("Anna", Some(day("2015-01-01"))));
        assert_eq!(ties[0].what.1, ["socia", "sindaca"]);
    }

    #[test]
    fn two_of_one_name_are_two() {
        let section = &persons::SECTION;
        let person =
            |code| row(section, &[("name", "Anna"), ("tax_code", code), ("charge", "socia")]);
        let rows = [person("RSSMRA85T10A562S"), person("RSSMRA70A01H501S")];
        assert_eq!(ties(section, &rows, day("2026-11-22")).len(), 2);
    }

    #[test]
    fn of_another_position_the_part_of_that_one_is_told() {
        let section = &parent::SECTION;
        let record = [
            ("reference", "7012345662"),
            ("side", "accentrata"),
            ("from", "2020-01-01"),
            ("to", "2999-12-31"),
        ];
        let ties = ties(section, &[row(section, &record)], day("2026-11-22"));
        assert_eq!(
            (ties[0].name.as_str(), ties[0].what.1.as_slice()),
            ("7012345662", ["accentrante".to_owned()].as_slice())
        );
    }
}
