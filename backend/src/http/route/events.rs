//! Streams of server-sent events (`text/event-stream`): as they come, with a sign of life while nothing does.

use std::any::Any;
use std::convert::Infallible;
use std::fmt::Write;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::header::{self, HeaderValue};
use tokio::sync::mpsc::Receiver;
use tokio::time::{Interval, MissedTickBehavior, interval};
use warp::Reply;

use super::reply::{Response, private};

/// How often something is sent at least: what stands between us and the tab takes a silent connection for a dead one.
const HEARTBEAT: Duration = Duration::from_secs(20);

const EVENTS: HeaderValue = HeaderValue::from_static("text/event-stream");
/// Kept by nothing, and not gathered by a proxy before it is passed on.
const BUFFERING: (&str, HeaderValue) = ("x-accel-buffering", HeaderValue::from_static("no"));

/// Something told to a tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The number by which it is resumed after.
    pub id: Option<u64>,
    /// Its name; without one it only says the number.
    pub name: &'static str,
    /// What it says, in one line.
    pub data: String,
    /// After how many milliseconds to come back when the connection ends.
    pub retry: Option<u64>,
}

impl Event {
    /// As it travels.
    fn written(&self) -> Bytes {
        let mut text = String::with_capacity(96);
        // Writing to a string cannot fail.
        if let Some(retry) = self.retry {
            let _ = writeln!(text, "retry: {retry}");
        }
        if let Some(id) = self.id {
            let _ = writeln!(text, "id: {id}");
        }
        if !self.name.is_empty() {
            let _ = writeln!(text, "event: {}\ndata: {}", self.name, self.data);
        }
        text.push('\n');
        text.into()
    }
}

/// A stream of events on its way out; it ends when nobody can send to it any more.
#[derive(Debug)]
pub struct Events(pub Receiver<Event>);

/// What lasts as long as the body of an answer: the connection counts the call as under way until then.
#[derive(Clone, Default)]
pub struct Lasting(Arc<OnceLock<Box<dyn Any + Send + Sync>>>);

impl Lasting {
    /// Keeps something until the body has gone.
    pub fn hold(&self, what: impl Any + Send + Sync) {
        // There is one to hold: the call.
        let _ = self.0.set(Box::new(what));
    }
}

/// The answer.
pub fn answer(events: Events) -> Response {
    let lasting = Lasting::default();
    let mut heartbeat = interval(HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let body = Body { events: events.0, heartbeat, _lasting: lasting.clone() };
    let mut response = warp::reply::stream(body).into_response();
    let headers = private(&mut response);
    headers.insert(header::CONTENT_TYPE, EVENTS);
    headers.insert(BUFFERING.0, BUFFERING.1);
    response.extensions_mut().insert(lasting);
    response
}

struct Body {
    events: Receiver<Event>,
    heartbeat: Interval,
    _lasting: Lasting,
}

impl Stream for Body {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(event) = self.events.poll_recv(cx) {
            self.heartbeat.reset();
            return Poll::Ready(event.map(|event| Ok(event.written())));
        }
        // The first tick is at once: a line with which the stream begins, so that the tab knows that it is there.
        self.heartbeat.poll_tick(cx).map(|_| Some(Ok(Bytes::from_static(b":\n\n"))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_written_as_browsers_read_it() {
        let event = Event { id: Some(7), name: "changed", data: "{}".into(), retry: Some(900) };
        assert_eq!(event.written(), "retry: 900\nid: 7\nevent: changed\ndata: {}\n\n");
        let number = Event { id: Some(7), ..Event::default() };
        assert_eq!(number.written(), "id: 7\n\n");
    }
}
