//! Filter and order of the grid: the same in the app and wherever the server makes a list of a view.

use core::cmp::Ordering;
use core::ops::RangeInclusive;

use super::{Clients, Column, Condition, Office, Sort, Test};
use crate::calendar::{Day, Month};
use crate::companies::PositionState;
use crate::deadlines::Kind;
use crate::declarations::DmState;
use crate::durc::Light;

/// What a cell holds, as far as filters and orders go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    None,
    /// A text: a name, a code, the name of a state as it travels.
    Text(&'a str),
    /// A number; cents of an amount; of a day the days since 1970, of a month its index.
    Number(i64),
    /// Places in the list of tags or of collaborators.
    Many(&'a [u16]),
}

impl Clients {
    /// What the cell of a row and column holds; nothing in a row that there is not.
    pub fn value(&self, row: usize, column: Column) -> Value<'_> {
        let day = |list: &[Option<Day>]| match list.get(row) {
            Some(Some(day)) => Value::Number(day.epoch_days()),
            _ => Value::None,
        };
        let text = |text: Option<&'static str>| text.map_or(Value::None, Value::Text);
        match column {
            Column::Name => self.name.get(row).map_or(Value::None, |name| Value::Text(name)),
            Column::TaxCode => self.tax_code.get(row).map_or(Value::None, |code| Value::Text(code)),
            Column::Matricola => match self.matricola.get(row) {
                Some(Some(matricola)) => Value::Text(matricola.as_str()),
                _ => Value::None,
            },
            Column::Office => {
                let place = self.office.get(row).copied().flatten().map(usize::from);
                let office = place.and_then(|place| self.offices.get(place));
                office.map_or(Value::None, |office| Value::Text(&office.name))
            }
            Column::State => text(self.state.get(row).map(|state| state_name(*state))),
            Column::Declared => match self.declared.get(row) {
                Some(Some(month)) => Value::Number(i64::from(month.index())),
                _ => Value::None,
            },
            Column::Dm => text(self.dm.get(row).copied().flatten().map(dm_name)),
            Column::Missing => {
                self.missing.get(row).map_or(Value::None, |euro| Value::Number(euro.cents()))
            }
            Column::Debt => {
                self.debt.get(row).map_or(Value::None, |euro| Value::Number(euro.cents()))
            }
            Column::Workforce => match self.workforce.get(row) {
                Some(Some(count)) => Value::Number(i64::from(*count)),
                _ => Value::None,
            },
            Column::Deadline => day(&self.deadline),
            Column::DeadlineKind => {
                text(self.deadline_kind.get(row).copied().flatten().map(kind_name))
            }
            Column::Delegation => day(&self.delegation),
            Column::Assigned => {
                self.assigned.get(row).map_or(Value::None, |places| Value::Many(places))
            }
            Column::Tags => self.tagged.get(row).map_or(Value::None, |places| Value::Many(places)),
            Column::Changed => day(&self.changed),
            Column::Durc => text(self.durc.get(row).copied().flatten().map(light_name)),
            Column::DurcUntil => day(&self.durc_until),
            Column::Attention => {
                self.attention(row).map_or(Value::None, |count| Value::Number(i64::from(count)))
            }
            counted => self
                .counts(counted)
                .get(row)
                .map_or(Value::None, |count| Value::Number(i64::from(*count))),
        }
    }

    /// A column of plain numbers; nothing of one that holds something else.
    pub fn counts(&self, column: Column) -> &[u32] {
        match column {
            Column::MonthsShort => &self.months_short,
            Column::NotBalanced => &self.not_balanced,
            Column::NotDeclared => &self.not_declared,
            Column::Debts => &self.debts,
            Column::Notices => &self.notices,
            Column::Changes => &self.changes,
            Column::Evidence => &self.evidence,
            Column::EvidenceDurc => &self.evidence_durc,
            Column::Requests => &self.requests,
            Column::Unread => &self.unread,
            _ => &[],
        }
    }

    /// The texts that a condition names: of offices their names, since that is what cells hold.
    fn texts_of<'a>(&'a self, column: Column, values: &'a [String]) -> Vec<&'a str> {
        let named = |office: &&Office| {
            values.iter().any(|value| *value == office.code || *value == office.name)
        };
        match column {
            Column::Office => {
                self.offices.iter().filter(named).map(|office| office.name.as_str()).collect()
            }
            _ => values.iter().map(String::as_str).collect(),
        }
    }

    /// The places of the tags or collaborators whose ids a condition names.
    fn places_of(&self, column: Column, ids: &[String]) -> Vec<u16> {
        let places = |known: &mut dyn Iterator<Item = String>| {
            let named = (0_u16..).zip(known).filter(|(_, id)| ids.contains(id));
            named.map(|(place, _)| place).collect()
        };
        match column {
            Column::Tags => places(&mut self.tags.iter().map(|tag| tag.id.to_string())),
            Column::Assigned => {
                places(&mut self.staff.iter().map(|colleague| colleague.id.to_string()))
            }
            _ => Vec::new(),
        }
    }
}

