//! Sections as files.

use shared::export::Format;
use shared::lang::Lang;
use shared::sections::{Export, Field, FieldRole, Kind, SECTIONS, cell};

use crate::every_section::{House, sample};

#[tokio::test]
async fn every_section_comes_as_table_workbook_and_page() {
    let house = House::full().await;
    for section in SECTIONS {
        let rows = house.rows(section).await;
        for format in Format::ALL {
            let export = Export {
                company: house.company(),
                section: section.slug.to_owned(),
                format,
                lang: Some(Lang::En),
                ..Default::default()
            };
            let before = house.app.audited();
            let reply = house.owner.call(house.owner.request(&export, "")).await;
            assert!(reply.status.is_success(), "{} {reply:?}", section.slug);
            assert_eq!(house.app.audited() - before, 1, "{}", section.slug);
            assert_eq!(reply.header("content-type"), format.media_type());
            assert_eq!(reply.header("cache-control"), "no-store");
            if format == Format::Xlsx {
                assert!(reply.body.starts_with(b"PK"), "{}", section.slug);
                continue;
            }
            let text = String::from_utf8(reply.body.to_vec()).unwrap();
            let text = text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
            assert!(text.contains(section.words.title.of(Lang::En)), "{}", section.slug);
            // On paper a list without rows says so instead of drawing a table.
            let drawn = !(format == Format::Print && rows.is_empty());
            let visible = |field: &&Field| drawn && field.role != FieldRole::Hidden;
            for field in section.fields.iter().filter(visible) {
                assert!(text.contains(field.label(Lang::En)), "{} {}", section.slug, field.name);
            }
            for row in &rows {
                for (field, canonical) in section.fields.iter().zip(&row.cells) {
                    if let (Some(canonical), Kind::Code(_)) = (canonical, field.kind) {
                        let words = cell(field, canonical, Lang::En);
                        assert!(text.contains(&words), "{} {words}", section.slug);
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
