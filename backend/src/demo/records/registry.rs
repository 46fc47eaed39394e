//! Registry data and their histories.

use shared::calendar::{Day, Month};
use shared::companies::PositionState;
use shared::fiscal::{RegisterNumber, Registered};
use shared::sections::registry::{
    branches, detail, histories, insolvency, interruptions, positions, workforce,
};

use super::chamber::{artisan, chamber_state, ended, is_artisan};
use super::{Fed, Scene, chamber, days, turn};
use crate::companies::service::ExtractPosition;
use crate::demo::companies::BANKRUPT;
use crate::demo::names::{PLACES, STREETS, TRADES, Trade};

/// Companies of which the archives say all they can: enough for every field to be seen.
const WELL_KNOWN: usize = 60;

pub(super) fn invent(scene: &mut Scene<'_>) {
    subject(scene);
    chamber::invent(scene);
    position_details(scene);
    addresses(scene);
    former_names(scene);
    former_tax_codes(scene);
    insolvencies(scene);
    interruption(scene);
    establishments(scene);
    employees(scene);
}

fn subject(scene: &mut Scene<'_>) {
    let extract = &scene.company.extract;
    let started = extract.started.unwrap_or(scene.ago(3_000));
    let address = extract.address.clone();
    let chamber = address.as_ref().map(|address| address.province.clone());
    let cooperative = extract.name.ends_with("coop.");
    let mut fed = Fed::new(&detail::SECTION, started.plus_days(20))
        .with("tax_code", &extract.tax_code)
        .with("legal_nature", extract.legal_form.as_deref().unwrap_or("Impresa individuale"))
        .with("chamber_state", chamber_state(scene.number()))
        .with_some("chamber", chamber.as_ref())
        .with_some("rea", extract.rea.as_ref())
        .with("registered", started.plus_days(-12))
        .with_some("street", address.as_ref().map(|address| &address.street))
        .with_some("postcode", address.as_ref().map(|address| &address.postcode))
        .with_some("town", address.as_ref().map(|address| &address.town))
        .with_some("province", chamber.as_ref())
        .with("seat_in_italy", true)
        .with_some("phone", extract.phone.as_ref())
        .with_some("email", extract.email.as_ref())
        .with_some("pec", extract.pec.as_ref())
        .with_some("ateco_2007", extract.ateco.as_ref())
        .with("started", started)
        .with_some("ended", ended(scene))
        .with("certified", scene.number() % 3 != 2)
        .with("certifier", "Camera di commercio")
        .with_some("register_number", registered(scene, 0, Registered::Subject));
    if cooperative {
        fed = fed
            .with("cooperative_number", format_args!("A{:06}", 100_000 + scene.number()))
            .with("cooperative_registered", started.plus_days(40))
            .with("cooperative_section", "Mutualità prevalente")
            .with("cooperative_subsection", "Altre cooperative")
            .with("cooperative_category", "Produzione e lavoro");
    }
    if is_artisan(scene) {
        fed = artisan(scene, fed);
    }
    if scene.number() < WELL_KNOWN {
        fed = in_full(scene, fed, started);
    }
    scene.add(fed);
}

