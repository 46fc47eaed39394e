//! The endpoints: handing in a file, and looking at what became of it.

use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};
use shared::auth::{Resource, Role, Verb, may_ever};
use shared::fault::Fault;
use shared::intake::{FileKind, Import, ImportState, List, Report, Show, Submit};
use shared::page::Page;
use tokio::time::timeout;

use super::progress::{Progress, Running};
use super::service::{self, HandedIn, Submitter};
use super::upload;
use crate::app::App;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call, Upload};
use crate::http::route::{Route, file, signed_in};
use crate::write::WriteKey;

/// How long whoever hands in a file waits for its report; then they are told that it runs.
const PATIENCE: Duration = Duration::from_millis(300);
/// Longest name of a file, in characters.
const MAX_NAME: usize = 200;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    let progress = Arc::new(Progress::default());
    let (submitting, listing, showing) = (Arc::clone(&progress), Arc::clone(&progress), progress);
    vec![
        file::<Submit, _, _>(app, move |app, call, request, upload| {
            submit(Arc::clone(&submitting), app, call, request, upload)
        }),
        signed_in::<List, _, _>(app, move |app: App, call: Call, request: List| {
            list(Arc::clone(&listing), app, call, request)
        })
        .live(),
        signed_in::<Show, _, _>(app, move |app: App, call: Call, request: Show| {
            show(Arc::clone(&showing), app, call, request)
        })
        .live(),
    ]
}

async fn submit(
    progress: Arc<Progress>,
    app: App,
    call: Call,
    request: Submit,
    upload: Upload,
) -> Result<Answer<Import>> {
    let Submit { kind, name } = request;
    let allowed = match kind {
        FileKind::Registry => call.caller.role == Role::Administrator,
        FileKind::Uniemens | FileKind::F24 => {
            may_ever(call.caller.role, Resource::ContributionFiles, Verb::Create)
        }
    };
    if !allowed {
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
    let (running, is_new) = progress.begin(begun)?;
    if !is_new {
        return Ok(running.import()?.into());
    }
    let submitter = Submitter::caller(&call.caller, app.today());
    let task = tokio::spawn(run(progress, app, file, submitter, key, Arc::clone(&running)));
    let import = match timeout(PATIENCE, task).await {
        Ok(ended) => ended.map_err(anyhow::Error::from)??,
        Err(_) => running.import()?,
    };
    Ok(import.into())
}

/// Imports the file and notes the end of it, whether anybody still waits or not.
async fn run(
    progress: Arc<Progress>,
    app: App,
    file: HandedIn,
    submitter: Submitter,
    key: Option<WriteKey>,
    running: Arc<Running>,
) -> Result<Import> {
    let id = file.id;
    let ended = match progress.slots.acquire().await {
        Ok(_slot) => service::import(&app, file, submitter, key, Arc::clone(&running.done)).await,
        Err(closed) => Err(anyhow::Error::from(closed).into()),
    };
    match ended {
        Ok(import) => {
            progress.end(id, None);
            Ok(import)
        }
        Err(error) => {
            let (fault, detail) = error.fault();
            if let Some(detail) = detail {
                tracing::error!(import = %id, detail, "an import failed");
            }
            progress.end(id, Some(fault.clone()));
            Err(Error::Fault(fault))
        }
    }
}

async fn list(
    progress: Arc<Progress>,
    app: App,
    call: Call,
    request: List,
) -> Result<Answer<Page<Import>>> {
    let person = call.caller.person;
    // Those under way are asked for first: one that ends in between is then in both lists rather than in none.
    let mut items = if request.cursor.is_none() { progress.all_of(person) } else { Vec::new() };
    let page =
        app.store().read(|tx| service::page(tx, person, request.cursor.as_ref(), request.limit))?;
    items.retain(|running| page.items.iter().all(|ended| ended.id != running.id));
    items.extend(page.items);
    Ok(Page { items, next: page.next, total: page.total }.into())
}

async fn show(
    progress: Arc<Progress>,
    app: App,
    call: Call,
    request: Show,
) -> Result<Answer<Report>> {
    let person = call.caller.person;
    if let Some(running) = progress.of(person, request.import) {
        return Ok(Report { import: running.import()?, issues: Vec::new() }.into());
    }
    let report = app.store().read(|tx| service::report(tx, Some(person), request.import))?;
    Ok(report.ok_or(Fault::NotFound)?.into())
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
