//! What other slices do at a desk: the demo world furnishes one.

use shared::ids::{CompanyId, PracticeId, TagId, ViewId};
use shared::practice::{Layout, TagColor};

use super::table::{TAGGED, TAGS, Tag, VIEWS};
use super::{desk, views};
use crate::store::{StoreError, WriteTx};

/// Puts a tag on the desk of a practice, and on some of its clients.
///
/// # Errors
/// Those of the store.
pub fn furnish_tag(
    tx: &mut dyn WriteTx,
    practice: PracticeId,
    id: TagId,
    (name, color): (&str, TagColor),
    companies: impl IntoIterator<Item = CompanyId>,
) -> Result<(), StoreError> {
    let (kind, which) = desk::of_practice(practice);
    let color = super::tags::color_number(color);
    TAGS.put(tx, &(kind, which, id), &Tag { name: name.to_owned(), color, version: 1 })?;
    companies.into_iter().try_for_each(|company| TAGGED.put(tx, &(kind, which, company, id)))
}

/// Puts a shared view on the desk of a practice.
///
/// # Errors
/// Those of the store.
pub fn furnish_view(
    tx: &mut dyn WriteTx,
    practice: PracticeId,
    id: ViewId,
    name: &str,
    layout: &Layout,
) -> Result<(), StoreError> {
    let (kind, which) = desk::of_practice(practice);
    VIEWS.put(tx, &(kind, which, id), &views::record(name, true, 1, layout))
}
