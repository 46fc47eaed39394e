//! What measurements of a practice have in common.

use std::time::{Duration, Instant};

use backend::delegations::{Grant, Kind, Practice, service as delegations};
use backend::fault::Result;
use backend::people::{Person, Place, service as people};
use shared::auth::Role;
use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};
use shared::lang::Lang;

use crate::app::TestApp;

/// How long one read of one record takes, the median of so many.
///
/// # Errors
/// Those of the store.
pub fn floor(app: &TestApp, times: usize) -> Result<Duration> {
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let began = Instant::now();
        app.app().store().read(|tx| people::by_id(tx, PersonId::from_u128(1)))?;
        taken.push(began.elapsed());
    }
    Ok(median(taken))
}

/// A practice with these clients; the persona of its consultant.
pub async fn practice(app: &TestApp, number: u128, clients: Vec<CompanyId>) -> String {
    let id = PracticeId::from_u128(number);
    let persona = format!("bench{number}");
    let person = Person {
        id: PersonId::from_u128(number),
        name: "Studio".to_owned(),
        tax_code: format!("BNCHMR80A0{number}H501X"),
        role: Role::Consultant,
        place: Place::Practice(id),
        lang: Lang::It,
        email: None,
        persona: Some(persona.clone()),
    };
    let from = Day::new(2024, 1, 1).unwrap_or(Day::LAST);
    app.write(move |tx| {
        let practice = Practice { id, name: "Studio".to_owned(), kind: Kind::Consultants };
        delegations::record_practice(tx, &practice)?;
        people::record(tx, &person)?;
        clients.iter().try_for_each(|company| {
            let (practice, company) = (id, *company);
            delegations::grant(tx, &Grant { practice, company, from, to: None })
        })
    })
    .await;
    persona
}

/// The middle one.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Milliseconds to the tenth of a microsecond: what is kept is answered in a few of them.
pub fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000_000.0).round() / 10_000.0
}
