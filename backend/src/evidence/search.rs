//! What evidence is found by: its kind in words, its position, months and amount, and the number of what it comes from.

use shared::evidence::{Cause, SUBJECT, Tracked};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::Subject;

use super::export::kind_words;
use super::service::pieces;
use crate::search::Doc;
use crate::search::service::{amount, put, remove};
use crate::store::{ReadTx, StoreError, WriteTx};

/// What of a company can be found here: its open evidence.
///
/// # Errors
/// Those of the store.
pub fn docs(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Doc>, StoreError> {
    let rows = pieces(tx, company)?;
    let tracked = rows.iter().filter_map(|(_, row)| row.tracked());
    Ok(tracked.filter(|piece| piece.state.is_open()).map(|piece| doc(company, &piece)).collect())
}

/// Tells the index of a piece, or that it is no longer open.
pub(super) fn tell(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    piece: &Tracked,
) -> Result<(), StoreError> {
    match piece.state.is_open() {
        true => put(tx, &doc(company, piece)),
        false => remove(tx, company, &subject(piece)),
    }
}

fn subject(piece: &Tracked) -> Subject {
    Subject { section: SUBJECT, key: piece.evidence.key.clone() }
}

fn doc(company: CompanyId, piece: &Tracked) -> Doc {
    let evidence = &piece.evidence;
    let months = evidence.months.map(|(first, _)| first.to_string());
    let about: Vec<String> = evidence.code.iter().cloned().chain(months).collect();
    let mut terms = vec![format!("E{}", evidence.kind.number())];
    terms.extend(Lang::ALL.map(|lang| kind_words(evidence.kind).of(lang).to_owned()));
    terms.extend(about.iter().cloned());
    terms.extend(evidence.amount.map(amount));
    terms.extend(number(&evidence.cause).map(str::to_owned));
    Doc {
        company,
        subject: Some(subject(piece)),
        title: format!("E{}", evidence.kind.number()),
        detail: about.join(" · "),
        terms,
    }
}

/// The number of what evidence comes from.
fn number(cause: &Cause) -> Option<&str> {
    match cause {
        Cause::Notice { number, .. }
        | Cause::AppealPending { number, .. }
        | Cause::ComplianceLetter { number } => Some(number),
        Cause::RowsRefused { protocol, .. }
        | Cause::Discarded { protocol }
        | Cause::DurcExpires { protocol, .. } => Some(protocol),
        _ => None,
    }
}
