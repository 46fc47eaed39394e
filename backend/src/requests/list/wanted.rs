//! Whose requests a list is of, and the part of it that is asked for.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::Day;
use shared::fault::Fault;
use shared::ids::{CompanyId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::{List, MOST_LOOKED_THROUGH, STAFF};

use super::asked::Asked;
use super::latest::{At, Latest, is_indexed};
use super::{is_archived, parts};
use crate::access::{Caller, relation, visible_companies};
use crate::fault::Result;
use crate::requests::service::{head, heads, is_unread};
use crate::requests::table::{BY_COMPANY, Head};
use crate::store::{Order, ReadTx, Span};

/// Where a request stands in a list: what is new to a customer first, then by when something last happened.
pub(super) type Place = (bool, i64, RequestId);

/// Requests of an office that are counted: whoever has more is not told how many.
const MOST_COUNTED: usize = 10_000;

/// Part of a list.
pub(super) struct Part {
    pub heads: Vec<(RequestId, Head)>,
    /// Where the rest begins.
    pub next: Option<Place>,
    /// How many there are in all, where that is known.
    pub total: Option<u64>,
}

/// What somebody asks for.
pub(super) struct Wanted<'a> {
    tx: &'a dyn ReadTx,
    caller: &'a Caller,
    list: &'a List,
    asked: Asked<'a>,
    /// The offices of whoever answers.
    parts: Option<Vec<OfficeCode>>,
    /// The companies that a customer works for, or that is named.
    companies: Vec<CompanyId>,
}

impl<'a> Wanted<'a> {
    pub fn of(tx: &'a dyn ReadTx, caller: &'a Caller, list: &'a List, today: Day) -> Result<Self> {
        let mut companies = match STAFF.contains(&caller.role) {
            true => list.company.into_iter().collect(),
            false => visible_companies(tx, caller, today)?,
        };
        if let Some(company) = list.company {
            relation(tx, caller, company, today)?.ok_or(Fault::NotFound)?;
            companies.retain(|other| *other == company);
        }
        let (asked, parts) = (Asked::new(tx, list, today)?, parts(tx, caller, today)?);
        Ok(Self { tx, caller, list, asked, parts, companies })
    }

    /// So many from a place on.
    pub fn part(&mut self, after: Option<Place>, size: usize) -> Result<Part> {
        let Some(latest) = self.at_offices() else { return self.of_companies(after, size) };
        let counted = match is_indexed(self.list) {
            true => Some(latest.counted(MOST_COUNTED + 1)?).filter(|count| *count <= MOST_COUNTED),
            false => None,
        };
        let latest = match after {
            Some((_, at, id)) => latest.after((at, id)),
            None => latest,
        };
        let (heads, next) = walk(latest, size, MOST_LOOKED_THROUGH, |id| {
            Ok(self.admitted(id)?.map(|head| (id, head)))
        })?;
        let is_all = after.is_none() && next.is_none();
        let total = counted.or(is_all.then_some(heads.len())).map(|count| count as u64);
        Ok(Part { heads, next, total })
    }

    /// Shows everything that is asked for, in its order, until `visit` breaks.
    pub fn each(
        &mut self,
        mut visit: impl FnMut(RequestId, &Head) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let Some(latest) = self.at_offices() else {
            for (.., id) in self.found()? {
                let Some(head) = head(self.tx, id)? else { continue };
                if visit(id, &head)?.is_break() {
                    break;
                }
            }
            return Ok(());
        };
        for place in latest {
            let (_, id) = place?;
            if let Some(head) = self.admitted(id)?
                && visit(id, &head)?.is_break()
            {
                break;
            }
        }
        Ok(())
    }

