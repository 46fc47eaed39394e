//! Finding through HTTP: what each caller finds, and that nobody learns of what they may not see.

pub mod requests;

use backend::delegations::service as delegations;
use harness::{Client, TestApp, World, company};
use shared::fault::Problem;
use shared::fiscal::Matricola;
use shared::search::{Find, Found, Group, Rank};
use shared::sections::{SECTIONS, Source};

async fn with_world() -> (TestApp, World) {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    (app, world)
}

async fn find(client: &Client, q: &str) -> Found {
    ask(client, q).await.unwrap()
}

async fn ask(client: &Client, q: &str) -> Result<Found, Problem> {
    client.send(&Find { q: q.to_owned(), limit: None }).await
}

/// The section of each group, nothing for companies, and the titles in it.
fn titles(found: &Found) -> Vec<(Option<u8>, Vec<&str>)> {
    let of = |group: &'_ Group| group.section;
    found
        .groups
        .iter()
        .map(|group| (of(group), group.hits.iter().map(|hit| hit.title.as_str()).collect()))
        .collect()
}

fn number(source: Source) -> Option<u8> {
    SECTIONS.iter().find(|section| section.source == source).map(|section| section.number)
}

#[tokio::test]
async fn a_company_its_people_its_declarations_and_payments_are_found() {
    let (app, world) = with_world().await;
    let client = app.sign_in("consulente").await;
    let found = find(&client, "esempio").await;
    assert_eq!(titles(&found), [(None, vec!["Trattoria Esempio"])]);
    assert!(found.complete);
    let hit = &found.groups[0].hits[0];
    assert_eq!(
        (hit.company, hit.detail.as_str(), &hit.subject),
        (world.company, "7012345763", &None)
    );
    assert_eq!(hit.rank, Rank::Words);
    let joined = find(&client, "TRATTORIAESEMPIO").await;
    assert_eq!(titles(&joined), [(None, vec!["Trattoria Esempio"])]);
    let by_code = find(&client, "70 1234 5763").await;
    assert_eq!(by_code.groups[0].hits[0].rank, Rank::Code);

    let (declarations, payments) = (number(Source::Declarations), number(Source::Payments));
    let month = find(&client, "settembre 2026").await;
    let mut sections: Vec<Option<u8>> = month.groups.iter().map(|group| group.section).collect();
    sections.sort_unstable();
    let mut expected = vec![declarations, payments];
    expected.sort_unstable();
    assert_eq!(sections, expected, "{month:?}");
    // The name of an archive, in any language, says which of them is meant.
    for typed in ["F24 settembre 2026", "09/2026 F24 payments"] {
        let named = find(&client, typed).await;
        let sections: Vec<Option<u8>> = named.groups.iter().map(|group| group.section).collect();
        assert_eq!(sections, [payments], "{typed}");
    }
    let found = find(&client, "trattoria 1.276,00").await;
    assert_eq!(found.groups.len(), 2, "{found:?}");
    let declaration = found.groups.iter().find(|group| group.section == declarations).unwrap();
    let subject = declaration.hits[0].subject.clone().unwrap();
    assert_eq!(subject.key, world.declaration.to_string());
    assert_eq!(
        titles(&find(&client, "mario rosi").await),
        [(number(Source::Persons), vec!["Mario Rossi"])]
    );
}

#[tokio::test]
async fn everybody_finds_what_they_see_and_nothing_else() {
    let (app, _) = with_world().await;
    // Names, codes, months, amounts, people: of the one company and of the other.
    let mine = ["trattoria", "tratoria", "7012345763", "345763", "rssmra70a01h501s"];
    let others = ["officina", "oficina", "4912345631", "345631", "nora neri", "nrenro75d41f205c"];
    for persona in [
        "titolare",
        "dipendente",
        "consulente",
        "collaboratore",
        "associazione",
        "operatore",
        "responsabile",
    ] {
        let client = app.sign_in(persona).await;
        for q in mine {
            assert!(!find(&client, q).await.groups.is_empty(), "{persona} {q}");
        }
        for q in others {
            assert_eq!(
                find(&client, q).await,
                find(&client, "nowhere at all").await,
                "{persona} {q}"
            );
        }
        assert_eq!(
            find(&client, "09/2026").await.groups.iter().map(|group| group.hits.len()).max(),
            Some(1)
        );
    }
    let stranger = app.sign_in("estraneo").await;
    for q in mine {
        assert_eq!(find(&stranger, q).await.groups, [], "{q}");
    }
    for outsider in ["amministratore", "revisore"] {
        assert_eq!(
            ask(&app.sign_in(outsider).await, "trattoria").await.unwrap_err().code,
            "forbidden"
        );
    }
}

