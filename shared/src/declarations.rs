//! UniEmens transmitted (M23): what was declared for each position and month, and the virtual DM that follows from it.

mod fate;
mod purpose;
#[cfg(test)]
mod tests;

pub use fate::{Fate, FateOf, Flow, Gap, by_flow, by_month};
pub use purpose::Purpose;

use serde::{Deserialize, Serialize};

use crate::auth::{Resource, Verb};
use crate::calendar::{Day, Instant, Month};
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::{CompanyId, DeclarationId, ImportId, PaymentId};
use crate::intake::Issue;
use crate::lang::Lang;
use crate::money::{Euro, Rate};
use crate::page::{Cursor, Page};
use crate::payments::PaidState;

/// State of the virtual DM, reconstructed from the individual data (Msg INPS 16252/2010, 5281/2013).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DmState {
    /// Every section differs by no more than the tolerance.
    Balanced,
    /// Declared more than reconstructed: waits for the missing individual data.
    Provisional,
    /// Declared less than reconstructed: waits for a correction.
    ProvisionalAnomalous,
    /// No company totals: nothing to compare with.
    NotGenerable,
}

/// Declared and reconstructed amount of one section (debit or credit).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Section {
    /// The company's total, in whole euro as the form wants it.
    pub declared: Euro,
    /// The sum of the individual and company items.
    pub reconstructed: Euro,
}

impl Section {
    /// Declared less reconstructed.
    pub fn difference(self) -> Euro {
        self.declared - self.reconstructed
    }
}

/// The state that follows from the sections, which may be so far apart; `None` for them means that the company totals are missing.
pub fn dm_state(tolerance: Euro, sections: Option<(Section, Section)>) -> DmState {
    let Some((debit, credit)) = sections else { return DmState::NotGenerable };
    let differences = [debit.difference(), credit.difference()];
    if differences.iter().any(|difference| *difference < -tolerance) {
        DmState::ProvisionalAnomalous
    } else if differences.iter().any(|difference| *difference > tolerance) {
        DmState::Provisional
    } else {
        DmState::Balanced
    }
}

/// A line that the reconstruction adds to make the sections meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct BalancingLine {
    /// `Q198`/`Q298` for rounding, `0033`/`0057` for what a provisional DM lacks.
    pub code: String,
    /// Whether it stands on the debit side.
    pub debit: bool,
    /// Its amount, above zero.
    pub amount: Euro,
}

/// The lines that balance a DM: rounding within the tolerance goes to `Q198` (debit) or `Q298` (credit); what a provisional DM lacks
/// goes to `0033` (debit sections) or `0057` (credit sections).
pub fn balancing(tolerance: Euro, debit: Section, credit: Section) -> Vec<BalancingLine> {
    let mut lines = Vec::new();
    let line =
        |code: &str, debit: bool, amount: Euro| BalancingLine { code: code.into(), debit, amount };
    let (on_debit, on_credit) = (debit.difference(), credit.difference());
    // Rounding is one figure for the whole form: what the debits gained less what the credits gained.
    let mut rounding = Euro::ZERO;
    match on_debit > tolerance {
        true => lines.push(line("0033", true, on_debit)),
        false if on_debit >= -tolerance => rounding += on_debit,
        false => {}
    }
    match on_credit > tolerance {
        true => lines.push(line("0057", false, on_credit)),
        false if on_credit >= -tolerance => rounding -= on_credit,
        false => {}
    }
    if rounding > Euro::ZERO {
        lines.push(line("Q198", true, rounding));
    } else if rounding < Euro::ZERO {
        lines.push(line("Q298", false, -rounding));
    }
    lines
}

/// Which scheme a declaration is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Private employees (`PosContributiva`).
    Employees,
    /// Collaborators of the Gestione Separata (`ListaCollaboratori`).
    Collaborators,
}

/// A declaration in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DeclarationRow {
    /// The declaration.
    pub id: DeclarationId,
    /// Month of competence.
    pub month: Month,
    /// Scheme.
    pub scheme: Scheme,
    /// Matricola of the position; absent for collaborators.
    pub matricola: Option<String>,
    /// Individual declarations.
    pub workers: u32,
    /// What is to be paid: declared debit less credit, or the reconstructed one where nothing was declared.
    pub due: Euro,
    /// State of the virtual DM; collaborators have none and are always balanced.
    pub state: DmState,
    /// When the file was handed in.
    pub transmitted: Instant,
    /// Protocol of the transmission.
    pub protocol: String,
    /// How its payment stands.
    pub paid: PaidState,
    /// Whether a later transmission took its place.
    pub superseded: bool,
}

