//! What the chamber of commerce knows: the extract of its register, which of its data are certified, the register of artisans.

use shared::calendar::Day;
use shared::companies::PositionState;
use shared::money::Euro;
use shared::sections::registry::chamber;

use super::{Fed, Scene, days, turn};
use crate::demo::companies::{BANKRUPT, CLOSED};
use crate::demo::names::STREETS;

/// What companies do besides, by turns.
const SECONDARY: [&str; 3] = [
    "682001 Locazione immobiliare di beni propri",
    "471140 Commercio al dettaglio in esercizi non specializzati",
    "562100 Fornitura di pasti preparati",
];

/// States in the chamber's register of those that are not simply active.
const CHAMBER_STATES: [&str; 6] =
    ["sospesa", "inattiva", "liquidazione", "procedura", "cancellata", "attiva"];

pub(super) fn invent(scene: &mut Scene<'_>) {
    extract(scene);
    certificates(scene);
}

pub(super) fn chamber_state(number: usize) -> &'static str {
    match number {
        BANKRUPT => "procedura",
        CLOSED => "cancellata",
        _ if number % 10 == 9 => turn(&CHAMBER_STATES, number / 10),
        _ => "attiva",
    }
}

/// The day on which the activity ended: that on which the position was closed, or that on which the register struck the company off while
/// its position goes on.
pub(super) fn ended(scene: &Scene<'_>) -> Option<Day> {
    if chamber_state(scene.number()) != "cancellata" {
        return None;
    }
    let (state, day) = scene.position()?.states.last()?;
    Some(if *state == PositionState::Ceased { *day } else { scene.ago(200) })
}

pub(super) fn is_artisan(scene: &Scene<'_>) -> bool {
    scene
        .position()
        .and_then(|position| position.periods.last())
        .is_some_and(|period| period.csc.starts_with('4'))
}

/// The register of artisans, which the institute and the chamber of commerce both know.
pub(super) fn artisan(scene: &Scene<'_>, fed: Fed) -> Fed {
    let extract = &scene.company.extract;
    let started = extract.started.unwrap_or(scene.ago(3_000));
    fed.with("artisan_number", 20_000 + scene.number())
        .with_some("artisan_province", extract.address.as_ref().map(|address| &address.province))
        .with("artisan_category", "Impresa artigiana dell'edilizia")
        .with("artisan_applied", started.plus_days(2))
        .with("artisan_decided", started.plus_days(11))
        .with("artisan_registered", started.plus_days(15))
        .with_some("artisan_ceased", ended(scene))
}

/// Which data of the extract are certified: of a certified one all but what the company declares itself.
fn certificates(scene: &mut Scene<'_>) {
    const DATA: [&str; 12] = [
        "denominazione",
        "forma_giuridica",
        "sede",
        "stato",
        "capitale",
        "oggetto",
        "ateco",
        "cariche",
        "unita_locali",
        "albo_artigiani",
        "depositi",
        "pec",
    ];
    let number = scene.number();
    let Some(rea) = scene.company.extract.rea.clone().filter(|_| number % 3 != 2) else { return };
    let since = scene.company.extract.started.unwrap_or(scene.ago(3_000)).plus_days(15);
    for datum in DATA {
        let certified = !matches!(datum, "ateco" | "pec");
        let fed = Fed::new(&chamber::CERTIFIED, since)
            .with("rea", &rea)
            .with("datum", datum)
            .with("certified", certified)
            .with("of", since)
            .with_some("certifier", certified.then_some("Camera di commercio"));
        scene.add(fed);
    }
}

fn extract(scene: &mut Scene<'_>) {
    let extract = &scene.company.extract;
    let Some(rea) = extract.rea.clone() else { return };
    let number = scene.number();
    let address = extract.address.clone();
    let started = extract.started;
    let capital = turn(&[10_000_00, 20_000_00, 50_000_00, 120_000_00], number);
    let fed = Fed::new(&chamber::SECTION, scene.ago(30 + days(number % 90)))
        .with("rea", rea)
        .with("name", &extract.name)
        .with("state", chamber_state(number))
        .with_some("legal_form", extract.legal_form.as_ref())
        .euro("capital", Euro::from_cents(capital))
        .with_some("street", address.as_ref().map(|address| &address.street))
        .with_some("postcode", address.as_ref().map(|address| &address.postcode))
        .with_some("town", address.as_ref().map(|address| &address.town))
        .with_some("province", address.as_ref().map(|address| &address.province))
        .with_some("ateco", extract.ateco.as_ref())
        .with("object", "Attività dell'impresa come da atto costitutivo e successive modifiche")
        .with_some("started", started)
        .with_some("registered", started.map(|day| day.plus_days(-12)))
        .with_some("ended", ended(scene))
        .with("artisan", is_artisan(scene) && ended(scene).is_none())
        .with_some("pec", extract.pec.as_ref())
        .with("charges", extract.persons.len())
        .with("local_units", number % 4)
        .with("deposit", "Bilancio d'esercizio")
        .with(
            "deposited",
            Day::new(scene.today().year(), 6, 28).unwrap_or(scene.ago(150)).min(scene.ago(1)),
        )
        .with("certified", number % 3 != 2)
        .with("extracted", scene.ago(2 + days(number % 20)))
        .with("tax_code", &extract.tax_code)
        .euro("paid_up", Euro::from_cents(capital))
        .with_some("secondary_activities", (number % 3 == 1).then(|| turn(&SECONDARY, number / 3)));
    let fed = if is_artisan(scene) { artisan(scene, fed) } else { fed };
    // Where the institute holds something else: a move not communicated, another PEC, an activity that changed.
    let street = || format!("{} {}", turn(STREETS, number / 8 + 3), 7 + number % 90);
    let fed = match number % 8 {
        0 => fed.with("street", street()),
        3 => fed.with("pec", format_args!("amministrazione{number}@pec.example")),
        6 => fed.with("ateco", "829999"),
        _ => fed,
    };
    scene.add(fed);
}
