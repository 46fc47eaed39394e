//! Feeds: what they put and delete, and that broken ones leave nothing behind.

use backend::intake::service::import_files;
use serde_json::Value;
use shared::intake::{FileKind, ImportState, IssueCode};
use shared::lang::Lang;
use shared::sections::{Done, FieldRole, Kind, Origin, SECTIONS, key};

use crate::every_section::{House, sample};

#[tokio::test]
async fn a_feed_fills_every_section_and_fed_again_changes_nothing() {
    let house = House::empty().await;
    let feed = house.whole_feed();
    let report = house.feed("all.jsonl", &feed).await;
    assert_eq!(report.import.state, ImportState::Accepted, "{:?}", report.issues);
    assert_eq!(report.import.counts.records as usize, feed.lines().count());
    assert_eq!(report.import.counts.companies, 1);

    let index = house.index(&house.owner).await;
    for section in sample::fed() {
        let records = sample::records(section);
        let entry = index.sections.iter().find(|entry| entry.section == section.slug).unwrap();
        let known = records.len() + sample::registered(section);
        assert_eq!(entry.count as usize, known, "{}", section.slug);
        assert!(entry.changed.is_some() && entry.attention <= entry.count, "{}", section.slug);
        let rows = house.rows(section).await;
        assert_eq!(rows.len(), known, "{}", section.slug);
        for cells in records {
            let key = key(section, &cells);
            let record = house.record(section, &key).await;
            assert_eq!(record.row.cells, cells, "{} {key}", section.slug);
            assert_eq!((record.version, record.removed), (1, false));
            let [revision] = record.revisions.as_slice() else { panic!("{record:?}") };
            assert_eq!(revision.done, Done::Added);
            assert!(
                matches!(revision.origin, Origin::Feed { import } if import == report.import.id)
            );
        }
    }
    let again = house.feed("all-again.jsonl", &feed).await;
    assert_eq!(again.import.state, ImportState::Repeated, "{:?}", again.issues);
    assert_eq!(house.index(&house.owner).await, index);
}

#[tokio::test]
async fn a_feed_comes_by_the_command_line_too() {
    let house = House::empty().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.jsonl");
    std::fs::write(&path, house.whole_feed()).unwrap();
    let paths = [path];
    let reports = import_files(house.app.app(), FileKind::Sections, &paths).await.unwrap();
    assert_eq!(reports[0].import.state, ImportState::Accepted, "{:?}", reports[0].issues);
    for section in sample::fed() {
        let known = sample::records(section).len() + sample::registered(section);
        assert_eq!(house.rows(section).await.len(), known);
    }
    let reports = import_files(house.app.app(), FileKind::Sections, &paths).await.unwrap();
    assert_eq!(reports[0].import.state, ImportState::Repeated);
}

#[tokio::test]
async fn what_a_feed_changes_or_deletes_keeps_its_history() {
    let house = House::full().await;
    for section in sample::fed() {
        let records = sample::records(section);
        let (gone, mut changed) = (&records[0], records[1].clone());
        let other = section.fields.iter().enumerate().find(|(_, field)| {
            !section.key.contains(&field.name)
                && sample::value(field.kind, 7) != sample::value(field.kind, 1)
                && section.spans.iter().all(|span| span.0 != field.name && span.1 != field.name)
        });
        let mut lines = vec![sample::delete(section, &house.tax_code, gone)];
        if let Some((place, field)) = other {
            changed[place] = Some(sample::value(field.kind, 7));
            lines.push(sample::put(section, &house.tax_code, &changed));
        }
        let report = house.feed("more.jsonl", &lines.join("\n")).await;
        assert_eq!(report.import.state, ImportState::Accepted, "{:?}", report.issues);

        let known = records.len() - 1 + sample::registered(section);
        assert_eq!(house.rows(section).await.len(), known, "{}", section.slug);
        let record = house.record(section, &key(section, gone)).await;
        assert!(record.removed && record.version == 2 && record.row.cells == *gone);
        assert_eq!(record.revisions[0].done, Done::Removed);
        if let Some((place, field)) = other {
            let record = house.record(section, &key(section, &changed)).await;
            assert_eq!((record.version, record.revisions.len()), (2, 2), "{}", section.slug);
            let [change] = record.revisions[0].changes.as_slice() else { panic!("{record:?}") };
            assert_eq!(change.field, field.name);
            assert_eq!((&change.before, &change.after), (&records[1][place], &changed[place]));
        }
    }
}

