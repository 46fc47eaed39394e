//! Payments (M34): F24 forms, their INPS rows, and what each month owes against what was paid.

use serde::{Deserialize, Serialize};

use crate::auth::{Resource, Verb};
use crate::calendar::{Day, Month};
use crate::declarations::DmState;
use crate::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec};
use crate::export::{File, Format};
use crate::ids::{CompanyId, DeclarationId, ImportId, PaymentId};
use crate::lang::Lang;
use crate::money::Euro;
use crate::page::{Cursor, Page};
use crate::sections::contributions::payments::SECTION;
use crate::sections::{Code, Section, by_slug};

/// How the payment of something due stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaidState {
    /// Nothing is due.
    Nothing,
    /// Paid to the cent.
    Paid,
    /// More was paid than due.
    Excess,
    /// Less was paid than due, and the term has passed.
    Short,
    /// Nothing was paid, and the term has passed.
    Unpaid,
    /// Not wholly paid, and the term has not passed.
    Pending,
}

/// How a payment stands on a day.
pub fn paid_state(due: Euro, paid: Euro, pay_by: Day, today: Day) -> PaidState {
    if due <= Euro::ZERO && paid <= Euro::ZERO {
        PaidState::Nothing
    } else if paid == due {
        PaidState::Paid
    } else if paid > due {
        PaidState::Excess
    } else if today <= pay_by {
        PaidState::Pending
    } else if paid <= Euro::ZERO {
        PaidState::Unpaid
    } else {
        PaidState::Short
    }
}

/// One INPS row of an F24.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PaymentRow {
    /// The form.
    pub payment: PaymentId,
    /// The row's place in the form, from 1.
    pub row: u8,
    /// When the form was paid.
    pub day: Day,
    /// Office, four digits.
    pub office: String,
    /// What it pays (`causale contributo`).
    pub causale: String,
    /// Matricola, 17-digit code or branch.
    pub code: String,
    /// First month it is for.
    pub from: Option<Month>,
    /// Last month, where the causale has one.
    pub to: Option<Month>,
    /// Paid.
    pub debit: Euro,
    /// Set off.
    pub credit: Euro,
    /// What it was matched with.
    pub matched: Matched,
}

impl PaymentRow {
    /// What it was matched with as the archive of payments says it: of a row that pays no return, what its causale pays (table of the causali
    /// of the Agenzia delle Entrate of 08/09/2025).
    pub fn listed(&self) -> Option<&'static Code> {
        SECTION.field("matched")?.1.kind.code(match self.matched {
            Matched::Declaration { .. } => "denuncia",
            Matched::WrongPosition => "posizione_errata",
            Matched::Awaiting => "in_attesa",
            Matched::NoDeclaration => "senza_denuncia",
            Matched::Other => match self.causale.as_str() {
                "DMRA" => "nota_rettifica",
                "DMRP" => "credito_nota",
                "RC01" | "SSDP" | "SSDD" | "RCAD" | "COC" | "COS" | "COSI" | "POC" | "POS"
                | "POSI" | "AD" | "AR" | "ARI" | "ARM" | "CD" | "CR" | "CRI" | "CRM" => "recupero",
                "DMDP" | "DMDD" | "PRCA" | "RUGS" => "rata_dilazione",
                "AF" | "CF" | "AP" | "CP" | "APR" | "API" | "CPR" | "CPI" | "AFP" | "CFP"
                | "APP" | "CPP" | "P10" | "PXX" | "P10R" | "PXXR" | "DPPI" => "autonomi",
                _ => "altro",
            },
        })
    }

    /// The archive of what it pays, where it pays something other than a return.
    pub fn archive(&self) -> Option<&'static Section> {
        by_slug(match self.listed()?.code {
            "nota_rettifica" | "credito_nota" => "note-rettifica",
            "recupero" => "crediti",
            "rata_dilazione" => "domande-dilazione",
            _ => return None,
        })
    }
}

/// What an F24 row was matched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Matched {
    /// A declaration of the same position and month.
    Declaration {
        /// Which.
        id: DeclarationId,
    },
    /// Its causale pays something other than a monthly return.
    Other,
    /// The company has no such position: a wrong matricola, probably.
    WrongPosition,
    /// The return for that month is not due yet: payments fall before returns.
    Awaiting,
    /// There is no return for that month.
    NoDeclaration,
}

impl Matched {
    /// Whether the money is attached to nothing.
    pub const fn is_loose(self) -> bool {
        matches!(self, Matched::WrongPosition | Matched::NoDeclaration)
    }
}

/// F24 rows of a company, the latest payment first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Only payments of this year.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub year: Option<u16>,
    /// Only rows attached to nothing.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub loose: Option<bool>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cursor: Option<Cursor>,
    /// Rows a page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<u16>,
}

