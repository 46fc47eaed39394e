//! The register of an office: read by day, annulled with a reason that stays, closed by itself, handed out as a file.

use std::fs;

use harness::{TestApp, World};
use http::StatusCode;
use sha2::{Digest, Sha256};
use shared::audit;
use shared::calendar::Day;
use shared::endpoint::url;
use shared::export::Format;
use shared::format;
use shared::lang::Lang;
use shared::notifications;
use shared::offices::OfficeCode;
use shared::register::{
    Annul, Days, Direction, Export, ExportDays, Find, ProtocolNumber, Recover, Registered, Show,
    USUAL_SEARCH, Verify,
};
use shared::requests::{Action, Outcome, Show as Asked};

use crate::requests::{act, sent};

fn show(day: Day) -> Show {
    Show { office: None, day, cursor: None, limit: None }
}

fn annul(number: ProtocolNumber, reason: &str) -> Annul {
    Annul { number, reason: reason.to_owned() }
}

#[tokio::test]
async fn a_day_is_read_in_pages_received_first() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let first = sent(&owner, world.company).await;
    sent(&owner, world.company).await;
    act(&operator, first.id, Action::Take).await.unwrap();
    act(&operator, first.id, Action::Ask { text: "Quale?".into(), attachments: vec![] })
        .await
        .unwrap();
    let today = app.app().today();
    let shown = operator.send(&show(today)).await.unwrap();
    let directions: Vec<_> = shown.page.items.iter().map(|line| line.number.direction).collect();
    assert_eq!(directions, [Direction::In, Direction::In, Direction::Out]);
    assert_eq!(shown.page.items[0].digest, first.receipt.registered.digest);
    assert!(shown.closed.is_none(), "the day lasts");
    let page = operator.send(&Show { limit: Some(2), ..show(today) }).await.unwrap().page;
    let rest = Show { cursor: page.next, ..show(today) };
    assert_eq!((page.items.len(), page.total), (2, Some(3)));
    assert_eq!(operator.send(&rest).await.unwrap().page.items.len(), 1);

    // Other offices do not see it; the auditor does, by its name.
    let (office, other) = (OfficeCode::parse("7010").unwrap(), OfficeCode::parse("4900").unwrap());
    let of = |office| Show { office: Some(office), ..show(today) };
    assert_eq!(operator.send(&of(other)).await.unwrap_err().status, 404);
    let auditor = app.sign_in("revisore").await;
    assert_eq!(auditor.send(&of(office)).await.unwrap().page.total, Some(3));
    assert_eq!(auditor.send(&show(today)).await.unwrap_err().errors[0].reason, "empty");
    app.deliver().await;
}

#[tokio::test]
async fn whatever_a_customer_declares_is_received_under_a_number_and_a_rating_is_not() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, operator) = (app.sign_in("titolare").await, app.sign_in("operatore").await);
    let id = sent(&owner, world.company).await.id;
    let given = async |request, action| {
        let done = act(&owner, request, action).await.unwrap();
        done.protocol.map(|number| (number.direction, number.number))
    };
    let call = Action::CallBack { phone: "06 555 0100".into(), when: "la mattina".into() };
    assert_eq!(given(id, call).await, Some((Direction::In, 2)));
    let end =
        Action::Close { outcome: Outcome::Accepted, comment: "Fatto.".into(), attachments: vec![] };
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, end.clone()).await.unwrap();
    let again = Action::Reopen { reason: "Manca un mese".into(), attachments: vec![] };
    assert_eq!(given(id, again).await, Some((Direction::In, 3)));
    act(&operator, id, Action::Take).await.unwrap();
    act(&operator, id, end).await.unwrap();
    let stars = Action::Rate { stars: 4, aspect: None, comment: "Bene".into() };
    assert_eq!(given(id, stars).await, None);
    let other = sent(&owner, world.company).await.id;
    let back = Action::Withdraw { reason: String::new() };
    assert_eq!(given(other, back).await, Some((Direction::In, 5)), "without a word too");

    // Each is verified by what its line says, and stands in the register of the day.
    let lines = owner.send(&Asked { request: id }).await.unwrap().lines;
    let received = lines.into_iter().filter_map(|line| line.registered);
    let received = received.filter(|one| one.number.direction == Direction::In);
    let received: Vec<_> = received.collect();
    assert_eq!(received.len(), 3);
    for Registered { number, digest, .. } in received {
        let verify = Verify { number, digest, file: None };
        assert!(!app.anonymous().send(&verify).await.unwrap().annulled);
    }
    let shown = operator.send(&show(app.app().today())).await.unwrap();
    assert_eq!(shown.page.total, Some(7), "five that came, two that went");
    app.deliver().await;
}

