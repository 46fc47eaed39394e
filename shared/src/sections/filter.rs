//! Narrowing and ordering a list.

use core::cmp::Ordering;

use super::{Cells, Field, Kind, Section};
use crate::money::Euro;

/// One condition of a list: `field:value`, or `field:from..to` with either end open, for days, months, years, moments and numbers.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The field's place.
    pub place: usize,
    /// The field.
    pub field: &'static Field,
    /// The least that passes; the only one if `to` is the same.
    pub from: Option<String>,
    /// The greatest that passes.
    pub to: Option<String>,
}

impl Filter {
    /// Reads `state:open,competence_from:2025-01..2025-12`: all of it must hold.
    ///
    /// # Errors
    /// The name of the field that does not exist, cannot be filtered by, or has a value that cannot be such a value.
    pub fn parse(section: &Section, text: &str) -> Result<Vec<Self>, String> {
        text.split(',')
            .filter(|part| !part.is_empty())
            .map(|part| Self::one(section, part))
            .collect()
    }

    fn one(section: &Section, text: &str) -> Result<Self, String> {
        let (name, value) = text.split_once(':').unwrap_or((text, ""));
        let refused = || name.to_owned();
        let (place, field) =
            section.field(name).filter(|(_, field)| field.filter).ok_or_else(refused)?;
        let read = |text: &str| match text.is_empty() {
            true => Ok(None),
            false => field.kind.read(text).map(Some).map_err(|_| refused()),
        };
        let (from, to) = match value.split_once("..") {
            Some((from, to)) if field.kind.has_ranges() => (read(from)?, read(to)?),
            _ => (read(value)?, read(value)?),
        };
        if from.is_none() && to.is_none() {
            return Err(refused());
        }
        Ok(Self { place, field, from, to })
    }

    /// Whether a record passes; one that says nothing there does not.
    pub fn passes(&self, cells: &Cells) -> bool {
        let Some(Some(cell)) = cells.get(self.place) else { return false };
        let order = |other: &String| compare(self.field.kind, cell, other);
        self.from.as_ref().is_none_or(|from| order(from).is_ge())
            && self.to.as_ref().is_none_or(|to| order(to).is_le())
    }
}

impl Kind {
    /// Whether a filter may ask for a range.
    pub const fn has_ranges(self) -> bool {
        self.is_number() || matches!(self, Kind::Day | Kind::Month | Kind::Year | Kind::Moment)
    }
}

/// The order of two records by a field; where a record says nothing it comes last.
pub fn sorting(field: &Field, place: usize, descending: bool, a: &Cells, b: &Cells) -> Ordering {
    match (at(a, place), at(b, place)) {
        (Some(a), Some(b)) => match descending {
            true => compare(field.kind, b, a),
            false => compare(field.kind, a, b),
        },
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn at(cells: &Cells, place: usize) -> Option<&str> {
    cells.get(place)?.as_deref()
}

/// The order of two canonical texts.
fn compare(kind: Kind, a: &str, b: &str) -> Ordering {
    match kind {
        Kind::Euro => amount(a).cmp(&amount(b)),
        Kind::Count => whole(a).cmp(&whole(b)),
        Kind::Percent => percent(a).cmp(&percent(b)),
        // The order in which the codes are written is that of what they mean.
        Kind::Code(codes) => {
            let place = |text: &str| codes.iter().position(|code| code.code == text);
            place(a).cmp(&place(b))
        }
        Kind::Text(_) => a.to_lowercase().cmp(&b.to_lowercase()),
        _ => a.cmp(b),
    }
}

fn amount(text: &str) -> Euro {
    Euro::parse(text).unwrap_or_default()
}

fn whole(text: &str) -> u64 {
    text.parse().unwrap_or_default()
}

fn percent(text: &str) -> u32 {
    crate::money::Rate::from_percent_str(text).unwrap_or_default().millionths()
}
