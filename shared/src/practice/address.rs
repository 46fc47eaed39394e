//! Filter, order and columns as short texts: what the address of the app says, and how an export is told what to hold.

use super::{Column, Condition, Sort, Test};

/// Between two conditions.
const NEXT: char = ';';
/// Between two values.
const VALUE: char = ',';

/// The names of the columns as they travel, in the order of [`Column::ALL`].
const COLUMNS: [&str; 29] = [
    "name",
    "tax_code",
    "matricola",
    "office",
    "state",
    "declared",
    "dm",
    "months_short",
    "missing",
    "not_balanced",
    "not_declared",
    "debts",
    "debt",
    "notices",
    "workforce",
    "deadline",
    "deadline_kind",
    "delegation",
    "assigned",
    "tags",
    "changes",
    "changed",
    "durc",
    "durc_until",
    "attention",
    "evidence",
    "evidence_durc",
    "requests",
    "unread",
];

/// The tests and their names as they travel.
const TESTS: [(Test, &str); 8] = [
    (Test::Is, "is"),
    (Test::IsNot, "is_not"),
    (Test::Contains, "contains"),
    (Test::AtLeast, "at_least"),
    (Test::AtMost, "at_most"),
    (Test::Within, "within"),
    (Test::Empty, "empty"),
    (Test::NotEmpty, "not_empty"),
];

impl Column {
    /// Its name as it travels.
    pub fn name(self) -> &'static str {
        let place = Self::ALL.iter().position(|each| *each == self);
        place.and_then(|place| COLUMNS.get(place)).copied().unwrap_or_default()
    }

    /// The column of a name.
    pub fn named(name: &str) -> Option<Self> {
        let place = COLUMNS.iter().position(|each| *each == name)?;
        Self::ALL.get(place).copied()
    }
}

/// `missing:at_least:1;office:is:Roma,Milano`
pub fn write_filter(filter: &[Condition]) -> String {
    let value =
        |value: &String| value.replace('\\', r"\\").replace(NEXT, r"\s").replace(VALUE, r"\c");
    let one = |each: &Condition| {
        let values: Vec<String> = each.values.iter().map(value).collect();
        let test = TESTS.iter().find(|(test, _)| *test == each.test).map_or("", |(_, name)| name);
        [each.column.name(), test, &values.join(",")].join(":")
    };
    filter.iter().map(one).collect::<Vec<_>>().join(";")
}

/// Reads a filter back; a condition that makes no sense is left out.
pub fn read_filter(text: &str) -> Vec<Condition> {
    text.split(NEXT).filter_map(read_condition).collect()
}

fn read_condition(text: &str) -> Option<Condition> {
    let mut parts = text.splitn(3, ':');
    let column = Column::named(parts.next()?)?;
    let name = parts.next()?;
    let (test, _) = TESTS.iter().find(|(_, each)| *each == name)?;
    let values = parts.next().filter(|values| !values.is_empty());
    let values = values.map(|values| values.split(VALUE).map(read_value).collect());
    let condition = Condition { column, test: *test, values: values.unwrap_or_default() };
    condition.is_sound().then_some(condition)
}

fn read_value(text: &str) -> String {
    let mut letters = text.chars();
    let mut read = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        read.push(match letter {
            '\\' => match letters.next() {
                Some('s') => NEXT,
                Some('c') => VALUE,
                other => other.unwrap_or('\\'),
            },
            letter => letter,
        });
    }
    read
}

/// `-missing,name`
pub fn write_sort(sort: &[Sort]) -> String {
    let one = |step: &Sort| [if step.descending { "-" } else { "" }, step.column.name()].concat();
    sort.iter().map(one).collect::<Vec<_>>().join(",")
}

/// Reads an order back; a step that makes no sense is left out.
pub fn read_sort(text: &str) -> Vec<Sort> {
    let one = |text: &str| {
        let (descending, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        Some(Sort { column: Column::named(name)?, descending })
    };
    text.split(',').filter_map(one).collect()
}

/// `name,dm,missing`
pub fn write_columns(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name()).collect::<Vec<_>>().join(",")
}

/// Reads columns back, the name always first and none twice; nothing if there is no other.
pub fn read_columns(text: &str) -> Option<Vec<Column>> {
    let mut columns = vec![Column::Name];
    for column in text.split(',').filter_map(Column::named) {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    (columns.len() > 1).then_some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_travel() {
        for column in Column::ALL {
            let wire = serde_json::to_string(&column).unwrap();
            assert_eq!(wire, format!("\"{}\"", column.name()));
            assert_eq!(Column::named(column.name()), Some(column));
        }
        for (test, name) in TESTS {
            assert_eq!(serde_json::to_string(&test).unwrap(), format!("\"{name}\""));
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let condition = |column, test, values: &[&str]| Condition {
            column,
            test,
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        let filter = vec![
            condition(Column::Missing, Test::AtLeast, &["1"]),
            condition(Column::Office, Test::Is, &[r"Roma, Nord; a\b", "Milano:1"]),
            condition(Column::Delegation, Test::Empty, &[]),
        ];
        assert_eq!(read_filter(&write_filter(&filter)), filter);
        assert!(write_filter(&filter).starts_with("missing:at_least:1;office:is:"));
        let by = |column, descending| Sort { column, descending };
        let sort = [by(Column::NotBalanced, true), by(Column::Name, false)];
        assert_eq!(write_sort(&sort), "-not_balanced,name");
        assert_eq!(read_sort("-not_balanced,name,nonsense"), sort);
        let columns = vec![Column::Name, Column::Dm, Column::Missing];
        assert_eq!(read_columns("dm,dm,missing"), Some(columns));
    }

    #[test]
    fn nonsense_is_left_out() {
        for text in
            ["", "missing", "missing:at_least", "missing:at_least:much", "state:within:1", ";;;"]
        {
            assert!(read_filter(text).is_empty(), "{text}");
        }
        assert_eq!(read_columns("x,y"), None);
    }
}
