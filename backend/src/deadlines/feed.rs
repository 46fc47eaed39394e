//! The private calendar feed: its secret, and what it tells.

use shared::calendar::Instant;
use shared::deadlines::{CloseFeed, Feed, FeedState, MyFeed, NewFeed, OpenFeed};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::{PersonId, SessionId};

use super::ics;
use super::list::items;
use super::table::{self, BY_PERSON, FEEDS, Own};
use crate::access::Caller;
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::Result;
use crate::http::call::{Answer, Call, Visit};
use crate::people::service as people;
use crate::practice::grid::rows;
use crate::session::{hash, new_token};
use crate::store::WriteTx;
use crate::write::write;

/// Days back and ahead that a calendar has.
const SPAN: (i64, i64) = (31, 184);

pub(super) async fn state(app: App, call: Call, _: MyFeed) -> Result<Answer<FeedState>> {
    app.store().read(|tx| {
        let feed = match BY_PERSON.get(tx, &call.caller.person)? {
            Some(own) => FEEDS.get(tx, &own.hash)?,
            None => None,
        };
        Ok(FeedState { since: feed.map(|feed| feed.since) }.into())
    })
}

/// Makes a person's feed in place of one they had, and returns its secret.
///
/// # Errors
/// Those of the store.
pub fn made(tx: &mut dyn WriteTx, person: PersonId, secret: &str, now: Instant) -> Result<()> {
    end(tx, person)?;
    let hash = hash(secret);
    BY_PERSON.put(tx, &person, &Own { hash })?;
    Ok(FEEDS.put(tx, &hash, &table::Feed { person, since: now })?)
}

/// Ends a person's feed, if they have one.
fn end(tx: &mut dyn WriteTx, person: PersonId) -> Result<()> {
    if let Some(own) = BY_PERSON.get(tx, &person)? {
        FEEDS.delete(tx, &own.hash)?;
        BY_PERSON.delete(tx, &person)?;
    }
    Ok(())
}

pub(super) async fn open(app: App, call: Call, _: OpenFeed) -> Result<Answer<NewFeed>> {
    let (person, now, secret) = (call.caller.person, app.now(), new_token());
    let path = shared::endpoint::url(&Feed { secret: secret.clone() })
        .map_err(|error| anyhow::anyhow!("the address of a feed cannot be written: {error}"))?;
    write(&app, None, Some(person), move |tx| {
        made(tx, person, &secret, now)?;
        Ok(((), NewEntry::of(OpenFeed::SPEC.name)))
    })
    .await?;
    Ok(NewFeed { path: format!("{path}.ics") }.into())
}

pub(super) async fn close(app: App, call: Call, _: CloseFeed) -> Result<Answer<()>> {
    let person = call.caller.person;
    write(&app, None, Some(person), move |tx| {
        end(tx, person)?;
        Ok(((), NewEntry::of(CloseFeed::SPEC.name)))
    })
    .await?;
    Ok(().into())
}

/// The calendar of whoever has the secret: what is not done, of the companies that they work for today.
pub(super) async fn read(app: App, _: Visit, request: Feed) -> Result<String> {
    let (today, now) = (app.today(), app.now());
    app.store().read(|tx| {
        let feed = FEEDS.get(tx, &hash(&request.secret))?.ok_or(Fault::NotFound)?;
        let person = people::by_id(tx, feed.person)?.ok_or(Fault::NotFound)?;
        let caller = Caller::of(&person, SessionId::default());
        let rows = rows(tx, app.summaries(), &caller, today)?;
        let span = (today.plus_days(-SPAN.0), today.plus_days(SPAN.1));
        let items = items(&rows, span, today, |due| !due.done);
        Ok(ics::calendar(&items, person.id, person.lang, now))
    })
}
