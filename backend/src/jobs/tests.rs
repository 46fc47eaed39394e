//! The queue over an in-memory store and a clock that moves when told.

use std::sync::Arc;

use shared::notifications::{Channel, Why};

use super::mail::Mail;
use super::table::JOBS;
use super::{Backlog, Job, MAX_ATTEMPTS, backlog, enqueue, run_until_idle};
use crate::app::App;
use crate::clock::{Clock, TestClock};
use crate::fault::Error;
use crate::post::{Carried, Carrier, Letter, Memory, Post, Trouble};
use crate::store::Store;

fn mail() -> Mail {
    Mail { to: "anna@example.org".into(), subject: "Avviso".into(), body: "Testo".into() }
}

fn app(clock: &Arc<TestClock>, mailer: impl Carrier + 'static) -> App {
    let clock = Arc::clone(clock) as Arc<dyn Clock>;
    App::over(Store::in_memory().unwrap())
        .clock(clock)
        .post(Post::default().with(Channel::Email, mailer))
        .build()
}

async fn promise(app: &App, job: Job) {
    let now = app.now();
    app.store().transact(move |tx| enqueue(tx, now, job.clone())).await.unwrap();
}

fn queue(app: &App) -> Backlog {
    app.store().read(|tx| backlog(tx, app.now())).unwrap()
}

#[tokio::test]
async fn one_event_is_one_mail() {
    let (clock, mailer) = (Arc::default(), Memory::default());
    let app = app(&clock, mailer.clone());
    for _ in 0..2 {
        promise(&app, mail().job(Some("event/1".into())).unwrap()).await;
    }
    promise(&app, mail().job(None).unwrap()).await;
    assert_eq!(queue(&app).undelivered, 2);
    assert_eq!(run_until_idle(&app).await.unwrap(), 2);
    let sent = mailer.sent();
    assert_eq!(sent.len(), 2);
    assert!(sent.iter().all(|letter| letter.to == mail().to && letter.body == mail().body));
    assert_eq!(queue(&app), Backlog::default());
}

#[tokio::test]
async fn what_is_undone_does_not_happen() {
    let (clock, mailer) = (Arc::default(), Memory::default());
    let app = app(&clock, mailer.clone());
    let now = app.now();
    let failed: Result<(), Error> = app
        .store()
        .transact(move |tx| {
            enqueue(tx, now, mail().job(None)?)?;
            Err(shared::fault::Fault::Busy.into())
        })
        .await;
    assert!(failed.is_err());
    assert_eq!(run_until_idle(&app).await.unwrap(), 0);
    assert!(mailer.sent().is_empty());
}

#[tokio::test]
async fn a_job_for_later_waits() {
    let (clock, mailer) = (Arc::<TestClock>::default(), Memory::default());
    let app = app(&clock, mailer.clone());
    let not_before = Some(app.now().plus_millis(60 * 60_000));
    promise(&app, Job { not_before, ..mail().job(None).unwrap() }).await;
    clock.advance_minutes(59);
    assert_eq!(run_until_idle(&app).await.unwrap(), 0);
    assert_eq!(queue(&app), Backlog { later: 1, ..Backlog::default() });
    clock.advance_minutes(1);
    assert_eq!(run_until_idle(&app).await.unwrap(), 1);
    assert_eq!(mailer.sent().len(), 1);
}

struct Broken;

impl Carrier for Broken {
    fn carry<'a>(&'a self, _: &'a Letter) -> Carried<'a> {
        let detail = "the post is on strike".to_owned();
        Box::pin(async { Err(Trouble { why: Why::Unreachable, detail }) })
    }
}

struct Panics;

impl Carrier for Panics {
    fn carry<'a>(&'a self, _: &'a Letter) -> Carried<'a> {
        panic!("the post is on fire")
    }
}

async fn fails_until_given_up(app: &App, clock: &TestClock) {
    promise(app, mail().job(None).unwrap()).await;
    let mut attempts = 0;
    while queue(app).dead == 0 {
        assert_eq!(queue(app).undelivered, 1);
        run_until_idle(app).await.unwrap();
        attempts += 1;
        assert!(attempts <= MAX_ATTEMPTS, "it is never given up");
        // Later than any wait between two attempts.
        clock.advance_minutes(120);
    }
    assert_eq!(attempts, MAX_ATTEMPTS);
    assert_eq!(queue(app), Backlog { dead: 1, ..Backlog::default() });
}

#[tokio::test]
async fn a_job_that_fails_comes_back_and_is_given_up_in_the_end() {
    let clock = Arc::default();
    fails_until_given_up(&app(&clock, Broken), &clock).await;
}

#[tokio::test]
async fn a_job_that_panics_is_a_job_that_fails() {
    let clock = Arc::default();
    fails_until_given_up(&app(&clock, Panics), &clock).await;
}

#[tokio::test]
async fn a_failed_job_waits_longer_each_time() {
    let clock = Arc::<TestClock>::default();
    let app = app(&clock, Broken);
    promise(&app, mail().job(None).unwrap()).await;
    run_until_idle(&app).await.unwrap();
    let mut waits = Vec::new();
    for _ in 0..3 {
        let before = app.now();
        let (_, row) = app.store().read(|tx| JOBS.last(tx)).unwrap().unwrap();
        waits.push(row.due.millis() - before.millis());
        clock.set(row.due);
        run_until_idle(&app).await.unwrap();
    }
    assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "{waits:?}");
}
