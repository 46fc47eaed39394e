//! What a rate is made of, and whom it is for.

use serde::{Deserialize, Serialize};

/// A part of the rate, in the order in which a breakdown lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// IVS: pensions of the FPLD.
    Ivs,
    /// All that an apprentice's wage bears for pensions and minor covers.
    Apprenticeship,
    /// NASpI: unemployment benefit, with the part for training.
    Naspi,
    /// Training fund, a part of NASpI: no extra cost.
    TrainingFund,
    /// Guarantee fund of the TFR.
    TfrGuarantee,
    /// CUAF: family allowances.
    Cuaf,
    /// Sickness benefit.
    Sickness,
    /// Sickness benefit of pastry shops.
    SicknessPastry,
    /// Maternity benefit.
    Maternity,
    /// CIGO: ordinary wage support.
    Cigo,
    /// CIGO of the stone trades.
    CigoStone,
    /// CIGS: extraordinary wage support.
    Cigs,
    /// FIS: wage-support fund of firms outside CIGO.
    Fis,
    /// FIS of a small firm that has made no claim for 24 months.
    FisReduced,
    /// Fund of the professional activities.
    ProfessionalFund,
    /// FSBA: fund of the crafts, paid by F24 under EBNA.
    Fsba,
    /// NASpI surcharge on fixed terms.
    FixedTerm,
    /// What each renewal of a fixed term adds to it.
    Renewal,
    /// 1 % more on the wage above the first pensionable band.
    AdditionalIvs,
    /// What authorised wage support costs on top, on the wages lost.
    LostWages,
    /// The same of who had none for 24 months.
    LostWagesUnclaimed,
}

impl Component {
    /// Every component that the rate on the whole wage may have.
    pub(in crate::rates) const ON_WAGE: [Self; 18] = [
        Self::Ivs,
        Self::Apprenticeship,
        Self::Naspi,
        Self::TrainingFund,
        Self::TfrGuarantee,
        Self::Cuaf,
        Self::Sickness,
        Self::SicknessPastry,
        Self::Maternity,
        Self::Cigo,
        Self::CigoStone,
        Self::Cigs,
        Self::Fis,
        Self::FisReduced,
        Self::ProfessionalFund,
        Self::Fsba,
        Self::FixedTerm,
        Self::Renewal,
    ];
}

/// How a component counts in the total rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// It is added.
    #[default]
    Added,
    /// It is a part of another component already: no extra cost.
    Within,
    /// It is paid apart, under a causale of its own.
    Apart,
    /// It is due on the wage above the first pensionable band only.
    AboveBand,
}

/// The legal category of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Collar {
    /// Operaio.
    BlueCollar,
    /// Impiegato.
    WhiteCollar,
    /// Dirigente.
    Executive,
}

/// Where a worker stands between apprenticeship and trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StandingKind {
    /// No apprentice.
    Ordinary,
    /// Apprentice towards a trade (art. 44 D.Lgs 81/2015).
    Professional,
    /// Apprentice towards a qualification or diploma (art. 43 D.Lgs 81/2015): the first level.
    FirstLevel,
    /// Kept on after the apprenticeship, while the employer pays as for an apprentice (art. 47 c. 7 D.Lgs 81/2015).
    Confirmed,
}
