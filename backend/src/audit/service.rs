//! Appending to the log, verifying and reading it.

use std::ops::ControlFlow;

use sha2::{Digest, Sha256};
use shared::audit::Entry;
use shared::calendar::Instant;
use shared::ids::{CompanyId, PersonId};
use shared::page::{Cursor, Page, limit};

use super::table::{Content, HEAD, Head, LOG, Row};
use crate::fault::Result;
use crate::keys;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// The table with one row for each entry.
pub const TABLE: &str = LOG.name();

/// Something to be logged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// Who; nobody when the system itself or the command line did it.
    pub person: Option<PersonId>,
    /// The endpoint's name, or `command.…`.
    pub action: String,
    /// The company it concerned.
    pub company: Option<CompanyId>,
    /// The id of what was made or changed.
    pub subject: Option<String>,
    /// A few words or codes more, never a person's data.
    pub detail: Option<String>,
}

impl NewEntry {
    /// An entry that names an action and nothing else.
    pub fn of(action: &str) -> Self {
        Self { action: action.to_owned(), ..Self::default() }
    }

    /// The same entry with the id of what was made or changed.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "ids are small, and copied")]
    pub fn about(self, subject: impl ToString) -> Self {
        Self { subject: Some(subject.to_string()), ..self }
    }

    /// The same entry with the company it concerned.
    #[must_use]
    pub fn for_company(self, company: CompanyId) -> Self {
        Self { company: Some(company), ..self }
    }
}

/// Appends an entry.
///
/// # Errors
/// Those of the store.
pub fn append(tx: &mut dyn WriteTx, now: Instant, entry: NewEntry) -> Result<()> {
    let head = HEAD.get(tx, &())?.unwrap_or_default();
    let NewEntry { person, action, company, subject, detail } = entry;
    let content =
        Content { number: head.number + 1, at: now, person, action, company, subject, detail };
    let head = Head { number: content.number, hash: chained(&head.hash, &content)? };
    LOG.put(tx, &head.number, &Row { content, hash: head.hash })?;
    Ok(HEAD.put(tx, &(), &head)?)
}

/// What a verification found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// Nothing was changed, removed or inserted.
    Verified {
        /// How many entries there are.
        entries: u64,
        /// Hash of the last one; to be noted outside, where it proves the log up to here.
        head: [u8; 32],
    },
    /// The log was tampered with.
    Broken {
        /// The first number that does not fit.
        at: u64,
    },
}

/// Follows the whole chain.
///
/// # Errors
/// Those of the store.
pub fn verify(tx: &dyn ReadTx) -> Result<Verification> {
    let mut head = Head::default();
    let mut broken = None;
    LOG.scan(tx, &Span::all(), Order::Ascending, |number, row| {
        let expected = head.number + 1;
        let fits = number == expected && row.content.number == expected;
        if !fits || chained(&head.hash, &row.content)? != row.hash {
            broken = Some(expected);
            return Ok(ControlFlow::Break(()));
        }
        head = Head { number, hash: row.hash };
        Ok(ControlFlow::Continue(()))
    })?;
    if let Some(at) = broken {
        return Ok(Verification::Broken { at });
    }
    let kept = HEAD.get(tx, &())?.unwrap_or_default();
    if kept.number != head.number || kept.hash != head.hash {
        return Ok(Verification::Broken { at: head.number.min(kept.number) + 1 });
    }
    Ok(Verification::Verified { entries: head.number, head: head.hash })
}

/// How many entries there are.
///
/// # Errors
/// Those of the store.
pub fn count(tx: &dyn ReadTx) -> Result<u64> {
    Ok(HEAD.get(tx, &())?.unwrap_or_default().number)
}

/// A page of the log, the latest entry first.
///
/// # Errors
/// `not_a_cursor` on field `cursor`; those of the store.
pub fn page(tx: &dyn ReadTx, cursor: Option<&Cursor>, asked: Option<u16>) -> Result<Page<Entry>> {
    let cursor: Option<u64> = cursor.map(keys::from_cursor).transpose()?;
    let page =
        LOG.page(tx, Span::all(), Order::Descending, cursor.as_ref(), limit(asked), |_, _| true)?;
    Ok(Page {
        items: page.items.into_iter().map(|(_, row)| shown(row)).collect(),
        next: page.next.map(|key| keys::cursor(&key)),
        total: Some(count(tx)?),
    })
}

/// Shows the log to `visit`, the latest entry first, until it breaks.
///
/// # Errors
/// Those of the store.
pub fn each(tx: &dyn ReadTx, mut visit: impl FnMut(Entry) -> ControlFlow<()>) -> Result<()> {
    Ok(LOG.scan(tx, &Span::all(), Order::Descending, |_, row| Ok(visit(shown(row))))?)
}

fn shown(Row { content, hash }: Row) -> Entry {
    let chain = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let Content { number, at, person, action, company, subject, detail } = content;
    Entry { number, at, person, action, company, subject, detail, chain }
}

fn chained(before: &[u8; 32], content: &Content) -> std::result::Result<[u8; 32], StoreError> {
    let bytes = minicbor::to_vec(content).map_err(|error| StoreError::Internal {
        detail: format!("an audit entry does not encode: {error}"),
    })?;
    Ok(Sha256::new().chain_update(before).chain_update(bytes).finalize().into())
}
