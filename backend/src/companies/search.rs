//! What a company and its people are found by.

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::sections::Source;

use super::table::{COMPANIES, Company};
use crate::search::Doc;
use crate::search::service::{put, remove, subject_of};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// The companies that follow one, in the order of their ids, at most so many.
///
/// # Errors
/// Those of the store.
pub fn ids(
    tx: &dyn ReadTx,
    after: Option<CompanyId>,
    limit: usize,
) -> Result<Vec<CompanyId>, StoreError> {
    let page =
        COMPANIES.page(tx, Span::all(), Order::Ascending, after.as_ref(), limit, |_, _| true)?;
    Ok(page.items.into_iter().map(|(id, _)| id).collect())
}

/// What of a company can be found here: itself, and its people.
///
/// # Errors
/// Those of the store.
pub fn docs(tx: &dyn ReadTx, company: CompanyId) -> Result<Vec<Doc>, StoreError> {
    Ok(COMPANIES.get(tx, &company)?.map_or_else(Vec::new, |record| docs_of(company, &record)))
}

/// Indexes a company as it is now, and takes out who was with it before.
pub(super) fn index(
    tx: &mut dyn WriteTx,
    id: CompanyId,
    before: Option<&Company>,
    now: &Company,
) -> Result<(), StoreError> {
    let docs = docs_of(id, now);
    for old in before.into_iter().flat_map(|before| docs_of(id, before)) {
        let gone = old
            .subject
            .filter(|subject| docs.iter().all(|doc| doc.subject.as_ref() != Some(subject)));
        if let Some(subject) = gone {
            remove(tx, id, &subject)?;
        }
    }
    docs.iter().try_for_each(|doc| put(tx, doc))
}

fn docs_of(id: CompanyId, company: &Company) -> Vec<Doc> {
    let matricole = company.positions.iter().map(|position| position.matricola.clone());
    let vat = company.vat.clone().filter(|vat| *vat != company.tax_code);
    let codes = [company.tax_code.clone()].into_iter().chain(vat).chain(matricole);
    let itself = Doc {
        company: id,
        subject: None,
        title: company.name.clone(),
        detail: super::service::main_position(company)
            .map_or_else(|| company.tax_code.clone(), |position| position.matricola.clone()),
        terms: [company.name.clone()].into_iter().chain(codes).collect(),
    };
    let people = company.persons.iter().filter_map(|person| {
        let fields = [
            ("tax_code", person.tax_code.clone()),
            ("charge", person.charge.clone()),
            ("since", Day::from_epoch_days(person.since).to_string()),
        ];
        Some(Doc {
            company: id,
            subject: Some(subject_of(Source::Persons, &fields)?),
            title: person.name.clone(),
            detail: person.tax_code.clone(),
            terms: vec![person.name.clone(), person.tax_code.clone()],
        })
    });
    [itself].into_iter().chain(people).collect()
}
