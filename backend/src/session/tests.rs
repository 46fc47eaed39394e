//! How long sessions last, over an in-memory store and a clock that moves when told.

use std::sync::Arc;

use shared::auth::Role;
use shared::ids::{PersonId, SessionId};
use shared::lang::Lang;
use shared::session::{ABSOLUTE_HOURS, IDLE_MINUTES};

use super::service::{PURGE, count, end_all, put, resolve, write_down};
use super::table::{SESSIONS, Session};
use super::token;
use crate::app::App;
use crate::clock::{Clock, TestClock};
use crate::people::{Person, Place, service as people};
use crate::store::Store;

const PERSON: PersonId = PersonId::from_u128(5);
const TOKEN: &str = "the secret of a cookie";

fn app(store: &Store, clock: &Arc<TestClock>) -> App {
    App::over(store.clone()).clock(Arc::clone(clock) as Arc<dyn Clock>).build()
}

/// An app with one session that begins now.
fn signed_in() -> (App, Store, Arc<TestClock>) {
    let (store, clock) = (Store::in_memory().unwrap(), Arc::<TestClock>::default());
    let now = clock.now();
    store
        .transact_blocking(move |tx| {
            let person = Person {
                id: PERSON,
                name: "Sara Costa".into(),
                tax_code: "CSTSRA80A41H501X".into(),
                role: Role::Auditor,
                place: Place::System,
                lang: Lang::It,
                email: None,
                persona: None,
            };
            people::record(tx, &person)?;
            let id = SessionId::from_u128(9);
            let session = Session {
                id,
                person: PERSON,
                since: now,
                last_seen: now,
                label: String::new(),
                working_for: None,
            };
            put(tx, &token::hash(TOKEN), &session)
        })
        .unwrap();
    (app(&store, &clock), store, clock)
}

fn goes_on(app: &App) -> bool {
    resolve(app, TOKEN, app.now()).unwrap().is_some()
}

#[test]
fn a_session_without_calls_ends_after_its_idle_time_and_not_before() {
    let (app, _, clock) = signed_in();
    clock.advance_minutes(IDLE_MINUTES - 1);
    assert!(goes_on(&app));
    clock.advance_minutes(IDLE_MINUTES - 1);
    assert!(goes_on(&app), "the last call counts");
    clock.advance_minutes(IDLE_MINUTES);
    assert!(!goes_on(&app));
    assert!(!goes_on(&app), "asking does not bring it back");
}

#[test]
fn a_session_ends_in_any_case() {
    let (app, _, clock) = signed_in();
    for _ in 0..ABSOLUTE_HOURS * 4 - 1 {
        clock.advance_minutes(15);
        assert!(goes_on(&app));
    }
    clock.advance_minutes(15);
    assert!(!goes_on(&app));
}

#[test]
fn nobody_calls_with_a_wrong_secret_or_with_what_the_store_holds() {
    let (app, ..) = signed_in();
    let stored: String = token::hash(TOKEN).iter().map(|byte| format!("{byte:02x}")).collect();
    for wrong in ["", "the secret of another", stored.as_str()] {
        assert_eq!(resolve(&app, wrong, app.now()).unwrap(), None, "{wrong}");
    }
    assert_eq!(resolve(&app, TOKEN, app.now()).unwrap().map(|caller| caller.person), Some(PERSON));
}

#[test]
fn secrets_are_long_and_never_the_same() {
    for (new, digits) in [(token::new_cookie as fn() -> String, 54), (token::new_token, 64)] {
        let (first, second) = (new(), new());
        assert_eq!(first.len(), digits);
        assert!(first.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_ne!(first, second);
    }
}

#[tokio::test]
async fn the_last_call_survives_a_restart_once_it_is_written_down() {
    let (app_before, store, clock) = signed_in();
    clock.advance_minutes(IDLE_MINUTES - 1);
    assert!(goes_on(&app_before));
    write_down(&app_before, 1).await.unwrap();
    clock.advance_minutes(IDLE_MINUTES - 1);
    let app_after = app(&store, &clock);
    assert!(goes_on(&app_after));
    assert_eq!(store.read(|tx| count(tx, clock.now())).unwrap(), 1);
    clock.advance_minutes(IDLE_MINUTES);
    assert!(!goes_on(&app(&store, &clock)));
    assert_eq!(store.read(|tx| count(tx, clock.now())).unwrap(), 0);
}

#[tokio::test]
async fn ended_sessions_are_removed_and_others_are_not() {
    let (app, store, clock) = signed_in();
    let stored = || store.read(|tx| SESSIONS.exists(tx, &token::hash(TOKEN))).unwrap();
    clock.advance_minutes(IDLE_MINUTES - 1);
    assert!(goes_on(&app));
    clock.advance_minutes(IDLE_MINUTES - 1);
    (PURGE.run)(app.clone()).await.unwrap();
    assert!(stored(), "its last call is known in memory only");
    clock.advance_minutes(1);
    (PURGE.run)(app).await.unwrap();
    assert!(!stored());
}

#[tokio::test]
async fn all_sessions_of_a_person_end_at_once() {
    let (app, ..) = signed_in();
    assert!(goes_on(&app));
    let ended = app.store().transact(|tx| end_all(tx, PERSON)).await.unwrap();
    assert_eq!(ended, 1);
    assert!(!goes_on(&app));
}
