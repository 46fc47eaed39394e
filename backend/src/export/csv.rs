//! CSV as Italian spreadsheets open it by a double click: RFC 4180 with semicolons, decimal comma, UTF-8 with a byte order mark.

use std::fmt::Write;

use shared::calendar::{Day, Month};
use shared::format;
use shared::lang::Lang;

use super::sheet::{Cell, Sheet};
use super::text::neutral;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file in the making.
pub(super) struct Writer {
    body: String,
}

impl Writer {
    pub(super) fn new(sheet: &Sheet) -> Self {
        let mut writer = Self { body: String::new() };
        writer.line(sheet.columns.iter().map(|column| quoted(&column.label)));
        writer
    }

    pub(super) fn row(&mut self, cells: &[Cell]) {
        self.line(cells.iter().map(field));
    }

    /// The head, an empty line, and the table.
    pub(super) fn finish(self, head: &[(&'static str, String)]) -> Vec<u8> {
        let mut file = Self { body: BYTE_ORDER_MARK.to_owned() };
        for (label, text) in head {
            file.line([quoted(label), quoted(text)].into_iter());
        }
        file.body.push_str("\r\n");
        file.body.push_str(&self.body);
        file.body.into_bytes()
    }

    fn line(&mut self, fields: impl Iterator<Item = String>) {
        for (number, field) in fields.enumerate() {
            if number > 0 {
                self.body.push(';');
            }
            self.body.push_str(&field);
        }
        self.body.push_str("\r\n");
    }
}

/// Texts are quoted always, so that no separator of another locale divides them; figures and days never, so that they stay what they
/// are. Whatever the language of the labels, they are written as in Italy.
fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => quoted(text),
        Cell::Count(count) => count.to_string(),
        Cell::Euro(amount) => {
            let cents = amount.cents().unsigned_abs();
            let minus = if amount.is_negative() { "-" } else { "" };
            format!("{minus}{},{:02}", cents / 100, cents % 100)
        }
        Cell::Rate(rate) => {
            let mut text = String::new();
            // Writing to a string does not fail.
            let _ =
                write!(text, "{},{:04}%", rate.millionths() / 10_000, rate.millionths() % 10_000);
            text
        }
        Cell::Day(day) => italian(*day),
        Cell::Month(month) => italian_month(*month),
        Cell::Moment(moment) => {
            let (day, hour, minute) = moment.clock_in_rome();
            format!("{} {hour:02}:{minute:02}", italian(day))
        }
    }
}

fn italian(day: Day) -> String {
    format::day(day, Lang::It)
}

fn italian_month(month: Month) -> String {
    format::month(month, Lang::It)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", neutral(text).replace('"', "\"\""))
}
