//! A request with its conversation.

use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{PersonId, RequestId};
use shared::requests::{
    Action, Actor, By, Charge, Follower, Kind, Line, Look, Outcome, Show, State, Thread, What,
};

use super::drafts::unsent;
use super::expected;
use super::list::{differs, is_archived};
use super::service::{actor, clock_of, head, heads, is_unread, lang_of, reopens_until};
use super::submit::receipt;
use super::table::{FOLLOWED, Head, LINES, LOOKS, LineRow};
use crate::access::Caller;
use crate::app::App;
use crate::attachments::service as attachments;
use crate::audit::NewEntry;
use crate::companies::service as companies;
use crate::desk::service as desks;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::offices::service as offices;
use crate::people::service as people;
use crate::register::service as register;
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

pub(super) async fn show(app: App, call: Call, request: Show) -> Result<Answer<Thread>> {
    let (caller, today) = (call.caller, app.today());
    Ok(app.store().read(|tx| thread(tx, &caller, request.request, today))?.into())
}

/// A conversation as the caller sees it.
pub(super) fn thread(
    tx: &dyn ReadTx,
    caller: &Caller,
    id: RequestId,
    today: Day,
) -> Result<Thread> {
    let head = head(tx, id)?.ok_or(Fault::NotFound)?;
    let actor = actor(tx, caller, &head, today)?.ok_or(Fault::NotFound)?;
    let (name, tax_code) = companies::name_and_code(tx, head.company)?.ok_or(Fault::NotFound)?;
    let customer = actor == Actor::Customer;
    let files = attachments::of_conversation(tx, head.company, id, !customer)?;
    let mut lines = Vec::new();
    for (number, (kept, row)) in (1..).zip(seen(tx, id, actor)?) {
        let files = files.iter().filter(|(line, _)| *line == kept);
        let files = files.map(|(_, file)| file.clone()).collect();
        lines.push(Line { attachments: files, ..line(tx, number, row, caller.person)? });
    }
    let clock = clock_of(tx, &head, today)?;
    let last = reopens_until(tx, &head)?;
    let reopens = last.is_some_and(|last| today <= last);
    let allowed = head.state.allowed(actor, head.begun(), reopens);
    let office = offices::competent(tx, head.office, today)?;
    Ok(Thread {
        id,
        version: (!customer).then_some(head.version),
        company: head.company,
        name,
        tax_code,
        topic: head.topic,
        state: if customer { head.state.to_customer() } else { head.state },
        standing: head.state.standing(),
        outcome: outcome(head.state),
        office,
        office_name: offices::name(tx, office, today)?,
        office_address: offices::address(tx, office, today)?,
        unit: head.unit,
        unit_name: offices::unit_name(tx, head.unit)?,
        lang: lang_of(tx, id)?,
        charge: charge(tx, &head, today)?,
        expected: expected::as_it_stands(tx, &head, &clock, today)?,
        clock,
        receipt: receipt(tx, id, &head)?,
        lines,
        unread: is_unread(tx, caller.person, id, &head)?,
        archived: is_archived(tx, caller.person, id, &head)?,
        unsent: unsent(tx, id, caller.person)?,
        reopens_until: last.filter(|_| allowed.contains(&Kind::Reopen)),
        allowed,
        stars: head.stars,
        call: head.waits_for_call(),
        matricola: head.matricola,
        about: head.about,
        followed: followers(tx, id)?,
        subject: head.subject,
        phone: head.phone,
        sending: head.sending,
    })
}

/// The lines of a conversation that somebody in a part sees, each with the number under which it is kept. For them they are numbered one
/// after another: no gap tells a customer that the office wrote something for itself.
fn seen(tx: &dyn ReadTx, id: RequestId, actor: Actor) -> Result<Vec<(u32, LineRow)>> {
    let mut seen = Vec::new();
    for ((_, kept), row) in LINES.collect(tx, &Span::prefix(&id), Order::Ascending)? {
        let row: LineRow = row.read()?;
        if actor != Actor::Customer {
            seen.push((kept, row));
        } else if !row.what.is_internal() {
            seen.push((kept, LineRow { state: row.state.to_customer(), ..row }));
        }
    }
    Ok(seen)
}

