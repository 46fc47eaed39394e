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
pub async fn write<R, F>(app: &App, key: Option<WriteKey>, who: Option<PersonId>, mut f: F) -> Result<R>
where
    R: Serialize + DeserializeOwned + Send + 'static,
    F: FnMut(&mut dyn WriteTx) -> Result<(R, NewEntry)> + Send + 'static,
{
    let now = app.now();
    let reply = app.store().transact(move |tx| once(tx, now, key.as_ref(), who, &mut f)).await?;
    app.jobs_waiting().notify_one();
    Ok(reply)
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
    let reply = serde_json::from_slice(&memory.reply)
        .map_err(|error| anyhow::anyhow!("the remembered reply of {} does not read: {error}", key.endpoint))?;
    Ok(Some(reply))
}

fn remember<R: Serialize>(tx: &mut dyn WriteTx, now: Instant, key: &WriteKey, reply: &R) -> Result<()> {
    let reply = serde_json::to_vec(reply)
        .map_err(|error| anyhow::anyhow!("the reply of {} does not encode: {error}", key.endpoint))?;
    let memory = Memory { endpoint: key.endpoint.to_owned(), digest: key.digest, reply };
    MEMORIES.put(tx, &place(key), &memory)?;
    let (person, name) = place(key);
    Ok(BY_AGE.put(tx, &(now.millis(), person, name))?)
}

/// Forgets the writes whose keys are no longer remembered.
pub const PURGE: Duty = Duty { name: "writes.purge", every: HOUR, run: |app| Box::pin(purge(app)) };

/// Keys forgotten in one transaction, so that none grows long.
const AT_ONCE: usize = 1000;

async fn purge(app: App) -> Result<()> {
    let old = Span::until(&(app.now().millis() - REMEMBERED_DAYS * DAY));
    loop {
        let keys = app.store().read(|tx| BY_AGE.page(tx, old.clone(), Order::Ascending, None, AT_ONCE))?.items;
        if keys.is_empty() {
            return Ok(());
        }
        app.store()
            .transact(move |tx| {
                for (at, person, name) in &keys {
                    BY_AGE.delete(tx, &(*at, *person, name.clone()))?;
                    MEMORIES.delete(tx, &(*person, name.clone()))?;
                }
                Ok::<(), Error>(())
            })
            .await?;
    }
}

fn place(key: &WriteKey) -> Place {
    (key.person.map_or(0, PersonId::as_u128), key.key.clone())
}

/// Person, or nought without one, and key.
type Place = (u128, String);

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
/// Millisecond of the write, then its place.
const BY_AGE: Index<(i64, u128, String)> = Index::new("writes.by_age");