/// A condition read once, for the many rows that it is put to. Of one that is not sound ([`Condition::is_sound`]), nothing is promised.
#[derive(Debug)]
pub struct Sieve<'a> {
    clients: &'a Clients,
    column: Column,
    asks: Asks<'a>,
}

/// What a condition asks of a cell.
#[derive(Debug)]
enum Asks<'a> {
    Empty(bool),
    /// Whether it is one of these, or none of them: as texts, as numbers, as places in the list of tags or collaborators.
    OneOf {
        is: bool,
        texts: Vec<&'a str>,
        numbers: Vec<i64>,
        places: Vec<u16>,
    },
    Contains(String),
    Within(RangeInclusive<i64>),
    Nothing,
}

impl<'a> Sieve<'a> {
    /// Reads a condition about some clients, on a day from which it counts days.
    pub fn new(clients: &'a Clients, condition: &'a Condition, today: Day) -> Self {
        let (column, values) = (condition.column, condition.values.as_slice());
        let first = values.first();
        let bound = || first.and_then(|text| number(column, text));
        let days = || first.and_then(|text| text.parse::<u16>().ok()).map(i64::from);
        let within = |range: Option<RangeInclusive<i64>>| range.map_or(Asks::Nothing, Asks::Within);
        let asks = match condition.test {
            Test::Empty => Asks::Empty(true),
            Test::NotEmpty => Asks::Empty(false),
            Test::Is | Test::IsNot => Asks::OneOf {
                is: condition.test == Test::Is,
                texts: clients.texts_of(column, values),
                numbers: values.iter().filter_map(|text| number(column, text)).collect(),
                places: clients.places_of(column, values),
            },
            Test::Contains => first.map_or(Asks::Nothing, |part| Asks::Contains(fold(part))),
            Test::AtLeast => within(bound().map(|least| least..=i64::MAX)),
            Test::AtMost => within(bound().map(|most| i64::MIN..=most)),
            Test::Within => within(days().map(|days| i64::MIN..=today.epoch_days() + days)),
        };
        Self { clients, column, asks }
    }

    /// Whether it lets a row through.
    pub fn lets_through(&self, row: usize) -> bool {
        match (self.clients.value(row, self.column), &self.asks) {
            (value, Asks::Empty(wanted)) => is_empty(value) == *wanted,
            (value, Asks::OneOf { is, texts, numbers, places }) => {
                let one = match value {
                    Value::None => false,
                    Value::Text(text) => texts.contains(&text),
                    Value::Number(number) => numbers.contains(&number),
                    Value::Many(own) => own.iter().any(|place| places.contains(place)),
                };
                one == *is
            }
            (Value::Text(text), Asks::Contains(part)) => fold(text).contains(part),
            (Value::Number(number), Asks::Within(range)) => range.contains(&number),
            _ => false,
        }
    }
}

fn is_empty(value: Value<'_>) -> bool {
    match value {
        Value::None => true,
        Value::Text(text) => text.is_empty(),
        Value::Number(_) => false,
        Value::Many(places) => places.is_empty(),
    }
}

/// The number that a condition's value means in a column.
pub(super) fn number(column: Column, text: &str) -> Option<i64> {
    match column {
        Column::Declared => Month::parse(text).map(|month| i64::from(month.index())),
        Column::Deadline | Column::Delegation | Column::Changed | Column::DurcUntil => {
            Day::parse(text).map(Day::epoch_days)
        }
        _ => text.parse().ok(),
    }
}

