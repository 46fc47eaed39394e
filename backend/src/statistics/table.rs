//! Counts of requests that are over, and of what comes and goes, as stored.

use minicbor::{Decode, Encode};
use shared::ids::PersonId;
use shared::statistics::Histogram;

use super::usual::Kept;
use crate::store::Table;

/// A histogram: pairs of working days and requests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Counts {
    #[n(0)]
    pairs: Vec<(u16, u32)>,
}

impl From<Counts> for Histogram {
    fn from(counts: Counts) -> Self {
        Self::of(counts.pairs)
    }
}

impl From<&Histogram> for Counts {
    fn from(histogram: &Histogram) -> Self {
        Self { pairs: histogram.pairs().to_vec() }
    }
}

/// What came to an office on a day, and what left it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Flow {
    #[n(0)]
    pub came: u32,
    #[n(1)]
    pub went: u32,
}

/// Stands for every office and for every group of topics: neither has this number.
pub(super) const ALL: u16 = 0;

/// By office, month of the last answer and topic; of every office under [`ALL`].
pub(super) const BY_TOPIC: Table<(u16, i32, u16), Counts> = Table::new("statistics.by_topic");
/// By group of topics, month and office; of every group under [`ALL`].
pub(super) const BY_OFFICE: Table<(u16, i32, u16), Counts> = Table::new("statistics.by_office");
/// By office and topic: what its requests of the months that are told of come to.
pub(super) const USUAL: Table<(u16, u16), Kept> = Table::new("statistics.usual");
/// By office, operator and day.
pub(super) const BY_PERSON: Table<(u16, PersonId, i64), Counts> =
    Table::new("statistics.by_person");
/// How many said the same: by office, day, stars, and the place of what was good or hard, from 1; 0 where nobody said.
pub(super) type Ratings = Table<(u16, i64, u8, u8), u32>;
/// Of how it was in all.
pub(super) const RATINGS: Ratings = Table::new("statistics.ratings");
/// Of how it was to send a request.
pub(super) const SENDINGS: Ratings = Table::new("statistics.sendings");
/// By office and day.
pub(super) const FLOWS: Table<(u16, i64), Flow> = Table::new("statistics.flows");
