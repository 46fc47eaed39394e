//! The rate that follows from what a declaration tells.

use serde::{Deserialize, Serialize};

use super::{Contract, Facts, FixedTerm, Fund, Insured, Standing, Support, Worker};
use crate::calendar::Month;
use crate::fiscal::{Ca, Csc};
use crate::money::{Euro, Rate};
use crate::parameters::Confidence;
use crate::rates::{Collar, Contribution, Parameters, RateError, Sector};

/// The rate expected on a wage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Expected {
    /// What employer and employee pay together.
    pub total: Rate,
    /// The employee's part of it.
    pub employee: Rate,
    /// How well it is known.
    pub confidence: Confidence,
}

impl Expected {
    /// The contribution on a wage.
    pub fn on(self, wage: Euro) -> Contribution {
        Contribution::of(wage, self.total, self.employee)
    }
}

/// What a worker is, as far as UniEmens tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkerKind {
    /// Operaio.
    BlueCollar,
    /// Impiegato.
    WhiteCollar,
    /// Dirigente.
    Executive,
    /// Apprendista.
    Apprentice,
}

impl WorkerKind {
    /// The kind that the UniEmens element `Qualifica1` says, when it is one that the tables tell apart.
    pub const fn from_qualification(qualification1: char) -> Option<Self> {
        match qualification1 {
            '1' => Some(Self::BlueCollar),
            '2' => Some(Self::WhiteCollar),
            '3' => Some(Self::Executive),
            '5' => Some(Self::Apprentice),
            _ => None,
        }
    }
}

/// Why a declaration does not tell the rate of some workers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unrated {
    /// The tables do not hold it.
    Rates(RateError),
    /// Their contributions are not the ordinary ones, or the code is none.
    Group,
    /// Their `Qualifica1` has other funds.
    Qualification(char),
    /// A fund of the sector comes on top, at a rate that the tables do not hold.
    OwnFund,
    /// Apprentices, whose rate depends on months served or on the trade.
    Apprentices,
}

impl From<RateError> for Unrated {
    fn from(error: RateError) -> Self {
        Self::Rates(error)
    }
}

/// `Qualifica1` and whether the term is fixed, of a group with ordinary contributions: `1FI000`.
pub fn group_worker(code: &str) -> Option<(char, bool)> {
    let mut characters = code.chars();
    let (qualification, _, term) = (characters.next()?, characters.next()?, characters.next()?);
    characters.as_str().starts_with("00").then_some((qualification, term == 'D'))
}

/// The rate a worker's wage should bear, when it is known: [`rate_of`] without why it is not.
pub fn expected_rate(
    parameters: &Parameters,
    csc: &Csc,
    cas: &[Ca],
    size: u32,
    qualification1: char,
    fixed_term: bool,
    month: Month,
) -> Option<Expected> {
    rate_of(parameters, csc, cas, size, qualification1, fixed_term, month).ok()
}

/// The rate a worker's wage should bear.
///
/// `size` is the average headcount of the month, `qualification1` the UniEmens `Qualifica1`. That a fixed term is seasonal, stands in for
/// somebody or was renewed cannot be seen here. Of banks and insurers the fund on top is not known, so the whole is not.
///
/// # Errors
/// Why it is not known.
pub fn rate_of(
    parameters: &Parameters,
    csc: &Csc,
    cas: &[Ca],
    size: u32,
    qualification1: char,
    fixed_term: bool,
    month: Month,
) -> Result<Expected, Unrated> {
    rated(parameters, &told(csc, cas, size, fixed_term, month), qualification1)
}

/// A rate that a wage may lawfully bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lawful {
    /// The rate.
    pub expected: Expected,
    /// What it supposes of the firm, the same of all its workers: its wage support, and whether it is a pastry shop.
    pub firm: (Support, bool),
}

