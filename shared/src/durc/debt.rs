//! What is owed, and what makes up for it.

use serde::{Deserialize, Serialize};

use super::Gestione;
use crate::calendar::{Day, Month, f24_due, uniemens_due};
use crate::money::Euro;

/// Where a debt comes from (Msg INPS 23688/2006, 21097/2008; Circ. 168/2010).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DebtKind {
    /// A return that was not paid, or not wholly.
    UnpaidReturn,
    /// Sanctions on what was regularised spontaneously.
    RegularisationSanctions,
    /// A rectification notice to pay.
    Notice,
    /// A charge from the comparison of wages.
    WageComparison,
    /// A report of the institute's inspectors.
    InstituteInspection,
    /// A report of another body.
    OtherInspection,
    /// A worker's report.
    WorkerReport,
    /// A fixed instalment of artisans, merchants or farmers, or an advance of professionals.
    Instalment,
}

/// Why a debt does not count although it is open: art. 3 c. 2 DM 30/1/2015 letters a to f, and the laws besides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CoverCause {
    /// (a) Instalments granted by INPS, INAIL, a Cassa edile or the collection agent; ended when revoked.
    Instalments,
    /// (b) Payment suspended by law; ended the day after the last one of the suspension.
    SuspendedByLaw,
    /// (c) Credits being set off, verified by the body.
    SetOff,
    /// (d) Administrative appeal pending; ended when rejected.
    Appeal,
    /// (e) Court case pending, not in the roll; ended by the final judgment or when entered in the roll.
    CourtCase,
    /// (f) With the collection agent, cartella or debit notice suspended after a court action.
    CollectionSuspended,
    /// Certified credits towards public bodies, at least as large as all that is open (art. 13-bis DL 52/2012).
    CertifiedCredits,
    /// `Definizione agevolata` applied for (art. 54 DL 50/2017); ended when an instalment is missed.
    FacilitatedSettlement,
    /// An insolvency procedure (art. 5 DM 30/1/2015 as amended by DM 23/2/2016).
    Insolvency,
    /// A receipt of payment that the archives do not show yet.
    Quittance,
}

impl CoverCause {
    /// The rule by which it covers, as it is quoted in every language; none of a receipt, which is a matter of proof.
    pub const fn source(self) -> Option<&'static str> {
        Some(match self {
            CoverCause::Instalments => "DM 30/1/2015, art. 3 c. 2 a",
            CoverCause::SuspendedByLaw => "DM 30/1/2015, art. 3 c. 2 b",
            CoverCause::SetOff => "DM 30/1/2015, art. 3 c. 2 c",
            CoverCause::Appeal => "DM 30/1/2015, art. 3 c. 2 d",
            CoverCause::CourtCase => "DM 30/1/2015, art. 3 c. 2 e",
            CoverCause::CollectionSuspended => "DM 30/1/2015, art. 3 c. 2 f",
            CoverCause::CertifiedCredits => "DL 52/2012, art. 13-bis; DM 13/3/2013",
            CoverCause::FacilitatedSettlement => "DL 50/2017, art. 54",
            CoverCause::Insolvency => "DM 30/1/2015, art. 5; DM 23/2/2016",
            CoverCause::Quittance => return None,
        })
    }
}

/// Something that covers a debt, or part of it, for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// Why.
    pub cause: CoverCause,
    /// The first day it covers: granted, filed, verified.
    pub from: Day,
    /// The first day it no longer covers: revoked, rejected, lapsed; absent while it lasts.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ended: Option<Day>,
    /// How much it covers at most; absent where it covers all.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount: Option<Euro>,
}

impl Cover {
    /// Whether it covers on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.ended.is_none_or(|ended| day < ended)
    }
}

/// A payment of a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Paid {
    /// When.
    pub day: Day,
    /// How much.
    pub amount: Euro,
}

