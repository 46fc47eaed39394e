//! All sections together: what each must have so that every list, card, feed and link of it works.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Lang;
use crate::sections::registry::detail;
use crate::sections::{FieldRole, Kind, Link, Phrase, SECTIONS, by_number, by_slug};

const LANGS: [Lang; 3] = [Lang::It, Lang::En, Lang::De];

#[test]
fn every_row_of_the_file_has_a_section() {
    let rows: BTreeSet<&str> = SECTIONS.iter().map(|section| section.row).collect();
    for row in (10..=32).chain([34]) {
        assert!(rows.contains(format!("M{row}").as_str()), "M{row} has no section");
    }
}

#[test]
fn the_detailed_data_show_one_archive_of_each_row_in_short() {
    let rows: Vec<&str> = detail::PARTS.iter().map(|section| section.row).collect();
    assert_eq!(rows, ["M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19"]);
}

#[test]
fn every_section_says_what_no_other_says() {
    for lang in LANGS {
        let mut said: BTreeMap<&str, &str> = BTreeMap::new();
        for section in SECTIONS {
            let words = &section.words;
            for phrase in [words.title, words.short, words.help, words.empty] {
                if let Some(other) = said.insert(phrase.of(lang), section.slug) {
                    panic!("{} says what {other} says: {}", section.slug, phrase.of(lang));
                }
            }
        }
    }
}

#[test]
fn texts_are_whole_and_fit_where_they_stand() {
    for section in SECTIONS {
        let words = &section.words;
        for lang in LANGS {
            let at = format!("{} in {}", section.slug, lang.code());
            let length = |phrase: &Phrase| phrase.of(lang).chars().count();
            assert!(length(&words.title) <= 48, "{at}: the title is long");
            assert!(length(&words.short) <= 60, "{at}: the short text is long");
            assert!(
                (120..=700).contains(&length(&words.help)),
                "{at}: help of {}",
                length(&words.help)
            );
            for phrase in [words.help, words.source, words.empty] {
                assert!(phrase.of(lang).ends_with('.'), "{at}: {}", phrase.of(lang));
            }
            for phrase in [words.title, words.short] {
                assert!(!phrase.of(lang).ends_with('.'), "{at}: {}", phrase.of(lang));
            }
            for phrase in [words.title, words.short, words.help, words.source, words.empty] {
                assert!(!phrase.of(lang).contains("  "), "{at}: blanks in {}", phrase.of(lang));
            }
            let labels: BTreeSet<&str> =
                section.fields.iter().map(|field| field.label(lang)).collect();
            assert_eq!(labels.len(), section.fields.len(), "{at}: two fields with one label");
            assert!(
                section.fields.iter().all(|field| field.label(lang).chars().count() <= 48),
                "{at}: a label is long"
            );
        }
    }
}

#[test]
fn the_languages_differ() {
    for section in SECTIONS {
        for phrase in [section.words.help, section.words.empty] {
            let told: BTreeSet<&str> = LANGS.into_iter().map(|lang| phrase.of(lang)).collect();
            assert_eq!(told.len(), LANGS.len(), "{}", section.slug);
        }
    }
}

#[test]
fn every_code_is_said_once_in_every_language() {
    for section in SECTIONS {
        for field in section.fields {
            let Kind::Code(codes) = field.kind else { continue };
            assert!(codes.len() > 1, "{} {}: a table of one", section.slug, field.name);
            for lang in LANGS {
                let words: BTreeSet<&str> = codes.iter().map(|code| code.words(lang)).collect();
                assert_eq!(
                    words.len(),
                    codes.len(),
                    "{} {} in {}",
                    section.slug,
                    field.name,
                    lang.code()
                );
            }
        }
    }
}

#[test]
fn links_lead_to_sections_named_by_what_they_hold() {
    for section in SECTIONS {
        for field in section.fields {
            let at = format!("{} {}", section.slug, field.name);
            match field.link {
                Some(Link::Records(number)) => {
                    let target =
                        by_number(number).unwrap_or_else(|| panic!("{at}: no section {number}"));
                    let first = target.key.first().and_then(|name| target.field(name));
                    let kind = first.map(|(_, field)| field.kind);
                    let fits = matches!(
                        (field.kind, kind),
                        (Kind::Number(_), Some(Kind::Number(_)))
                            | (Kind::Matricola, Some(Kind::Matricola))
                            | (
                                Kind::PersonCode | Kind::TaxCode,
                                Some(Kind::PersonCode | Kind::TaxCode)
                            )
                    );
                    assert!(fits, "{at} leads to {} by another kind", target.slug);
                }
                Some(Link::Company) => {
                    assert!(
                        matches!(field.kind, Kind::Matricola | Kind::TaxCode | Kind::CompanyCode),
                        "{at}"
                    );
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_list_can_be_narrowed_and_has_a_card() {
    for section in SECTIONS.iter().filter(|section| section.source.is_fed()) {
        let shown = section
            .fields
            .iter()
            .filter(|field| !matches!(field.role, FieldRole::Detail | FieldRole::Hidden))
            .count();
        assert!((3..=17).contains(&shown), "{}: {shown} columns", section.slug);
    }
    for section in SECTIONS {
        assert!(
            section.role(FieldRole::Title).is_some_and(|(_, field)| field.required),
            "{}",
            section.slug
        );
        assert!(by_slug(section.slug).is_some_and(|found| found.number == section.number));
    }
}
