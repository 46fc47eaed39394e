//! What is noted is counted, whatever of it is seen in whatever order.

use std::collections::BTreeSet;

use proptest::prelude::*;
use shared::calendar::{Day, Instant};
use shared::changes::{ChangeKind, Subject};
use shared::ids::{CompanyId, PersonId};

use super::marks::{Marks, Standing};
use super::service::{Change, note};
use super::{PURGE, table};
use crate::app::App;
use crate::clock::{Clock, DAY, TestClock};
use crate::fault::Error;
use crate::store::Store;

const COMPANY: CompanyId = CompanyId::from_u128(7);
const PERSON: PersonId = PersonId::from_u128(1);

fn change(number: usize) -> Change {
    Change {
        company: COMPANY,
        subject: Subject { section: 23, key: number.to_string() },
        kind: ChangeKind::Added,
        title: number.to_string(),
        fields: Vec::new(),
    }
}

fn note_at(store: &Store, at: Instant) {
    store.transact_blocking(move |tx| note(tx, at, &change(0))).unwrap();
}

fn standing(store: &Store, since: Option<Day>, today: Day) -> Standing {
    store.read(|tx| Marks::of(tx, PERSON)?.standing(tx, COMPANY, since, today)).unwrap()
}

#[derive(Clone, Debug)]
enum Step {
    Note,
    SeeOne(u64),
    SeeUpto(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Note),
        3 => (1..12_u64).prop_map(Step::SeeOne),
        1 => (1..12_u64).prop_map(Step::SeeUpto),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn marks_agree_with_a_set_of_numbers(steps in proptest::collection::vec(step(), 1..30)) {
        let (store, clock) = (Store::in_memory().unwrap(), TestClock::default());
        let today = clock.now().day_in_rome();
        let mut unseen: BTreeSet<u64> = BTreeSet::new();
        let mut last = 0;
        for step in steps {
            match step {
                Step::Note => {
                    note_at(&store, clock.now());
                    last += 1;
                    unseen.insert(last);
                }
                Step::SeeOne(number) if number <= last => {
                    let now = standing(&store, None, today);
                    store.transact_blocking(move |tx| Marks::of(tx, PERSON)?.see_one(tx, COMPANY, &now, number)).unwrap();
                    unseen.remove(&number);
                }
                Step::SeeUpto(number) if number <= last && number > standing(&store, None, today).upto => {
                    store.transact_blocking(move |tx| Marks::of(tx, PERSON)?.see_upto(tx, COMPANY, number)).unwrap();
                    unseen.retain(|other| *other > number);
                }
                _ => {}
            }
            let now = standing(&store, None, today);
            prop_assert_eq!(now.unseen() as usize, unseen.len());
            for number in 1..=last {
                prop_assert_eq!(now.has_seen(number), !unseen.contains(&number));
            }
        }
    }
}

#[test]
fn the_first_visit_begins_thirty_days_ago_or_with_the_delegation() {
    let (store, clock) = (Store::in_memory().unwrap(), TestClock::default());
    for days in [90, 40, 31, 30, 10, 5, 0] {
        note_at(&store, clock.now().plus_millis(-days * DAY));
    }
    let today = clock.now().day_in_rome();
    let unseen = |since: Option<i64>| {
        let since = since.map(|days| today.plus_days(-days));
        standing(&store, since, today).unseen()
    };
    assert_eq!(unseen(None), 4);
    assert_eq!(unseen(Some(400)), 4);
    assert_eq!(unseen(Some(10)), 3);
    assert_eq!(unseen(Some(9)), 2);
    assert_eq!(unseen(Some(0)), 1);
}

#[tokio::test]
async fn changes_of_long_ago_are_forgotten_but_for_the_latest() {
    let clock = std::sync::Arc::<TestClock>::default();
    let app = App::over(Store::in_memory().unwrap())
        .clock(std::sync::Arc::clone(&clock) as std::sync::Arc<dyn Clock>)
        .build();
    for days in [1_000, 900, 800, 600, 1] {
        note_at(app.store(), clock.now().plus_millis(-days * DAY));
    }
    (PURGE.run)(app.clone()).await.unwrap();
    let head = |app: &App| app.store().read(|tx| table::HEADS.get(tx, &COMPANY)).unwrap().unwrap();
    assert_eq!((head(&app).first, head(&app).last), (4, 5));
    clock.advance_minutes(3_000 * 24 * 60);
    (PURGE.run)(app.clone()).await.unwrap();
    assert_eq!((head(&app).first, head(&app).last), (5, 5));
    let left = app
        .store()
        .read(|tx| Ok::<_, Error>(table::LOG.count(tx, &crate::store::Span::all(), usize::MAX)?));
    assert_eq!(left.unwrap(), 1);
    assert_eq!(standing(app.store(), None, app.today()).unseen(), 0);
}
