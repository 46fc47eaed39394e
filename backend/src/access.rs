//! Who may do what: the one place where the table of [`shared::auth`] is asked.
//!
//! A service that touches a company takes a [`CompanyAccess`]. Only [`company`] makes one, so code that forgot to ask does not compile.

use shared::auth::{Relation, Resource, Role, Verb, permits};
use shared::calendar::Day;
use shared::fault::Fault;
use shared::ids::{CompanyId, PersonId, SessionId};

use crate::companies::service as companies;
use crate::delegations::service as delegations;
use crate::fault::Result;
use crate::offices::service as offices;
use crate::people::{Person, Place};
use crate::store::ReadTx;

/// Whoever is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The session.
    pub session: SessionId,
    /// The person.
    pub person: PersonId,
    /// What they are.
    pub role: Role,
    /// To what they belong.
    pub place: Place,
    /// Their tax code, by which the register knows representatives.
    pub tax_code: String,
}

impl Caller {
    /// A person in one of their sessions.
    pub fn of(person: &Person, session: SessionId) -> Self {
        Self {
            session,
            person: person.id,
            role: person.role,
            place: person.place.clone(),
            tax_code: person.tax_code.clone(),
        }
    }
}

/// The proof that a caller may do something to a company.
#[derive(Clone, Debug)]
pub struct CompanyAccess {
    caller: Caller,
    company: CompanyId,
    relation: Relation,
}

impl CompanyAccess {
    /// Who.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// To which company.
    pub fn company(&self) -> CompanyId {
        self.company
    }

    /// How they stand to it.
    pub fn relation(&self) -> Relation {
        self.relation
    }
}

/// Asks whether the caller may do this to the company today.
///
/// # Errors
/// [`Fault::NotFound`] without a relation, whether the company exists or not; [`Fault::Forbidden`] with one that does not permit it;
/// those of the store.
pub fn company(
    tx: &dyn ReadTx,
    caller: &Caller,
    company: CompanyId,
    resource: Resource,
    verb: Verb,
    today: Day,
) -> Result<CompanyAccess> {
    let relation = relation(tx, caller, company, today)?.ok_or(Fault::NotFound)?;
    if !permits(caller.role, relation, resource, verb) {
        return Err(Fault::Forbidden.into());
    }
    Ok(CompanyAccess { caller: caller.clone(), company, relation })
}

/// How the caller stands to the company today.
///
/// # Errors
/// Those of the store.
pub fn relation(
    tx: &dyn ReadTx,
    caller: &Caller,
    company: CompanyId,
    today: Day,
) -> Result<Option<Relation>> {
    let (relation, holds) = match (caller.role, &caller.place) {
        (Role::Owner, Place::Companies) => {
            (Relation::Own, companies::represents(tx, &caller.tax_code, company)?)
        }
        (Role::Employee, Place::Employee(employer)) => (Relation::Own, *employer == company),
        (Role::Consultant | Role::Association, Place::Practice(practice)) => {
            (Relation::Delegated, delegations::active(tx, *practice, company, today)?)
        }
        (Role::Collaborator, Place::Practice(practice)) => {
            let assigned = delegations::is_assigned(tx, caller.person, company)?;
            (Relation::Assigned, assigned && delegations::active(tx, *practice, company, today)?)
        }
        (Role::Operator | Role::Manager, Place::Office(office)) => {
            let mut is_competent = false;
            for part in offices::parts(tx, *office, today)? {
                is_competent |= companies::is_at_office(tx, part.as_str(), company)?;
            }
            (Relation::Competent, is_competent)
        }
        _ => return Ok(None),
    };
    Ok(holds.then_some(relation))
}

/// The companies to which the caller stands in a relation today.
///
/// # Errors
/// Those of the store.
pub fn visible_companies(tx: &dyn ReadTx, caller: &Caller, today: Day) -> Result<Vec<CompanyId>> {
    match (caller.role, &caller.place) {
        (Role::Owner, Place::Companies) => Ok(companies::represented_by(tx, &caller.tax_code)?),
        (Role::Employee, Place::Employee(employer)) => Ok(vec![*employer]),
        (Role::Consultant | Role::Association, Place::Practice(practice)) => {
            delegations::companies_of_practice(tx, *practice, today)
        }
        (Role::Collaborator, Place::Practice(practice)) => {
            let mut companies = delegations::companies_of_practice(tx, *practice, today)?;
            let assigned = delegations::assigned(tx, caller.person)?;
            companies.retain(|company| assigned.binary_search(company).is_ok());
            Ok(companies)
        }
        (Role::Operator | Role::Manager, Place::Office(office)) => {
            let mut found = Vec::new();
            for part in offices::parts(tx, *office, today)? {
                found.extend(companies::at_office(tx, part.as_str())?);
            }
            found.sort_unstable();
            found.dedup();
            Ok(found)
        }
        _ => Ok(Vec::new()),
    }
}
