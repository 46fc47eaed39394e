//! Changes of data that no feed brings: what the register, the declarations and the payments say, in the shape of their sections.

use shared::changes::{ChangeKind, FieldChange, Subject};
use shared::ids::CompanyId;
use shared::sections::{Cells, FieldRole, SECTIONS, Section, Source, key};

use super::service::Change;

/// What a derived section says of one row: canonical texts by the field names of its [`Source`], in the same order each time.
pub type Facts = Vec<(&'static str, Option<String>)>;

/// The change between two states of a row, if there is one. What was added or removed is told by its principal fields.
pub fn change(
    company: CompanyId,
    source: Source,
    title: &str,
    before: Option<&Facts>,
    after: Option<&Facts>,
) -> Option<Change> {
    let section = SECTIONS.iter().copied().find(|section| section.source == source)?;
    let (kind, fields) = match (before, after) {
        (None, None) => return None,
        (Some(before), Some(after)) => (ChangeKind::Changed, differing(before, after)),
        (None, Some(after)) => (ChangeKind::Added, principal(section, after, false)),
        (Some(before), None) => (ChangeKind::Removed, principal(section, before, true)),
    };
    if kind == ChangeKind::Changed && fields.is_empty() {
        return None;
    }
    let subject =
        Subject { section: section.number, key: key(section, &cells(section, after.or(before)?)) };
    Some(Change { company, subject, kind, title: title.to_owned(), fields })
}

fn cells(section: &Section, facts: &Facts) -> Cells {
    let cell = |name: &str| {
        facts.iter().find(|(fact, _)| *fact == name).and_then(|(_, text)| text.clone())
    };
    section.fields.iter().map(|field| cell(field.name)).collect()
}

fn differing(before: &Facts, after: &Facts) -> Vec<FieldChange> {
    before
        .iter()
        .zip(after)
        .filter(|((_, before), (_, after))| before != after)
        .map(|((name, before), (_, after))| FieldChange {
            field: (*name).to_owned(),
            before: before.clone(),
            after: after.clone(),
        })
        .collect()
}

fn principal(section: &Section, facts: &Facts, removed: bool) -> Vec<FieldChange> {
    let is_principal = |name: &str| {
        section.field(name).is_some_and(|(_, field)| {
            matches!(field.role, FieldRole::Status | FieldRole::Amount | FieldRole::Date)
        })
    };
    let told = facts.iter().filter(|(name, text)| text.is_some() && is_principal(name));
    told.map(|(name, text)| {
        let (before, after) = if removed { (text.clone(), None) } else { (None, text.clone()) };
        FieldChange { field: (*name).to_owned(), before, after }
    })
    .collect()
}

/// An amount as records write it: `1276.00`.
pub fn euro(amount: shared::money::Euro) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// The code that a field of a source has at a place of its table of codes.
pub fn code(source: Source, field: &str, place: usize) -> Option<String> {
    let section = SECTIONS.iter().find(|section| section.source == source)?;
    let (_, field) = section.field(field)?;
    let shared::sections::Kind::Code(codes) = field.kind else { return None };
    codes.get(place).map(|code| code.code.to_owned())
}
