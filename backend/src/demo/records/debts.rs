//! Credits and defaults: what the months left unpaid, in the phase of its age, and what is older or of another kind.

use shared::calendar::{Day, Month};
use shared::money::Euro;
use shared::sections::matters::credits;

use super::notices::{days_since_due, sanction};
use super::{Fed, Scene, about, days, turn};

/// A debt or a credit to be written down.
pub(super) struct Debt {
    pub kind: &'static str,
    pub phase: &'static str,
    pub month: Month,
    pub contributions: Euro,
    pub sanctions: Euro,
    pub paid: Euro,
    /// Since when it is in its phase.
    pub since: Day,
    pub deadline: Option<Day>,
    pub notice: Option<String>,
    pub roll_entry: Option<String>,
}

/// Other kinds and ends of a debt, by turns: one for each phase that the age of an unpaid month does not bring.
const PLOTS: [(&str, &str); 18] = [
    ("credito", "disponibile"),
    ("sanzioni_regolarizzazione", "pagata"),
    ("confronto_retribuzioni", "rateizzata"),
    ("verbale_inps", "sospesa"),
    ("verbale_altri", "avviso_bonario"),
    ("denuncia_lavoratore", "sgravata"),
    ("credito", "usata"),
    ("denuncia_insoluta", "prescritta"),
    ("denuncia_insoluta", "insoluto"),
    ("sanzioni_regolarizzazione", "recupero_crediti"),
    ("denuncia_insoluta", "avviso_addebito"),
    ("denuncia_insoluta", "affidata"),
    ("denuncia_lavoratore", "contestazione"),
    ("confronto_retribuzioni", "aperta"),
    ("verbale_inps", "rateizzata"),
    ("nota_rettifica", "pagata"),
    ("denuncia_insoluta", "compensazione"),
    ("credito_certificato", "disponibile"),
];

/// The most that sanctions come to, as a part of the contributions, in per cent.
const CEILING: i64 = 40;

/// Smallest gap that is written down as a debt.
const LEAST: Euro = Euro::from_cents(1_00);

pub(super) fn invent(scene: &mut Scene<'_>) {
    unpaid_months(scene);
    let number = scene.number();
    other(scene, number);
    if number < 6 {
        other(scene, number + 7);
    }
}

/// The months whose payment was due and did not wholly arrive.
fn unpaid_months(scene: &mut Scene<'_>) {
    let today = scene.today();
    let short: Vec<(Month, Euro, Euro)> = scene
        .months()
        .filter(|told| days_since_due(told.month, today) > 0 && told.due - told.paid >= LEAST)
        .map(|told| (told.month, told.due - told.paid, told.paid))
        .collect();
    for (month, gap, paid) in short {
        let late = days_since_due(month, today);
        // The 20th of the month after, then ten days (Msg 21097/2008); the later steps at a plausible pace.
        let (phase, began) = match late {
            ..34 => ("aperta", 0),
            34..44 => ("insoluto", 34),
            44..110 => ("recupero_crediti", 44),
            110..230 => ("avviso_bonario", 110),
            230..330 => ("avviso_addebito", 230),
            _ => ("affidata", 330),
        };
        let deadline = match phase {
            "avviso_bonario" => Some(today.plus_days(30 - (late - 110).min(29))),
            "avviso_addebito" => Some(today.plus_days(60 - (late - 230).min(59))),
            _ => None,
        };
        let enforced = matches!(phase, "avviso_addebito" | "affidata");
        let roll_entry = enforced.then(|| super::roll::of_month(scene, month, gap, late));
        let record = Debt {
            kind: "denuncia_insoluta",
            phase,
            month,
            contributions: gap + paid,
            sanctions: sanction(gap, late),
            paid,
            since: today.plus_days(began - late),
            deadline,
            notice: None,
            roll_entry,
        };
        debt(scene, record);
    }
}

