//! Bulk requests as stored.

use minicbor::{Decode, Encode};
use shared::bulk::{Obstacle, Stage};
use shared::calendar::Instant;
use shared::ids::{BulkId, CompanyId, PersonId, RequestId};

use crate::store::{Index, Table};

/// All of one but its companies.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Head {
    #[n(0)]
    pub version: u64,
    /// When it was last written, or sent.
    #[cbor(n(1), with = "crate::codec")]
    pub at: Instant,
    /// See [`STAGES`].
    #[n(2)]
    pub stage: u8,
    /// The number of its topic, or nought.
    #[n(3)]
    pub topic: u16,
    #[n(4)]
    pub subject: String,
    #[n(5)]
    pub text: String,
    /// How many rows there are.
    #[n(6)]
    pub total: u32,
    #[n(7)]
    pub sent: u32,
    #[n(8)]
    pub refused: u32,
    /// The number of the last row that is done.
    #[n(9)]
    pub done: u32,
}

/// A company of one.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct RowRecord {
    /// Nothing where the code is of no company that the caller knew.
    #[cbor(n(0), with = "crate::codec")]
    pub company: CompanyId,
    /// As it was given.
    #[n(1)]
    pub tax_code: String,
    #[n(2)]
    pub result: Option<Outcome>,
}

/// What became of a row.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) enum Outcome {
    /// A request, and its number as written.
    #[n(0)]
    Sent(#[cbor(n(0), with = "crate::codec")] RequestId, #[n(1)] String),
    /// Why there is none; see [`Obstacle::ALL`].
    #[n(1)]
    Refused(#[n(0)] u8),
}

/// The stages by their number as stored.
pub(super) const STAGES: [Stage; 3] = [Stage::Written, Stage::Sending, Stage::Done];

impl Head {
    pub fn stage(&self) -> Stage {
        STAGES.get(usize::from(self.stage)).copied().unwrap_or_default()
    }

    pub fn set_stage(&mut self, stage: Stage) {
        let place = STAGES.iter().position(|one| *one == stage).unwrap_or_default();
        self.stage = u8::try_from(place).unwrap_or_default();
    }
}

/// An obstacle as stored.
pub(super) fn stored(obstacle: Obstacle) -> u8 {
    let place = Obstacle::ALL.iter().position(|one| *one == obstacle).unwrap_or_default();
    u8::try_from(place).unwrap_or_default()
}

/// Whose, and which.
pub(super) const BULKS: Table<(PersonId, BulkId), Head> = Table::new("bulk");
/// By bulk request and number of the row, from 1.
pub(super) const ROWS: Table<(BulkId, u32), RowRecord> = Table::new("bulk.rows");
/// Those that are being sent.
pub(super) const SENDING: Index<(PersonId, BulkId)> = Index::new("bulk.sending");
