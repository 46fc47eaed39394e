//! The personas, with fixed ids, and the practices they belong to.

use shared::auth::Role;
use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};
use shared::lang::Lang;
use shared::notifications::Channel;
use shared::offices::OfficeCode;

use super::Forge;
use super::companies::Invented;
use crate::delegations::{Grant, Kind, Practice, service as delegations};
use crate::fault::Result;
use crate::notifications::contacts;
use crate::people::{Person, Place, service as people};
use crate::store::WriteTx;

/// A practice and which share of the companies are its clients.
struct NewPractice {
    name: &'static str,
    kind: Kind,
    /// Clients are the companies whose number leaves one of these remainders when divided by ten.
    remainders: &'static [usize],
}

const PRACTICES: [NewPractice; 4] = [
    NewPractice {
        name: "Studio Lombardi Consulenti del lavoro",
        kind: Kind::Consultants,
        remainders: &[0, 1, 2, 3, 5],
    },
    NewPractice { name: "Studio Greco e Associati", kind: Kind::Consultants, remainders: &[4, 6] },
    NewPractice { name: "Studio Serra", kind: Kind::Consultants, remainders: &[7] },
    NewPractice {
        name: "Associazione Artigiani Esempio",
        kind: Kind::Association,
        remainders: &[2, 8],
    },
];

/// Clients of the first practice that its collaborator looks after.
const ASSIGNED: usize = 8;
/// Days until one delegation of the first practice ends.
const ENDING_IN: i64 = 20;

/// A persona: fixed id, name, role, where they belong.
struct Persona(&'static str, &'static str, Role, At);

enum At {
    /// Represents or is employed by the first company.
    First,
    Practice(usize),
    Office,
    System,
}

const PERSONAS: [Persona; 11] = [
    Persona("titolare", "Mario Rossi", Role::Owner, At::First),
    Persona("dipendente", "Elena Conti", Role::Employee, At::First),
    Persona("consulente", "Chiara Lombardi", Role::Consultant, At::Practice(0)),
    Persona("collaboratore", "Davide Fontana", Role::Collaborator, At::Practice(0)),
    Persona("consulente2", "Paolo Greco", Role::Consultant, At::Practice(1)),
    Persona("consulente3", "Silvia Serra", Role::Consultant, At::Practice(2)),
    Persona("associazione", "Laura Mariani", Role::Association, At::Practice(3)),
    Persona("operatore", "Stefano Gallo", Role::Operator, At::Office),
    Persona("responsabile", "Anna Marino", Role::Manager, At::Office),
    Persona("amministratore", "Luca Ferrari", Role::Administrator, At::System),
    Persona("revisore", "Sara Costa", Role::Auditor, At::System),
];

/// Where some of them are reached besides their mail.
const CONTACTS: [(&str, Channel, &str); 3] = [
    ("titolare", Channel::Sms, "+393330000001"),
    ("consulente", Channel::Sms, "+393330000002"),
    ("consulente", Channel::Pec, "studio.lombardi@pec.example.it"),
];

/// The office whose staff can sign in.
const OFFICE: &str = "7010";

pub(super) fn store(tx: &mut dyn WriteTx, companies: &[Invented], forge: &mut Forge) -> Result<()> {
    let mut practices = Vec::with_capacity(PRACTICES.len());
    for new in &PRACTICES {
        practices.push(practice(tx, new, companies, forge)?);
    }
    for (number, persona) in PERSONAS.iter().enumerate() {
        let Some(person) = person(persona, number, companies, &practices, forge) else { continue };
        people::record(tx, &person)?;
        for (of, channel, value) in CONTACTS {
            if of == persona.0 {
                contacts::record(tx, person.id, channel, value)?;
            }
        }
        if person.role == Role::Collaborator {
            for company in clients(&PRACTICES[0], companies).take(ASSIGNED) {
                delegations::assign(tx, person.id, company)?;
            }
        }
        if persona.0 == "consulente"
            && let Some(first) = practices.first()
        {
            let clients: Vec<&Invented> = clients_of(&PRACTICES[0], companies).collect();
            super::practice::furnish(tx, *first, person.id, &clients, forge)?;
        }
    }
    Ok(())
}

fn clients<'a>(
    practice: &'a NewPractice,
    companies: &'a [Invented],
) -> impl Iterator<Item = CompanyId> + 'a {
    clients_of(practice, companies).map(|company| company.id)
}

fn clients_of<'a>(
    practice: &'a NewPractice,
    companies: &'a [Invented],
) -> impl Iterator<Item = &'a Invented> + 'a {
    let is_client = |number: usize| practice.remainders.contains(&(number % 10));
    companies
        .iter()
        .enumerate()
        .filter(move |(number, _)| is_client(*number))
        .map(|(_, company)| company)
}

fn practice(
    tx: &mut dyn WriteTx,
    new: &NewPractice,
    companies: &[Invented],
    forge: &mut Forge,
) -> Result<PracticeId> {
    let id = forge.id(forge.now);
    delegations::record_practice(tx, &Practice { id, name: new.name.to_owned(), kind: new.kind })?;
    let from = Day::new(forge.today.year() - 2, 1, 1).unwrap_or(forge.today);
    for (number, company) in clients(new, companies).enumerate() {
        let to = (number == 3).then(|| forge.today.plus_days(ENDING_IN));
        delegations::grant(tx, &Grant { practice: id, company, from, to })?;
    }
    Ok(id)
}

fn person(
    Persona(id, name, role, at): &Persona,
    number: usize,
    companies: &[Invented],
    practices: &[PracticeId],
    forge: &mut Forge,
) -> Option<Person> {
    let first = companies.first();
    let place = match at {
        At::First if *role == Role::Owner => Place::Companies,
        At::First => Place::Employee(first?.id),
        At::Practice(place) => Place::Practice(*practices.get(*place)?),
        At::Office => Place::Office(OfficeCode::parse(OFFICE).ok()?),
        At::System => Place::System,
    };
    // The owner is who the register says represents the first company.
    let tax_code = match at {
        At::First if *role == Role::Owner => first?.extract.persons.first()?.tax_code.clone(),
        _ => super::companies::person(forge, 1960..1995).1,
    };
    let milliseconds = i64::try_from(number).unwrap_or(0);
    let person_id: PersonId = forge.id(forge.now.plus_millis(milliseconds));
    Some(Person {
        id: person_id,
        name: (*name).to_owned(),
        tax_code,
        role: *role,
        place,
        lang: Lang::It,
        email: Some(format!("{id}@demo.example")),
        persona: Some((*id).to_owned()),
    })
}
