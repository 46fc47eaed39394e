//! What the providers of certified mail say of a message comes into its ledger, once.

use std::fs;
use std::path::Path;

use backend::jobs::run_until_idle;
use backend::notifications::contacts::record;
use backend::notifications::pec::{Flaw, Taken, take_in};
use backend::people::service as people;
use backend::post::settings::Pec;
use harness::{Client, TestApp};
use shared::audit;
use shared::calendar::Instant;
use shared::notifications::{Channel, Choice, Event, Prefer, Receipt, Step};

use crate::notifications::relay::relay;
use crate::notifications::{app, here, post, steps, tell};

/// An app whose owner was sent a certified mail, and the id of that.
async fn sent() -> (TestApp, Client, String) {
    let (mails, got) = relay(None).await;
    let app = app(post(&here(mails), None)).await;
    app.write(|tx| {
        let Some(owner) = people::by_persona(tx, "titolare")? else { return Ok(()) };
        record(tx, owner.id, Channel::Pec, "trattoria@pec.example.it")
    })
    .await;
    let client = app.sign_in("titolare").await;
    let choice = Choice { event: Event::RequestClosed, channel: Channel::Pec, on: true };
    client.send(&Prefer { choices: vec![choice], ..Prefer::default() }).await.unwrap();
    tell(&app, Event::RequestClosed, "a").await;
    app.deliver().await;
    let got = got.got();
    let mail = got.iter().find(|mail| mail.to == "trattoria@pec.example.it").expect("it came");
    let id = mail.header("Message-ID").to_owned();
    (app, client, id)
}

/// A receipt as a provider writes it, so many seconds after a moment.
fn receipt(kind: &str, of: &str, since: Instant, seconds: i64) -> String {
    let at = said(since.plus_millis(seconds * 1000));
    format!(
        "Return-Path: <>\r\nX-Ricevuta: {kind}\r\nX-TipoRicevuta: breve\r\n\
         Date: {at}\r\nSubject: POSTA CERTIFICATA\r\n\
         From: posta-certificata@pec.example.it\r\nTo: cassetto@pec.example.it\r\n\
         Message-ID: <r{seconds}@pec.example.it>\r\nX-Riferimento-Message-ID: {of}\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRicevuta.\r\n"
    )
}

