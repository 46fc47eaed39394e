//! The collection roll, instalments with the agent, and those asked of the institute: each with the debt it is about.

use shared::calendar::{Day, Month};
use shared::money::Euro;
use shared::sections::matters::{plans, roll, roll_plans};

use super::debts::{Debt, debt, numbered};
use super::notices::sanction;
use super::{Fed, Scene, about, turn};

/// States of roll entries, by turns.
const ENTRIES: [&str; 9] = [
    "notificato",
    "rateizzato",
    "pagato",
    "opposto",
    "sospeso",
    "definizione_agevolata",
    "sgravio_parziale",
    "sgravato",
    "formato",
];

/// States of instalment plans with the agent, by turns.
const AGENT_PLANS: [&str; 3] = ["attiva", "decaduta", "estinta"];

/// States of applications, by turns.
const APPLICATIONS: [&str; 9] = [
    "in_corso",
    "inviata",
    "respinta",
    "accolta",
    "conclusa",
    "in_istruttoria",
    "annullata",
    "estinta",
    "revocata",
];

/// An entry to be made.
struct NewEntry {
    state: &'static str,
    bill: bool,
    month: Month,
    contributions: Euro,
    sanctions: Euro,
    formed: Day,
    plan: Option<String>,
}

pub(super) fn invent(scene: &mut Scene<'_>) {
    let number = scene.number();
    if number.is_multiple_of(3) {
        with_entry(scene, turn(&ENTRIES, number / 3));
    }
    if number % 5 == 1 || number == 0 {
        with_agent_plan(scene, turn(&AGENT_PLANS, number / 5));
    }
    if number.is_multiple_of(4) {
        application(scene, turn(&APPLICATIONS, number / 4));
    }
}

/// The notice that a month's gap has become.
pub(super) fn of_month(scene: &mut Scene<'_>, month: Month, gap: Euro, late: i64) -> String {
    let new = NewEntry {
        state: "notificato",
        bill: false,
        month,
        contributions: gap,
        sanctions: sanction(gap, 230),
        formed: scene.ago(late - 230),
        plan: None,
    };
    let digits = scene.digits(10);
    entered(scene, &new, &digits, None)
}

/// An older debt that has gone the whole way.
fn with_entry(scene: &mut Scene<'_>, state: &'static str) {
    let contributions = about(scene.forge, 2_400);
    let age = match state {
        "formato" => 3,
        "notificato" => 35,
        _ => 420,
    };
    let new = NewEntry {
        state,
        bill: scene.number() % 9 == 6,
        month: Month::of(scene.today()).plus(-38),
        contributions,
        sanctions: sanction(contributions, 700),
        formed: scene.ago(age),
        plan: None,
    };
    old_debt(scene, &new);
}

/// An entry paid by instalments with the agent.
fn with_agent_plan(scene: &mut Scene<'_>, state: &'static str) {
    let contributions = about(scene.forge, 6_000);
    let granted = scene.ago(500);
    let plan = format!("R/{}/{}", granted.year(), 100 + scene.number() % 9_000);
    let new = NewEntry {
        state: match state {
            "attiva" => "rateizzato",
            "estinta" => "pagato",
            _ => "notificato",
        },
        bill: false,
        month: Month::of(scene.today()).plus(-44),
        contributions,
        sanctions: sanction(contributions, 600),
        formed: granted.plus_days(-110),
        plan: Some(plan.clone()),
    };
    let number = old_debt(scene, &new);
    // Some plans are of two notices.
    let two = scene.number() > 5 && scene.number() % 15 == 1;
    let other = two.then(|| second(scene, &new));
    let (other, more) = other.unzip();
    let total = new.contributions + new.sanctions + more.unwrap_or_default();
    let (count, paid) = match state {
        "attiva" => (36, 14),
        "estinta" => (12, 12),
        _ => (36, 5),
    };
    let instalment = Euro::from_cents(total.cents() / count);
    let covered = if paid == count { total } else { Euro::from_cents(instalment.cents() * paid) };
    let next = Month::of(scene.today()).next().first_day().plus_days(4);
    let fed = Fed::new(&roll_plans::SECTION, scene.ago(18))
        .with("plan", plan)
        .with("state", state)
        .with("notice", number)
        .with_some("others", other)
        .with("granted", granted)
        .with("instalments", count)
        .with("left", count - paid)
        .with("unpaid", if state == "decaduta" { 8 } else { 0 })
        .euro("instalment", instalment)
        .euro("total", total)
        .euro("paid", covered)
        .euro("residual", total - covered)
        .with("first_due", granted.plus_days(30))
        .with_some("next_due", (state == "attiva").then_some(next));
    scene.add(fed);
}