    /// Where whoever answers names no company: all that are at their offices.
    fn at_offices(&self) -> Option<Latest<'a>> {
        let parts = self.parts.as_deref().filter(|_| self.companies.is_empty())?;
        Some(Latest::of(self.tx, self.list, parts))
    }

    fn of_companies(&mut self, after: Option<Place>, size: usize) -> Result<Part> {
        let mut found = self.found()?;
        let total = Some(found.len() as u64);
        found.retain(|place| after.is_none_or(|after| *place < after));
        let more = found.len() > size;
        found.truncate(size);
        let next = found.last().copied().filter(|_| more);
        let ids = found.into_iter().map(|(.., id)| id).collect();
        Ok(Part { heads: heads(self.tx, ids)?, next, total })
    }

    /// Where the requests of the companies stand that are asked for, in order. Only that of each is kept: some have many, and show few.
    fn found(&mut self) -> Result<Vec<Place>> {
        let (tx, person) = (self.tx, self.caller.person);
        let mut found = Vec::new();
        for company in self.companies.clone() {
            let keys = BY_COMPANY.collect(tx, &Span::prefix(&company), Order::Ascending)?;
            for ((_, id), _) in keys {
                let Some(head) = self.admitted(id)? else { continue };
                // To an operator most of what colleagues answer is new, and none of it theirs to read first.
                let unread = self.parts.is_none() && is_unread(tx, person, id, &head)?;
                found.push((unread, head.updated.millis(), id));
            }
        }
        found.sort_unstable_by_key(|place| Reverse(*place));
        Ok(found)
    }

    /// A request, if it is asked for.
    fn admitted(&mut self, id: RequestId) -> Result<Option<Head>> {
        let Some(head) = head(self.tx, id)? else { return Ok(None) };
        let is_seen = self.parts.as_ref().is_none_or(|parts| parts.contains(&head.office));
        if !is_seen || !self.asked.admits(id, &head)? {
            return Ok(None);
        }
        let wanted = match self.list.archived {
            Some(archived) => is_archived(self.tx, self.caller.person, id, &head)? == archived,
            None => true,
        };
        Ok(wanted.then_some(head))
    }
}

/// As many as fill a page, of those that are admitted, and where the list goes on if it does: after the last of them, or after `most` that
/// were looked through.
fn walk<T>(
    places: impl Iterator<Item = Result<At>>,
    size: usize,
    most: usize,
    mut admitted: impl FnMut(RequestId) -> Result<Option<T>>,
) -> Result<(Vec<T>, Option<Place>)> {
    let (mut shown, mut last, mut looked) = (Vec::new(), None, None);
    for (count, place) in places.enumerate() {
        let (at, id) = place?;
        if count == most {
            return Ok((shown, looked));
        }
        looked = Some((false, at, id));
        let Some(one) = admitted(id)? else { continue };
        if shown.len() == size {
            return Ok((shown, last));
        }
        last = looked;
        shown.push(one);
    }
    Ok((shown, None))
}

#[cfg(test)]
mod tests {
    use super::{At, Place, RequestId, walk};

    /// Pages of what is divisible by a number, among a hundred of which `most` are looked through for one.
    fn pages(by: u128, size: usize, most: usize) -> Vec<Vec<u128>> {
        let mut pages = Vec::new();
        let mut after: Option<Place> = None;
        loop {
            let at = |n: u128| (7, RequestId::from_u128(n));
            let left = (1..=100)
                .rev()
                .map(at)
                .filter(|at| after.is_none_or(|(_, moment, id)| *at < (moment, id)));
            let mut looked = 0;
            let (shown, next) = walk(left.map(Ok::<At, _>), size, most, |id| {
                looked += 1;
                Ok(Some(id.as_u128()).filter(|number| number.is_multiple_of(by)))
            })
            .unwrap();
            assert!(looked <= most && shown.len() <= size);
            pages.push(shown);
            after = next;
            if after.is_none() {
                return pages;
            }
        }
    }

    #[test]
    fn a_page_ends_when_it_is_full_or_enough_was_looked_through_and_nothing_is_left_out() {
        let tens: Vec<u128> = (1..=10).rev().map(|n| n * 10).collect();
        let full = pages(10, 4, 1_000);
        assert_eq!(full.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 2]);
        assert_eq!(full.concat(), tens);
        // Exactly as many as there are: no page follows.
        assert_eq!(pages(10, 10, 1_000).len(), 1);
        assert_eq!(pages(1, 100, 100).len(), 1);
        let few = pages(10, 4, 15);
        assert!(few.len() > 3);
        assert_eq!(few.concat(), tens);
        // Where nothing fits a page is empty, and the list goes on all the same.
        assert_eq!(pages(101, 4, 30), [const { Vec::<u128>::new() }; 4]);
        assert_eq!(pages(101, 4, 100).len(), 1);
    }
}
