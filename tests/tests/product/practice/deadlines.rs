//! Deadlines and their calendar.

use std::collections::BTreeMap;

use harness::{TestApp, World};
use http::StatusCode;
use shared::deadlines::{CloseFeed, Days, Kind, List, MyFeed, OpenFeed, State};

use super::{client_of, day};

#[tokio::test]
async fn deadlines_stand_as_their_day_and_the_ledger_say() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let ending = client_of(&app, &world, 1, (day(1, 1), Some(day(11, 3)))).await;
    let client = app.sign_in("consulente").await;
    let request = List { company: Some(world.company), limit: Some(100), ..List::default() };
    let all = client.send(&request).await.unwrap().items;
    let of = |kind: Kind, month: &str| {
        let is = |month: Option<shared::calendar::Month>| month.map(|month| month.to_string());
        all.iter().find(|row| row.kind == kind && is(row.month).as_deref() == Some(month))
    };
    // September was declared and paid before its terms: done, and still to come.
    for (kind, due) in [(Kind::F24, day(10, 16)), (Kind::Uniemens, day(11, 2))] {
        let row = of(kind, "2026-09").expect("a row");
        assert_eq!((row.day, row.state), (due, State::Done));
    }
    assert_eq!(of(Kind::F24, "2026-08").map(|row| row.state), Some(State::Overdue));
    assert_eq!(
        of(Kind::F24, "2026-10").map(|row| (row.day, row.state)),
        Some((day(11, 16), State::Later))
    );
    assert!(all.windows(2).all(|pair| pair[0].day <= pair[1].day));

    let delegation = List { kind: Some(Kind::Delegation), ..List::default() };
    let delegation = client.send(&delegation).await.unwrap().items;
    let found: Vec<_> = delegation.iter().map(|row| (row.company, row.day, row.state)).collect();
    assert_eq!(found, [(ending, day(11, 3), State::Month)]);
    let done = List { state: Some(State::Done), ..List::default() };
    assert_eq!(client.send(&done).await.unwrap().items.len(), 2);
}

#[tokio::test]
async fn pages_and_days_count_the_same() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    for number in 0..6 {
        client_of(&app, &world, number, (day(1, 1), None)).await;
    }
    let client = app.sign_in("consulente").await;
    let (from, to) = (Some(day(10, 14)), Some(day(12, 31)));
    let mut counted: BTreeMap<_, u32> = BTreeMap::new();
    let mut cursor = None;
    let mut seen = 0;
    loop {
        let request = List { from, to, cursor, limit: Some(5), ..List::default() };
        let page = client.send(&request).await.unwrap();
        seen += page.items.len() as u64;
        for row in &page.items {
            *counted.entry((row.day, row.kind)).or_default() += 1;
        }
        cursor = page.next;
        if cursor.is_none() {
            assert_eq!(page.total, Some(seen));
            break;
        }
    }
    let days = client.send(&Days { from, to, company: None }).await.unwrap();
    let sums: BTreeMap<_, u32> =
        days.iter().map(|sum| ((sum.day, sum.kind), sum.open + sum.done)).collect();
    assert_eq!(counted, sums);
    assert!(!sums.is_empty());
}

#[tokio::test]
async fn a_feed_is_read_by_its_secret_until_it_is_revoked_or_replaced() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    client_of(&app, &world, 1, (day(1, 1), Some(day(11, 3)))).await;
    let client = app.sign_in("consulente").await;
    assert!(client.send(&MyFeed {}).await.unwrap().since.is_some(), "the world made one");
    let first = client.send(&OpenFeed {}).await.unwrap().path;
    let made_before = format!("/api/v1/feeds/{}", world.feed);
    let nobody = app.anonymous();
    assert_eq!(nobody.get(&made_before).await.problem().code, "not_found");

    let calendar = nobody.get(&first).await;
    assert_eq!(calendar.status, StatusCode::OK);
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(calendar.header("cache-control"), "no-store");
    let text = String::from_utf8(calendar.body.to_vec()).unwrap();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
            && text.ends_with("END:VCALENDAR\r\n")
    );
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let text = text.replace("\r\n ", "");
    for expected in [
        "DTSTART;VALUE=DATE:20261116\r\nDTEND;VALUE=DATE:20261117\r\nSUMMARY:F24 di ottobre 2026: 2 aziende",
        "DESCRIPTION:Azienda 001\\nTrattoria Esempio",
        "SUMMARY:Scade la delega: Azienda 001",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), text.matches("\r\nUID:").count());
    let september = "SUMMARY:F24 di settembre 2026: Azienda 001\r\n";
    assert!(text.contains(september), "what the other company has done is not in it: {text}");

    let second = client.send(&OpenFeed {}).await.unwrap().path;
    assert_ne!(first, second);
    let dead = nobody.get(&first).await;
    assert_eq!(dead.problem().code, "not_found");
    let missing = nobody.get(&format!("/api/v1/feeds/{}", "0".repeat(64))).await;
    assert_eq!(missing.problem().code, "not_found");
    assert_eq!(nobody.get("/api/v1/feeds/short").await.problem().code, "not_found");
    client.send(&CloseFeed {}).await.unwrap();
    assert_eq!(nobody.get(&second).await.problem().code, "not_found");
    assert_eq!(client.send(&MyFeed {}).await.unwrap().since, None);
    client.send(&CloseFeed {}).await.unwrap();
}

#[tokio::test]
async fn a_feed_that_is_fetched_too_often_is_refused() {
    use backend::http::settings::Rate;
    let rate = Rate { burst: 2, per_minute: 1 };
    let app = TestApp::with().config(|config| config.http.rates.feed = rate).build().await;
    let world = World::of(&app).await;
    let path = format!("/api/v1/feeds/{}.ics", world.feed);
    let nobody = app.anonymous();
    for _ in 0..2 {
        assert_eq!(nobody.get(&path).await.status, StatusCode::OK);
    }
    assert_eq!(nobody.get(&path).await.problem().code, "too_many");
}