/// The activity of the company, as its trade has it.
fn trade(scene: &Scene<'_>) -> Option<&'static Trade> {
    let ateco = scene.company.extract.ateco.as_deref()?;
    TRADES.iter().find(|trade| trade.ateco == ateco)
}

/// What is known besides of a subject: its codes, its municipality, what it did by former editions of ATECO.
fn in_full(scene: &Scene<'_>, fed: Fed, started: Day) -> Fed {
    let extract = &scene.company.extract;
    let nature = extract.legal_form.as_deref().map_or("DI", |form| match form {
        "Società a responsabilità limitata" => "SR",
        "Società in nome collettivo" => "SN",
        "Società in accomandita semplice" => "AS",
        "Società per azioni" => "SP",
        _ => "SC",
    });
    let province = extract.address.as_ref().map(|address| address.province.as_str());
    let place = PLACES.iter().find(|place| Some(place.province) == province);
    let trade = trade(scene);
    // The edition of 1991 is that of 2002 for all these activities; it held until 2003, that one until 2008. A company is registered some days
    // before it starts.
    let older = trade.filter(|_| started.year() < 2009);
    let oldest = older.filter(|_| started.plus_days(-12).year() < 2004);
    let other = extract.pec.as_ref().filter(|_| scene.number() % 4 == 1);
    let fed = fed
        .with("legal_nature_code", nature)
        .with_some("istat", place.map(|place| place.istat))
        .with_some("belfiore", place.map(|place| place.belfiore))
        .with_some("region", place.map(|place| place.region))
        .with_some("fax", extract.phone.as_ref())
        .with_some("legalmail", other.map(|pec| pec.replace("@pec.", "@legalmail.")))
        .with_some("activity", trade.map(|trade| trade.activity))
        .with_some("activity_2007", trade.map(|trade| trade.activity))
        .with_some("ateco_2002", older.map(|trade| trade.ateco_2002))
        .with_some("activity_2002", older.map(|trade| trade.activity))
        .with_some("ateco_1991", oldest.map(|trade| trade.ateco_2002))
        .with_some("activity_1991", oldest.map(|trade| trade.activity));
    let fed = match scene.number() % 5 {
        2 => fed.with("hamlet", "Località Ponte Nuovo"),
        _ => fed,
    };
    // The establishment of a company whose seat is abroad.
    match scene.number() % 30 {
        26 => fed.with("seat_in_italy", false).with("country", "Austria"),
        _ => fed,
    }
}

/// The number that the registry of contributors gave the company, or one of its positions.
fn registered(scene: &Scene<'_>, place: usize, of: Registered) -> Option<RegisterNumber> {
    let number = u64::try_from(1_000_000 + 10 * scene.number() + place).ok()?;
    RegisterNumber::compose(number, of).ok()
}

fn position_details(scene: &mut Scene<'_>) {
    let positions = scene.company.extract.positions.clone();
    for (place, position) in positions.iter().enumerate() {
        let check = match scene.number() % 7 {
            3 => "da_verificare",
            5 => "da_rettificare",
            _ => "confermato",
        };
        let centralisation = match (positions.len(), place) {
            (1, _) => "nessuno",
            (_, 0) => "accentrante",
            _ => "accentrata",
        };
        let reference =
            (place > 0).then(|| positions.first().map(|first| first.matricola)).flatten();
        let fed = Fed::new(&positions::DETAIL, position.opened.plus_days(12))
            .with("matricola", position.matricola)
            .with("check", check)
            .with("name", &scene.company.extract.name)
            .with("applied", position.opened.plus_days(3))
            .with("validated", position.opened.plus_days(12))
            .with("firm", if place == 0 { "principale" } else { "secondaria" })
            .with("centralisation", centralisation)
            .with_some("reference", reference)
            .with("naval", false)
            .with_some("register_number", registered(scene, place, Registered::Position));
        let fed = match scene.number() < WELL_KNOWN {
            true => position_in_full(scene, fed, position),
            false => fed,
        };
        scene.add(fed);
    }
}

/// What is known besides of a position: its offices, its first enrolment, what it was opened for.
fn position_in_full(scene: &Scene<'_>, fed: Fed, position: &ExtractPosition) -> Fed {
    let province = position.office.get(..2).map(|prefix| [prefix, "00"].concat());
    let town = scene.company.extract.address.as_ref().map(|address| address.town.as_str());
    let farm = Some(scene.number()).filter(|number| number % 20 == 13);
    fed.with("started", position.opened)
        .with("provisional", position.opened.plus_days(5))
        .with_some("activity", trade(scene).map(|trade| trade.activity))
        .with_some("agency", town.map(|town| format!("Agenzia di {town} Centro")))
        .with_some("provincial_office", province)
        .with("zonal_office", &position.office)
        .with_some("cida", farm.map(|number| 52_000_000 + number))
        .with_some(
            "note",
            farm.map(|_| "Conduce anche un fondo: la manodopera agricola è denunciata a parte."),
        )
}

fn addresses(scene: &mut Scene<'_>) {
    let Some(address) = scene.company.extract.address.clone() else { return };
    let started = scene.company.extract.started.unwrap_or(scene.ago(3_000));
    let number = scene.number();
    let moved = number % 4 == 2;
    let move_day = started.plus_days(1_100);
    if moved {
        let fed = Fed::new(&histories::ADDRESS, started)
            .with("kind", "sede_legale")
            .with("street", format_args!("{} {}", turn(STREETS, number), 3 + number % 60))
            .with("postcode", &address.postcode)
            .with("town", &address.town)
            .with("province", &address.province)
            .with("from", started)
            .with("to", move_day.plus_days(-1));
        scene.add(fed);
    }
    let other = match number % 6 {
        1 => Some("sede_operativa"),
        4 => Some("corrispondenza"),
        _ => None,
    };
    for kind in std::iter::once("sede_legale").chain(other) {
        let from = if moved { move_day } else { started };
        let fed = Fed::new(&histories::ADDRESS, from)
            .with("kind", kind)
            .with("street", &address.street)
            .with("postcode", &address.postcode)
            .with("town", &address.town)
            .with("province", &address.province)
            .with("from", from)
            .with("to", Day::OPEN_END);
        scene.add(fed);
    }
}

fn former_names(scene: &mut Scene<'_>) {
    let number = scene.number();
    if !number.is_multiple_of(4) {
        return;
    }
    let started = scene.company.extract.started.unwrap_or(scene.ago(3_000));
    let on = started.plus_days(700);
    let current = scene.company.extract.name.clone();
    let stem = current.rsplit_once(' ').map_or(current.as_str(), |(stem, _)| stem);
    let (reason, previous) = match (number / 4) % 3 {
        0 => ("trasformazione", format!("{stem} S.n.c. di Rossi M. e C.")),
        1 => ("cambio_denominazione", format!("Nuova {current}")),
        _ => ("rettifica", current.replace('.', "")),
    };
    let fed = Fed::new(&histories::NAME, on)
        .with("previous", previous)
        .with("current", current)
        .with("on", on)
        .with("reason", reason);
    scene.add(fed);
}

fn former_tax_codes(scene: &mut Scene<'_>) {
    let number = scene.number();
    if number % 15 != 7 {
        return;
    }
    let on = scene.company.extract.started.unwrap_or(scene.ago(3_000)).plus_days(500);
    let old = u32::try_from(number % 900_000).unwrap_or(0) + 2_000_000;
    let Ok(old) = shared::fiscal::CompanyTaxCode::compose(old, 15) else { return };
    let fed = Fed::new(&histories::TAX_CODE, on)
        .with("old_code", old)
        .with("new_code", &scene.company.extract.tax_code)
        .with("on", on)
        .with("reason", turn(&["confluenza", "correzione", "omocodia"], number / 15));
    scene.add(fed);
}

fn insolvencies(scene: &mut Scene<'_>) {
    const KINDS: [&str; 5] = [
        "liquidazione_giudiziale",
        "concordato_preventivo",
        "fallimento",
        "liquidazione_coatta",
        "amministrazione_straordinaria",
    ];
    let number = scene.number();
    if number % 12 != BANKRUPT % 12 {
        return;
    }
    let case = number / 12;
    let state = turn(&["aperta", "omologata", "chiusa", "revocata"], case);
    let decreed = match number {
        BANKRUPT => Month::of(scene.today()).plus(-7).first_day(),
        _ => scene.ago(900 + days(case % 9 * 70)),
    };
    // A composition with continuity, or a provisional operation: the position is still active.
    let kind = turn(&KINDS, case);
    let works = scene
        .position()
        .and_then(|position| position.states.last())
        .is_none_or(|(state, _)| state.is_active());
    let continued = (works && kind != "amministrazione_straordinaria").then_some(decreed);
    let closed = (state == "chiusa").then(|| decreed.plus_days(700));
    let town =
        scene.company.extract.address.as_ref().map_or("Roma", |address| address.town.as_str());
    let fed = Fed::new(&insolvency::SECTION, decreed)
        .with("register_number", format_args!("{}/{}", 100 + number % 800, decreed.year()))
        .with("kind", kind)
        .with("state", state)
        .with("court", format_args!("Tribunale di {town}"))
        .with("register_date", decreed.plus_days(6))
        .with("decreed", decreed)
        .with_some("confirmed", (state == "omologata").then(|| decreed.plus_days(240)))
        .with_some("revoked", (state == "revocata").then(|| decreed.plus_days(120)))
        .with_some("closed", closed)
        .with_some("continued", continued)
        .with_some("continued_to", continued.and(closed));
    scene.add(fed);
}

/// Each suspension in the register is an interruption.
fn interruption(scene: &mut Scene<'_>) {
    let Some(position) = scene.position().cloned() else { return };
    let kind = turn(&["sospensione", "senza_dipendenti", "stagionale"], scene.number() / 13);
    for (place, (state, since)) in position.states.iter().enumerate() {
        if *state != PositionState::Suspended {
            continue;
        }
        let back = position.states.get(place + 1).map(|(_, day)| *day);
        let fed = Fed::new(&interruptions::SECTION, back.unwrap_or(since.plus_days(4)))
            .with("matricola", position.matricola)
            .with("kind", kind)
            .with("state", if back.is_some() { "chiusa" } else { "aperta" })
            .with("from", since)
            .with("to", back.map_or(Day::OPEN_END, |day| day.plus_days(-1)))
            .with("entered", format_args!("{}T10:{:02}", since.plus_days(4), scene.number() % 60))
            .with("entered_by", "Sportello telematico");
        scene.add(fed);
    }
}

fn establishments(scene: &mut Scene<'_>) {
    const KINDS: [&str; 7] =
        ["negozio", "laboratorio", "deposito", "filiale", "ufficio", "stabilimento", "cantiere"];
    let number = scene.number();
    let Some(address) = scene.company.extract.address.clone() else { return };
    let opened = scene.company.extract.started.unwrap_or(scene.ago(3_000));
    for place in 1..=number % 4 {
        let since = opened.plus_days(days(place * 380));
        let closed = (number + place).is_multiple_of(5).then(|| since.plus_days(800));
        let kind = turn(&KINDS, number + place);
        let town = turn(&PLACES.each_ref(), number / 4 + place);
        let fed = Fed::new(&branches::SECTION, since)
            .with("number", place)
            .with("sign", format_args!("{}, unità {place}", scene.company.extract.name))
            .with("kind", kind)
            .with("state", if closed.is_some() { "chiusa" } else { "aperta" })
            .with("opened", since)
            .with_some("closed", closed)
            .with_some("closing_cause", closed.map(|_| "Trasferimento dell'attività"))
            .with("street", format_args!("{} {}", turn(STREETS, number + place), 2 + number % 80))
            .with("postcode", if place == 1 { &address.postcode } else { town.postcode })
            .with("town", if place == 1 { &address.town } else { town.town })
            .with("province", if place == 1 { &address.province } else { town.province })
            .with_some("ateco", scene.company.extract.ateco.as_ref())
            .with("employees", scene.company.size / (place + 2))
            .with("origin", turn(&["comunicata", "infocamere"], number / 4 + place))
            .with_some("hamlet", (place == 3).then_some("Zona industriale"))
            .with("importance", if place == 1 { "Principale" } else { "Secondaria" });
        scene.add(fed);
    }
}

/// Months back that the workforce is known: two years of the named companies, half a year of the others.
const fn known_months(number: usize) -> usize {
    if number < 6 { 24 } else { 7 }
}

fn employees(scene: &mut Scene<'_>) {
    let number = scene.number();
    let mut places: Vec<usize> = Vec::new();
    for position in &scene.company.extract.positions {
        let of = (0..scene.told.len()).filter(|at| {
            let told = &scene.told[*at];
            told.matricola == position.matricola && told.transmitted
        });
        places.extend(of.rev().take(known_months(number)));
    }
    let newest = scene.told.iter().filter(|told| told.transmitted).map(|told| told.month).max();
    for place in places {
        let told = &scene.told[place];
        let age = newest.map_or(0, |newest| newest.index() - told.month.index());
        let state = match age {
            0 if number % 6 != 4 => "dichiarata",
            1 => "da_certificare",
            5 if number % 6 == 2 => "modificata",
            _ => "certificata",
        };
        let modified = (state == "modificata").then(|| told.workers.saturating_sub(1).max(1));
        let certified = (state == "certificata").then_some(told.workers);
        let on = told.month.next().last_day().plus_days(if certified.is_some() { 40 } else { 1 });
        let fed = Fed::new(&workforce::SECTION, on)
            .with("month", told.month)
            .with("matricola", told.matricola)
            .with("state", state)
            .with("declared", told.workers)
            .with_some("modified", modified)
            .with_some("certified", certified)
            .with("on", format_args!("{}T05:00", on.min(scene.ago(1))))
            .with(
                "by",
                if certified.is_some() { "Procedura di certificazione" } else { "UniEmens" },
            );
        scene.add(fed);
    }
}