/// A smaller notice of the month before in the same plan: its number, and what it comes to.
fn second(scene: &mut Scene<'_>, first: &NewEntry) -> (String, Euro) {
    let part = |amount: Euro| Euro::from_cents(amount.cents() / 4);
    let new = NewEntry {
        month: first.month.previous(),
        contributions: part(first.contributions),
        sanctions: part(first.sanctions),
        plan: first.plan.clone(),
        ..*first
    };
    // Its numbers come from the company's, not from the world's lots.
    let digits = 7_000_000 + scene.number();
    let credit = format!("{}.{digits}", new.month);
    let number = entered(scene, &new, &format!("{digits:010}"), Some(&credit));
    numbered(scene, debt_of(&new, &number), &credit);
    (number, new.contributions + new.sanctions)
}

/// The entry and the debt that it came from.
fn old_debt(scene: &mut Scene<'_>, new: &NewEntry) -> String {
    let digits = scene.digits(10);
    let credit = format!("{}.{}", new.month, scene.digits(7));
    let number = entered(scene, new, &digits, Some(&credit));
    numbered(scene, debt_of(new, &number), &credit);
    number
}

/// The debt that an entry came from.
fn debt_of(new: &NewEntry, number: &str) -> Debt {
    let phase = match new.state {
        "pagato" => "pagata",
        "sgravato" => "sgravata",
        "sospeso" => "sospesa",
        "opposto" => "contestazione",
        "rateizzato" | "definizione_agevolata" => "rateizzata",
        "formato" => "avviso_addebito",
        _ => "affidata",
    };
    let settled = new.state == "pagato";
    let total = new.contributions + new.sanctions;
    Debt {
        kind: "denuncia_insoluta",
        phase,
        month: new.month,
        contributions: new.contributions,
        sanctions: new.sanctions,
        paid: if settled { total } else { Euro::ZERO },
        since: new.formed,
        deadline: None,
        notice: None,
        roll_entry: Some(number.to_owned()),
    }
}

/// Writes an entry down, with the number of the debt that it came from where that is known by then, and returns its number.
fn entered(scene: &mut Scene<'_>, new: &NewEntry, digits: &str, credit: Option<&str>) -> String {
    let province = 301 + scene.number() % 600;
    let number = format!("{province} {} {digits} 000", new.formed.year());
    let notified = (new.state != "formato").then(|| new.formed.plus_days(9).min(scene.ago(1)));
    let total = new.contributions + new.sanctions;
    let residual = match new.state {
        "pagato" | "sgravato" => Euro::ZERO,
        "sgravio_parziale" => Euro::from_cents(total.cents() * 2 / 5),
        _ => total,
    };
    let fed = Fed::new(&roll::SECTION, notified.unwrap_or(new.formed))
        .with("number", &number)
        .with("state", new.state)
        .with("kind", if new.bill { "cartella" } else { "avviso_addebito" })
        .with("matricola", scene.matricola())
        .with("from", new.month)
        .with("to", new.month)
        .with("formed", new.formed)
        .with_some("notified", notified)
        .with_some("oppose_by", notified.map(|day| day.plus_days(40)))
        .with_some("pay_by", notified.map(|day| day.plus_days(60)))
        .with("agent", "Agenzia delle entrate-Riscossione")
        .euro("contributions", new.contributions)
        .euro("sanctions", new.sanctions)
        .euro("total", total)
        .euro("residual", residual)
        .with_some("credit", credit)
        .with_some("plan", new.plan.as_ref());
    scene.add(fed);
    number
}

