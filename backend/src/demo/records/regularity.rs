//! Checks of regularity, appeals and compliance letters; and what goes wrong at intake: returns that were refused, credits that nothing backs.

use shared::calendar::{Day, Instant, f24_due};
use shared::ids::{ImportId, PaymentId};
use shared::money::Euro;
use shared::sections::matters::{appeals, compliance, durc};

use super::{Fed, Scene, days, turn};
use crate::demo::companies::{Invented, Story};
use crate::demo::events::{Event, Events};
use crate::demo::months::Told;
use crate::evidence::refused::Refused;
use crate::payments::service::{NewPayment, NewRow};

/// How checks ended and how many days ago they were made, by turns.
const CHECKS: [(&str, i64); 6] = [
    ("regolare", 108),
    ("regolare", 30),
    ("invito", 7),
    ("regolare", 60),
    ("irregolare", 90),
    ("regolarizzato", 40),
];

/// Days a document is valid.
const VALID: i64 = 120;

pub(super) fn invent(scene: &mut Scene<'_>) {
    let number = scene.number();
    check(scene, number);
    if number < 6 {
        run_out(scene, number);
    }
    if number % 7 == 1 {
        let state = turn(&["respinto", "accolto", "accolto_parziale", "ritirato"], number / 7);
        let filed = scene.ago(300 + days(number));
        appeal(scene, state, filed, Euro::from_whole(1_200 + days(number) * 10), None);
    }
    if number == 0 || number % 8 == 5 {
        let states = ["ricevuta", "fatti_comunicati", "regolarizzata", "accertata"];
        let state = if number == 0 { "ricevuta" } else { turn(&states, number / 8) };
        letter(scene, state, number);
    }
}

/// What is open of the months whose payment is long due.
fn open(scene: &Scene<'_>) -> Euro {
    let today = scene.today();
    let late = scene.months().filter(|told| f24_due(told.month).plus_days(60) < today);
    late.map(|told| (told.due - told.paid).max(Euro::ZERO)).sum()
}

/// A document of last year, which has run out since.
fn run_out(scene: &mut Scene<'_>, number: usize) {
    let issued = scene.ago(VALID + 40 + days(number) * 9);
    let fed = Fed::new(&durc::SECTION, issued)
        .with("protocol", format!("INPS_{:08}", 32_000_000 + number * 1_237))
        .with("state", "regolare")
        .with("checked", issued)
        .with("issued", issued)
        .with("expires", issued.plus_days(VALID))
        .with("requester", "Stazione appaltante");
    scene.add(fed);
}

fn check(scene: &mut Scene<'_>, number: usize) {
    let (state, ago) = turn(&CHECKS, number);
    // Of the invitations only the first still runs; of the others the time to pay has passed.
    let ago = if state == "invito" && number >= CHECKS.len() { ago + 17 } else { ago };
    let open = open(scene);
    // Nobody is invited to pay what is not open.
    let state = if state == "invito" && open.is_zero() { "regolare" } else { state };
    let checked = scene.ago(ago);
    let invited = matches!(state, "invito" | "irregolare" | "regolarizzato");
    let issued = match state {
        "regolare" => Some(checked),
        "regolarizzato" => Some(checked.plus_days(12)),
        _ => None,
    };
    let protocol = format!("INPS_{:08}", 41_000_000 + number * 1_237);
    let fed = Fed::new(&durc::SECTION, issued.unwrap_or(checked))
        .with("protocol", protocol)
        .with("state", state)
        .with("checked", checked)
        .with_some("issued", issued)
        .with_some("expires", issued.map(|day| day.plus_days(VALID)))
        .with_some("invited", invited.then(|| checked.plus_days(1)))
        .with("requester", "Stazione appaltante");
    let fed = if invited { fed.euro("open", open.max(Euro::from_whole(180))) } else { fed };
    scene.add(fed);
}

