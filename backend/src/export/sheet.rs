//! What is exported: columns, typed cells, and a stamp that says who, when, for whom and with which filter.

use std::borrow::Cow;

use shared::calendar::{Day, Instant, Month};
use shared::lang::Lang;
use shared::money::{Euro, Rate};
use shared::sections::{self, Field, Phrase, phrase};

/// Everything of a table but its rows, which are handed over one after another so that none of them need be kept.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it is a list of; also the name of the workbook's sheet and, with the day, of the file.
    pub title: String,
    /// Language of the labels, and of how days and amounts are printed.
    pub lang: Lang,
    /// The columns.
    pub columns: Vec<Column>,
    /// Which filters chose the rows; none if these are all rows there are.
    pub filters: Vec<Filter>,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its label.
    pub label: Cow<'static, str>,
    /// What its cells hold.
    pub kind: Kind,
}

impl Column {
    /// A column with this label.
    pub fn new(label: Phrase, lang: Lang, kind: Kind) -> Self {
        Self { label: label.of(lang).into(), kind }
    }

    /// The column of a section's field.
    pub fn of(field: &Field, lang: Lang) -> Self {
        Self { label: field.label(lang).into(), kind: Kind::of(field.kind) }
    }
}

/// What the cells of a column hold: how wide it is and where they stand. A cell may be empty, or a text where there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Codes: never shortened, never taken for numbers.
    Code,
    /// Whole numbers.
    Count,
    /// Amounts.
    Euro,
    /// Rates.
    Rate,
    /// Days.
    Day,
    /// Months of competence.
    Month,
    /// Moments.
    Moment,
}

impl Kind {
    /// What cells of a section's field hold.
    pub const fn of(kind: sections::Kind) -> Self {
        match kind {
            sections::Kind::Text(_) | sections::Kind::Code(_) | sections::Kind::Flag => Kind::Text,
            sections::Kind::Day => Kind::Day,
            sections::Kind::Month => Kind::Month,
            sections::Kind::Moment => Kind::Moment,
            sections::Kind::Euro => Kind::Euro,
            sections::Kind::Percent => Kind::Rate,
            sections::Kind::Count => Kind::Count,
            _ => Kind::Code,
        }
    }

    /// Whether cells stand at the right.
    pub const fn is_figure(self) -> bool {
        matches!(self, Kind::Count | Kind::Euro | Kind::Rate)
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words or a code; neutralised by the renderers.
    Text(String),
    /// A whole number.
    Count(i64),
    /// An amount.
    Euro(Euro),
    /// A rate.
    Rate(Rate),
    /// A day.
    Day(Day),
    /// A month of competence.
    Month(Month),
    /// A moment, shown as Rome's clocks do.
    Moment(Instant),
}

impl Cell {
    /// A text; nothing if it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// The cell of a section's field, from its canonical text: figures and days as what they are, all else as a person reads it.
    pub fn of(field: &Field, canonical: &str, lang: Lang) -> Self {
        let typed = match field.kind {
            sections::Kind::Day => {
                Day::parse(canonical).filter(|day| *day != Day::OPEN_END).map(Cell::Day)
            }
            sections::Kind::Month => Month::parse(canonical).map(Cell::Month),
            sections::Kind::Moment => moment(canonical).map(Cell::Moment),
            sections::Kind::Euro => Euro::parse(canonical).ok().map(Cell::Euro),
            sections::Kind::Percent => Rate::from_percent_str(canonical).ok().map(Cell::Rate),
            sections::Kind::Count => canonical.parse().ok().map(Cell::Count),
            // As they are written in forms and files, not as they are spaced for the eye.
            sections::Kind::Matricola | sections::Kind::Csc | sections::Kind::Ateco => {
                Some(Cell::text(canonical))
            }
            _ => None,
        };
        typed.unwrap_or_else(|| Cell::text(sections::cell(field, canonical, lang)))
    }

    /// Yes or no.
    pub fn yes(is: bool, lang: Lang) -> Self {
        let words = if is { phrase("Sì", "Yes", "Ja") } else { phrase("No", "No", "Nein") };
        words.of(lang).into()
    }

    /// A number of things.
    pub fn count(count: impl Into<u64>) -> Self {
        Cell::Count(i64::try_from(count.into()).unwrap_or(i64::MAX))
    }
}

/// A moment by the clocks of Rome, `2026-11-22T09:12`.
fn moment(canonical: &str) -> Option<Instant> {
    let (day, time) = canonical.split_once('T')?;
    let (hour, minute) = time.split_once(':')?;
    Instant::from_rome(Day::parse(day)?, hour.parse().ok()?, minute.parse().ok()?).ok()
}

impl<C: Into<Cell>> From<Option<C>> for Cell {
    fn from(cell: Option<C>) -> Self {
        cell.map_or(Cell::Empty, Into::into)
    }
}
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::text(text)
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::text(text)
    }
}
impl From<Euro> for Cell {
    fn from(euro: Euro) -> Self {
        Cell::Euro(euro)
    }
}
impl From<Rate> for Cell {
    fn from(rate: Rate) -> Self {
        Cell::Rate(rate)
    }
}
impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Cell::Day(day)
    }
}
impl From<Month> for Cell {
    fn from(month: Month) -> Self {
        Cell::Month(month)
    }
}
impl From<Instant> for Cell {
    fn from(moment: Instant) -> Self {
        Cell::Moment(moment)
    }
}
impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Cell::count(count)
    }
}

/// A filter that chose the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The field's name in the request, as the audit log has it.
    pub field: &'static str,
    /// What a person calls it.
    pub label: &'static str,
    /// What was asked for, in words.
    pub value: String,
    /// What was asked for, as the audit log has it: a code, a year, a day. Nothing for what a person typed, which may name somebody.
    pub code: Option<String>,
}

impl Filter {
    /// By a code: the audit log says which.
    pub fn by_code(
        field: &'static str,
        label: &'static str,
        value: impl Into<String>,
        code: &dyn std::fmt::Display,
    ) -> Self {
        Self { field, label, value: value.into(), code: Some(code.to_string()) }
    }

    /// By something typed: the audit log says that there was something.
    pub fn by_text(field: &'static str, label: &'static str, value: impl Into<String>) -> Self {
        Self { field, label, value: value.into(), code: None }
    }
}

/// Who exported it, when, and about whom.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Name of who.
    pub person: String,
    /// When.
    pub at: Instant,
    /// Name and tax code of the company it is about, if it is about one.
    pub company: Option<String>,
}
