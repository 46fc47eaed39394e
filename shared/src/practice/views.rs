//! Saved views: columns, order and filter of the grid under a name.

use serde::{Deserialize, Serialize};

use super::ROLES;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::ViewId;

/// Views that a desk may share, and that a person may have of their own.
pub const MOST_VIEWS: usize = 50;
/// Characters of a view's name.
pub const VIEW_NAME: usize = 60;
/// Conditions of a view.
pub const MOST_CONDITIONS: usize = 20;
/// Values of a condition.
pub const MOST_VALUES: usize = 200;
/// Characters of a value.
pub const VALUE: usize = 100;

/// A column of the grid; see [`super::Clients`] for what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Name.
    Name,
    /// Tax code.
    TaxCode,
    /// Matricola.
    Matricola,
    /// Office.
    Office,
    /// State of the position.
    State,
    /// Latest month declared.
    Declared,
    /// State of its virtual DM.
    Dm,
    /// Months not wholly paid.
    MonthsShort,
    /// What is missing.
    Missing,
    /// Declarations not balanced.
    NotBalanced,
    /// Returns that did not come.
    NotDeclared,
    /// Open debts.
    Debts,
    /// Their sum.
    Debt,
    /// Open rectification notices.
    Notices,
    /// Employees.
    Workforce,
    /// Next deadline.
    Deadline,
    /// What is due then.
    DeadlineKind,
    /// Last day of the delegation.
    Delegation,
    /// Collaborators.
    Assigned,
    /// Tags.
    Tags,
    /// Changes not seen.
    Changes,
    /// Day of the latest change.
    Changed,
    /// Light of the DURC.
    Durc,
    /// Last day of its document.
    DurcUntil,
    /// What makes a client one to look at ([`Concerns`](super::Concerns)).
    Attention,
    /// Open evidence.
    Evidence,
    /// That of it which stops the DURC.
    EvidenceDurc,
    /// Open requests.
    Requests,
    /// Requests with something to read.
    Unread,
}

impl Column {
    /// Every column, in the order in which a chooser offers them.
    pub const ALL: [Column; 29] = [
        Column::Name,
        Column::TaxCode,
        Column::Matricola,
        Column::Office,
        Column::State,
        Column::Declared,
        Column::Dm,
        Column::MonthsShort,
        Column::Missing,
        Column::NotBalanced,
        Column::NotDeclared,
        Column::Debts,
        Column::Debt,
        Column::Notices,
        Column::Workforce,
        Column::Deadline,
        Column::DeadlineKind,
        Column::Delegation,
        Column::Assigned,
        Column::Tags,
        Column::Changes,
        Column::Changed,
        Column::Durc,
        Column::DurcUntil,
        Column::Attention,
        Column::Evidence,
        Column::EvidenceDurc,
        Column::Requests,
        Column::Unread,
    ];
}

/// How a view shows the grid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The columns it shows, in order; at least one, none twice.
    pub columns: Vec<Column>,
    /// How many of them stay while the others scroll; fewer than there are.
    pub frozen: u8,
    /// Its order: by the first, then by the second …; by name where nothing is said.
    pub sort: Vec<Sort>,
    /// Its filter: all of these hold.
    pub filter: Vec<Condition>,
    /// Its place among the tabs, if it is one.
    pub pinned: Option<u16>,
}

/// One criterion of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The greatest first. What is empty comes last either way.
    pub descending: bool,
}

/// One condition of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// On which column.
    pub column: Column,
    /// What is tested.
    pub test: Test,
    /// Against what: texts and names of states as they travel, days and months in ISO form, numbers in digits, amounts in cents, tags and
    /// collaborators by id, offices by their digits; by name in what was saved before those travelled.
    pub values: Vec<String>,
}

/// What a condition tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Is one of the values; of tags and collaborators: has one of them.
    Is,
    /// Is none of the values.
    IsNot,
    /// The text contains the one value, whatever accents and case.
    Contains,
    /// A number, day or month is no less than the one value.
    AtLeast,
    /// It is no more than the one value.
    AtMost,
    /// A day is no later than so many days from today; days past included.
    Within,
    /// There is nothing.
    Empty,
    /// There is something.
    NotEmpty,
}

/// A saved view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct View {
    /// The view.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// Whether everybody at the desk has it; otherwise only the caller.
    pub shared: bool,
    /// Whether the caller may replace and delete it.
    pub editable: bool,
    /// How it shows the grid.
    pub layout: Layout,
    /// Grows with each replacement.
    pub version: u64,
}

/// The caller's views: the pinned ones by place, then the others by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Views {}

impl Endpoint for Views {
    const SPEC: Spec = Spec {
        name: "practice.views",
        summary: "The saved views of the grid: the caller's own and those shared with them (C3).",
        method: Method::Get,
        path: "/api/v1/practice/views",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<View>;
}

/// Saves a view.
///
/// Faults: `invalid` on `name` (`empty`, `too_long`, `taken`), on `columns`, `frozen`, `sort`, `filter` (`empty`, `twice`, `too_many`,
/// `not_a_test`), on `shared` (`too_many`); `forbidden` to share without being a head of the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateView {
    /// Its name, unique among the views one has.
    pub name: String,
    /// For everybody at the desk.
    pub shared: bool,
    /// How it shows the grid.
    pub layout: Layout,
}

impl Endpoint for CreateView {
    const SPEC: Spec = Spec {
        name: "practice.view_create",
        summary: "Saves a view of the grid, for oneself or for the practice.",
        method: Method::Post,
        path: "/api/v1/practice/views",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = View;
}

/// Replaces a view; the faults of [`CreateView`], and `conflict` with the current version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplaceView {
    /// Which.
    #[serde(skip)]
    pub view: ViewId,
    /// Its name.
    pub name: String,
    /// How it shows the grid.
    pub layout: Layout,
    /// The version that was looked at.
    pub version: u64,
}

impl Endpoint for ReplaceView {
    const SPEC: Spec = Spec {
        name: "practice.view_replace",
        summary: "Replaces a saved view.",
        method: Method::Put,
        path: "/api/v1/practice/views/{view}",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = View;

    fn segments(&self) -> Vec<String> {
        vec![self.view.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [view] = values else { return None };
        Some(Self { view: view.parse().ok()?, ..self })
    }
}

/// Deletes a view; `conflict` with the current version if another one was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeleteView {
    /// Which.
    #[serde(skip)]
    pub view: ViewId,
    /// The version that was looked at.
    pub version: u64,
}

impl Endpoint for DeleteView {
    const SPEC: Spec = Spec {
        name: "practice.view_delete",
        summary: "Deletes a saved view.",
        method: Method::Delete,
        path: "/api/v1/practice/views/{view}",
        access: Access::Roles(ROLES),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Json,
    };
    type Reply = ();

    fn segments(&self) -> Vec<String> {
        vec![self.view.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [view] = values else { return None };
        Some(Self { view: view.parse().ok()?, ..self })
    }
}
