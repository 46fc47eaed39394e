//! Records of archives, read field by field.

use shared::calendar::{Day, Month};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::sections::{Cells, FieldRole, Section, Subject, by_slug, key_words};

use crate::fault::Result;
use crate::sections::service as sections;
use crate::store::ReadTx;

/// A record of an archive.
pub struct Record {
    section: &'static Section,
    key: String,
    cells: Cells,
}

/// The records of an archive of a company.
pub fn all(tx: &dyn ReadTx, company: CompanyId, slug: &str, today: Day) -> Result<Vec<Record>> {
    let Some(section) = by_slug(slug) else { return Ok(Vec::new()) };
    let rows = sections::all(tx, company, section, today)?;
    Ok(rows.into_iter().map(|row| Record { section, key: row.key, cells: row.cells }).collect())
}

impl Record {
    /// Which it is.
    pub fn subject(&self) -> Subject {
        Subject { section: self.section.number, key: self.key.clone() }
    }

    /// What it is called, in no language: a code of a table has words in three, and the key tells the record apart in any of them.
    pub fn title(&self) -> String {
        key_words(&self.key)
    }

    /// The code of its state, in an archive whose records have one.
    pub fn state(&self) -> Option<&str> {
        let (place, _) = self.section.role(FieldRole::Status)?;
        self.cells.get(place)?.as_deref()
    }

    /// The canonical text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        let (place, _) = self.section.field(field)?;
        self.cells.get(place)?.as_deref()
    }

    /// A text that every record has.
    pub fn name(&self, field: &str) -> String {
        self.text(field).unwrap_or_default().to_owned()
    }

    /// Whether a field says a code.
    pub fn says(&self, field: &str, code: &str) -> bool {
        self.text(field) == Some(code)
    }

    /// A day.
    pub fn day(&self, field: &str) -> Option<Day> {
        Day::parse(self.text(field)?)
    }

    /// A month.
    pub fn month(&self, field: &str) -> Option<Month> {
        Month::parse(self.text(field)?)
    }

    /// An amount; nothing where nothing is said.
    pub fn euro(&self, field: &str) -> Euro {
        self.text(field).and_then(|text| Euro::parse(text).ok()).unwrap_or_default()
    }
}
