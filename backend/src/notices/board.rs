//! The notices of companies as lists need them, kept in memory for as long as they are true: read anew only where a company's data have
//! changed, or the parameters.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::auth::{Resource, Verb};
use shared::calendar::Day;
use shared::fiscal::Matricola;
use shared::ids::CompanyId;
use shared::notices::{NoticeParameters, NoticeRow, Recorded};
use shared::offices::OfficeCode;
use shared::parameters::Set;
use shared::practice::fold;
use shared::sections::matters::notices::SECTION;

use crate::access::{self, Caller};
use crate::app::App;
use crate::changes::service as changes;
use crate::companies::{Extract, service as companies};
use crate::evidence::facts::settled;
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::sections::service as sections;
use crate::store::ReadTx;

/// Companies kept at most; beyond, all are read anew as they are asked for.
const MOST: usize = 100_000;

/// A company with its notices.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its name as it is ordered by.
    pub folded: String,
    /// Its tax code.
    pub tax_code: String,
    /// Its notices, the settled ones among them.
    pub rows: Vec<NoticeRow>,
}

/// The companies that this process keeps.
#[derive(Default)]
pub struct Board(Mutex<HashMap<CompanyId, Kept>>);

struct Kept {
    /// The store's generation at which it was true.
    generation: u64,
    /// The versions of the company's data and of the parameters that it was made from.
    versions: (u64, u64),
    held: Arc<Held>,
}

impl Board {
    /// The companies as this transaction, of this generation or a later one, sees them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(
        &self,
        tx: &dyn ReadTx,
        all: &[CompanyId],
        generation: u64,
        today: Day,
    ) -> Result<Vec<Arc<Held>>> {
        let mut found = Vec::with_capacity(all.len());
        let mut late = Vec::new();
        {
            let kept = self.lock();
            for company in all {
                match kept.get(company).filter(|one| one.generation == generation) {
                    Some(one) => found.push(Arc::clone(&one.held)),
                    None => late.push(*company),
                }
            }
        }
        if !late.is_empty() {
            let set = parameters::current(tx)?;
            for company in late {
                found.extend(self.one(tx, company, generation, &set, today)?);
            }
        }
        Ok(found)
    }

    /// A company that may have changed since it was kept.
    fn one(
        &self,
        tx: &dyn ReadTx,
        company: CompanyId,
        generation: u64,
        set: &Set,
        today: Day,
    ) -> Result<Option<Arc<Held>>> {
        let versions = (changes::version(tx, company)?, set.version.number);
        if let Some(one) = self.lock().get_mut(&company).filter(|one| one.versions == versions) {
            one.generation = generation;
            return Ok(Some(Arc::clone(&one.held)));
        }
        let Some(held) = read(tx, company, &set.notices, today)?.map(Arc::new) else {
            return Ok(None);
        };
        let mut kept = self.lock();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(company, Kept { generation, versions, held: Arc::clone(&held) });
        Ok(Some(held))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<CompanyId, Kept>> {
        // What a panic elsewhere left is a map of whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads the notices of a company; nothing in them depends on the day.
fn read(
    tx: &dyn ReadTx,
    company: CompanyId,
    known: &NoticeParameters,
    today: Day,
) -> Result<Option<Held>> {
    let Some(extract) = companies::extract(tx, company)? else { return Ok(None) };
    let mut rows = Vec::new();
    let settled = settled(tx, company, today)?;
    for record in sections::all(tx, company, &SECTION, today)? {
        let Some(mut notice) = Recorded::read(&record.cells) else { continue };
        let paid = notice.settle(&settled);
        // Where it is not known whether sanctions are halved, nothing is promised.
        let halved = notice.halved(known).unwrap_or_default();
        let (of, office) = ((company, extract.name.as_str()), office(&extract, &notice.matricola));
        rows.push(NoticeRow { paid, ..NoticeRow::of(of, office, &record.key, &notice, halved) });
    }
    Ok(Some(Held { folded: fold(&extract.name), tax_code: extract.tax_code, rows }))
}

/// The office competent for a position of a company.
pub fn office(extract: &Extract, matricola: &Matricola) -> Option<OfficeCode> {
    let position = extract.positions.iter().find(|position| position.matricola == *matricola)?;
    OfficeCode::parse(&position.office).ok()
}

/// The notices of the companies asked about that the caller may see: one, or all they work for.
///
/// # Errors
/// `NotFound` for one that is not theirs, whether it exists or not; those of the store.
pub fn held(
    tx: &dyn ReadTx,
    app: &App,
    generation: u64,
    caller: &Caller,
    company: Option<CompanyId>,
) -> Result<Vec<Arc<Held>>> {
    let today = app.today();
    let all = match company {
        None => access::visible_companies(tx, caller, today)?,
        Some(company) => {
            access::company(tx, caller, company, Resource::Contributions, Verb::Read, today)?;
            vec![company]
        }
    };
    app.notices().of(tx, &all, generation, today)
}
