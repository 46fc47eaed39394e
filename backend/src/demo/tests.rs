//! The world is reproducible and holds what the screens must show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use shared::calendar::{Day, Instant, Month};
use shared::durc::{CoverCause, InternalDurc, Outcome, Stage, internal as internal_of};
use shared::evidence::Term;
use shared::ids::CompanyId;
use shared::sections::{Kind, Row, SECTIONS, by_slug};

use super::{COMPANIES, Forge, SEED, companies, fill};
use crate::app::App;
use crate::clock::{DAY, TestClock};
use crate::durc::archive::filed;
use crate::durc::service::{monthly, on_line, sample_link};
use crate::durc::situation::{self, checked};
use crate::parameters::service as parameters;
use crate::sections::service as sections;
use crate::store::Store;

#[test]
fn the_same_seed_makes_the_same_companies() {
    let now = Instant::from_millis(1_795_000_000_000);
    let names = |seed| -> Vec<(String, String)> {
        companies::invent(&mut Forge::new(seed, now), 40)
            .into_iter()
            .map(|company| (company.extract.name, company.extract.tax_code))
            .collect()
    };
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn every_code_of_the_world_is_valid_and_its_own() {
    let now = Instant::from_millis(1_795_000_000_000);
    let invented = companies::invent(&mut Forge::new(7, now), 400);
    let mut tax_codes = BTreeSet::new();
    let mut matricole = BTreeSet::new();
    for company in &invented {
        assert!(
            shared::fiscal::CompanyTaxCode::parse(&company.extract.tax_code).is_ok(),
            "{}",
            company.extract.name
        );
        assert!(tax_codes.insert(company.extract.tax_code.clone()));
        assert!(!company.extract.positions.is_empty());
        for position in &company.extract.positions {
            assert!(matricole.insert(position.matricola));
        }
        for person in &company.extract.persons {
            assert!(
                shared::fiscal::PersonTaxCode::parse(&person.tax_code).is_ok(),
                "{}",
                person.name
            );
        }
    }
}

/// Every record of a world, by company and section.
type World = BTreeMap<(usize, &'static str), Vec<Row>>;

/// A day on which every phase of a month can be seen.
const NOW: Instant = Instant::from_millis(1_795_000_000_000);

async fn world(companies: usize) -> World {
    let clock = Arc::new(TestClock::default());
    clock.set(NOW);
    let app = App::over(Store::in_memory().unwrap()).clock(clock).demo(true).build();
    fill(&app, companies, SEED).await.unwrap();
    let invented = companies::invent(&mut Forge::new(SEED, NOW), companies);
    let today = NOW.day_in_rome();
    let mut world = World::new();
    for section in SECTIONS {
        for company in &invented {
            let rows =
                app.store().read(|tx| sections::all(tx, company.id, section, today)).unwrap();
            world.insert((company.number, section.slug), rows);
        }
    }
    world
}

/// The field of a record, by the names of its section and its own.
fn cell<'a>(slug: &str, row: &'a Row, field: &str) -> Option<&'a str> {
    let (place, _) = by_slug(slug).unwrap().field(field).unwrap();
    row.cells[place].as_deref()
}

#[tokio::test]
async fn the_same_seed_makes_the_same_records() {
    assert_eq!(world(9).await, world(9).await);
}

#[tokio::test]
async fn every_archive_is_filled_with_what_its_description_allows() {
    let world = world(COMPANIES).await;
    let (mut gaps, mut silent) = (Vec::new(), Vec::<String>::new());
    for section in SECTIONS {
        let slug = section.slug;
        let rows: Vec<&Row> =
            world.iter().filter(|((_, of), _)| *of == slug).flat_map(|(_, rows)| rows).collect();
        assert!(!rows.is_empty(), "nothing in {slug}");
        for row in &rows {
            let written: Vec<Option<&str>> = row.cells.iter().map(Option::as_deref).collect();
            assert_eq!(section.read(&written).as_ref(), Ok(&row.cells), "{slug}");
        }
        for (place, field) in section.fields.iter().enumerate() {
            if rows.iter().all(|row| row.cells[place].is_none()) {
                silent.push(format!("{slug} {}", field.name));
            }
        }
        if !section.source.is_fed() {
            continue;
        }
        for (place, field) in section.fields.iter().enumerate() {
            let Kind::Code(codes) = field.kind else { continue };
            // Other schemes than that of employers have files of their own.
            if field.name == "scheme"
                && matches!(slug, "crediti" | "domande-dilazione" | "note-rettifica")
            {
                continue;
            }
            let said: BTreeSet<&str> =
                rows.iter().filter_map(|row| row.cells[place].as_deref()).collect();
            let missing: Vec<&str> =
                codes.iter().map(|code| code.code).filter(|code| !said.contains(code)).collect();
            if !missing.is_empty() {
                gaps.push(format!("{slug} {}: {}", field.name, missing.join(" ")));
            }
        }
    }
    assert!(gaps.is_empty(), "codes that nothing says: {gaps:#?}");
    assert!(silent.is_empty(), "fields that nothing says: {silent:#?}");
    records_hang_together(&world);
    states_and_months_agree(&world);
}

