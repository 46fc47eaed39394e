//! Requests in every state, as the personas of both sides would have written them.

mod answers;
mod files;
mod stories;

use std::collections::BTreeMap;

use shared::auth::Role;
use shared::calendar::Instant;
use shared::desk::{Document, Mark, SaveChecklist, Ticked};
use shared::ids::{AttachmentId, PersonId, RequestId, SessionId};
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::register::{Direction, ProtocolNumber};
use shared::requests::topics::{Known, TopicId, Unit};
use shared::requests::{Action, Aspect, Begin, Desk, Draft, RateSending, Rating};

use super::Forge;
use super::companies::Invented;
use crate::access::Caller;
use crate::attachments::service as attachments;
use crate::desk::service as desk;
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::people::{Person, Place, service as people};
use crate::register::service as register;
use crate::requests::service as requests;
use crate::store::WriteTx;

pub(super) use files::{Made, made};

/// The office whose requests are told.
const OFFICE: &str = "7010";
/// Who answers there beside the personas: name, unit, days.
const COLLEAGUES: [(&str, &str, Unit, &[u8]); 2] = [
    ("collega1", "Giulia Ricci", Unit::ACCOUNTING, &[1, 2, 4, 5]),
    ("collega2", "Marco Villa", Unit::RECOVERY, &[1, 3, 5]),
];

/// What is older has been looked at by everybody.
const UNSEEN_DAYS: i32 = 5;