#[tokio::test]
async fn the_head_of_the_office_annuls_once_and_says_why() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let (operator, head) = (app.sign_in("operatore").await, app.sign_in("responsabile").await);
    sent(&owner, world.company).await;
    let second = sent(&owner, world.company).await;
    let number = second.receipt.registered.number;
    let twice = annul(number, "Registrata due volte");
    assert_eq!(operator.send(&twice).await.unwrap_err().status, 403);
    let other = OfficeCode::parse("4900").unwrap();
    for strange in
        [ProtocolNumber { number: 99, ..number }, ProtocolNumber { office: other, ..number }]
    {
        assert_eq!(head.send(&annul(strange, "x")).await.unwrap_err().status, 404);
    }
    // Whoever asked reads why: what nobody can read, or what turns round, is no reason.
    for (reason, wrong) in
        [("  ", "empty"), ("\u{200b}", "empty"), ("Per \u{202e}erorre", "characters")]
    {
        let refused = head.send(&annul(number, reason)).await.unwrap_err().errors.remove(0);
        assert_eq!((&*refused.field, &*refused.reason), ("reason", wrong));
    }
    let line = head.send(&twice).await.unwrap();
    assert_eq!(line.annulled.unwrap().reason, "Registrata due volte");
    let told = owner.send(&Asked { request: second.id }).await.unwrap().lines.swap_remove(0);
    let reason = told.annulled.map(|annulled| annulled.reason);
    assert_eq!(reason.as_deref(), Some("Registrata due volte"), "whoever asked reads it too");
    let news = owner.send(&notifications::List::default()).await.unwrap().items;
    assert_eq!(news[0].title, format!("Registrazione annullata: {number}"));
    let again = head.send(&annul(number, "Ancora")).await.unwrap_err();
    assert_eq!(again.errors[0].reason, "annulled");
    let shown = operator.send(&show(app.app().today())).await.unwrap();
    assert_eq!((shown.page.items.len(), shown.annulled.len()), (2, 1), "it stays readable");
    // Whoever holds the receipt learns of it; whoever has only the number learns nothing.
    let digest = sent(&owner, world.company).await.receipt.registered.digest;
    let verify = |digest: &str| Verify { number, digest: digest.to_owned(), file: None };
    let verified = app.anonymous().send(&verify(&digest)).await.unwrap();
    assert!(verified.annulled && verified.simulated);
    assert_eq!(app.anonymous().send(&verify("")).await.unwrap_err().status, 404);
    let next = sent(&owner, world.company).await.receipt.registered.number.number;
    assert_eq!(next, 4, "its number is not given again");
    app.deliver().await;
}

#[tokio::test]
async fn a_day_that_is_over_is_closed_and_stays_as_it_was() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let first = sent(&owner, world.company).await.receipt.registered.number;
    let second = sent(&owner, world.company).await.receipt.registered.number;
    let head = app.sign_in("responsabile").await;
    head.send(&annul(second, "Registrata due volte")).await.unwrap();
    let day = app.app().today();
    app.clock().advance_minutes(24 * 60);
    app.deliver().await;
    let head = app.sign_in("responsabile").await;
    let closed = head.send(&show(day)).await.unwrap().closed.expect("the day is closed");
    assert!(closed.intact);
    let export = Export { office: None, day, format: Format::Csv, lang: None };
    let file = head.get(&url(&export).unwrap()).await;
    assert_eq!(file.status, StatusCode::OK);
    let text = String::from_utf8(file.body.to_vec()).unwrap();
    assert!(text.contains(&closed.digest) && text.contains("Registrata due volte"), "{text}");
    // A later annulment is of its own day.
    head.send(&annul(first, "Per errore")).await.unwrap();
    assert!(head.send(&show(day)).await.unwrap().closed.unwrap().intact);
    assert_eq!(head.send(&show(app.app().today())).await.unwrap().annulled.len(), 1);
    app.deliver().await;
}

#[tokio::test]
async fn a_closed_day_is_handed_over_once_with_its_digest() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("protocollo");
    let app = TestApp::with().config(|set| set.register.folder = Some(place.clone())).build().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let number = sent(&owner, world.company).await.receipt.registered.number;
    let day = app.app().today();
    app.deliver().await;
    assert!(!place.exists(), "the day is not over");
    app.clock().advance_minutes(24 * 60);
    app.deliver().await;
    let file = place.join(format!("7010-{day}.csv"));
    let sum = place.join(format!("7010-{day}.csv.sha256"));
    let text = fs::read_to_string(&file).unwrap();
    let head = app.sign_in("responsabile").await;
    let closed = head.send(&show(day)).await.unwrap().closed.expect("the day is closed");
    assert!(text.contains(&closed.digest) && text.contains(&number.to_string()), "{text}");
    let hash: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(fs::read_to_string(&sum).unwrap(), format!("{hash}  7010-{day}.csv\n"));
    assert_eq!(fs::read_dir(&place).unwrap().count(), 2, "and nothing unfinished");

    // What is annulled later is of another day, and what was taken away does not come again.
    head.send(&annul(number, "Per errore")).await.unwrap();
    fs::remove_file(&file).unwrap();
    app.clock().advance_minutes(24 * 60);
    app.deliver().await;
    assert!(!file.exists());
    let next = place.join(format!("7010-{}.csv", day.plus_days(1)));
    assert!(fs::read_to_string(next).unwrap().contains("Per errore"));
}

