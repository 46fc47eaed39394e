//! Facts from the archives that say what makes up for debts: the collection roll and its plans, the plans of the institute, insolvency
//! procedures, certified credits.

use std::collections::HashSet;

use shared::calendar::Day;
use shared::durc::{Insolvency, Procedure};
use shared::evidence::{Facts, PlanFact, RollFact, RollStanding};
use shared::ids::CompanyId;
use shared::money::Euro;

use super::record::{Record, all};
use crate::fault::Result;
use crate::store::ReadTx;

/// Adds what they say.
pub fn gather(tx: &dyn ReadTx, company: CompanyId, today: Day, facts: &mut Facts) -> Result<()> {
    let of = |slug| all(tx, company, slug, today);
    let plans_of_roll = of("dilazioni-cartella")?;
    let entries = |state: &'static str| {
        let plans = plans_of_roll.iter().filter(move |plan| plan.says("state", state));
        plans.flat_map(|plan| named(plan, "notice"))
    };
    let running: HashSet<String> = entries("attiva").collect();
    // Whoever lost one plan and was granted another pays by that one.
    let lapsed: HashSet<String> =
        entries("decaduta").filter(|entry| !running.contains(entry)).collect();
    facts.roll = of("iscrizioni-ruolo")?.iter().filter_map(|one| entry(one, &lapsed)).collect();
    facts.plans = of("domande-dilazione")?.iter().flat_map(plans).collect();
    let procedures = of("procedure-concorsuali")?;
    let lasting = procedures
        .iter()
        .filter_map(insolvency)
        .filter(|one| one.ended.is_none_or(|ended| today < ended));
    facts.insolvency = lasting.max_by_key(|procedure| procedure.opened);
    let credits = of("crediti")?;
    let certified = credits
        .iter()
        .filter(|one| one.says("kind", "credito_certificato") && one.says("phase", "disponibile"));
    facts.certified_credits =
        certified.map(|one| -one.euro("residual")).sum::<Euro>().max(Euro::ZERO);
    Ok(())
}

fn entry(record: &Record, lapsed: &HashSet<String>) -> Option<RollFact> {
    let number = record.name("number");
    let standing = match record.text("state")? {
        "rateizzato" if lapsed.contains(&number) => RollStanding::Lapsed,
        "rateizzato" => RollStanding::Instalments,
        "definizione_agevolata" => RollStanding::Settlement,
        "sospeso" => RollStanding::Suspended,
        _ => RollStanding::Enforceable,
    };
    let since = record.day("notified").or_else(|| record.day("formed"))?;
    Some(RollFact { number, standing, since })
}

/// A plan for each debt that an application names. Only one whose first instalment was paid counts.
fn plans(record: &Record) -> Vec<PlanFact> {
    let since = record.day("first_due").or_else(|| record.day("applied"));
    let Some(since) = since.filter(|_| record.says("state", "in_corso")) else { return Vec::new() };
    named(record, "credit").map(|debt| PlanFact { debt, since }).collect()
}

/// What a plan is of: the one that it names and the others that it includes.
fn named(plan: &Record, first: &str) -> impl Iterator<Item = String> {
    let others = plan.text("others").unwrap_or_default().split([',', ';']).map(str::trim);
    let all = others.chain(plan.text(first)).filter(|name| !name.is_empty());
    all.map(str::to_owned)
}

/// A procedure of art. 5 DM 30/1/2015: a composition under which the business goes on, until it is confirmed; a bankruptcy or liquidation from
/// the day on which the provisional operation was authorised; extraordinary administration. That the business goes on is for the archive to
/// say: a position that is still active does not.
fn insolvency(record: &Record) -> Option<Insolvency> {
    let continued = record.day("continued");
    let (procedure, opened) = match record.text("kind")? {
        "concordato_preventivo" => (Procedure::ContinuityComposition, continued?),
        "fallimento" | "liquidazione_giudiziale" | "liquidazione_coatta" => {
            (Procedure::ProvisionalOperation, continued?)
        }
        "amministrazione_straordinaria" => {
            (Procedure::ExtraordinaryAdministration, record.day("decreed")?)
        }
        _ => return None,
    };
    let composition = procedure == Procedure::ContinuityComposition;
    let over = match record.text("state")? {
        "omologata" => composition,
        "revocata" | "chiusa" => true,
        _ => false,
    };
    let confirmed = record.day("confirmed").filter(|_| composition);
    // The business went on until that day, and the procedure spares nothing from the next.
    let stopped = record.day("continued_to").map(|day| day.plus_days(1));
    let ends = [confirmed, record.day("revoked"), record.day("closed"), stopped];
    let ended = ends.into_iter().flatten().min();
    // One that is over without the archive saying since when spares nothing.
    (!over || ended.is_some()).then_some(Insolvency { procedure, opened, ended })
}