/// Every rate a worker's wage may lawfully bear, that of [`rate_of`] first: a declaration tells neither how often a fixed term was renewed,
/// nor whether the firm has claimed on FIS, nor whether it belongs to the fund of the professional activities or to the stone trades, nor
/// whether it is a pastry shop. None where none is known.
pub fn lawful_rates<'a>(
    parameters: &'a Parameters,
    csc: &Csc,
    cas: &[Ca],
    size: u32,
    qualification1: char,
    fixed_term: bool,
    month: Month,
) -> impl Iterator<Item = Lawful> + use<'a> {
    let told = told(csc, cas, size, fixed_term, month);
    let most = if fixed_term { parameters.rates.most_renewals(month.first_day()) } else { 0 };
    let shop = matches!(Sector::of(csc), Ok(Sector::Commerce | Sector::Craft));
    // Of pastry shops only blue-collar workers cost more.
    let firms = if shop && qualification1 == '1' { 6 } else { 4 };
    let variants = (0..=most).flat_map(move |renewals| {
        let with = |fund, no_fis_claims| Support { fund, no_fis_claims };
        [
            (with(Fund::OfSector, false), false),
            (with(Fund::OfSector, true), false),
            (with(Fund::Professional, false), false),
            (with(Fund::Stone, false), false),
            (with(Fund::OfSector, false), true),
            (with(Fund::OfSector, true), true),
        ]
        .into_iter()
        .take(firms)
        .map(move |firm| (renewals, firm))
    });
    variants.filter_map(move |(renewals, firm @ (support, pastry))| {
        let contract = match told.contract {
            Contract::FixedTerm(term) => Contract::FixedTerm(FixedTerm { renewals, ..term }),
            Contract::OpenEnded => Contract::OpenEnded,
        };
        let Support { fund, no_fis_claims } = support;
        let facts = Facts { contract, fund, no_fis_claims, pastry, ..told.clone() };
        let expected = rated(parameters, &facts, qualification1).ok()?;
        Some(Lawful { expected, firm })
    })
}

/// What a declaration tells of a worker and the firm; the worker's collar and standing follow from the `Qualifica1`.
fn told(csc: &Csc, cas: &[Ca], size: u32, fixed_term: bool, month: Month) -> Facts {
    Facts {
        month,
        csc: *csc,
        cas: cas.to_vec(),
        size,
        fund: Fund::OfSector,
        no_fis_claims: false,
        pastry: false,
        worker: Worker { collar: Collar::BlueCollar, standing: Standing::Ordinary },
        contract: match fixed_term {
            true => Contract::FixedTerm(FixedTerm::default()),
            false => Contract::OpenEnded,
        },
        wage: Euro::ZERO,
        time: None,
        insured: Insured::Before1996,
    }
}

fn rated(
    parameters: &Parameters,
    facts: &Facts,
    qualification1: char,
) -> Result<Expected, Unrated> {
    let rate = |collar, standing| {
        Facts { worker: Worker { collar, standing }, ..facts.clone() }.rate(parameters)
    };
    if Sector::of(&facts.csc)? == Sector::Credit {
        return Err(Unrated::OwnFund);
    }
    let kind = WorkerKind::from_qualification(qualification1);
    match kind.ok_or(Unrated::Qualification(qualification1))? {
        WorkerKind::BlueCollar => Ok(rate(Collar::BlueCollar, Standing::Ordinary)?),
        WorkerKind::WhiteCollar => Ok(rate(Collar::WhiteCollar, Standing::Ordinary)?),
        WorkerKind::Executive => Ok(rate(Collar::Executive, Standing::Ordinary)?),
        // A declaration tells neither the kind, so the commonest is only supposed, nor the trade, nor the months served, on which the rate of
        // small firms depends.
        WorkerKind::Apprentice => {
            let of = |collar, months_served| rate(collar, Standing::Professional { months_served });
            let first = of(Collar::BlueCollar, 0)?;
            let others = [(Collar::BlueCollar, u32::MAX), (Collar::WhiteCollar, 0)];
            match others.into_iter().all(|(collar, months)| of(collar, months) == Ok(first)) {
                true => Ok(Expected { confidence: Confidence::Reconstructed, ..first }),
                false => Err(Unrated::Apprentices),
            }
        }
    }
}