/// A request: whose, about what, and what was done about it.
struct Story {
    /// Number of the company.
    company: usize,
    /// Who asks, or writes first for the office.
    by: &'static str,
    topic: u16,
    /// So many days ago.
    days: i32,
    subject: &'static str,
    text: &'static str,
    /// So many days ago, who did what.
    steps: Vec<(i32, &'static str, Action)>,
}

/// Something that happens to a request.
enum Event {
    Sent(PersonId, Box<Draft>),
    Begun(PersonId, Box<Begin>),
    /// How it was to send it.
    Rated(PersonId),
    Done(PersonId, Action),
    /// Somebody ticks off the documents before asking for them: none is there.
    Missed(PersonId, usize),
    Clock,
}

/// Stores the operators, the requests in the order in which all of it happened, and a draft.
pub(super) fn store(
    tx: &mut dyn WriteTx,
    world: &[Invented],
    documents: &[Made],
    forge: &mut Forge,
) -> Result<()> {
    let Some(people) = people_of(tx, forge)? else { return Ok(()) };
    let known = parameters::topics(tx)?;
    let mut events: Vec<(Instant, RequestId, Event)> = Vec::new();
    let mut old = Vec::new();
    for (number, story) in stories::stories().into_iter().enumerate() {
        let (Some(company), Some(by)) = (world.get(story.company), people.get(story.by)) else {
            continue;
        };
        let opened = at(forge, story.days, 8, number);
        let id = forge.id(opened);
        let attachments = match number {
            // The first one brings a document.
            0 => furnished(tx, opened, by.id, documents.get(..1).unwrap_or_default(), forge)?,
            _ => Vec::new(),
        };
        events.push((opened, id, beginning(&story, by, company, attachments)));
        events.extend((story.by == "titolare").then_some((opened, id, Event::Rated(by.id))));
        if story.days > UNSEEN_DAYS {
            old.push(id);
        }
        events.extend((1..story.days).map(|days| (at(forge, days, 7, number), id, Event::Clock)));
        for (order, (days, by, action)) in story.steps.into_iter().enumerate() {
            let Some(by) = people.get(by) else { continue };
            let when = at(forge, days, 9 + order, number);
            if matches!(action, Action::Ask { .. }) {
                events.push((when, id, Event::Missed(by.id, documents_of(&known, story.topic))));
            }
            let action = match action {
                // A reply of the demo brings all there are.
                Action::Reply { text, .. } => {
                    let attachments = furnished(tx, when, by.id, documents, forge)?;
                    Action::Reply { text, attachments }
                }
                action => action,
            };
            events.push((when, id, Event::Done(by.id, action)));
        }
    }
    play(tx, &people, events)?;
    for person in people.values() {
        old.iter().try_for_each(|id| requests::furnish_look(tx, person.id, *id))?;
    }
    draft(tx, world, &people, forge)?;
    past(tx, &people, forge)
}

/// How a story begins, by the side on which whoever tells it stands.
fn beginning(
    story: &Story,
    by: &Person,
    company: &Invented,
    attachments: Vec<AttachmentId>,
) -> Event {
    let (topic, company_id) = (TopicId(story.topic), company.id);
    let (subject, text) = (story.subject.to_owned(), story.text.to_owned());
    let matricola = company.extract.positions.first().map(|one| one.matricola.to_string());
    if by.role.is_staff() {
        let draft = None;
        let begin =
            Begin { company: company_id, draft, matricola, topic, subject, text, attachments };
        return Event::Begun(by.id, Box::new(begin));
    }
    let draft = Draft {
        attachments,
        company: Some(company_id),
        matricola,
        topic: Some(topic),
        subject,
        text,
        ..Draft::default()
    };
    Event::Sent(by.id, Box::new(draft))
}

/// How many documents a topic asks for.
fn documents_of(known: &Known, topic: u16) -> usize {
    known.topic(TopicId(topic)).map_or(0, |topic| topic.documents.len())
}

/// What else the office has behind it: a line that was annulled, and a year of answers.
fn past(
    tx: &mut dyn WriteTx,
    people: &BTreeMap<&'static str, Person>,
    forge: &mut Forge,
) -> Result<()> {
    let Ok(office) = OfficeCode::parse(OFFICE) else { return Ok(()) };
    annulment(tx, office, people, forge)?;
    let here = people.values().filter(|person| person.place == Place::Office(office));
    answers::store(tx, office, &here.map(|person| person.id).collect::<Vec<_>>(), forge)
}

/// Lets all of it happen, in the order in which it did.
fn play(
    tx: &mut dyn WriteTx,
    people: &BTreeMap<&'static str, Person>,
    mut events: Vec<(Instant, RequestId, Event)>,
) -> Result<()> {
    events.sort_by_key(|(at, id, _)| (*at, *id));
    let callers: BTreeMap<PersonId, Caller> = people
        .values()
        .map(|person| (person.id, Caller::of(person, SessionId::default())))
        .collect();
    for (at, id, event) in events {
        match event {
            Event::Sent(person, draft) => requests::furnish(tx, at, id, person, *draft)?,
            Event::Begun(person, begin) => {
                let Some(caller) = callers.get(&person) else { continue };
                requests::furnish_begun(tx, at, caller, id, &begin)?;
            }
            Event::Missed(person, documents) => {
                let Some(caller) = callers.get(&person) else { continue };
                let missing =
                    |place| Ticked { document: Document::Topic(place), mark: Mark::Missing };
                let items = (0..).take(documents).map(missing).collect();
                let list = SaveChecklist { request: id, version: 0, items };
                desk::furnish_checklist(tx, at, caller, &list)?;
            }
            Event::Rated(person) => {
                let Some(caller) = callers.get(&person) else { continue };
                let rating = Rating { stars: 4, aspect: Some(Aspect::Guided), ..Rating::default() };
                let rating = RateSending { request: id, rating };
                requests::sending_rated(tx, caller, &rating, at.day_in_rome())?;
            }
            Event::Clock => requests::furnish_clock(tx, at, id)?,
            Event::Done(person, action) => {
                let Some(caller) = callers.get(&person) else { continue };
                requests::furnish_action(tx, at, caller, id, action)?;
            }
        }
    }
    Ok(())
}

/// Documents of somebody's, ready to go with a message.
fn furnished(
    tx: &mut dyn WriteTx,
    at: Instant,
    person: PersonId,
    documents: &[Made],
    forge: &mut Forge,
) -> Result<Vec<AttachmentId>> {
    let mut ids = Vec::with_capacity(documents.len());
    for made in documents {
        let id = forge.id(at);
        attachments::furnish(tx, at, (person, id), (made.name, made.bytes, made.hash))?;
        ids.push(id);
    }
    Ok(ids)
}

/// An hour of a day some days ago; every story has a minute of its own.
fn at(forge: &Forge, days: i32, hour: usize, number: usize) -> Instant {
    let day = forge.today.plus_days(-i64::from(days));
    let (hour, minute) = (u32::try_from(hour).unwrap_or(9), u32::try_from(number).unwrap_or(0));
    Instant::from_rome(day, hour.min(19), (7 * minute) % 60).unwrap_or(forge.now)
}

/// Everybody who has a part, by persona; the operators with the hours of their desks. Nobody where the personas are not there.
fn people_of(
    tx: &mut dyn WriteTx,
    forge: &mut Forge,
) -> Result<Option<BTreeMap<&'static str, Person>>> {
    let mut found = BTreeMap::new();
    for persona in ["titolare", "consulente", "consulente2", "operatore", "responsabile"] {
        let Some(person) = people::by_persona(tx, persona)? else { return Ok(None) };
        found.insert(persona, person);
    }
    let week = |unit, days: &[u8]| {
        let (days, contact) = (days.to_vec(), "06 5550 7010".to_owned());
        Desk { unit, days, from: 9 * 60, to: 12 * 60 + 30, contact, away: None }
    };
    let Ok(office) = OfficeCode::parse(OFFICE) else { return Ok(None) };
    for (key, name, unit, days) in COLLEAGUES {
        let colleague = Person {
            id: forge.id(forge.now),
            name: name.to_owned(),
            tax_code: super::companies::person(forge, 1960..1995).1,
            role: Role::Operator,
            place: Place::Office(office),
            lang: Lang::It,
            email: None,
            persona: None,
        };
        people::record(tx, &colleague)?;
        desk::furnish_desk(tx, colleague.id, &week(unit, days))?;
        found.insert(key, colleague);
    }
    for (persona, unit) in [("operatore", Unit::RETURNS), ("responsabile", Unit::FRONT_OFFICE)] {
        if let Some(person) = found.get(persona) {
            desk::furnish_desk(tx, person.id, &week(unit, &[1, 2, 3, 4, 5]))?;
        }
    }
    Ok(Some(found))
}

