//! Looking at the notices of one company, or of all that somebody works for.

use serde::{Deserialize, Serialize};

use super::{Cause, CauseGroup, NoticeRow, Side, Sort, Stage, Which};
use crate::auth::{Resource, Verb};
use crate::calendar::{Day, Month};
use crate::declarations::Group;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, list_and_file};
use crate::fiscal::{Ca, Csc};
use crate::ids::{CompanyId, DeclarationId};
use crate::money::{Euro, Rate};
use crate::page::Page;
use crate::parameters::Version;
use crate::practice::{ROLES, fold};

list_and_file! {
    /// Rectification notices of one company or of all the caller works for. Without `stage` it is what is open.
    List,
    /// The notices of [`List`] as a file, each with its F24 row as it would be paid today.
    Export,
    {
        /// Only of this company; one that is not the caller's is not found.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        company: Option<CompanyId>,
        /// Only of this cause.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        cause: Option<Cause>,
        /// Only of this side.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        side: Option<Side>,
        /// Only at this stage.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        stage: Option<Stage>,
        /// Only of this month of competence.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        month: Option<Month>,
        /// Only with a term from today up to this day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        until: Option<Day>,
        /// Only where the company, its tax code, the position or the number hold this.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        q: Option<String>,
        /// In which order.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        sort: Option<Sort>,
    }
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "notices.list",
        summary: "Rectification notices of one company or of all the caller works for (M22).",
        method: Method::Get,
        path: "/api/v1/notices",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<NoticeRow>;
}

impl List {
    /// What is asked for.
    pub fn which(&self) -> Which {
        let search = self.q.as_deref().map(fold).filter(|needle| !needle.is_empty());
        let Self { cause, side, stage, month, until, .. } = *self;
        Which { cause, side, stage, month, until, search }
    }
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "notices.export",
        summary: "Rectification notices with their F24 rows, as a file.",
        method: Method::Get,
        path: "/api/v1/export/notices",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// Open notices, counted and gathered by cause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Counted {
    /// Notices that are open.
    pub open: u32,
    /// Notices about which nothing is to be done any more.
    pub settled: u32,
    /// Companies that have some.
    pub companies: u32,
    /// Of these, notices with a term in the next seven days.
    pub soon: u32,
    /// To pay in all.
    pub to_pay: Euro,
    /// Credits in all.
    pub in_favour: Euro,
    /// What of the sanctions is spared by paying today what can still be halved.
    pub spared: Euro,
    /// By cause and side, those that move most money first.
    pub groups: Vec<CauseGroup>,
    /// Of one company alone: the notices of which a term runs out within [`CLOCK_DAYS`](super::CLOCK_DAYS), or has; the soonest first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub clocks: Vec<NoticeRow>,
    /// The parameters it follows from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parameters: Option<Version>,
}

/// Counts the open notices of one company or of all the caller works for, and gathers those of the same cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Only of this company; one that is not the caller's is not found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
}

impl Endpoint for Count {
    const SPEC: Spec = Spec {
        name: "notices.count",
        summary: "How many notices are open, what they come to, and which causes they share.",
        method: Method::Get,
        path: "/api/v1/notices/count",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Counted;
}

/// What a notice is recalculated from: the return of its month, and how the firm was classified then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Basis {
    /// Month of competence.
    pub month: Month,
    /// CSC at the end of the month.
    pub csc: Csc,
    /// CA at the end of the month.
    pub cas: Vec<Ca>,
    /// Employees as the return counts them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub size: Option<u32>,
    /// Workers by kind, as declared.
    pub groups: Vec<Group>,
}

/// A notice with what it is recalculated from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Detail {
    /// The notice.
    pub row: NoticeRow,
    /// The tax code of the company.
    pub tax_code: String,
    /// Yearly rate of the sanctions that it prints.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rate: Option<Rate>,
    /// The declaration in force for its month.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub declaration: Option<DeclarationId>,
    /// None where there is no return of the month, or the register does not say how the firm was classified.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub basis: Option<Basis>,
}

/// Shows a notice with what it is recalculated from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Whose.
    #[serde(skip)]
    pub company: CompanyId,
    /// The key of its record.
    #[serde(skip)]
    pub key: String,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "notices.show",
        summary: "A rectification notice, and the return and classification it is recalculated from.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/notices/{key}",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Detail;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.key.clone()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, key] = values else { return None };
        Some(Self { company: company.parse().ok()?, key: (*key).to_owned() })
    }
}
