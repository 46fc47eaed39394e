//! Codes met in UniEmens, as data. None of the lists is closed: a code that is not here is accepted with a warning.
//!
//! Sources: samples of real files; the list of `TipoContribuzione` of the older EMens; Circ. INPS 145/2025 (L206, L207); Circ. INPS
//! 107/2009 (training funds). The meaning of many is not established, so nothing but their existence is checked.

/// Where a code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `TipoContribuzione` of a worker.
    Contribution,
    /// `CausaleADebito` or `CausaleACredito` of a worker.
    WorkerItem,
    /// `CausaleADebito` or `CausaleACredito` of the company.
    CompanyItem,
    /// `CodiceCausale` in `InfoAggCausaliContrib`.
    Information,
    /// `CodFondo` in `FondoInterprof`.
    TrainingFund,
}

const CONTRIBUTION: &[&str] = &[
    "00", "03", "10", "15", "32", "37", "38", "39", "40", "48", "49", "52", "53", "54", "55", "56",
    "57", "58", "59", "61", "62", "63", "64", "65", "66", "67", "68", "69", "70", "71", "72", "73",
    "80", "99", "H0", "J0", "J1", "J2", "J3", "J4", "J5", "J6",
];
const WORKER_ITEM: &[&str] = &["M701", "M702", "0052", "0053", "E775", "S110", "L053", "L070"];
const COMPANY_ITEM: &[&str] = &[
    "M900", "M980", "M950", "L206", "L207", "0052", "0053", "CF01", "CF11", "PF10", "PF20", "E775",
    "S110", "TF01", "TF13",
];
const INFORMATION: &[&str] =
    &["DPMI", "0058", "ED25", "0052", "0053", "L053", "L070", "E775", "S110"];
const TRAINING_FUND: &[&str] = &[
    "FIMA", "FPRO", "FITE", "FCOP", "FAPI", "FTUS", "FEMI", "FCON", "FARC", "FART", "FBCA", "REVO",
];

impl Kind {
    /// Whether the tables have the code.
    pub fn knows(self, code: &str) -> bool {
        let codes = match self {
            Kind::Contribution => CONTRIBUTION,
            Kind::WorkerItem => WORKER_ITEM,
            Kind::CompanyItem => COMPANY_ITEM,
            Kind::Information => INFORMATION,
            Kind::TrainingFund => TRAINING_FUND,
        };
        codes.contains(&code)
    }
}
