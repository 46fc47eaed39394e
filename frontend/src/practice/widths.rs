//! The widths of the columns as a short text, for the memory of this device.

use shared::practice::Column;

/// `missing:240,name:300`
pub fn write_widths(widths: &[(Column, u16)]) -> String {
    let one = |(column, width): &(Column, u16)| [column.name(), ":", &width.to_string()].concat();
    widths.iter().map(one).collect::<Vec<_>>().join(",")
}

/// Reads widths back.
pub fn read_widths(text: &str) -> Vec<(Column, u16)> {
    let one = |text: &str| {
        let (column, width) = text.split_once(':')?;
        Some((Column::named(column)?, width.parse().ok()?))
    };
    text.split(',').filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_read_back() {
        let widths = [(Column::Dm, 200), (Column::Name, 300)];
        assert_eq!(read_widths(&write_widths(&widths)), widths);
        assert!(read_widths("nonsense:1,dm:wide,,").is_empty());
    }
}
