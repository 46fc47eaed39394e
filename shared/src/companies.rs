//! Companies: the list of those one works for, and the brief registry data of one (M10).

use serde::{Deserialize, Serialize};

use crate::auth::{Relation, Resource, Role, Verb};
use crate::calendar::{Day, Month};
use crate::declarations::DmState;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::fiscal::Matricola;
use crate::ids::CompanyId;
use crate::lang::Lang;
use crate::money::Euro;
use crate::page::{Cursor, Page};

/// State of a contribution position (code table of the institute's contributor registry).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PositionState {
    /// 1: open, returns are due.
    #[default]
    Active,
    /// 2: closed for now.
    CeasedProvisionally,
    /// 3: closed for good.
    Ceased,
    /// 4: no employees for the time being, no returns due.
    Suspended,
    /// 5: active again after a suspension.
    Reactivated,
    /// 6: bankrupt.
    Bankrupt,
}

impl PositionState {
    /// Whether returns are due.
    pub const fn is_active(self) -> bool {
        matches!(self, PositionState::Active | PositionState::Reactivated)
    }
}

/// A company in a list: what tells it from its neighbours and where to look first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CompanyRow {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its tax code, 11 or 16 characters.
    pub tax_code: String,
    /// Its first active matricola, or its first of all.
    pub matricola: Option<Matricola>,
    /// Name of the office competent for that matricola.
    pub office: Option<String>,
    /// State of that position.
    pub state: PositionState,
    /// The latest month declared, with the state of its virtual DM.
    pub last_declared: Option<(Month, DmState)>,
    /// Due for the last twelve months whose payment term has passed.
    pub due: Euro,
    /// Paid against it.
    pub paid: Euro,
    /// Months among those that are not wholly paid.
    pub months_short: u32,
    /// Declarations of the last twelve months that are not balanced.
    pub not_balanced: u32,
    /// What is missing over those months; what was paid too much elsewhere does not make up for it.
    pub missing: Euro,
}

/// The companies one works for, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Part of a name, any of its matricole or a tax code; accents and case do not matter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub search: Option<String>,
    /// Only those that want a look ([`Concerns`](crate::practice::Concerns)).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attention: Option<bool>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "companies.list",
        summary: "The companies the caller works for, by name.",
        method: Method::Get,
        path: "/api/v1/companies",
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
    type Reply = Page<CompanyRow>;
}

/// Brief registry data of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CompanyBrief {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its tax code, 11 or 16 characters.
    pub tax_code: String,
    /// Its VAT number, if it differs from the tax code or the tax code is a person's.
    pub vat: Option<String>,
    /// Legal form in words.
    pub legal_form: Option<String>,
    /// Registered office.
    pub address: Option<Address>,
    /// Chamber of commerce and number, such as `RM-1234567`.
    pub rea: Option<String>,
    /// Economic activity, six digits.
    pub ateco: Option<String>,
    /// When the activity began.
    pub started: Option<Day>,
    /// Certified e-mail.
    pub pec: Option<String>,
    /// Ordinary e-mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Contribution positions, the active ones first.
    pub positions: Vec<Position>,
    /// Whether it is known as principal of collaborators (Gestione Separata).
    pub principal: bool,
    /// Persons connected with it, the legal representatives first.
    pub persons: Vec<ConnectedPerson>,
    /// The practice or association that holds an active delegation.
    pub intermediaries: Vec<String>,
    /// How the caller stands to it.
    pub relation: Relation,
    /// The day of the register extract these data come from.
    pub extracted: Day,
}

/// A postal address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// Postcode, five digits.
    pub postcode: String,
    /// Municipality.
    pub town: String,
    /// Province, two letters.
    pub province: String,
}

impl Address {
    /// As a letter has it, on one line: `Via Tuscolana 100, 00174 Roma (RM)`.
    pub fn on_one_line(&self) -> String {
        let Self { street, postcode, town, province } = self;
        [street, ", ", postcode, " ", town, " (", province, ")"].concat()
    }
}

/// A contribution position with its present classification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Position {
    /// Its number.
    pub matricola: Matricola,
    /// Competent office, four digits.
    pub office: String,
    /// Its name.
    pub office_name: String,
    /// Statistical contribution code, five digits.
    pub csc: String,
    /// Authorisation codes in force.
    pub cas: Vec<String>,
    /// Economic activity, six digits.
    pub ateco: Option<String>,
    /// State.
    pub state: PositionState,
    /// Since when.
    pub since: Day,
    /// When the position was opened.
    pub opened: Day,
    /// Employees last declared, and for which month.
    pub workforce: Option<(u32, Month)>,
}

/// A person connected with a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ConnectedPerson {
    /// First name and surname.
    pub name: String,
    /// Tax code.
    pub tax_code: String,
    /// Charge, as the register words it.
    pub charge: String,
    /// Whether they represent the company.
    pub representative: bool,
    /// Since when.
    pub since: Day,
}

/// One company's brief registry data.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Which.
    #[serde(skip)]
    pub company: CompanyId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "companies.show",
        summary: "Brief registry data of a company (M10).",
        method: Method::Get,
        path: "/api/v1/companies/{company}",
        access: Access::Company(Resource::Registry, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = CompanyBrief;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()? })
    }
}

/// The companies one works for, as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// As in [`List`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub search: Option<String>,
    /// As in [`List`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attention: Option<bool>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "companies.export",
        summary: "The companies the caller works for, as a file.",
        path: "/api/v1/export/companies",
        access: Access::Roles(&[
            Role::Owner,
            Role::Employee,
            Role::Consultant,
            Role::Collaborator,
            Role::Association,
            Role::Operator,
            Role::Manager,
        ]),
        method: Method::Get,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}
