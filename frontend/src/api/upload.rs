//! Handing in a file. Fetch tells nothing of an upload's progress, so this goes through XMLHttpRequest.

use std::cell::Cell;
use std::rc::Rc;

use shared::endpoint::{Endpoint, IDEMPOTENCY_KEY};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};
use yew::Callback;

use super::pending::Pending;
use super::{CallError, decode, fetch, prepare};
use crate::events::{self, Listening};

/// What happens to an upload.
pub enum UploadEvent<R> {
    /// So many percent have left.
    Progress(u8),
    /// It is over.
    Done(Result<R, CallError>),
}

/// An upload under way; dropping it gives it up. Until it is over, the browser asks before it leaves the page.
pub struct Upload {
    request: XmlHttpRequest,
    held: Held,
    _on_progress: Closure<dyn FnMut(ProgressEvent)>,
    _on_end: Closure<dyn FnMut()>,
}

/// What ends with the upload, though it may be kept for longer.
type Held = Rc<Cell<Option<(Pending, Option<Listening>)>>>;

impl Drop for Upload {
    fn drop(&mut self) {
        self.request.set_onloadend(None);
        // Aborting what is over already does nothing.
        let _ = self.request.abort();
        self.held.take();
    }
}

/// Sends a file, or a part of one, with its request.
///
/// # Errors
/// [`CallError::Offline`] if the browser refuses to begin; what happens later is told to `on_event`.
pub fn upload<E: Endpoint>(
    request: &E,
    file: &Blob,
    on_event: &Callback<UploadEvent<E::Reply>>,
) -> Result<Upload, CallError> {
    let progress = on_event.reform(UploadEvent::Progress);
    let done = on_event.reform(|outcome: Result<String, CallError>| {
        UploadEvent::Done(outcome.and_then(|text| decode(&text)))
    });
    start(&prepare(request)?, file, progress, done)
}

fn start(
    prepared: &super::Prepared,
    file: &Blob,
    progress: Callback<u8>,
    done: Callback<Result<String, CallError>>,
) -> Result<Upload, CallError> {
    let refused = |_| CallError::Offline;
    let request = XmlHttpRequest::new().map_err(refused)?;
    request.open(prepared.method, &prepared.url).map_err(refused)?;
    request.set_request_header("Accept", "application/json").map_err(refused)?;
    request.set_request_header("Content-Type", "application/octet-stream").map_err(refused)?;
    if let Some(key) = &prepared.key {
        request.set_request_header(IDEMPOTENCY_KEY, key).map_err(refused)?;
    }
    let on_progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            progress.emit((event.loaded() / event.total() * 100.0) as u8);
        }
    });
    let leaving = events::on_window("beforeunload", |event| event.prevent_default());
    let held: Held = Rc::new(Cell::new(Some((Pending::begin(), leaving))));
    let (ended, holding) = (request.clone(), held.clone());
    let on_end = Closure::<dyn FnMut()>::new(move || {
        let last = holding.take();
        done.emit(outcome(&ended));
        drop(last);
    });
    if let Ok(body) = request.upload() {
        body.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    }
    request.set_onloadend(Some(on_end.as_ref().unchecked_ref()));
    request.send_with_opt_blob(Some(file)).map_err(refused)?;
    Ok(Upload { request, held, _on_progress: on_progress, _on_end: on_end })
}

fn outcome(request: &XmlHttpRequest) -> Result<String, CallError> {
    match request.status() {
        Ok(status) if status > 0 => {
            let text = request.response_text().ok().flatten().unwrap_or_default();
            fetch::outcome(status, text)
        }
        _ => Err(CallError::Offline),
    }
}
