//! All that an office was ever asked, page by page: it is what a plain model says, whatever happened, and an index that is built anew is the
//! one that was kept.

mod narrowed;

use std::cmp::Reverse;

use backend::requests::service::make_ready;
use backend::store::{Index, Order, Span};
use harness::{Client, TestApp, World};
use shared::auth::Role;
use shared::calendar::{Day, Instant};
use shared::ids::{CompanyId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::topics::{TopicId, Unit};
use shared::requests::{Action, Answer, Begin, List, Outcome, Side, Standing, State};

use crate::offices::staff;
use crate::requests::{act, sent};
use crate::search::requests::forgotten;

const LATEST: Index<(u16, u8, i64, u128)> = Index::new("requests.latest");
/// The office of the world's staff, and another one.
const OFFICES: [&str; 2] = ["7010", "4900"];
/// Rows of a page.
const SIZE: u16 = 3;

/// A request as the model knows it.
struct Row {
    id: RequestId,
    office: &'static str,
    state: State,
    updated: Instant,
}

/// What was done, and what it made of each request.
struct Model<'a> {
    app: &'a TestApp,
    rows: Vec<Row>,
}

impl Model<'_> {
    fn add(&mut self, id: RequestId, state: State) {
        let (office, updated) = (OFFICES[0], self.app.app().now());
        self.rows.push(Row { id, office, state, updated });
    }

    fn row(&mut self, id: RequestId) -> &mut Row {
        self.rows.iter_mut().find(|row| row.id == id).expect("it is there")
    }

    /// Does something a second later.
    async fn done(&mut self, client: &Client, id: RequestId, action: Action) {
        let now = self.app.app().now().plus_millis(1_000);
        self.app.clock().set(now);
        let moves = !matches!(action, Action::Note { .. });
        let to = match &action {
            Action::Transfer { office, .. } => OFFICES.into_iter().find(|one| code(one) == *office),
            _ => None,
        };
        let into = match &action {
            Action::Merge { into, .. } => Some(*into),
            _ => None,
        };
        let state = act(client, id, action).await.expect("it is done").state;
        let row = self.row(id);
        (row.state, row.office) = (state, to.unwrap_or(row.office));
        if moves {
            row.updated = now;
        }
        if let Some(into) = into {
            self.row(into).updated = now;
        }
    }

    /// What the list of an office should say.
    fn says(&self, office: &str, list: &List) -> Vec<RequestId> {
        let is_asked = |row: &&Row| {
            let day = row.updated.day_in_rome();
            row.office == office
                && list.standing.is_none_or(|standing| row.state.standing() == standing)
                && list.outcome.is_none_or(|outcome| row.state == State::Closed(outcome))
                && list.updated_from.is_none_or(|from| day >= from)
                && list.updated_to.is_none_or(|to| day <= to)
        };
        let mut rows: Vec<&Row> = self.rows.iter().filter(is_asked).collect();
        rows.sort_by_key(|row| Reverse((row.updated, row.id)));
        rows.into_iter().map(|row| row.id).collect()
    }

    /// Asserts that the list of each office says it, page by page, by whatever it is narrowed to.
    async fn agrees(&self, clients: [&Client; 2]) {
        let today = self.app.app().today();
        let days = |from: Option<Day>, to: Option<Day>| List {
            updated_from: from,
            updated_to: to,
            ..List::default()
        };
        let mut lists = vec![
            List::default(),
            days(Some(today), None),
            days(None, Some(today.plus_days(-1))),
            days(Some(today.plus_days(-1)), Some(today)),
        ];
        for standing in [Standing::Open, Standing::InCharge, Standing::Closed] {
            lists.push(List { standing: Some(standing), ..List::default() });
        }
        for outcome in [Outcome::Accepted, Outcome::Partly, Outcome::Withdrawn, Outcome::Merged] {
            lists.push(List { outcome: Some(outcome), ..List::default() });
        }
        for (office, client) in OFFICES.into_iter().zip(clients) {
            for list in &lists {
                let says = self.says(office, list);
                let (found, total) = pages(client, list).await;
                assert_eq!((&found, total), (&says, Some(says.len() as u64)), "{office} {list:?}");
                // All of them have the word, so that none may be left out where they are looked through.
                let words = List { text: Some("agosto".to_owned()), ..list.clone() };
                assert_eq!(pages(client, &words).await.0, says, "{office} {words:?}");
            }
            let none = List { text: Some("settembre".to_owned()), ..List::default() };
            assert_eq!(pages(client, &none).await, (Vec::new(), Some(0)), "{office}");
        }
    }
}

fn code(office: &str) -> OfficeCode {
    OfficeCode::parse(office).unwrap()
}

/// All pages of a list, each but the last full, and how many there are in all by the first.
async fn pages(client: &Client, list: &List) -> (Vec<RequestId>, Option<u64>) {
    let (mut ids, mut cursor, mut total) = (Vec::new(), None, None);
    loop {
        let first = cursor.is_none();
        let page = List { cursor, limit: Some(SIZE), ..list.clone() };
        let page = client.send(&page).await.expect("a page");
        if first {
            total = page.total;
        }
        assert!(page.next.is_none() || page.items.len() == usize::from(SIZE), "{list:?}");
        ids.extend(page.items.into_iter().map(|row| row.id));
        cursor = page.next;
        if cursor.is_none() {
            return (ids, total);
        }
    }
}

