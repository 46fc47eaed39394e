//! The yearly comparison of wages, the training funds, and the position as a principal.

use shared::calendar::{Day, Month};
use shared::money::Euro;
use shared::sections::contributions::{comparison, funds, principal};

use super::{Fed, Scene, turn};

/// Funds with their codes.
const FUNDS: [(&str, &str); 5] = [
    ("FIMA", "Fondimpresa"),
    ("FITE", "For.Te."),
    ("FAPI", "Fondo PMI"),
    ("FPRO", "Fondoprofessioni"),
    ("FCOP", "Foncoop"),
];

pub(super) fn invent(scene: &mut Scene<'_>) {
    comparisons(scene);
    memberships(scene);
    principals(scene);
}

/// Who engages collaborators is a principal; some of the others were once.
fn principals(scene: &mut Scene<'_>) {
    const PAST: [&str; 4] = ["cessata_definitiva", "sospesa", "cessata_provvisoria", "fallita"];
    let (number, extract) = (scene.number(), &scene.company.extract);
    let state = match (extract.principal, number % 5) {
        (true, _) => turn(&["attiva", "riattivata"], number / 5),
        (false, 3) => turn(&PAST, number / 5),
        (false, _) => return,
    };
    let from = extract.started.unwrap_or(scene.ago(3_000)).plus_days(200);
    let since = if state == "attiva" { from } else { from.plus_days(900) };
    let gone = matches!(state, "cessata_definitiva" | "fallita");
    let representative = extract.persons.first();
    let fed = Fed::new(&principal::POSITION, since)
        .with("tax_code", &extract.tax_code)
        .with("state", state)
        .with("since", since)
        .with("office", scene.office())
        .with_some("ateco", extract.ateco.as_ref())
        .with_some("representative", representative.map(|person| &person.name))
        .with_some("representative_code", representative.map(|person| &person.tax_code))
        .with("from", from)
        .with("to", if gone { since } else { Day::OPEN_END });
    scene.add(fed);
}

/// The last three whole years; the last is the sum of the months declared.
fn comparisons(scene: &mut Scene<'_>) {
    let number = scene.number();
    let last = scene.today().year() - 1;
    let months: Vec<(Month, Euro, u32)> =
        scene.months().map(|told| (told.month, told.wages, told.workers)).collect();
    let of_last = months.iter().filter(|(month, ..)| month.year() == last);
    let wages: Euro = of_last.clone().map(|(_, wages, _)| *wages).sum();
    let workers = of_last.map(|(.., workers)| *workers).max().unwrap_or_default();
    if workers == 0 {
        return;
    }
    let one_month = Euro::from_cents(wages.cents() / 12 / i64::from(workers));
    for (years, state) in [
        (0, turn(&["congruente", "da_verificare", "congruente"], number + 1)),
        (1, turn(&["congruente", "addebitata", "chiarita", "congruente"], number)),
        (2, "congruente"),
    ] {
        let year = last - years;
        // Wages grow by about two in a hundred a year.
        let declared = Euro::from_cents(wages.cents() * i64::from(100 - 2 * years) / 100);
        let (difference, missing) = match state {
            "congruente" => (Euro::ZERO, 0),
            _ => (one_month, 1),
        };
        let note = match state {
            "da_verificare" => Some("Un lavoratore manca negli individuali di novembre"),
            "addebitata" => Some("Differenza non spiegata nei termini"),
            "chiarita" => Some("Lavoratore distaccato, denunciato da altra matricola"),
            _ => None,
        };
        let compared = Day::new(year + 1, 5, 20).unwrap_or(scene.ago(200)).min(scene.ago(3));
        let fed = Fed::new(&comparison::SECTION, compared)
            .with("year", year)
            .with("matricola", scene.matricola())
            .with("state", state)
            .euro("dm_wages", declared)
            .euro("individual_wages", declared - difference)
            .euro("difference", difference)
            .with("dm_workers", workers)
            .with("individual_workers", workers.saturating_sub(missing))
            .with("compared", compared)
            .with_some("note", note);
        scene.add(fed);
    }
}

fn memberships(scene: &mut Scene<'_>) {
    let number = scene.number();
    if number % 3 == 2 {
        return;
    }
    let now = Month::of(scene.today());
    let (fund, name) = turn(&FUNDS, number);
    let changed = number % 6 == 4;
    let since = now.plus(if changed { -20 } else { -70 });
    if changed {
        let (former, former_name) = turn(&FUNDS, number + 1);
        let ended = since.previous();
        for (event, from, to) in
            [("adesione", ended.plus(-30), Some(ended)), ("revoca", ended, None)]
        {
            let fed = Fed::new(&funds::SECTION, from.last_day())
                .with("matricola", scene.matricola())
                .with("fund", former)
                .with("fund_name", former_name)
                .with("event", event)
                .with("from", from)
                .with_some("to", to)
                .with("employees", scene.company.size)
                .with("portability", false);
            scene.add(fed);
        }
    }
    let fed = Fed::new(&funds::SECTION, since.last_day())
        .with("matricola", scene.matricola())
        .with("fund", fund)
        .with("fund_name", name)
        .with("event", "adesione")
        .with("from", since)
        .with("employees", scene.company.size)
        .with("portability", changed && scene.company.size >= 50);
    scene.add(fed);
}
