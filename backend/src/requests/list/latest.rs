//! All requests that are at offices, the one in which something happened last first: read from an index as far as they are asked for.

use std::collections::VecDeque;

use serde::Deserialize;
use shared::calendar::{Day, Instant};
use shared::ids::RequestId;
use shared::offices::OfficeCode;
use shared::requests::{Level, List, Outcome, State};

use crate::fault::Result;
use crate::requests::table::{Head, LATEST, REQUESTS};
use crate::store::{Order, ReadTx, Span, Store, WriteTx};

/// Where a request stands among those of its office: on which shelf, and by when something last happened.
type Key = (u16, u8, i64, RequestId);

/// When something last happened in a request, and which it is.
pub(super) type At = (i64, RequestId);

/// Rows read at a time: those of a page of a list, and some more.
const AT_ONCE: usize = 64;
/// Requests read at a time where the index is built.
const AT_A_TIME: usize = 500;

/// A state of each shelf.
const STATES: [State; 8] = [
    State::Routed,
    State::InCharge(Level::First),
    State::Closed(Outcome::Accepted),
    State::Closed(Outcome::Partly),
    State::Closed(Outcome::Rejected),
    State::Closed(Outcome::NotPertinent),
    State::Closed(Outcome::Withdrawn),
    State::Closed(Outcome::Merged),
];

/// The shelf of what stands so: one for each standing, and one for each outcome of what is over. The numbers are stored.
const fn shelf(state: State) -> u8 {
    match state {
        State::Routed | State::Awaiting(None) => 0,
        State::InCharge(_) | State::Awaiting(Some(_)) => 1,
        State::Closed(Outcome::Accepted) => 2,
        State::Closed(Outcome::Partly) => 3,
        State::Closed(Outcome::Rejected) => 4,
        State::Closed(Outcome::NotPertinent) => 5,
        State::Closed(Outcome::Withdrawn) => 6,
        State::Closed(Outcome::Merged) => 7,
    }
}

/// What of a request says where it stands: nothing else of it is taken in.
#[derive(Deserialize)]
struct Brief {
    office: OfficeCode,
    state: State,
    updated: Instant,
}

impl Brief {
    fn of(head: &Head) -> Self {
        Self { office: head.office, state: head.state, updated: head.updated }
    }

    fn key(&self, id: RequestId) -> Key {
        (self.office.number(), shelf(self.state), self.updated.millis(), id)
    }
}

/// Lets a request stand where its head says, and where it stood so far no more. Before the head is kept.
pub(in crate::requests) fn stand(tx: &mut dyn WriteTx, id: RequestId, head: &Head) -> Result<()> {
    let now = Brief::of(head).key(id);
    if let Some(row) = REQUESTS.get(tx, &id)? {
        let before = row.read::<Brief>()?.key(id);
        if before == now {
            return Ok(());
        }
        LATEST.delete(tx, &before)?;
    }
    Ok(LATEST.put(tx, &now)?)
}

/// Takes a request out that is kept no longer.
pub(in crate::requests) fn remove(tx: &mut dyn WriteTx, id: RequestId, head: &Head) -> Result<()> {
    LATEST.delete(tx, &Brief::of(head).key(id))?;
    Ok(())
}

/// Fills the index in a store that was written before there was one: in one transaction, so that one that has rows has all of them.
pub(in crate::requests) fn index(store: &Store) -> Result<()> {
    if store.read(|tx| LATEST.count(tx, &Span::all(), 1))? > 0 {
        return Ok(());
    }
    let (mut keys, mut cursor) = (Vec::new(), None);
    loop {
        let page = store.read(|tx| {
            let (all, order) = (Span::all(), Order::Ascending);
            REQUESTS.page(tx, all, order, cursor.as_ref(), AT_A_TIME, |_, _| true)
        })?;
        for (id, row) in page.items {
            keys.push(row.read::<Brief>()?.key(id));
        }
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    if keys.is_empty() {
        return Ok(());
    }
    store.transact_blocking(move |tx| {
        keys.iter().try_for_each(|key| LATEST.put(tx, key))?;
        Ok(())
    })
}

/// Whether nothing is asked for but what the index says: how it stands or ended, and between which days something last happened.
pub(super) fn is_indexed(list: &List) -> bool {
    let List { standing, outcome, updated_from, updated_to, cursor, limit, .. } = list.clone();
    let alone =
        List { standing, outcome, updated_from, updated_to, cursor, limit, ..List::default() };
    *list == alone
}

/// The requests of offices that can be what a list asks for by what the index says, one after another.
pub(super) struct Latest<'a> {
    tx: &'a dyn ReadTx,
    shelves: Vec<Shelf>,
}

