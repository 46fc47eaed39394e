//! The rate that follows from what a declaration tells.

use serde::{Deserialize, Serialize};

use super::{Contract, Facts, FixedTerm, Fund, Insured, Standing, Worker};
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
    /// Apprendista.
    Apprentice,
}

impl WorkerKind {
    /// The kind that the UniEmens element `Qualifica1` says, when the tables have its rates
    /// (managers, `3`, have other funds).
    pub const fn from_qualification(qualification1: char) -> Option<Self> {
        match qualification1 {
            '1' => Some(Self::BlueCollar),
            '2' => Some(Self::WhiteCollar),
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
    let contract = match fixed_term {
        true => Contract::FixedTerm(FixedTerm::default()),
        false => Contract::OpenEnded,
    };
    let rate = |collar, standing| {
        let facts = Facts {
            month,
            csc: *csc,
            cas: cas.to_vec(),
            size,
            fund: Fund::OfSector,
            no_fis_claims: false,
            worker: Worker { collar, standing },
            contract,
            wage: Euro::ZERO,
            time: None,
            insured: Insured::Before1996,
        };
        facts.rate(parameters)
    };
    if Sector::of(csc)? == Sector::Credit {
        return Err(Unrated::OwnFund);
    }
    let kind = WorkerKind::from_qualification(qualification1);
    match kind.ok_or(Unrated::Qualification(qualification1))? {
        WorkerKind::BlueCollar => Ok(rate(Collar::BlueCollar, Standing::Ordinary)?),
        WorkerKind::WhiteCollar => Ok(rate(Collar::WhiteCollar, Standing::Ordinary)?),
        // Below ten employees it depends on the months served, which a declaration does not tell.
        WorkerKind::Apprentice if size < 10 => Err(Unrated::Apprentices),
        // Nor does it tell the kind, so the commonest is only supposed, or the trade.
        WorkerKind::Apprentice => {
            let apprentice = Standing::Professional { months_served: 0 };
            let (blue, white) =
                (rate(Collar::BlueCollar, apprentice)?, rate(Collar::WhiteCollar, apprentice));
            match white == Ok(blue) {
                true => Ok(Expected { confidence: Confidence::Reconstructed, ..blue }),
                false => Err(Unrated::Apprentices),
            }
        }
    }
}
