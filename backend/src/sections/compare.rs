//! Where the chamber of commerce and the institute's register do not say the same (M32 against M10 and M11).

use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::sections::{Difference, Row, SECTIONS, Section, Source};

use super::rows;
use crate::companies::fold;
use crate::fault::Result;
use crate::store::ReadTx;

/// The capability of the chamber's data.
const CHAMBER: &str = "M32";
/// The capability of the detailed registry data, whose first section has one record on the whole company.
const DETAIL: &str = "M11";
/// Fields that both have, about the extract and not about the company.
const OF_THE_EXTRACT: [&str; 2] = ["extracted", "certified"];

/// Marks what the other source says differently.
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
    let Some(other) = counterpart(section).filter(|_| !marked.is_empty()) else { return Ok(()) };
    let Some(said) = rows::all(tx, company, other, today)?.into_iter().next_back() else {
        return Ok(());
    };
    for row in marked {
        row.differs = differences(section, row, other, &said);
    }
    Ok(())
}

/// The section with which a section is compared.
fn counterpart(section: &Section) -> Option<&'static Section> {
    let first =
        |matches: fn(&Section) -> bool| SECTIONS.iter().copied().find(|other| matches(other));
    let of_the_company = section.source == Source::Company
        || first(|other| other.row == DETAIL).is_some_and(|detail| detail.number == section.number);
    match section.row {
        CHAMBER => first(|other| other.source == Source::Company),
        _ if of_the_company => first(|other| other.row == CHAMBER),
        _ => None,
    }
}

/// The fields of one name that say different things; what only one of them says is no difference.
fn differences(section: &Section, row: &Row, other: &Section, said: &Row) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (field, cell) in section.fields.iter().zip(&row.cells) {
        let Some((place, counterpart)) = other.field(field.name) else { continue };
        let theirs = said.cells.get(place).and_then(Option::as_ref);
        let (Some(cell), Some(theirs)) = (cell, theirs) else { continue };
        let comparable = counterpart.kind == field.kind && !OF_THE_EXTRACT.contains(&field.name);
        if comparable && plain(cell) != plain(theirs) {
            differences.push(Difference {
                field: field.name.to_owned(),
                section: other.slug.to_owned(),
                other: Some(theirs.clone()),
            });
        }
    }
    differences
}

/// A value without what offices write in different ways: case, accents, blanks and dots.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',')).collect()
}
