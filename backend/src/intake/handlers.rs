//! The endpoints: handing in a file, and looking at what became of it.

use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};
use shared::auth::{Resource, Role, Verb, may_ever};
use shared::fault::Fault;
use shared::ids::{ImportId, PersonId};
use shared::intake::{
    Export, ExportIssues, FileKind, Import, ImportState, List, Report, Show, Submit,
};
use shared::page::Page;
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::export;
use super::progress::Running;
use super::service::{self, HandedIn, Submitter};
use super::{pending, upload};
use crate::access::Caller;
use crate::app::App;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call, Upload};
use crate::http::route::{Route, download, file, signed_in};
use crate::write::WriteKey;

/// How long whoever hands in a file waits for its report; then they are told that it runs.
const PATIENCE: Duration = Duration::from_millis(300);
/// Longest name of a file, in characters.
const MAX_NAME: usize = 200;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        file::<Submit, _, _>(app, submit),
        signed_in::<List, _, _>(app, list).live(),
        signed_in::<Show, _, _>(app, show).live(),
        download::<Export, _, _>(app, export::imports),
        download::<ExportIssues, _, _>(app, export::issues),
    ]
}

/// Whether a role may hand in files of a kind, for some company at least.
pub fn may_hand_in(role: Role, kind: FileKind) -> bool {
    match kind {
        FileKind::Registry | FileKind::Sections => role == Role::Administrator,
        FileKind::Uniemens | FileKind::F24 => {
            may_ever(role, Resource::ContributionFiles, Verb::Create)
        }
    }
}

async fn submit(app: App, call: Call, request: Submit, upload: Upload) -> Result<Answer<Import>> {
    let Submit { kind, name } = request;
    if !may_hand_in(call.caller.role, kind) {
        return Err(Fault::Forbidden.into());
    }
    let (id, at, name) = (app.new_id(), app.now(), file_name(&name)?);
    let arrived = upload::receive(&app, id, upload).await?;
    let key = call.key.map(|key| with_file(key, &arrived.sha256));
    let file = HandedIn { id, kind, name, at, arrived };
    let begun = Running::new(
        call.caller.person,
        key.clone(),
        file.import(ImportState::Running { done: 0 }),
    );
    let (running, is_new) = app.imports().begin(begun)?;
    if !is_new {
        return Ok(running.import()?.into());
    }
    let (noted, is_noted) = oneshot::channel();
    let task = tokio::spawn(run(app, file, call.caller, key, Arc::clone(&running), noted));
    // Nobody is told that an import runs before it is sure to be finished; one that ended before that answers for itself.
    let _ = is_noted.await;
    let import = match timeout(PATIENCE, task).await {
        Ok(ended) => ended.map_err(anyhow::Error::from)??,
        Err(_) => running.import()?,
    };
    Ok(import.into())
}

/// Notes on disk that the import begins, and imports the file, whether anybody still waits or not.
async fn run(
    app: App,
    mut file: HandedIn,
    caller: Caller,
    key: Option<WriteKey>,
    running: Arc<Running>,
    noted: oneshot::Sender<()>,
) -> Result<Import> {
    if let Err(error) = pending::note(&app, &file, &caller, key.as_ref()).await {
        return Err(failed(&app, file.id, error));
    }
    file.arrived.leave();
    let _ = noted.send(());
    let submitter = Submitter::caller(&caller, file.kind, app.today());
    finish(&app, file, submitter, key, running).await
}

/// Imports a file that is noted on disk, and notes the end of it.
pub async fn finish(
    app: &App,
    file: HandedIn,
    submitter: Submitter,
    key: Option<WriteKey>,
    running: Arc<Running>,
) -> Result<Import> {
    let id = file.id;
    let ended = match app.imports().slots.acquire().await {
        Ok(_slot) => service::import(app, file, submitter, key, Arc::clone(&running.done)).await,
        Err(closed) => Err(anyhow::Error::from(closed).into()),
    };
    // What the file or its sender caused is answered. What we caused is told under the import's id, and tried again at the next start
    // if not even that can be written.
    let noted = match &ended {
        Ok(_) | Err(Error::Fault(_)) => pending::forget(app, id).await.map(|()| ended.is_ok()),
        Err(_) => pending::interrupt(app, id).await,
    };
    match ended {
        Err(error) if !noted.unwrap_or_default() => Err(failed(app, id, error)),
        Err(error) => {
            app.imports().end(id, None);
            Err(logged(id, error))
        }
        Ok(import) => {
            app.imports().end(id, None);
            Ok(import)
        }
    }
}

/// Remembers why an import failed, for whoever comes back to ask.
fn failed(app: &App, import: ImportId, error: Error) -> Error {
    let error = logged(import, error);
    if let Error::Fault(fault) = &error {
        app.imports().end(import, Some(fault.clone()));
    }
    error
}

/// What the caller is told; the rest goes to the log.
fn logged(import: ImportId, error: Error) -> Error {
    let (fault, detail) = error.fault();
    if let Some(detail) = detail {
        tracing::error!(%import, detail, "an import failed");
    }
    Error::Fault(fault)
}

async fn list(app: App, call: Call, request: List) -> Result<Answer<Page<Import>>> {
    let person = call.caller.person;
    // Those under way are asked for first: one that ends in between is then in both lists rather than in none.
    let mut items =
        if request.cursor.is_none() { app.imports().all_of(person) } else { Vec::new() };
    let page =
        app.store().read(|tx| service::page(tx, person, request.cursor.as_ref(), request.limit))?;
    items.retain(|running| page.items.iter().all(|ended| ended.id != running.id));
    items.extend(page.items);
    Ok(Page { items, next: page.next, total: page.total }.into())
}

async fn show(app: App, call: Call, request: Show) -> Result<Answer<Report>> {
    Ok(report(&app, call.caller.person, request.import)?.into())
}

/// What is known of an import that somebody handed in; nothing is said of its places while it is being read.
pub(super) fn report(app: &App, person: PersonId, import: ImportId) -> Result<Report> {
    if let Some(running) = app.imports().of(person, import) {
        return Ok(Report { import: running.import()?, issues: Vec::new() });
    }
    let report = app.store().read(|tx| service::report(tx, Some(person), import))?;
    Ok(report.ok_or(Fault::NotFound)?)
}

/// The last part of a path, by which a file is called.
fn file_name(name: &str) -> Result<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let fits =
        !last.is_empty() && last.chars().count() <= MAX_NAME && !last.chars().any(char::is_control);
    if !fits {
        return Err(Error::field("name", "not_a_file_name"));
    }
    Ok(last.to_owned())
}

/// The key of a write whose request is also the file.
fn with_file(key: WriteKey, sha256: &[u8; 32]) -> WriteKey {
    let digest = Sha256::new().chain_update(key.digest).chain_update(sha256).finalize();
    WriteKey { digest: digest.into(), ..key }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_the_end_of_its_path() {
        for (name, expected) in
            [("a.xml", "a.xml"), ("C:\\paghe\\a.xml", "a.xml"), ("/x/ b.csv ", "b.csv")]
        {
            assert_eq!(file_name(name).unwrap(), expected);
        }
        for name in ["", " ", "x/", "a\nb", &"x".repeat(201)] {
            assert!(file_name(name).is_err(), "{name:?}");
        }
    }
}
