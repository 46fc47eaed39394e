//! Who is signed in and for whom they work, as the screens show it.

use shared::auth::Relation;
use shared::calendar::Day;
use shared::ids::CompanyId;
use shared::session::{Persona, Viewer, WorkIdentity};

use super::service::ends;
use super::table::Session;
use crate::access::{self, Caller};
use crate::app::App;
use crate::companies::service as companies;
use crate::delegations::service as delegations;
use crate::fault::Result;
use crate::notifications::service as notifications;
use crate::offices::service as offices;
use crate::people::{Person, Place};
use crate::store::ReadTx;

/// Whoever is signed in.
///
/// # Errors
/// Those of the store.
pub fn viewer(app: &App, tx: &dyn ReadTx, person: Person, session: &Session) -> Result<Viewer> {
    let today = app.today();
    let person = Person { place: offices::place(tx, person.place, today)?, ..person };
    let caller = Caller::of(&person, session.id);
    let companies = match person.role.is_staff() {
        true => Vec::new(),
        false => access::visible_companies(tx, &caller, today)?,
    };
    Ok(Viewer {
        working_for: work_identity(tx, &person, &companies, session.working_for, today)?,
        can_switch: if person.role.has_clients() {
            !companies.is_empty()
        } else {
            companies.len() > 1
        },
        person: person.id,
        name: person.name,
        role: person.role,
        lang: person.lang,
        demo: app.demo(),
        ends: ends(session),
        unread: notifications::unread(tx, caller.person)?.count,
    })
}

/// For whom the person works: the company they chose while they still may act for it, or else all of what they belong to.
fn work_identity(
    tx: &dyn ReadTx,
    person: &Person,
    companies: &[CompanyId],
    chosen: Option<CompanyId>,
    today: Day,
) -> Result<WorkIdentity> {
    let chosen = chosen.filter(|company| companies.contains(company));
    let clients = u32::try_from(companies.len()).unwrap_or(u32::MAX);
    match (&person.place, chosen) {
        (_, Some(company)) => company_identity(tx, company, today),
        (Place::Employee(company), None) => company_identity(tx, *company, today),
        (Place::Companies, None) => match companies.first() {
            Some(first) => company_identity(tx, *first, today),
            // The register no longer names them as representative of any company.
            None => Ok(WorkIdentity::Practice { name: person.name.clone(), clients }),
        },
        (place @ Place::Practice(_), None) => {
            Ok(WorkIdentity::Practice { name: place_name(tx, place, today)?, clients })
        }
        (Place::Office(code), None) => {
            let name = offices::name(tx, *code, today)?;
            Ok(WorkIdentity::Office { code: code.to_string(), name })
        }
        (Place::System, None) => Ok(WorkIdentity::System),
    }
}

fn company_identity(tx: &dyn ReadTx, id: CompanyId, today: Day) -> Result<WorkIdentity> {
    let card = companies::card(tx, id)?;
    let (name, matricola, office) =
        card.map(|card| (card.name, card.matricola, card.office)).unwrap_or_default();
    let office = office.map(|office| offices::called(tx, &office, today)).transpose()?;
    Ok(WorkIdentity::Company { id, name, matricola, office })
}

/// Whether somebody in this relation acts for the company, rather than attends to it from an office.
pub fn acts_for(relation: Relation) -> bool {
    relation != Relation::Competent
}

/// A person of the demo.
///
/// # Errors
/// Those of the store.
pub fn persona(tx: &dyn ReadTx, id: String, person: Person, today: Day) -> Result<Persona> {
    let place = match &person.place {
        Place::Companies => match companies::represented_by(tx, &person.tax_code)?.first() {
            Some(company) => company_name(tx, *company)?,
            None => String::new(),
        },
        place => place_name(tx, place, today)?,
    };
    Ok(Persona { id, name: person.name, role: person.role, place })
}

fn place_name(tx: &dyn ReadTx, place: &Place, today: Day) -> Result<String> {
    match place {
        Place::Companies | Place::System => Ok("Cassetto".to_owned()),
        Place::Employee(company) => company_name(tx, *company),
        Place::Practice(practice) => Ok(delegations::practice(tx, *practice)?
            .map(|practice| practice.name)
            .unwrap_or_default()),
        Place::Office(code) => offices::name(tx, *code, today),
    }
}

fn company_name(tx: &dyn ReadTx, company: CompanyId) -> Result<String> {
    Ok(companies::card(tx, company)?.map(|card| card.name).unwrap_or_default())
}
