//! Writing the index.

use std::ops::ControlFlow;

use sha2::{Digest, Sha256};
use shared::ids::{CompanyId, RequestId};
use shared::sections::Subject;

use super::Doc;
use super::postings::Change;
use super::table::{ASKED, COMPANY, COMPANY_OF, DOCS, HERE, NEAR, NUMBER_OF, Scope, Stored, WORDS};
use super::text;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// Puts something in, in place of what was there of the same subject.
pub(super) fn put(tx: &mut dyn WriteTx, doc: &Doc) -> Result<(), StoreError> {
    let company = number(tx, doc.company)?;
    let (number, before) = place(tx, company, doc.subject.as_ref())?;
    let mut terms = text::terms(&doc.terms);
    if number == COMPANY {
        terms.extend(text::infixes(&terms));
        terms.sort_unstable();
    }
    let stored = Stored {
        section: doc.subject.as_ref().map(|subject| subject.section),
        key: doc.subject.as_ref().map_or_else(String::new, |subject| subject.key.clone()),
        title: doc.title.clone(),
        detail: doc.detail.clone(),
        terms,
    };
    if before.as_ref() == Some(&stored) {
        return Ok(());
    }
    let old = before.map(|before| before.terms).unwrap_or_default();
    for term in old.iter().filter(|term| stored.terms.binary_search(term).is_err()) {
        withdraw(tx, company, number, term)?;
    }
    for term in stored.terms.iter().filter(|term| old.binary_search(term).is_err()) {
        enter(tx, company, number, term)?;
    }
    DOCS.put(tx, &(company, number), &stored)
}

/// Takes something out; nothing happens if it is not there.
pub(super) fn remove(
    tx: &mut dyn WriteTx,
    company: CompanyId,
    subject: Option<&Subject>,
) -> Result<(), StoreError> {
    let Some(company) = NUMBER_OF.get(tx, &company)? else { return Ok(()) };
    let (number, before) = place(tx, company, subject)?;
    let Some(before) = before else { return Ok(()) };
    for term in &before.terms {
        withdraw(tx, company, number, term)?;
    }
    DOCS.delete(tx, &(company, number)).map(drop)
}

/// The company's number, a new one if it has none.
fn number(tx: &mut dyn WriteTx, company: CompanyId) -> Result<u32, StoreError> {
    if let Some(number) = NUMBER_OF.get(tx, &company)? {
        return Ok(number);
    }
    let last = COMPANY_OF.last(tx)?.map_or(0, |(number, _)| number);
    let number = last
        .checked_add(1)
        .ok_or_else(|| StoreError::internal("no more companies fit the index"))?;
    NUMBER_OF.put(tx, &company, &number)?;
    COMPANY_OF.put(tx, &number, &company.as_u128().to_be_bytes())?;
    Ok(number)
}

/// The number of a subject within its company, and what is there. Numbers follow from the subject, so that none need be kept: 24 bits of
/// a hash, and eight to tell apart those that share them.
fn place(
    tx: &dyn ReadTx,
    company: u32,
    subject: Option<&Subject>,
) -> Result<(u32, Option<Stored>), StoreError> {
    let Some(subject) = subject else {
        return Ok((COMPANY, DOCS.get(tx, &(company, COMPANY))?));
    };
    let hash = Sha256::new().chain_update([subject.section]).chain_update(&subject.key).finalize();
    let [a, b, c, ..]: [u8; 32] = hash.into();
    let first = u32::from_be_bytes([a, b, c, 0]).max(1 << 8);
    let (mut free, mut found) = (first, None);
    DOCS.scan(
        tx,
        &Span::between(&(company, first), &(company, first | 0xff)),
        Order::Ascending,
        |(_, number), stored| {
            if stored.section == Some(subject.section) && stored.key == subject.key {
                found = Some((number, stored));
                return Ok(ControlFlow::Break(()));
            }
            free += u32::from(number == free);
            Ok(ControlFlow::Continue(()))
        },
    )?;
    match found {
        Some((number, stored)) => Ok((number, Some(stored))),
        None if free < first | 0xff => Ok((free, None)),
        None => {
            Err(StoreError::internal("too many things of a company share a number of the index"))
        }
    }
}

fn enter(tx: &mut dyn WriteTx, company: u32, number: u32, term: &str) -> Result<(), StoreError> {
    let scope = Scope::of(number);
    if HERE.add(tx, &scope.name_here(company, term), number)? != Change::Whole {
        return Ok(());
    }
    if WORDS.add(tx, &scope.name(term), company)? == Change::Whole && text::may_be_mistyped(term) {
        for variant in text::variants(term) {
            NEAR.put(tx, &(variant, term.to_owned()))?;
        }
    }
    Ok(())
}

fn withdraw(tx: &mut dyn WriteTx, company: u32, number: u32, term: &str) -> Result<(), StoreError> {
    let scope = Scope::of(number);
    if HERE.take(tx, &scope.name_here(company, term), number)? != Change::Whole {
        return Ok(());
    }
    match WORDS.take(tx, &scope.name(term), company)? {
        Change::Whole => forget_variants(tx, term),
        Change::None | Change::Part => Ok(()),
    }
}

/// Enters words of a request that is with an office. The shortest say too little to be worth a key: see [`is_kept`].
pub(super) fn enter_request(
    tx: &mut dyn WriteTx,
    office: u16,
    request: RequestId,
    words: &[String],
) -> Result<(), StoreError> {
    for word in words.iter().filter(|word| is_kept(word)) {
        // Nearly every word is known: one look instead of writing all its variants again.
        if text::may_be_mistyped(word) && !NEAR.exists(tx, &(word.clone(), word.clone()))? {
            for variant in text::variants(word) {
                NEAR.put(tx, &(variant, word.clone()))?;
            }
        }
        ASKED.put(tx, &(word.clone(), office, request))?;
    }
    Ok(())
}

/// Takes words of a request out that is with an office.
pub(super) fn withdraw_request(
    tx: &mut dyn WriteTx,
    office: u16,
    request: RequestId,
    words: &[String],
) -> Result<(), StoreError> {
    for word in words {
        if ASKED.delete(tx, &(word.clone(), office, request))? {
            forget_variants(tx, word)?;
        }
    }
    Ok(())
}

/// Whether a word of a request is in the index of its office.
pub(super) fn is_kept(word: &str) -> bool {
    word.chars().nth(2).is_some()
}

/// Takes out how a word may be mistyped, if nothing has it any more.
fn forget_variants(tx: &mut dyn WriteTx, term: &str) -> Result<(), StoreError> {
    if !text::may_be_mistyped(term) || is_in_use(tx, term)? {
        return Ok(());
    }
    for variant in text::variants(term) {
        NEAR.delete(tx, &(variant, term.to_owned()))?;
    }
    Ok(())
}

fn is_in_use(tx: &dyn ReadTx, term: &str) -> Result<bool, StoreError> {
    Ok(WORDS.exists(tx, &Scope::Companies.name(term))?
        || WORDS.exists(tx, &Scope::Records.name(term))?
        || ASKED.first(tx, &Span::prefix(&term.to_owned()), Order::Ascending)?.is_some())
}
