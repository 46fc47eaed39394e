//! What is shipped, and what is wrong with a text.

use shared::calendar::Instant;
use shared::fault::Fault;
use shared::ids::PersonId;
use shared::parameters::Subject;
use shared::requests::topics::{Catalogue, TopicId};

use super::read::{check, shipped};
use super::service::{current, mark, reckoned, topics};
use super::table::{CHANGES, Change};
use crate::fault::Error;
use crate::store::Store;

#[test]
fn what_is_shipped_is_sound() {
    let set = shipped().expect("the shipped files are parameters");
    assert!(set.version.number > 0 && set.replaced.is_empty());
    for subject in Subject::ALL {
        assert!(check(subject, subject.shipped()).is_ok(), "{subject:?}");
    }
}

#[test]
fn a_wrong_text_is_told_with_its_place() {
    let wrong = |text: &str| match check(Subject::Interest, text) {
        Err(Fault::Invalid(faults)) => (faults[0].field.clone(), faults[0].reason.clone()),
        other => panic!("{other:?}"),
    };
    let (field, reason) = wrong("{\n  \"tur\": [],\n  \"legale\": []\n}");
    assert_eq!(field, "json:3:10");
    assert_eq!(reason, "unknown field `legale`, expected `tur` or `legal`");
    assert_eq!(wrong("{").0, "json:1:1");
    assert!(wrong(Subject::Terms.shipped()).1.starts_with("unknown field"));
    let (_, reason) = wrong(
        r#"{"tur":[{"from":"2026-02-30","value":1,"source":"x","confidence":"sourced"}],"legal":[]}"#,
    );
    assert!(!reason.contains("at line"), "{reason}");
}

/// A change to a text that no check looked at, as a program before this one may have stored it.
fn stored(subject: Subject, json: &str) -> Change {
    Change {
        subject: subject.name().to_owned(),
        json: Some(json.to_owned()),
        note: "Circolare".to_owned(),
        person: PersonId::from_u128(1),
        at: Instant::from_millis(1_795_000_000_000),
        mark: Some(mark(None, subject, Some(json))),
    }
}

#[tokio::test]
async fn what_cannot_be_read_gives_way_to_what_is_shipped_and_is_told() {
    let store = Store::in_memory().unwrap();
    let put = |number: u64, change: Change| {
        store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &number, &change)?))
    };
    let shipped = shipped().unwrap();
    put(1, stored(Subject::Terms, r#"{"appeal":[]}"#)).await.unwrap();
    let ninety = Subject::Durc.shipped().replacen("\"value\": 120", "\"value\": 90", 1);
    put(2, stored(Subject::Durc, &ninety)).await.unwrap();
    let set = store.read(|tx| current(tx)).unwrap();
    let replaced: Vec<_> = set.replaced.iter().map(|one| (one.subject, one.unread)).collect();
    assert_eq!(replaced, [(Subject::Terms, true), (Subject::Durc, false)]);
    assert_eq!(set.terms, shipped.terms);
    assert_ne!(set.durc, shipped.durc, "the others stay replaced");
    // One that reads takes its place, and nothing is told any more.
    put(3, stored(Subject::Terms, Subject::Terms.shipped())).await.unwrap();
    let set = store.read(|tx| current(tx)).unwrap();
    assert!(set.replaced.iter().all(|one| !one.unread), "{:?}", set.replaced);
}

#[tokio::test]
async fn topics_that_cannot_be_read_give_way_and_those_that_were_there_keep_their_names() {
    let store = Store::in_memory().unwrap();
    let put = |number: u64, change: Change| {
        store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &number, &change)?))
    };
    let mut text: Catalogue = serde_json::from_str(Subject::Topics.shipped()).unwrap();
    let (shipped, added) = (text.topics().count(), TopicId(190));
    let first = text.groups[0].topics[0].clone();
    text.put(shared::requests::topics::Topic { id: added, ..first }, None);
    put(1, stored(Subject::Topics, &serde_json::to_string(&text).unwrap())).await.unwrap();
    let known = store.read(|tx| topics(tx)).unwrap();
    assert_eq!(known.all().count(), shipped + 1);
    assert!(known.topic(added).is_some_and(|topic| !topic.withdrawn));
    let unreadable = r#"{"groups":[]}"#;
    put(2, stored(Subject::Topics, unreadable)).await.unwrap();
    let (set, known) = store.read(|tx| Ok::<_, Error>((current(tx)?, topics(tx)?))).unwrap();
    assert!(set.replaced.iter().any(|one| one.subject == Subject::Topics && one.unread));
    assert!(known.topic(added).is_some_and(|topic| topic.withdrawn), "it keeps its name");
    let offered = known.all().filter(|(_, topic)| !topic.withdrawn);
    assert_eq!(offered.count(), shipped);
}

