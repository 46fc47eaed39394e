//! The rates of employees.

use super::{Apprenticeship, Confidence, Expected, Sector, apprentice_rate, confidence_in};
use crate::calendar::Month;
use crate::fiscal::{Ca, Csc};
use crate::money::Rate;

/// What a worker is, as far as the rate depends on it.
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

/// The rates of a sector for firms up to a size.
#[derive(Clone, Copy)]
struct Row {
    sector: Sector,
    /// The largest average headcount it holds for; the row above ends where this one begins.
    up_to: u32,
    /// Total of blue-collar and of white-collar workers, hundredths of a percent; none if not known.
    blue: Option<u32>,
    white: Option<u32>,
    /// The employee's part, millionths.
    employee: u32,
    /// Wage-integration funds that apprentices pay too since 2022: total and employee's part,
    /// millionths; none if not known.
    integration: Option<(u32, u32)>,
    confidence: Confidence,
}

const ANY: u32 = u32::MAX;

/// Monthly operatives since 2022, for 2024 to 2026: sums of IVS 33.00, NASpI 1.61, TFR guarantee 0.20,
/// CUAF 0.68, sickness, maternity and the wage-integration funds (CIGO, CIGS, FIS) of the sector and
/// size: L. 388/2000, D.Lgs 148/2015, L. 234/2021, Circ. INPS 76/2022 and 5/2025.
const ROWS: &[Row] = &[
    row(Sector::Industry, 15, Some(3987), Some(3765), 91_900, Some((17_000, 0))),
    row(Sector::Industry, 50, Some(4077), Some(3855), 94_900, Some((26_000, 3_000))),
    row(Sector::Industry, ANY, Some(4107), Some(3885), 94_900, Some((29_000, 3_000))),
    row(Sector::ConstructionIndustry, 15, Some(4287), Some(3765), 91_900, None),
    row(Sector::ConstructionIndustry, ANY, Some(4377), None, 94_900, None),
    // The crafts' own fund (FSBA) is paid apart, under the causale EBNA.
    reconstructed(row(Sector::Craft, ANY, Some(3612), Some(3390), 91_900, Some((0, 0)))),
    reconstructed(row(Sector::ConstructionCraft, ANY, Some(4082), Some(3560), 91_900, None)),
    row(Sector::Commerce, 5, Some(3867), Some(3867), 93_567, Some((5_000, 1_667))),
    row(Sector::Commerce, 15, Some(3897), Some(3897), 94_567, Some((8_000, 2_667))),
    row(Sector::Commerce, ANY, Some(3987), Some(3987), 97_567, Some((17_000, 5_667))),
    // Sickness of waiters and cooks costs 0.77 more.
    row(Sector::PublicHouses, 5, Some(3867 + 77), Some(3867), 93_567, Some((5_000, 1_667))),
    row(Sector::PublicHouses, 15, Some(3897 + 77), Some(3897), 94_567, Some((8_000, 2_667))),
    row(Sector::PublicHouses, ANY, Some(3987 + 77), Some(3987), 97_567, Some((17_000, 5_667))),
];

/// NASpI surcharge on fixed terms, the employer's (art. 2 c. 28 L. 92/2012).
const FIXED_TERM: Rate = Rate::from_hundredths(140);

const fn row(
    sector: Sector,
    up_to: u32,
    blue: Option<u32>,
    white: Option<u32>,
    employee: u32,
    integration: Option<(u32, u32)>,
) -> Row {
    Row { sector, up_to, blue, white, employee, integration, confidence: Confidence::Derived }
}

const fn reconstructed(row: Row) -> Row {
    Row { confidence: Confidence::Reconstructed, ..row }
}

/// The rate a worker's wage should bear, when it is known.
///
/// `size` is the average headcount of the month, `qualification1` the UniEmens `Qualifica1`. Fixed
/// terms add 1.40 %, apprentices excepted; that seasonal work and substitutions do not pay it, and the
/// +0.50 of each renewal, cannot be seen here.
pub fn expected_rate(
    csc: &Csc,
    cas: &[Ca],
    size: u32,
    qualification1: char,
    fixed_term: bool,
    month: Month,
) -> Option<Expected> {
    let sector = Sector::of(csc, cas)?;
    let row = ROWS.iter().find(|row| row.sector == sector && size <= row.up_to)?;
    let total = match WorkerKind::from_qualification(qualification1)? {
        WorkerKind::BlueCollar => row.blue?,
        WorkerKind::WhiteCollar => row.white?,
        WorkerKind::Apprentice => return expected_apprentice_rate(row, size, month),
    };
    let surcharge = if fixed_term { FIXED_TERM } else { Rate::ZERO };
    Some(Expected {
        total: Rate::from_hundredths(total) + surcharge,
        employee: Rate::from_millionths(row.employee),
        confidence: confidence_in(month, row.confidence)?,
    })
}

/// The rate of an apprentice in a firm of ten and more: below, it depends on the months served, which
/// a declaration does not tell. Nor does it tell the kind, so the commonest is only supposed.
fn expected_apprentice_rate(row: &Row, size: u32, month: Month) -> Option<Expected> {
    if size < 10 {
        return None;
    }
    let (integration, employee_integration) = row.integration?;
    let base = apprentice_rate(Apprenticeship::Professional, size, 0);
    Some(Expected {
        total: base.total + Rate::from_millionths(integration),
        employee: base.employee + Rate::from_millionths(employee_integration),
        confidence: confidence_in(month, Confidence::Reconstructed)?,
    })
}
