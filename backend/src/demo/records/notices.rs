//! Rectification notices: of real months, with the arithmetic of the form. A sanction is the contribution difference by a yearly rate for the
//! actual days from the due date to the pay-by date, over 365.

use shared::calendar::{Day, Month, Weekday, f24_due};
use shared::money::{Euro, Rate};
use shared::notices::{Basis, Supposed};
use shared::rates::Support;
use shared::sections::matters::notices;

use super::debts::{self, Debt};
use super::matters::{self, Letter};
use super::{Fed, Scene, regularity, turn};
use crate::demo::months::Told;
use crate::evidence::facts::classification;
use crate::parameters;

/// Yearly rate of civil sanctions in the demo world: official rate plus 5.5 points.
const RATE: Rate = Rate::from_hundredths(7_65);

/// How a notice stands, whose side it is on, and how many days ago it was issued.
struct Plot {
    state: &'static str,
    active: bool,
    issued: i64,
}

const fn plot(state: &'static str, active: bool, issued: i64) -> Plot {
    Plot { state, active, issued }
}

/// What happens to notices, by turns.
const PLOTS: [Plot; 10] = [
    plot("inviata", true, 12),
    plot("pagata_ridotta", true, 140),
    plot("emessa", true, 4),
    plot("utilizzata", false, 200),
    plot("contestata", true, 75),
    plot("recupero_crediti", true, 130),
    plot("rateizzata", true, 110),
    plot("pagata", true, 210),
    plot("annullata", true, 160),
    plot("inviata", false, 25),
];

/// The macro-causes, and what the notice says of them.
const CAUSES: [(&str, &str); 6] = [
    ("aliquota", "L'aliquota denunciata è diversa da quella dell'inquadramento nel mese"),
    (
        "cig_fondi",
        "Contributo per integrazione salariale non denunciato alla soglia dimensionale applicata",
    ),
    ("durc", "Beneficio recuperato: il DURC interno del mese non era regolare"),
    ("sanzioni", "Versamento oltre il termine"),
    ("esiti_non_definiti", "Controllo sul conguaglio non ancora concluso: importo provvisorio"),
    ("altre", "Arrotondamenti e partite aziendali ricalcolati"),
];

/// How notices were sent and what became of the letter, by turns.
const LETTERS: [(&str, &str); 8] = [
    ("pec", "consegnata"),
    ("pec", "consegnata"),
    ("raccomandata", "consegnata"),
    ("pec", "consegnata"),
    ("raccomandata", "compiuta_giacenza"),
    ("raccomandata", "irreperibile"),
    ("pec", "in_viaggio"),
    ("ordinaria", "consegnata"),
];

pub(super) fn invent(scene: &mut Scene<'_>) {
    let number = scene.number();
    notice(scene, number, number);
    if number < 6 || number.is_multiple_of(3) {
        notice(scene, number + 4, number + 1);
    }
    if number < 6 {
        notice(scene, number + 7, number + 2);
    }
}

/// A notice, reckoned.
struct Notice {
    plot: &'static Plot,
    number: String,
    month: Month,
    issued: Day,
    pay_by: Day,
    days: i64,
    differences: Euro,
    sanctions: Euro,
    letter: Option<Letter>,
}

impl Notice {
    fn total(&self) -> Euro {
        self.differences + self.sanctions
    }
}

/// A notice by turn; the state by one turn, the cause by another.
fn notice(scene: &mut Scene<'_>, turn_of_state: usize, turn_of_cause: usize) {
    let plot = &PLOTS[turn_of_state % PLOTS.len()];
    let issued = scene.ago(plot.issued);
    // Notices come about nine months after the return, a month apart for a company that has several.
    let back = i32::try_from(plot.issued / 30).unwrap_or(0) + 9;
    let back = back + i32::try_from(turn_of_cause % 3).unwrap_or(0);
    let Some(told) = scene.month_ago(back) else { return };
    let (month, wages) = (told.month, told.wages);
    let (cause, explanation) = turn(&CAUSES, turn_of_cause);
    let miscounted = matches!(cause, "aliquota" | "cig_fondi")
        .then(|| miscounted(scene, told, plot.active))
        .flatten();
    let differences =
        miscounted.unwrap_or(Euro::from_cents((wages.cents() * 9 / 1_000).max(25_00)));
    let pay_by = working_day(issued.plus_days(30));
    let days = pay_by.days_since(f24_due(month)).max(0);
    let full = sanction(differences, days);
    let number = format!("NR{}{}", issued.year(), scene.digits(8));
    let letter = (plot.state != "emessa").then(|| {
        let (channel, outcome) = turn(&LETTERS, turn_of_cause / 2);
        let settled = (outcome != "in_viaggio").then(|| issued.plus_days(4));
        let sent = issued.plus_days(2);
        Letter {
            document: "nota_rettifica",
            channel,
            outcome,
            sent,
            settled,
            notice: Some(number.clone()),
        }
    });
    let sanctions = match (plot.active, plot.state) {
        (false, _) => Euro::ZERO,
        (true, "pagata_ridotta") => Euro::from_cents((full.cents() + 1) / 2),
        (true, _) => full,
    };
    let notice =
        Notice { plot, number, month, issued, pay_by, days, differences, sanctions, letter };
    let fed = record(scene, &notice, (cause, explanation));
    scene.add(fed);
    causes(scene, &notice, (cause, explanation));
    recover(scene, &notice);
    if notice.plot.state == "contestata" {
        let filed = notice.pay_by.min(scene.ago(1));
        regularity::appeal(scene, "pendente", filed, notice.total(), Some(&notice.number));
    }
    if let Some(letter) = notice.letter {
        matters::letter(scene, letter);
    }
}

