//! Requests that somebody put away: out of their lists, until they take them back or something new happens.

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{PersonId, RequestId};
use shared::live::{Topic, TopicKind};
use shared::requests::{Actor, Archive};

use super::tally::differs;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::live::service::{self as live, Audience};
use crate::requests::service::{actor, head};
use crate::requests::table::{ARCHIVED, Head};
use crate::store::ReadTx;
use crate::write::write;

/// Puts a request away, or takes it back; either way it is the caller's own matter.
pub(in crate::requests) async fn archive(
    app: App,
    call: Call,
    request: Archive,
) -> Result<Answer<()>> {
    let (caller, today, id) = (call.caller, app.today(), request.request);
    let done = write(&app, call.key, Some(caller.person), move |tx| {
        let head = head(tx, id)?.ok_or(Fault::NotFound)?;
        let actor = actor(tx, &caller, &head, today)?;
        actor.filter(|actor| *actor == Actor::Customer).ok_or(Fault::NotFound)?;
        let place = (id, caller.person);
        match request.archived {
            true => ARCHIVED.put(tx, &place, &head.public)?,
            false => {
                ARCHIVED.delete(tx, &place)?;
            }
        }
        differs(tx, head.company)?;
        live::publish(tx, &Audience::Person(caller.person), Topic::about(TopicKind::Request, id))?;
        Ok(((), NewEntry::of(Archive::SPEC.name).for_company(head.company).about(id)))
    });
    Ok(done.await?.into())
}

/// Whether somebody put it away and nothing that they may see happened since.
pub(in crate::requests) fn is_archived(
    tx: &dyn ReadTx,
    person: PersonId,
    id: RequestId,
    head: &Head,
) -> Result<bool> {
    Ok(ARCHIVED.get(tx, &(id, person))?.is_some_and(|line| line >= head.public))
}
