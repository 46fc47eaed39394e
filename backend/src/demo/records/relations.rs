//! Other companies and positions, and the persons behind the company.

use shared::calendar::Day;
use shared::money::Euro;
use shared::offices::{self, OfficeCode};
use shared::sections::relations::{linked, parent, same_code, self_employed, shares};

use super::{Fed, Scene, days, former_matricola, turn};
use crate::demo::companies::{Invented, person};

/// States of positions that are not simply active, for those that are gone or belong to somebody else.
const STATES: [&str; 6] =
    ["cessata_definitiva", "attiva", "cessata_provvisoria", "sospesa", "riattivata", "fallita"];

pub(super) fn invent(scene: &mut Scene<'_>) {
    of_the_same_code(scene);
    linked_companies(scene);
    centralised(scene);
    holders(scene);
    own_positions(scene);
}

/// The positions it has, and for some one that it had elsewhere.
fn of_the_same_code(scene: &mut Scene<'_>) {
    let number = scene.number();
    let company = scene.company;
    if !number.is_multiple_of(3) && company.extract.positions.len() == 1 {
        return;
    }
    for position in &company.extract.positions {
        let period = position.periods.last();
        let fed = Fed::new(&same_code::SECTION, position.opened)
            .with("matricola", position.matricola)
            .with("name", &company.extract.name)
            .with("state", state_of(position))
            .with("office", &position.office)
            .with_some("csc", period.map(|period| &period.csc))
            .with("cas", period.map_or_else(String::new, |period| period.cas.join(" ")))
            .with("from", position.opened)
            .with("to", Day::OPEN_END);
        scene.add(fed);
    }
    let office = turn(&["4900", "5100", "8100", "7010"], number / 3);
    let prefix = office.get(..2).and_then(|prefix| prefix.parse().ok()).unwrap_or(70);
    let Some(matricola) = former_matricola(prefix, number) else { return };
    let state = turn(&STATES, number / 3);
    let from = company.extract.started.unwrap_or(scene.ago(4_000)).plus_days(90);
    let gone = matches!(state, "cessata_definitiva" | "fallita");
    let fed = Fed::new(&same_code::SECTION, from.plus_days(1_500))
        .with("matricola", matricola)
        .with("name", &company.extract.name)
        .with("state", state)
        .with("office", office)
        .with_some(
            "csc",
            scene.position().and_then(|position| position.periods.last()).map(|period| &period.csc),
        )
        .with("from", from)
        .with("to", if gone { from.plus_days(1_500) } else { Day::OPEN_END });
    scene.add(fed);
}

fn state_of(position: &crate::companies::service::ExtractPosition) -> &'static str {
    use shared::companies::PositionState as State;
    match position.states.last().map(|(state, _)| *state).unwrap_or_default() {
        State::Active => "attiva",
        State::CeasedProvisionally => "cessata_provvisoria",
        State::Ceased => "cessata_definitiva",
        State::Suspended => "sospesa",
        State::Reactivated => "riattivata",
        State::Bankrupt => "fallita",
    }
}

/// Companies go in pairs: the first of six with the one five places on, so that one practice may have both.
fn linked_companies(scene: &mut Scene<'_>) {
    const RELATIONS: [&str; 7] = [
        "gruppo",
        "subentro",
        "cessione_ramo",
        "incorporazione",
        "scissione",
        "affitto_azienda",
        "fusione",
    ];
    let number = scene.number();
    let (first, other) = match number % 6 {
        0 => (number, number + 5),
        5 => (number - 5, number - 5),
        _ => return,
    };
    let Some(other) = scene.world.get(other) else { return };
    let relation = turn(&RELATIONS, first / 6);
    let from = scene.ago(1_400 + days(first % 500));
    let fed = Fed::new(&linked::SECTION, from)
        .with("name", &other.extract.name)
        .with("tax_code", &other.extract.tax_code)
        .with_some("other_matricola", matricola_of(other))
        .with("matricola", scene.matricola())
        .with("relation", relation)
        .with("deed", from.plus_days(-20))
        .with("from", from)
        .with(
            "to",
            if relation == "affitto_azienda" { from.plus_days(1_095) } else { Day::OPEN_END },
        );
    scene.add(fed);
}

