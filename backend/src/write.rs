//! One way to write: the effect, its audit entry and the memory of its key in one transaction.

use minicbor::{Decode, Encode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::calendar::Instant;
use shared::fault::Fault;
use shared::ids::PersonId;
use shared::session::REMEMBERED_DAYS;

use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::clock::{DAY, HOUR};
use crate::fault::{Error, Result};
use crate::jobs::Duty;
use crate::store::{Index, Order, ReadTx, Span, Table, WriteTx};

/// What names a write, so that repeating it is harmless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteKey {
    /// As the client chose it.
    pub key: String,
    /// Whose key it is: other people's keys are other keys.
    pub person: Option<PersonId>,
    /// The endpoint's name.
    pub endpoint: &'static str,
    /// SHA-256 of the request, path and payload: the same key with another request is refused.
    pub digest: [u8; 32],
}

/// Runs `f` in one transaction with the audit entry it returns, and remembers its reply under the key. A key that is remembered gets
/// the remembered reply and has no effect. `f` may be run again by the store and must have no other effects.
///
/// # Errors
/// [`Fault::KeyReused`] when the key was used for another request; what `f` fails with, and then nothing was written and the key is
/// free; those of the store.
pub async fn write<R, F>(
    app: &App,
    key: Option<WriteKey>,
    who: Option<PersonId>,
    mut f: F,
) -> Result<R>
where
    R: Serialize + DeserializeOwned + Send + 'static,
    F: FnMut(&mut dyn WriteTx) -> Result<(R, NewEntry)> + Send + 'static,
{
    let now = app.now();
    let reply = app.store().transact(move |tx| once(tx, now, key.as_ref(), who, &mut f)).await?;
    app.jobs_waiting().notify_one();
    app.tabs().wake();
    Ok(reply)
}

/// The reply that a key is remembered with, for handlers whose work comes before their write.
///
/// # Errors
/// [`Fault::KeyReused`] when the key was used for another request; those of the store.
pub fn remembered_reply<R: DeserializeOwned>(
    app: &App,
    key: Option<&WriteKey>,
) -> Result<Option<R>> {
    let Some(key) = key else { return Ok(None) };
    app.store().read(|tx| remembered(tx, key))
}

fn once<R: Serialize + DeserializeOwned>(
    tx: &mut dyn WriteTx,
    now: Instant,
    key: Option<&WriteKey>,
    who: Option<PersonId>,
    f: &mut impl FnMut(&mut dyn WriteTx) -> Result<(R, NewEntry)>,
) -> Result<R> {
    if let Some(key) = key
        && let Some(reply) = remembered(tx, key)?
    {
        return Ok(reply);
    }
    let (reply, entry) = f(tx)?;
    audit::append(tx, now, NewEntry { person: entry.person.or(who), ..entry })?;
    if let Some(key) = key {
        remember(tx, now, key, &reply)?;
    }
    Ok(reply)
}

fn remembered<R: DeserializeOwned>(tx: &dyn ReadTx, key: &WriteKey) -> Result<Option<R>> {
    let Some(memory) = MEMORIES.get(tx, &place(key))? else { return Ok(None) };
    if memory.endpoint != key.endpoint || memory.digest != key.digest {
        return Err(Fault::KeyReused.into());
    }
    let reply = serde_json::from_slice(&memory.reply).map_err(|error| {
        anyhow::anyhow!("the remembered reply of {} does not read: {error}", key.endpoint)
    })?;
    Ok(Some(reply))
}

fn remember<R: Serialize>(
    tx: &mut dyn WriteTx,
    now: Instant,
    key: &WriteKey,
    reply: &R,
) -> Result<()> {
    let reply = serde_json::to_vec(reply).map_err(|error| {
        anyhow::anyhow!("the reply of {} does not encode: {error}", key.endpoint)
    })?;
    let memory = Memory { endpoint: key.endpoint.to_owned(), digest: key.digest, reply };
    MEMORIES.put(tx, &place(key), &memory)?;
    let (name, person) = place(key);
    Ok(BY_AGE.put(tx, &(now.millis(), person, name))?)
}

/// Forgets the writes whose keys are no longer remembered.
pub const PURGE: Duty = Duty { name: "writes.purge", every: HOUR, run: |app| Box::pin(purge(app)) };

/// Keys forgotten in one transaction, so that none grows long.
const AT_ONCE: usize = 1000;

async fn purge(app: App) -> Result<()> {
    let old = Span::until(&(app.now().millis() - REMEMBERED_DAYS * DAY));
    loop {
        let keys = app
            .store()
            .read(|tx| BY_AGE.page(tx, old.clone(), Order::Ascending, None, AT_ONCE))?
            .items;
        if keys.is_empty() {
            return Ok(());
        }
        app.store()
            .transact(move |tx| {
                for (at, person, name) in &keys {
                    BY_AGE.delete(tx, &(*at, *person, name.clone()))?;
                    MEMORIES.delete(tx, &(name.clone(), *person))?;
                }
                Ok::<(), Error>(())
            })
            .await?;
    }
}

