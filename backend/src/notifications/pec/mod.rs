//! Receipts of certified mail. A message leaves by SMTP; what the providers say of it comes into the sender's mailbox as mails, which
//! something else puts into a folder. From there they are read, and written down among the steps of the message that they are of. Who signed
//! them is looked at by nobody (docs/decisions/015-certified-mail.md), which is said wherever they are told.

mod read;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::result::Result as Either;

use anyhow::Context;
use shared::calendar::Instant;
use shared::notifications::{Channel, Step};
use thiserror::Error;

use super::message;
use super::stored::step_row;
use super::table::MESSAGES;
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::{DAY, MINUTE};
use crate::fault::Result;
use crate::jobs::Duty;
use crate::post::Letter;
use crate::store::WriteTx;
use read::{MOST, Read, read};

/// Reads the receipts in the folder that the set-up names, and sets aside what was read.
pub const DUTY: Duty =
    Duty { name: "notifications.pec", every: 5 * MINUTE, run: |app| Box::pin(watch(app)) };

/// Where a mail lies once it was looked at, beside those that were not.
const READ: &str = "read";
/// Where one lies that is no receipt of ours.
const REFUSED: &str = "refused";

/// How much the clock of a provider may be behind ours, in milliseconds.
const SKEW: i64 = 10 * MINUTE;

/// Why a mail is no receipt of a message of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[expect(missing_docs, reason = "see what each says")]
pub enum Flaw {
    #[error("it is too large for a receipt")]
    TooLarge,
    #[error("it is no mail")]
    NoMail,
    #[error("it is a mail, but no receipt: it has no X-Ricevuta")]
    NoReceipt,
    #[error("a header by which it would be read stands there twice")]
    Twice,
    #[error("it is a receipt of an unknown kind")]
    UnknownKind,
    #[error("it does not say of which message it is: it has no X-Riferimento-Message-ID")]
    NoReference,
    #[error("it has no date, or one that cannot be")]
    NoDate,
    #[error("it is not of a message in the ledger")]
    Stranger,
    #[error("it is older than its message, or of tomorrow")]
    OutOfTime,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was written down.
    Recorded,
    /// That was known.
    Known,
    /// It was refused.
    Refused(Flaw),
}

/// Takes in the mails of a folder, in the order in which they were written; those in folders within it are left alone.
///
/// # Errors
/// If the folder or a file cannot be read; those of the store.
pub async fn take_in(app: &App, folder: &Path) -> Result<Vec<(PathBuf, Taken)>> {
    let folder = folder.to_owned();
    let found = tokio::task::spawn_blocking(move || found(&folder));
    let mut all = Vec::new();
    for (path, read) in found.await.context("the reading was interrupted")?? {
        let taken = match read {
            Err(flaw) => Taken::Refused(flaw),
            Ok(read) => {
                let now = app.now();
                app.store().transact(move |tx| record(tx, now, &read)).await?
            }
        };
        all.push((path, taken));
    }
    Ok(all)
}

/// The mails of a folder and what they say, the oldest first.
fn found(folder: &Path) -> anyhow::Result<Vec<(PathBuf, Either<Read, Flaw>)>> {
    let unread = || format!("{} cannot be read", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unread)? {
        let entry = entry.with_context(unread)?;
        // Nothing that a link leads to is ours to read; what begins with a dot is being written.
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let path = entry.path();
        let said = entry.metadata().and_then(|data| match data.len() {
            _ if is_hidden || !data.is_file() => Ok(None),
            MOST.. => Ok(Some(Err(Flaw::TooLarge))),
            _ => Ok(Some(read(&std::fs::read(&path)?))),
        });
        match said {
            Ok(Some(said)) => found.push((path, said)),
            Ok(None) => {}
            // It stays where it is, and keeps none of the others from being read.
            Err(error) => tracing::warn!(%error, "a mail in the folder of receipts cannot be read"),
        }
    }
    found.sort_by_cached_key(|(path, said)| (said.as_ref().ok().map(|said| said.at), path.clone()));
    Ok(found)
}

/// Writes a receipt down once.
fn record(tx: &mut dyn WriteTx, now: Instant, said: &Read) -> Result<Taken> {
    let named =
        Letter::of_id(&said.of).and_then(|(key, since)| Some((message::of_key(key)?, since)));
    let Some((number, since)) = named else { return Ok(Taken::Refused(Flaw::Stranger)) };
    let found = MESSAGES.get(tx, &number)?;
    let Some(mut message) =
        found.filter(|message| message.made == since && message.channel == Channel::Pec.number())
    else {
        return Ok(Taken::Refused(Flaw::Stranger));
    };
    let possible = message.made.millis() - SKEW..now.millis() + DAY;
    if !possible.contains(&said.at.millis()) {
        return Ok(Taken::Refused(Flaw::OutOfTime));
    }
    let row = step_row(said.at, Step::Receipted(said.receipt));
    if message.steps.iter().any(|step| step.is_receipt() && step.why == row.why) {
        return Ok(Taken::Known);
    }
    // One may be read before another that was written earlier.
    let before = message.steps.iter().rposition(|step| !step.is_receipt() || step.at <= row.at);
    message.steps.insert(before.map_or(0, |at| at + 1), row);
    MESSAGES.put(tx, &number, &message)?;
    let entry = NewEntry::of("notifications.pec_receipt").about(number);
    audit::append(tx, now, NewEntry { detail: Some(format!("{:?}", said.receipt)), ..entry })?;
    Ok(Taken::Recorded)
}

async fn watch(app: App) -> Result<()> {
    let Some(folder) = app.config().pec.as_ref().and_then(|pec| pec.receipts.clone()) else {
        return Ok(());
    };
    for (path, taken) in take_in(&app, &folder).await? {
        if let Taken::Refused(flaw) = taken {
            tracing::warn!(%flaw, "a mail in the folder of receipts was set aside");
        }
        let aside = folder.join(if matches!(taken, Taken::Refused(_)) { REFUSED } else { READ });
        let Some(name) = path.file_name() else { continue };
        std::fs::create_dir_all(&aside).context("what was read cannot be set aside")?;
        std::fs::rename(&path, free(&aside, name)).context("what was read cannot be set aside")?;
    }
    Ok(())
}

/// Where a mail of this name can lie. Whoever fetches mails may call the next one as it called one before, and each receipt is a proof.
fn free(folder: &Path, name: &OsStr) -> PathBuf {
    let (mut place, mut count) = (folder.join(name), 1);
    while place.exists() {
        count += 1;
        place = folder.join(format!("{count}-{}", name.display()));
    }
    place
}
