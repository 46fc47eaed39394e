//! What somebody has seen: a mark for each company, and single changes beyond it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use shared::calendar::{Day, Instant};
use shared::ids::{CompanyId, PersonId};

use super::service::FIRST_VISIT_DAYS;
use super::table::{HEADS, Head, LOG, MARKS, Mark, SEEN};
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};

/// All that a person has seen, read once for a list of companies.
pub struct Marks {
    person: PersonId,
    upto: BTreeMap<CompanyId, u64>,
    single: BTreeMap<CompanyId, Vec<u64>>,
}

/// How the changes of a company stand for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Grows whenever the company's data become different; nought if they never did.
    pub version: u64,
    /// The number of the latest change; nought if there was none.
    pub last: u64,
    /// When that was.
    pub at: Option<Instant>,
    /// All changes up to this number were seen, or lie before the first visit.
    pub upto: u64,
    /// Changes beyond that which were seen one by one, in order.
    pub single: Vec<u64>,
}

impl Standing {
    /// How many were not seen.
    pub fn unseen(&self) -> u32 {
        let beyond = self.last.saturating_sub(self.upto);
        u32::try_from(beyond.saturating_sub(self.single.len() as u64)).unwrap_or(u32::MAX)
    }

    /// Whether the change with this number was seen.
    pub fn has_seen(&self, number: u64) -> bool {
        number <= self.upto || self.single.binary_search(&number).is_ok()
    }
}

impl Marks {
    /// Those of a person.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(tx: &dyn ReadTx, person: PersonId) -> Result<Self, StoreError> {
        let mut marks = Self { person, upto: BTreeMap::new(), single: BTreeMap::new() };
        MARKS.scan(tx, &Span::prefix(&person), Order::Ascending, |(_, company), mark| {
            marks.upto.insert(company, mark.upto);
            Ok(ControlFlow::Continue(()))
        })?;
        SEEN.scan(tx, &Span::prefix(&person), Order::Ascending, |(_, company, number)| {
            marks.single.entry(company).or_default().push(number);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(marks)
    }

    /// How a company's changes stand; `since` is when the person began to work for it, where that is known.
    ///
    /// # Errors
    /// Those of the store.
    pub fn standing(
        &self,
        tx: &dyn ReadTx,
        company: CompanyId,
        since: Option<Day>,
        today: Day,
    ) -> Result<Standing, StoreError> {
        let Some(head) = HEADS.get(tx, &company)? else { return Ok(Standing::default()) };
        Ok(self.of_head(&head, company, since, today))
    }

    fn of_head(&self, head: &Head, company: CompanyId, since: Option<Day>, today: Day) -> Standing {
        let begin = today.plus_days(-FIRST_VISIT_DAYS);
        let begin = since.map_or(begin, |since| since.max(begin));
        let marked = self.upto.get(&company).copied();
        let upto = marked.unwrap_or_else(|| head.before(begin)).max(head.first - 1);
        let single = self.single.get(&company).map_or(&[][..], Vec::as_slice);
        let from = single.partition_point(|number| *number <= upto);
        let single = single.get(from..).unwrap_or_default().to_vec();
        let at = (head.last > 0).then_some(head.at);
        Standing { version: head.version(), last: head.last, at, upto, single }
    }

    /// Marks everything of a company up to a change as seen.
    ///
    /// # Errors
    /// Those of the store.
    pub fn see_upto(
        &self,
        tx: &mut dyn WriteTx,
        company: CompanyId,
        number: u64,
    ) -> Result<(), StoreError> {
        for seen in self.single.get(&company).into_iter().flatten().filter(|seen| **seen <= number)
        {
            SEEN.delete(tx, &(self.person, company, *seen))?;
        }
        MARKS.put(tx, &(self.person, company), &Mark { upto: number })
    }

    /// Marks one change as seen, and raises the mark over all that follow it without a gap.
    ///
    /// # Errors
    /// Those of the store.
    pub fn see_one(
        &self,
        tx: &mut dyn WriteTx,
        company: CompanyId,
        standing: &Standing,
        number: u64,
    ) -> Result<(), StoreError> {
        if standing.has_seen(number) {
            return Ok(());
        }
        let mut upto = standing.upto;
        while upto + 1 == number || standing.single.binary_search(&(upto + 1)).is_ok() {
            upto += 1;
        }
        if upto >= number {
            return self.see_upto(tx, company, upto);
        }
        // The mark is written with it: where somebody begins must not move with the days once they began.
        MARKS.put(tx, &(self.person, company), &Mark { upto: standing.upto })?;
        SEEN.put(tx, &(self.person, company, number))
    }
}

/// The number of the latest change up to a moment, counting down from `last` no further than `upto`.
///
/// # Errors
/// Those of the store.
pub fn latest_until(
    tx: &dyn ReadTx,
    company: CompanyId,
    upto: u64,
    until: Instant,
) -> Result<u64, StoreError> {
    let mut found = upto;
    let span = Span::between(&(company, upto + 1), &(company, u64::MAX));
    LOG.scan(tx, &span, Order::Descending, |(_, number), row| {
        if row.at > until {
            return Ok(ControlFlow::Continue(()));
        }
        found = number;
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}
