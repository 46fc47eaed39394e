//! Finding requests, and the documents in their conversations.
//!
//! Customers have few requests, and theirs are looked through, each in the place where it is listed. An office has very many: it has an
//! index of their words, and its register for their numbers. Who acts for thousands of companies is answered from that index, of all offices,
//! and what is of other companies is left out. Either only says what may fit. Who may read it, and what it says to them, is asked of the
//! request itself, and what fits is decided by that.

mod candidates;
mod fit;
mod numbers;

use std::cmp::Reverse;
use std::collections::HashMap;

use shared::calendar::Day;
use shared::ids::{CompanyId, RequestId};
use shared::search::{AttachmentHit, Rank, RequestHit};

use super::query::Query;
use super::service::folded;
use super::table::{COMPANY, DOCS, NUMBER_OF, Stored};
use super::text;
use super::visible::Visible;
use crate::access::Caller;
use crate::fault::Result;
use crate::requests::service::{self as requests, Findable};
use crate::store::{ReadTx, StoreError};
use candidates::Candidates;
use fit::{fits, number_fits, rank};

/// Most that is looked at for one search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Requests that are read to see whether they fit.
    pub read: usize,
    /// Words of the index that a typed one may be the beginning of.
    pub terms: usize,
    /// Requests that are taken of one word of the index at an office, the latest, and of all that a typed one may stand for.
    pub of_term: usize,
    pub of_word: usize,
    /// Companies with one of the words that are looked through beside the index.
    pub owners: usize,
    /// Companies that are looked through where there is no index, and requests of the index that are asked whose they are.
    pub asked: usize,
}

/// Those of every search; tests have smaller ones.
pub(super) const LIMITS: Limits =
    Limits { read: 100, terms: 200, of_term: 1_000, of_word: 6_000, owners: 64, asked: 4_000 };

/// A search under way: who looks for what today, and how far.
#[derive(Clone, Copy)]
pub(super) struct Look<'l> {
    pub tx: &'l dyn ReadTx,
    pub caller: &'l Caller,
    /// The companies that the caller may see.
    pub visible: &'l Visible<'l>,
    pub query: &'l Query,
    pub today: Day,
    pub limits: Limits,
}

/// What was found, and whether everything was looked at.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub requests: Vec<RequestHit>,
    pub attachments: Vec<AttachmentHit>,
    pub complete: bool,
}

/// Looks for the query among the requests that the caller may read today; so many hits of each kind are enough.
pub(super) fn search(look: &Look<'_>, enough: usize) -> Result<Outcome> {
    let Look { tx, caller, query, today, .. } = *look;
    let Candidates { found, complete, .. } = candidates::of(look)?;
    let mut outcome = Outcome { complete, ..Outcome::default() };
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(id, candidate)| (candidate.rank, Reverse(*id)));
    let mut companies = Companies::default();
    for (place, (id, candidate)) in found.into_iter().enumerate() {
        if outcome.requests.len() >= enough && outcome.attachments.len() >= enough {
            break;
        }
        if place == look.limits.read {
            outcome.complete = false;
            break;
        }
        if let Some(request) = requests::findable(tx, caller, id, today)? {
            let company = companies.of(tx, request.company)?;
            note(&mut outcome, query, id, &request, &candidate.numbers, company);
        }
    }
    outcome.requests.sort_by_key(|hit| (hit.rank, Reverse(hit.request)));
    outcome.requests.truncate(enough);
    outcome.attachments.sort_by_key(|hit| (hit.rank, Reverse(hit.request)));
    outcome.attachments.truncate(enough);
    Ok(outcome)
}

/// Notes what of a request fits: it, by its numbers and its subject, and each of its documents, by its name. Words of the company count
/// for what it has, and those of a request for its documents.
fn note(
    outcome: &mut Outcome,
    query: &Query,
    id: RequestId,
    request: &Findable,
    numbers: &[String],
    company: &Stored,
) {
    let own_number = [folded(&request.protocol.to_string())];
    let subject = text::terms([&request.subject]);
    let itself = |word: &str| {
        let by_number = own_number.iter().chain(numbers).filter_map(|one| number_fits(one, word));
        by_number.chain(fits(&subject, word)).min()
    };
    let theirs = |word: &str| fits(&company.terms, word);
    let Findable { protocol, .. } = request;
    if let Some(rank) = rank(query, &request.subject, itself, theirs) {
        outcome.requests.push(RequestHit {
            request: id,
            protocol: *protocol,
            subject: request.subject.clone(),
            company: request.company,
            company_name: company.title.clone(),
            rank,
        });
    }
    for (attachment, name) in &request.attachments {
        let words = text::terms([name]);
        let beside = |word: &str| itself(word).into_iter().chain(theirs(word)).min();
        if let Some(rank) = rank(query, name, |word: &str| fits(&words, word), beside) {
            outcome.attachments.push(AttachmentHit {
                attachment: *attachment,
                name: name.clone(),
                request: id,
                protocol: *protocol,
                company: request.company,
                company_name: company.title.clone(),
                rank,
            });
        }
    }
}

/// What companies are found by themselves, each read once.
#[derive(Default)]
struct Companies(HashMap<CompanyId, Stored>);

impl Companies {
    fn of(&mut self, tx: &dyn ReadTx, company: CompanyId) -> Result<&Stored> {
        use std::collections::hash_map::Entry;
        Ok(match self.0.entry(company) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(itself(tx, company)?),
        })
    }
}

fn itself(tx: &dyn ReadTx, company: CompanyId) -> std::result::Result<Stored, StoreError> {
    let stored = match NUMBER_OF.get(tx, &company)? {
        Some(number) => DOCS.get(tx, &(number, COMPANY))?,
        None => None,
    };
    Ok(stored.unwrap_or_default())
}

/// What may fit, and how well at best.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Candidate {
    rank: Rank,
    /// Numbers of documents in its conversation that were asked for, folded.
    numbers: Vec<String>,
}
