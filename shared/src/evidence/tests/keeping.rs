//! What is kept over derivations: states, reconciliation, filters.

use proptest::prelude::*;

use super::*;

fn unpaid(missing: i64) -> Facts {
    declaring(vec![declared("2025-08", 1_000_00, missing)])
}

fn changes(reconciled: &Reconciled) -> Vec<Change> {
    reconciled.changes.iter().map(|(_, change)| *change).collect()
}

#[test]
fn a_person_moves_evidence_through_its_states() {
    let link = || Link::Request("2025-004512".into());
    let archive = |reason: &str| Action::Archive { reason: reason.into() };
    let seen = State::New.after(Action::See).unwrap();
    assert_eq!(seen, State::Seen);
    let in_hand = seen.clone().after(Action::TakeInHand { link: link() }).unwrap();
    assert_eq!(in_hand, State::InHand { link: link() });
    assert_eq!(in_hand.clone().after(Action::See), Ok(in_hand.clone()));
    let archived = in_hand.clone().after(archive("paid yesterday")).unwrap();
    assert!(in_hand.is_open() && !archived.is_open());
    assert_eq!(archived.clone().after(Action::Reopen), Ok(State::Seen));
    assert_eq!(archived.after(Action::TakeInHand { link: link() }), Err(Refusal::Archived));
    assert_eq!(seen.clone().after(archive("  ")), Err(Refusal::NoReason));
    assert_eq!(seen.after(Action::Reopen), Err(Refusal::NotArchived));
    assert_eq!(State::Resolved.after(Action::Reopen), Err(Refusal::Resolved));
}

#[test]
fn evidence_is_new_changed_resolved_and_reopened() {
    let at = |facts: &Facts, on| derived(facts, on).evidence;
    let first = reconcile(vec![], at(&unpaid(1_000_00), "2025-09-20"), day("2025-09-20"));
    assert_eq!(changes(&first), [Change::New]);
    let same = reconcile(first.tracked, at(&unpaid(1_000_00), "2025-09-25"), day("2025-09-25"));
    assert_eq!(changes(&same), [Change::Unchanged]);
    let mut kept = same.tracked;
    kept[0].state = State::Seen;
    let mut more = unpaid(1_000_00);
    more.declarations[0].due = euro(1_200_00);
    let changed = reconcile(kept, at(&more, "2025-09-26"), day("2025-09-26"));
    assert_eq!(changes(&changed), [Change::Changed]);
    assert_eq!(
        (&changed.tracked[0].state, changed.tracked[0].since),
        (&State::Seen, day("2025-09-20"))
    );
    assert_eq!(changed.tracked[0].changed, day("2025-09-26"));
    let paid = reconcile(changed.tracked, at(&unpaid(0), "2025-09-28"), day("2025-09-28"));
    assert_eq!(
        (changes(&paid), &paid.tracked[0].state),
        (vec![Change::Resolved], &State::Resolved)
    );
    let quiet = reconcile(paid.tracked, at(&unpaid(0), "2025-09-29"), day("2025-09-29"));
    assert_eq!((changes(&quiet), quiet.tracked.len()), (vec![], 1));
    let again = reconcile(quiet.tracked, at(&unpaid(1_000_00), "2025-09-30"), day("2025-09-30"));
    assert_eq!((changes(&again), &again.tracked[0].state), (vec![Change::Reopened], &State::New));
}

#[test]
fn what_was_archived_comes_back_when_it_is_something_else() {
    let at = |facts: &Facts, on| derived(facts, on).evidence;
    let mut kept =
        reconcile(vec![], at(&unpaid(1_000_00), "2025-09-20"), day("2025-09-20")).tracked;
    kept[0].state = State::Archived { reason: "paid".into() };
    let same = reconcile(kept.clone(), at(&unpaid(1_000_00), "2025-09-21"), day("2025-09-21"));
    assert_eq!((changes(&same), same.tracked[0].state.is_open()), (vec![Change::Unchanged], false));
    let mut more = unpaid(1_000_00);
    more.declarations[0].due = euro(1_200_00);
    let other = reconcile(kept.clone(), at(&more, "2025-09-21"), day("2025-09-21"));
    assert_eq!(changes(&other), [Change::Reopened]);
    let gone = reconcile(kept, vec![], day("2025-09-21"));
    assert_eq!(changes(&gone), [Change::Resolved]);
}