impl Endpoint for List {
    const SPEC: Spec = Spec {
        name: "payments.list",
        summary: "F24 rows of a company (M34), the latest payment first.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/payments",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Page<PaymentRow>;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// An F24 form: its INPS section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Payment {
    /// The form.
    pub id: PaymentId,
    /// When it was paid.
    pub day: Day,
    /// Tax code of the payer.
    pub payer: String,
    /// Its INPS rows.
    pub rows: Vec<PaymentRow>,
    /// Sum of what was paid.
    pub debit: Euro,
    /// Sum of what was set off.
    pub credit: Euro,
    /// The file it came in.
    pub file: String,
    /// The import that read it.
    pub import: ImportId,
}

/// One F24 form.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Which.
    #[serde(skip)]
    pub payment: PaymentId,
}

impl Endpoint for Show {
    const SPEC: Spec = Spec {
        name: "payments.show",
        summary: "One F24 form with what its rows were matched with.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/payments/{payment}",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Payment;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string(), self.payment.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company, payment] = values else { return None };
        Some(Self { company: company.parse().ok()?, payment: payment.parse().ok()? })
    }
}

/// What one month owes, over all positions, and what was paid for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct MonthFigures {
    /// Month of competence.
    pub month: Month,
    /// Due by the declarations in force.
    pub due: Euro,
    /// Paid for it.
    pub paid: Euro,
    /// How the payment stands.
    pub state: PaidState,
    /// Last day to pay.
    pub pay_by: Day,
    /// The worst state among the month's declarations; absent if nothing was declared.
    pub declared: Option<DmState>,
    /// The month's only declaration, where there is just one.
    pub declaration: Option<DeclarationId>,
}

/// Due against paid, month by month, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// How many months back, 12 unless told, 36 at most.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub months: Option<u16>,
}

impl Endpoint for Situation {
    const SPEC: Spec = Spec {
        name: "payments.situation",
        summary: "Contributions due against paid, month by month.",
        method: Method::Get,
        path: "/api/v1/companies/{company}/situation",
        access: Access::Company(Resource::Contributions, Verb::Read),
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = Vec<MonthFigures>;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

/// F24 rows of a company, as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Of which company.
    #[serde(skip)]
    pub company: CompanyId,
    /// Only payments of this year.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub year: Option<u16>,
    /// Only rows attached to nothing.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub loose: Option<bool>,
    /// As what.
    #[serde(default)]
    pub format: Format,
    /// In which language, if not the caller's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<Lang>,
}

impl Endpoint for Export {
    const SPEC: Spec = Spec {
        name: "payments.export",
        summary: "F24 rows of a company (M34), as a file.",
        path: "/api/v1/companies/{company}/export/payments",
        access: Access::Company(Resource::Contributions, Verb::Read),
        method: Method::Get,
        effect: Effect::Export,
        rate: RateClass::Export,
        payload: Payload::Query,
    };
    type Reply = File;

    fn segments(&self) -> Vec<String> {
        vec![self.company.to_string()]
    }
    fn with_segments(self, values: &[&str]) -> Option<Self> {
        let [company] = values else { return None };
        Some(Self { company: company.parse().ok()?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_what_it_pays_and_where_that_is() {
        let row = |causale: &str, matched| PaymentRow {
            payment: PaymentId::from_u128(1),
            row: 1,
            day: Day::new(2025, 10, 16).unwrap(),
            office: "7010".to_owned(),
            causale: causale.to_owned(),
            code: String::new(),
            from: None,
            to: None,
            debit: Euro::ZERO,
            credit: Euro::ZERO,
            matched,
        };
        for (causale, code, archive) in [
            ("DMRA", "nota_rettifica", Some("note-rettifica")),
            ("DMRP", "credito_nota", Some("note-rettifica")),
            ("RC01", "recupero", Some("crediti")),
            ("PRCA", "rata_dilazione", Some("domande-dilazione")),
            ("AF", "autonomi", None),
            ("EBNA", "altro", None),
        ] {
            let row = row(causale, Matched::Other);
            assert_eq!(row.listed().map(|listed| listed.code), Some(code), "{causale}");
            assert_eq!(row.archive().map(|archive| archive.slug), archive, "{causale}");
        }
        let id = DeclarationId::from_u128(1);
        for matched in [
            Matched::Declaration { id },
            Matched::WrongPosition,
            Matched::Awaiting,
            Matched::NoDeclaration,
        ] {
            let row = row("DM10", matched);
            assert!(row.listed().is_some() && row.archive().is_none(), "{matched:?}");
        }
    }

    #[test]
    fn a_payment_is_late_only_after_its_day() {
        let day = |d| Day::new(2025, 10, d).unwrap();
        let euro = Euro::from_cents;
        let state = |due, paid, today| paid_state(euro(due), euro(paid), day(16), day(today));
        assert_eq!(state(100, 0, 16), PaidState::Pending);
        assert_eq!(state(100, 0, 17), PaidState::Unpaid);
        assert_eq!(state(100, 99, 17), PaidState::Short);
        assert_eq!(state(100, 100, 17), PaidState::Paid);
        assert_eq!(state(100, 101, 1), PaidState::Excess);
        assert_eq!(state(0, 0, 17), PaidState::Nothing);
        assert_eq!(state(-50, 0, 17), PaidState::Nothing);
    }
}
