//! Server data on the screens: shown from memory at once, asked again behind, told apart in five states.
//!
//! Nothing here is written to storage: what was read lives in [`Cache`] until the page closes, the person signs out or begins to
//! work for somebody else.

mod action;
mod cache;
mod pages;
mod pauses;
mod text;
mod view;

use std::any::Any;
use std::rc::Rc;

use shared::calendar::Instant;
use shared::endpoint::Endpoint;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub use action::{Action, use_action};
pub use cache::{Cache, CacheProvider, use_cache};
pub use pages::{Paged, Pages, use_pages};
pub use pauses::{AGAIN_MS, use_pauses};
pub use view::{error_code, explain};

use crate::api::{self, CallError, Prepared};
use crate::events;
use crate::session::use_session;
use cache::Kept;

/// What is known of something on the server.
pub struct Remote<T> {
    /// The latest reply, as long as there is one.
    pub value: Option<Rc<T>>,
    /// When it came.
    pub at: Instant,
    /// Whether it is being asked again.
    pub refreshing: bool,
    /// Why the latest call brought nothing.
    pub error: Option<CallError>,
    /// Asks again.
    pub reload: Callback<()>,
}

impl<T> Remote<T> {
    /// Both as one: known once both are, and as old as the older.
    pub fn and<U>(self, other: Remote<U>) -> Remote<(Rc<T>, Rc<U>)> {
        let reloads = [self.reload, other.reload];
        Remote {
            value: self.value.zip(other.value).map(Rc::new),
            at: self.at.min(other.at),
            refreshing: self.refreshing || other.refreshing,
            error: self.error.or(other.error),
            reload: Callback::from(move |()| reloads.iter().for_each(|reload| reload.emit(()))),
        }
    }
}

/// The same without its type: written once for all endpoints.
#[derive(Clone)]
struct Known {
    url: String,
    kept: Option<Kept>,
    refreshing: bool,
    error: Option<CallError>,
}

type Decode = fn(&str) -> Result<Rc<dyn Any>, CallError>;

/// Reads something from the server and keeps it fresh: asked when the component appears, when the request changes, when asked to
/// reload and when the connection comes back.
#[hook]
pub fn use_remote<E: Endpoint>(request: &E) -> Remote<E::Reply> {
    let raw = use_raw(api::prepare(request).ok(), |text| {
        let value: E::Reply = api::decode(text)?;
        Ok(Rc::new(value))
    });
    let at = raw.known.kept.as_ref().map_or(Instant::from_millis(0), |kept| kept.at);
    let value = raw.known.kept.and_then(|kept| kept.value.downcast::<E::Reply>().ok());
    Remote {
        value,
        at,
        refreshing: raw.known.refreshing,
        error: raw.known.error,
        reload: raw.reload,
    }
}

struct Raw {
    known: Known,
    reload: Callback<()>,
}

#[hook]
fn use_raw(request: Option<Prepared>, decode: Decode) -> Raw {
    let cache = use_cache();
    let session = use_session();
    let known = use_state(|| None::<Known>);
    let round = use_state(|| 0_u32);
    let url = request.as_ref().map(|request| request.url.clone()).unwrap_or_default();
    // What was fresh stays in sight too, whatever becomes of the cache meanwhile: nothing asks for it again.
    let first = use_memo(url.clone(), |url| first(&cache, url));
    let current =
        (*known).clone().filter(|known| known.url == url).unwrap_or_else(|| (*first).clone());
    use_effect_with((url, *round), {
        let (known, cache) = (known.setter(), cache.clone());
        // What is shown stays while it is asked for again, whatever became of the cache.
        let begin = Known { error: None, refreshing: false, ..current.clone() };
        move |(_, round)| {
            let abort = web_sys::AbortController::new().ok();
            let fresh = *round == 0 && begin.kept.as_ref().is_some_and(Kept::is_fresh);
            if let (Some(request), false) = (request, fresh) {
                let signal = abort.as_ref().map(web_sys::AbortController::signal);
                known.set(Some(Known { refreshing: true, ..begin.clone() }));
                spawn_local(async move {
                    let outcome =
                        request.send(signal.as_ref()).await.and_then(|text| decode(&text));
                    if signal.is_some_and(|signal| signal.aborted()) {
                        return;
                    }
                    if outcome.as_ref().is_err_and(CallError::is_signed_out) {
                        return session.ended();
                    }
                    known.set(Some(settle(&cache, begin, outcome)));
                });
            }
            move || {
                if let Some(abort) = abort {
                    abort.abort();
                }
            }
        }
    });
    let reload = {
        let set = round.setter();
        use_callback(*round, move |(), round| set.set(round.wrapping_add(1).max(1)))
    };
    use_effect_with(current.error == Some(CallError::Offline), {
        let reload = reload.clone();
        move |offline| {
            let listening = offline.then(|| events::on_window("online", move |_| reload.emit(())));
            move || drop(listening)
        }
    });
    Raw { known: current, reload }
}

fn first(cache: &Cache, url: &str) -> Known {
    Known { url: url.to_owned(), kept: cache.get(url), refreshing: false, error: None }
}

/// What is known after a call: the new value, or the old one and why there is no new one.
fn settle(cache: &Cache, begin: Known, outcome: Result<Rc<dyn Any>, CallError>) -> Known {
    match outcome {
        Ok(value) => {
            let kept = Kept { value, at: events::now() };
            cache.put(&begin.url, kept.clone());
            Known { kept: Some(kept), ..begin }
        }
        Err(error) => {
            // What is no longer theirs to see must not stay on the screen.
            let kept = begin.kept.filter(|_| !error.is_not_found());
            Known { kept, error: Some(error), ..begin }
        }
    }
}
