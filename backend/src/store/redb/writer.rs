//! The writing thread: runs the transactions that wait, one after another, each over what those before it left, and hands them over to be
//! committed as soon as the committer is free. What is committed meanwhile lies below what is run: nobody is told of it before it is on
//! disk, and if it fails so does whatever was run over it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Weak};

use super::committer::Group;
use super::reads::Snapshot;
use super::shared::Shared;
use crate::store::engine::Job;
use crate::store::overlay::{Changes, Layer, Overlay, lay_over};
use crate::store::{KeyRange, Order, ReadTx, StoreError, Visit};

/// Most transactions in one commit: beyond, waiting longer costs more than the commit saved.
const LARGEST_GROUP: usize = 512;

/// Bytes of changes after which a group takes no more.
const MOST_PENDING: usize = 1024 * 1024;

/// What the writer hears.
pub(super) enum Message {
    /// A transaction.
    Job(Box<dyn Job>),
    /// The committer has committed what it was given.
    Free,
    /// Nothing comes any more.
    Close,
}

/// Serves `queue` until it is told that nothing comes any more and nothing waits.
pub(super) fn run(shared: &Shared, queue: &Receiver<Message>, committer: &Sender<Group>) {
    let (waiting, under_way) = (VecDeque::new(), (Weak::new(), 0));
    let mut writer = Writer { shared, queue, waiting, free: true, closing: false, under_way };
    loop {
        if writer.waiting.is_empty() {
            if writer.closing {
                return;
            }
            writer.listen(true);
            continue;
        }
        let group = writer.gather();
        // A group that could not be run came to an end before: two under way would hide each other from the next.
        while !writer.free {
            writer.listen(true);
        }
        writer.free = false;
        writer.under_way = match &group.changes {
            Ok(changes) => (Arc::downgrade(changes), group.failures),
            Err(_) => (Weak::new(), 0),
        };
        if committer.send(group).is_err() {
            return;
        }
    }
}

struct Writer<'a> {
    shared: &'a Shared,
    queue: &'a Receiver<Message>,
    /// What was heard and not run.
    waiting: VecDeque<Box<dyn Job>>,
    /// Whether the committer waits for a group.
    free: bool,
    closing: bool,
    /// What the committer was given last, as long as it has it, and how many groups had failed before.
    under_way: (Weak<Changes>, u64),
}

impl Writer<'_> {
    /// Hears what there is, after waiting for something if asked to.
    fn listen(&mut self, wait: bool) {
        let first = if wait { self.queue.recv().ok() } else { self.queue.try_recv().ok() };
        for message in first.into_iter().chain(self.queue.try_iter()) {
            match message {
                Message::Job(job) => self.waiting.push_back(job),
                Message::Free => self.free = true,
                Message::Close => self.closing = true,
            }
        }
    }

    /// Runs what waits and comes until the committer is free.
    fn gather(&mut self) -> Group {
        self.shared.revive();
        // In this order: what is not under way any more is in a snapshot that begins now.
        let failures = self.shared.failures();
        let (below, since) = (self.under_way.0.upgrade(), self.under_way.1);
        let below = below.filter(|_| since == failures).unwrap_or_default();
        let snapshot = match Snapshot::begin(self.shared) {
            Ok(snapshot) => Noting { snapshot, failure: RefCell::default() },
            Err(error) => {
                let jobs = self.waiting.drain(..).collect();
                return Group { jobs, changes: Err(error), failures };
            }
        };
        let base = Layer { base: &snapshot, changes: &below };
        let (mut jobs, mut changes, mut bytes) = (Vec::new(), Changes::new(), 0);
        loop {
            while jobs.len() < LARGEST_GROUP
                && bytes < MOST_PENDING
                && let Some(mut job) = self.waiting.pop_front()
            {
                let earlier = Layer { base: &base, changes: &changes };
                let mut own = Overlay::new(&earlier);
                let keep = job.run(&mut own);
                let later = own.into_changes();
                jobs.push(job);
                if let Some(error) = snapshot.failure.take() {
                    return Group { jobs, changes: Err(error), failures };
                }
                if keep {
                    bytes += lay_over(&mut changes, later);
                }
                // A committer that is free gets what waited when it became so, and no later ones.
                if !self.free {
                    self.listen(false);
                }
            }
            if self.free {
                return Group { jobs, changes: Ok(Arc::new(changes)), failures };
            }
            self.listen(true);
        }
    }
}

/// A snapshot that notes the first failure of the disk that a job met. It would name the cause to its job alone, and the commit would
/// only say that something went wrong before.
struct Noting<'a> {
    snapshot: Snapshot<'a>,
    failure: RefCell<Option<StoreError>>,
}

impl Noting<'_> {
    fn note<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(error @ (StoreError::Full | StoreError::Io { .. })) = &outcome {
            self.failure.borrow_mut().get_or_insert_with(|| error.clone());
        }
        outcome
    }
}

impl ReadTx for Noting<'_> {
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.note(self.snapshot.get(table, key))
    }

    fn scan(
        &self,
        table: &'static str,
        range: KeyRange<'_>,
        order: Order,
        visit: &mut Visit<'_>,
    ) -> Result<(), StoreError> {
        self.note(self.snapshot.scan(table, range, order, visit))
    }
}
