//! What other slices ask: putting attachments into a message, reading what a message has, all files of a conversation.

use std::io::{Cursor, Write};

use minicbor::bytes::ByteArray;
use shared::attachments::{Attachment, LIMITS, Refusal, Upload, kind_of_name};
use shared::calendar::Instant;
use shared::fault::Fault;
use shared::ids::{AttachmentId, CompanyId, PersonId, RequestId};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::handlers::removed;
use super::table::{ATTACHMENTS, BY_HASH, BY_OWNER, Claim, Done, Row, UNCLAIMED};
use crate::app::App;
use crate::fault::{Error, Result};
use crate::files::{Hash, hexadecimal};
use crate::http::call::Download;
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Most bytes of all files of a conversation that are handed out as one.
pub const MOST_OF_BUNDLE: u64 = 60 * 1024 * 1024;

/// What attachments go with: a line of a conversation about a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// About which company.
    pub company: CompanyId,
    /// Which conversation.
    pub request: RequestId,
    /// Which line of it.
    pub line: u32,
    /// Whether only the office reads that line.
    pub internal: bool,
}

impl Owner {
    /// A line of a conversation about a company, which all who may read the conversation may read.
    pub const fn line(company: CompanyId, request: RequestId, line: u32) -> Self {
        Self { company, request, line, internal: false }
    }

    /// The same, for the office alone.
    #[must_use]
    pub fn internal(self) -> Self {
        Self { internal: true, ..self }
    }
}

/// Puts finished uploads of a person into a line of a conversation. From then on they belong to it.
///
/// # Errors
/// Faults on `attachments`: `too_many`, `unknown` (somebody else's, claimed, twice), `not_ready`; those of the store.
pub fn claim(
    tx: &mut dyn WriteTx,
    person: PersonId,
    ids: &[AttachmentId],
    owner: Owner,
) -> Result<Vec<Attachment>> {
    let refused = |reason| Error::field("attachments", reason);
    if ids.len() > LIMITS.files {
        return Err(refused("too_many"));
    }
    let mut claimed = Vec::with_capacity(ids.len());
    for id in ids {
        let row = ATTACHMENTS.get(tx, id)?;
        let row = row.filter(|row| row.person == person && row.owner.is_none());
        let row = row.ok_or_else(|| refused("unknown"))?;
        let attachment = attachment(*id, &row).ok_or_else(|| refused("not_ready"))?;
        let Owner { company, request, line, internal } = owner;
        let claim = Claim { company, request, line, internal };
        ATTACHMENTS.put(tx, id, &Row { owner: Some(claim), ..row })?;
        UNCLAIMED.delete(tx, &(person, *id))?;
        BY_OWNER.put(tx, &(company, request, line, *id))?;
        claimed.push(attachment);
    }
    // As they will be read: [`of`].
    claimed.sort_by_key(|attachment| attachment.id);
    Ok(claimed)
}

/// The attachments of a line of a conversation, in the order of their upload.
///
/// # Errors
/// Those of the store.
pub fn of(tx: &dyn ReadTx, owner: Owner) -> Result<Vec<Attachment>> {
    let span = Span::prefix(&(owner.company, owner.request, owner.line));
    let keys = BY_OWNER.collect(tx, &span, Order::Ascending)?;
    let mut found = Vec::with_capacity(keys.len());
    for (.., id) in keys {
        found.extend(ATTACHMENTS.get(tx, &id)?.and_then(|row| attachment(id, &row)));
    }
    Ok(found)
}

/// The attachments of a whole conversation with the line that each is of, in the order of the lines. Those that only the office reads
/// are left out unless asked for.
///
/// # Errors
/// Those of the store.
pub fn of_conversation(
    tx: &dyn ReadTx,
    company: CompanyId,
    request: RequestId,
    internal: bool,
) -> Result<Vec<(u32, Attachment)>> {
    let span = Span::prefix(&(company, request));
    let mut found = Vec::new();
    for (.., line, id) in BY_OWNER.collect(tx, &span, Order::Ascending)? {
        let Some(row) = ATTACHMENTS.get(tx, &id)? else { continue };
        let seen = internal || row.owner.as_ref().is_some_and(|owner| !owner.internal);
        found.extend(attachment(id, &row).filter(|_| seen).map(|attachment| (line, attachment)));
    }
    Ok(found)
}

/// A finished upload of a person's, whose file lies there already.
///
/// # Errors
/// Those of the store.
pub fn furnish(
    tx: &mut dyn WriteTx,
    at: Instant,
    (person, id): (PersonId, AttachmentId),
    (name, size, hash): (&str, u64, Hash),
) -> Result<()> {
    let row = Row {
        person,
        name: name.to_owned(),
        size,
        announced: None,
        opened: at,
        done: Some(Done { sha256: hash.into(), at }),
        refused: None,
        owner: None,
    };
    ATTACHMENTS.put(tx, &id, &row)?;
    UNCLAIMED.put(tx, &(person, id))?;
    Ok(BY_HASH.put(tx, &(hash, id))?)
}

/// Makes further uploads of finished ones of a person's, each with its id: the same file for another message.
///
/// # Errors
/// Faults on `attachments`: `too_many`, `unknown` (somebody else's, claimed), `not_ready`; those of the store.
pub fn copy(
    tx: &mut dyn WriteTx,
    person: PersonId,
    copies: &[(AttachmentId, AttachmentId)],
) -> Result<()> {
    let refused = |reason| Error::field("attachments", reason);
    if copies.len() > LIMITS.files {
        return Err(refused("too_many"));
    }
    for (id, copy) in copies {
        let row = ATTACHMENTS.get(tx, id)?;
        let row = row.filter(|row| row.person == person && row.owner.is_none());
        let row = row.ok_or_else(|| refused("unknown"))?;
        let done = row.done.as_ref().ok_or_else(|| refused("not_ready"))?;
        let hash = hash_of(&done.sha256);
        furnish(tx, done.at, (person, *copy), (&row.name, row.size, hash))?;
    }
    Ok(())
}

