//! The index as stored.
//!
//! Companies have small numbers here, and so has everything of a company, so that the two large tables hold little but terms:
//! `search.words` says which companies have a term, `search.here` which things of a company have it. The first finds companies where
//! the caller may see many, the second looks into each where they may see few.

use minicbor::{Decode, Encode};
use shared::ids::{CompanyId, RequestId};

use super::postings::Postings;
use crate::store::{Index, Table};

/// Something that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Stored {
    /// Number of its section; none for the company itself.
    #[n(0)]
    pub section: Option<u8>,
    #[n(1)]
    pub key: String,
    #[n(2)]
    pub title: String,
    #[n(3)]
    pub detail: String,
    /// Sorted.
    #[n(4)]
    pub terms: Vec<String>,
}

/// By the company's number and its own.
pub(super) const DOCS: Table<(u32, u32), Stored> = Table::new("search.docs");
/// The number of a company itself among what it has.
pub(super) const COMPANY: u32 = 0;
pub(super) const NUMBER_OF: Table<CompanyId, u32> = Table::new("search.number_of");
pub(super) const COMPANY_OF: Table<u32, [u8; 16]> = Table::new("search.company_of");
/// Companies by scope and term.
pub(super) const WORDS: Postings = Postings("search.words");
/// Things of a company by its number, scope and term.
pub(super) const HERE: Postings = Postings("search.here");
/// Variants of the words that may be mistyped, and the word: those of requests as well.
pub(super) const NEAR: Index<(String, String)> = Index::new("search.near");
/// Words of requests: a word, the office that the request is with, the request. Customers' requests are looked through instead.
pub(super) const ASKED: Index<(String, u16, RequestId)> = Index::new("search.asked");
/// What the index was built by, see [`super::rebuild`].
pub(super) const BUILT: Table<(), u32> = Table::new("search.built");

/// Whether a term is of companies themselves or of what they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Scope {
    Companies = b'c',
    Records = b'r',
}

impl Scope {
    /// The scope of a thing's number.
    pub(super) const fn of(number: u32) -> Self {
        if number == COMPANY { Scope::Companies } else { Scope::Records }
    }

    /// A term's name in [`WORDS`].
    pub(super) fn name(self, term: &str) -> Vec<u8> {
        [&[self as u8], term.as_bytes()].concat()
    }

    /// A term's name in [`HERE`].
    pub(super) fn name_here(self, company: u32, term: &str) -> Vec<u8> {
        let mut name = Vec::with_capacity(12 + term.len());
        name.extend_from_slice(&company.to_be_bytes());
        name.push(self as u8);
        name.extend_from_slice(term.as_bytes());
        name
    }
}
