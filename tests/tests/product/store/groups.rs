//! Transactions that share a commit. A gate holds the writing thread until all of them wait.

use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Waker};

use backend::store::{Order, Span, Store, StoreError, Table, WriteTx};

const COUNTERS: Table<u32, u64> = Table::new("counters");

/// A transaction under way.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, StoreError>>>>;

/// Keeps the writing thread busy until dropped.
pub struct Gate {
    _open: Sender<()>,
    waiting: Pending<()>,
}

/// Queues a transaction, in the order of the calls.
pub fn queue<T: Send + 'static>(
    store: &Store,
    run: impl FnMut(&mut dyn WriteTx) -> Result<T, StoreError> + Send + 'static,
) -> Pending<T> {
    let store = store.clone();
    let mut pending: Pending<T> = Box::pin(async move { store.transact(run).await });
    let poll = pending.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(poll.is_pending(), "nothing is answered before its commit");
    pending
}

/// Holds the writing thread inside a transaction of its own.
pub fn hold(store: &Store) -> Gate {
    let (open, opened) = channel::<()>();
    let (entered, has_entered) = channel();
    let mut once = Some((opened, entered));
    let waiting = queue(store, move |_| {
        let (opened, entered): (Receiver<()>, Sender<()>) =
            once.take().expect("the embedded engine runs a closure once");
        let _ = entered.send(());
        // Ends when the gate is dropped.
        let _ = opened.recv();
        Ok(())
    });
    has_entered.recv().unwrap();
    Gate { _open: open, waiting }
}

/// Lets the writing thread go and waits for its answers.
pub fn release<T>(gate: Gate, pending: Vec<Pending<T>>) -> Vec<Result<T, StoreError>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let Gate { _open: open, waiting } = gate;
    drop(open);
    runtime.block_on(waiting).unwrap();
    pending.into_iter().map(|one| runtime.block_on(one)).collect()
}

fn increment(tx: &mut dyn WriteTx, counter: u32) -> Result<u64, StoreError> {
    let value = COUNTERS.get(tx, &counter)?.unwrap_or(0) + 1;
    COUNTERS.put(tx, &counter, &value)?;
    Ok(value)
}

pub fn a_group_is_as_good_as_one_after_another(store: &Store) {
    let refused = || StoreError::Internal { detail: "by its own rule".to_owned() };
    let gate = hold(store);
    let commits = store.generation();
    let pending = vec![
        queue(store, |tx| increment(tx, 1)),
        queue(store, move |tx| increment(tx, 1).and(Err(refused()))),
        queue(store, |tx| {
            increment(tx, 1)?;
            panic!("on purpose")
        }),
        queue(store, |tx| increment(tx, 1)),
        queue(store, |tx| COUNTERS.delete(tx, &1).map(|_| 0)),
        queue(store, |tx| increment(tx, 1)),
        queue(store, |tx| increment(tx, 2)),
    ];
    let answers = release(gate, pending);
    assert_eq!(answers[..2], [Ok(1), Err(refused())]);
    assert!(matches!(answers[2], Err(StoreError::Internal { .. })), "{:?}", answers[2]);
    assert_eq!(answers[3..], [Ok(2), Ok(0), Ok(1), Ok(1)]);
    assert_eq!(store.generation(), commits + 1, "they share one commit");
    let found = store.read(|tx| COUNTERS.collect(tx, &Span::all(), Order::Ascending));
    assert_eq!(found, Ok(vec![(1, 1), (2, 1)]));
}

pub fn a_forgotten_writer_still_writes(store: &Store) {
    let gate = hold(store);
    drop(queue(store, |tx| increment(tx, 1)));
    let answers = release(gate, vec![queue(store, |tx| increment(tx, 1))]);
    assert_eq!(answers, [Ok(2)]);
}

pub fn no_update_is_lost(store: &Store) {
    const TASKS: u32 = 64;
    const ROUNDS: u64 = 10;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| {
                let store = store.clone();
                tokio::spawn(async move {
                    for _ in 0..ROUNDS {
                        store
                            .transact(move |tx| increment(tx, 0).and(increment(tx, 1 + task % 4)))
                            .await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
    });
    let all = u64::from(TASKS) * ROUNDS;
    let found = store.read(|tx| COUNTERS.collect(tx, &Span::all(), Order::Ascending)).unwrap();
    assert_eq!(found, [(0, all), (1, all / 4), (2, all / 4), (3, all / 4), (4, all / 4)]);
}
