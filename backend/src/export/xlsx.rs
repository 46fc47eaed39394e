//! A workbook: the table with typed cells on the first sheet, what it is and who exported it on the second.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use shared::calendar::{Day, Instant};

use super::sheet::{Cell, Kind, Sheet, Stamp};
use super::text::{ABOUT, neutral};
use crate::fault::{Error, Result};

/// Most characters of a cell.
const LONGEST: usize = 32_767;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (9, 60);
/// The number of A4 among Excel's papers.
const A4: u8 = 9;

/// A workbook in the making.
pub(super) struct Writer {
    table: Worksheet,
    formats: Formats,
    kinds: Vec<Kind>,
    widths: Vec<usize>,
    rows: u32,
}

/// How cells of each kind are shown.
struct Formats {
    head: Format,
    text: Format,
    count: Format,
    euro: Format,
    rate: Format,
    day: Format,
    month: Format,
    moment: Format,
}

impl Formats {
    fn new() -> Self {
        let shown = |pattern: &str| Format::new().set_num_format(pattern);
        Self {
            head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            // `@` keeps a code a text when somebody edits the cell.
            text: shown("@"),
            count: shown("#,##0"),
            euro: shown("#,##0.00"),
            rate: shown("0.00##%"),
            day: shown("dd/mm/yyyy"),
            month: shown("mm/yyyy"),
            moment: shown("dd/mm/yyyy hh:mm"),
        }
    }
}

impl Writer {
    pub(super) fn new(sheet: &Sheet) -> Result<Self> {
        let formats = Formats::new();
        let mut table = Worksheet::new();
        let mut widths = Vec::with_capacity(sheet.columns.len());
        for (place, column) in (0_u16..).zip(&sheet.columns) {
            let label = neutral(&column.label);
            table.write_string_with_format(0, place, &*label, &formats.head).map_err(failed)?;
            widths.push(label.chars().count());
        }
        let kinds = sheet.columns.iter().map(|column| column.kind).collect();
        Ok(Self { table, formats, kinds, widths, rows: 0 })
    }

    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows += 1;
        let row = self.rows;
        let places = (0_u16..).zip(&mut self.widths);
        for ((place, width), cell) in places.zip(cells) {
            let (formats, table) = (&self.formats, &mut self.table);
            let number = |table: &mut Worksheet, number: f64, format: &Format| {
                table.write_number_with_format(row, place, number, format).map(drop)
            };
            match cell {
                Cell::Empty => Ok(()),
                Cell::Text(text) => {
                    let text = shortened(&neutral(text));
                    *width = (*width).max(text.chars().count());
                    table.write_string_with_format(row, place, text, &formats.text).map(drop)
                }
                Cell::Count(count) => number(table, *count as f64, &formats.count),
                Cell::Euro(amount) => number(table, amount.cents() as f64 / 100.0, &formats.euro),
                Cell::Rate(rate) => {
                    number(table, f64::from(rate.millionths()) / 1e6, &formats.rate)
                }
                Cell::Day(day) => number(table, serial(*day), &formats.day),
                Cell::Month(month) => number(table, serial(month.first_day()), &formats.month),
                Cell::Moment(moment) => number(table, serial_moment(*moment), &formats.moment),
            }
            .map_err(failed)?;
        }
        Ok(())
    }

    pub(super) fn finish(
        mut self,
        sheet: &Sheet,
        stamp: &Stamp,
        head: &[(&'static str, String)],
    ) -> Result<Vec<u8>> {
        self.lay_out(sheet).map_err(failed)?;
        let mut about = Worksheet::new();
        let mut book = Workbook::new();
        let made = (|| {
            about.set_name(ABOUT.of(sheet.lang))?;
            about.set_column_width(0, 24)?.set_column_width(1, WIDTHS.1 as f64)?;
            for (row, (label, text)) in (0_u32..).zip(head) {
                about.write_string_with_format(row, 0, *label, &self.formats.head)?;
                about.write_string_with_format(row, 1, &*neutral(text), &self.formats.text)?;
            }
            book.set_properties(&properties(sheet, stamp)?);
            book.push_worksheet(self.table);
            book.push_worksheet(about);
            book.save_to_buffer()
        })();
        made.map_err(failed)
    }

    /// Names the sheet, holds its first row still, lets its columns be filtered, and makes it fit on paper.
    fn lay_out(&mut self, sheet: &Sheet) -> std::result::Result<(), XlsxError> {
        let table = &mut self.table;
        table.set_name(sheet_name(&sheet.title))?;
        table.set_freeze_panes(1, 0)?;
        table.set_repeat_rows(0, 0)?;
        table.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        if let Some(last) = u16::try_from(self.kinds.len()).ok().and_then(|n| n.checked_sub(1)) {
            table.autofilter(0, 0, self.rows, last)?;
        }
        for ((place, kind), width) in (0_u16..).zip(&self.kinds).zip(&self.widths) {
            let figures = match kind {
                Kind::Text | Kind::Code | Kind::Count | Kind::Rate => WIDTHS.0,
                Kind::Day | Kind::Month => 12,
                Kind::Euro => 15,
                Kind::Moment => 17,
            };
            // Room for the arrow of the filter.
            let width = (*width + 2).clamp(figures, WIDTHS.1);
            table.set_column_width(place, width as f64)?;
        }
        Ok(())
    }
}

fn properties(sheet: &Sheet, stamp: &Stamp) -> std::result::Result<DocProperties, XlsxError> {
    let (day, hour, minute) = stamp.at.clock_in_rome();
    let number = |part: u32| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or(1970);
    let at = ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))?;
    let at = at.and_hms(u16::try_from(hour).unwrap_or_default(), number(minute), 0.0)?;
    Ok(DocProperties::new()
        .set_title(&sheet.title)
        .set_author(&stamp.person)
        .set_creation_datetime(&at))
}

/// Days since 30/12/1899, as spreadsheets count them.
fn serial(day: Day) -> f64 {
    const SINCE_1899: i64 = 25_569;
    (day.epoch_days() + SINCE_1899) as f64
}

fn serial_moment(moment: Instant) -> f64 {
    let (day, hour, minute) = moment.clock_in_rome();
    serial(day) + f64::from(hour * 60 + minute) / 1440.0
}

/// A title as the name of a sheet: at most 31 characters, and none of those that references are made of.
fn sheet_name(title: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let name: String = title.chars().filter(allowed).take(31).collect();
    if name.trim().is_empty() { "Cassetto".to_owned() } else { name.trim().to_owned() }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as map_err wants it")]
fn failed(error: XlsxError) -> Error {
    anyhow::anyhow!("a workbook could not be written: {error}").into()
}
