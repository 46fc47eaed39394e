//! Saved filters as stored.

use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::ids::{FilterId, PersonId};

use crate::store::Table;

/// A saved filter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Filter {
    #[n(0)]
    pub name: String,
    /// Name and value of each term.
    #[n(1)]
    pub terms: Vec<(String, String)>,
    #[cbor(n(2), with = "crate::codec")]
    pub used: Instant,
}

/// Whose, of which list (its place in [`shared::filters::Of::ALL`]), and which.
pub(super) const FILTERS: Table<(PersonId, u8, FilterId), Filter> = Table::new("filters");