/// Something of another kind or from before the months that are known.
fn other(scene: &mut Scene<'_>, number: usize) {
    let (kind, phase) = turn(&PLOTS, number);
    let today = scene.today();
    let back = match phase {
        "aperta" | "insoluto" => 2,
        "prescritta" => 70,
        _ => 27 + i32::try_from(number % 9).unwrap_or(0),
    };
    let month = Month::of(today).plus(-back);
    let contributions = about(scene.forge, 900);
    // Credits towards public bodies are of invoices, not of slips.
    let contributions = match kind {
        "credito_certificato" => Euro::from_cents(contributions.cents() * 20),
        _ => contributions,
    };
    let credit = kind.starts_with("credito");
    let settled = matches!(phase, "pagata" | "usata" | "sgravata");
    let sanctions = match kind {
        "credito" | "credito_certificato" | "nota_rettifica" => Euro::ZERO,
        _ => sanction(contributions, days_since_due(month, today).max(0)),
    };
    let since = today.plus_days(-days(9 + number % 80));
    let waits = matches!(phase, "avviso_bonario" | "aperta");
    let record = Debt {
        kind,
        phase,
        month,
        contributions: if credit { -contributions } else { contributions },
        sanctions,
        paid: match (settled, credit) {
            (true, true) => -contributions,
            (true, false) if phase != "sgravata" => contributions + sanctions,
            _ => Euro::ZERO,
        },
        since,
        deadline: waits.then(|| today.plus_days(days(5 + number % 24))),
        notice: None,
        roll_entry: None,
    };
    debt(scene, record);
}

/// Writes a debt or a credit down and returns its number.
pub(super) fn debt(scene: &mut Scene<'_>, debt: Debt) -> String {
    let id = format!("{}.{}", debt.month, scene.digits(7));
    numbered(scene, debt, &id);
    id
}

/// Writes a debt or a credit down under a number.
pub(super) fn numbered(scene: &mut Scene<'_>, debt: Debt, id: &str) {
    // Once sanctions have come to their ceiling interest runs, at about a third of their rate.
    let ceiling = Euro::from_cents(debt.contributions.cents().max(0) * CEILING / 100);
    let sanctions = debt.sanctions.min(ceiling);
    let interest = Euro::from_cents((debt.sanctions - sanctions).cents() / 3);
    let open = debt.contributions + sanctions + interest - debt.paid;
    let residual = match debt.phase {
        "sgravata" | "prescritta" => Euro::ZERO,
        _ => open,
    };
    let matters = !matches!(
        debt.phase,
        "pagata"
            | "usata"
            | "sgravata"
            | "prescritta"
            | "disponibile"
            | "rateizzata"
            | "sospesa"
            | "compensazione"
            | "contestazione"
    );
    let origin = match debt.kind {
        "denuncia_insoluta" => format!("DM10 {}", debt.month),
        "nota_rettifica" => format!("Nota di rettifica {}", debt.month),
        "confronto_retribuzioni" => format!("Confronto DM10 – O1/M {}", debt.month.year()),
        "credito" => format!("F24 eccedente {}", debt.month),
        "credito_certificato" => format!("Fattura certificata {}", debt.month),
        _ => format!("Atto del {}", debt.since),
    };
    let fed = Fed::new(&credits::SECTION, debt.since)
        .with("id", id)
        .with("kind", debt.kind)
        .with("matricola", scene.matricola())
        .with("competence_from", debt.month)
        .with("competence_to", debt.month)
        .with("phase", debt.phase)
        .euro("contributions", debt.contributions)
        .euro("sanctions", sanctions)
        .euro("paid", debt.paid)
        .euro("residual", residual)
        .with("since", debt.since)
        .with_some("deadline", debt.deadline)
        .with("durc", matters && residual > Euro::from_cents(150_00))
        .with("origin", origin)
        .with_some("notice", debt.notice)
        .with_some("roll_entry", debt.roll_entry)
        .with("scheme", "aziende");
    scene.add(match interest.is_zero() {
        true => fed,
        false => fed.euro("interest", interest),
    });
}
