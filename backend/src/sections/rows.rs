//! The rows of a section: what is stored, or what other slices know.

use std::ops::ControlFlow;
use std::sync::Arc;

use shared::calendar::{Day, Instant};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::parameters::Set;
use shared::sections::matters::notices;
use shared::sections::{Cells, Field, Kind, Row, Section, SectionCount, Source, office_names};

use super::table::{RECORDS, TALLIES};
use super::{derived, service};
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::store::{Order, ReadTx, Span};

/// All rows of a section, in the order of their keys. What was fed of one stands before what is computed of it.
///
/// # Errors
/// Those of the store.
pub fn all(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    today: Day,
) -> Result<Vec<Row>> {
    let mut rows = known(tx, company, section, today)?;
    name_offices(tx, section, &mut rows, today)?;
    Ok(rows)
}

fn known(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    today: Day,
) -> Result<Vec<Row>> {
    let computed = derived::rows(tx, company, section, today)?;
    if !section.source.is_fed() {
        return Ok(computed);
    }
    let mut rows = Vec::new();
    let span = Span::prefix(&(company, section.number));
    RECORDS.scan(tx, &span, Order::Ascending, |(_, _, key), record| {
        if !record.removed {
            rows.push(Row::new(key, record.cells(section)));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if let Some(small) = Small::of(tx, section)? {
        rows.retain(|row| !small.is(&row.cells));
    }
    let fed = rows.len();
    for row in computed {
        if rows.iter().take(fed).all(|known| known.key != row.key) {
            rows.push(row);
        }
    }
    if rows.len() > fed {
        rows.sort_by(|a, b| a.key.cmp(&b.key));
    }
    Ok(rows)
}

/// What is kept and not shown: notices of a difference too small to be asked for (Msg INPS 666/2024). Whoever names one is given it.
pub struct Small {
    section: &'static Section,
    set: Arc<Set>,
}

impl Small {
    /// Of a section; none of one that shows all it has.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(tx: &dyn ReadTx, section: &Section) -> Result<Option<Self>> {
        match section.number == notices::SECTION.number {
            true => Ok(Some(Self { section: &notices::SECTION, set: parameters::current(tx)? })),
            false => Ok(None),
        }
    }

    /// Whether a record is such.
    pub fn is(&self, cells: &Cells) -> bool {
        let said = |name: &str| cells.get(self.section.field(name)?.0)?.as_deref();
        let issued = said("issued").and_then(Day::parse);
        let difference = said("differences").and_then(|text| Euro::parse(text).ok());
        let is_small = |(issued, difference)| self.set.notices.is_small(difference, issued);
        issued.zip(difference).map(is_small).is_some_and(|small| small == Ok(true))
    }
}

/// One row by its key.
///
/// # Errors
/// Those of the store.
pub fn one(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    key: &str,
    today: Day,
) -> Result<Option<Row>> {
    let stored = match section.source.is_fed() {
        true => RECORDS.get(tx, &(company, section.number, key.to_owned()))?,
        false => None,
    };
    let fed = stored.filter(|record| !record.removed);
    let mut row = match fed.map(|record| Row::new(key.to_owned(), record.cells(section))) {
        Some(row) => Some(row),
        None => {
            let rows = derived::rows(tx, company, section, today)?;
            rows.into_iter().find(|row| row.key == key)
        }
    };
    name_offices(tx, section, row.as_mut_slice(), today)?;
    Ok(row)
}

/// Says in rows what their offices are called today, where that is not what the table of offices says: renamed ones, and those opened since.
fn name_offices(tx: &dyn ReadTx, section: &Section, rows: &mut [Row], today: Day) -> Result<()> {
    let fields = section.fields.iter().enumerate();
    let places: Vec<(usize, &Field)> =
        fields.filter(|(_, field)| field.kind == Kind::Office).collect();
    if places.is_empty() {
        return Ok(());
    }
    let set = parameters::current(tx)?;
    for row in rows {
        let said = places
            .iter()
            .filter_map(|(place, field)| Some((*field, row.cells.get(*place)?.as_deref()?)));
        row.offices = office_names(said, &set.offices, today);
    }
    Ok(())
}

/// How full a section is.
///
/// # Errors
/// Those of the store.
pub fn count(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    today: Day,
) -> Result<SectionCount> {
    let slug = section.slug.to_owned();
    let tally = match section.source.is_fed() {
        true => TALLIES.get(tx, &(company, section.number))?,
        false => None,
    };
    let changed = tally.as_ref().map(|tally| Instant::from_millis(tally.changed));
    let shows_all = section.number != notices::SECTION.number;
    if section.source == Source::Feed && shows_all {
        let tally = tally.unwrap_or_default();
        let (count, attention) = (tally.count, tally.attention);
        return Ok(SectionCount { section: slug, title: None, count, attention, changed });
    }
    let rows = all(tx, company, section, today)?;
    let attention = rows.iter().filter(|row| service::wants_attention(section, &row.cells)).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(SectionCount {
        title: None,
        section: slug,
        count: number(rows.len()),
        attention: number(attention),
        changed,
    })
}
