//! Files handed in: what may be imported, how an import goes, and what a report says of it.

pub mod findings;
pub mod register;
pub mod source;
mod text;

use serde::{Deserialize, Serialize};

use crate::auth::Role;
use crate::calendar::Instant;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::ImportId;
use crate::lang::Lang;
use crate::page::{Cursor, Page};

pub use text::explain;

/// Largest file, in bytes.
pub const MAX_FILE: u64 = 50 * 1024 * 1024;
/// Issues a report lists; what goes beyond is counted.
pub const MAX_ISSUES: usize = 200;

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Monthly declarations, XML.
    #[default]
    Uniemens,
    /// F24 payments: the telematic record, or a CSV of the same rows; which of them, the file tells.
    F24,
    /// Extracts of the register of companies, JSON. Handed in by the administrator.
    Registry,
    /// Records of the sections, JSON lines. Handed in by the administrator.
    Sections,
}

/// How an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Being read: bytes read so far.
    Running {
        /// Bytes read.
        done: u64,
    },
    /// Everything in it is stored.
    Accepted,
    /// Nothing of it is stored; the issues say why.
    Refused,
    /// The same file was accepted before; nothing was stored again.
    Repeated,
    /// The server was stopped while it read the file and could not finish it afterwards; nothing of it is stored.
    Interrupted,
}

/// A file handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Import {
    /// The import.
    pub id: ImportId,
    /// What the file holds.
    pub file_kind: FileKind,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256, in hexadecimal; empty while it is being read.
    pub sha256: String,
    /// When it was handed in.
    pub at: Instant,
    /// How it stands.
    pub state: ImportState,
    /// What it holds.
    pub counts: Counts,
    /// How many errors.
    pub errors: u32,
    /// How many warnings.
    pub warnings: u32,
}

/// What a file holds, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Companies.
    pub companies: u32,
    /// Declarations: one for each position and month.
    pub declarations: u32,
    /// Workers and collaborators declared.
    pub workers: u32,
    /// F24 forms.
    pub payments: u32,
    /// Their INPS rows.
    pub rows: u32,
    /// Parts of the file that are for other schemes: accepted, not stored.
    pub skipped: u32,
    /// Records of sections put or deleted.
    #[serde(default)]
    pub records: u32,
}

/// Something the report says about a place in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Issue {
    /// What is the matter.
    pub code: IssueCode,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What stands there, shortened; tax codes are shown, the report is for who handed the file in.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub found: Option<String>,
    /// What should stand there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expected: Option<String>,
}

/// What can be the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IssueCode {
    /// The file is empty.
    Empty,
    /// It exceeds [`MAX_FILE`].
    TooLarge,
    /// It is not in the encoding it says, or not in UTF-8 or ISO-8859-1.
    Encoding,
    /// It is not well-formed XML, JSON, CSV or telematic record.
    NotWellFormed,
    /// It has a document type declaration, which could smuggle in other files.
    Doctype,
    /// Elements are nested too deeply, or a text is too long.
    TooComplex,
    /// It is not the kind of file that was said.
    WrongKind,
    /// An element, column or field is missing.
    Missing,
    /// A field that does not belong there.
    Unknown,
    /// A month that does not exist.
    Month,
    /// A month in the future.
    FutureMonth,
    /// A day that does not exist.
    Day,
    /// An amount that cannot be read.
    Amount,
    /// A number that cannot be read, or out of its range.
    Number,
    /// A tax code with a wrong check character or shape.
    TaxCode,
    /// A matricola with wrong check digits or shape.
    Matricola,
    /// A statistical contribution code that has not five digits.
    Csc,
    /// An office that does not exist.
    Office,
    /// A company that the register does not have, or that is not among those one acts for.
    UnknownCompany,
    /// The company has no such position.
    UnknownPosition,
    /// Another company has this position.
    PositionElsewhere,
    /// The position was not active in that month.
    NotActive,
    /// The position has no individual declaration.
    NoWorkers,
    /// `NumDenIndiv` differs from the individual declarations there are.
    WorkerCount,
    /// The contribution differs from wage times rate by more than two cents (`DIFF_ALIQUOTA`).
    RateDifference,
    /// Totals of an F24 differ from its rows, or the balance is below zero.
    Totals,
    /// The same declaration or form occurs twice in the file.
    Twice,
    /// A section that does not exist, or that nobody feeds.
    UnknownSection,
    /// Not among the codes of its field.
    NotACode,
    /// Not a value of the kind that its field holds.
    Value,
    /// More characters than its field has room for.
    TooLong,
    /// A period that ends before it begins.
    EndsBefore,
    /// Warning: the same worker with the same codes occurs twice.
    WorkerTwice,
    /// Warning: the rate for this classification is not known, so the contribution was not checked.
    RateUnknown,
    /// Warning: a code that the tables do not have; accepted as it is.
    CodeUnknown,
    /// Warning: fixed-term without the additional 1.40 %.
    NoFixedTermSurcharge,
    /// Warning: this part is for another scheme; accepted, not stored.
    OtherScheme,
    /// Warning: the register has a newer extract of the company; this one was not stored.
    OlderExtract,
    /// Warning: the totals differ, so the DM is provisional.
    Provisional,
    /// Warning: the company totals are missing, so the DM cannot be generated.
    NotGenerable,
}

