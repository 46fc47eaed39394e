//! All clients as they lie in memory: column by column, ready to be searched and sorted.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use shared::calendar::Day;
use shared::fiscal::Matricola;
use shared::practice::{Clients, Column, Condition, Sieve, Value};

use crate::ui::grid::{ABSENT, Bits, Haystack, Needle, SortBy, order, ranks};

/// The clients and what was worked out about them. Compared by being the same object.
pub struct Desk {
    /// The columns.
    pub clients: Rc<Clients>,
    /// The day on which filters count days.
    pub today: Day,
    hay: OnceCell<Haystack>,
    keys: RefCell<HashMap<Column, Rc<[i64]>>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.clients, &other.clients) && self.today == other.today
    }
}

impl Desk {
    /// Takes in all clients.
    pub fn new(clients: Rc<Clients>, today: Day) -> Self {
        Self { clients, today, hay: OnceCell::new(), keys: RefCell::default() }
    }

    /// What is searched, made when it is first wanted: the first rows do not wait for it.
    pub fn hay(&self) -> &Haystack {
        self.hay.get_or_init(|| {
            let mut hay = Haystack::default();
            let named = self.clients.name.iter().zip(&self.clients.tax_code);
            for (row, (name, code)) in named.enumerate() {
                let matricole = self.clients.matricole(row).map(Matricola::as_str);
                hay.push([name.as_str(), code].into_iter().chain(matricole));
            }
            hay
        })
    }

    /// How many clients there are.
    pub fn len(&self) -> usize {
        self.clients.len()
    }

    /// Those that meet all conditions.
    pub fn meeting(&self, filter: &[Condition]) -> Bits {
        if filter.is_empty() {
            return Bits::all(self.len());
        }
        let read = |condition| Sieve::new(&self.clients, condition, self.today);
        let filter: Vec<Sieve<'_>> = filter.iter().map(read).collect();
        Bits::such_that(self.len(), |row: usize| filter.iter().all(|one| one.lets_through(row)))
    }

    /// Those in whose name or codes something typed is found.
    pub fn found(&self, needle: &Needle) -> Bits {
        match needle.is_empty() {
            true => Bits::all(self.len()),
            false => self.hay().found(needle),
        }
    }

    /// The first so many clients in which something typed is found.
    pub fn first_found(&self, needle: &Needle, most: usize) -> Vec<usize> {
        self.found(needle).iter().map(|row| row as usize).take(most).collect()
    }

    /// All clients in order; by name without a sorting.
    pub fn order(&self, sorting: &[SortBy]) -> Vec<u32> {
        let keys: Vec<(Rc<[i64]>, bool)> = sorting
            .iter()
            .filter_map(|step| Some((self.keys(*Column::ALL.get(step.column)?), step.descending)))
            .collect();
        let keys: Vec<(&[i64], bool)> = keys.iter().map(|(keys, down)| (&**keys, *down)).collect();
        order(self.len(), &keys)
    }

    /// What a column is sorted by, worked out once.
    fn keys(&self, column: Column) -> Rc<[i64]> {
        let known = self.keys.borrow().get(&column).cloned();
        known.unwrap_or_else(|| {
            let keys: Rc<[i64]> = self.work_out(column).into();
            self.keys.borrow_mut().insert(column, keys.clone());
            keys
        })
    }

    fn work_out(&self, column: Column) -> Vec<i64> {
        let clients = &self.clients;
        let values = || (0..clients.len()).map(|row| clients.value(row, column));
        match column {
            // They come by name.
            Column::Name => (0..clients.len() as i64).collect(),
            Column::Dm => {
                clients.dm.iter().map(|dm| dm.map_or(ABSENT, |state| state as i64)).collect()
            }
            Column::State => clients.state.iter().map(|state| *state as i64).collect(),
            Column::DeadlineKind => clients
                .deadline_kind
                .iter()
                .map(|kind| kind.map_or(ABSENT, |kind| kind as i64))
                .collect(),
            Column::TaxCode | Column::Matricola | Column::Office => {
                ranks(values().map(|value| match value {
                    Value::Text(text) => text,
                    _ => "",
                }))
            }
            _ => values().map(number).collect(),
        }
    }

    /// What a column of numbers comes to over some rows.
    pub fn sum(&self, column: Column, rows: &[u32]) -> i64 {
        let one = |row: &u32| match self.clients.value(*row as usize, column) {
            Value::Number(number) => number,
            _ => 0,
        };
        rows.iter().map(one).sum()
    }
}

fn number(value: Value<'_>) -> i64 {
    match value {
        Value::Number(number) => number,
        Value::Many(places) => places.first().map_or(ABSENT, |place| i64::from(*place)),
        Value::None | Value::Text(_) => ABSENT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::money::Euro;
    use shared::practice::Test;

    /// Three clients: names and codes, what is missing, workforce.
    fn desk() -> Desk {
        let clients = Clients {
            id: vec![Default::default(); 3],
            name: ["Àncora S.r.l.", "Bar Città", "Zeta"].map(str::to_owned).into(),
            tax_code: ["00000000001", "00000000002", "00000000003"].map(str::to_owned).into(),
            matricola: vec![None; 3],
            others: Matricola::parse("7012345763").map(|code| (1, code)).into_iter().collect(),
            missing: [0, 250_00, 10_00].map(Euro::from_cents).into(),
            workforce: vec![Some(4), None, Some(12)],
            ..Clients::default()
        };
        Desk::new(Rc::new(clients), Day::from_epoch_days(20_000))
    }

    fn by(column: Column, descending: bool) -> SortBy {
        let column = Column::ALL.iter().position(|each| *each == column).unwrap();
        SortBy { column, descending }
    }

    #[test]
    fn clients_are_found_filtered_sorted_and_summed() {
        let desk = desk();
        let found = |typed: &str| desk.found(&Needle::new(typed)).iter().collect::<Vec<_>>();
        assert_eq!(found("citta"), [1]);
        assert_eq!(found("0003"), [2]);
        assert_eq!(found("123457"), [1], "by a matricola that is not the first");
        assert_eq!(found(""), [0, 1, 2]);
        let short =
            Condition { column: Column::Missing, test: Test::AtLeast, values: vec!["1".into()] };
        assert_eq!(desk.meeting(&[short]).iter().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(desk.order(&[by(Column::Missing, true)]), [1, 2, 0]);
        assert_eq!(desk.order(&[by(Column::Workforce, true)]), [2, 0, 1]);
        assert_eq!(desk.order(&[by(Column::Name, true)]), [2, 1, 0]);
        assert_eq!(desk.sum(Column::Missing, &[1, 2]), 260_00);
        assert_eq!(desk.sum(Column::Workforce, &[0, 1, 2]), 16);
        assert_eq!(desk.first_found(&Needle::new("a"), 2), [0, 1]);
    }
}
