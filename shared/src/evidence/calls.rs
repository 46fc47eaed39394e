//! Looking at evidence and acting on it.

use serde::{Deserialize, Serialize};

use super::step::Subject as Asked;
use super::{Action, Cause, Deadline, Filter, Kind, Severity, Standing, State, Tracked, Which};
use crate::auth::{Resource, Role, Verb};
use crate::calendar::{Day, Instant, Month};
use crate::companies::PositionState;
use crate::durc::Gestione;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, list_and_file};
use crate::ids::{CompanyId, DeclarationId};
use crate::money::Euro;
use crate::offices::OfficeCode;
use crate::page::Page;
use crate::parameters::Version;
use crate::practice::ROLES;
use crate::requests::topics::TopicId;
use crate::sections::Subject;

/// Whoever takes care of evidence: the companies and those who act for them. The offices look at it.
pub const ACTORS: &[Role] =
    &[Role::Owner, Role::Employee, Role::Consultant, Role::Collaborator, Role::Association];

/// Pieces that one call may name.
pub const MOST_NAMED: usize = 1_000;

/// Most characters of a note or a reason.
pub const LONGEST_NOTE: usize = 300;

/// A piece of evidence in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct EvidenceRow {
    /// Whose.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its tax code.
    pub tax_code: String,
    /// Which: the same for every derivation, and no other's in the company.
    pub key: String,
    /// Its kind.
    pub kind: Kind,
    /// Gestione; none for what is about all of them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gestione: Option<Gestione>,
    /// Position, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// First and last month it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub months: Option<(Month, Month)>,
    /// Why.
    pub cause: Cause,
    /// Money at stake.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount: Option<Euro>,
    /// The next term that has not passed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub deadline: Option<Deadline>,
    /// How much it matters today.
    pub severity: Severity,
    /// Where it stands.
    pub state: State,
    /// The day it was first found, or came back.
    pub since: Day,
}

list_and_file! {
    /// Evidence of one company or of all the caller works for, the most pressing first: by the next term, then what stands in the way of the
    /// DURC. Without `standing` it is what is open.
    List,
    /// The evidence of [`List`], as a file.
    Export,
    {
        /// Only of this company; one that is not the caller's is not found.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        company: Option<CompanyId>,
        /// Only this gestione.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        gestione: Option<Gestione>,
        /// Only the company of this tax code.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        tax_code: Option<String>,
        /// Only this position.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        code: Option<String>,
        /// Only about this year.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        year: Option<i32>,
        /// Only about this month.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        month: Option<Month>,
        /// Only this kind.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        kind: Option<Kind>,
        /// Only what this office is competent for.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        office: Option<OfficeCode>,
        /// Only of companies in this state.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        company_state: Option<PositionState>,
        /// Only what stands so.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        standing: Option<Standing>,
        /// Only what stands in the way of the DURC today, or only what does not.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        durc: Option<bool>,
        /// Only where money is at stake, or only where none is.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        money: Option<bool>,
        /// Only with a term from today up to this day.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        until: Option<Day>,
    }
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "evidence.list",
        summary: "Evidence of one company or of all the caller works for (Evidenze 2.0).",
        method: Method::Get,
        path: "/api/v1/evidence",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<EvidenceRow>;
}

impl List {
    /// What is asked for.
    pub fn which(&self) -> Which {
        let Self { gestione, tax_code, code, year, month, kind, office, company_state, .. } =
            self.clone();
        Which {
            filter: Filter {
                gestione,
                tax_code,
                code,
                year,
                month,
                kind,
                office,
                state: company_state,
            },
            standing: self.standing,
            durc: self.durc,
            money: self.money,
            until: self.until,
        }
    }
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "evidence.export",
        summary: "Evidence of one company or of all the caller works for, as a file.",
        method: Method::Get,
        path: "/api/v1/export/evidence",
        access: Access::Roles(ROLES),
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// How much open evidence there is of a kind, and how old it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// Found up to 7 days ago, up to 30, up to 90, before.
    pub ages: [u32; 4],
}