#[tokio::test]
async fn an_older_file_fed_again_says_again_what_it_says() {
    let house = House::empty().await;
    let section = sample::fed().next().unwrap();
    let cells = sample::record(section, 1);
    let put = sample::put(section, &house.tax_code, &cells);
    let delete = sample::delete(section, &house.tax_code, &cells);
    for (feed, rows) in [(&put, 1), (&delete, 0), (&put, 1), (&delete, 0)] {
        let report = house.feed("same.jsonl", feed).await;
        assert_eq!(report.import.state, ImportState::Accepted);
        assert_eq!(house.rows(section).await.len(), rows);
    }
    let record = house.record(section, &key(section, &cells)).await;
    let done: Vec<Done> = record.revisions.iter().map(|revision| revision.done).collect();
    assert_eq!(done, [Done::Removed, Done::Added, Done::Removed, Done::Added]);
}

#[tokio::test]
async fn nothing_of_a_broken_feed_is_stored() {
    let house = House::empty().await;
    for section in sample::fed() {
        let good = sample::put(section, &house.tax_code, &sample::record(section, 1));
        let fields = ["\"section\":\"", section.slug, "\""].concat();
        // The first value of a kind, said wrongly.
        let wrong = |is: fn(Kind) -> bool, value: &str| {
            let mut fields = section.fields.iter().zip(sample::record(section, 1));
            let (field, right) = fields.find(|(field, _)| is(field.kind))?;
            let said = |value: &str| format!("\"{}\":\"{value}\"", field.name);
            Some(good.replace(&said(&right?), &said(value)))
        };
        let values = [
            (wrong(|kind| matches!(kind, Kind::Code(_)), "niente"), IssueCode::NotACode),
            (wrong(|kind| kind == Kind::Day, "2025-02-30"), IssueCode::Day),
            (wrong(|kind| kind == Kind::Month, "2025-13"), IssueCode::Month),
        ];
        let values = values.into_iter().filter_map(|(broken, code)| Some((broken?, code)));
        for (broken, code) in values.chain([
            (good.replace("\"record\":{", "\"record\":{\"nonsense\":1,"), IssueCode::Unknown),
            (good.replace(&fields, "\"section\":\"niente\""), IssueCode::UnknownSection),
            (good.replace(&house.tax_code, "01234567897"), IssueCode::UnknownCompany),
            (good.replace(&house.tax_code, "01234567890"), IssueCode::TaxCode),
            (good.clone(), IssueCode::Twice),
        ]) {
            let report = house.feed("broken.jsonl", &format!("{good}\n{broken}\n")).await;
            let found: Vec<_> =
                report.issues.iter().map(|issue| (issue.code, issue.line)).collect();
            assert_eq!(found, [(code, 2)], "{}", section.slug);
            assert_eq!(report.import.state, ImportState::Refused);
        }
        let known = sample::registered(section);
        assert_eq!(house.rows(section).await.len(), known, "{}", section.slug);
    }
}

#[tokio::test]
async fn the_schemas_tell_of_every_feed_and_field() {
    let house = House::empty().await;
    let schemas: Value = house.app.anonymous().get("/api/v1/feeds.json").await.json();
    assert_eq!(schemas.as_object().unwrap().len(), sample::fed().count());
    for section in sample::fed() {
        let schema = &schemas[section.slug];
        assert_eq!(schema["properties"]["section"]["const"], section.slug);
        let record = |at: usize| &schema["oneOf"][at]["properties"]["record"];
        let properties = record(0)["properties"].as_object().unwrap();
        assert_eq!(properties.len(), section.fields.len(), "{}", section.slug);
        for field in section.fields {
            let required = record(0)["required"].as_array().unwrap();
            assert_eq!(required.iter().any(|name| name == field.name), field.required);
            assert!(
                properties[field.name]["type"].is_string()
                    || properties[field.name]["type"].is_array()
            );
            assert_ne!(
                field.role,
                FieldRole::Hidden,
                "{}: nobody sees {}",
                section.slug,
                field.name
            );
        }
        assert_eq!(record(1)["required"].as_array().unwrap().len(), section.key.len());
    }
}

#[test]
fn the_document_lists_every_section() {
    let document = include_str!("../../../../docs/FEEDS.md");
    let mut missing = Vec::new();
    for section in SECTIONS {
        let words = &section.words;
        let from = if section.source.is_fed() { "feed" } else { "derived" };
        let key: Vec<String> = section.key.iter().map(|name| format!("`{name}`")).collect();
        let line = format!(
            "| `{}` | {} | {}: {} | {from} | {} |",
            section.slug,
            section.row,
            words.title.of(Lang::En),
            words.short.of(Lang::En),
            key.join(", "),
        );
        if !document.contains(&line) {
            missing.push(line);
        }
    }
    assert!(missing.is_empty(), "docs/FEEDS.md lacks\n{}", missing.join("\n"));
}
