//! People and how they are found.

use minicbor::{Decode, Encode};
use shared::auth::Role;
use shared::ids::{CompanyId, PersonId, PracticeId};
use shared::lang::Lang;
use shared::offices::OfficeCode;

use crate::store::{Index, Table};

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Person {
    /// The person.
    #[cbor(n(0), with = "crate::codec")]
    pub id: PersonId,
    /// First name and surname.
    #[n(1)]
    pub name: String,
    /// Tax code, 16 characters; by it the register of companies knows its legal representatives.
    #[n(2)]
    pub tax_code: String,
    /// What they are.
    #[cbor(n(3), with = "crate::codec")]
    pub role: Role,
    /// To what they belong.
    #[n(4)]
    pub place: Place,
    /// Language of their notices.
    #[cbor(n(5), with = "crate::codec")]
    pub lang: Lang,
    /// Where their notices go, if known.
    #[n(6)]
    pub email: Option<String>,
    /// Fixed id among the people of the demo.
    #[n(7)]
    pub persona: Option<String>,
}

/// To what a person belongs: with the role, what decides for whom they may act.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Place {
    /// The companies that the register says they represent.
    #[n(0)]
    Companies,
    /// The company that enabled them (form SC62).
    #[n(1)]
    Employee(#[cbor(n(0), with = "crate::codec")] CompanyId),
    /// A practice or an association.
    #[n(2)]
    Practice(#[cbor(n(0), with = "crate::codec")] PracticeId),
    /// An office of the institute.
    #[n(3)]
    Office(#[cbor(n(0), with = "crate::codec")] OfficeCode),
    /// The system itself.
    #[n(4)]
    System,
}

pub(super) const PEOPLE: Table<PersonId, Person> = Table::new("people");
/// Tax code → person, as 128 bits.
pub(super) const BY_TAX_CODE: Table<String, Found> = Table::new("people.by_tax_code");
/// Persona → person.
pub(super) const BY_PERSONA: Table<String, Found> = Table::new("people.by_persona");

/// Practice, then person.
pub(super) const BY_PRACTICE: Index<(PracticeId, PersonId)> = Index::new("people.by_practice");

/// Number of the office, then person.
pub(super) const BY_OFFICE: Index<(u16, PersonId)> = Index::new("people.by_office");

/// Where an index leads.
#[derive(Encode, Decode)]
pub(super) struct Found {
    #[cbor(n(0), with = "crate::codec")]
    pub person: PersonId,
}
