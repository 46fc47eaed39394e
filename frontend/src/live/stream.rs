//! The one stream of the app. It is closed while the page is not seen: a browser has few connections to a server, and a page that nobody
//! looks at needs none. What was missed meanwhile is told when it is opened again.

use std::cell::RefCell;

use shared::endpoint::url;
use shared::live::{CHANGED, ENDED, Listen, READY, RESYNC, Topic, TopicKind};
use wasm_bindgen::JsCast;
use web_sys::{EventSource, MessageEvent, VisibilityState};
use yew::Callback;

use crate::api;
use crate::browser;
use crate::events::{self, Listening, Timeout};

/// Milliseconds before a refused stream is tried again, doubled each time, and the longest of them.
const AGAIN: (i32, i32) = (2_000, 60_000);

/// What somebody listens to: sorts, and one thing of a sort where an id is given.
type Topics = Vec<(TopicKind, Option<String>)>;

#[derive(Default)]
struct Hub {
    next: u32,
    listeners: Vec<(u32, Topics, Callback<()>)>,
    source: Option<Source>,
    /// The number of the last event that was heard.
    after: Option<u64>,
    refused: u32,
    again: Option<Timeout>,
    seen: Option<Listening>,
}

/// An open stream; dropping it closes it.
struct Source {
    source: EventSource,
    _heard: Vec<Listening>,
}

impl Drop for Source {
    fn drop(&mut self) {
        self.source.close();
    }
}

thread_local! {
    static HUB: RefCell<Hub> = RefCell::default();
}

/// Somebody who listens, until this is dropped.
pub(super) struct Heard(u32);

impl Drop for Heard {
    fn drop(&mut self) {
        let last = HUB.with_borrow_mut(|hub| {
            hub.listeners.retain(|(number, ..)| *number != self.0);
            // Dropped outside, for they may call back.
            hub.listeners.is_empty().then(|| (hub.source.take(), hub.again.take(), hub.seen.take()))
        });
        drop(last);
    }
}

/// Listens to changes.
pub(super) fn listen(topics: Topics, act: Callback<()>) -> Heard {
    let number = HUB.with_borrow_mut(|hub| {
        hub.next += 1;
        hub.listeners.push((hub.next, topics, act));
        hub.next
    });
    open();
    Heard(number)
}

/// Opens the stream if somebody listens and looks, and it is not open.
fn open() {
    let wanted = HUB.with_borrow(|hub| !hub.listeners.is_empty() && hub.source.is_none());
    if !wanted {
        return;
    }
    if HUB.with_borrow(|hub| hub.seen.is_none()) {
        let seen = browser::document()
            .map(|document| events::listen(document.into(), "visibilitychange", |_| looked()));
        HUB.with_borrow_mut(|hub| hub.seen = seen);
    }
    if !is_seen() {
        return;
    }
    let after = HUB.with_borrow(|hub| hub.after);
    let Ok(address) = url(&Listen { after, seconds: None }) else { return };
    let Ok(source) = EventSource::new(&address) else { return };
    let on = |name: &'static str, act: fn(&MessageEvent)| {
        events::listen(source.clone().into(), name, move |event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>() {
                act(message);
            }
        })
    };
    let failed = events::listen(source.clone().into(), "error", |_| failed());
    let heard =
        vec![on(READY, noted), on(CHANGED, changed), on(RESYNC, missed), on(ENDED, ended), failed];
    HUB.with_borrow_mut(|hub| hub.source = Some(Source { source, _heard: heard }));
}

/// Somebody begins to look at the page, or looks away.
fn looked() {
    if is_seen() {
        return open();
    }
    let source = HUB.with_borrow_mut(|hub| hub.source.take());
    drop(source);
}

fn is_seen() -> bool {
    browser::document().is_none_or(|page| page.visibility_state() == VisibilityState::Visible)
}

fn changed(message: &MessageEvent) {
    noted(message);
    let text = message.data().as_string().unwrap_or_default();
    // A newer server tells of sorts that this page does not know: they are on none of its screens.
    let Ok(topic) = api::decode::<Topic>(&text) else { return };
    tell(|topics| {
        topics.iter().any(|(kind, id)| *kind == topic.kind && (id.is_none() || *id == topic.id))
    });
}

fn missed(message: &MessageEvent) {
    noted(message);
    tell(|_| true);
}

/// The session is over: whatever is asked next is told so, and leads to the way to sign in.
fn ended(_: &MessageEvent) {
    let source = HUB.with_borrow_mut(|hub| hub.source.take());
    drop(source);
    tell(|_| true);
}

fn noted(message: &MessageEvent) {
    HUB.with_borrow_mut(|hub| {
        hub.after = message.last_event_id().parse().ok().or(hub.after);
        hub.refused = 0;
    });
}

/// A stream that only broke off, the browser opens again by itself; one that was refused, we do, later and later.
fn failed() {
    let gone = HUB.with_borrow_mut(|hub| {
        let is_closed = |open: &Source| open.source.ready_state() == EventSource::CLOSED;
        match hub.source.as_ref().is_some_and(is_closed) {
            true => hub.source.take(),
            false => None,
        }
    });
    if gone.is_none() {
        return;
    }
    drop(gone);
    let refused = HUB.with_borrow_mut(|hub| {
        hub.refused = hub.refused.saturating_add(1);
        hub.refused
    });
    let wait = AGAIN.0.saturating_mul(1 << refused.min(5)).min(AGAIN.1);
    // Not all tabs of a server that came back at once.
    let wait = wait / 2 + (js_sys::Math::random() * f64::from(wait / 2)) as i32;
    let again = events::after(wait, open);
    HUB.with_borrow_mut(|hub| hub.again = again);
}

/// Tells those who listen to it, outside the hub: what they do may listen anew.
fn tell(wanted: impl Fn(&Topics) -> bool) {
    let acts: Vec<Callback<()>> = HUB.with_borrow(|hub| {
        let heard = hub.listeners.iter().filter(|(_, topics, _)| wanted(topics));
        heard.map(|(.., act)| act.clone()).collect()
    });
    acts.iter().for_each(|act| act.emit(()));
}
