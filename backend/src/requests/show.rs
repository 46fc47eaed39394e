//! A request with its conversation.

use shared::fault::Fault;
use shared::ids::PersonId;
use shared::requests::{Action, Actor, By, Charge, Line, Outcome, Show, State, Thread, What};

use super::service::{actor, clock_of, desk, head, may_reopen};
use super::submit::receipt;
use super::table::{FOLLOWED, LINES, LineRow};
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::people::service as people;
use crate::store::{Order, ReadTx, Span};

pub(super) async fn show(app: App, call: Call, request: Show) -> Result<Answer<Thread>> {
    let (caller, today, id) = (call.caller, app.today(), request.request);
    app.store().read(|tx| {
        let head = head(tx, id)?.ok_or(Fault::NotFound)?;
        let actor = actor(tx, &caller, &head, today)?.ok_or(Fault::NotFound)?;
        let (name, tax_code) =
            companies::name_and_code(tx, head.company)?.ok_or(Fault::NotFound)?;
        let mut lines = Vec::new();
        for ((_, number), row) in LINES.collect(tx, &Span::prefix(&id), Order::Ascending)? {
            let row: LineRow = row.read()?;
            if actor != Actor::Customer || !is_internal(&row.what) {
                lines.push(line(tx, number, row, caller.person)?);
            }
        }
        let followed = FOLLOWED.collect(tx, &Span::prefix(&id), Order::Ascending)?;
        let mut charge = None;
        if let Some((person, since)) = head.charge {
            let name = name_of(tx, person)?;
            let desk = desk(tx, person)?;
            charge = name.map(|name| Charge { person, name, since, desk });
        }
        let thread = Thread {
            id,
            version: head.version,
            company: head.company,
            name,
            tax_code,
            topic: head.topic,
            state: head.state,
            standing: head.state.standing(),
            outcome: outcome(head.state),
            office: head.office,
            office_name: companies::office_name(head.office.as_str()),
            unit: head.unit,
            charge,
            clock: clock_of(tx, &head, today)?,
            receipt: receipt(&head.receipt),
            lines,
            allowed: head.state.allowed(actor, may_reopen(tx, &head, today)?),
            stars: head.stars,
            matricola: head.matricola,
            about: head.about,
            followed: followed.into_iter().map(|(_, id)| id).collect(),
            subject: head.subject,
            phone: head.phone,
        };
        Ok(thread.into())
    })
}

const fn outcome(state: State) -> Option<Outcome> {
    match state {
        State::Closed(outcome) => Some(outcome),
        _ => None,
    }
}

/// Whether no customer may ever see it.
const fn is_internal(what: &What) -> bool {
    matches!(
        what,
        What::Done(Action::Note { .. } | Action::Escalate { .. } | Action::Return { .. })
    )
}

/// The name of a person.
pub(super) fn name_of(tx: &dyn ReadTx, person: PersonId) -> Result<Option<String>> {
    Ok(people::by_id(tx, person)?.map(|person| person.name))
}

fn line(tx: &dyn ReadTx, number: u32, row: LineRow, caller: PersonId) -> Result<Line> {
    let LineRow { at, side, person, what, state, registered } = row;
    let name = match person {
        Some(person) => name_of(tx, person)?,
        None => None,
    };
    let to = match &what {
        What::Done(Action::Assign { person }) => name_of(tx, *person)?,
        _ => None,
    };
    let by = By { side, name, me: person == Some(caller) };
    Ok(Line { number, at, by, what, state, to, registered })
}