fn matricola_of(company: &Invented) -> Option<String> {
    company.extract.positions.first().map(|position| position.matricola.to_string())
}

/// A company with two positions has a parent and a daughter; a few had one once.
fn centralised(scene: &mut Scene<'_>) {
    let positions = scene.company.extract.positions.clone();
    let number = scene.number();
    if let [parent, daughter] = positions.as_slice() {
        for (own, other, side) in
            [(daughter, parent, "accentrata"), (parent, daughter, "accentrante")]
        {
            let employees =
                scene.told.iter().rev().find(|told| told.matricola == daughter.matricola);
            let fed = Fed::new(&parent::SECTION, daughter.opened)
                .with("matricola", own.matricola)
                .with("side", side)
                .with("reference", other.matricola)
                .with("name", &scene.company.extract.name)
                .with("office", &other.office)
                .with("measure", format_args!("{}/{}", 120 + number, daughter.opened.year()))
                .with("measured", daughter.opened.plus_days(-9))
                .with("from", daughter.opened)
                .with("to", Day::OPEN_END)
                .with_some("employees", employees.map(|told| told.workers))
                .with("state", "aperta");
            scene.add(fed);
        }
    } else if number % 17 == 10
        && let Some(former) = former_matricola(49, number)
    {
        let from = scene.company.extract.started.unwrap_or(scene.ago(4_000)).plus_days(365);
        let fed = Fed::new(&parent::SECTION, from.plus_days(1_000))
            .with("matricola", scene.matricola())
            .with("side", "accentrante")
            .with("reference", former)
            .with("name", &scene.company.extract.name)
            .with("office", "4900")
            .with("measure", format_args!("{}/{}", 300 + number % 500, from.year()))
            .with("from", from)
            .with("to", from.plus_days(1_000))
            .with("employees", 3)
            .with("state", "chiusa");
        scene.add(fed);
    }
}

/// Who owns it: its representative, and for most somebody else.
fn holders(scene: &mut Scene<'_>) {
    let company = scene.company;
    let Some(representative) = company.extract.persons.first() else { return };
    let number = scene.number();
    let from = company.extract.started.unwrap_or(scene.ago(3_000));
    let capital = turn(&[10_000_00_i64, 20_000_00, 50_000_00, 120_000_00], number);
    let share = turn(&[100, 60, 51, 75], number);
    let mut owners = vec![(representative.name.clone(), representative.tax_code.clone(), share)];
    if share < 100 {
        let (name, tax_code) = match company.extract.persons.get(1) {
            Some(partner) => (partner.name.clone(), partner.tax_code.clone()),
            None => person(scene.forge, 1950..1990),
        };
        owners.push((name, tax_code, 100 - share));
    }
    for (name, tax_code, share) in owners {
        let fed = Fed::new(&shares::SECTION, from)
            .with("name", name)
            .with("tax_code", tax_code)
            .with("share", format_args!("{share}.00"))
            .euro("nominal", Euro::from_cents(capital / 100 * share))
            .with("from", from)
            .with("to", Day::OPEN_END)
            .with("certified", number % 3 != 2);
        scene.add(fed);
    }
}

/// The representative's own position as artisan, merchant or professional.
fn own_positions(scene: &mut Scene<'_>) {
    let number = scene.number();
    if number % 3 != 1 && number != 0 {
        return;
    }
    let Some(holder) = scene.company.extract.persons.first().cloned() else { return };
    let scheme = turn(&["commercianti", "artigiani", "professionisti", "agricoli"], number / 3);
    let state = if number == 0 { "attiva" } else { turn(&STATES, number / 3) };
    let gone = matches!(state, "cessata_definitiva" | "fallita");
    let code = scene.digits(8);
    let office = Some(scene.office())
        .filter(|code| OfficeCode::parse(code).is_ok_and(|code| offices::by_code(code).is_some()));
    let fed = Fed::new(&self_employed::SECTION, holder.since)
        .with("tax_code", &holder.tax_code)
        .with("name", &holder.name)
        .with("scheme", scheme)
        .with("code", code)
        .with("part", turn(&["titolare", "socio", "collaboratore"], number / 3))
        .with_some("office", office)
        .with("state", state)
        .with("from", holder.since)
        .with("to", if gone { holder.since.plus_days(1_000) } else { Day::OPEN_END });
    scene.add(fed);
}