/// Declarations of a company, the latest month first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "declarations.list",
        summary: "UniEmens transmitted for a company (M23), the latest month first.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/declarations",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<DeclarationRow>;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// A declaration in full, its workers aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Declaration {
    /// As in the list.
    pub row: DeclarationRow,
    /// Tax code of who transmitted.
    pub sender: String,
    /// Their name.
    pub sender_name: Option<String>,
    /// The file it came in.
    pub file: String,
    /// The import that read it.
    pub import: ImportId,
    /// Employees as the company counts them (`ForzaAziendale`).
    pub workforce: Option<u32>,
    /// The debit and the credit section; absent if the company totals are missing.
    pub debit: Option<Section>,
    /// The credit section.
    pub credit: Option<Section>,
    /// How far a section may be from balance in the month.
    pub tolerance: Euro,
    /// What was added to balance.
    pub balancing: Vec<BalancingLine>,
    /// Individual data grouped by qualification and kind of contribution.
    pub groups: Vec<Group>,
    /// Company items to debit and credit.
    pub items: Vec<CompanyItem>,
    /// What was odd but accepted.
    pub warnings: Vec<Issue>,
    /// The last day to pay.
    pub pay_by: Day,
    /// The F24 rows that pay it.
    pub payments: Vec<PaidBy>,
    /// Other transmissions for the same position and month, the latest first.
    pub others: Vec<DeclarationRow>,
}

/// Workers of one kind (Msg INPS 6323/2010: grouped by Qualifica1+2+3, TipoContribuzione and TipoLavoratore).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Group {
    /// The codes joined, such as `1FI000`.
    pub code: String,
    /// How many.
    pub workers: u32,
    /// Their wages.
    pub base: Euro,
    /// Their contributions.
    pub contribution: Euro,
}

/// A company item (`AltrePartiteADebito`, `AltrePartiteACredito`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CompanyItem {
    /// Its code (`CausaleADebito`, `CausaleACredito`).
    pub code: String,
    /// Whether it is due to the institute.
    pub debit: bool,
    /// Its amount.
    pub amount: Euro,
}

/// An F24 row that pays a declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PaidBy {
    /// The form.
    pub payment: PaymentId,
    /// When it was paid.
    pub day: Day,
    /// How much.
    pub amount: Euro,
}

/// One declaration.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which.
    #[serde(skip)]
    pub declaration: DeclarationId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "declarations.show",
        summary: "One declaration with its reconstruction and payments.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/declarations/{declaration}",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Declaration;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.declaration.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, declaration] = values else { return None };
        Some(Self { company: company.parse().ok()?, declaration: declaration.parse().ok()? })
    }
}

/// An individual declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Worker {
    /// Tax code.
    pub tax_code: String,
    /// Surname and first name, as declared.
    pub name: String,
    /// Group code, or the kind of relationship of a collaborator.
    pub code: String,
    /// Wage (`Imponibile`).
    pub base: Euro,
    /// Contribution.
    pub contribution: Euro,
    /// What is declared of a collaborator besides; absent of employees.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub engaged: Option<Engaged>,
}

/// At which rate a collaborator is paid for, and from when to when they worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Engaged {
    /// The rate (`Aliquota`), in millionths.
    pub rate: Rate,
    /// First day (`Dal`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Day>,
    /// Last day (`Al`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Day>,
}

/// The workers of a declaration, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Workers {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Of which declaration.
    #[serde(skip)]
    pub declaration: DeclarationId,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for Workers {
    const SPEC: Spec = Spec {
        name: "declarations.workers",
        summary: "The workers of a declaration, in the order of the file.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/declarations/{declaration}/workers",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<Worker>;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.declaration.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, declaration] = values else { return None };
        Some(Self {
            company: company.parse().ok()?,
            declaration: declaration.parse().ok()?,
            ..self
        })
    }
}

/// The workers of a declaration, as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportWorkers {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Of which declaration.
    #[serde(skip)]
    pub declaration: DeclarationId,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for ExportWorkers {
    const SPEC: Spec = Spec {
        name: "declarations.export_workers",
        summary: "The individual data of a declaration, as a file.",
        path: "/api/v1/companies/{company}/export/declarations/{declaration}",
        access: Access::Company(Resource::Contributions, Verb::Read),
        method: Method::Get,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.declaration.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, declaration] = values else { return None };
        Some(Self {
            company: company.parse().ok()?,
            declaration: declaration.parse().ok()?,
            ..self
        })
    }
}
