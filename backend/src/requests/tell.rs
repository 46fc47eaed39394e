//! Who is told of what happens to a request. Texts of the conversation are not repeated: whoever is told reads them there.

use shared::auth::Role;
use shared::calendar::{Day, Instant};
use shared::ids::{PersonId, RequestId};
use shared::notifications::{About, Event};
use shared::register::ProtocolNumber;
use shared::requests::words::BEGUN;
use shared::requests::{Action, Desk, Outcome, STAFF, Side, State};

use super::expected::expected_still;
use super::service::{clock_of, head, reopens_until, tell_tabs};
use super::show::name_of;
use super::table::Head;
use super::watch::Said;
use crate::companies::service as companies;
use crate::desk::service as desks;
use crate::fault::Result;
use crate::notifications::service::{self as notifications, Announcement, To, Words};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::store::{ReadTx, WriteTx};

/// Something that is told of a request as it stands now.
struct Told<'a> {
    id: RequestId,
    head: &'a Head,
    words: Words,
    /// What it is told of: each person is told once.
    key: String,
}

/// Tells whoever acts for the company that the request has its number, and where it went: both are one moment here. Whoever sent it is
/// told too: it is their receipt.
pub(super) fn opened(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &Head,
    person: PersonId,
) -> Result<()> {
    let told = Told::of(tx, (id, now), head, Some(head.receipt.expected))?;
    told.customers(tx, now, Event::RequestRegistered, None)?;
    told.people(tx, now, Event::RequestRegistered, vec![person], Side::Customer)
}

/// Tells whoever acts for the company that its office wrote first.
pub(super) fn begun(tx: &mut dyn WriteTx, now: Instant, id: RequestId, head: &Head) -> Result<()> {
    let mut told = Told::of(tx, (id, now), head, None)?;
    told.words.detail = Some(BEGUN);
    told.customers(tx, now, Event::RequestMessage, None)
}

/// The day that goes with what somebody did: until when it can be reopened, or when the answer is there.
fn day(tx: &dyn ReadTx, head: &Head, action: &Action, today: Day) -> Result<Option<Day>> {
    Ok(match head.state {
        State::Closed(Outcome::Withdrawn | Outcome::Merged) => None,
        State::Closed(_) => reopens_until(tx, head)?,
        // The clock stands still: only what asks the company says what follows from a reply.
        State::Awaiting(_) if !matches!(action, Action::Ask { .. }) => None,
        _ => {
            let clock = clock_of(tx, head, today)?;
            match action {
                // As the receipt says, as long as it can be still.
                Action::Take | Action::Assign { .. } => expected_still(tx, head, &clock, today)?,
                _ => Some(clock.due),
            }
        }
    })
}

/// Tells the other side what somebody did.
pub(super) fn done(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &Head,
    by: PersonId,
    action: &Action,
) -> Result<()> {
    let today = now.day_in_rome();
    let day = day(tx, head, action, today)?;
    let mut told = Told::of(tx, (id, now), head, day)?;
    told.words.detail = action.outcome().map(Outcome::name);
    let event = match action {
        Action::Take | Action::Assign { .. } => {
            told.words.quote =
                head.charge.map(|(person, _)| name_of(tx, person)).transpose()?.flatten();
            Event::RequestTaken
        }
        Action::Ask { .. } => Event::RequestAwaiting,
        Action::Transfer { .. } => Event::RequestTransferred,
        Action::Reopen { .. } => Event::RequestReopened,
        Action::Withdraw { .. } | Action::Close { .. } | Action::Merge { .. } => {
            Event::RequestClosed
        }
        Action::Answer { .. } if matches!(head.state, State::Closed(_)) => Event::RequestClosed,
        Action::Answer { .. }
        | Action::Reply { .. }
        | Action::CallBack { .. }
        | Action::Called { .. } => Event::RequestMessage,
        // What stays within the office, and what asks nothing of anybody.
        Action::Note { .. } | Action::Rate { .. } => return Ok(()),
        Action::Escalate { .. } => {
            let heads = heads(tx, head, today)?;
            return told.desk(tx, now, Event::RequestEscalated, heads, by);
        }
        Action::Return { .. } => {
            let office = in_charge(tx, head, today)?;
            return told.desk(tx, now, Event::RequestMessage, office, by);
        }
    };
    let at_desk = match action {
        Action::Assign { person } => Some((Event::RequestRouted, vec![*person])),
        Action::Transfer { .. } => Some((event, of_unit(tx, head, today)?)),
        Action::CallBack { .. } => Some((Event::RequestCall, in_charge(tx, head, today)?)),
        _ if action.kind().is_of_customer() => Some((event, in_charge(tx, head, today)?)),
        _ => None,
    };
    if let Some((event, people)) = at_desk {
        told.desk(tx, now, event, people, by)?;
    }
    told.customers(tx, now, event, Some(by))
}