impl IssueCode {
    /// Every code with its name, as it travels and is stored.
    pub const NAMES: &'static [(IssueCode, &'static str)] = &[
        (IssueCode::Empty, "empty"),
        (IssueCode::TooLarge, "too_large"),
        (IssueCode::Encoding, "encoding"),
        (IssueCode::NotWellFormed, "not_well_formed"),
        (IssueCode::Doctype, "doctype"),
        (IssueCode::TooComplex, "too_complex"),
        (IssueCode::WrongKind, "wrong_kind"),
        (IssueCode::Missing, "missing"),
        (IssueCode::Unknown, "unknown"),
        (IssueCode::Month, "month"),
        (IssueCode::FutureMonth, "future_month"),
        (IssueCode::Day, "day"),
        (IssueCode::Amount, "amount"),
        (IssueCode::Number, "number"),
        (IssueCode::TaxCode, "tax_code"),
        (IssueCode::Matricola, "matricola"),
        (IssueCode::Csc, "csc"),
        (IssueCode::Office, "office"),
        (IssueCode::UnknownCompany, "unknown_company"),
        (IssueCode::UnknownPosition, "unknown_position"),
        (IssueCode::PositionElsewhere, "position_elsewhere"),
        (IssueCode::NotActive, "not_active"),
        (IssueCode::NoWorkers, "no_workers"),
        (IssueCode::WorkerCount, "worker_count"),
        (IssueCode::RateDifference, "rate_difference"),
        (IssueCode::Totals, "totals"),
        (IssueCode::Twice, "twice"),
        (IssueCode::UnknownSection, "unknown_section"),
        (IssueCode::NotACode, "not_a_code"),
        (IssueCode::Value, "value"),
        (IssueCode::TooLong, "too_long"),
        (IssueCode::EndsBefore, "ends_before"),
        (IssueCode::WorkerTwice, "worker_twice"),
        (IssueCode::RateUnknown, "rate_unknown"),
        (IssueCode::CodeUnknown, "code_unknown"),
        (IssueCode::NoFixedTermSurcharge, "no_fixed_term_surcharge"),
        (IssueCode::OtherScheme, "other_scheme"),
        (IssueCode::OlderExtract, "older_extract"),
        (IssueCode::Provisional, "provisional"),
        (IssueCode::NotGenerable, "not_generable"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(code, _)| *code == self).map_or("", |(_, name)| name)
    }

    /// The code of a name; `None` if a newer program gave it.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(code, _)| *code)
    }

    /// Whether it only warns; anything else refuses the file.
    pub const fn is_warning(self) -> bool {
        use IssueCode::{
            CodeUnknown, NoFixedTermSurcharge, NotGenerable, OlderExtract, OtherScheme,
            Provisional, RateUnknown, WorkerTwice,
        };
        matches!(
            self,
            WorkerTwice
                | RateUnknown
                | CodeUnknown
                | NoFixedTermSurcharge
                | OtherScheme
                | OlderExtract
                | Provisional
                | NotGenerable
        )
    }
}

/// Hands in a file, which travels as the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// What it holds.
    pub kind: FileKind,
    /// Its name, at most 200 characters.
    pub name: String,
}

/// Who may hand in files of some kind.
const SUBMITTERS: &[Role] =
    &[Role::Owner, Role::Consultant, Role::Collaborator, Role::Association, Role::Administrator];

impl Endpoint for Submit {
    const SPEC: Spec = Spec {
        name: "intake.submit",
        summary: "Hands in a file for import; the report follows under its id.",
        method: Method::Post,
        path: "/api/v1/imports",
        access: Access::Roles(SUBMITTERS),
        effect: Effect::Write,
        rate: RateClass::Upload,
        payload: Payload::File(MAX_FILE),
    };
    type Reply = Import;
}

/// Files one handed in, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "intake.list",
        summary: "The files the caller handed in, the latest first.",
        method: Method::Get,
        path: "/api/v1/imports",
        access: Access::Roles(SUBMITTERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Import>;
}

/// An import with what there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Report {
    /// The import.
    pub import: Import,
    /// Errors first, then warnings, each in the order of the file; at most [`MAX_ISSUES`].
    pub issues: Vec<Issue>,
}

/// The report of one import.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Which.
    #[serde(skip)]
    pub import: ImportId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "intake.show",
        summary: "The progress or the report of an import.",
        method: Method::Get,
        path: "/api/v1/imports/{import}",
        access: Access::Roles(SUBMITTERS),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Report;

    fn segments(&self) -> Vec<String> {
        vec![self.import.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [import] = values else { return None };
        Some(Self { import: import.parse().ok()? })
    }
}

/// The files the caller handed in, as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "intake.export",
        summary: "The files the caller handed in and what became of them, as a file.",
        path: "/api/v1/export/imports",
        access: Access::Roles(SUBMITTERS),
        method: Method::Get,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;
}

/// What the report of one import says, as a file.
///
/// Faults: `not_found` for one that the caller did not hand in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportIssues {
    /// Which.
    #[serde(skip)]
    pub import: ImportId,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for ExportIssues {
    const SPEC: Spec = Spec {
        name: "intake.export_issues",
        summary: "What is wrong with a file that was handed in, and where, as a file.",
        path: "/api/v1/export/imports/{import}",
        access: Access::Roles(SUBMITTERS),
        method: Method::Get,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.import.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [import] = values else { return None };
        Some(Self { import: import.parse().ok()?, ..self })
    }
}
