//! The evidence of companies as lists need it, kept in memory for as long as it is true.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::auth::{Resource, Verb};
use shared::calendar::Day;
use shared::companies::PositionState;
use shared::evidence::{Deadline, EvidenceRow, Holder, Severity, Tracked, Which};
use shared::ids::CompanyId;
use shared::offices::OfficeCode;

use super::service::pieces;
use super::table::{CHANGED, HEADS};
use crate::access::{self, Caller};
use crate::app::App;
use crate::companies::service::{self as companies, ExtractPosition};
use crate::fault::Result;
use crate::store::ReadTx;

/// Companies kept at most; beyond, all are read anew as they are asked for.
const MOST: usize = 100_000;

/// A company with its evidence.
#[derive(Clone, Debug)]
pub struct Held {
    /// Which.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its tax code.
    pub tax_code: String,
    office: Option<OfficeCode>,
    /// The day of the last derivation.
    pub checked: Day,
    /// Its pieces by key, without their steps.
    pub pieces: Vec<Piece>,
}

/// A piece on a day.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The piece; its steps are left out.
    pub tracked: Tracked,
    /// Its next term.
    pub deadline: Option<Deadline>,
    /// How much it matters.
    pub severity: Severity,
    state: PositionState,
}

/// The companies that this process keeps.
#[derive(Default)]
pub struct Board(Mutex<HashMap<CompanyId, Kept>>);

struct Kept {
    /// What [`CHANGED`] said when it was last seen to be true.
    stamp: u64,
    version: u64,
    day: Day,
    held: Arc<Held>,
}

impl Board {
    /// The companies of a day, as this transaction sees them. It must be one that only reads: what another one wrote may come to nothing,
    /// and would be kept.
    ///
    /// # Errors
    /// Those of the store.
    pub fn on<'a>(&'a self, tx: &'a dyn ReadTx, today: Day) -> Result<Reading<'a>> {
        let stamp = CHANGED.get(tx, &())?.unwrap_or(0);
        Ok(Reading { board: self, tx, stamp, today })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<CompanyId, Kept>> {
        // What a panic elsewhere left is a map of whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The evidence of companies on a day, as one transaction sees it: whether any is different is read once for a list of companies.
pub struct Reading<'a> {
    board: &'a Board,
    tx: &'a dyn ReadTx,
    stamp: u64,
    today: Day,
}

impl Reading<'_> {
    /// A company; nothing of one whose evidence was never derived.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(&self, company: CompanyId) -> Result<Option<Arc<Held>>> {
        let Self { board, tx, stamp, today } = *self;
        if let Some(kept) = board.lock().get(&company)
            && (kept.stamp, kept.day) == (stamp, today)
        {
            return Ok(Some(Arc::clone(&kept.held)));
        }
        let Some(head) = HEADS.get(tx, &company)? else { return Ok(None) };
        if let Some(kept) = board.lock().get_mut(&company)
            && (kept.version, kept.day) == (head.version, today)
        {
            kept.stamp = stamp;
            return Ok(Some(Arc::clone(&kept.held)));
        }
        let checked = Day::from_epoch_days(head.day);
        let Some(held) = read(tx, company, checked, today)?.map(Arc::new) else { return Ok(None) };
        let mut kept = board.lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        let fresh = Kept { stamp, version: head.version, day: today, held: Arc::clone(&held) };
        kept.insert(company, fresh);
        Ok(Some(held))
    }
}

fn read(tx: &dyn ReadTx, company: CompanyId, checked: Day, today: Day) -> Result<Option<Held>> {
    let Some(extract) = companies::extract(tx, company)? else { return Ok(None) };
    let main = main(&extract.positions);
    let pieces = pieces(tx, company)?.into_iter().filter_map(|(_, row)| row.tracked());
    let pieces = pieces.map(|mut tracked| {
        tracked.evidence.steps = Vec::new();
        Piece {
            deadline: tracked.evidence.deadline(today),
            severity: tracked.evidence.severity(today),
            state: state_about(&extract.positions, tracked.evidence.code.as_deref()),
            tracked,
        }
    });
    Ok(Some(Held {
        company,
        office: main.and_then(|position| OfficeCode::parse(&position.office).ok()),
        checked,
        pieces: pieces.collect(),
        name: extract.name,
        tax_code: extract.tax_code,
    }))
}

