//! What an administrator decides about requests holds from its day on, wherever it is asked for.

use harness::{Client, TestApp, World};
use shared::calendar::Day;
use shared::offices::OfficeCode;
use shared::parameters::{Change, Confidence, Replace, Series, Show, Step, Subject};
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{
    Action, Answer, ClockTerms, DayOff, Drafts, Forgettable, Forgotten, List, Offer, Outcome,
    RequestParameters, Retention, Rule, Submit, Topics, Words,
};

use crate::requests::{act, content, saved, sent};

/// Puts other rules in the place of those that hold.
pub async fn decide(
    client: &Client,
    change: impl FnOnce(&mut RequestParameters),
) -> Result<Change, String> {
    let subject = Subject::Requests;
    let text =
        client.send(&Show { subject, number: None }).await.map_err(|problem| problem.code)?;
    let mut set: RequestParameters = serde_json::from_str(&text.json).expect("it is read");
    change(&mut set);
    let json = Some(serde_json::to_string(&set).expect("it is written"));
    let note = "Prova".to_owned();
    let replace = Replace { subject, json, note, number: text.number };
    client.send(&replace).await.map_err(|problem| problem.code)
}

fn rule<T>(from: Day, about: u16, value: T) -> Rule<T> {
    let (office, about) = (OfficeCode::parse("7010").ok(), Some(TopicId(about)));
    Rule { from, until: None, office, about, value, source: "Accordo".to_owned() }
}

#[tokio::test]
async fn a_topic_is_offered_answered_and_described_as_an_office_says() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let waiting = saved(&owner, content(world.company, "Iniziata prima.")).await;
    let administrator = app.sign_in("amministratore").await;
    let words = |it: &str| Words { it: it.into(), en: "The receipt".into(), de: "Beleg".into() };
    let closed = Offer { active: false, unit: None, attach: None };
    let moved =
        Offer { active: true, unit: Some(Unit::FrontOffice), attach: Some(words("La ricevuta")) };
    decide(&administrator, |set| {
        set.offers = vec![rule(today, 201, closed), rule(today, 203, moved)];
    })
    .await
    .unwrap();

    let asked = Topics { company: Some(world.company), ..Topics::default() };
    let offered = owner.send(&asked).await.unwrap().topics;
    assert!(!offered.iter().any(|row| row.id == TopicId(201)));
    let row = offered.iter().find(|row| row.id == TopicId(203)).unwrap();
    assert_eq!((row.unit, row.attach.as_str()), (Unit::FrontOffice, "La ricevuta"));
    let named = owner.send(&Topics::default()).await.unwrap().topics;
    assert!(named.iter().any(|row| row.id == TopicId(201)), "what was asked keeps its name");

    let submit = Submit { draft: waiting.draft, version: waiting.version };
    let problem = owner.send(&submit).await.unwrap_err();
    assert_eq!(
        (problem.errors[0].field.as_str(), problem.errors[0].reason.as_str()),
        ("topic", "closed")
    );
    let other = content(world.company, "Provvisoria da due mesi.");
    let other = saved(&owner, shared::requests::Draft { topic: Some(TopicId(203)), ..other }).await;
    let submit = Submit { draft: other.draft, version: other.version };
    assert_eq!(owner.send(&submit).await.unwrap().receipt.unit, Unit::FrontOffice);
    app.deliver().await;
}

#[tokio::test]
async fn terms_and_days_off_move_the_clock_from_their_day_on() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, today) = (app.sign_in("titolare").await, app.app().today());
    let before = sent(&owner, world.company).await.receipt;
    let administrator = app.sign_in("amministratore").await;
    let terms = ClockTerms { remind_days: 2, escalate_days: 3, most_days: 4, reopen_days: 10 };
    let tomorrow = rule(today.plus_days(1), 200, terms);
    decide(&administrator, |set| set.profiles = vec![tomorrow]).await.unwrap();
    let same = sent(&owner, world.company).await.receipt;
    assert_eq!((same.expected, same.due), (before.expected, before.due), "not yet");
    decide(&administrator, |set| set.profiles[0].from = today).await.unwrap();
    let quick = sent(&owner, world.company).await.receipt;
    assert!(quick.expected < before.expected && quick.due < before.expected);
    let off = DayOff {
        office: OfficeCode::parse("7010").unwrap(),
        day: quick.expected,
        source: "Lavori".to_owned(),
    };
    decide(&administrator, |set| set.days_off = vec![off]).await.unwrap();
    let later = sent(&owner, world.company).await.receipt;
    assert!(later.expected > quick.expected && later.due > quick.due);
    let strange = ClockTerms { remind_days: 9, ..terms };
    let refused = decide(&administrator, |set| set.profiles[0].value = strange).await;
    assert_eq!(refused.unwrap_err(), "invalid");
    let no_office = decide(&administrator, |set| {
        set.profiles[0].office = OfficeCode::parse("9999").ok();
    });
    assert_eq!(no_office.await.unwrap_err(), "invalid");
    app.deliver().await;
}

#[tokio::test]
async fn what_was_kept_for_long_enough_is_tried_first_and_then_forgotten() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (closed, open) =
        (sent(&owner, world.company).await.id, sent(&owner, world.company).await.id);
    saved(&owner, content(world.company, "Mai finita.")).await;
    let operator = app.sign_in("operatore").await;
    act(&operator, closed, Action::Take).await.unwrap();
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Accepted);
    act(&operator, closed, Action::Answer { answer, outcome, attachments: Vec::new() })
        .await
        .unwrap();
    app.deliver().await;
    let today = app.app().today();
    while app.app().today() <= today.plus_months(13) {
        app.clock().advance_minutes(24 * 60);
    }
    let administrator = app.sign_in("amministratore").await;
    let trial =
        |requests_months| Forgettable { drafts_months: 12, files_months: None, requests_months };
    let tried = administrator.send(&trial(Some(12))).await.unwrap();
    assert_eq!(tried, Forgotten { drafts: 1, files: 0, requests: 1 });
    assert_eq!(administrator.send(&trial(None)).await.unwrap().requests, 0);
    assert_eq!(administrator.send(&trial(Some(1))).await.unwrap_err().errors[0].reason, "unsound");
    assert_eq!(app.sign_in("titolare").await.send(&Drafts {}).await.unwrap().items.len(), 1);

    let value = Retention { drafts_months: 12, files_months: None, requests_months: Some(12) };
    let (source, confidence) = ("Massimario di scarto".to_owned(), Confidence::Sourced);
    let from = app.app().today();
    decide(&administrator, |set| {
        let step = Step { from, until: None, value, source, confidence };
        let steps = set.retention.steps().iter().cloned().chain([step]).collect();
        set.retention = Series::new(steps).expect("in order");
    })
    .await
    .unwrap();
    app.clock().advance_minutes(25 * 60);
    app.deliver().await;
    let owner = app.sign_in("titolare").await;
    assert!(owner.send(&Drafts {}).await.unwrap().items.is_empty());
    let left = owner.send(&List::default()).await.unwrap().items;
    assert_eq!(left.iter().map(|row| row.id).collect::<Vec<_>>(), [open], "what is open stays");
    let show = shared::requests::Show { request: closed };
    assert_eq!(owner.send(&show).await.unwrap_err().status, 404);
    let after = app.sign_in("amministratore").await.send(&trial(Some(12))).await.unwrap();
    assert_eq!(after, Forgotten::default());
    app.deliver().await;
}