/// Something owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Debt {
    /// The caller's name for it, which no other debt of the company has.
    pub key: String,
    /// Its account.
    pub gestione: Gestione,
    /// Matricola or other code of the position, where it has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// Where it comes from.
    pub kind: DebtKind,
    /// Month of competence.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub competence: Option<Month>,
    /// The last day to pay it.
    pub due: Day,
    /// The last day to hand in the return that it belongs to, where one does.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub return_due: Option<Day>,
    /// Contributions.
    pub contribution: Euro,
    /// Civil sanctions.
    pub sanctions: Euro,
    /// Interest.
    pub interest: Euro,
    /// Paid against all three.
    pub paid: Euro,
    /// Parts of that whose day is known: what is paid after the time of an invitation does not cure.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub payments: Vec<Paid>,
    /// Another part, of which nobody knows whether it was paid before the time of an invitation ended.
    #[serde(default)]
    pub undated: Euro,
    /// What makes up for it.
    #[serde(default)]
    pub covers: Vec<Cover>,
}

impl Debt {
    /// Contributions of an employer's month that are due by F24, nothing paid.
    pub fn of_month(key: String, code: Option<String>, month: Month, contribution: Euro) -> Self {
        Self {
            key,
            gestione: Gestione::Employers,
            code,
            kind: DebtKind::UnpaidReturn,
            competence: Some(month),
            due: f24_due(month),
            return_due: Some(uniemens_due(month)),
            contribution,
            sanctions: Euro::ZERO,
            interest: Euro::ZERO,
            paid: Euro::ZERO,
            payments: Vec::new(),
            undated: Euro::ZERO,
            covers: Vec::new(),
        }
    }

    /// What is left to pay, accessories included; never below zero.
    pub fn residual(&self) -> Euro {
        (self.contribution + self.sanctions + self.interest - self.paid).max(Euro::ZERO)
    }

    /// Whether an amount is below zero.
    pub(crate) fn has_negative(&self) -> bool {
        let covers = self.covers.iter().filter_map(|cover| cover.amount);
        [self.contribution, self.sanctions, self.interest, self.paid]
            .into_iter()
            .chain(covers)
            .any(Euro::is_negative)
    }
}

/// A return that was due and is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MissingReturn {
    /// Its account.
    pub gestione: Gestione,
    /// Matricola or other code of the position.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// For which month.
    pub month: Month,
    /// The last day to pay what it would have declared.
    pub due: Day,
    /// The last day to hand it in.
    pub return_due: Day,
    /// The day it was handed in: until then it was missing.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub handed_in: Option<Day>,
}

impl MissingReturn {
    /// An employer's UniEmens of a month.
    pub fn of_month(code: Option<String>, month: Month) -> Self {
        Self {
            gestione: Gestione::Employers,
            code,
            month,
            due: f24_due(month),
            return_due: uniemens_due(month),
            handed_in: None,
        }
    }
}

/// What keeps the archives from saying anything certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TechnicalProblem {
    /// A position that the registry does not know.
    UnknownPosition,
    /// A virtual DM that cannot be generated.
    DmNotGenerable,
    /// A payment attached to nothing.
    LoosePayment,
    /// A record that says what cannot be: an amount below zero, or the name of another.
    UnsoundRecord,
    /// A record that says that something was paid and not when, while it is the day that decides.
    UndatedPayment,
}

/// A technical problem of a gestione.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Technical {
    /// Whose.
    pub gestione: Gestione,
    /// Which.
    pub problem: TechnicalProblem,
    /// Matricola or other code of the position.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// The month it is about: one whose payment is not due by the cut-off does not matter yet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub month: Option<Month>,
    /// The record that cannot be read, by the key of its debt.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub record: Option<String>,
}

impl Technical {
    /// That a debt cannot be read: it is left out of the check, which says so.
    pub(super) fn of_debt(debt: Debt) -> Self {
        Self {
            gestione: debt.gestione,
            problem: TechnicalProblem::UnsoundRecord,
            code: debt.code,
            month: debt.competence,
            record: Some(debt.key),
        }
    }
}
