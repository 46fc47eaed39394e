//! Who may not see a company learns nothing of its sections.

use shared::export::Format;
use shared::sections::{Correct, Document, Export, Index, List, Remove, SECTIONS, Show, key};

use crate::every_section::{House, sample};

#[tokio::test]
async fn a_stranger_cannot_tell_a_company_from_none() {
    let house = House::full().await;
    let missing = house.app.app().new_id();
    for persona in ["estraneo", "amministratore", "revisore"] {
        let stranger = house.app.sign_in(persona).await;
        for company in [house.company(), missing] {
            assert_eq!(
                stranger.send(&Index { company, titles: None }).await.unwrap_err().code,
                "not_found"
            );
            for section in SECTIONS {
                let slug = section.slug.to_owned();
                let key = match section.source.is_fed() {
                    true => key(section, &sample::record(section, 1)),
                    false => "nothing".to_owned(),
                };
                let list = List { company, section: slug.clone(), ..Default::default() };
                assert_eq!(stranger.send(&list).await.unwrap_err().code, "not_found", "{slug}");
                let show = Show { company, section: slug.clone(), key: key.clone() };
                assert_eq!(stranger.send(&show).await.unwrap_err().code, "not_found", "{slug}");
                let document = Document { company, section: slug.clone(), key, lang: None };
                let reply = stranger.call(stranger.request(&document, "")).await;
                assert_eq!(reply.problem().code, "not_found", "{slug}");
                for format in Format::ALL {
                    let section = slug.clone();
                    let export = Export { company, section, format, ..Default::default() };
                    let reply = stranger.call(stranger.request(&export, "")).await;
                    assert_eq!(reply.problem().code, "not_found", "{slug}");
                }
            }
        }
    }
}

#[tokio::test]
async fn whoever_reads_does_not_correct() {
    let house = House::full().await;
    for persona in ["titolare", "dipendente", "consulente", "collaboratore", "associazione"] {
        let client = house.app.sign_in(persona).await;
        assert_eq!(house.index(&client).await.sections.len(), SECTIONS.len(), "{persona}");
        for section in sample::fed() {
            let cells = sample::record(section, 1);
            let (company, slug, key) =
                (house.company(), section.slug.to_owned(), key(section, &cells));
            let reason = "perché no".to_owned();
            let remove = Remove {
                company,
                section: slug.clone(),
                key: key.clone(),
                version: 1,
                reason: reason.clone(),
            };
            assert_eq!(client.send(&remove).await.unwrap_err().code, "forbidden");
            let correct = Correct { company, section: slug, key, version: 1, reason, cells };
            assert_eq!(client.send(&correct).await.unwrap_err().code, "forbidden");
        }
    }
}

#[tokio::test]
async fn a_section_that_does_not_exist_is_not_found() {
    let house = House::empty().await;
    let (company, section) = (house.company(), "niente".to_owned());
    let list = List { company, section: section.clone(), ..Default::default() };
    assert_eq!(house.owner.send(&list).await.unwrap_err().code, "not_found");
    let show = Show { company, section, key: "x".into() };
    assert_eq!(house.owner.send(&show).await.unwrap_err().code, "not_found");
}
