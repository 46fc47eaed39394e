//! What the desk keeps, as stored: JSON of structs that may be added to, whose new fields have a default.

use serde::{Deserialize, Serialize};
use shared::calendar::Instant;
use shared::desk::{Content, Ticked};
use shared::ids::{ModuleId, PersonId, RequestId};
use shared::offices::OfficeCode;
use shared::requests::Desk;

pub(super) use crate::codec::Json;
use crate::store::{Index, Table};

/// A text module that somebody made, or changed from what the program came with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ModuleRow {
    pub version: u64,
    /// Whose; of all offices without.
    pub office: Option<OfficeCode>,
    /// Whether it is offered no more.
    pub retired: bool,
    pub at: Instant,
    pub by: PersonId,
    pub content: Content,
}

pub(super) const MODULES: Table<ModuleId, Json> = Table::new("desk.modules");

/// The documents of a request that somebody looked at, or asked for besides.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ChecklistRow {
    pub version: u64,
    pub at: Instant,
    pub by: PersonId,
    pub items: Vec<Ticked>,
}

pub(super) const CHECKLISTS: Table<RequestId, Json> = Table::new("desk.checklists");
/// When somebody is to be reached.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct HoursRow {
    /// 1 where it was kept before there were versions.
    #[serde(default = "first")]
    pub version: u64,
    /// When it was changed, and by whom.
    #[serde(default)]
    pub changed: Option<(Instant, PersonId)>,
    #[serde(flatten)]
    pub desk: Desk,
}

const fn first() -> u64 {
    1
}

/// Named after requests, which kept it first.
pub(super) const HOURS: Table<PersonId, Json> = Table::new("requests.desks");
/// Two requests that are linked, in both orders.
pub(super) const LINKS: Index<(RequestId, RequestId)> = Index::new("desk.links");