/// Writes an appeal down; against a notice, if it names one.
pub(super) fn appeal(
    scene: &mut Scene<'_>,
    state: &'static str,
    filed: Day,
    amount: Euro,
    notice: Option<&str>,
) {
    let number =
        format!("RIC{}{:06}", filed.year(), 10_000 + scene.number() * 31 + scene.fed.len());
    let decided = (state != "pendente").then(|| filed.plus_days(75));
    // Who is refused may go to court, and some of them have had its judgment.
    let court = decided.filter(|_| state == "respinto").map(|day| day.plus_days(35));
    let judged = court.filter(|_| scene.number() % 4 == 1).map(|day| day.plus_days(150));
    let latest = judged.or(court).or(decided).unwrap_or(filed);
    let fed = Fed::new(&appeals::SECTION, latest)
        .with("number", number)
        .with("state", state)
        .with("filed", filed)
        .with_some("decided", decided)
        .with("matricola", scene.matricola())
        .euro("amount", amount)
        .with_some("notice", notice)
        .with_some("court", court)
        .with_some("judged", judged);
    scene.add(fed);
}

fn letter(scene: &mut Scene<'_>, state: &'static str, number: usize) {
    let received = scene.ago(if state == "ricevuta" { 12 } else { 80 });
    let Some(told) = scene.month_ago(9) else { return };
    let month = told.month;
    let fed = Fed::new(&compliance::SECTION, received)
        .with("number", format!("CL{}{:06}", received.year(), 500 + number * 17))
        .with("state", state)
        .with("received", received)
        .with("matricola", scene.matricola())
        .with("from", month)
        .with("to", month)
        .euro("amount", Euro::from_whole(640 + days(number) * 15))
        .with("reason", "Un rapporto di lavoro comunicato con UniLav non risulta nella denuncia");
    scene.add(fed);
}

/// What goes wrong at intake: a correction that was refused, a return whose file was discarded, a set-off that nothing backs.
pub(super) fn intake(company: &Invented, told: &[Told], now: Instant, events: &mut Events) {
    let today = now.day_in_rome();
    let ago = |months: i32| {
        let latest = shared::calendar::Month::of(today).plus(-months);
        told.iter().rev().find(|one| one.month <= latest)
    };
    let number = u64::try_from(company.number).unwrap_or_default();
    let at = |day: Day| Instant::from_rome(day, 10, 15).unwrap_or(now);
    match company.story {
        Story::States => {
            let Some(one) = ago(2) else { return };
            let at = at(today.plus_days(-2));
            events.add(at, refused(one, number, at, 3));
        }
        Story::Unpaid => {
            let Some(one) = ago(2) else { return };
            let at = at(today.plus_days(-1));
            events.add(at, refused(one, number, at, 0));
        }
        Story::Missing => {
            let Some(one) = ago(4) else { return };
            let day = f24_due(one.month);
            let at = at(day);
            events.add(at, set_off(company, one, number, at, day));
        }
        _ => {}
    }
}

fn refused(told: &Told, number: u64, at: Instant, errors: u32) -> Event {
    let milliseconds = u64::try_from(at.millis()).unwrap_or_default();
    Event::Refused(Refused {
        matricola: told.matricola.to_string(),
        month: told.month,
        import: ImportId::from_parts(milliseconds, u128::from(number)),
        at,
        errors,
    })
}

fn set_off(company: &Invented, told: &Told, number: u64, at: Instant, day: Day) -> Event {
    let milliseconds = u64::try_from(at.millis()).unwrap_or_default();
    let office = company.extract.positions.first().map(|position| position.office.clone());
    let row = NewRow {
        office: office.unwrap_or_default(),
        causale: "DMRP".to_owned(),
        code: told.matricola.to_string(),
        from: Some(told.month),
        to: None,
        debit: Euro::ZERO,
        credit: Euro::from_whole(85),
    };
    Event::Payment(Box::new(NewPayment {
        id: PaymentId::from_parts(milliseconds, u128::from(number)),
        company: company.id,
        payer: company.extract.tax_code.clone(),
        day,
        rows: vec![row],
        file: format!("f24-compensazione-{}.csv", told.month),
        import: ImportId::from_parts(milliseconds, u128::from(number)),
    }))
}
