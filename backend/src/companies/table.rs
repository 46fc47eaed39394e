//! Companies as stored, and the ways to find one.

use minicbor::{Decode, Encode};
use shared::ids::CompanyId;

use crate::store::{Index, Table};

/// A company. Days in days since 1970; codes as text, checked when the extract was read.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Company {
    #[n(0)]
    pub tax_code: String,
    #[n(1)]
    pub name: String,
    #[n(2)]
    pub vat: Option<String>,
    #[n(3)]
    pub legal_form: Option<String>,
    /// Street, postcode, town, province.
    #[n(4)]
    pub address: Option<(String, String, String, String)>,
    #[n(5)]
    pub rea: Option<String>,
    #[n(6)]
    pub ateco: Option<String>,
    #[n(7)]
    pub started: Option<i64>,
    #[n(8)]
    pub pec: Option<String>,
    #[n(9)]
    pub email: Option<String>,
    #[n(10)]
    pub phone: Option<String>,
    #[n(11)]
    pub extracted: i64,
    #[n(12)]
    pub principal: bool,
    #[n(13)]
    pub positions: Vec<Position>,
    #[n(14)]
    pub persons: Vec<Person>,
}

/// A contribution position with its history.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Position {
    #[n(0)]
    pub matricola: String,
    #[n(1)]
    pub office: String,
    #[n(2)]
    pub opened: i64,
    /// State by number (1 to 6) and since when, the oldest first.
    #[n(3)]
    pub states: Vec<(u8, i64)>,
    #[n(4)]
    pub periods: Vec<Period>,
    /// None in records of before it was asked for, and where the register does not say.
    #[n(5)]
    pub entries: Option<Vec<StateEntry>>,
}

/// How a state of a position came into the register: which, by its number, since when, when it was entered and by whom.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct StateEntry {
    #[n(0)]
    pub state: u8,
    #[n(1)]
    pub since: i64,
    #[n(2)]
    pub entered: Option<String>,
    #[n(3)]
    pub by: Option<String>,
}

/// A classification and how long it held.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Period {
    #[n(0)]
    pub from: i64,
    #[n(1)]
    pub to: Option<i64>,
    #[n(2)]
    pub csc: String,
    #[n(3)]
    pub cas: Vec<String>,
    #[n(4)]
    pub ateco: Option<String>,
    #[n(5)]
    pub self_employed: Option<u32>,
}

/// A connected person.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Person {
    #[n(0)]
    pub name: String,
    #[n(1)]
    pub tax_code: String,
    #[n(2)]
    pub charge: String,
    #[n(3)]
    pub representative: bool,
    #[n(4)]
    pub since: i64,
    #[n(5)]
    pub until: Option<i64>,
    /// None in records of before it was asked for.
    #[n(6)]
    pub particulars: Option<Particulars>,
}

/// What else the register knows of a person.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Particulars {
    /// Street, postcode, town, province.
    #[n(0)]
    pub residence: Option<(String, String, String, String)>,
    #[n(1)]
    pub citizenship: Option<String>,
    #[n(2)]
    pub charge_code: Option<String>,
    #[n(3)]
    pub deed: Option<String>,
    #[n(4)]
    pub years: Option<u8>,
    #[n(5)]
    pub signature: Option<String>,
    #[n(6)]
    pub elector: Option<bool>,
    #[n(7)]
    pub certified: Option<bool>,
}

pub(super) const COMPANIES: Table<CompanyId, Company> = Table::new("companies");
/// One company a tax code: the newest, if a mistake ever made two.
pub(super) const BY_TAX_CODE: Index<(String, CompanyId)> = Index::new("companies.by_tax_code");
pub(super) const BY_MATRICOLA: Index<(String, CompanyId)> = Index::new("companies.by_matricola");
/// Companies with a position of the office, by its four digits.
pub(super) const BY_OFFICE: Index<(String, CompanyId)> = Index::new("companies.by_office");
/// Companies by the tax code of who represents them.
pub(super) const BY_REPRESENTATIVE: Index<(String, CompanyId)> =
    Index::new("companies.by_representative");