/// Open evidence, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Counted {
    /// Pieces that are open.
    pub open: u32,
    /// Of these, those nobody has seen.
    pub new: u32,
    /// Of these, those with a term in the next seven days.
    pub soon: u32,
    /// Of these, those that stand in the way of the DURC.
    pub durc: u32,
    /// Companies that have some.
    pub companies: u32,
    /// By kind, those with none left out.
    pub kinds: Vec<KindCount>,
    /// The day it was last looked for, the oldest of the companies.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub checked: Option<Day>,
    /// The parameters it follows from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parameters: Option<Version>,
}

/// Counts the open evidence of one company or of all the caller works for.
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
        name: "evidence.count",
        summary: "How much open evidence there is, by kind and age.",
        method: Method::Get,
        path: "/api/v1/evidence/count",
        access: Access::Roles(ROLES),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Counted;
}

/// What happened to a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// It was found.
    Found,
    /// Something about it became different.
    Changed,
    /// The facts no longer gave it.
    Resolved,
    /// It came back.
    Returned,
    /// Somebody looked at it.
    Seen,
    /// Somebody took it in hand.
    TakenInHand,
    /// Somebody put it away.
    Archived,
    /// Somebody took it back.
    Reopened,
}

/// A line of its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct HistoryEntry {
    /// When.
    pub at: Instant,
    /// What.
    pub what: Happened,
    /// Who; nobody where it followed from the data.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub who: Option<String>,
    /// What they noted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<String>,
}

/// A piece of evidence with all there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Detail {
    /// Whose.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its tax code.
    pub tax_code: String,
    /// The state of the position that it is about, or of the company.
    pub position: PositionState,
    /// The evidence and its state.
    pub tracked: Tracked,
    /// How much it matters today.
    pub severity: Severity,
    /// The day it was last looked for.
    pub checked: Day,
    /// The parameters it follows from; none where others have come since.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub parameters: Option<Version>,
    /// What happened to it, the latest first.
    pub history: Vec<HistoryEntry>,
    /// The declaration in force for its position and first month.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub declaration: Option<DeclarationId>,
    /// The record it comes from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subject: Option<Subject>,
    /// The subjects of its steps under whose topics its office is not asked any more, and under which one writes instead.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub elsewhere: Vec<(Asked, TopicId)>,
}

impl Detail {
    /// The topic under which one writes about it for a subject.
    pub fn topic(&self, subject: Asked) -> TopicId {
        let elsewhere = self.elsewhere.iter().find(|(asked, _)| *asked == subject);
        elsewhere.map_or_else(|| subject.topic(), |(_, topic)| *topic)
    }
}

/// Shows a piece of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Whose.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which.
    #[serde(skip)]
    pub key: String,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "evidence.show",
        summary: "A piece of evidence: why, by when, what settles it, and what was done about it.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/evidence/{key}",
        access: Access::Company(Resource::Evidence, Verb::Read),
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

/// One piece, as actions name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Whose.
    pub company: CompanyId,
    /// Which.
    pub key: String,
}

/// Does something about evidence: about the pieces named, or about all that a filter admits. Where the action does not fit the state of a
/// piece, that piece stays as it is; doing it again changes nothing more.
///
/// Faults: `not_found` for a company that is not the caller's or a piece that is not there; `invalid` on `items`: `empty`, `too_many`; on
/// `action`: `no_reason`, `too_long`, `characters`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// What to do.
    pub action: Action,
    /// About these pieces, at most [`MOST_NAMED`].
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub items: Vec<Named>,
    /// Or about all that are open, or in the standing asked for, and admitted by this.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub which: Option<Which>,
    /// Of this company only, with `which`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub company: Option<CompanyId>,
}

impl Endpoint for Act {
    const SPEC: Spec = Spec {
        name: "evidence.act",
        summary: "Marks evidence as seen, takes it in hand, archives or reopens it: one piece or many.",
        method: Method::Post,
        path: "/api/v1/evidence",
        access: Access::Roles(ACTORS),
        effect: Effect::Write,
        rate: RateClass::Write,
        payload: Payload::Bulk,
    };
    type Reply = Acted;
}

/// What came of an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Acted {
    /// Pieces whose state is different now.
    pub changed: u32,
    /// Pieces that were so already, or that the action does not fit.
    pub left: u32,
}
