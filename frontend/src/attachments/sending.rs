//! A file on its way: its hash, its upload, the part that is missing, and the end of it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use shared::attachments::{Attachment, Finish, Open, PutChunk, State, Upload as Stand};
use shared::ids::AttachmentId;
use shared::lang::Lang;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::device;
use super::queue::{Change, Queue, Stage, percent};
use super::text::{reason, texts};
use crate::api::{self, CallError, Upload, UploadEvent};
use crate::remote::explain;
use crate::session::Session;

/// What sends files, and what is on its way.
#[derive(Clone)]
pub(super) struct Sender {
    pub queue: UseReducerDispatcher<Queue>,
    pub session: Session,
    pub lang: Lang,
    pub under_way: UnderWay,
}

/// What is under way by the keys of the files: nothing yet while the server is asked, then a request; dropping one ends it.
pub(super) type UnderWay = Rc<RefCell<BTreeMap<u32, Option<Upload>>>>;

impl Sender {
    /// Sends a file; from where it is, if its upload was begun before.
    pub fn send(&self, key: u32, file: File, begun: Option<AttachmentId>) {
        let this = self.clone();
        this.under_way.borrow_mut().insert(key, None);
        this.stage(key, Stage::Preparing);
        spawn_local(async move {
            let stand = match begun {
                Some(attachment) => match api::call(&State { attachment }).await {
                    // It waited for too long, and the server forgot it.
                    Err(error) if error.is_not_found() => this.open(&file).await,
                    stand => stand,
                },
                None => this.open(&file).await,
            };
            let is_wanted = this.under_way.borrow_mut().remove(&key).is_some();
            match stand {
                Err(error) => this.failed(key, &error),
                // Taken from the list meanwhile.
                Ok(stand) if !is_wanted => forget(stand.id),
                Ok(stand) => {
                    this.queue.dispatch(Change::Opened(key, stand.id));
                    this.go_on(key, &file, &stand);
                }
            }
        });
    }

    /// Asks how the uploads of before stand.
    pub fn ask(&self, ids: Vec<AttachmentId>) {
        self.queue.dispatch(Change::Asked(ids.clone()));
        ids.into_iter().for_each(|id| self.ask_one(id));
    }

    /// Asks how an upload of before stands.
    pub fn ask_one(&self, attachment: AttachmentId) {
        let this = self.clone();
        spawn_local(async move {
            match api::call(&State { attachment }).await {
                Ok(stand) => {
                    let words = texts(this.lang);
                    let refused = stand.refused.map(|why| reason("file", why.name(), words));
                    this.queue.dispatch(Change::Known(stand, refused));
                }
                Err(error) if error.is_signed_out() => this.session.ended(),
                // Gone, or sent with its message: it is not of this list.
                Err(error) if error.is_not_found() => {
                    this.queue.dispatch(Change::Lost(attachment));
                }
                Err(error) => {
                    this.queue.dispatch(Change::Unknown(attachment, broken(&error, this.lang)));
                }
            }
        });
    }

    /// Stops sending a file, which stays where it is.
    pub fn stop(&self, key: u32) {
        self.under_way.borrow_mut().remove(&key);
    }

    /// Takes an upload away from the server as well.
    pub fn discard(&self, key: u32, id: Option<AttachmentId>) {
        self.stop(key);
        self.queue.dispatch(Change::Removed(key));
        id.into_iter().for_each(forget);
    }

    async fn open(&self, file: &File) -> Result<Stand, CallError> {
        let sha256 = device::sha256(file).await;
        api::call(&Open { name: file.name(), size: file.size() as u64, sha256 }).await
    }

    /// Sends what is missing, and ends the upload.
    fn go_on(&self, key: u32, file: &File, stand: &Stand) {
        let (id, size, offset) = (stand.id, stand.size, stand.offset);
        if stand.ready {
            return self.stage(key, Stage::Ready);
        }
        if offset >= size {
            return self.finish(key, id);
        }
        let this = self.clone();
        let heard = Callback::from(move |event: UploadEvent<Stand>| match event {
            UploadEvent::Progress(part) => {
                let sent = offset + (size - offset) * u64::from(part) / 100;
                this.stage(key, Stage::Sending(percent(sent, size)));
            }
            UploadEvent::Done(outcome) => {
                this.stop(key);
                match outcome {
                    Ok(_) => this.finish(key, id),
                    Err(error) => this.failed(key, &error),
                }
            }
        });
        self.stage(key, Stage::Sending(percent(offset, size)));
        // What is there is not sent again.
        let rest = file.slice_with_f64(offset as f64);
        let begun = rest
            .map_err(|_| CallError::Offline)
            .and_then(|rest| api::upload(&PutChunk { attachment: id, offset }, &rest, &heard));
        match begun {
            Ok(upload) => drop(self.under_way.borrow_mut().insert(key, Some(upload))),
            Err(error) => self.failed(key, &error),
        }
    }

    fn finish(&self, key: u32, attachment: AttachmentId) {
        let this = self.clone();
        this.stage(key, Stage::Examining);
        spawn_local(async move {
            match api::call(&Finish { attachment }).await {
                Ok(Attachment { .. }) => this.stage(key, Stage::Ready),
                Err(error) => this.failed(key, &error),
            }
        });
    }

    fn failed(&self, key: u32, error: &CallError) {
        if error.is_signed_out() {
            return self.session.ended();
        }
        let stage = match refusal(error, self.lang) {
            Some(why) => Stage::Refused(why),
            None => broken(error, self.lang),
        };
        self.stage(key, stage);
    }

    fn stage(&self, key: u32, stage: Stage) {
        self.queue.dispatch(Change::Stage(key, stage));
    }
}

/// How a file stands that stopped by itself.
fn broken(error: &CallError, lang: Lang) -> Stage {
    match error {
        CallError::Offline => Stage::Offline,
        error => Stage::Broken(explain(lang, error)),
    }
}

/// Takes an upload away from the server.
fn forget(attachment: AttachmentId) {
    spawn_local(async move {
        // One that cannot be taken away now is forgotten by the server in time.
        let _ = api::call(&shared::attachments::Discard { attachment }).await;
    });
}

/// Why the server does not take the file, where that is what it says.
fn refusal(error: &CallError, lang: Lang) -> Option<AttrValue> {
    let CallError::Problem(problem) = error else { return None };
    let fault = problem.errors.first()?;
    // What is incomplete can be gone on with.
    (fault.reason != "incomplete").then(|| reason(&fault.field, &fault.reason, texts(lang)))
}
