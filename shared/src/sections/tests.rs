use std::collections::BTreeSet;

use super::*;
use crate::lang::Lang;

#[test]
fn sections_are_well_formed() {
    let mut slugs = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for section in SECTIONS {
        let slug = section.slug;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(!slug.is_empty() && slug.chars().all(plain), "{slug}");
        assert!(
            slugs.insert(slug) && numbers.insert(section.number) && section.number > 0,
            "{slug}"
        );
        assert!(section.field(section.order.field).is_some(), "{slug}: order");
        assert!(!section.key.is_empty(), "{slug}: key");
        for name in section.key {
            let (_, field) = section.field(name).unwrap_or_else(|| panic!("{slug}: {name}"));
            assert!(field.required, "{slug}: {name} is of the key and not required");
            let long = matches!(field.kind, Kind::Text(max) | Kind::Number(max) if max > 120);
            assert!(!long, "{slug}: {name} is too long for a key");
        }
        for (from, to) in section.spans {
            let kinds = [from, to].map(|name| section.field(name).map(|(_, field)| field.kind));
            assert!(
                matches!(kinds, [Some(a), Some(b)] if a == b && a.has_ranges()),
                "{slug}: {from}"
            );
        }
        for role in [FieldRole::Title, FieldRole::Status, FieldRole::Amount, FieldRole::Date] {
            let count = section.fields.iter().filter(|field| field.role == role).count();
            assert!(count <= 1 && (role != FieldRole::Title || count == 1), "{slug}: {role:?}");
        }
        let words = &section.words;
        for lang in Lang::ALL {
            for phrase in [words.title, words.short, words.help, words.source, words.empty] {
                assert!(
                    phrase.of(lang).trim() == phrase.of(lang) && phrase.of(lang).len() > 2,
                    "{slug}"
                );
            }
        }
    }
}

#[test]
fn fields_are_well_formed() {
    for section in SECTIONS {
        let mut names = BTreeSet::new();
        for field in section.fields {
            let at = format!("{}: {}", section.slug, field.name);
            assert!(names.insert(field.name), "{at} twice");
            assert!(
                field
                    .name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'),
                "{at}"
            );
            let free =
                matches!(field.kind, Kind::Text(_) | Kind::Number(_) | Kind::Email | Kind::Cas);
            assert!(!(field.filter && free), "{at}: free text cannot be filtered by");
            assert!(field.role != FieldRole::Status || matches!(field.kind, Kind::Code(_)), "{at}");
            if let Kind::Code(codes) = field.kind {
                let distinct: BTreeSet<&str> = codes.iter().map(|code| code.code).collect();
                assert_eq!(distinct.len(), codes.len(), "{at}");
                assert!(codes.iter().all(|code| !code.code.contains([',', ':', ' '])), "{at}");
            }
            assert_eq!(field.kind.read(&field.kind.sample()), Ok(field.kind.sample()), "{at}");
            if let Some(Link::Declaration | Link::Payments) = field.link {
                assert_eq!(field.kind, Kind::Month, "{at}");
            }
        }
    }
}

#[test]
fn reading_twice_changes_nothing() {
    for (kind, written, expected) in [
        (Kind::Euro, "1.234,56", "1234.56"),
        (Kind::Euro, "-5", "-5.00"),
        (Kind::Percent, "9,3567 %", "9.3567"),
        (Kind::Percent, "8.1", "8.10"),
        (Kind::Count, "007", "7"),
        (Kind::Matricola, "70 123456 62", "7012345662"),
        (Kind::Cas, "0J7N", "0J 7N"),
        (Kind::Moment, "2025-10-28T09:12:33", "2025-10-28T09:12"),
        (Kind::Csc, "7.05.02", "70502"),
        (Kind::Email, "Forno@PEC.example", "forno@pec.example"),
        (Kind::Province, "rm", "RM"),
    ] {
        let canonical = kind.read(written).unwrap();
        assert_eq!(canonical, expected);
        assert_eq!(kind.read(&canonical).unwrap(), expected);
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    for (kind, written, problem) in [
        (Kind::Day, "2025-02-30", Problem::Day),
        (Kind::Month, "2025-13", Problem::Month),
        (Kind::Year, "25", Problem::Year),
        (Kind::Moment, "2025-10-28T24:00", Problem::Moment),
        (Kind::Euro, "1.234", Problem::Amount),
        (Kind::Count, "-1", Problem::Number),
        (Kind::Flag, "si", Problem::Flag),
        (Kind::Matricola, "7012345663", Problem::Matricola),
        (Kind::TaxCode, "12345678901", Problem::TaxCode),
        (Kind::Office, "701", Problem::Office),
        (Kind::Text(3), "four", Problem::TooLong),
        (Kind::Text(9), "a\tb", Problem::Characters),
        (Kind::Number(9), "a=b", Problem::Characters),
        (Kind::Email, "a@b", Problem::Email),
    ] {
        assert_eq!(kind.read(written), Err(problem), "{written}");
    }
}

#[test]
fn a_key_stands_in_an_address_and_is_told_from_every_other() {
    let section = &matters::credits::SECTION;
    let cells = |id: &str| {
        let mut cells = vec![None; section.fields.len()];
        cells[0] = Some(id.to_owned());
        cells
    };
    assert_eq!(key(section, &cells("DM10 05/2025")), "DM10_2005_2F2025");
    assert_eq!(key(section, &cells("..")), "_2E.");
    assert_ne!(key(section, &cells("a_20")), key(section, &cells("a ")));
}
