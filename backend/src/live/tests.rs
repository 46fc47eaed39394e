use shared::auth::{Resource, Role};
use shared::ids::{CompanyId, PersonId, SessionId};
use shared::live::{CHANGED, READY, Topic, TopicKind};

use super::service::{Audience, last, publish};
use super::table::{EVENTS, KEPT, Row};
use super::tabs::{Listener, listen};
use crate::access::Caller;
use crate::app::App;
use crate::fault::Error;
use crate::people::Place;
use crate::store::{Order, Span, Store};

#[test]
fn an_event_is_there_with_its_change_and_only_so_many_are_kept() {
    let store = Store::in_memory().unwrap();
    let person = Audience::Person(PersonId::from_u128(1));
    let topic = Topic::of(TopicKind::Notifications);
    let (to, what) = (person.clone(), topic.clone());
    let undone = store.transact_blocking(move |tx| {
        publish(tx, &to, what.clone())?;
        Err::<(), Error>(Error::field("a", "b"))
    });
    assert!(undone.is_err());
    assert_eq!(store.read(last).unwrap(), 0, "what was not done is not told");
    store
        .transact_blocking(move |tx| {
            (0..KEPT + 3).try_for_each(|_| publish(tx, &person, topic.clone()))
        })
        .unwrap();
    let numbers: Vec<u64> = store
        .read(|tx| EVENTS.collect(tx, &Span::all(), Order::Ascending))
        .map_err(Error::from)
        .unwrap()
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    assert_eq!((numbers.first(), numbers.last()), (Some(&4), Some(&(KEPT + 3))));
    assert_eq!(numbers.len() as u64, KEPT);
}

#[test]
fn an_event_reads_as_it_was_written() {
    let company = CompanyId::from_u128(3);
    for audience in [
        Audience::Company(company, Resource::Requests),
        Audience::Company(company, Resource::InternalNotes),
        Audience::Office("7010".into()),
        Audience::Person(PersonId::from_u128(5)),
    ] {
        let topic = Topic::about(TopicKind::Request, company);
        let row = Row::of(&audience, topic.clone());
        assert_eq!(row.read(), Some((audience, topic)));
    }
}

#[tokio::test]
async fn a_whisper_reaches_its_people_and_is_kept_nowhere() {
    let app = App::over(Store::in_memory().unwrap()).build();
    let open = |person: u128| {
        let (person, session) = (PersonId::from_u128(person), SessionId::default());
        let (role, place, tax_code) = (Role::Operator, Place::Companies, String::new());
        let caller = Caller { session, person, role, place, tax_code };
        let listener = Listener { token: String::new(), caller, after: None, seconds: None };
        listen(&app, listener).unwrap().0
    };
    let (mut one, mut other) = (open(1), open(2));
    let topic = Topic::about(TopicKind::Request, "x/presence");
    app.tabs().whisper(&[PersonId::from_u128(1)], &topic);
    assert_eq!(one.try_recv().unwrap().name, READY);
    let told = one.try_recv().unwrap();
    assert_eq!((told.id, told.name), (None, CHANGED));
    assert_eq!(serde_json::from_str::<Topic>(&told.data).unwrap(), topic);
    assert_eq!(other.try_recv().unwrap().name, READY);
    assert!(other.try_recv().is_err(), "nobody else hears it");
    assert_eq!(app.store().read(last).unwrap(), 0);
}
