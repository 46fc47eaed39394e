//! Watches the connections for what no timer of the protocol covers, at the price of a few counters.
//!
//! Hyper has a deadline for heads, but starts it as soon as the last answer is out, so it would end idle connections as soon as slow
//! ones; it makes a timer for every request; and nothing covers a client that has not even said which version it speaks, or that does
//! not take what it asked for. So the stream and the service count what happens, and one sweep now and then looks at all connections
//! whether anything did. A connection that goes on as it should costs a look at one number.

use std::convert::Infallible;
use std::sync::atomic::{
    AtomicBool, AtomicU8, AtomicU32,
    Ordering::{AcqRel, Acquire, Relaxed},
};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::task::Waker;
use std::time::Duration;

use crate::http::settings::Deadlines;

/// What is to become of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It goes on.
    Well,
    /// It is closed as soon as nothing is under way.
    Finish,
    /// It ends at once.
    End,
}

/// What happens on a connection, and what was decided about it.
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
    /// The verdict, as a number.
    verdict: AtomicU8,
    /// Wakes the connection's task.
    task: OnceLock<Waker>,
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

    /// A read brought something.
    pub fn read(&self) {
        self.reads.fetch_add(1, Relaxed);
    }

    /// A write took something away, or has to wait.
    pub fn wrote(&self, something: bool) {
        self.blocked.store(!something, Relaxed);
        if something {
            self.writes.fetch_add(1, Relaxed);
        }
    }

    /// Says which task has the connection, before it first asks for the verdict.
    pub fn task(&self, waker: &Waker) {
        self.task.get_or_init(|| waker.clone());
    }

    /// What was decided.
    pub fn verdict(&self) -> Verdict {
        match self.verdict.load(Acquire) {
            0 => Verdict::Well,
            1 => Verdict::Finish,
            _ => Verdict::End,
        }
    }

    /// Decides. A verdict grows harder and never milder.
    fn decide(&self, verdict: Verdict) {
        if self.verdict.fetch_max(verdict as u8, AcqRel) < verdict as u8
            && let Some(task) = self.task.get()
        {
            task.wake_by_ref();
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.0.reads_of_calls.store(self.0.reads.load(Relaxed), Relaxed);
        self.0.under_way.fetch_sub(1, Relaxed);
    }
}

/// All connections of a listener.
pub struct Watched {
    deadlines: Deadlines,
    all: Mutex<All>,
}

#[derive(Default)]
struct All {
    connections: Vec<(Weak<Watch>, Seen)>,
    stopping: bool,
}

impl Watched {
    /// Held to these deadlines.
    pub fn new(deadlines: Deadlines) -> Self {
        Self { deadlines, all: Mutex::default() }
    }

    /// One more connection.
    pub fn join(&self) -> Arc<Watch> {
        let watch = Arc::new(Watch::default());
        let mut all = self.lock();
        if all.stopping {
            watch.decide(Verdict::Finish);
        }
        all.connections.push((Arc::downgrade(&watch), Seen::default()));
        watch
    }

    /// Has all connections finish, those that join later too.
    pub fn finish(&self) {
        let mut all = self.lock();
        all.stopping = true;
        for watch in all.connections.iter().filter_map(|(watch, _)| watch.upgrade()) {
            watch.decide(Verdict::Finish);
        }
    }

    /// Looks at all connections again and again, for ever.
    pub async fn sweep(&self) -> Infallible {
        let every = (self.deadlines.head / 2).max(Duration::from_millis(1));
        let mut ticks = tokio::time::interval(every);
        loop {
            ticks.tick().await;
            self.lock().connections.retain_mut(|(watch, seen)| {
                let Some(watch) = watch.upgrade() else { return false };
                watch.decide(seen.judge(&watch, every, &self.deadlines));
                true
            });
        }
    }