fn begin(company: CompanyId) -> Begin {
    let (topic, subject, text) = (TopicId(201), "DM di agosto".into(), "Quando?".into());
    Begin { company, topic, subject, text, ..Begin::default() }
}

fn transfer(office: &str, unit: Unit) -> Action {
    Action::Transfer { office: code(office), unit, reason: "Competenza".into() }
}

fn close(outcome: Outcome) -> Action {
    Action::Close { outcome, comment: "Fatto.".into(), attachments: vec![] }
}

fn answer(outcome: Option<Outcome>) -> Action {
    let answer = Answer { decision: "Sistemata.".into(), ..Answer::default() };
    Action::Answer { answer, outcome, attachments: vec![] }
}

/// What is in the index.
fn kept(app: &TestApp) -> Vec<(u16, u8, i64, u128)> {
    app.app().store().read(|tx| LATEST.collect(tx, &Span::all(), Order::Ascending)).unwrap()
}

/// An index that is built anew is the one that was kept.
async fn rebuilt(app: &TestApp) {
    let before = kept(app);
    app.write(|tx| {
        for key in LATEST.collect(tx, &Span::all(), Order::Ascending)? {
            LATEST.delete(tx, &key)?;
        }
        Ok(())
    })
    .await;
    assert!(!before.is_empty() && kept(app).is_empty());
    let server = app.app().clone();
    let open = move || make_ready(server.store()).expect("it is built");
    tokio::task::spawn_blocking(open).await.unwrap();
    assert_eq!(kept(app), before);
}

#[tokio::test]
async fn it_is_what_a_plain_model_says_after_whatever_was_done() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let mut model = Model { app: &app, rows: Vec::new() };
    let mut ids = Vec::new();
    for _ in 0..9 {
        app.clock().set(app.app().now().plus_millis(1_000));
        let id = sent(&owner, world.company).await.id;
        model.add(id, State::Routed);
        ids.push(id);
    }
    // Two at the same moment: their ids decide.
    let id = sent(&owner, world.company).await.id;
    model.add(id, State::Routed);
    app.clock().advance_minutes(24 * 60);
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let other = staff(&app, "altrove", OFFICES[1], Role::Operator).await;
    let clients = [&operator, &other];
    model.agrees(clients).await;

    let begun = operator.send(&begin(world.company)).await.expect("it is sent").id;
    model.add(begun, State::begun(Side::Office));
    for id in [0, 1, 2, 3, 4, 7] {
        model.done(&operator, ids[id], Action::Take).await;
    }
    let text = String::from("Quale?");
    model.done(&operator, ids[1], Action::Ask { text, attachments: vec![] }).await;
    model.done(&operator, ids[0], Action::Note { text: "Tra noi".into() }).await;
    model.agrees(clients).await;
    let text = String::from("Agosto.");
    model.done(&owner, ids[1], Action::Reply { text, attachments: vec![] }).await;
    model.done(&operator, ids[2], answer(None)).await;
    model.done(&operator, ids[3], close(Outcome::Accepted)).await;
    model.done(&operator, ids[4], answer(Some(Outcome::Partly))).await;
    model.done(&owner, ids[5], Action::Withdraw { reason: String::new() }).await;
    let merge = Action::Merge { into: ids[0], comment: String::new() };
    model.done(&operator, ids[7], merge).await;
    model.agrees(clients).await;
    let reason = String::from("Non va");
    model.done(&owner, ids[3], Action::Reopen { reason, attachments: vec![] }).await;
    // One goes for good, one comes back.
    model.done(&operator, ids[6], transfer(OFFICES[1], Unit::ACCOUNTING)).await;
    model.done(&operator, ids[2], transfer(OFFICES[1], Unit::ACCOUNTING)).await;
    model.agrees(clients).await;
    model.done(&other, ids[2], transfer(OFFICES[0], Unit::RETURNS)).await;
    model.done(&other, ids[6], Action::Take).await;
    model.agrees(clients).await;
    rebuilt(&app).await;
    model.agrees(clients).await;
    app.deliver().await;
}

#[tokio::test]
async fn what_is_kept_no_longer_is_in_no_list() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let mut model = Model { app: &app, rows: Vec::new() };
    for _ in 0..4 {
        let id = sent(&owner, world.company).await.id;
        model.add(id, State::Routed);
        model.done(&operator, id, Action::Take).await;
        model.done(&operator, id, close(Outcome::Rejected)).await;
    }
    let open = sent(&owner, world.company).await.id;
    model.add(open, State::Routed);
    model.done(&operator, open, Action::Take).await;
    // The clock stands still, so that nothing is said in it.
    let ask = Action::Ask { text: "Quale?".into(), attachments: vec![] };
    model.done(&operator, open, ask).await;
    app.deliver().await;
    assert_eq!(kept(&app).len(), 5);
    let today = app.app().today();
    while app.app().today() <= today.plus_months(13) {
        app.clock().advance_minutes(24 * 60);
    }
    forgotten(&app, None, Some(12)).await;
    model.rows.retain(|row| row.id == open);
    let operator = app.sign_in("operatore").await;
    let other = staff(&app, "altrove", OFFICES[1], Role::Operator).await;
    model.agrees([&operator, &other]).await;
    assert_eq!(kept(&app).len(), 1);
    rebuilt(&app).await;
    app.deliver().await;
}
