//! Wage support, inspections, and the letters that the institute sent.

use shared::calendar::{Day, Month};
use shared::money::Euro;
use shared::sections::matters::{inspections, post, wage_support};

use super::{Fed, Scene, about, days, turn};

pub(super) fn invent(scene: &mut Scene<'_>) {
    let number = scene.number();
    if number.is_multiple_of(3) {
        wage_support(scene, number / 3);
    }
    if number.is_multiple_of(7) {
        inspection(scene, number / 7);
    }
    letters(scene);
}

/// States of applications for wage support, by turns.
const SUPPORT: [&str; 10] = [
    "conguagliata",
    "in_istruttoria",
    "autorizzata",
    "integrazione",
    "pagata",
    "inviata",
    "autorizzata_parziale",
    "respinta",
    "bozza",
    "annullata",
];

/// Grounds, by turns.
const GROUNDS: [&str; 4] =
    ["Mancanza di lavoro", "Crisi aziendale", "Evento meteorologico", "Riorganizzazione"];

/// An application for wage support.
fn wage_support(scene: &mut Scene<'_>, turn_of: usize) {
    let state = turn(&SUPPORT, turn_of);
    let ended = matches!(state, "conguagliata" | "pagata" | "respinta" | "annullata");
    let from = Month::of(scene.today()).plus(if ended { -9 } else { -3 }).first_day();
    let weeks = days(4 + turn_of % 9);
    let workers = days(scene.company.size.div_ceil(2));
    let asked = workers * weeks * 20;
    let granted = match state {
        "autorizzata" | "conguagliata" | "pagata" => Some(asked),
        "autorizzata_parziale" => Some(asked * 2 / 3),
        _ => None,
    };
    let fed = Fed::new(&wage_support::SECTION, from.plus_days(12))
        .with("ticket", scene.digits(16))
        .with("kind", support_kind(scene, turn_of))
        .with("state", state)
        .with("matricola", scene.matricola())
        .with("cause", turn(&GROUNDS, turn_of))
        .with("from", from)
        .with("to", from.plus_days(weeks * 7 - 1))
        .with("first_month", Month::of(from))
        .with("weeks", weeks)
        .with("workers", workers)
        .with("hours_asked", asked)
        .with("mode", if state == "pagata" { "diretto" } else { "conguaglio" });
    let Some(granted) = granted else { return scene.add(fed) };
    let worth = Euro::from_cents(granted * 8_40);
    let used = if ended { worth } else { Euro::ZERO };
    let authorisation = format!("{}00{}", scene.office(), scene.digits(6));
    scene.add(
        fed.with("hours_granted", granted)
            .with("authorisation", authorisation)
            .with("authorised", from.plus_days(35).min(scene.ago(2)))
            .euro("used", used)
            .euro("residual", worth - used),
    );
}

