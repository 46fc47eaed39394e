//! The rate of a firm whose wage support is not what its sector lets one suppose.

use super::{Contract, Expected, Facts, Fund, Insured, Standing, Unrated, Worker, WorkerKind};
use crate::calendar::Month;
use crate::fiscal::{Ca, Csc};
use crate::money::{Euro, Rate};
use crate::rates::{Collar, Parameters, rate_of};

/// What pays when a firm cannot employ its workers; by itself the fund of the sector, at its ordinary rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Support {
    /// The fund.
    pub fund: Fund,
    /// Whether the firm has made no claim on FIS for 24 months.
    pub no_fis_claims: bool,
}

impl Support {
    /// [`rate_of`] for a firm that has this support: what it costs in place of that of the sector.
    ///
    /// # Errors
    /// As [`rate_of`], and that the fund does not go with the sector or with a CA.
    pub fn rate_of(
        self,
        parameters: &Parameters,
        (csc, cas, size): (&Csc, &[Ca], u32),
        (qualification1, fixed_term): (char, bool),
        month: Month,
    ) -> Result<Expected, Unrated> {
        let known = rate_of(parameters, csc, cas, size, qualification1, fixed_term, month)?;
        let Some(kind) = WorkerKind::from_qualification(qualification1) else { return Ok(known) };
        if self == Self::default() {
            return Ok(known);
        }
        let (collar, standing) = match kind {
            WorkerKind::BlueCollar => (Collar::BlueCollar, Standing::Ordinary),
            WorkerKind::WhiteCollar => (Collar::WhiteCollar, Standing::Ordinary),
            WorkerKind::Executive => (Collar::Executive, Standing::Ordinary),
            // What apprentices cost beside the support is in the rate that is known.
            WorkerKind::Apprentice => {
                (Collar::BlueCollar, Standing::Professional { months_served: 0 })
            }
        };
        let with = |support: Self| {
            let facts = Facts {
                month,
                csc: *csc,
                cas: cas.to_vec(),
                size,
                fund: support.fund,
                no_fis_claims: support.no_fis_claims,
                pastry: false,
                worker: Worker { collar, standing },
                contract: Contract::OpenEnded,
                wage: Euro::ZERO,
                time: None,
                insured: Insured::Before1996,
            };
            facts.rate(parameters)
        };
        let (own, other) = (with(Self::default())?, with(self)?);
        let moved = |known: Rate, own: Rate, other: Rate| known + other - own;
        Ok(Expected {
            total: moved(known.total, own.total, other.total),
            employee: moved(known.employee, own.employee, other.employee),
            confidence: known.confidence.max(other.confidence),
        })
    }
}
