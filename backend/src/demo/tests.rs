//! The world is reproducible and holds what the screens must show.

use shared::calendar::Instant;

use super::{Forge, companies};

#[test]
fn the_same_seed_makes_the_same_companies() {
    let now = Instant::from_millis(1_795_000_000_000);
    let names = |seed| -> Vec<(String, String)> {
        companies::invent(&mut Forge::new(seed, now), 40)
            .into_iter()
            .map(|company| (company.extract.name, company.extract.tax_code))
            .collect()
    };
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn every_code_of_the_world_is_valid_and_its_own() {
    let now = Instant::from_millis(1_795_000_000_000);
    let invented = companies::invent(&mut Forge::new(7, now), 400);
    let mut tax_codes = std::collections::BTreeSet::new();
    let mut matricole = std::collections::BTreeSet::new();
    for company in &invented {
        assert!(
            shared::fiscal::CompanyTaxCode::parse(&company.extract.tax_code).is_ok(),
            "{}",
            company.extract.name
        );
        assert!(tax_codes.insert(company.extract.tax_code.clone()));
        assert!(!company.extract.positions.is_empty());
        for position in &company.extract.positions {
            assert!(matricole.insert(position.matricola));
        }
        for person in &company.extract.persons {
            assert!(
                shared::fiscal::PersonTaxCode::parse(&person.tax_code).is_ok(),
                "{}",
                person.name
            );
        }
    }
}