/// An application for instalments, with the debt it covers.
fn application(scene: &mut Scene<'_>, state: &'static str) {
    let contributions = about(scene.forge, 7_000);
    let (age, phase) = match state {
        "inviata" => (6, "recupero_crediti"),
        "in_istruttoria" => (20, "recupero_crediti"),
        "accolta" => (24, "rateizzata"),
        "in_corso" => (260, "rateizzata"),
        "conclusa" | "estinta" => (900, "pagata"),
        "respinta" | "annullata" => (120, "avviso_bonario"),
        _ => (330, "avviso_addebito"),
    };
    let applied = scene.ago(age);
    let debt_of = |kind, contributions| {
        let sanctions = sanction(contributions, 210);
        let total = contributions + sanctions;
        let record = Debt {
            kind,
            phase,
            month: Month::of(applied).plus(-7),
            contributions,
            sanctions,
            paid: if phase == "pagata" { total } else { Euro::ZERO },
            since: applied,
            deadline: None,
            notice: None,
            roll_entry: None,
        };
        (record, total)
    };
    let (record, mut total) = debt_of("denuncia_insoluta", contributions);
    let credit = debt(scene, record);
    // Some ask for instalments of what an inspection found, too.
    let found = (scene.number() % 36 == 12)
        .then(|| format!("{}.{}", Month::of(applied).plus(-7), 9_000_000 + scene.number()));
    if let Some(id) = &found {
        let (record, more) = debt_of("verbale_inps", Euro::from_cents(contributions.cents() / 4));
        numbered(scene, record, id);
        total += more;
    }
    let count: i64 = turn(&[24, 12, 36, 18], scene.number() / 4);
    let slashed = format!("{:02}/{:02}/{}", applied.day(), applied.month(), applied.year());
    let protocol = format!("INPS.{}.{slashed}.{}", scene.office(), scene.digits(7));
    let fed = Fed::new(&plans::SECTION, applied)
        .with("protocol", protocol)
        .with("state", state)
        .with("applied", applied)
        .with("scheme", "aziende")
        .with("credit", credit)
        .with_some("others", found)
        .euro("debt", total)
        .with("asked", count);
    let fed = match state {
        "inviata" | "in_istruttoria" | "respinta" => fed,
        _ => granted(fed, state, applied, total, count, scene.today()),
    };
    scene.add(fed);
}

/// The plan that an application became.
fn granted(fed: Fed, state: &str, applied: Day, total: Euro, count: i64, today: Day) -> Fed {
    // Interest on the mean debt, spread evenly: close to what a plan asks.
    let interest = total.cents() * 815 / 10_000 * (count + 1) / 24;
    let first = applied.plus_days(33);
    let (paid, unpaid) = match state {
        "in_corso" => (7, 0),
        "revocata" => (4, 2),
        "annullata" => (0, 1),
        "conclusa" => (count, 0),
        "estinta" => (count / 2, 0),
        _ => (0, 0),
    };
    let next = match state {
        "accolta" => Some(first.max(today.plus_days(9))),
        "in_corso" => Some(Month::of(today).next().first_day().plus_days(14)),
        _ => None,
    };
    fed.with("granted", count)
        .with("rate", "8.15")
        .euro("instalment", Euro::from_cents((total.cents() + interest) / count))
        .with("paid", paid)
        .with("unpaid", unpaid)
        .with("first_due", first)
        .with_some("next_due", next)
}
