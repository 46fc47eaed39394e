//! One notice, with the return of its month and how the firm was classified then.

use shared::calendar::Day;
use shared::fault::Fault;
use shared::ids::CompanyId;
use shared::notices::{Basis, Detail, NoticeRow, Recorded, Show};
use shared::sections::matters::notices::SECTION;

use super::board::office;
use crate::app::App;
use crate::companies::{Extract, service as companies};
use crate::declarations::service as declarations;
use crate::evidence::facts::{classification, settled};
use crate::fault::Result;
use crate::http::call::{Answer, CompanyCall};
use crate::ledger::service as ledger;
use crate::parameters::service as parameters;
use crate::sections::service as sections;
use crate::store::{ReadTx, StoreError};

pub(super) async fn show(app: App, call: CompanyCall, request: Show) -> Result<Answer<Detail>> {
    let (company, today) = (call.access.company(), app.today());
    app.store().read(|tx| Ok(detail(tx, company, &request.key, today)?.into()))
}

/// The notice of a key.
///
/// # Errors
/// `NotFound` where there is none; those of the store.
pub fn detail(tx: &dyn ReadTx, company: CompanyId, key: &str, today: Day) -> Result<Detail> {
    let record = sections::one(tx, company, &SECTION, key, today)?.ok_or(Fault::NotFound)?;
    let mut notice = Recorded::read(&record.cells).ok_or(Fault::NotFound)?;
    let paid = notice.settle(&settled(tx, company, today)?);
    let extract = companies::extract(tx, company)?.ok_or(Fault::NotFound)?;
    let halved = notice.halved(&parameters::current(tx)?.notices).unwrap_or_default();
    let account = ledger::account(tx, company, notice.month, notice.matricola.as_str())?;
    let (of, office) = ((company, extract.name.as_str()), office(&extract, &notice.matricola));
    Ok(Detail {
        row: NoticeRow { paid, ..NoticeRow::of(of, office, key, &notice, halved) },
        rate: notice.rate,
        declaration: account.and_then(|account| account.declared).map(|(id, _)| id),
        basis: basis(tx, company, &extract, &notice)?,
        tax_code: extract.tax_code,
    })
}

/// The return in force and the classification at the end of the month.
fn basis(
    tx: &dyn ReadTx,
    company: CompanyId,
    extract: &Extract,
    notice: &Recorded,
) -> std::result::Result<Option<Basis>, StoreError> {
    let matricola = notice.matricola.as_str();
    let mine = |one: &declarations::Return| {
        one.month == notice.month && one.matricola.as_deref() == Some(matricola)
    };
    let position = extract.positions.iter().find(|one| one.matricola == notice.matricola);
    let classified = position.and_then(|position| classification(position, notice.month));
    let sent = declarations::returns(tx, company)?.into_iter().find(mine);
    let sent = sent.filter(|sent| !sent.groups.is_empty());
    Ok(classified.zip(sent).map(|((csc, cas), sent)| Basis {
        month: notice.month,
        csc,
        cas,
        size: sent.workforce,
        groups: sent.groups,
    }))
}
