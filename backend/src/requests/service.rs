//! Which requests somebody may see, and in which part they act.

use sha2::{Digest, Sha256};
use shared::auth::Role;
use shared::auth::{Resource, Verb, permits};
use shared::calendar::{Day, Instant};
use shared::ids::{CompanyId, RequestId};
use shared::parameters::Parameter;
use shared::requests::{Actor, Clock, ClockTerms, Pause, STAFF, clock};

use super::table::{BY_COMPANY, BY_OFFICE, Head, Json, LINES, LineRow, REQUESTS};
use crate::access::{self, Caller};
use crate::fault::{Error, Result};
use crate::parameters::service as parameters;
use crate::people::Place;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// The part in which the caller may act on a request today; none if they may not know of it. An office knows the requests that are with
/// it, wherever the company has its positions; a customer those of companies for whom they act.
pub(super) fn actor(
    tx: &dyn ReadTx,
    caller: &Caller,
    head: &Head,
    today: Day,
) -> Result<Option<Actor>> {
    if STAFF.contains(&caller.role) {
        let is_here = matches!(&caller.place, Place::Office(office) if *office == head.office);
        let in_charge = head.charge.is_some_and(|(person, _)| person == caller.person);
        return Ok(is_here.then_some(match caller.role {
            Role::Manager => Actor::Head,
            _ if in_charge => Actor::InCharge,
            _ => Actor::Colleague,
        }));
    }
    let relation = access::relation(tx, caller, head.company, today)?;
    let may = |relation| permits(caller.role, relation, Resource::Requests, Verb::Read);
    Ok(relation.is_some_and(may).then_some(Actor::Customer))
}

/// The request of an id.
pub(super) fn head(tx: &dyn ReadTx, id: RequestId) -> Result<Option<Head>> {
    REQUESTS.get(tx, &id)?.map(|row| row.read()).transpose()
}

/// Keeps a request with a line that its conversation grew by.
pub(super) fn put(
    tx: &mut dyn WriteTx,
    id: RequestId,
    head: &mut Head,
    line: &LineRow,
) -> Result<()> {
    head.lines += 1;
    head.version += 1;
    LINES.put(tx, &(id, head.lines), &Json::of(line)?)?;
    Ok(REQUESTS.put(tx, &id, &Json::of(head)?)?)
}

/// The requests of companies, or of the caller's office.
pub(super) fn visible(
    tx: &dyn ReadTx,
    caller: &Caller,
    companies: &[CompanyId],
) -> Result<Vec<(RequestId, Head)>> {
    let mut ids = Vec::new();
    if let (true, Place::Office(office)) = (STAFF.contains(&caller.role), &caller.place) {
        let keys = BY_OFFICE.collect(tx, &Span::prefix(&office.number()), Order::Ascending)?;
        ids.extend(keys.into_iter().map(|(_, id)| id));
    } else {
        for company in companies {
            let keys = BY_COMPANY.collect(tx, &Span::prefix(company), Order::Ascending)?;
            ids.extend(keys.into_iter().map(|(_, id)| id));
        }
    }
    let mut heads = Vec::with_capacity(ids.len());
    for id in ids {
        heads.extend(head(tx, id)?.map(|head| (id, head)));
    }
    Ok(heads)
}

/// The terms of the answer clock on a day.
pub(super) fn terms(tx: &dyn ReadTx, day: Day) -> Result<ClockTerms> {
    let set = parameters::current(tx)?;
    let step = set.requests.clock.on(Parameter::AnswerClock, day);
    Ok(step.map(|step| step.value).map_err(|_| anyhow::anyhow!("no answer clock for the day"))?)
}

/// How the clock of a request stands: today, or at its end.
pub(super) fn clock_of(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<Clock> {
    let from = head.opened.day_in_rome();
    let until = head.closed.map_or(today, Instant::day_in_rome);
    Ok(clock(terms(tx, from)?, head.office, from, &head.pauses, until))
}

/// Whether a closed request can be reopened: so many working days from its end.
pub(super) fn may_reopen(tx: &dyn ReadTx, head: &Head, today: Day) -> Result<bool> {
    let Some(closed) = head.closed.map(Instant::day_in_rome) else { return Ok(false) };
    let since = clock(terms(tx, head.opened.day_in_rome())?, head.office, closed, &[], today);
    Ok(since.elapsed <= since.terms.reopen_days)
}

/// Ends the pause that runs.
pub(super) fn go_on(pauses: &mut [Pause], today: Day) {
    if let Some(pause) = pauses.last_mut().filter(|pause| pause.to.is_none()) {
        pause.to = Some(today);
    }
}

/// SHA-256 of a text, as the register keeps it. Files join it as they come.
pub(super) fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Claims the documents of a message in its transaction. This server keeps none yet, so there is none that could be claimed.
pub(super) fn claim<T>(attachments: &[T]) -> Result<()> {
    match attachments {
        [] => Ok(()),
        _ => Err(Error::field("attachments", "unknown")),
    }
}
