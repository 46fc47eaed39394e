//! The practice through HTTP: who sees which clients, and what is done to many of them at once.

mod changes;
mod deadlines;
mod desk;
mod interruptions;
mod terms;
mod visibility;

use backend::delegations::{Grant, service as delegations};
use backend::evidence::service as evidence;
use harness::{Client, TestApp, World, company};
use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::practice::{Clients, Grid};

fn day(month: u32, day: u32) -> Day {
    Day::new(2026, month, day).expect("a day")
}

/// A further company, without a delegation: its returns are missing.
async fn stranger(app: &TestApp, number: u32) -> CompanyId {
    let company = company(100 + number, &format!("Azienda {number:03}"))
        .position(&matricola(number), "7010")
        .store(app)
        .await;
    let now = app.app().now();
    app.write(move |tx| evidence::refresh(tx, company, now)).await;
    company
}

/// A matricola of an office in Rome, with its check digits.
fn matricola(number: u32) -> String {
    let digits = format!("70{number:06}");
    let sum = |from: usize| {
        digits.bytes().skip(from).step_by(2).map(|digit| u32::from(digit - b'0')).sum::<u32>() % 10
    };
    format!("{digits}{}{}", sum(0), sum(1))
}

/// A company whose delegation to the practice lasts from a day to another.
async fn client_of(
    app: &TestApp,
    world: &World,
    number: u32,
    (from, to): (Day, Option<Day>),
) -> CompanyId {
    let company = stranger(app, number).await;
    let practice = world.practice;
    let grant = Grant { practice, company, from, to };
    app.write(move |tx| delegations::grant(tx, &grant)).await;
    company
}

async fn grid(client: &Client) -> Clients {
    client.send(&Grid {}).await.expect("a grid")
}
