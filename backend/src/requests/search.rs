//! What a request is found by: its number, the words of its subject, the names of its documents. They stand where it is listed among
//! those of its company, which are looked through for customers; the office that it is with has its words in the index.

use std::ops::ControlFlow;

use shared::attachments::Attachment;
use shared::calendar::Day;
use shared::ids::{AttachmentId, CompanyId, RequestId};
use shared::offices::OfficeCode;
use shared::register::ProtocolNumber;
use shared::requests::Actor;

use super::service::{actor, head};
use super::table::{BY_COMPANY, Head};
use crate::access::Caller;
use crate::attachments::service as attachments;
use crate::fault::Result;
use crate::search::service as search;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// A request that somebody may read, as a search shows it.
#[derive(Clone, Debug)]
pub struct Findable {
    /// Whose.
    pub company: CompanyId,
    /// Its number.
    pub protocol: ProtocolNumber,
    /// In a few words.
    pub subject: String,
    /// The documents that whoever asks may read.
    pub attachments: Vec<(AttachmentId, String)>,
}

/// A request with its documents, if the caller may read it today.
///
/// # Errors
/// Those of the store.
pub fn findable(
    tx: &dyn ReadTx,
    caller: &Caller,
    id: RequestId,
    today: Day,
) -> Result<Option<Findable>> {
    let Some(head) = head(tx, id)? else { return Ok(None) };
    let Some(actor) = actor(tx, caller, &head, today)? else { return Ok(None) };
    let internal = actor != Actor::Customer;
    let files = attachments::of_conversation(tx, head.company, id, internal)?;
    Ok(Some(Findable {
        company: head.company,
        protocol: head.receipt.registered.number,
        subject: head.subject,
        attachments: files.into_iter().map(|(_, file)| (file.id, file.name)).collect(),
    }))
}

/// The company that a request is of.
///
/// # Errors
/// Those of the store.
pub fn company(tx: &dyn ReadTx, id: RequestId) -> Result<Option<CompanyId>> {
    Ok(head(tx, id)?.map(|head| head.company))
}

/// What a request of a company is found by, as [`rows`] shows it.
///
/// # Errors
/// Those of the store.
pub fn found_by(tx: &dyn ReadTx, company: CompanyId, id: RequestId) -> Result<Option<String>> {
    Ok(BY_COMPANY.get(tx, &(company, id))?)
}

/// Shows the requests of a company, the latest first, with what each is found by: its number and then its words, with blanks between them.
///
/// # Errors
/// Those of the store.
pub fn rows(
    tx: &dyn ReadTx,
    company: CompanyId,
    mut visit: impl FnMut(RequestId, &str) -> std::result::Result<(), StoreError>,
) -> Result<()> {
    let span = Span::prefix(&company);
    Ok(BY_COMPANY.scan(tx, &span, Order::Descending, |(_, id), found_by| {
        visit(id, &found_by)?;
        Ok(ControlFlow::Continue(()))
    })?)
}

/// Enters the requests of a company anew, and tells how many there are.
///
/// # Errors
/// Those of the store.
pub fn index(tx: &mut dyn WriteTx, company: CompanyId) -> Result<u64> {
    let mut entered = 0;
    for ((_, id), _) in BY_COMPANY.collect(tx, &Span::prefix(&company), Order::Ascending)? {
        if let Some(head) = head(tx, id)? {
            renew(tx, id, &head)?;
            entered += 1;
        }
    }
    Ok(entered)
}

/// Enters a request with the documents that it came with.
pub(super) fn enter(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &Head,
    files: &[Attachment],
) -> Result<()> {
    let written = [&head.subject].into_iter().chain(files.iter().map(|file| &file.name));
    put(tx, id, head, search::words(written))
}

/// Enters a request with the documents that it has now: some came, or are kept no longer.
pub(super) fn renew(tx: &mut dyn WriteTx, id: RequestId, head: &Head) -> Result<()> {
    let files = attachments::of_conversation(tx, head.company, id, true)?;
    let names = files.iter().map(|(_, file)| &file.name);
    let now = search::words([&head.subject].into_iter().chain(names));
    let mut gone = words(tx, id, head)?;
    gone.retain(|word| !now.contains(word));
    search::withdraw_request(tx, head.office, id, &gone)?;
    put(tx, id, head, now)
}

/// Lets another office find a request, and the one that it is with no more.
pub(super) fn transfer(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &Head,
    to: OfficeCode,
) -> Result<()> {
    let words = words(tx, id, head)?;
    search::enter_request(tx, to, id, &words)?;
    Ok(search::withdraw_request(tx, head.office, id, &words)?)
}

/// Takes a request out that is kept no longer.
pub(super) fn remove(tx: &mut dyn WriteTx, id: RequestId, head: &Head) -> Result<()> {
    let words = words(tx, id, head)?;
    search::withdraw_request(tx, head.office, id, &words)?;
    BY_COMPANY.delete(tx, &(head.company, id))?;
    Ok(())
}

fn put(tx: &mut dyn WriteTx, id: RequestId, head: &Head, words: Vec<String>) -> Result<()> {
    search::enter_request(tx, head.office, id, &words)?;
    let number = search::folded(&head.receipt.registered.number.to_string());
    let found_by = [number].into_iter().chain(words).collect::<Vec<_>>().join(" ");
    Ok(BY_COMPANY.put(tx, &(head.company, id), &found_by)?)
}

/// The words that a request is found by until now.
fn words(tx: &dyn ReadTx, id: RequestId, head: &Head) -> Result<Vec<String>> {
    let found_by = BY_COMPANY.get(tx, &(head.company, id))?.unwrap_or_default();
    Ok(found_by.split_whitespace().skip(1).map(str::to_owned).collect())
}