#[test]
fn filters_admit_what_they_name() {
    let facts = declaring(vec![declared("2025-08", 1_000_00, 1_000_00)]);
    let evidence = of(Kind::Unmatched, &facts, "2025-09-20").remove(0);
    let holder = Holder { tax_code: "12345678903", state: PositionState::Active, office: None };
    let office = |code| Some(OfficeCode::parse(code).unwrap());
    let none = Filter::default;
    for (filter, expected) in [
        (none(), true),
        (Filter { gestione: Some(Gestione::Employers), ..none() }, true),
        (Filter { gestione: Some(Gestione::Artisans), ..none() }, false),
        (Filter { tax_code: Some("12345678903".into()), ..none() }, true),
        (Filter { tax_code: Some("01234567897".into()), ..none() }, false),
        (Filter { code: Some(CODE.into()), ..none() }, true),
        (Filter { code: Some("4912345631".into()), ..none() }, false),
        (Filter { year: Some(2025), ..none() }, true),
        (Filter { year: Some(2024), ..none() }, false),
        (Filter { year: Some(0), ..none() }, false),
        (Filter { month: Some(month("2025-08")), ..none() }, true),
        (Filter { month: Some(month("2025-09")), ..none() }, false),
        (Filter { kind: Some(Kind::Unmatched), ..none() }, true),
        (Filter { kind: Some(Kind::Compliance), ..none() }, false),
        (Filter { office: office("7010"), ..none() }, true),
        (Filter { office: office("4900"), ..none() }, false),
        (Filter { state: Some(PositionState::Active), ..none() }, true),
        (Filter { state: Some(PositionState::Suspended), ..none() }, false),
    ] {
        assert_eq!(filter.admits(&evidence, &holder), expected, "{filter:?}");
    }
}

#[test]
fn evidence_travels() {
    let facts = declaring(vec![declared("2025-08", 1_000_00, 1_000_00)]);
    let evidence = derived(&facts, "2025-12-20").evidence;
    assert!(evidence.len() > 2);
    let text = serde_json::to_string(&evidence).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Evidence>>(&text).unwrap(), evidence);
}

proptest! {
    #[test]
    fn reconciling_twice_changes_nothing(
        before in proptest::collection::vec(0i64..3, 1..8),
        now in proptest::collection::vec(0i64..3, 1..8),
        archive in any::<bool>(),
    ) {
        let facts = |months: &[i64]| {
            let all = months.iter().enumerate().map(|(number, missing)| {
                let at = month("2025-01").plus(i32::try_from(number).unwrap());
                declared(&at.to_string(), 200_00, missing * 100_00)
            });
            Facts { declarations: all.collect(), ..company("2025-01") }
        };
        let old = derived(&facts(&before), "2025-10-01").evidence;
        let mut kept = reconcile(vec![], old, day("2025-10-01")).tracked;
        if archive && let Some(first) = kept.first_mut() {
            first.state = State::Archived { reason: "known".into() };
        }
        let new = derived(&facts(&now), "2025-11-01").evidence;
        let keys: std::collections::BTreeSet<_> = new.iter().map(|one| one.key.clone()).collect();
        prop_assert_eq!(keys.len(), new.len(), "each key once");
        let once = reconcile(kept, new.clone(), day("2025-11-01"));
        let twice = reconcile(once.tracked.clone(), new, day("2025-11-02"));
        prop_assert_eq!(&twice.tracked, &once.tracked);
        prop_assert!(twice.changes.iter().all(|(_, change)| *change == Change::Unchanged));
    }
}