/// The number under which a line is kept that has another one for somebody in a part: that of the last they see where there are fewer.
pub(super) fn kept_as(tx: &dyn ReadTx, id: RequestId, actor: Actor, number: u32) -> Result<u32> {
    let most = usize::try_from(number).unwrap_or(usize::MAX);
    Ok(seen(tx, id, actor)?.into_iter().take(most).next_back().map_or(0, |(kept, _)| kept))
}

/// Later requests that follow it, the oldest first.
fn followers(tx: &dyn ReadTx, id: RequestId) -> Result<Vec<Follower>> {
    let followed = FOLLOWED.collect(tx, &Span::prefix(&id), Order::Ascending)?;
    let heads = heads(tx, followed.into_iter().map(|(_, request)| request).collect())?.into_iter();
    let follower = |(request, head): (RequestId, Head)| Follower {
        request,
        protocol: head.receipt.registered.number,
    };
    Ok(heads.map(follower).collect())
}

/// Who answers it, and when they can be reached.
fn charge(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Option<Charge>> {
    let Some((person, since)) = head.charge else { return Ok(None) };
    let desk = desks::desk(tx, person)?.map(|desk| desk.on(today));
    let unit_name = match &desk {
        Some(desk) => Some(offices::unit_name(tx, desk.unit)?),
        None => None,
    };
    Ok(name_of(tx, person)?.map(|name| Charge { person, name, since, desk, unit_name }))
}

/// Notes up to which line the caller has looked.
pub(super) async fn look(app: App, call: Call, request: Look) -> Result<Answer<()>> {
    let (caller, today, id) = (call.caller, app.today(), request.request);
    let looked = write(&app, call.key, Some(caller.person), move |tx| {
        let head = head(tx, id)?.ok_or(Fault::NotFound)?;
        let actor = actor(tx, &caller, &head, today)?.ok_or(Fault::NotFound)?;
        let place = (id, caller.person);
        let (before, now) = (LOOKS.get(tx, &place)?, kept_as(tx, id, actor, request.line)?);
        LOOKS.put(tx, &place, &now.max(before.unwrap_or(0)))?;
        differs(tx, head.company)?;
        Ok(((), NewEntry::of(Look::SPEC.name).for_company(head.company).about(id)))
    });
    Ok(looked.await?.into())
}

const fn outcome(state: State) -> Option<Outcome> {
    match state {
        State::Closed(outcome) => Some(outcome),
        _ => None,
    }
}

/// The name of a person.
pub(super) fn name_of(tx: &dyn ReadTx, person: PersonId) -> Result<Option<String>> {
    Ok(people::by_id(tx, person)?.map(|person| person.name))
}

fn line(tx: &dyn ReadTx, number: u32, row: LineRow, caller: PersonId) -> Result<Line> {
    let LineRow { at, side, person, what, comment, state, registered } = row;
    let name = match person {
        Some(person) => name_of(tx, person)?,
        None => None,
    };
    let to = match &what {
        What::Done(Action::Assign { person }) => name_of(tx, *person)?,
        What::Done(Action::Transfer { office, .. }) => {
            Some(offices::name(tx, *office, at.day_in_rome())?)
        }
        What::Done(Action::Merge { into: other, .. }) | What::Joined { from: other } => {
            head(tx, *other)?.map(|head| head.receipt.registered.number.to_string())
        }
        _ => None,
    };
    let to_unit = match &what {
        What::Done(Action::Transfer { unit, .. }) => Some(offices::unit_name(tx, *unit)?),
        _ => None,
    };
    let annulled = match &registered {
        Some(registered) => register::annulment(tx, registered.number)?,
        None => None,
    };
    let by = By { side, name, me: person == Some(caller) };
    let attachments = Vec::new();
    Ok(Line {
        number,
        at,
        by,
        what,
        comment,
        state,
        to,
        to_unit,
        registered,
        annulled,
        attachments,
    })
}