impl Condition {
    /// Whether its test suits its column and its values suit both.
    pub fn is_sound(&self) -> bool {
        use Column as C;
        let column = self.column;
        let dated = matches!(column, C::Deadline | C::Delegation | C::Changed | C::DurcUntil);
        let text = matches!(column, C::Name | C::TaxCode | C::Matricola | C::Office);
        let named =
            matches!(column, C::State | C::Dm | C::DeadlineKind | C::Assigned | C::Tags | C::Durc);
        let numeric = !text && !named;
        match self.test {
            Test::Empty | Test::NotEmpty => self.values.is_empty(),
            Test::Is | Test::IsNot => {
                !self.values.is_empty()
                    && (!numeric || self.values.iter().all(|value| number(column, value).is_some()))
            }
            Test::Contains => text && self.values.len() == 1,
            Test::AtLeast | Test::AtMost => {
                numeric
                    && matches!(self.values.as_slice(), [value] if number(column, value).is_some())
            }
            Test::Within => {
                dated && matches!(self.values.as_slice(), [value] if value.parse::<u16>().is_ok())
            }
        }
    }
}

/// The rows that meet all conditions, in the order asked for; rows that are equal there stay in the grid's order, which is by name.
pub fn select(clients: &Clients, filter: &[Condition], sort: &[Sort], today: Day) -> Vec<u32> {
    let filter: Vec<Sieve<'_>> =
        filter.iter().map(|condition| Sieve::new(clients, condition, today)).collect();
    let mut rows: Vec<u32> = (0_u32..)
        .take(clients.len())
        .filter(|row| filter.iter().all(|sieve| sieve.lets_through(*row as usize)))
        .collect();
    if !sort.is_empty() {
        rows.sort_by(|a, b| compare(clients, sort, *a as usize, *b as usize));
    }
    rows
}

fn compare(clients: &Clients, sort: &[Sort], a: usize, b: usize) -> Ordering {
    sort.iter()
        .map(|criterion| {
            let (a, b) = (clients.value(a, criterion.column), clients.value(b, criterion.column));
            let ordering = match (is_empty(a), is_empty(b)) {
                (true, true) => return Ordering::Equal,
                (true, false) => return Ordering::Greater,
                (false, true) => return Ordering::Less,
                (false, false) => by_value(criterion.column, a, b),
            };
            if criterion.descending { ordering.reverse() } else { ordering }
        })
        .find(|ordering| ordering.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn by_value(column: Column, a: Value<'_>, b: Value<'_>) -> Ordering {
    match (a, b) {
        // The worst last, so that descending order begins with it.
        (Value::Text(a), Value::Text(b)) if column == Column::Dm => severity(a).cmp(&severity(b)),
        (Value::Text(a), Value::Text(b)) if column == Column::Durc => gravity(a).cmp(&gravity(b)),
        (Value::Text(a), Value::Text(b)) => fold(a).cmp(&fold(b)),
        (Value::Number(a), Value::Number(b)) => a.cmp(&b),
        (Value::Many(a), Value::Many(b)) => a.cmp(b),
        _ => Ordering::Equal,
    }
}

fn severity(dm: &str) -> usize {
    [DmState::Balanced, DmState::Provisional, DmState::ProvisionalAnomalous, DmState::NotGenerable]
        .into_iter()
        .position(|state| dm_name(state) == dm)
        .unwrap_or(usize::MAX)
}

fn gravity(light: &str) -> usize {
    [Light::Green, Light::Yellow, Light::Red]
        .into_iter()
        .position(|each| light_name(each) == light)
        .unwrap_or(usize::MAX)
}

const fn light_name(light: Light) -> &'static str {
    match light {
        Light::Green => "green",
        Light::Yellow => "yellow",
        Light::Red => "red",
    }
}

const fn state_name(state: PositionState) -> &'static str {
    match state {
        PositionState::Active => "active",
        PositionState::CeasedProvisionally => "ceased_provisionally",
        PositionState::Ceased => "ceased",
        PositionState::Suspended => "suspended",
        PositionState::Reactivated => "reactivated",
        PositionState::Bankrupt => "bankrupt",
    }
}

const fn dm_name(state: DmState) -> &'static str {
    match state {
        DmState::Balanced => "balanced",
        DmState::Provisional => "provisional",
        DmState::ProvisionalAnomalous => "provisional_anomalous",
        DmState::NotGenerable => "not_generable",
    }
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::F24 => "f24",
        Kind::Uniemens => "uniemens",
        Kind::Delegation => "delegation",
        Kind::Record => "record",
        Kind::Durc => "durc",
        Kind::Instalment => "instalment",
        Kind::Deferral => "deferral",
        Kind::Construction => "construction",
        Kind::Prescription => "prescription",
    }
}

/// Lower case without the accents that Italian and German names have, for comparing names.
pub fn fold(text: &str) -> String {
    text.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests;
