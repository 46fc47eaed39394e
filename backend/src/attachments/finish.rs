//! Ending an upload: its content is examined where it arrived, and becomes a file under its hash if nothing is wrong with it.

use std::sync::Arc;

use shared::attachments::{Attachment, Finish, Refusal, kind_of_name};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{AttachmentId, PersonId};

use super::examine::examine;
use super::handlers::unclaimed;
use super::receiving::Part;
use super::scanner;
use super::service;
use super::table::{ATTACHMENTS, BY_HASH, Done, Row};
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::fault::{Error, Result};
use crate::files::Hash;
use crate::http::call::{Answer, Call};
use crate::write::{remembered_reply, write};

/// Under this name a refusal is audited.
const REFUSED: &str = "attachments.refused";

pub(super) async fn finish(app: App, call: Call, request: Finish) -> Result<Answer<Attachment>> {
    // The work is before the write, so a repeated call is known before it.
    if let Some(reply) = remembered_reply::<Attachment>(&app, call.key.as_ref())? {
        return Ok(reply.into());
    }
    let (id, person) = (request.attachment, call.caller.person);
    let row = app.store().read(|tx| unclaimed(tx, person, id))?;
    let part = match row.done {
        Some(_) => None,
        None => Some(app.receiving().part(app.files(), id)?),
    };
    let finishing = match &part {
        Some(part) => Some(part.finishing.lock().await),
        None => None,
    };
    // Another call may have ended it while this one waited.
    let row = app.store().read(|tx| unclaimed(tx, person, id))?;
    if let Some(refusal) = &row.refused {
        return Err(refused(refusal));
    }
    let keep = app.files().keep().await;
    let hash = match (&row.done, &part) {
        (Some(done), _) => service::hash_of(&done.sha256),
        (None, Some(part)) => match arrived(&app, &row, part).await? {
            Ok(hash) => {
                let (app, part) = (app.clone(), Arc::clone(part));
                let adopted =
                    tokio::task::spawn_blocking(move || app.files().adopt(part.path(), &hash));
                adopted.await.map_err(anyhow::Error::from)??;
                hash
            }
            Err(refusal) => return Err(refuse(&app, person, id, refusal).await?),
        },
        (None, None) => return Err(Fault::Busy.into()),
    };
    let now = app.now();
    let ended = write(&app, call.key, Some(person), move |tx| {
        let mut row = unclaimed(tx, person, id)?;
        row.done.get_or_insert(Done { sha256: hash.into(), at: now });
        ATTACHMENTS.put(tx, &id, &row)?;
        BY_HASH.put(tx, &(hash, id))?;
        let attachment = service::attachment(id, &row).ok_or(Fault::Internal)?;
        Ok((attachment, NewEntry::of(Finish::SPEC.name).about(id)))
    });
    let attachment = ended.await?;
    drop((keep, finishing));
    app.receiving().forget(app.files(), id);
    Ok(attachment.into())
}

/// A hash, or why what has it is refused.
type Judged = std::result::Result<Hash, Refusal>;

/// The hash of what arrived, if it is whole and may be attached; or why not.
async fn arrived(app: &App, row: &Row, part: &Arc<Part>) -> Result<Judged> {
    let (offset, hash) = part.durable().await?;
    if offset < row.size {
        return Err(Error::field("file", "incomplete"));
    }
    if row.announced.as_ref().is_some_and(|announced| **announced != hash) {
        return Ok(Err(Refusal::Changed));
    }
    let (_, kind) = kind_of_name(&row.name).ok_or(Fault::Internal)?;
    let content = Arc::clone(part);
    let examined = tokio::task::spawn_blocking(move || examine(content.path(), kind)).await;
    if let Some(refusal) = examined.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)? {
        return Ok(Err(refusal));
    }
    if let Some(address) = &app.config().attachments.scanner
        && !scanner::is_clean(address, part.path()).await?
    {
        return Ok(Err(Refusal::Virus));
    }
    Ok(Ok(hash))
}

/// Notes why an upload is refused, drops its content, and says what to tell the caller.
async fn refuse(app: &App, person: PersonId, id: AttachmentId, refusal: Refusal) -> Result<Error> {
    let now = app.now();
    let noted = app.store().transact(move |tx| {
        let row = unclaimed(tx, person, id)?;
        ATTACHMENTS.put(tx, &id, &Row { refused: Some(refusal.name().to_owned()), ..row })?;
        let entry = NewEntry {
            person: Some(person),
            detail: Some(refusal.name().to_owned()),
            ..NewEntry::of(REFUSED).about(id)
        };
        audit::append(tx, now, entry)
    });
    noted.await?;
    app.receiving().forget(app.files(), id);
    Ok(refused(refusal.name()))
}

/// The fault of a refusal.
pub(super) fn refused(reason: &str) -> Error {
    Error::field("file", reason)
}