/// The kind of wage support that the sector has.
fn support_kind(scene: &Scene<'_>, turn_of: usize) -> &'static str {
    let period = scene.position().and_then(|position| position.periods.last());
    match period.and_then(|period| period.csc.chars().next()) {
        Some('1') => turn(&["cigo", "cigs", "contratto_solidarieta"], turn_of),
        Some('4') => turn(&["solidarieta", "cigd"], turn_of),
        _ => turn(&["fis", "cigd"], turn_of / 2),
    }
}

fn inspection(scene: &mut Scene<'_>, turn_of: usize) {
    const STATES: [&str; 8] = [
        "regolare",
        "verbale_notificato",
        "ricorso",
        "in_corso",
        "diffida",
        "rateizzata",
        "pagata",
        "recupero_crediti",
    ];
    let state = turn(&STATES, turn_of);
    let visited = match state {
        "in_corso" => scene.ago(25),
        "verbale_notificato" | "diffida" => scene.ago(110),
        _ => scene.ago(400 + days(turn_of % 40) * 9),
    };
    let finding = match state {
        "regolare" => Some("nessuno"),
        "in_corso" => None,
        _ => Some(turn(&["lavoro_nero", "inquadramento", "indennita", "altro"], turn_of)),
    };
    let charged = finding.is_some_and(|finding| finding != "nessuno");
    let contributions = about(scene.forge, 3_000);
    let sanctions = Euro::from_cents(contributions.cents() * 3 / 10);
    let to = Month::of(visited).previous();
    let number = format!("{}/{}", visited.year(), scene.digits(6));
    let workers = scene.company.size.max(1);
    let mut fed = Fed::new(&inspections::SECTION, visited)
        .with("number", number)
        .with("state", state)
        .with("body", turn(&["inps", "inl", "gdf"], turn_of))
        .with("visited", visited)
        .with_some("notified", (state != "in_corso").then(|| visited.plus_days(80)))
        .with("from", to.plus(-23))
        .with("to", to)
        .with("workers", workers)
        .with("irregular", usize::from(charged))
        .with_some("finding", finding)
        .with("matricola", scene.matricola());
    if charged {
        fed = fed
            .euro("contributions", contributions)
            .euro("sanctions", sanctions)
            .euro("total", contributions + sanctions);
    }
    scene.add(fed);
}

/// A letter that was sent.
pub(super) struct Letter {
    pub document: &'static str,
    pub channel: &'static str,
    pub outcome: &'static str,
    pub sent: Day,
    pub settled: Option<Day>,
    /// Number of the notice it carries.
    pub notice: Option<String>,
}

fn letters(scene: &mut Scene<'_>) {
    let number = scene.number();
    let age = days(number % 200);
    if number % 5 == 2 || number == 0 {
        let (channel, outcome) = turn(
            &[
                ("raccomandata", "consegnata"),
                ("raccomandata", "compiuta_giacenza"),
                ("raccomandata", "irreperibile"),
                ("pec", "consegnata"),
            ],
            number / 5,
        );
        let sent = scene.ago(70 + age);
        let settled = Some(sent.plus_days(if outcome == "compiuta_giacenza" { 33 } else { 6 }));
        letter(
            scene,
            Letter { document: "invito_durc", channel, outcome, sent, settled, notice: None },
        );
    }
    if number % 8 == 3 {
        let (channel, outcome) =
            turn(&[("raccomandata", "in_viaggio"), ("ordinaria", "consegnata")], number / 8);
        let sent = scene.ago(3);
        let settled = (outcome != "in_viaggio").then(|| scene.ago(1));
        letter(
            scene,
            Letter { document: "avviso_bonario", channel, outcome, sent, settled, notice: None },
        );
    }
    if number % 9 == 4 {
        let sent = scene.company.extract.started.unwrap_or(scene.ago(2_000)).plus_days(20);
        let (document, channel) =
            turn(&[("iscrizione", "ordinaria"), ("altro", "pec")], number / 9);
        let settled = Some(sent.plus_days(4));
        letter(
            scene,
            Letter { document, channel, outcome: "consegnata", sent, settled, notice: None },
        );
    }
}

/// Writes a letter down.
pub(super) fn letter(scene: &mut Scene<'_>, letter: Letter) {
    let id = format!("PI{}{}", letter.sent.year(), scene.digits(8));
    let tracking = (letter.channel == "raccomandata").then(|| format!("RR{}IT", scene.digits(9)));
    let extract = &scene.company.extract;
    let address = match (letter.channel, &extract.address) {
        ("pec", _) => extract.pec.clone(),
        (_, address) => address.as_ref().map(|address| {
            format!(
                "{}, {} {} {}",
                address.street, address.postcode, address.town, address.province
            )
        }),
    };
    let fed = Fed::new(&post::SECTION, letter.settled.unwrap_or(letter.sent))
        .with("id", id)
        .with("document", letter.document)
        .with("outcome", letter.outcome)
        .with("sent", letter.sent)
        .with_some("delivered", letter.settled)
        .with("channel", letter.channel)
        .with("recipient", &extract.name)
        .with_some("address", address)
        .with_some("tracking", tracking)
        .with_some("notice", letter.notice);
    scene.add(fed);
}
