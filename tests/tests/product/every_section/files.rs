//! Sections as files.

use std::io::{Cursor, Read};

use harness::Reply;
use shared::export::Format;
use shared::lang::Lang;
use shared::sections::{Export, FieldRole, Kind, SECTIONS, Section, cell};
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
            let before = house.app.audited();
            let reply = house.owner.call(house.owner.request(&export, "")).await;
            let which = format!("{} {lang:?} {format:?}", section.slug);
            assert!(reply.status.is_success(), "{which} {reply:?}");
            assert_eq!(house.app.audited() - before, 1, "{which}");
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
