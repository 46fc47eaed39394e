//! The ledger against an in-memory store.

use shared::calendar::{Day, Month};
use shared::declarations::DmState;
use shared::ids::{CompanyId, DeclarationId, PaymentId};
use shared::money::Euro;
use shared::payments::PaidState;

use super::service::{accounts, by_month, declare, last_declared, paid_by, past_year, pay};
use crate::store::{Store, StoreError};

const COMPANY: CompanyId = CompanyId::from_u128(7);
const MATRICOLA: &str = "7012345662";

fn month(year: i32, number: u32) -> Month {
    Month::new(year, number).unwrap()
}

fn day(year: i32, month: u32, number: u32) -> Day {
    Day::new(year, month, number).unwrap()
}

#[test]
fn a_payment_meets_its_declaration_whichever_comes_first() {
    for declared_first in [true, false] {
        let store = Store::in_memory().unwrap();
        store
            .transact_blocking(move |tx| {
                let september = month(2025, 9);
                let declaration = DeclarationId::from_u128(1);
                if declared_first {
                    declare(
                        tx,
                        COMPANY,
                        september,
                        MATRICOLA,
                        declaration,
                        Euro::from_cents(1_276_00),
                        DmState::Balanced,
                        2,
                    )?;
                }
                for _ in 0..2 {
                    let row = (PaymentId::from_u128(3), 1);
                    pay(
                        tx,
                        COMPANY,
                        september,
                        MATRICOLA,
                        row,
                        day(2025, 10, 16),
                        Euro::from_cents(1_276_00),
                    )?;
                }
                if !declared_first {
                    declare(
                        tx,
                        COMPANY,
                        september,
                        MATRICOLA,
                        declaration,
                        Euro::from_cents(1_276_00),
                        DmState::Balanced,
                        2,
                    )?;
                }
                let all = accounts(tx, COMPANY, september, september)?;
                assert_eq!(all.len(), 1);
                assert_eq!(all[0].paid_state(day(2026, 1, 1)), PaidState::Paid);
                assert_eq!(paid_by(tx, COMPANY, september, MATRICOLA)?.len(), 1);
                let figures = by_month(&all, month(2025, 8), month(2025, 10), day(2026, 1, 1));
                let states: Vec<PaidState> = figures.iter().map(|figures| figures.state).collect();
                assert_eq!(states, [PaidState::Nothing, PaidState::Paid, PaidState::Nothing]);
                assert_eq!(figures[1].declaration, Some(declaration));
                Ok::<(), StoreError>(())
            })
            .unwrap();
    }
}

#[test]
fn an_excess_on_one_account_does_not_hide_a_gap_on_another() {
    let store = Store::in_memory().unwrap();
    store
        .transact_blocking(|tx| {
            let may = month(2025, 5);
            for (number, account, due, paid) in
                [(1, MATRICOLA, 100_00, 150_00), (2, super::COLLABORATORS, 50_00, 0)]
            {
                let id = DeclarationId::from_u128(number);
                declare(
                    tx,
                    COMPANY,
                    may,
                    account,
                    id,
                    Euro::from_cents(due),
                    DmState::Balanced,
                    1,
                )?;
                if paid > 0 {
                    let row = (PaymentId::from_u128(number), 1);
                    pay(tx, COMPANY, may, account, row, day(2025, 6, 16), Euro::from_cents(paid))?;
                }
            }
            let figures = by_month(&accounts(tx, COMPANY, may, may)?, may, may, day(2025, 9, 1));
            assert_eq!(figures[0].state, PaidState::Unpaid);
            assert_eq!(figures[0].declaration, None);
            Ok::<(), StoreError>(())
        })
        .unwrap();
}

#[test]
fn the_last_declared_month_carries_its_worst_state() {
    let store = Store::in_memory().unwrap();
    store
        .transact_blocking(|tx| {
            let declaration = DeclarationId::from_u128;
            let due = Euro::from_cents(100);
            declare(
                tx,
                COMPANY,
                month(2025, 4),
                MATRICOLA,
                declaration(1),
                due,
                DmState::NotGenerable,
                1,
            )?;
            declare(
                tx,
                COMPANY,
                month(2025, 5),
                MATRICOLA,
                declaration(2),
                due,
                DmState::Provisional,
                1,
            )?;
            declare(
                tx,
                COMPANY,
                month(2025, 5),
                "4912345631",
                declaration(3),
                due,
                DmState::Balanced,
                1,
            )?;
            let row = (PaymentId::from_u128(1), 1);
            pay(tx, COMPANY, month(2025, 6), MATRICOLA, row, day(2025, 7, 16), due)?;
            let last = last_declared(tx, COMPANY, month(2025, 12))?;
            assert_eq!(last, Some((month(2025, 5), DmState::Provisional)));
            Ok::<(), StoreError>(())
        })
        .unwrap();
}

#[test]
fn the_past_year_ends_with_the_last_month_whose_term_has_passed() {
    // The 16th of November 2026 is a Monday.
    assert_eq!(past_year(day(2026, 11, 16)), (month(2025, 10), month(2026, 9)));
    assert_eq!(past_year(day(2026, 11, 17)), (month(2025, 11), month(2026, 10)));
}