/// What a record refers to is there.
fn records_hang_together(world: &World) {
    for (from, field, to, key) in [
        ("crediti", "notice", "note-rettifica", "number"),
        ("crediti", "roll_entry", "iscrizioni-ruolo", "number"),
        ("iscrizioni-ruolo", "plan", "dilazioni-cartella", "plan"),
        ("dilazioni-cartella", "notice", "iscrizioni-ruolo", "number"),
        ("dilazioni-cartella", "others", "iscrizioni-ruolo", "number"),
        ("domande-dilazione", "credit", "crediti", "id"),
        ("domande-dilazione", "others", "crediti", "id"),
        ("posta-ibrida", "notice", "note-rettifica", "number"),
        ("ricorsi", "notice", "note-rettifica", "number"),
        ("cause-note-rettifica", "notice", "note-rettifica", "number"),
        ("note-rettifica", "month", "uniemens", "month"),
        ("posizione-riferimento", "matricola", "posizioni", "matricola"),
    ] {
        let mut referred = 0;
        for ((number, _), rows) in world.iter().filter(|((_, slug), _)| *slug == from) {
            let there: BTreeSet<&str> =
                world[&(*number, to)].iter().filter_map(|row| cell(to, row, key)).collect();
            for value in rows.iter().filter_map(|row| cell(from, row, field)) {
                assert!(
                    there.contains(value),
                    "company {number}: {from} refers to {value}, not in {to}"
                );
                referred += 1;
            }
        }
        assert!(referred > 0, "no {from} refers to any {to}");
    }
}

/// Declared workforce and wages are those of the declarations; suspended months have none.
fn states_and_months_agree(world: &World) {
    for ((number, _), rows) in world.iter().filter(|((_, slug), _)| *slug == "forza-lavoro") {
        for row in rows {
            let month = cell("forza-lavoro", row, "month");
            let matricola = cell("forza-lavoro", row, "matricola");
            let declared: Vec<&str> = world[&(*number, "uniemens")]
                .iter()
                .filter(|other| {
                    (cell("uniemens", other, "month"), cell("uniemens", other, "matricola"))
                        == (month, matricola)
                        && cell("uniemens", other, "superseded") != Some("true")
                })
                .filter_map(|other| cell("uniemens", other, "workers"))
                .collect();
            assert_eq!(
                cell("forza-lavoro", row, "declared").into_iter().collect::<Vec<_>>(),
                declared
            );
        }
    }
    for ((number, _), rows) in world.iter().filter(|((_, slug), _)| *slug == "interruzioni") {
        for row in rows {
            let (from, to) = (cell("interruzioni", row, "from"), cell("interruzioni", row, "to"));
            let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
            for declaration in &world[&(*number, "uniemens")] {
                let first =
                    format!("{}-02", cell("uniemens", declaration, "month").unwrap_or_default());
                let other = cell("uniemens", declaration, "matricola")
                    != cell("interruzioni", row, "matricola");
                assert!(
                    other || first.as_str() < from || first.as_str() > to,
                    "company {number}: {first}"
                );
            }
        }
    }
}

/// A filled world, and its companies.
async fn filled(now: Instant) -> (App, Vec<companies::Invented>) {
    let clock = Arc::new(TestClock::default());
    clock.set(now);
    let app = App::over(Store::in_memory().unwrap()).clock(clock).demo(true).build();
    fill(&app, COMPANIES, SEED).await.unwrap();
    (app, companies::invent(&mut Forge::new(SEED, now), COMPANIES))
}

/// Moments at which somebody may begin the demo: its dates follow today, and months begin, end and have their terms.
fn moments() -> Vec<Instant> {
    // 18 and 30 November, 1 and 17 December 2026, 15 January and 28 February 2027.
    let days = [0, 12, 13, 29, 58, 102];
    days.map(|days| NOW.plus_millis(days * DAY)).into()
}

#[tokio::test]
async fn every_kind_of_evidence_occurs_and_both_kinds_of_notices() {
    for now in moments() {
        evidence_of_every_kind(now).await;
    }
}

