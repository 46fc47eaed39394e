//! Delegations against an in-memory store.

use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};

use super::service::{
    Grant, active, assign, assigned, companies_of_practice, grant, practices_for, record_practice,
    revoke,
};
use super::{Kind, Practice};
use crate::fault::Error;
use crate::store::{Store, WriteTx};

const PRACTICE: PracticeId = PracticeId::from_u128(1);
const COMPANY: CompanyId = CompanyId::from_u128(7);
const OTHER: CompanyId = CompanyId::from_u128(8);

fn day(number: u32) -> Day {
    Day::new(2026, 10, number).unwrap()
}

fn delegated(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    from: u32,
    to: Option<u32>,
) -> Result<(), Error> {
    let to = to.map(day);
    grant(tx, &Grant { practice: PRACTICE, company, from: day(from), to })
}

fn with_store(f: impl FnOnce(&mut dyn WriteTx) -> Result<(), Error> + Send + 'static) {
    let mut f = Some(f);
    let store = Store::in_memory().unwrap();
    store.transact_blocking(move |tx| f.take().unwrap()(tx)).unwrap();
}

#[test]
fn a_delegation_runs_from_its_first_day_to_its_last() {
    with_store(|tx| {
        delegated(tx, COMPANY, 10, Some(20))?;
        for (today, expected) in [(9, false), (10, true), (20, true), (21, false)] {
            assert_eq!(active(tx, PRACTICE, COMPANY, day(today))?, expected, "{today}");
            let companies = companies_of_practice(tx, PRACTICE, day(today))?;
            assert_eq!(companies.contains(&COMPANY), expected, "{today}");
        }
        assert!(!active(tx, PRACTICE, OTHER, day(15))?);
        assert!(!active(tx, PracticeId::from_u128(2), COMPANY, day(15))?);
        Ok(())
    });
}

#[test]
fn a_revoked_delegation_ends_on_the_day_and_a_new_one_may_follow() {
    with_store(|tx| {
        record_practice(
            tx,
            &Practice { id: PRACTICE, name: "Studio".into(), kind: Kind::Consultants },
        )?;
        delegated(tx, COMPANY, 1, None)?;
        assert!(revoke(tx, PRACTICE, COMPANY, day(12))?);
        assert!(!revoke(tx, PRACTICE, COMPANY, day(12))?);
        assert!(active(tx, PRACTICE, COMPANY, day(11))?);
        assert!(!active(tx, PRACTICE, COMPANY, day(12))?);
        assert_eq!(practices_for(tx, COMPANY, day(12))?, Vec::<String>::new());
        delegated(tx, COMPANY, 20, None)?;
        assert!(active(tx, PRACTICE, COMPANY, day(20))?);
        assert_eq!(companies_of_practice(tx, PRACTICE, day(25))?, [COMPANY]);
        assert_eq!(practices_for(tx, COMPANY, day(20))?, ["Studio"]);
        Ok(())
    });
}

#[test]
fn companies_are_assigned_one_by_one() {
    with_store(|tx| {
        let person = PersonId::from_u128(3);
        assign(tx, person, OTHER)?;
        assign(tx, person, COMPANY)?;
        assert_eq!(assigned(tx, person)?, [COMPANY, OTHER]);
        assert_eq!(assigned(tx, PersonId::from_u128(4))?, []);
        Ok(())
    });
}
