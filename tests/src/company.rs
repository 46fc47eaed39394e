//! Companies for tests.

use backend::companies::Extract;
use backend::companies::service::{
    ExtractPeriod, ExtractPerson, ExtractPosition, Particulars, store_extract,
};
use shared::calendar::Day;
use shared::companies::PositionState;
use shared::fiscal::{CompanyTaxCode, Matricola};
use shared::ids::CompanyId;

use crate::app::TestApp;

/// A company that the register knows.
#[derive(Clone)]
pub struct CompanyBuilder(Extract);

/// A company in the making: its number makes its tax code, its name is whatever reads well in a failure.
///
/// # Panics
/// If the number has more than seven digits.
pub fn company(number: u32, name: &str) -> CompanyBuilder {
    let tax_code = CompanyTaxCode::compose(number, 58).expect("a number of at most seven digits");
    CompanyBuilder(Extract {
        tax_code: tax_code.as_str().to_owned(),
        name: name.to_owned(),
        vat: None,
        legal_form: None,
        address: None,
        rea: None,
        ateco: None,
        started: None,
        pec: None,
        email: None,
        phone: None,
        extracted: opened(),
        principal: false,
        positions: Vec::new(),
        persons: Vec::new(),
    })
}

/// Since when everything is so.
fn opened() -> Day {
    Day::new(2020, 1, 1).expect("a day")
}

impl CompanyBuilder {
    /// With an active position of private employees, trade (CSC 70201), at an office.
    ///
    /// # Panics
    /// If the matricola is none.
    #[must_use]
    pub fn position(mut self, matricola: &str, office: &str) -> Self {
        let period = ExtractPeriod {
            from: opened(),
            to: None,
            csc: "70201".to_owned(),
            cas: Vec::new(),
            ateco: None,
            self_employed: None,
        };
        self.0.positions.push(ExtractPosition {
            matricola: Matricola::parse(matricola).expect("a matricola"),
            office: office.to_owned(),
            opened: opened(),
            states: vec![(PositionState::Active, opened())],
            entries: Vec::new(),
            periods: vec![period],
        });
        self
    }

    /// Its last position has always had this CSC and these CA.
    #[must_use]
    pub fn classified(mut self, csc: &str, cas: &[&str]) -> Self {
        if let Some(position) = self.0.positions.last_mut() {
            for period in &mut position.periods {
                csc.clone_into(&mut period.csc);
                period.cas = cas.iter().map(|ca| (*ca).to_owned()).collect();
            }
        }
        self
    }

    /// Its last position has ceased for good.
    #[must_use]
    pub fn ceased(mut self) -> Self {
        if let Some(position) = self.0.positions.last_mut() {
            position.states.push((PositionState::Ceased, opened()));
        }
        self
    }

    /// With a legal representative.
    #[must_use]
    pub fn represented_by(mut self, name: &str, tax_code: &str) -> Self {
        self.0.persons.push(ExtractPerson {
            name: name.to_owned(),
            tax_code: tax_code.to_owned(),
            charge: "amministratore unico".to_owned(),
            representative: true,
            since: opened(),
            until: None,
            particulars: Particulars::default(),
        });
        self
    }

    /// Its tax code.
    pub fn tax_code(&self) -> &str {
        &self.0.tax_code
    }

    /// Stores it.
    pub async fn store(&self, app: &TestApp) -> CompanyId {
        let (id, now, extract) = (app.app().new_id(), app.app().now(), self.0.clone());
        app.write(move |tx| store_extract(tx, id, &extract, now)).await
    }
}
