//! What the address says of the grid, so that it can be kept and sent: filter, order and columns as short texts.

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::practice::{Column, Condition, Sort};

use crate::api;

/// Between two conditions.
const NEXT: char = ';';
/// Between two values.
const VALUE: char = ',';

/// The name of a column or a test, as it travels.
fn name<T: Serialize>(named: &T) -> String {
    serde_json::to_string(named).unwrap_or_default().trim_matches('"').to_owned()
}

fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    plain.then(|| api::decode(&["\"", name, "\""].concat()).ok()).flatten()
}

/// `missing:at_least:1;office:is:Roma,Milano`
pub fn write_filter(filter: &[Condition]) -> String {
    let value =
        |value: &String| value.replace('\\', r"\\").replace(NEXT, r"\s").replace(VALUE, r"\c");
    let one = |each: &Condition| {
        let values: Vec<String> = each.values.iter().map(value).collect();
        [name(&each.column), name(&each.test), values.join(",")].join(":")
    };
    filter.iter().map(one).collect::<Vec<_>>().join(";")
}

/// Reads a filter back; a condition that makes no sense is left out.
pub fn read_filter(text: &str) -> Vec<Condition> {
    let value = |text: &str| {
        let mut letters = text.chars();
        let mut read = String::new();
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
    };
    let one = |text: &str| {
        let mut parts = text.splitn(3, ':');
        let (column, test) = (named(parts.next()?)?, named(parts.next()?)?);
        let values = parts.next().filter(|values| !values.is_empty());
        let values = values.map(|values| values.split(VALUE).map(value).collect());
        let condition = Condition { column, test, values: values.unwrap_or_default() };
        condition.is_sound().then_some(condition)
    };
    text.split(NEXT).filter_map(one).collect()
}

/// `-missing,name`
pub fn write_sort(sort: &[Sort]) -> String {
    let one = |step: &Sort| [if step.descending { "-" } else { "" }, &name(&step.column)].concat();
    sort.iter().map(one).collect::<Vec<_>>().join(",")
}

/// Reads an order back.
pub fn read_sort(text: &str) -> Vec<Sort> {
    let one = |text: &str| {
        let (descending, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        Some(Sort { column: named(name)?, descending })
    };
    text.split(',').filter_map(one).collect()
}

/// `name,dm,missing`
pub fn write_columns(columns: &[Column]) -> String {
    columns.iter().map(name).collect::<Vec<_>>().join(",")
}

/// Reads columns back, the name always first and none twice; nothing if there is none.
pub fn read_columns(text: &str) -> Option<Vec<Column>> {
    let mut columns = vec![Column::Name];
    for column in text.split(',').filter_map(named) {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    (columns.len() > 1).then_some(columns)
}

/// `missing:240,name:300`
pub fn write_widths(widths: &[(Column, u16)]) -> String {
    let one = |(column, width): &(Column, u16)| [name(column), width.to_string()].join(":");
    widths.iter().map(one).collect::<Vec<_>>().join(",")
}

/// Reads widths back.
pub fn read_widths(text: &str) -> Vec<(Column, u16)> {
    let one = |text: &str| {
        let (column, width) = text.split_once(':')?;
        Some((named(column)?, width.parse().ok()?))
    };
    text.split(',').filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::practice::Test;

    #[test]
    fn what_is_written_is_read_back() {
        let filter = vec![
            Condition { column: Column::Missing, test: Test::AtLeast, values: vec!["1".into()] },
            Condition {
                column: Column::Office,
                test: Test::Is,
                values: vec![r"Roma, Nord; a\b".into(), "Milano:1".into()],
            },
            Condition { column: Column::Delegation, test: Test::Empty, values: vec![] },
        ];
        assert_eq!(read_filter(&write_filter(&filter)), filter);
        assert!(write_filter(&filter).starts_with("missing:at_least:1;office:is:"));
        let sort = [
            Sort { column: Column::NotBalanced, descending: true },
            Sort { column: Column::Name, descending: false },
        ];
        assert_eq!(write_sort(&sort), "-not_balanced,name");
        assert_eq!(read_sort("-not_balanced,name,nonsense"), sort);
        assert_eq!(
            read_columns("dm,dm,missing"),
            Some(vec![Column::Name, Column::Dm, Column::Missing])
        );
        assert_eq!(read_widths(&write_widths(&[(Column::Dm, 200)])), [(Column::Dm, 200)]);
    }

    #[test]
    fn nonsense_is_left_out() {
        for text in [
            "",
            "missing",
            "missing:at_least",
            "missing:at_least:much",
            "name\":is:x",
            "state:within:1",
            ";;;",
        ] {
            assert!(read_filter(text).is_empty(), "{text}");
        }
        assert_eq!(read_columns("x,y"), None);
    }
}
