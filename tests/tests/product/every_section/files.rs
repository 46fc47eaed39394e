//! Sections as files.

use std::io::{Cursor, Read};

use harness::Reply;
use shared::audit;
use shared::endpoint::{Endpoint, url};
use shared::export::Format;
use shared::lang::Lang;
use shared::sections::matters::post;
use shared::sections::{Document, Export, FieldRole, Kind, SECTIONS, Section, cell, key};
use zip::ZipArchive;

use crate::every_section::{House, sample};

/// What a file says: the strings of a workbook, the text of the others.
fn said(reply: &Reply, format: Format) -> String {
    let text = if format == Format::Xlsx {
        let mut book = ZipArchive::new(Cursor::new(&reply.body)).unwrap();
        let mut strings = String::new();
        let mut part = book.by_name("xl/sharedStrings.xml").unwrap();
        part.read_to_string(&mut strings).unwrap();
        strings
    } else {
        String::from_utf8(reply.body.to_vec()).unwrap()
    };
    text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The head of a section's table in a language, as a file of this format has it.
fn head(section: &Section, format: Format, lang: Lang) -> Vec<String> {
    let shown = section.fields.iter().filter(|field| field.role != FieldRole::Hidden);
    let labels = shown.map(|field| field.label(lang));
    match format {
        Format::Csv => {
            let quoted: Vec<String> = labels.map(|label| format!("\"{label}\"")).collect();
            vec![format!("\r\n{}\r\n", quoted.join(";"))]
        }
        Format::Xlsx => labels.map(|label| format!(">{label}</t>")).collect(),
        Format::Print => labels.map(|label| format!(">{label}</th>")).collect(),
    }
}

#[tokio::test]
async fn every_section_comes_as_table_workbook_and_page_in_every_language() {
    let house = House::full().await;
    let auditor = house.app.sign_in("revisore").await;
    let mut noted = 0;
    let all = Lang::ALL.map(|lang| Format::ALL.map(|format| (lang, format)));
    for section in SECTIONS {
        let rows = house.rows(section).await;
        for (lang, format) in all.into_iter().flatten() {
            let export = Export {
                company: house.company(),
                section: section.slug.to_owned(),
                format,
                lang: Some(lang),
                ..Default::default()
            };
            let reply = house.owner.call(house.owner.request(&export, "")).await;
            let which = format!("{} {lang:?} {format:?}", section.slug);
            assert!(reply.status.is_success(), "{which} {reply:?}");
            let log = audit::List { limit: Some(5), ..audit::List::default() };
            let log = auditor.send(&log).await.unwrap().items;
            let entry = log.iter().find(|entry| entry.action == Export::SPEC.name).unwrap();
            assert!(entry.number > noted, "{which}");
            noted = entry.number;
            assert_eq!(reply.header("content-type"), format.media_type());
            assert_eq!(reply.header("cache-control"), "no-store");
            let text = said(&reply, format);
            assert!(text.contains(section.words.title.of(lang)), "{which}");
            // On paper a list without rows says so instead of drawing a table.
            if format == Format::Print && rows.is_empty() {
                continue;
            }
            for label in head(section, format, lang) {
                assert!(text.contains(&label), "{which}: {label}");
            }
            for row in &rows {
                for (field, canonical) in section.fields.iter().zip(&row.cells) {
                    if let (Some(canonical), Kind::Code(_)) = (canonical, field.kind) {
                        let words = cell(field, canonical, lang);
                        assert!(text.contains(&words), "{which} {words}");
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn a_file_has_what_its_filter_lets_through_and_no_formula() {
    let house = House::empty().await;
    let section = sample::fed()
        .find(|section| {
            section.fields.iter().any(|field| matches!(field.kind, Kind::Text(max) if max > 20))
        })
        .unwrap();
    let place = section
        .fields
        .iter()
        .position(|field| matches!(field.kind, Kind::Text(max) if max > 20))
        .unwrap();
    let mut lines = Vec::new();
    for (number, text) in ["=1+1", "innocuo"].into_iter().enumerate() {
        let mut cells = sample::record(section, number);
        cells[place] = Some(text.to_owned());
        lines.push(sample::put(section, &house.tax_code, &cells));
    }
    house.feed("two.jsonl", &lines.join("\n")).await;
    let export = |search: Option<&str>| Export {
        company: house.company(),
        section: section.slug.to_owned(),
        search: search.map(str::to_owned),
        ..Default::default()
    };
    let all = house.owner.call(house.owner.request(&export(None), "")).await;
    let all = String::from_utf8(all.body.to_vec()).unwrap();
    assert!(all.contains("\"'=1+1\"") && all.contains("innocuo"), "{all}");
    let found = house.owner.call(house.owner.request(&export(Some("INNOCUO")), "")).await;
    let found = String::from_utf8(found.body.to_vec()).unwrap();
    assert!(!found.contains("=1+1") && found.contains("innocuo"), "{found}");
}

/// A record as a document: its name, its bytes as text.
async fn document(house: &House, section: &Section, key: &str) -> String {
    let (company, slug) = (house.company(), section.slug.to_owned());
    let request = Document { company, section: slug, key: key.to_owned(), lang: Some(Lang::En) };
    let before = house.app.audited();
    let file = house.owner.get(&url(&request).unwrap()).await;
    assert!(file.status.is_success(), "{} {file:?}", section.slug);
    assert_eq!(house.app.audited() - before, 1, "{}", section.slug);
    assert_eq!(file.headers["content-type"], "application/pdf", "{}", section.slug);
    assert!(file.body.starts_with(b"%PDF-"), "{}", section.slug);
    String::from_utf8_lossy(&file.body).into_owned()
}

#[tokio::test]
async fn every_record_is_a_document_that_says_what_it_is_not() {
    let house = House::full().await;
    for section in SECTIONS {
        for row in house.rows(section).await.into_iter().take(1) {
            let said = document(&house, section, &row.key).await;
            for expected in ["What the archive says", "not the original", "Trattoria Esempio"] {
                assert!(said.contains(expected), "{} {expected}", section.slug);
            }
        }
    }
}

#[tokio::test]
async fn the_document_of_a_letter_has_its_facts_and_is_nobody_elses() {
    let house = House::empty().await;
    let section = &post::SECTION;
    let mut cells = sample::record(section, 1);
    for (name, said) in
        [("id", "PI-2026-77"), ("recipient", "Trattoria Esempio"), ("outcome", "consegnata")]
    {
        cells[section.field(name).unwrap().0] = Some(said.to_owned());
    }
    house.feed("letter.jsonl", &sample::put(section, &house.tax_code, &cells)).await;
    let named = key(section, &cells);
    let said = document(&house, section, &named).await;
    for expected in ["Hybrid mail", "PI-2026-77", "Delivered"] {
        assert!(said.contains(expected), "{expected}");
    }
    let request = |key: &str| Document {
        company: house.company(),
        section: section.slug.to_owned(),
        key: key.to_owned(),
        lang: None,
    };
    let stranger = house.app.sign_in("estraneo").await;
    assert_eq!(stranger.get(&url(&request(&named)).unwrap()).await.status, 404);
    assert_eq!(house.owner.get(&url(&request("nothing")).unwrap()).await.status, 404);

    // What was removed is said to be so.
    house.feed("gone.jsonl", &sample::delete(section, &house.tax_code, &cells)).await;
    assert!(document(&house, section, &named).await.contains("removed from the archive"));
}