#[tokio::test]
async fn lines_are_found_by_number_company_and_subject_and_closed_days_are_listed() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let first = sent(&owner, world.company).await.receipt.registered.number;
    for _ in 0..2 {
        sent(&owner, world.company).await;
    }
    let head = app.sign_in("responsabile").await;
    let find = |text: &str| Find { text: text.to_owned(), ..Find::default() };
    let by_number = head.send(&find(&first.to_string())).await.unwrap().items;
    assert_eq!(by_number.iter().map(|line| line.number).collect::<Vec<_>>(), [first]);
    for text in ["TRATTORIA", "dm di ago", "7010.e.2026.000000"] {
        let numbers: Vec<u64> = head
            .send(&find(text))
            .await
            .unwrap()
            .items
            .iter()
            .map(|line| line.number.number)
            .collect();
        assert_eq!(numbers, [3, 2, 1], "{text}");
    }
    let mut paged = Find { limit: Some(2), ..find("trattoria") };
    let page = head.send(&paged).await.unwrap();
    assert_eq!(page.items.len(), 2);
    paged.cursor = page.next;
    let rest = head.send(&paged).await.unwrap();
    assert_eq!((rest.items[0].number, rest.next), (first, None));
    assert!(head.send(&find("officina")).await.unwrap().items.is_empty());
    assert!(head.send(&find("4900.E.2026.0000001")).await.unwrap().items.is_empty());
    assert_eq!(head.send(&find(" ")).await.unwrap_err().errors[0].reason, "empty");
    let long = Find { from: Day::new(2020, 1, 1), ..find("dm") };
    assert_eq!(head.send(&long).await.unwrap_err().errors[0].reason, "too_long");

    let day = app.app().today();
    assert!(head.send(&Days::default()).await.unwrap().items.is_empty(), "the day lasts");
    app.clock().advance_minutes(24 * 60);
    app.deliver().await;
    let head = app.sign_in("responsabile").await;
    let days = head.send(&Days::default()).await.unwrap().items;
    let [closed] = days.as_slice() else { panic!("{days:?}") };
    assert_eq!((closed.day, closed.received, closed.sent, closed.annulled), (day, 3, 0, 0));
    let shown = head.send(&show(day)).await.unwrap().closed.expect("the day is closed");
    assert_eq!((shown.digest, shown.intact), (closed.digest.clone(), true));
    let other = Days { office: OfficeCode::parse("4900").ok(), ..Days::default() };
    assert_eq!(head.send(&other).await.unwrap_err().status, 404);
}

