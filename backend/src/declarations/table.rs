//! Declarations as stored. Amounts in cents, instants in milliseconds since 1970.

use std::cmp::Reverse;

use minicbor::{Decode, Encode};
use shared::calendar::Month;
use shared::ids::{CompanyId, DeclarationId};

use crate::store::Table;

/// A declaration, its workers aside.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Record {
    /// Matricola of the position; none for collaborators.
    #[n(0)]
    pub matricola: Option<String>,
    #[n(1)]
    pub workers: u32,
    #[n(2)]
    pub workforce: Option<u32>,
    /// Debit and credit: declared, reconstructed. None if the company totals are missing.
    #[n(3)]
    pub sections: Option<[i64; 4]>,
    #[n(4)]
    pub due: i64,
    /// State of the virtual DM, see [`crate::ledger::service::dm_number`].
    #[n(5)]
    pub state: u8,
    #[n(6)]
    pub groups: Vec<Group>,
    /// Code, whether debit, amount.
    #[n(7)]
    pub items: Vec<(String, bool, i64)>,
    #[n(8)]
    pub warnings: Vec<Warning>,
    #[n(9)]
    pub transmitted: i64,
    #[n(10)]
    pub protocol: String,
    #[n(11)]
    pub sender: String,
    #[n(12)]
    pub sender_name: Option<String>,
    #[n(13)]
    pub file: String,
    #[cbor(n(14), with = "minicbor::bytes")]
    pub import: [u8; 16],
}

/// Workers of one kind.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Group {
    #[n(0)]
    pub code: String,
    #[n(1)]
    pub workers: u32,
    #[n(2)]
    pub base: i64,
    #[n(3)]
    pub contribution: i64,
}

/// What was odd but accepted: the code as it travels, its place and values.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Warning {
    #[n(0)]
    pub code: String,
    #[n(1)]
    pub line: u32,
    #[n(2)]
    pub column: u32,
    #[n(3)]
    pub found: Option<String>,
    #[n(4)]
    pub expected: Option<String>,
}

/// Up to [`CHUNK`] workers: one row each would make a large file slow to store.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub(super) struct Chunk {
    #[n(0)]
    pub workers: Vec<Worker>,
}

/// A worker or collaborator.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Worker {
    #[n(0)]
    pub tax_code: String,
    #[n(1)]
    pub name: String,
    #[n(2)]
    pub code: String,
    #[n(3)]
    pub base: i64,
    #[n(4)]
    pub contribution: i64,
    /// None of employees, and in records of before it was read.
    #[n(5)]
    pub engaged: Option<Engaged>,
}

/// What is declared of a collaborator besides: the rate in millionths, first and last day.
#[derive(Clone, Copy, Debug, Encode, Decode)]
pub(super) struct Engaged {
    #[n(0)]
    pub rate: u32,
    #[n(1)]
    pub from: Option<i64>,
    #[n(2)]
    pub to: Option<i64>,
}

/// Workers in a chunk.
pub(super) const CHUNK: usize = 200;

/// By company, the latest month first, and in it the latest transmission first.
pub(super) const DECLARATIONS: Table<(CompanyId, Reverse<Month>, Reverse<DeclarationId>), Record> =
    Table::new("declarations");
/// The month of a company's declaration, by which it is found.
pub(super) const MONTH_OF: Table<(CompanyId, DeclarationId), i32> =
    Table::new("declarations.month_of");
/// Chunks of workers by their number.
pub(super) const WORKERS: Table<(DeclarationId, u32), Chunk> = Table::new("declarations.workers");
