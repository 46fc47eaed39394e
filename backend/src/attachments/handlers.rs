//! The endpoints: beginning an upload, bringing its parts, giving it up, and having what was uploaded. Ending one is in `finish`.

use shared::attachments::{
    Attachment, Discard, Download as Ask, LIMITS, Open, PutChunk, State, Upload as View, check_name,
};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{AttachmentId, PersonId};

use super::finish::{finish, refused};
use super::service::{self, attachment, owner};
use super::table::{ATTACHMENTS, BY_HASH, Row, UNCLAIMED};
use crate::access::Caller;
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::fault::{Error, Result};
use crate::files;
use crate::http::call::{Answer, Call, Download, Upload};
use crate::http::route::{Route, download, file, signed_in};
use crate::requests::service as requests;
use crate::store::{ReadTx, Span, WriteTx};
use crate::write::write;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<Open, _, _>(app, open),
        file::<PutChunk, _, _>(app, put_chunk),
        signed_in::<State, _, _>(app, state).live(),
        signed_in::<shared::attachments::Finish, _, _>(app, finish),
        signed_in::<Discard, _, _>(app, discard),
        download::<Ask, _, _>(app, hand_out),
    ]
}

async fn open(app: App, call: Call, request: Open) -> Result<Answer<View>> {
    let (name, _) =
        check_name(&request.name).map_err(|problem| Error::field("name", problem.name()))?;
    match request.size {
        0 => return Err(Error::field("size", "empty")),
        size if size > LIMITS.bytes => return Err(Error::field("size", "too_large")),
        _ => {}
    }
    let parsed =
        |text: &String| files::parse(text).ok_or_else(|| Error::field("sha256", "not_a_hash"));
    let announced = request.sha256.as_ref().map(parsed).transpose()?;
    let (id, now, person) = (app.new_id(), app.now(), call.caller.person);
    let opened = write(&app, call.key, Some(person), move |tx| {
        if UNCLAIMED.count(tx, &Span::prefix(&person), LIMITS.unclaimed)? >= LIMITS.unclaimed {
            return Err(Error::field("file", "too_many"));
        }
        let row = Row {
            person,
            name: name.clone(),
            size: request.size,
            announced: announced.map(Into::into),
            opened: now,
            done: None,
            refused: None,
            owner: None,
        };
        ATTACHMENTS.put(tx, &id, &row)?;
        UNCLAIMED.put(tx, &(person, id))?;
        Ok((service::upload(id, &row, 0)?, NewEntry::of(Open::SPEC.name).about(id)))
    });
    Ok(opened.await?.into())
}

async fn put_chunk(
    app: App,
    call: Call,
    request: PutChunk,
    mut upload: Upload,
) -> Result<Answer<View>> {
    let PutChunk { attachment: id, offset } = request;
    let row = app.store().read(|tx| unclaimed(tx, call.caller.person, id))?;
    if let Some(refusal) = &row.refused {
        return Err(refused(refusal));
    }
    if row.done.is_some() {
        return Ok(service::upload(id, &row, row.size)?.into());
    }
    if upload.length.is_some_and(|length| offset.saturating_add(length) > row.size) {
        return Err(Fault::TooLarge(row.size).into());
    }
    let part = app.receiving().part(app.files(), id)?;
    let turn = part.begin(offset)?;
    while let Some(piece) = upload.piece().await? {
        part.write(turn, &piece, row.size)?;
    }
    let (offset, _) = part.durable().await?;
    Ok(service::upload(id, &row, offset)?.into())
}

async fn state(app: App, call: Call, request: State) -> Result<Answer<View>> {
    let id = request.attachment;
    let row = app.store().read(|tx| unclaimed(tx, call.caller.person, id))?;
    let offset = match row.done.is_some() || row.refused.is_some() {
        true => 0,
        false => app.receiving().part(app.files(), id)?.durable().await?.0,
    };
    Ok(service::upload(id, &row, offset)?.into())
}

async fn discard(app: App, call: Call, request: Discard) -> Result<Answer<()>> {
    let (id, person) = (request.attachment, call.caller.person);
    // Nobody brings the same file while it is taken away.
    let clear = app.files().clear().await;
    let unused = write(&app, call.key, Some(person), move |tx| {
        let row = unclaimed(tx, person, id)?;
        let unused = removed(tx, id, &row)?.map(|hash| files::hexadecimal(&hash));
        Ok((unused, NewEntry::of(Discard::SPEC.name).about(id)))
    });
    let unused: Option<String> = unused.await?;
    app.receiving().forget(app.files(), id);
    // A repeated call is told the same hash; by then another may have brought the file again.
    if let Some(hash) = unused.as_deref().and_then(files::parse)
        && app.store().read(|tx| is_unused(tx, &hash))?
    {
        app.files().remove(&hash).map_err(anyhow::Error::from)?;
    }
    drop(clear);
    Ok(().into())
}

async fn hand_out(app: App, call: Call, request: Ask) -> Result<Download> {
    let id = request.attachment;
    let found = app.store().read(|tx| readable(&app, tx, &call.caller, id))?;
    let (reader, asked) = (app.clone(), found.clone());
    let read = tokio::task::spawn_blocking(move || service::content(&reader, &asked)).await;
    let bytes = read.map_err(anyhow::Error::from)??;
    let entry =
        NewEntry { person: Some(call.caller.person), ..NewEntry::of(Ask::SPEC.name).about(id) };
    let now = app.now();
    app.store().transact(move |tx| audit::append(tx, now, entry.clone())).await?;
    Ok(Download::attachment(found.name, found.kind.media_type(), bytes.into()))
}

/// An attachment that the caller may read: their own, or one of a message that they may read. Any other is not there.
fn readable(app: &App, tx: &dyn ReadTx, caller: &Caller, id: AttachmentId) -> Result<Attachment> {
    let row = ATTACHMENTS.get(tx, &id)?.ok_or(Fault::NotFound)?;
    match owner(&row) {
        None if row.person == caller.person => {}
        None => return Err(Fault::NotFound.into()),
        Some(owner) => {
            let today = app.today();
            let may = requests::may_read(tx, caller, owner.request, owner.internal, today)?;
            may.then_some(()).ok_or(Fault::NotFound)?;
        }
    }
    attachment(id, &row).ok_or_else(|| Fault::NotFound.into())
}

/// An upload of a person's that belongs to no message. Any other is not there.
pub(super) fn unclaimed(tx: &dyn ReadTx, person: PersonId, id: AttachmentId) -> Result<Row> {
    let row = ATTACHMENTS.get(tx, &id)?;
    let row = row.filter(|row| row.person == person && row.owner.is_none());
    row.ok_or_else(|| Fault::NotFound.into())
}

/// Removes an upload; the hash of its file, if no other attachment has it.
pub(super) fn removed(
    tx: &mut dyn WriteTx,
    id: AttachmentId,
    row: &Row,
) -> Result<Option<files::Hash>> {
    ATTACHMENTS.delete(tx, &id)?;
    UNCLAIMED.delete(tx, &(row.person, id))?;
    let Some(done) = &row.done else { return Ok(None) };
    let hash = service::hash_of(&done.sha256);
    BY_HASH.delete(tx, &(hash, id))?;
    Ok(is_unused(tx, &hash)?.then_some(hash))
}

/// Whether no attachment has this file.
pub(super) fn is_unused(tx: &dyn ReadTx, hash: &files::Hash) -> Result<bool> {
    let first = BY_HASH.first(tx, &Span::prefix(hash), crate::store::Order::Ascending)?;
    Ok(first.is_none())
}