/// A moment as a mail says it.
fn said(at: Instant) -> String {
    let seconds = at.millis() / 1000;
    let (day, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = shared::calendar::Day::from_epoch_days(day);
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = &months[(day.month() as usize - 1) * 3..][..3];
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    let year = &day.to_string()[..4];
    format!("{} {month} {year} {hour:02}:{minute:02}:{second:02} +0000", day.day())
}

fn put(folder: &Path, name: &str, mail: &str) {
    fs::write(folder.join(name), mail).unwrap();
}

/// A server over the same store that reads this folder.
async fn watching(app: &TestApp, folder: &Path) -> TestApp {
    let pec = Pec { receipts: Some(folder.to_owned()), ..Pec::default() };
    let watching = TestApp::with().store(app.app().store().clone());
    watching.config(|config| config.pec = Some(pec)).build().await
}

#[tokio::test]
async fn receipts_are_told_in_the_ledger_once_and_in_the_order_of_their_moments() {
    let (app, client, id) = sent().await;
    let (folder, now) = (tempfile::tempdir().unwrap(), app.app().now());
    put(folder.path(), "b.eml", &receipt("avvenuta-consegna", &id, now, 9));
    let first = take_in(app.app(), folder.path()).await.unwrap();
    assert_eq!(first.iter().map(|(_, taken)| *taken).collect::<Vec<_>>(), [Taken::Recorded]);
    put(folder.path(), "c.eml", &receipt("Accettazione", &id, now, 3));
    let both: Vec<_> = take_in(app.app(), folder.path()).await.unwrap();
    assert_eq!(
        both.iter().map(|(_, taken)| *taken).collect::<Vec<_>>(),
        [Taken::Recorded, Taken::Known],
        "the older one first; nothing is written down twice"
    );
    let told = [
        Step::Queued,
        Step::HandedOver,
        Step::Receipted(Receipt::Accepted),
        Step::Receipted(Receipt::Delivered),
    ];
    assert_eq!(steps(&client, Channel::Pec).await, told);
    let log = app.sign_in("revisore").await.send(&audit::List::default()).await.unwrap().items;
    let noted = log.iter().filter(|entry| entry.action == "notifications.pec_receipt");
    assert_eq!(noted.count(), 2);
    app.deliver().await;
}

#[tokio::test]
async fn what_did_not_arrive_is_told_too() {
    let (app, client, id) = sent().await;
    let (folder, now) = (tempfile::tempdir().unwrap(), app.app().now());
    for (name, kind, after) in [
        ("1", "non-accettazione", 1),
        ("2", "preavviso-errore-consegna", 2),
        ("3", "errore-consegna", 3),
        ("4", "rilevazione-virus", 4),
    ] {
        put(folder.path(), name, &receipt(kind, &id, now, after));
    }
    take_in(app.app(), folder.path()).await.unwrap();
    let told = steps(&client, Channel::Pec).await;
    let receipts = [Receipt::NotAccepted, Receipt::Late, Receipt::Undelivered, Receipt::Virus];
    assert_eq!(told[2..], receipts.map(Step::Receipted));
    app.deliver().await;
}

#[tokio::test]
async fn what_is_no_receipt_of_ours_is_refused_for_its_reason_and_changes_nothing() {
    let (app, client, id) = sent().await;
    let (folder, now) = (tempfile::tempdir().unwrap(), app.app().now());
    let path = folder.path();
    let of = |of: &str| receipt("avvenuta-consegna", of, now, 1);
    let (name, domain) = id.trim_matches(['<', '>']).split_once('@').unwrap();
    let (key, since) = name.split_once('.').unwrap();
    put(path, "a", &of(&format!("<{key}.1@{domain}>")));
    put(path, "b", &of(&format!("<c{}.{since}@{domain}>", &key[1..])));
    put(path, "c", &of("<n99999999.1@pec.example.it>"));
    put(path, "d", &of("' OR 1=1 --"));
    put(path, "e", "Subject: Saluti\r\n\r\nX-Ricevuta: accettazione\r\n");
    put(path, "f", &receipt("presa-in-carico", &id, now, 1));
    put(path, "g", &receipt("avvenuta-consegna", &id, now, -90_000));
    put(path, "h", &receipt("avvenuta-consegna", &id, now, 2 * 86_400));
    put(path, "i", &["X-Ricevuta: accettazione\r\n", &of(&id)].concat());
    fs::write(path.join("j"), [0_u8, 255, 1, 254]).unwrap();
    fs::File::create(path.join("k")).unwrap().set_len(64 * 1024 * 1024).unwrap();
    fs::create_dir(path.join("folder")).unwrap();
    put(path, ".hidden", &of(&id));
    #[cfg(unix)]
    std::os::unix::fs::symlink(path.join(".hidden"), path.join("link")).unwrap();
    let taken = take_in(app.app(), path).await.unwrap();
    let why = |name: &str| taken.iter().find(|(path, _)| path.ends_with(name)).unwrap().1;
    for stranger in ["a", "b", "c", "d"] {
        assert_eq!(why(stranger), Taken::Refused(Flaw::Stranger), "{stranger}");
    }
    assert_eq!(why("e"), Taken::Refused(Flaw::NoReceipt));
    assert_eq!(why("f"), Taken::Refused(Flaw::UnknownKind));
    assert_eq!(why("g"), Taken::Refused(Flaw::OutOfTime));
    assert_eq!(why("h"), Taken::Refused(Flaw::OutOfTime));
    assert_eq!(why("i"), Taken::Refused(Flaw::Twice));
    assert!(matches!(why("j"), Taken::Refused(Flaw::NoMail | Flaw::NoReceipt)));
    assert_eq!(why("k"), Taken::Refused(Flaw::TooLarge));
    assert_eq!(taken.len(), 11, "no folder, no link, nothing that is still being written");
    assert_eq!(steps(&client, Channel::Pec).await, [Step::Queued, Step::HandedOver]);
    app.deliver().await;
}

#[tokio::test]
async fn a_server_reads_the_folder_it_was_told_and_sets_aside_what_it_read() {
    let (app, client, id) = sent().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    put(path, "good.eml", &receipt("avvenuta-consegna", &id, app.app().now(), 5));
    put(path, "other.eml", "Subject: Saluti\r\n\r\nCiao.\r\n");
    let watching = watching(&app, path).await;
    run_until_idle(watching.app()).await.unwrap();
    assert!(path.join("read/good.eml").exists() && path.join("refused/other.eml").exists());
    let told = steps(&client, Channel::Pec).await;
    assert_eq!(told.last(), Some(&Step::Receipted(Receipt::Delivered)));
}

#[tokio::test]
async fn receipts_that_are_called_alike_are_told_and_kept_each() {
    let (app, client, id) = sent().await;
    let (folder, now) = (tempfile::tempdir().unwrap(), app.app().now());
    let path = folder.path();
    let watching = watching(&app, path).await;
    let kinds = ["accettazione", "preavviso-errore-consegna", "avvenuta-consegna"];
    for (kind, after) in kinds.into_iter().zip(1..) {
        put(path, "1.eml", &receipt(kind, &id, now, after));
        run_until_idle(watching.app()).await.unwrap();
        assert!(!path.join("1.eml").exists(), "{kind} was read");
        watching.clock().advance_minutes(6);
    }
    for (name, kind) in ["1.eml", "2-1.eml", "3-1.eml"].into_iter().zip(kinds) {
        let kept = fs::read_to_string(path.join("read").join(name)).unwrap();
        assert!(kept.contains(&format!("X-Ricevuta: {kind}\r\n")), "{name}");
    }
    let told = [Receipt::Accepted, Receipt::Late, Receipt::Delivered].map(Step::Receipted);
    assert_eq!(steps(&client, Channel::Pec).await[2..], told);
}

#[cfg(unix)]
#[tokio::test]
async fn a_receipt_that_cannot_be_read_stays_and_keeps_none_of_the_others_from_being_read() {
    use std::os::unix::fs::PermissionsExt;

    let (app, client, id) = sent().await;
    let (folder, now) = (tempfile::tempdir().unwrap(), app.app().now());
    let path = folder.path();
    let watching = watching(&app, path).await;
    put(path, "1.eml", &receipt("accettazione", &id, now, 1));
    put(path, "2.eml", &receipt("avvenuta-consegna", &id, now, 2));
    let locked = path.join("1.eml");
    let lock = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
    lock(0o000);
    // Whoever may read everything reads this as well.
    let is_locked = fs::read(&locked).is_err();
    run_until_idle(watching.app()).await.unwrap();
    assert!(path.join("read/2.eml").exists());
    assert_eq!(locked.exists(), is_locked, "it is neither lost nor refused");
    assert!(!path.join("refused").exists());
    let accepted = Step::Receipted(Receipt::Accepted);
    assert_eq!(steps(&client, Channel::Pec).await.contains(&accepted), !is_locked);
    if is_locked {
        lock(0o600);
    }
    watching.clock().advance_minutes(6);
    run_until_idle(watching.app()).await.unwrap();
    assert!(path.join("read/1.eml").exists());
    let told = [Receipt::Accepted, Receipt::Delivered].map(Step::Receipted);
    assert_eq!(steps(&client, Channel::Pec).await[2..], told, "in the order of their moments");

    let gone = path.join("nowhere");
    assert!(take_in(app.app(), &gone).await.is_err(), "a folder that is none is told");
}
