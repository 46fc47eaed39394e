//! What is offered to whoever begins to ask: topics by one's own words, the office that answers, and by when.

use harness::{TestApp, World};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::requests::Topics;
use shared::requests::topics::TopicId;

#[tokio::test]
async fn words_lead_to_topics_and_a_company_to_its_office() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let all = owner.send(&Topics::default()).await.unwrap();
    assert!(all.topics.len() > 40 && all.answering.is_none());
    assert!(all.topics.iter().all(|row| !row.group.is_empty() && !row.title.is_empty()));

    let said = Some("I paid but you say I did not".to_owned());
    let company = Some(world.company);
    let asked = Topics { lang: Lang::En, text: said, company, ..Topics::default() };
    let found = owner.send(&asked).await.unwrap();
    assert_eq!(found.topics.first().map(|row| row.id), Some(TopicId(301)));
    let answering = found.answering.expect("the company has an office");
    assert!(!answering.office.is_empty() && answering.expected < answering.due);
    let none = Topics { text: Some("xyzzy".to_owned()), ..Topics::default() };
    assert!(owner.send(&none).await.unwrap().topics.is_empty());
}

#[tokio::test]
async fn who_answers_a_stranger_does_not_learn() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let stranger = app.sign_in("estraneo").await;
    for company in [world.company, CompanyId::from_u128(1)] {
        let asked = Topics { company: Some(company), ..Topics::default() };
        assert_eq!(stranger.send(&asked).await.unwrap_err().status, 404);
    }
    let owner = app.sign_in("titolare").await;
    let asked = Topics {
        company: Some(world.company),
        matricola: Some("1234567890".to_owned()),
        ..Topics::default()
    };
    assert_eq!(owner.send(&asked).await.unwrap_err().errors[0].reason, "unknown");
}
