//! Where the chamber of commerce and the institute's register do not say the same (M32 against M10 and M11).

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::sections::{Difference, Field, Row, SECTIONS, Section, Source};

use super::{derived, rows};
use crate::companies::fold;
use crate::fault::Result;
use crate::store::ReadTx;

/// The capability of the chamber's data, whose first section is the extract.
const CHAMBER: &str = "M32";
/// The capability of the detailed registry data, whose first section has one record on the whole company.
const DETAIL: &str = "M11";
/// Fields that both have, about the extract and not about the company.
const OF_THE_EXTRACT: [&str; 2] = ["extracted", "certified"];

/// Fields of the detailed data that the chamber has under another name.
const NAMES: [(&str, &str); 3] =
    [("legal_nature", "legal_form"), ("chamber_state", "state"), ("ateco_2007", "ateco")];

/// Marks what the other source says differently, and what only one of the two says; of what is owed, what payments have settled since.
///
/// # Errors
/// Those of the store.
pub fn mark(
    tx: &dyn ReadTx,
    company: CompanyId,
    section: &'static Section,
    marked: &mut [Row],
    today: Day,
) -> Result<()> {
    if marked.is_empty() {
        return Ok(());
    }
    derived::paid::mark(tx, company, section, marked, today)?;
    for other in counterparts(section) {
        let Some(said) = rows::all(tx, company, other, today)?.into_iter().next_back() else {
            continue;
        };
        for row in &mut *marked {
            for difference in differences(section, row, other, &said) {
                if row.differs.iter().all(|known| known.field != difference.field) {
                    row.differs.push(difference);
                }
            }
        }
    }
    Ok(())
}

/// The sections with which a section is compared: the chamber's with both of the institute's, each of those with the chamber's.
fn counterparts(section: &Section) -> Vec<&'static Section> {
    let first =
        |matches: fn(&Section) -> bool| SECTIONS.iter().copied().find(|other| matches(other));
    let chamber = first(|other| other.row == CHAMBER);
    let brief = first(|other| other.source == Source::Company);
    let detail = first(|other| other.row == DETAIL);
    let found = |of: Option<&Section>| of.is_some_and(|of| of.number == section.number);
    let others = match found(chamber) {
        true => [brief, detail],
        false if found(brief) || found(detail) => [chamber, None],
        false => [None, None],
    };
    others.into_iter().flatten().collect()
}

/// The field of another section that says the same as a field.
fn same(field: &Field, other: &Section) -> Option<(usize, &'static Field)> {
    let named = |(ours, chambers): &(&str, &'static str)| {
        (*ours == field.name).then(|| other.field(chambers)).flatten()
    };
    let back = |(ours, chambers): &(&'static str, &str)| {
        (*chambers == field.name).then(|| other.field(ours)).flatten()
    };
    other
        .field(field.name)
        .or_else(|| NAMES.iter().find_map(named))
        .or_else(|| NAMES.iter().find_map(back))
        .filter(|(_, theirs)| theirs.kind == field.kind)
}

/// The fields of which the two say different things, or one of them nothing.
fn differences(section: &Section, row: &Row, other: &Section, said: &Row) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (field, cell) in section.fields.iter().zip(&row.cells) {
        let Some((place, _)) = same(field, other) else { continue };
        let theirs = said.cells.get(place).and_then(Option::as_ref);
        let agree = cell.as_deref().map(plain) == theirs.map(|theirs| plain(theirs));
        if !agree && !OF_THE_EXTRACT.contains(&field.name) {
            differences.push(Difference {
                field: field.name.to_owned(),
                section: other.slug.to_owned(),
                other: theirs.cloned(),
                day: None,
            });
        }
    }
    differences
}

/// A value without what offices write in different ways: case, accents, blanks and dots.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',')).collect()
}