/// What is known of these uploads of a person that belong to no message yet, for whoever shows a draft; those that are none are left out.
///
/// # Errors
/// Those of the store.
pub fn unclaimed(
    tx: &dyn ReadTx,
    person: PersonId,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>> {
    let mut found = Vec::new();
    for id in ids {
        let row =
            ATTACHMENTS.get(tx, id)?.filter(|row| row.person == person && row.owner.is_none());
        found.extend(row.and_then(|row| attachment(*id, &row)));
    }
    Ok(found)
}

/// Gives up uploads of a person that belong to no message, with a draft that is thrown away. Their files are swept by themselves.
///
/// # Errors
/// Those of the store.
pub fn release(tx: &mut dyn WriteTx, person: PersonId, ids: &[AttachmentId]) -> Result<()> {
    for id in ids {
        let row = ATTACHMENTS.get(tx, id)?;
        if let Some(row) = row.filter(|row| row.person == person && row.owner.is_none()) {
            removed(tx, *id, &row)?;
        }
    }
    Ok(())
}

/// Forgets the attachments of a conversation that is kept no longer. Their files are swept by themselves.
///
/// # Errors
/// Those of the store.
pub fn forget(tx: &mut dyn WriteTx, company: CompanyId, request: RequestId) -> Result<()> {
    for key in BY_OWNER.collect(tx, &Span::prefix(&(company, request)), Order::Ascending)? {
        let (.., id) = key;
        if let Some(row) = ATTACHMENTS.get(tx, &id)? {
            removed(tx, id, &row)?;
        }
        BY_OWNER.delete(tx, &key)?;
    }
    Ok(())
}

/// The uploads of a person that belong to no message yet, as far as the store knows: how much of one under way has arrived is not asked.
///
/// # Errors
/// Those of the store.
pub fn waiting(tx: &dyn ReadTx, person: PersonId) -> Result<Vec<Upload>> {
    let mut found = Vec::new();
    for (_, id) in UNCLAIMED.collect(tx, &Span::prefix(&person), Order::Ascending)? {
        if let Some(row) = ATTACHMENTS.get(tx, &id)? {
            found.push(upload(id, &row, 0)?);
        }
    }
    Ok(found)
}

/// Files as one archive, each with the number of what it goes with, after one that is given with its name; the archive's name is the
/// caller's to give.
///
/// # Errors
/// [`Fault::TooLarge`] beyond [`MOST_OF_BUNDLE`]; if a file is missing or damaged.
pub fn bundle(
    app: &App,
    files: &[(u32, Attachment)],
    (first, written): (&str, &[u8]),
    name: &str,
) -> Result<Download> {
    if files.iter().map(|(_, file)| file.bytes).sum::<u64>() > MOST_OF_BUNDLE {
        return Err(Fault::TooLarge(MOST_OF_BUNDLE).into());
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let wrong = |error| anyhow::anyhow!("an archive cannot be written: {error}");
    archive.start_file(first, SimpleFileOptions::default()).map_err(wrong)?;
    archive.write_all(written).map_err(anyhow::Error::from)?;
    for (at, (line, file)) in files.iter().enumerate() {
        // Numbered, since two messages may have files of one name.
        let entry = format!("{line:03}-{:02} {}", at + 1, file.name);
        archive.start_file(entry, SimpleFileOptions::default()).map_err(wrong)?;
        let content = content(app, file)?;
        archive.write_all(&content).map_err(anyhow::Error::from)?;
    }
    let bytes = archive.finish().map_err(wrong)?.into_inner();
    Ok(Download::attachment(name.to_owned(), "application/zip", bytes.into()))
}

/// The content of an attachment, if it is what was uploaded.
///
/// # Errors
/// If its file is missing, damaged or cannot be read.
pub fn content(app: &App, attachment: &Attachment) -> Result<Vec<u8>> {
    let hash = crate::files::parse(&attachment.sha256).unwrap_or_default();
    let read = app.files().read(&hash).map_err(anyhow::Error::from)?;
    Ok(read.map_err(|damage| {
        anyhow::anyhow!("the file of attachment {} is {damage:?}", attachment.id)
    })?)
}

/// A finished upload as it travels.
pub(super) fn attachment(id: AttachmentId, row: &Row) -> Option<Attachment> {
    let done = row.done.as_ref()?;
    let (_, kind) = kind_of_name(&row.name)?;
    Some(Attachment {
        id,
        name: row.name.clone(),
        kind,
        bytes: row.size,
        sha256: hexadecimal(&hash_of(&done.sha256)),
        at: done.at,
    })
}

/// How an upload stands, of which so many bytes are on the disk.
pub(super) fn upload(id: AttachmentId, row: &Row, offset: u64) -> Result<Upload> {
    let (_, kind) = kind_of_name(&row.name).ok_or(Fault::Internal)?;
    Ok(Upload {
        id,
        name: row.name.clone(),
        kind,
        size: row.size,
        offset: if row.done.is_some() { row.size } else { offset },
        ready: row.done.is_some(),
        refused: row.refused.as_deref().and_then(Refusal::from_name),
    })
}

/// What an attachment goes with, if something claimed it.
pub(super) fn owner(row: &Row) -> Option<Owner> {
    let claim = row.owner.as_ref()?;
    Some(Owner {
        company: claim.company,
        request: claim.request,
        line: claim.line,
        internal: claim.internal,
    })
}

/// A stored hash.
pub(super) fn hash_of(stored: &ByteArray<32>) -> Hash {
    **stored
}
