//! Watches a connection for what no timer of the protocol covers, at the price of a few counters.
//!
//! Hyper has a deadline for heads, but starts it as soon as the last answer is out, so it would end idle connections as soon as slow
//! ones; it makes a timer for every request; and nothing covers a client that has not even said which version it speaks, or that does
//! not take what it asked for. So the stream and the service count what happens, and a tick now and then looks whether anything did.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::http::settings::Deadlines;

/// What happens on a connection.
#[derive(Default)]
pub struct Watch {
    /// Calls that began.
    begun: AtomicU32,
    /// Calls under way.
    under_way: AtomicU32,
    /// Whether it speaks HTTP/2.
    http2: AtomicBool,
    /// Reads that brought something.
    reads: AtomicU32,
    /// `reads` when a call last began or ended: more than these are part of a head.
    reads_of_calls: AtomicU32,
    /// Writes that took something away.
    writes: AtomicU32,
    /// Whether a write waits for the client to take something.
    blocked: AtomicBool,
}

/// A call under way.
pub struct Call(Arc<Watch>);

impl Watch {
    /// A call begins.
    pub fn begin(self: &Arc<Self>, http2: bool) -> Call {
        self.begun.fetch_add(1, Relaxed);
        self.under_way.fetch_add(1, Relaxed);
        self.http2.store(http2, Relaxed);
        self.reads_of_calls.store(self.reads.load(Relaxed), Relaxed);
        Call(Arc::clone(self))
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.0.reads_of_calls.store(self.0.reads.load(Relaxed), Relaxed);
        self.0.under_way.fetch_sub(1, Relaxed);
    }
}

/// What is to become of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes on.
    Well,
    /// It has nothing to do and is closed as soon as nothing is under way.
    Finish,
    /// It holds something up and ends at once.
    End,
}

/// Looks at a connection now and then.
pub struct Watcher {
    watch: Arc<Watch>,
    every: Duration,
    deadlines: Deadlines,
    begun: u32,
    writes: u32,
    idle: Duration,
    reading_head: Duration,
    stalled: Duration,
}

/// How many times its idle time a connection that was told to finish may still take.
const LINGERING: u32 = 5;

impl Watcher {
    /// Over this connection.
    pub fn new(watch: &Arc<Watch>, deadlines: &Deadlines) -> Self {
        Self {
            watch: Arc::clone(watch),
            every: (deadlines.head / 2).max(Duration::from_millis(1)),
            deadlines: *deadlines,
            begun: 0,
            writes: 0,
            idle: Duration::ZERO,
            reading_head: Duration::ZERO,
            stalled: Duration::ZERO,
        }
    }

    /// How often to look.
    pub fn every(&self) -> Duration {
        self.every
    }

    /// Looks: what happened since the last time, `every` ago?
    pub fn judge(&mut self) -> Verdict {
        let watch = &self.watch;
        let (begun, writes) = (watch.begun.load(Relaxed), watch.writes.load(Relaxed));
        let is_stalled = watch.blocked.load(Relaxed) && writes == self.writes;
        let is_idle = watch.under_way.load(Relaxed) == 0 && begun == self.begun;
        // Of HTTP/2 reads say nothing: frames come between calls.
        let is_reading = watch.reads.load(Relaxed) != watch.reads_of_calls.load(Relaxed)
            && !watch.http2.load(Relaxed);
        let longer =
            |time: Duration, holds: bool| if holds { time + self.every } else { Duration::ZERO };
        self.stalled = longer(self.stalled, is_stalled);
        self.idle = longer(self.idle, is_idle);
        self.reading_head = longer(self.reading_head, is_idle && (is_reading || begun == 0));
        (self.begun, self.writes) = (begun, writes);
        let deadlines = &self.deadlines;
        if self.stalled >= deadlines.stalled
            || self.reading_head > deadlines.head
            || self.idle >= deadlines.idle * LINGERING
        {
            Verdict::End
        } else if self.idle >= deadlines.idle {
            Verdict::Finish
        } else {
            Verdict::Well
        }
    }
}

/// How long, and for how many bytes, a client that was still sending is listened to after the last answer. Closing at once would
/// make its system throw that answer away unread.
const LISTENING: Duration = Duration::from_secs(1);
const LISTENED: usize = 256 * 1024;

/// A stream that counts what happens on it.
pub struct Watched<I> {
    stream: I,
    watch: Arc<Watch>,
    listening: Option<Listening>,
}

struct Listening {
    until: Pin<Box<Sleep>>,
    left: usize,
}

impl<I> Watched<I> {
    /// Counts into `watch`.
    pub fn new(stream: I, watch: Arc<Watch>) -> Self {
        Self { stream, watch, listening: None }
    }

    fn wrote<T>(&self, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        self.watch.blocked.store(polled.is_pending(), Relaxed);
        if polled.is_ready() {
            self.watch.writes.fetch_add(1, Relaxed);
        }
        polled
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for Watched<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if polled.is_ready() {
            self.watch.reads.fetch_add(1, Relaxed);
        }
        polled
    }
}

impl<I: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Watched<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.wrote(polled)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(cx, slices);
        self.wrote(polled)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    /// Says that nothing more is coming, and listens until the client says so too.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let listening = match &mut this.listening {
            Some(listening) => listening,
            none => {
                std::task::ready!(Pin::new(&mut this.stream).poll_shutdown(cx))?;
                none.insert(Listening {
                    until: Box::pin(sleep_until(Instant::now() + LISTENING)),
                    left: LISTENED,
                })
            }
        };
        let mut buffer = [0; 4096];
        while listening.left > 0 && listening.until.as_mut().poll(cx).is_pending() {
            let mut read = ReadBuf::new(&mut buffer);
            match Pin::new(&mut this.stream).poll_read(cx, &mut read) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(())) if !read.filled().is_empty() => {
                    listening.left = listening.left.saturating_sub(read.filled().len());
                }
                Poll::Ready(_) => break,
            }
        }
        Poll::Ready(Ok(()))
    }
}