/// The first document that the office received is found to be registered twice.
fn annulment(
    tx: &mut dyn WriteTx,
    office: OfficeCode,
    people: &BTreeMap<&'static str, Person>,
    forge: &Forge,
) -> Result<()> {
    let Some(head) = people.get("responsabile") else { return Ok(()) };
    let at = at(forge, 1, 12, 0);
    let year = u16::try_from(at.day_in_rome().year()).unwrap_or_default();
    let number = ProtocolNumber { office, direction: Direction::In, year, number: 1 };
    register::furnish_annulment(tx, at, number, head.id, "Registrata due volte")
}

/// A draft that the owner has not sent yet.
fn draft(
    tx: &mut dyn WriteTx,
    world: &[Invented],
    people: &BTreeMap<&'static str, Person>,
    forge: &mut Forge,
) -> Result<()> {
    let (Some(company), Some(owner)) = (world.first(), people.get("titolare")) else {
        return Ok(());
    };
    let content = Draft {
        company: Some(company.id),
        topic: Some(TopicId(304)),
        subject: "Rimborso del versato in più".to_owned(),
        text: "Abbiamo versato due volte lo stesso mese: come chiedo".to_owned(),
        ..Draft::default()
    };
    let at = at(forge, 1, 18, 0);
    let id = forge.id(at);
    requests::furnish_draft(tx, at, (owner.id, id), content)
}
