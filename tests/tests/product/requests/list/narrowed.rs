//! The history, narrowed by what came in or went out last, by parts of a number, by the company and by who answered how.

use harness::{TestApp, World};
use shared::companies;
use shared::requests::{Action, Answer, Draft, List, Outcome, Side, Submit};

use crate::requests::{act, content, saved, sent};

#[tokio::test]
async fn the_history_is_narrowed_by_what_came_in_or_went_out_last() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let (first, second) =
        (sent(&owner, world.company).await.id, sent(&owner, world.company).await.id);
    act(&operator, first, Action::Note { text: "Fra noi.".into() }).await.unwrap();
    act(&operator, second, Action::Take).await.unwrap();
    let last = async |side| {
        let list = List { last: Some(side), ..List::default() };
        let rows = owner.send(&list).await.unwrap().items;
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(last(Side::Office).await, [second]);
    assert_eq!(last(Side::Customer).await, [first], "what an office notes for itself is no word");
    assert_eq!(last(Side::Clock).await, []);
    let reply = Action::Reply { text: "Eccolo.".into(), attachments: vec![] };
    act(&owner, second, reply).await.unwrap();
    assert_eq!(last(Side::Office).await, []);
    app.deliver().await;
}

#[tokio::test]
async fn the_history_is_searched_by_parts_by_the_company_and_by_who_answered_how() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let first = sent(&owner, world.company).await;
    let about =
        Draft { matricola: Some("7012345763".to_owned()), ..content(world.company, "Quale?") };
    let draft = saved(&owner, about).await;
    let submit = Submit { draft: draft.draft, version: draft.version };
    let second = owner.send(&submit).await.unwrap().id;
    act(&operator, second, Action::Take).await.unwrap();
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    let outcome = Some(Outcome::Partly);
    let answer = Action::Answer { answer, outcome, attachments: Vec::new() };
    act(&operator, second, answer).await.unwrap();

    let company = companies::Show { company: world.company };
    let name = owner.send(&company).await.unwrap().name.to_uppercase();
    let number = first.receipt.registered.number.to_string();
    let called = first.receipt.office_name.to_uppercase();
    let (both, none) = (vec![first.id, second], Vec::new());
    let matricola = |code: &str| List { matricola: Some(code.into()), ..List::default() };
    let text = |words: &str| List { text: Some(words.into()), ..List::default() };
    let office = |words: &str| List { office: Some(words.into()), ..List::default() };
    let charge = |words: &str| List { charge: Some(words.into()), ..List::default() };
    let outcome = |outcome| List { outcome: Some(outcome), ..List::default() };
    for (list, mut found) in [
        (matricola("70 1234-5763"), vec![second]),
        (matricola(" 5763 "), vec![second]),
        (matricola("999999"), none.clone()),
        (text(&name), both.clone()),
        (text(&[&name, " agosto"].concat()), both.clone()),
        (text(&[&name, " settembre"].concat()), none.clone()),
        (text(&number), vec![first.id]),
        (office("7010"), both.clone()),
        (office(&called), both.clone()),
        (office("nessuna"), none.clone()),
        (charge("PERSONA oper"), vec![second]),
        (charge("nessuno"), none.clone()),
        (outcome(Outcome::Partly), vec![second]),
        (outcome(Outcome::Rejected), none.clone()),
    ] {
        let rows = owner.send(&list).await.unwrap().items;
        let mut rows: Vec<_> = rows.iter().map(|row| row.id).collect();
        rows.sort_unstable();
        found.sort_unstable();
        assert_eq!(rows, found, "{list:?}");
    }
    let here = List { company: Some(world.company), ..List::default() };
    assert_eq!(
        operator.send(&here).await.unwrap().items.len(),
        2,
        "an office asks for one company"
    );
    app.deliver().await;
}
