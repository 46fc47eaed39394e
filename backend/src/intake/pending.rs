//! Imports that have begun, noted on disk with their file until they end: a server that was cut off finishes them when it starts.

use std::cmp::Reverse;
use std::sync::Arc;

use shared::endpoint::Endpoint;
use shared::ids::ImportId;
use shared::intake::{Counts, Import, ImportState, Report, Submit};

use super::handlers::{finish, may_hand_in};
use super::progress::Running;
use super::service::{HandedIn, Submitter};
use super::table::{BY_PERSON, IMPORTS, PENDING, Pending, Record, kind_number, kind_of};
use super::upload::{self, Arrived};
use crate::access::Caller;
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::fault::{Error, Result};
use crate::files;
use crate::people::service as people;
use crate::store::{Order, ReadTx, Span, StoreError, WriteTx};
use crate::write::WriteKey;

/// How often an import is begun: one that ends the server each time must not keep it from serving.
const ATTEMPTS: u32 = 3;

/// Notes that an import begins, so that it is not lost if this process ends before it. Nothing is noted without a data folder.
///
/// # Errors
/// Those of the store.
pub async fn note(
    app: &App,
    file: &HandedIn,
    caller: &Caller,
    key: Option<&WriteKey>,
) -> Result<()> {
    if app.data_dir().is_none() {
        return Ok(());
    }
    let (import, pending) = (
        file.id,
        Pending {
            person: caller.person,
            session: caller.session,
            kind: kind_number(file.kind),
            name: file.name.clone(),
            size: file.arrived.size,
            sha256: file.arrived.sha256,
            at: file.at,
            key: key.map(|key| key.key.clone()),
            digest: key.map_or([0; 32], |key| key.digest),
            begun: 1,
        },
    );
    app.store().transact(move |tx| Ok(PENDING.put(tx, &import, &pending)?)).await
}

/// Takes the note away in the transaction that ends the import.
///
/// # Errors
/// Those of the store.
pub fn settle(tx: &mut dyn WriteTx, import: ImportId) -> std::result::Result<(), StoreError> {
    PENDING.delete(tx, &import).map(drop)
}

/// Forgets an import that has ended, and its file.
///
/// # Errors
/// Those of the store; then it will be looked at again at the next start.
pub async fn forget(app: &App, import: ImportId) -> Result<()> {
    if app.store().read(|tx| PENDING.exists(tx, &import))? {
        app.store().transact(move |tx| Ok::<_, Error>(settle(tx, import)?)).await?;
    }
    upload::forget(app, import);
    Ok(())
}

/// Ends an import that could not be finished: its report says that it was interrupted, and its file is removed. Whether there was one.
///
/// # Errors
/// Those of the store; then it will be tried again at the next start.
pub async fn interrupt(app: &App, import: ImportId) -> Result<bool> {
    let now = app.now();
    let ended = app.store().transact(move |tx| {
        let Some(pending) = PENDING.get(tx, &import)? else { return Ok(false) };
        settle(tx, import)?;
        let report =
            Report { import: pending.import(import, ImportState::Interrupted), issues: Vec::new() };
        IMPORTS.put(tx, &import, &Record::of(&report, Some(pending.person)))?;
        BY_PERSON.put(tx, &(pending.person, Reverse(import)))?;
        let entry = NewEntry {
            person: Some(pending.person),
            detail: Some("interrupted".to_owned()),
            ..NewEntry::of(Submit::SPEC.name).about(import)
        };
        audit::append(tx, now, entry)?;
        Ok::<_, Error>(true)
    });
    let ended = ended.await?;
    if ended {
        upload::forget(app, import);
    }
    Ok(ended)
}

/// Goes on with the imports that an earlier process did not end, each in a task of its own, and removes uploads that belong to none.
///
/// # Errors
/// Those of the store, and if the folder of uploads cannot be read.
pub fn resume(app: &App) -> Result<()> {
    let all = app.store().read(|tx| PENDING.collect(tx, &Span::all(), Order::Ascending))?;
    upload::sweep(app, &all.iter().map(|(import, _)| *import).collect())?;
    for (import, pending) in all {
        tracing::info!(%import, begun = pending.begun, "an import was cut off and is taken up again");
        let key = pending.write_key();
        let running = Running::new(
            pending.person,
            key,
            pending.import(import, ImportState::Running { done: 0 }),
        );
        // Two under one key cannot be: the second would have been answered with the first.
        let Ok((running, true)) = app.imports().begin(running) else { continue };
        tokio::spawn(take_up(app.clone(), import, pending, running));
    }
    Ok(())
}

/// Imports the file of an import that was cut off, if it is whole and may be begun once more.
async fn take_up(app: App, import: ImportId, pending: Pending, running: Arc<Running>) {
    let ready = match again(&app, import, &pending).await {
        Ok(ready) => ready,
        Err(error) => {
            tracing::error!(%import, %error, "an import cannot be taken up");
            None
        }
    };
    let ended = match ready {
        Some((file, caller)) => {
            let submitter = Submitter::caller(&caller, file.kind, app.today());
            finish(&app, file, submitter, pending.write_key(), running).await.map(drop)
        }
        None => {
            let ended = interrupt(&app, import).await.map(drop);
            app.imports().end(import, None);
            ended
        }
    };
    if let Err(error) = ended {
        tracing::error!(%import, %error, "an import that was cut off did not end well");
    }
}

/// The file and who handed it in; none if the file is not whole, was begun too often, or its person may hand in none any more.
async fn again(
    app: &App,
    import: ImportId,
    pending: &Pending,
) -> Result<Option<(HandedIn, Caller)>> {
    let kind = kind_of(pending.kind);
    let person = app.store().read(|tx: &dyn ReadTx| people::by_id(tx, pending.person))?;
    let Some(person) = person.filter(|person| may_hand_in(person.role, kind)) else {
        return Ok(None);
    };
    let Some(path) = upload::path(app, import).filter(|_| pending.begun < ATTEMPTS) else {
        return Ok(None);
    };
    let noted = Pending { begun: pending.begun + 1, ..pending.clone() };
    app.store().transact(move |tx| Ok::<_, Error>(PENDING.put(tx, &import, &noted)?)).await?;
    let opened = tokio::task::spawn_blocking(move || upload::open(&path)).await;
    let arrived: Arrived = opened.map_err(anyhow::Error::from)??;
    if arrived.size != pending.size || arrived.sha256 != pending.sha256 {
        return Ok(None);
    }
    let file = HandedIn { id: import, kind, name: pending.name.clone(), at: pending.at, arrived };
    Ok(Some((file, Caller::of(&person, pending.session))))
}

impl Pending {
    fn write_key(&self) -> Option<WriteKey> {
        Some(WriteKey {
            key: self.key.clone()?,
            person: Some(self.person),
            endpoint: Submit::SPEC.name,
            digest: self.digest,
        })
    }

    fn import(&self, id: ImportId, state: ImportState) -> Import {
        Import {
            id,
            file_kind: kind_of(self.kind),
            name: self.name.clone(),
            size: self.size,
            sha256: files::hexadecimal(&self.sha256),
            at: self.at,
            state,
            counts: Counts::default(),
            errors: 0,
            warnings: 0,
        }
    }
}
