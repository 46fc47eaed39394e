//! The worker that checks a file, as the page sees it. It reads and reckons; what it wants to know of the server, the page asks for.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use shared::calendar::Day;
use shared::preflight::{Known, Report};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, File, MessageEvent, Worker};
use yew::Callback;

use crate::api::{self, CallError};
use crate::browser;

/// What makes the worker: `boot.js` has it, for the content security policy lets nobody else name a script.
const MAKE: &str = "cassettoPreflight";

/// What is heard of a check.
pub enum Heard {
    /// So many per cent of the file were read.
    Progress(u8),
    /// It was read; what is known of its companies is asked for.
    Asking,
    /// It is over; beside the report, why nothing could be asked for.
    Done(Box<Report>, Option<CallError>),
    /// The worker did not start, or the file could not be read.
    Failed,
}

/// A check under way; dropping it ends it.
pub struct Checker {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Checker {
    /// Begins to check a file with the parameters of this text; nothing where the browser has no workers.
    pub fn begin(
        file: &File,
        today: Day,
        parameters: &str,
        heard: Callback<Heard>,
    ) -> Option<Checker> {
        let make = Reflect::get(&browser::window()?.into(), &MAKE.into()).ok()?;
        let worker = make.dyn_into::<Function>().ok()?.call0(&JsValue::UNDEFINED).ok()?;
        let worker: Worker = worker.dyn_into().ok()?;
        let failed = heard.reform(|()| Heard::Failed);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |_| failed.emit(()));
        let begin = Array::of4(
            &"read".into(),
            file,
            &today.to_string().into(),
            &JsValue::from_str(parameters),
        );
        let answered = worker.clone();
        let why = Rc::new(RefCell::new(None::<CallError>));
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message: Array = event.data().unchecked_into();
            let content = message.get(1);
            match message.get(0).as_string().as_deref() {
                // A worker that ended meanwhile hears nothing.
                Some("ready") => _ = answered.post_message(&begin),
                Some("progress") => {
                    heard.emit(Heard::Progress(content.as_f64().unwrap_or_default() as u8));
                }
                Some("ask") => {
                    heard.emit(Heard::Asking);
                    let (worker, why) = (answered.clone(), why.clone());
                    spawn_local(async move {
                        let known = match asked(&content.unchecked_into()).await {
                            Ok(replies) => replies.into(),
                            Err(error) => {
                                why.replace(Some(error));
                                JsValue::NULL
                            }
                        };
                        let _ = worker.post_message(&Array::of2(&"known".into(), &known));
                    });
                }
                Some("report") => {
                    let text = content.as_string().unwrap_or_default();
                    heard.emit(match api::decode::<Report>(&text) {
                        Ok(report) => Heard::Done(Box::new(report), why.take()),
                        Err(_) => Heard::Failed,
                    });
                }
                _ => heard.emit(Heard::Failed),
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Checker { worker, _on_message: on_message, _on_error: on_error })
    }
}

/// The texts of the replies; tax codes and months are all that is sent.
async fn asked(requests: &Array) -> Result<Array, CallError> {
    let replies = Array::new();
    for request in requests.iter() {
        let request = Known { about: request.as_string().unwrap_or_default() };
        replies.push(&api::prepare(&request)?.send(None).await?.into());
    }
    Ok(replies)
}