    fn lock(&self) -> MutexGuard<'_, All> {
        // A panic elsewhere left at worst a connection unwatched.
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the last look saw, and for how long things have been so.
#[derive(Default)]
struct Seen {
    begun: u32,
    writes: u32,
    idle: Duration,
    reading_head: Duration,
    stalled: Duration,
}

/// How many times its idle time a connection that was told to finish may still take.
const LINGERING: u32 = 5;

impl Seen {
    /// What happened since the last time, `every` ago?
    fn judge(&mut self, watch: &Watch, every: Duration, deadlines: &Deadlines) -> Verdict {
        let (begun, writes) = (watch.begun.load(Relaxed), watch.writes.load(Relaxed));
        let is_stalled = watch.blocked.load(Relaxed) && writes == self.writes;
        let is_idle = watch.under_way.load(Relaxed) == 0 && begun == self.begun;
        // Of HTTP/2 reads say nothing: frames come between calls.
        let is_reading = watch.reads.load(Relaxed) != watch.reads_of_calls.load(Relaxed)
            && !watch.http2.load(Relaxed);
        let longer =
            |time: Duration, holds: bool| if holds { time + every } else { Duration::ZERO };
        self.stalled = longer(self.stalled, is_stalled);
        self.idle = longer(self.idle, is_idle);
        self.reading_head = longer(self.reading_head, is_idle && (is_reading || begun == 0));
        (self.begun, self.writes) = (begun, writes);
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

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: Duration = Duration::from_millis(2_500);

    /// Looks so many times, and does `between` before each.
    fn looked(times: u32, watch: &Arc<Watch>, between: impl Fn(&Arc<Watch>)) -> Verdict {
        let (mut seen, mut verdict) = (Seen::default(), Verdict::Well);
        for _ in 0..times {
            between(watch);
            verdict = verdict.max(seen.judge(watch, EVERY, &Deadlines::default()));
        }
        verdict
    }

    #[test]
    fn what_goes_on_is_left_alone_and_what_does_not_is_ended() {
        let calls = |watch: &Arc<Watch>| {
            watch.read();
            drop(watch.begin(false));
            watch.wrote(true);
        };
        let began = || {
            let watch = Arc::default();
            calls(&watch);
            watch
        };
        assert_eq!(looked(1_000, &Arc::default(), calls), Verdict::Well, "calls and calls");
        let watch = began();
        let under_way = watch.begin(false);
        assert_eq!(looked(1_000, &watch, |_| {}), Verdict::Well, "a call that takes its time");
        drop(under_way);
        assert_eq!(looked(24, &began(), |_| {}), Verdict::Well, "idle");
        assert_eq!(looked(25, &began(), |_| {}), Verdict::Finish, "idle for a minute");
        assert_eq!(looked(125, &began(), |_| {}), Verdict::End, "and not closed in five");
        assert_eq!(looked(2, &Arc::default(), |_| {}), Verdict::Well, "not a byte yet");
        assert_eq!(looked(3, &Arc::default(), |_| {}), Verdict::End, "and none in five seconds");
        assert_eq!(
            looked(4, &began(), |watch| watch.read()),
            Verdict::End,
            "a second head that drips"
        );
        let http2 = Arc::default();
        drop(Watch::begin(&http2, true));
        assert_eq!(looked(20, &http2, |watch| watch.read()), Verdict::Well, "frames between calls");
        assert_eq!(
            looked(5, &began(), |watch| watch.wrote(false)),
            Verdict::End,
            "an answer that is not taken"
        );
        let slow = |watch: &Arc<Watch>| {
            watch.wrote(true);
            watch.wrote(false);
        };
        assert_eq!(looked(20, &began(), slow), Verdict::Well, "an answer that is taken slowly");
    }

    #[test]
    fn a_verdict_never_grows_milder_and_latecomers_finish_too() {
        let watched = Watched::new(Deadlines::default());
        let early = watched.join();
        early.decide(Verdict::End);
        watched.finish();
        assert_eq!((early.verdict(), watched.join().verdict()), (Verdict::End, Verdict::Finish));
    }
}