/// A shelf of an office, as far as it was read.
struct Shelf {
    place: (u16, u8),
    span: Span<Key>,
    /// What was read last.
    cursor: Option<Key>,
    /// Whether there is no more to be read.
    is_over: bool,
    rows: VecDeque<At>,
}

impl<'a> Latest<'a> {
    pub fn of(tx: &'a dyn ReadTx, list: &List, offices: &[OfficeCode]) -> Self {
        let begins = |day: Day| Instant::from_rome(day, 0, 0).ok().map(Instant::millis);
        // Nothing happens in a request before it is opened.
        let from = list.updated_from.max(list.opened_from).and_then(begins).unwrap_or(i64::MIN);
        let to = list.updated_to.and_then(|day| begins(day.plus_days(1))).unwrap_or(i64::MAX);
        let is_asked = |state: &State| {
            list.standing.is_none_or(|standing| state.standing() == standing)
                && list.outcome.is_none_or(|outcome| *state == State::Closed(outcome))
        };
        let mut shelves = Vec::new();
        for office in offices {
            for state in STATES.into_iter().filter(is_asked) {
                let place @ (office, shelf) = (office.number(), shelf(state));
                let span = Span::between(&(office, shelf, from), &(office, shelf, to));
                let rows = VecDeque::new();
                shelves.push(Shelf { place, span, cursor: None, is_over: false, rows });
            }
        }
        Self { tx, shelves }
    }

    /// Those that come after a place.
    pub fn after(mut self, (at, id): At) -> Self {
        for shelf in &mut self.shelves {
            shelf.cursor = Some((shelf.place.0, shelf.place.1, at, id));
        }
        self
    }

    /// How many there are, whatever they come after, counting no further than `at_most`.
    pub fn counted(&self, at_most: usize) -> Result<usize> {
        self.shelves.iter().try_fold(0, |sum: usize, shelf| {
            Ok(sum + LATEST.count(self.tx, &shelf.span, at_most.saturating_sub(sum))?)
        })
    }
}

impl Shelf {
    fn fill(&mut self, tx: &dyn ReadTx) -> Result<()> {
        if self.is_over || !self.rows.is_empty() {
            return Ok(());
        }
        let (span, cursor) = (self.span.clone(), self.cursor.as_ref());
        let page = LATEST.page(tx, span, Order::Descending, cursor, AT_ONCE)?;
        self.is_over = page.next.is_none();
        self.cursor = page.next;
        self.rows.extend(page.items.into_iter().map(|(.., at, id)| (at, id)));
        Ok(())
    }
}