/// Tells the office that a term of its clock is over; once its head knows, the customer; and that the last one is, whoever is in charge
/// and the head.
pub(super) fn clock(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    head: &Head,
    said: Said,
) -> Result<()> {
    let today = now.day_in_rome();
    let told = Told::of(tx, (id, now), head, Some(clock_of(tx, head, today)?.due))?;
    let (event, people) = match said {
        Said::Reminded => (Event::RequestReminder, in_charge(tx, head, today)?),
        Said::Escalated => (Event::RequestEscalated, heads(tx, head, today)?),
        // Whoever is both is told once: a line of the conversation is.
        Said::Late => {
            (Event::RequestLate, [in_charge(tx, head, today)?, heads(tx, head, today)?].concat())
        }
    };
    told.people(tx, now, event, people, Side::Office)?;
    match said {
        Said::Escalated => told.customers(tx, now, event, None),
        Said::Reminded | Said::Late => Ok(()),
    }
}

/// Tells whoever acts for the company that a registration counts no more, and open tabs of both sides that the conversation says so.
///
/// # Errors
/// Those of the store.
pub fn annulled(
    tx: &mut dyn WriteTx,
    now: Instant,
    id: RequestId,
    number: ProtocolNumber,
) -> Result<()> {
    let Some(head) = head(tx, id)? else { return Ok(()) };
    tell_tabs(tx, id, &head, false)?;
    let mut told = Told::of(tx, (id, now), &head, None)?;
    told.words.protocol = Some(number.to_string());
    told.key = format!("register/{number}");
    told.customers(tx, now, Event::RequestAnnulled, None)
}

impl<'a> Told<'a> {
    fn of(
        tx: &dyn ReadTx,
        (id, now): (RequestId, Instant),
        head: &'a Head,
        day: Option<Day>,
    ) -> Result<Self> {
        let today = now.day_in_rome();
        let office = offices::competent(tx, head.office, today)?;
        let words = Words {
            protocol: Some(head.receipt.registered.number.to_string()),
            topic: parameters::topics(tx)?.topic(head.topic).map(|topic| topic.title.clone()),
            office: Some(offices::name(tx, office, today)?),
            company: companies::name_and_code(tx, head.company)?.map(|(name, _)| name),
            day,
            ..Words::default()
        };
        // A line of the conversation is told to each person once.
        Ok(Self { id, head, words, key: format!("requests/{id}/{}", head.lines) })
    }

    fn customers(
        &self,
        tx: &mut dyn WriteTx,
        now: Instant,
        event: Event,
        but: Option<PersonId>,
    ) -> Result<()> {
        self.announce(tx, now, event, To::Company(self.head.company, but), Side::Customer)
    }

    fn desk(
        &self,
        tx: &mut dyn WriteTx,
        now: Instant,
        event: Event,
        mut people: Vec<PersonId>,
        but: PersonId,
    ) -> Result<()> {
        people.retain(|person| *person != but);
        self.people(tx, now, event, people, Side::Office)
    }

    fn people(
        &self,
        tx: &mut dyn WriteTx,
        now: Instant,
        event: Event,
        people: Vec<PersonId>,
        side: Side,
    ) -> Result<()> {
        self.announce(tx, now, event, To::People(people), side)
    }

    fn announce(
        &self,
        tx: &mut dyn WriteTx,
        now: Instant,
        event: Event,
        to: To,
        side: Side,
    ) -> Result<()> {
        let id = self.id.to_string();
        let announcement = Announcement {
            event,
            to,
            company: Some(self.head.company),
            key: self.key.clone(),
            about: if side == Side::Customer { About::Request(id) } else { About::Desk(id) },
            words: self.words.clone(),
        };
        notifications::announce(tx, now, &announcement)
    }
}

/// Whoever is in charge; those who head the office as long as nobody is.
fn in_charge(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Vec<PersonId>> {
    match head.charge {
        Some((person, _)) => Ok(vec![person]),
        None => heads(tx, head, today),
    }
}

/// Those whose desk is in the unit that the request is with and who are there; those who head the office where nobody is.
fn of_unit(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Vec<PersonId>> {
    let mut people = Vec::new();
    for person in offices::staff(tx, head.office, today)? {
        let desk = desks::desk(tx, person.id)?.map(|desk| desk.on(today));
        let is_there = |desk: Desk| desk.unit == head.unit && desk.away.is_none();
        if STAFF.contains(&person.role) && desk.is_some_and(is_there) {
            people.push(person.id);
        }
    }
    if people.is_empty() { heads(tx, head, today) } else { Ok(people) }
}

/// Those who head the office that the request is with.
fn heads(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Vec<PersonId>> {
    let staff = offices::staff(tx, head.office, today)?.into_iter();
    Ok(staff.filter(|person| person.role == Role::Manager).map(|person| person.id).collect())
}
