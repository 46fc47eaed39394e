//! Writes: one at a time, safe against a double tap and against a lost answer.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::endpoint::Endpoint;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::pending::Pending;
use crate::api::{self, CallError, Prepared};
use crate::session::use_session;

/// A write that can be done.
pub struct Action<E: 'static> {
    /// Whether it is under way.
    pub busy: bool,
    /// Why the latest try did not succeed.
    pub error: Option<CallError>,
    /// Does it, unless it is under way.
    pub run: Callback<E>,
}

/// Keeps what an unanswered try sent, so that trying again cannot do it twice.
#[derive(Default)]
struct Tries {
    running: Cell<bool>,
    unanswered: RefCell<Option<Prepared>>,
}

impl Tries {
    /// The request with the key of the same one that got no answer, if there was one.
    fn again(&self, prepared: Prepared) -> Prepared {
        match self.unanswered.take() {
            Some(before) if before.asks_the_same(&prepared) => before,
            _ => prepared,
        }
    }
}

/// A write; `done` gets its reply.
#[hook]
pub fn use_action<E: Endpoint>(done: Callback<E::Reply>) -> Action<E> {
    let write = use_write(Rc::new(move |text| {
        done.emit(api::decode(text)?);
        Ok(())
    }));
    let run = write.run;
    let run = Callback::from(move |request: E| {
        if let Ok(prepared) = api::prepare(&request) {
            run.emit(prepared);
        }
    });
    Action { busy: write.busy, error: write.error, run }
}

/// Takes the text of a reply; fails if it cannot be read.
type Take = Rc<dyn Fn(&str) -> Result<(), CallError>>;

/// A write without its type: written once for all endpoints.
struct Write {
    busy: bool,
    error: Option<CallError>,
    run: Callback<Prepared>,
}

#[hook]
fn use_write(take: Take) -> Write {
    let session = use_session();
    let tries = use_mut_ref(Rc::<Tries>::default);
    let state = use_state(|| (false, None::<CallError>));
    let run = {
        let (tries, state) = (tries.borrow().clone(), state.setter());
        Callback::from(move |prepared: Prepared| {
            if tries.running.replace(true) {
                return;
            }
            state.set((true, None));
            let prepared = tries.again(prepared);
            let (tries, state, session, take) =
                (tries.clone(), state.clone(), session.clone(), take.clone());
            spawn_local(async move {
                let pending = Pending::begin();
                let outcome = prepared.send(None).await;
                drop(pending);
                tries.running.set(false);
                if outcome == Err(CallError::Offline) {
                    tries.unanswered.replace(Some(prepared));
                }
                match outcome.and_then(|text| take(&text)) {
                    Ok(()) => state.set((false, None)),
                    Err(error) if error.is_signed_out() => session.ended(),
                    Err(error) => state.set((false, Some(error))),
                }
            });
        })
    };
    let (busy, error) = (*state).clone();
    Write { busy, error, run }
}