#[tokio::test]
async fn a_text_from_before_something_was_a_parameter_has_what_is_shipped_of_it() {
    let store = Store::in_memory().unwrap();
    let later = [
        (Subject::Terms, "suspensions"),
        (Subject::Sanctions, "policy"),
        (Subject::Notices, "section_tolerance"),
        (Subject::Instalments, "attribution"),
        (Subject::Rates, "renewals"),
    ];
    for (number, (subject, name)) in (1..).zip(later) {
        let mut text: serde_json::Value = serde_json::from_str(subject.shipped()).unwrap();
        assert!(text.as_object_mut().unwrap().remove(name).is_some(), "{name}");
        let change = stored(subject, &text.to_string());
        store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &number, &change)?)).await.unwrap();
    }
    let mut yearly: serde_json::Value = serde_json::from_str(Subject::Yearly.shipped()).unwrap();
    for year in yearly["self_employed"].as_array_mut().unwrap() {
        let reductions = year["value"]["reductions"].as_object_mut().unwrap();
        assert!(reductions.remove("new_months").is_some());
    }
    let change = stored(Subject::Yearly, &yearly.to_string());
    store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &6, &change)?)).await.unwrap();
    let (set, shipped) = (store.read(|tx| current(tx)).unwrap(), shipped().unwrap());
    assert_eq!(set.replaced.len(), 6);
    assert!(set.replaced.iter().all(|one| !one.unread));
    assert!(!set.terms.suspensions.steps().is_empty());
    let [now, then] = [&set, shipped].map(|set| (&set.terms, &set.sanctions, &set.notices));
    assert_eq!((now, &set.instalments), (then, &shipped.instalments));
    assert_eq!(set.contributions, shipped.contributions);
}

#[tokio::test]
async fn what_things_are_called_is_not_reckoned_with() {
    let store = Store::in_memory().unwrap();
    let put = |number: u64, subject: Subject| {
        let change = stored(subject, subject.shipped());
        store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &number, &change)?))
    };
    let read = || store.read(|tx| reckoned(tx)).unwrap();
    let shipped = shipped().unwrap().version.number;
    put(1, Subject::Durc).await.unwrap();
    assert_eq!(read(), shipped + 1);
    put(2, Subject::Topics).await.unwrap();
    put(3, Subject::Offices).await.unwrap();
    put(4, Subject::Messages).await.unwrap();
    assert_eq!(read(), shipped + 1);
    put(5, Subject::Rates).await.unwrap();
    assert_eq!(read(), shipped + 5);
}

#[tokio::test]
async fn offices_that_cannot_be_read_are_as_shipped() {
    let store = Store::in_memory().unwrap();
    let change = stored(Subject::Offices, r#"{"offices":[]}"#);
    store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &1, &change)?)).await.unwrap();
    let set = store.read(|tx| current(tx)).unwrap();
    let replaced: Vec<_> = set.replaced.iter().map(|one| (one.subject, one.unread)).collect();
    assert_eq!(replaced, [(Subject::Offices, true)]);
    assert_eq!(set.offices, shipped().unwrap().offices);
}

#[tokio::test]
async fn offices_from_before_units_were_data_have_those_that_are_shipped() {
    let store = Store::in_memory().unwrap();
    let change = stored(Subject::Offices, r#"{"changes":[]}"#);
    store.transact(move |tx| Ok::<_, Error>(CHANGES.put(tx, &1, &change)?)).await.unwrap();
    let set = store.read(|tx| current(tx)).unwrap();
    assert!(!set.replaced[0].unread && !set.offices.units.is_empty());
    assert_eq!(set.offices, shipped().unwrap().offices);
}
