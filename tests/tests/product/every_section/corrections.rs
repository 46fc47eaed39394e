//! Corrections by the competent office.

use shared::sections::{Correct, Done, Origin, Remove, SECTIONS, key};

use crate::every_section::{House, sample};

/// The correction of a record's second sample, to something else.
fn correction(house: &House, section: &shared::sections::Section) -> Option<Correct> {
    let mut cells = sample::record(section, 1);
    let name = key(section, &cells);
    let (place, field) = section.fields.iter().enumerate().find(|(_, field)| {
        !section.key.contains(&field.name)
            && sample::value(field.kind, 7) != sample::value(field.kind, 1)
            && section.spans.iter().all(|span| span.0 != field.name && span.1 != field.name)
    })?;
    cells[place] = Some(sample::value(field.kind, 7));
    Some(Correct {
        company: house.company(),
        section: section.slug.to_owned(),
        key: name,
        version: 1,
        reason: "Errore di registrazione".to_owned(),
        cells,
    })
}

#[tokio::test]
async fn the_office_corrects_with_a_reason_that_stays() {
    let house = House::full().await;
    let operator = house.app.sign_in("operatore").await;
    for section in sample::fed() {
        let Some(correct) = correction(&house, section) else { continue };
        let before = house.app.audited();
        let record = operator.send(&correct).await.unwrap();
        assert_eq!((record.version, &record.row.cells), (2, &correct.cells), "{}", section.slug);
        assert_eq!(house.app.audited() - before, 1);
        let Origin::Office { name: Some(name), reason } = &record.revisions[0].origin else {
            panic!("{record:?}")
        };
        assert_eq!((name.as_str(), reason), ("Persona operatore", &correct.reason));

        let stale = operator.send(&correct).await.unwrap_err();
        assert_eq!((stale.code.as_str(), stale.value), ("conflict", Some(2)), "{}", section.slug);

        let Correct { company, section: slug, key, reason, .. } = correct;
        let remove = Remove { company, section: slug, key: key.clone(), version: 2, reason };
        let removed = operator.send(&remove).await.unwrap();
        assert!(removed.removed && removed.version == 3);
        assert_eq!(operator.send(&remove).await.unwrap_err().code, "not_found");
        let seen = house.record(section, &key).await;
        assert!(seen.removed && seen.revisions[0].done == Done::Removed);
        assert!(matches!(&seen.revisions[0].origin, Origin::Office { name: None, .. }), "{seen:?}");
        assert!(house.rows(section).await.iter().all(|row| row.key != key));
    }
}

#[tokio::test]
async fn a_wrong_correction_says_what_is_wrong_and_changes_nothing() {
    let house = House::full().await;
    let operator = house.app.sign_in("operatore").await;
    for section in sample::fed() {
        let Some(correct) = correction(&house, section) else { continue };
        let before = house.app.audited();
        for reason in ["", "  no ", &"x".repeat(501)] {
            let wrong = Correct { reason: reason.to_owned(), ..correct.clone() };
            let problem = operator.send(&wrong).await.unwrap_err();
            assert_eq!(problem.errors[0].field, "reason", "{}", section.slug);
        }
        for (place, field) in section.fields.iter().enumerate().filter(|(_, field)| field.required)
        {
            let mut wrong = correct.clone();
            wrong.cells[place] = None;
            let problem = operator.send(&wrong).await.unwrap_err();
            let named: Vec<(&str, &str)> = problem
                .errors
                .iter()
                .map(|error| (error.field.as_str(), error.reason.as_str()))
                .collect();
            assert!(named.contains(&(field.name, "missing")), "{} {named:?}", section.slug);
        }
        let wrong = Correct { cells: sample::record(section, 2), ..correct.clone() };
        let problem = operator.send(&wrong).await.unwrap_err();
        assert_eq!(
            (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str()),
            (section.key[0], "key")
        );
        let wrong = Correct { cells: Vec::new(), ..correct.clone() };
        assert_eq!(operator.send(&wrong).await.unwrap_err().code, "malformed");
        let wrong = Correct { key: "nothing".into(), ..correct };
        assert_eq!(operator.send(&wrong).await.unwrap_err().code, "invalid");
        assert_eq!(house.app.audited(), before, "{}", section.slug);
    }
}

#[tokio::test]
async fn what_other_slices_know_is_not_corrected_here() {
    let house = House::empty().await;
    let manager = house.app.sign_in("responsabile").await;
    for section in SECTIONS.iter().filter(|section| !section.source.is_fed()) {
        let remove = Remove {
            company: house.company(),
            section: section.slug.to_owned(),
            key: "x".to_owned(),
            version: 1,
            reason: "perché no".to_owned(),
        };
        assert_eq!(manager.send(&remove).await.unwrap_err().code, "forbidden", "{}", section.slug);
    }
}
