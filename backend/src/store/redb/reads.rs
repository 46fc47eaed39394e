//! Reading redb's tables, in a snapshot and in the transaction of the writer.

use std::cell::RefCell;
use std::ops::Bound;
use std::path::Path;
use std::rc::Rc;

use ::redb::{
    ReadOnlyTable, ReadTransaction, ReadableDatabase, ReadableTable, ReadableTableMetadata,
    StorageError, TableDefinition, TableError, TableHandle,
};

use super::failure::guarded;
use super::shared::Shared;
use crate::store::engine::TableRows;
use crate::store::{KeyRange, Order, ReadTx, StoreError, Visit, closed};

/// Keys and values as redb knows them.
pub(super) type Bytes = &'static [u8];

type OpenTable = Rc<ReadOnlyTable<Bytes, Bytes>>;

/// The redb table of that name.
pub(super) fn definition(name: &str) -> TableDefinition<'_, Bytes, Bytes> {
    TableDefinition::new(name)
}

/// The last commit at the time of [`Snapshot::begin`].
pub(super) struct Snapshot<'a> {
    transaction: ReadTransaction,
    /// Tables met so far; `None` stands for one that does not exist.
    open: RefCell<Vec<(&'static str, Option<OpenTable>)>>,
    path: &'a Path,
}

impl Snapshot<'_> {
    pub(super) fn begin(shared: &Shared) -> Result<Snapshot<'_>, StoreError> {
        let database = shared.database();
        let database = database.as_ref().ok_or_else(closed)?;
        let transaction = guarded(&shared.path, || database.begin_read())?;
        Ok(Snapshot { transaction, open: RefCell::default(), path: &shared.path })
    }

    /// All tables and how many rows they have.
    pub(super) fn tables(&self) -> Result<Vec<TableRows>, StoreError> {
        self.names()?
            .into_iter()
            .map(|name| {
                let table = self.find(&name)?;
                let rows = table.map_or(Ok(0), |table| guarded(self.path, || table.len()))?;
                Ok(TableRows { name, rows })
            })
            .collect()
    }

    /// The names of all tables, in order.
    pub(super) fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut names: Vec<String> = guarded(self.path, || {
            let tables = self.transaction.list_tables()?;
            Ok::<_, StorageError>(tables.map(|table| table.name().to_owned()).collect())
        })?;
        names.sort_unstable();
        Ok(names)
    }

    /// The table of that name, if anything was ever written to it.
    pub(super) fn find(&self, name: &str) -> Result<Option<OpenTable>, StoreError> {
        guarded(self.path, || match self.transaction.open_table(definition(name)) {
            Ok(table) => Ok(Some(Rc::new(table))),
            Err(TableError::TableDoesNotExist(_)) => Ok(None),
            Err(other) => Err(other),
        })
    }

    fn table(&self, name: &'static str) -> Result<Option<OpenTable>, StoreError> {
        let known = self.open.borrow().iter().find(|(known, _)| *known == name).cloned();
        if let Some((_, table)) = known {
            return Ok(table);
        }
        let table = self.find(name)?;
        self.open.borrow_mut().push((name, table.clone()));
        Ok(table)
    }

    /// The file read from, for messages.
    pub(super) fn path(&self) -> &Path {
        self.path
    }
}

impl ReadTx for Snapshot<'_> {
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.table(table)?.map_or(Ok(None), |table| get(self.path, &*table, key))
    }

    fn scan(
        &self,
        table: &'static str,
        range: KeyRange<'_>,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError> {
        self.table(table)?.map_or(Ok(()), |table| scan(self.path, &*table, range, order, visit))
    }
}

/// The value under `key`.
pub(super) fn get(
    path: &Path,
    table: &impl ReadableTable<Bytes, Bytes>,
    key: &[u8],
) -> Result<Option<Vec<u8>>, StoreError> {
    guarded(path, || Ok::<_, StorageError>(table.get(key)?.map(|value| value.value().to_vec())))
}

/// Shows the pairs of `range` to `visit` in `order`.
pub(super) fn scan(
    path: &Path,
    table: &impl ReadableTable<Bytes, Bytes>,
    range: KeyRange<'_>,
    order: Order,
    visit: &mut Visit<'_>,
) -> Result<(), StoreError> {
    if range.is_empty() {
        return Ok(());
    }
    let bounds: (Bound<&[u8]>, Bound<&[u8]>) = (range.start, range.end);
    let mut pairs = guarded(path, || table.range::<&[u8]>(bounds))?;
    loop {
        let pair = guarded(path, || {
            let pair = match order {
                Order::Ascending => pairs.next(),
                Order::Descending => pairs.next_back(),
            };
            pair.transpose()
        })?;
        let Some((key, value)) = pair else { return Ok(()) };
        if visit(key.value(), value.value())?.is_break() {
            return Ok(());
        }
    }
}