/// The position that stands for a company: the first that is active, or else the first.
fn main(positions: &[ExtractPosition]) -> Option<&ExtractPosition> {
    positions.iter().find(|position| state(position).is_active()).or_else(|| positions.first())
}

fn state(position: &ExtractPosition) -> PositionState {
    position.states.last().map(|(state, _)| *state).unwrap_or_default()
}

/// The state of the position that evidence is about; of what is about none that is known, the company's.
pub fn state_about(positions: &[ExtractPosition], code: Option<&str>) -> PositionState {
    let named = |position: &&ExtractPosition| code == Some(position.matricola.as_str());
    positions.iter().find(named).or_else(|| main(positions)).map(state).unwrap_or_default()
}

impl Held {
    /// Whose a piece is.
    fn holder(&self, piece: &Piece) -> Holder<'_> {
        Holder { tax_code: &self.tax_code, state: piece.state, office: self.office }
    }

    /// The pieces that are meant.
    pub fn meant<'a>(
        &'a self,
        which: &'a Which,
        today: Day,
    ) -> impl Iterator<Item = &'a Piece> + 'a {
        self.pieces
            .iter()
            .filter(move |piece| which.admits(&piece.tracked, &self.holder(piece), today))
    }

    /// A piece as it travels.
    pub fn row(&self, piece: &Piece) -> EvidenceRow {
        let evidence = piece.tracked.evidence.clone();
        EvidenceRow {
            company: self.company,
            name: self.name.clone(),
            tax_code: self.tax_code.clone(),
            key: evidence.key,
            kind: evidence.kind,
            gestione: evidence.gestione,
            code: evidence.code,
            months: evidence.months,
            cause: evidence.cause,
            amount: evidence.amount,
            deadline: piece.deadline,
            severity: piece.severity,
            state: piece.tracked.state.clone(),
            since: piece.tracked.since,
        }
    }
}

/// The companies asked about that the caller may see: one, or all they work for.
///
/// # Errors
/// `NotFound` for one that is not theirs, whether it exists or not; those of the store.
pub fn asked(
    tx: &dyn ReadTx,
    caller: &Caller,
    company: Option<CompanyId>,
    today: Day,
) -> Result<Vec<CompanyId>> {
    let Some(company) = company else { return access::visible_companies(tx, caller, today) };
    access::company(tx, caller, company, Resource::Evidence, Verb::Read, today)?;
    Ok(vec![company])
}

/// Their evidence.
///
/// # Errors
/// Those of [`asked`].
pub fn held(
    tx: &dyn ReadTx,
    app: &App,
    caller: &Caller,
    company: Option<CompanyId>,
) -> Result<Vec<Arc<Held>>> {
    let today = app.today();
    let (evidence, mut all) = (app.evidence().on(tx, today)?, Vec::new());
    for company in asked(tx, caller, company, today)? {
        all.extend(evidence.of(company)?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use shared::fiscal::Matricola;

    use super::*;

    fn position(matricola: &str, state: PositionState) -> ExtractPosition {
        let opened = Day::from_epoch_days(18_000);
        ExtractPosition {
            matricola: Matricola::parse(matricola).unwrap(),
            office: "7010".to_owned(),
            opened,
            states: vec![(state, opened)],
            entries: Vec::new(),
            periods: Vec::new(),
        }
    }

    #[test]
    fn evidence_stands_with_the_position_it_is_about() {
        let ceased = position("7012345662", PositionState::Ceased);
        let active = position("4912345631", PositionState::Active);
        let positions = [ceased.clone(), active];
        let of = |code| state_about(&positions, code);
        assert_eq!(of(Some("7012345662")), PositionState::Ceased);
        assert_eq!(of(Some("4912345631")), PositionState::Active);
        // What is about none of them is the company's, whose active position stands for it.
        assert_eq!([of(None), of(Some("GS"))], [PositionState::Active; 2]);
        assert_eq!(state_about(&[ceased], None), PositionState::Ceased);
    }
}