#[tokio::test]
async fn the_days_that_are_closed_are_a_file_with_their_digests() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    sent(&owner, world.company).await;
    let second = sent(&owner, world.company).await.receipt.registered.number;
    let head = app.sign_in("responsabile").await;
    head.send(&annul(second, "Registrata due volte")).await.unwrap();
    let day = app.app().today();
    app.clock().advance_minutes(24 * 60);
    app.deliver().await;
    let (head, auditor) = (app.sign_in("responsabile").await, app.sign_in("revisore").await);
    let digest = head.send(&show(day)).await.unwrap().closed.expect("the day is closed").digest;
    let file = |code: Option<&str>| {
        let office = code.map(|code| OfficeCode::parse(code).unwrap());
        url(&ExportDays { office, ..ExportDays::default() }).unwrap()
    };
    for (client, office) in [(&head, None), (&auditor, Some("7010"))] {
        let reply = client.get(&file(office)).await;
        assert_eq!(reply.status, StatusCode::OK);
        let text = String::from_utf8(reply.body.to_vec()).unwrap();
        assert!(text.contains(";\"Giorni chiusi del protocollo\"\r\n"), "{text}");
        assert!(text.contains("\"Filtro\";\"Sede: ") && text.contains("\"Righe\";\"1\""), "{text}");
        let counts = [format::day(day, Lang::It).as_str(), ";2;0;1;"].concat();
        let row = text.lines().find(|line| line.starts_with(&counts)).expect("the day's row");
        assert!(row.ends_with(&format!(";\"{digest}\"")), "{row}");
    }
    assert_eq!(head.get(&file(Some("4900"))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(auditor.get(&file(None)).await.problem().errors[0].reason, "empty");
}

#[tokio::test]
async fn the_lines_that_were_looked_for_are_a_file() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let owner = app.sign_in("titolare").await;
    let first = sent(&owner, world.company).await.receipt.registered.number;
    let second = sent(&owner, world.company).await.receipt.registered.number;
    let (head, auditor) = (app.sign_in("responsabile").await, app.sign_in("revisore").await);
    head.send(&annul(second, "Registrata due volte")).await.unwrap();
    let today = app.app().today();
    let from = today.plus_days(-USUAL_SEARCH);
    let file = |text: &str, code: Option<&str>| {
        let office = code.map(|code| OfficeCode::parse(code).unwrap());
        let found = Find { office, text: text.to_owned(), ..Find::default() };
        url(&found.export(Format::Csv, None)).unwrap()
    };
    for (client, office) in [(&head, None), (&auditor, Some("7010"))] {
        let reply = client.get(&file("trattoria", office)).await;
        assert_eq!(reply.status, StatusCode::OK);
        let text = String::from_utf8(reply.body.to_vec()).unwrap();
        assert!(text.contains(";\"Righe del protocollo\"\r\n"), "{text}");
        let [from, to] = [from, today].map(|day| format::day(day, Lang::It));
        let said = format!("; Che cosa si cerca: trattoria; Dal: {from}; Al: {to}\"\r\n");
        assert!(text.contains("\"Filtro\";\"Sede: ") && text.contains(&said), "{text}");
        assert!(text.contains("\"Righe\";\"2\""), "{text}");
        let row = |number: ProtocolNumber| {
            let begins = format!("\"{number}\";\"Ricevuto\";");
            text.lines().find(|line| line.starts_with(&begins)).expect("a row").to_owned()
        };
        assert!(row(second).ends_with(": Registrata due volte\";"), "{text}");
        assert!(!row(first).contains("Registrata due volte"), "{text}");
    }
    let one = head.get(&file(&first.to_string(), None)).await;
    let one = String::from_utf8(one.body.to_vec()).unwrap();
    assert!(one.contains("\"Righe\";\"1\"") && !one.contains("Dal: "), "of whatever day: {one}");
    let log = auditor.send(&audit::List::default()).await.unwrap().items;
    let noted = format!("csv; 2 rows; office=7010; text=…; from={from}; to={today}");
    let of_files = log.iter().filter(|entry| entry.action == "register.export_found");
    assert_eq!(of_files.filter(|entry| entry.detail.as_ref() == Some(&noted)).count(), 2);
    assert_eq!(head.get(&file("dm", Some("4900"))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(head.get(&file(" ", None)).await.problem().errors[0].reason, "empty");
    app.deliver().await;
}

#[tokio::test]
async fn what_was_registered_by_hand_is_entered_once_and_keeps_its_number() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let (owner, head) = (app.sign_in("titolare").await, app.sign_in("responsabile").await);
    sent(&owner, world.company).await;
    let (today, at) = (app.app().today(), app.app().now().plus_millis(-3_600_000));
    let by_hand = Recover {
        direction: Direction::In,
        number: 1,
        at,
        party: "Forno Esempio".into(),
        subject: "Consegna a mano".into(),
        cause: "Mancava la corrente".into(),
    };
    let line = head.send(&by_hand).await.unwrap();
    assert_eq!((line.number.number, line.about.as_str()), (2, ""), "after what was there");
    let emergency = line.emergency.clone().expect("where it stood");
    assert_eq!((emergency.number, emergency.at), (1, at));
    let shown = head.send(&show(today)).await.unwrap().page.items;
    assert_eq!(shown.last(), Some(&line));
    let next = Recover { number: 2, direction: Direction::Out, ..by_hand.clone() };
    assert_eq!(head.send(&next).await.unwrap().number.direction, Direction::Out);

    let refused = async |request: Recover| {
        let fault = head.send(&request).await.unwrap_err().errors.remove(0);
        (fault.field, fault.reason)
    };
    let is = |field: &str, reason: &str| (field.to_owned(), reason.to_owned());
    let cause = "Un'altra causa".to_owned();
    let again = Recover { cause, ..by_hand.clone() };
    assert_eq!(refused(again).await, is("number", "twice"));
    assert_eq!(refused(Recover { number: 0, ..by_hand.clone() }).await, is("number", "zero"));
    let later = app.app().now().plus_millis(60_000);
    let later = Recover { number: 3, at: later, ..by_hand.clone() };
    assert_eq!(refused(later).await, is("at", "future"));
    let nobody = Recover { number: 3, party: " ".into(), ..by_hand.clone() };
    assert_eq!(refused(nobody).await, is("party", "empty"));
    let operator = app.sign_in("operatore").await;
    assert_eq!(operator.send(&by_hand).await.unwrap_err().code, "forbidden");
    app.deliver().await;
}