impl Iterator for Latest<'_> {
    type Item = Result<At>;

    fn next(&mut self) -> Option<Self::Item> {
        for shelf in &mut self.shelves {
            if let Err(error) = shelf.fill(self.tx) {
                return Some(Err(error));
            }
        }
        let latest = self.shelves.iter_mut().max_by_key(|shelf| shelf.rows.front().copied())?;
        latest.rows.pop_front().map(Ok)
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;
    use shared::requests::Standing;

    const ROWS: u128 = 500;

    fn office(number: u16) -> OfficeCode {
        OfficeCode::from_number(number).unwrap()
    }

    /// Rows of two offices on every shelf, several at the same moment.
    fn rows() -> Vec<Key> {
        let of = |n: u128| [7010, 4900][usize::from(n.is_multiple_of(3))];
        let at = |n: u128| i64::try_from(n * 37 % 101).unwrap() * 3_600_000;
        let row = |n: u128| (of(n), u8::try_from(n % 8).unwrap(), at(n), RequestId::from_u128(n));
        (0..ROWS).map(row).collect()
    }

    fn store() -> Store {
        let store = Store::in_memory().unwrap();
        store
            .transact_blocking(|tx| rows().iter().try_for_each(|row| LATEST.put(tx, row)))
            .unwrap();
        store
    }

    fn read(store: &Store, list: &List, offices: &[u16], after: Option<At>) -> Vec<At> {
        let offices: Vec<OfficeCode> = offices.iter().copied().map(office).collect();
        let read = |tx: &dyn ReadTx| {
            let latest = Latest::of(tx, list, &offices);
            match after {
                Some(after) => latest.after(after).collect(),
                None => latest.collect::<Result<_>>(),
            }
        };
        store.read(read).unwrap()
    }

    fn expected(is_asked: impl Fn(&Key) -> bool) -> Vec<At> {
        let asked = rows().into_iter().filter(is_asked);
        let mut asked: Vec<At> = asked.map(|(.., at, id)| (at, id)).collect();
        asked.sort_unstable_by_key(|at| Reverse(*at));
        asked
    }

    #[test]
    fn shelves_of_several_offices_are_read_as_one_from_anywhere() {
        let store = store();
        let all = expected(|_| true);
        assert_eq!(read(&store, &List::default(), &[7010, 4900], None), all);
        assert_eq!(read(&store, &List::default(), &[7010], None), expected(|row| row.0 == 7010));
        assert_eq!(read(&store, &List::default(), &[], None), []);
        for place in [0, 1, 63, 64, 250, all.len() - 1] {
            let rest = read(&store, &List::default(), &[7010, 4900], Some(all[place]));
            assert_eq!(rest, all[place + 1..]);
        }
        let both = [office(7010), office(4900)];
        let count = |at_most| {
            store.read(|tx| Latest::of(tx, &List::default(), &both).counted(at_most)).unwrap()
        };
        assert_eq!((count(10), count(1_000)), (10, all.len()));
    }

    #[test]
    fn a_standing_an_outcome_and_days_are_read_alone() {
        let store = store();
        let day = |day: i64| Some(Day::from_epoch_days(day));
        let rome = |row: &Key| Instant::from_millis(row.2).day_in_rome().epoch_days();
        let open = List { standing: Some(Standing::Open), ..List::default() };
        assert_eq!(read(&store, &open, &[7010], None), expected(|row| row.0 == 7010 && row.1 == 0));
        let closed = List { standing: Some(Standing::Closed), ..List::default() };
        assert_eq!(read(&store, &closed, &[7010, 4900], None), expected(|row| row.1 >= 2));
        let partly = List { outcome: Some(Outcome::Partly), ..closed };
        assert_eq!(read(&store, &partly, &[7010, 4900], None), expected(|row| row.1 == 3));
        let none = List { outcome: Some(Outcome::Partly), ..open };
        assert_eq!(read(&store, &none, &[7010, 4900], None), []);
        let days = List { updated_from: day(1), updated_to: day(2), ..List::default() };
        let found = read(&store, &days, &[7010, 4900], None);
        assert_eq!(found, expected(|row| (1..=2).contains(&rome(row))));
        assert!(!found.is_empty() && is_indexed(&days));
        let opened = List { opened_from: day(3), ..days };
        assert_eq!(read(&store, &opened, &[7010, 4900], None), []);
        assert!(!is_indexed(&opened));
    }

    #[test]
    fn every_state_has_a_shelf_and_every_shelf_a_state() {
        assert_eq!(STATES.map(shelf), [0, 1, 2, 3, 4, 5, 6, 7]);
        for level in [Level::First, Level::Second] {
            assert_eq!([State::InCharge(level), State::Awaiting(Some(level))].map(shelf), [1, 1]);
        }
        assert_eq!(shelf(State::Awaiting(None)), 0);
    }
}
