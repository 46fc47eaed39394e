//! Lists: order, pages, filters, search, emptiness.

use shared::sections::{List, SECTIONS, Section, sorting};

use crate::every_section::{House, sample};

#[tokio::test]
async fn every_order_holds_and_pages_meet_without_gap() {
    let house = House::full().await;
    for section in SECTIONS {
        let all = house.rows(section).await;
        for (place, field) in section.fields.iter().enumerate() {
            for descending in [false, true] {
                let sort = format!("{}{}", if descending { "-" } else { "" }, field.name);
                let mut list = List { sort: Some(sort), limit: Some(2), ..house.list(section) };
                let mut seen = Vec::new();
                loop {
                    let page = house.owner.send(&list).await.unwrap();
                    assert_eq!(page.total, Some(all.len() as u64));
                    seen.extend(page.items);
                    let Some(next) = page.next else { break };
                    list.cursor = Some(next);
                }
                assert_eq!(seen.len(), all.len(), "{} by {}", section.slug, field.name);
                if field.role != shared::sections::FieldRole::Detail {
                    let in_order = seen.windows(2).all(|pair| {
                        sorting(field, place, descending, &pair[0].cells, &pair[1].cells).is_le()
                    });
                    assert!(in_order, "{} by {}", section.slug, field.name);
                }
                let mut keys: Vec<&str> = seen.iter().map(|row| row.key.as_str()).collect();
                keys.sort_unstable();
                keys.dedup();
                assert_eq!(keys.len(), all.len(), "{} by {}", section.slug, field.name);
            }
        }
    }
}

#[tokio::test]
async fn filters_narrow_to_what_they_say() {
    let house = House::full().await;
    for section in SECTIONS {
        let all = house.rows(section).await;
        for (place, field) in section.fields.iter().enumerate().filter(|(_, field)| field.filter) {
            let Some(value) = all.iter().find_map(|row| row.cells[place].clone()) else { continue };
            let expected =
                all.iter().filter(|row| row.cells[place].as_ref() == Some(&value)).count();
            let found = filtered(&house, section, format!("{}:{value}", field.name)).await;
            if field.role != shared::sections::FieldRole::Detail {
                assert_eq!(found, expected, "{} {}", section.slug, field.name);
            }
            if field.kind.has_ranges() {
                let said = all.iter().filter(|row| row.cells[place].is_some()).count();
                let (from, to) =
                    (format!("{}:..{value}", field.name), format!("{}:{value}..", field.name));
                let both =
                    filtered(&house, section, from).await + filtered(&house, section, to).await;
                assert_eq!(both, said + expected, "{} {}", section.slug, field.name);
            }
        }
        for nonsense in ["nothing:1", "nothing", "key:"] {
            let list = List { filter: Some(nonsense.into()), ..house.list(section) };
            let problem = house.owner.send(&list).await.unwrap_err();
            assert_eq!(problem.errors[0].field, "filter", "{}", section.slug);
        }
        let list = List { sort: Some("nothing".into()), ..house.list(section) };
        assert_eq!(house.owner.send(&list).await.unwrap_err().errors[0].field, "sort");
    }
}

async fn filtered(house: &House, section: &Section, filter: String) -> usize {
    let list = List { filter: Some(filter), limit: Some(100), ..house.list(section) };
    house.owner.send(&list).await.unwrap().items.len()
}

#[tokio::test]
async fn words_are_found_as_they_are_written_and_as_they_are_read() {
    let house = House::full().await;
    for section in SECTIONS {
        for row in house.rows(section).await {
            for (field, cell) in section.fields.iter().zip(&row.cells) {
                let Some(cell) = cell else { continue };
                for words in [
                    cell.to_uppercase(),
                    shared::sections::cell(field, cell, shared::lang::Lang::De),
                ] {
                    let list = List {
                        search: Some(words.clone()),
                        limit: Some(100),
                        ..house.list(section)
                    };
                    let found = house.owner.send(&list).await.unwrap().items;
                    assert!(
                        found.iter().any(|other| other.key == row.key),
                        "{} {words}",
                        section.slug
                    );
                }
            }
        }
        let list = List { search: Some("zzzz9".into()), ..house.list(section) };
        assert_eq!(house.owner.send(&list).await.unwrap().items, [], "{}", section.slug);
    }
}

#[tokio::test]
async fn a_section_without_records_is_empty_and_says_so() {
    let house = House::empty().await;
    let index = house.index(&house.owner).await;
    assert_eq!(index.sections.len(), SECTIONS.len());
    for section in sample::fed() {
        let known = sample::registered(section);
        assert_eq!(house.rows(section).await.len(), known, "{}", section.slug);
        let entry = index.sections.iter().find(|entry| entry.section == section.slug).unwrap();
        assert_eq!((entry.count as usize, entry.attention, entry.changed), (known, 0, None));
        let missing = house.owner.send(&house.show(section, "nothing")).await.unwrap_err();
        assert_eq!(missing.code, "not_found");
    }
}