async fn evidence_of_every_kind(now: Instant) {
    let (app, invented) = filled(now).await;
    let today = now.day_in_rome();
    let (mut kinds, mut sides) = (BTreeSet::new(), BTreeSet::new());
    let (mut terms, mut reduced) = (BTreeSet::new(), 0);
    for company in invented {
        let summary = app.store().read(|tx| app.summaries().on(tx, today)?.of(tx, company.id, 0));
        let summary = summary.unwrap().unwrap();
        let open = summary.archives.dated.iter().filter(|one| !one.done && one.day >= today);
        terms.extend(open.filter_map(|one| one.term));
        reduced += summary.reduced.len();
        let held = app.store().read(|tx| app.evidence().on(tx, today)?.of(company.id));
        let pieces = held.unwrap().unwrap().pieces.clone();
        kinds.extend(pieces.iter().map(|piece| piece.tracked.evidence.kind.number()));
        let notices = by_slug("note-rettifica").unwrap();
        let rows = app.store().read(|tx| sections::all(tx, company.id, notices, today));
        for row in rows.unwrap() {
            // Each with its cause, which is where its explanation begins.
            assert!(cell("note-rettifica", &row, "cause").is_some());
            sides.insert(cell("note-rettifica", &row, "side").unwrap().to_owned());
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), (1..=14).collect::<Vec<_>>(), "{today}");
    assert_eq!(sides.into_iter().collect::<Vec<_>>(), ["attiva", "passiva"], "{today}");
    for term in [
        Term::Pay,
        Term::PayHalved,
        Term::Appeal,
        Term::Oppose,
        Term::Cure,
        Term::Regularise,
        Term::Report,
    ] {
        assert!(terms.contains(&term), "{today}: {term:?} in {terms:?}");
    }
    assert!(reduced > 0, "{today}");
}

#[tokio::test]
async fn every_outcome_of_the_durc_occurs_and_a_link_to_a_document() {
    for now in moments() {
        outcomes_of_every_kind(now).await;
    }
}

/// The internal DURC of the last months of a company, by what the DURC on line says too or by its own checks alone.
fn months(app: &App, company: CompanyId, today: Day, all: bool) -> Vec<InternalDurc> {
    let set = app.store().read(|tx| parameters::current(tx)).unwrap();
    let this = Month::of(today);
    let known = app.store().read(|tx| monthly(tx, company, this.plus(-17))).unwrap();
    let past = app.store().read(|tx| on_line(tx, company, today)).unwrap();
    let past = if all { past } else { Vec::new() };
    let light = |back: i32| internal_of(&set.durc, &known, &past, this.plus(-back), today);
    (1..12).map(|back| light(back).unwrap()).collect()
}

async fn outcomes_of_every_kind(now: Instant) {
    let (app, invented) = filled(now).await;
    let today = now.day_in_rome();
    let set = app.store().read(|tx| parameters::current(tx)).unwrap();
    let (mut outcomes, mut causes) = (BTreeSet::new(), BTreeSet::new());
    let (mut stages, mut internal) = (BTreeSet::new(), BTreeSet::new());
    let mut by_document = BTreeSet::new();
    for company in &invented {
        let id = company.id;
        let check = app
            .store()
            .read(|tx| checked(&set.durc, &situation::of(tx, id, today)?, today))
            .unwrap();
        if check.outcome == Outcome::BeingCured {
            assert!(check.cure_by.is_some_and(|by| by >= today), "{}", company.extract.name);
        }
        outcomes.insert(check.outcome);
        let debts = check.gestioni.iter().flat_map(|one| &one.debts);
        causes.extend(debts.flat_map(|debt| debt.causes.iter().copied()));
        let filed = app.store().read(|tx| filed(tx, id, today)).unwrap();
        stages.extend(filed.iter().filter_map(|one| Some(one.validity(&set.durc)?.stage(today))));
        let own = months(&app, id, today, false).into_iter();
        internal.extend(own.map(|light| format!("{:?}", light.light())));
        by_document.extend(months(&app, id, today, true).into_iter().map(|light| match light {
            InternalDurc::Blue { .. } => "blue",
            InternalDurc::Locked { .. } => "locked",
            _ => "other",
        }));
    }
    let expected = [
        Outcome::Regular,
        Outcome::TechnicalAnomaly,
        Outcome::BeingCured,
        Outcome::ToInvite,
        Outcome::Irregular,
    ];
    assert_eq!(outcomes.into_iter().collect::<Vec<_>>(), expected, "{today}");
    for cause in [
        CoverCause::Instalments,
        CoverCause::SuspendedByLaw,
        CoverCause::SetOff,
        CoverCause::Appeal,
        CoverCause::CollectionSuspended,
        CoverCause::FacilitatedSettlement,
    ] {
        assert!(causes.contains(&cause), "{today}: {cause:?} in {causes:?}");
    }
    for stage in [Stage::Valid, Stage::LateWarning, Stage::Expired] {
        assert!(stages.contains(&stage), "{today}: {stage:?} in {stages:?}");
    }
    let lights: Vec<&str> = internal.iter().map(String::as_str).collect();
    assert_eq!(lights, ["Some(Green)", "Some(Red)", "Some(Yellow)"], "{today}");
    assert_eq!(by_document.into_iter().collect::<Vec<_>>(), ["blue", "locked", "other"]);
    // What others see of the first company's document is there to be tried.
    let first = invented[0].id;
    assert!(app.store().read(|tx| sample_link(tx, first, today)).unwrap().is_some());
}
