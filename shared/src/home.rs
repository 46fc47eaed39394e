//! Oggi: what somebody sees first. Real figures of a company, of all clients, of an office, of the system.

use serde::{Deserialize, Serialize};

use crate::auth::{Resource, Role, Verb};
use crate::calendar::{Day, Instant, Month};
use crate::declarations::{DeclarationRow, DmState};
use crate::durc::OnFile;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::ids::{CompanyId, DeclarationId, PaymentId};
use crate::lang::Lang;
use crate::money::Euro;
use crate::payments::MonthFigures;

/// Something that wants a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Attention {
    /// A month is not wholly paid.
    Missing {
        /// The month.
        month: Month,
        /// How much is missing.
        amount: Euro,
        /// The declaration, where the month has one only.
        declaration: Option<DeclarationId>,
    },
    /// A declaration's virtual DM is not balanced.
    NotBalanced {
        /// The month.
        month: Month,
        /// Its state.
        state: DmState,
        /// The declaration.
        declaration: DeclarationId,
    },
    /// Money that is attached to nothing.
    Loose {
        /// The form.
        payment: PaymentId,
        /// When it was paid.
        day: Day,
        /// How much.
        amount: Euro,
    },
    /// A position was active, and no return came by the term.
    NotDeclared {
        /// The month.
        month: Month,
        /// The position.
        matricola: String,
    },
    /// There is evidence that nobody has settled.
    Evidence {
        /// Pieces that are open.
        open: u32,
        /// Those of them that stop the DURC.
        durc: u32,
    },
}

/// Something to see to, as a line of a list in the language asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Item {
    /// What is due, or which company it is about.
    pub title: String,
    /// Whose it is, or what there is to see to.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
    /// The day or the amount.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub figure: Option<String>,
    /// The page where one sees to it; nothing where the caller has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub href: Option<String>,
}

/// A company's home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CompanyHome {
    /// How it stood with the DURC when that was checked last.
    pub durc: OnFile,
    /// The last twelve months whose payment term has passed or that were declared, the oldest first.
    pub months: Vec<MonthFigures>,
    /// What wants a look, the most pressing first; at most ten.
    pub attention: Vec<Attention>,
    /// The latest declarations, at most three.
    pub declarations: Vec<DeclarationRow>,
    /// Coming deadlines, the nearest first.
    pub deadlines: Vec<Item>,
    /// The days left of a DURC that is valid, or else until the next deadline; none where there is neither.
    pub countdown: Option<Counter>,
    /// How many changes the caller has not seen; none where there is none.
    pub changes: Option<Counter>,
    /// The latest of them, the latest first; at most five.
    pub news: Vec<Item>,
    /// The moment of these figures.
    pub at: Instant,
}

/// A company's home.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfCompany {
    /// Which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// In which language deadlines, changes and the countdown are told.
    #[serde(default)]
    pub lang: Lang,
}

impl Endpoint for OfCompany {
    const SPEC: Spec = Spec {
        name: "home.company",
        summary: "A company today: due against paid, what wants a look, deadlines.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/home",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = CompanyHome;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// What several companies owed and paid for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct MonthSum {
    /// Month of competence.
    pub month: Month,
    /// Due by the declarations in force.
    pub due: Euro,
    /// Paid for it.
    pub paid: Euro,
}

/// How many there are of something to see to. On the wire a list of three, which takes the first screens less code to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Counter(
    /// How many.
    pub u32,
    /// Of what, in the language asked for and as the number has it.
    pub String,
    /// The page where they are.
    pub String,
);

/// All companies somebody works for, at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Overview {
    /// How many.
    pub companies: u32,
    /// What there is to see to, of what the caller has a page for: evidence that nobody has seen, requests to read, deadlines within seven
    /// days, delegations that end within thirty, changes not seen, companies to look at ([`Concerns`](crate::practice::Concerns)).
    pub counters: Vec<Counter>,
    /// What is missing over all of them.
    pub missing: Euro,
    /// The last twelve months whose payment term has passed, over all of them, the oldest first.
    pub months: Vec<MonthSum>,
    /// What changed and was not seen, of the companies that changed last, one line each; at most five.
    pub news: Vec<Item>,
    /// Those that miss most, each with what there is to look at; at most five.
    pub worst: Vec<Item>,
    /// Coming deadlines, the nearest first.
    pub deadlines: Vec<Item>,
    /// The moment of these figures.
    pub at: Instant,
}

/// Everybody's home who works for several companies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfMany {
    /// In which language counters and lines are told.
    #[serde(default)]
    pub lang: Lang,
}

impl Endpoint for OfMany {
    const SPEC: Spec = Spec {
        name: "home.overview",
        summary: "All companies the caller works for, at a glance.",
        method: Method::Get,
        path: "/api/v1/home",
        access: Access::Roles(&[
            Role::Owner,
            Role::Employee,
            Role::Consultant,
            Role::Collaborator,
            Role::Association,
            Role::Operator,
            Role::Manager,
        ]),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Overview;
}

/// How the system is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct SystemState {
    /// Version of the executable.
    pub version: String,
    /// Version of the stored data.
    pub schema: u32,
    /// Since when it has been running.
    pub started: Instant,
    /// Companies known.
    pub companies: u64,
    /// Declarations kept.
    pub declarations: u64,
    /// F24 forms kept.
    pub payments: u64,
    /// Sessions that have not ended.
    pub sessions: u64,
    /// Jobs that wait, and jobs given up.
    pub jobs: (u64, u64),
    /// Entries of the audit log.
    pub audited: u64,
    /// Bytes of the store on disk; 0 if it is in memory.
    pub bytes: u64,
}

/// The administrator's and the auditor's home.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfSystem {}

impl Endpoint for OfSystem {
    const SPEC: Spec = Spec {
        name: "home.system",
        summary: "Version, size and counts of the running system.",
        method: Method::Get,
        path: "/api/v1/system",
        access: Access::Roles(&[Role::Administrator, Role::Auditor]),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = SystemState;
}
