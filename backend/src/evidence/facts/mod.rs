//! The facts of a company, gathered from every slice that keeps some.

mod archives;
mod covers;
mod interruptions;
mod plans;
pub mod record;
mod returns;

pub use interruptions::Interruptions;
pub use plans::paid_plans;
pub use returns::classification;

use shared::calendar::{Day, Month};
use shared::durc::Gestione;
use shared::evidence::{DebtFact, Facts, NoticeFact, NoticeState, Period, PositionFact, Settled};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::offices::OfficeCode;

use crate::companies::Extract;
use crate::companies::service::{self as companies, ExtractPosition};
use crate::fault::Result;
use crate::ledger::{COLLABORATORS, service as ledger};
use crate::parameters::service as parameters;
use crate::store::ReadTx;

/// All facts of a company, as a transaction sees them on a day. Archives begin with the first return, and no later than a year ago.
///
/// # Errors
/// Those of the store.
pub fn facts(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Facts> {
    let (year_ago, _) = ledger::past_year(today);
    let mut facts = Facts::none(year_ago);
    let Some(extract) = companies::extract(tx, company)? else { return Ok(facts) };
    positions(&extract, &mut facts);
    archives::gather(tx, company, today, &mut facts)?;
    covers::gather(tx, company, today, &mut facts)?;
    returns::gather(tx, company, &extract, &mut facts)?;
    returns::payments(tx, company, today, &mut facts)?;
    facts.settle(&parameters::current(tx)?.notices);
    let declared = facts.declarations.iter().map(|one| one.month).min();
    facts.known_from = declared.map_or(year_ago, |month| month.min(year_ago));
    Ok(facts)
}

/// What F24 rows paid of the notices and debts of a company that the archives still hold as open.
///
/// # Errors
/// Those of the store.
pub fn settled(tx: &dyn ReadTx, company: CompanyId, today: Day) -> Result<Vec<Settled>> {
    let mut facts = Facts::none(Month::of(today));
    archives::claims(tx, company, today, &mut facts)?;
    let is_open = |notice: &NoticeFact| notice.state != NoticeState::Closed;
    let is_left = |fact: &DebtFact| fact.debt.residual() > Euro::ZERO;
    if !facts.notices.iter().any(is_open) && !facts.debts.iter().any(is_left) {
        return Ok(Vec::new());
    }
    returns::declared(tx, company, &mut facts)?;
    returns::payments(tx, company, today, &mut facts)?;
    Ok(facts.settle(&parameters::current(tx)?.notices))
}

fn positions(extract: &Extract, facts: &mut Facts) {
    for position in &extract.positions {
        let Ok(office) = OfficeCode::parse(&position.office) else { continue };
        facts.positions.push(PositionFact {
            gestione: Gestione::Employers,
            code: position.matricola.to_string(),
            office,
            state: position.states.last().map(|(state, _)| *state).unwrap_or_default(),
            active: active(position),
            interruptions: Vec::new(),
        });
    }
    let office = facts.positions.first().map(|position| position.office);
    if let (true, Some(office)) = (extract.principal, office) {
        facts.positions.push(PositionFact {
            gestione: Gestione::Principals,
            code: COLLABORATORS.to_owned(),
            office,
            state: Default::default(),
            active: Vec::new(),
            interruptions: Vec::new(),
        });
    }
}

/// The times in which a position was active, by its states.
fn active(position: &ExtractPosition) -> Vec<Period> {
    let ends = position.states.iter().skip(1).map(|(_, next)| Some(next.plus_days(-1)));
    let times = position.states.iter().zip(ends.chain([None]));
    times
        .filter(|((state, _), _)| state.is_active())
        .map(|((_, from), to)| Period { from: *from, to })
        .collect()
}