/// What the month would come to for a firm of another size, the nearest that costs more or, for a notice in favour, less: so the notice
/// follows from the return to the cent.
fn miscounted(scene: &Scene<'_>, told: &Told, more: bool) -> Option<Euro> {
    let set = parameters::shipped()?;
    let (csc, cas) = classification(scene.position()?, told.month)?;
    let (month, size) = (told.month, Some(told.workers));
    let basis = Basis { month, csc, cas: cas.clone(), size, groups: told.groups.clone() };
    let mut sizes = set.contributions.rates.thresholds();
    sizes.sort_by_key(|size| size.abs_diff(told.workers));
    sizes.into_iter().find_map(|size| {
        let firm = Supposed { cas: cas.clone(), size, support: Support::default() };
        let found = basis.recalculated(&set.contributions, &set.notices, &firm).ok()?;
        let difference = if more { found.difference() } else { -found.difference() };
        (found.is_whole() && difference > Euro::from_cents(1_00)).then_some(difference)
    })
}

fn record(scene: &Scene<'_>, notice: &Notice, (cause, explanation): (&str, &str)) -> Fed {
    let Notice { plot, letter, .. } = notice;
    let settled = matches!(
        plot.state,
        "pagata" | "pagata_ridotta" | "annullata" | "contestata" | "rateizzata"
    );
    let notified = letter.as_ref().and_then(|letter| letter.settled);
    let signed = |amount: Euro| if plot.active { amount } else { -amount };
    let fed = Fed::new(&notices::SECTION, notified.unwrap_or(notice.issued))
        .with("number", &notice.number)
        .with("state", plot.state)
        .with("month", notice.month)
        .with("matricola", scene.matricola())
        .with("side", if plot.active { "attiva" } else { "passiva" })
        .with("cause", cause)
        .euro("differences", signed(notice.differences))
        .euro("sanctions", notice.sanctions)
        .euro("total", signed(notice.total()))
        .with("issued", notice.issued)
        .with_some("notified", notified)
        .with_some("channel", letter.as_ref().map(|letter| letter.channel))
        .with_some("delivery", letter.as_ref().map(|letter| letter.outcome))
        .with("causale", if plot.active { "DMRA" } else { "DMRP" })
        .with("explanation", explanation)
        .with("durc", plot.active && !settled)
        .with("scheme", "aziende")
        .with("paid_month", notice.month);
    if !plot.active {
        return fed;
    }
    fed.with("pay_by", notice.pay_by).with("days", notice.days).with("rate", "7.65")
}

/// What the institute's own list calls a cause.
fn code(cause: &str) -> &'static str {
    match cause {
        "aliquota" => "101",
        "durc" => "201",
        "cig_fondi" => "301",
        "sanzioni" => "401",
        "esiti_non_definiti" => "501",
        _ => "901",
    }
}

/// Its causes: the principal one, and what the delay costs where it is another.
fn causes(scene: &mut Scene<'_>, notice: &Notice, (cause, message): (&str, &str)) {
    let signed = if notice.plot.active { notice.differences } else { -notice.differences };
    let late = (cause != "sanzioni" && notice.sanctions > Euro::ZERO).then_some((
        "sanzioni",
        "Sanzioni civili sulle differenze",
        notice.sanctions,
    ));
    let principal = match late {
        Some(_) => signed,
        None => signed + notice.sanctions,
    };
    for (number, (cause, message, amount)) in
        (1..).zip([(cause, message, principal)].into_iter().chain(late))
    {
        let fed = Fed::new(&notices::CAUSE, notice.issued)
            .with("notice", &notice.number)
            .with("number", number)
            .with("cause", cause)
            .with("code", code(cause))
            .euro("amount", amount)
            .with("message", message);
        scene.add(fed);
    }
}

/// What was not paid, or is contested, is a debt too.
fn recover(scene: &mut Scene<'_>, notice: &Notice) {
    let phase = match notice.plot.state {
        "recupero_crediti" => "recupero_crediti",
        "contestata" => "contestazione",
        _ => return,
    };
    let debt = Debt {
        kind: "nota_rettifica",
        phase,
        month: notice.month,
        contributions: notice.differences,
        sanctions: notice.sanctions,
        paid: Euro::ZERO,
        since: notice.pay_by.plus_days(10).min(scene.ago(1)),
        deadline: None,
        notice: Some(notice.number.clone()),
        roll_entry: None,
    };
    debts::debt(scene, debt);
}

/// What a delay costs, by the rule of the notices: rate by actual days over 365, rounded once.
pub(super) fn sanction(differences: Euro, days: i64) -> Euro {
    const YEAR: i64 = 365 * 1_000_000;
    Euro::from_cents((differences.cents() * i64::from(RATE.millionths()) * days + YEAR / 2) / YEAR)
}

/// The Monday after a day that falls on a week-end.
fn working_day(day: Day) -> Day {
    match day.weekday() {
        Weekday::Sat => day.plus_days(2),
        Weekday::Sun => day.plus_days(1),
        _ => day,
    }
}

/// Days since the payment of a month was due.
pub(super) fn days_since_due(month: Month, today: Day) -> i64 {
    today.days_since(f24_due(month))
}