#[tokio::test]
async fn more_hits_are_given_to_who_asks_for_them() {
    let (app, _) = with_world().await;
    for number in 0..25 {
        let matricola = Matricola::compose(70, 200_000 + number).unwrap();
        let one = company(700 + number, &format!("Pasticceria {number}"));
        one.position(matricola.as_str(), "7010").store(&app).await;
    }
    let client = app.sign_in("operatore").await;
    for (limit, hits, more) in [(None, 20, true), (Some(60), 25, false), (Some(500), 25, false)] {
        let found = client.send(&Find { q: "pasticceria".to_owned(), limit }).await.unwrap();
        assert_eq!((found.groups[0].hits.len(), found.groups[0].more), (hits, more), "{limit:?}");
    }
}

#[tokio::test]
async fn a_delegation_that_ends_takes_its_company_with_it_at_once() {
    let (app, world) = with_world().await;
    let (consultant, collaborator) =
        (app.sign_in("consulente").await, app.sign_in("collaboratore").await);
    for client in [&consultant, &collaborator] {
        assert!(!find(client, "trattoria").await.groups.is_empty());
    }
    let (practice, company, today) = (world.practice, world.company, app.app().today());
    app.write(move |tx| delegations::revoke(tx, practice, company, today)).await;
    for client in [&consultant, &collaborator] {
        for q in ["trattoria", "7012345763", "09/2026", "mario rossi"] {
            assert_eq!(find(client, q).await.groups, [], "{q}");
        }
    }
    let association = app.sign_in("associazione").await;
    assert!(!find(&association, "trattoria").await.groups.is_empty(), "another delegation stands");
}

#[tokio::test]
async fn what_the_register_no_longer_says_is_not_found() {
    let (app, _) = with_world().await;
    let client = app.sign_in("titolare").await;
    assert!(!find(&client, "trattoria").await.groups.is_empty());
    company(1, "Osteria Nuova")
        .position("7012345763", "7010")
        .represented_by("Mario Bianchi", "RSSMRA70A01H501S")
        .store(&app)
        .await;
    assert!(find(&client, "trattoria").await.groups.is_empty());
    assert!(find(&client, "mario rossi").await.groups.is_empty());
    assert_eq!(titles(&find(&client, "osteria").await), [(None, vec!["Osteria Nuova"])]);
    assert_eq!(
        titles(&find(&client, "bianchi").await),
        [(number(Source::Persons), vec!["Mario Bianchi"])]
    );
}

#[tokio::test]
async fn queries_that_are_none_are_refused_with_their_reason() {
    let (app, _) = with_world().await;
    let client = app.sign_in("titolare").await;
    for (q, reason) in [
        ("", "too_short"),
        ("a", "too_short"),
        ("?!… —", "too_short"),
        ("\u{202e}\u{200f}", "too_short"),
        (&"x".repeat(10_000), "too_long"),
        ("tratto\0ria", "control_character"),
    ] {
        let problem = ask(&client, q).await.unwrap_err();
        assert_eq!(problem.code, "invalid", "{q:?}");
        assert_eq!(
            (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str()),
            ("q", reason)
        );
    }
    for q in ["\u{202e}trattoria", "العربية", "'; DROP TABLE", "%00%ff", "🙂🙂 trattoria"]
    {
        ask(&client, q).await.unwrap();
    }
    let few = Find { q: "trattoria".to_owned(), limit: Some(0) };
    assert_eq!(client.send(&few).await.unwrap().groups[0].hits.len(), 1);
}
