//! The identifiers of the trade: once parsed they are valid, and no other code checks them again.

mod ascii;
mod classification;
mod codeline;
mod company;
mod error;
mod matricola;
mod person;
mod register_number;
mod tax_code;

pub(crate) use ascii::Ascii;
pub use classification::{Ateco, Ca, Csc};
pub use codeline::{AutonomousCode, Instalment};
pub use company::CompanyTaxCode;
pub use error::FiscalError;
pub use matricola::Matricola;
pub use person::PersonTaxCode;
pub use register_number::{RegisterNumber, Registered};
pub use tax_code::TaxCode;
