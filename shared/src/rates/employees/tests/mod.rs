mod declared;
mod examples;
mod further;
mod properties;
mod refusals;
mod totals;

use super::*;
use crate::rates::tests::parameters;

/// A worker of a firm, in a month of 2025.
pub(super) fn facts(csc: &str, size: u32, collar: Collar) -> Facts {
    Facts {
        month: Month::new(2025, 9).unwrap(),
        csc: Csc::parse(csc).unwrap(),
        cas: Vec::new(),
        size,
        fund: Fund::OfSector,
        no_fis_claims: false,
        pastry: false,
        worker: Worker { collar, standing: Standing::Ordinary },
        contract: Contract::OpenEnded,
        wage: Euro::from_whole(2_000),
        time: None,
        insured: Insured::Before1996,
    }
}

/// The same as an apprentice.
fn standing(facts: Facts, standing: Standing) -> Facts {
    Facts { worker: Worker { standing, ..facts.worker }, ..facts }
}

fn breakdown(facts: &Facts) -> Breakdown {
    facts.breakdown(parameters()).unwrap()
}