fn place(key: &WriteKey) -> Place {
    (key.key.clone(), key.person.map_or(0, PersonId::as_u128))
}

/// Key, and whose it is: nought without a person.
type Place = (String, u128);

#[derive(Encode, Decode)]
struct Memory {
    #[n(0)]
    endpoint: String,
    #[cbor(n(1), with = "minicbor::bytes")]
    digest: [u8; 32],
    /// JSON.
    #[cbor(n(2), with = "minicbor::bytes")]
    reply: Vec<u8>,
}

const MEMORIES: Table<Place, Memory> = Table::new("writes");
/// Millisecond of the write, then person and key.
const BY_AGE: Index<(i64, u128, String)> = Index::new("writes.by_age");

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{
        App, Fault, NewEntry, PURGE, PersonId, REMEMBERED_DAYS, Result, Table, WriteKey, write,
    };
    use crate::audit;
    use crate::clock::{Clock, TestClock};
    use crate::fault::Error;
    use crate::store::Store;

    const COUNTER: Table<(), u32> = Table::new("test.counter");

    fn key(name: &str, person: u128, payload: u8) -> Option<WriteKey> {
        let person = Some(PersonId::from_u128(person));
        Some(WriteKey { key: name.into(), person, endpoint: "test.count", digest: [payload; 32] })
    }

    /// A write that counts how often it took effect.
    async fn count(app: &App, key: Option<WriteKey>) -> Result<u32> {
        write(app, key, None, |tx| {
            let count = COUNTER.get(tx, &())?.unwrap_or(0) + 1;
            COUNTER.put(tx, &(), &count)?;
            Ok((count, NewEntry::of("test.count")))
        })
        .await
    }

    fn audited(app: &App) -> u64 {
        app.store().read(|tx| audit::count(tx)).unwrap()
    }

    #[tokio::test]
    async fn a_key_has_one_effect_and_one_reply_across_restarts() {
        let store = Store::in_memory().unwrap();
        for _ in 0..3 {
            let app = App::over(store.clone()).build();
            assert_eq!(count(&app, key("a", 1, 0)).await.unwrap(), 1);
            assert_eq!(audited(&app), 1);
        }
        let app = App::over(store).build();
        assert_eq!(count(&app, key("b", 1, 0)).await.unwrap(), 2);
        assert_eq!(
            count(&app, key("a", 2, 0)).await.unwrap(),
            3,
            "another person's key is another key"
        );
        assert_eq!(count(&app, None).await.unwrap(), 4);
        assert_eq!(audited(&app), 4);
    }

    #[tokio::test]
    async fn a_key_is_not_used_for_two_requests() {
        let app = App::over(Store::in_memory().unwrap()).build();
        count(&app, key("a", 1, 0)).await.unwrap();
        let other_payload = key("a", 1, 1);
        let other_endpoint = key("a", 1, 0).map(|key| WriteKey { endpoint: "test.other", ..key });
        for reused in [other_payload, other_endpoint] {
            let error = count(&app, reused).await.unwrap_err();
            assert!(matches!(error, Error::Fault(Fault::KeyReused)));
        }
        assert_eq!(audited(&app), 1);
    }

    #[tokio::test]
    async fn a_failed_write_leaves_nothing_and_frees_its_key() {
        let app = App::over(Store::in_memory().unwrap()).build();
        let failed: Result<u32> = write(&app, key("a", 1, 0), None, |tx| {
            COUNTER.put(tx, &(), &9)?;
            Err(Fault::Forbidden.into())
        })
        .await;
        assert!(matches!(failed, Err(Error::Fault(Fault::Forbidden))));
        assert_eq!(audited(&app), 0);
        assert_eq!(count(&app, key("a", 1, 0)).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn keys_are_remembered_for_their_days_and_then_forgotten() {
        let clock = Arc::<TestClock>::default();
        let app = App::over(Store::in_memory().unwrap())
            .clock(Arc::clone(&clock) as Arc<dyn Clock>)
            .build();
        count(&app, key("a", 1, 0)).await.unwrap();
        clock.advance_minutes(REMEMBERED_DAYS * 24 * 60);
        (PURGE.run)(app.clone()).await.unwrap();
        assert_eq!(count(&app, key("a", 1, 0)).await.unwrap(), 1);
        clock.advance_minutes(1);
        (PURGE.run)(app.clone()).await.unwrap();
        assert_eq!(count(&app, key("a", 1, 0)).await.unwrap(), 2);
    }
}
