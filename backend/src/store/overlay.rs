//! The pending writes of one transaction over what was there before it.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::ops::ControlFlow;

use super::{KeyRange, MAX_KEY_BYTES, MAX_VALUE_BYTES, Order, ReadTx, StoreError, Visit, WriteTx};

/// Pending writes by table and key; `None` is a deletion.
pub(super) type Changes = BTreeMap<&'static str, BTreeMap<Vec<u8>, Option<Vec<u8>>>>;

/// What `base` holds with `changes` laid over it.
pub(super) struct Layer<'a> {
    pub(super) base: &'a dyn ReadTx,
    pub(super) changes: &'a Changes,
}

impl ReadTx for Layer<'_> {
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match pending(self.changes, table, key) {
            Some(value) => Ok(value.clone()),
            None => self.base.get(table, key),
        }
    }

    fn scan(
        &self,
        table: &'static str,
        range: KeyRange<'_>,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError> {
        if range.is_empty() {
            return Ok(());
        }
        let Some(changes) = self.changes.get(table) else {
            return self.base.scan(table, range, order, visit);
        };
        let pending = changes.range::<[u8], _>((range.start, range.end));
        match order {
            Order::Ascending => merge(self.base, table, range, order, pending, visit),
            Order::Descending => merge(self.base, table, range, order, pending.rev(), visit),
        }
    }
}

fn pending<'a>(changes: &'a Changes, table: &str, key: &[u8]) -> Option<&'a Option<Vec<u8>>> {
    changes.get(table)?.get(key)
}

/// A transaction that writes into memory and reads through to `base`.
pub(super) struct Overlay<'a> {
    base: &'a dyn ReadTx,
    changes: Changes,
}

impl<'a> Overlay<'a> {
    pub(super) fn new(base: &'a dyn ReadTx) -> Overlay<'a> {
        Overlay { base, changes: Changes::new() }
    }

    pub(super) fn into_changes(self) -> Changes {
        self.changes
    }

    fn read(&self) -> Layer<'_> {
        Layer { base: self.base, changes: &self.changes }
    }
}

impl ReadTx for Overlay<'_> {
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.read().get(table, key)
    }

    fn scan(
        &self,
        table: &'static str,
        range: KeyRange<'_>,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError> {
        self.read().scan(table, range, order, visit)
    }
}

type Pending<'a> = (&'a Vec<u8>, &'a Option<Vec<u8>>);

/// Shows what `base` holds with `pending` laid over it, both coming in the same order.
fn merge<'a>(
    base: &dyn ReadTx,
    table: &'static str,
    range: KeyRange<'_>,
    order: Order,
    pending: impl Iterator<Item = Pending<'a>>,
    visit: &mut Visit<'_>,
) -> Result<(), StoreError> {
    let mut pending = pending.peekable();
    let comes_first = |a: &[u8], b: &[u8]| match order {
        Order::Ascending => a < b,
        Order::Descending => a > b,
    };
    let mut stopped = false;
    base.scan(table, range, order, &mut |key, value| {
        let flow = show_while(&mut pending, &mut |next| comes_first(next, key), visit)?;
        let flow = match (flow, pending.next_if(|(next, _)| next.as_slice() == key)) {
            (ControlFlow::Break(()), _) => flow,
            (ControlFlow::Continue(()), Some((_, Some(newer)))) => visit(key, newer)?,
            (ControlFlow::Continue(()), Some((_, None))) => flow,
            (ControlFlow::Continue(()), None) => visit(key, value)?,
        };
        stopped = flow.is_break();
        Ok(flow)
    })?;
    if !stopped {
        let _done = show_while(&mut pending, &mut |_| true, visit)?;
    }
    Ok(())
}

fn show_while<'a>(
    pending: &mut Peekable<impl Iterator<Item = Pending<'a>>>,
    wanted: &mut dyn FnMut(&[u8]) -> bool,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, StoreError> {
    while let Some((key, value)) = pending.next_if(|(key, _)| wanted(key)) {
        let Some(value) = value else { continue };
        if visit(key, value)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

impl WriteTx for Overlay<'_> {
    fn put(&mut self, table: &'static str, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        refuse_beyond(table, "key", key.len(), MAX_KEY_BYTES)?;
        refuse_beyond(table, "value", value.len(), MAX_VALUE_BYTES)?;
        self.changes.entry(table).or_default().insert(key.to_vec(), Some(value.to_vec()));
        Ok(())
    }

    fn delete(&mut self, table: &'static str, key: &[u8]) -> Result<bool, StoreError> {
        let was_there = match pending(&self.changes, table, key) {
            Some(value) => value.is_some(),
            None => self.base.get(table, key)?.is_some(),
        };
        if was_there {
            self.changes.entry(table).or_default().insert(key.to_vec(), None);
        }
        Ok(was_there)
    }
}

/// Lays `later` changes over earlier ones; how many bytes came.
pub(super) fn lay_over(earlier: &mut Changes, later: Changes) -> usize {
    let size =
        |(key, value): (&Vec<u8>, &Option<Vec<u8>>)| key.len() + value.as_ref().map_or(0, Vec::len);
    let bytes = later.values().flatten().map(size).sum();
    if earlier.is_empty() {
        *earlier = later;
        return bytes;
    }
    for (table, rows) in later {
        earlier.entry(table).or_default().extend(rows);
    }
    bytes
}

fn refuse_beyond(
    table: &'static str,
    what: &str,
    length: usize,
    limit: usize,
) -> Result<(), StoreError> {
    if length <= limit {
        return Ok(());
    }
    Err(StoreError::TooLarge {
        table,
        detail: format!("a {what} of {length} bytes, where {limit} is the limit"),
    })
}
