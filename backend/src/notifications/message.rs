//! Sending a message: it is closed, carried, and what became of it is written down.
//!
//! Between the two there may be a crash, and then it is carried again, as the same letter. How often it is tried, and when, is the
//! message's own matter and not that of its jobs: people read it in the message's steps.

use anyhow::Context;
use minicbor::{Decode, Encode};
use shared::calendar::Instant;
use shared::notifications::{Channel, Event, Step, Why};

use super::outbox::{self, promise};
use super::stored::step_row;
use super::table::{ITEMS, MESSAGES, Message, NOTES, StepRow, TRAYS};
use super::{contacts, text, wishes};
use crate::app::App;
use crate::clock::{HOUR, MINUTE};
use crate::fault::{Error, Result};
use crate::jobs::{self, Delivery, Job, Kind};
use crate::parameters::service as parameters;
use crate::people::service as people;
use crate::post::{Letter, Trouble};
use crate::store::{Order, ReadTx, Span, WriteTx};

/// Jobs that send a message.
pub const MESSAGE: Kind =
    Kind { name: outbox::KIND, run: |app, delivery| Box::pin(send(app, delivery)) };

/// Jobs that send a code.
pub const CODE: Kind =
    Kind { name: "notifications.code", run: |app, delivery| Box::pin(send_code(app, delivery)) };

/// Times that a message is tried: more than half a day, with what [`wait`] says.
pub(super) const TRIES: usize = 12;

/// Milliseconds after so many failures in a row: half a minute, then twice as long each time, and four hours at most.
fn wait(failures: usize) -> i64 {
    let doublings = u32::try_from(failures.saturating_sub(1)).unwrap_or(u32::MAX).min(16);
    ((MINUTE / 2) << doublings).min(4 * HOUR)
}

/// What is to be done with a message.
enum Next {
    /// Nothing: it ended, or was forgotten.
    Nothing,
    /// It waits for the channel to be tried again.
    Rests(Instant),
    /// It cannot be sent.
    Cannot(Why),
    /// It leaves.
    Leaves(Channel, Letter),
}

async fn send(app: App, delivery: Delivery) -> Result<()> {
    let number: u64 = minicbor::decode(&delivery.payload).context("a number does not read")?;
    let carried = match begin(&app, number).await? {
        Next::Nothing => return Ok(()),
        Next::Rests(until) => {
            let now = app.now();
            return app.store().transact(move |tx| promise(tx, now, number, until)).await;
        }
        Next::Cannot(why) => Err(why),
        Next::Leaves(channel, letter) => {
            let carried = app.post().send(channel, app.now(), &letter).await;
            carried.map_err(|trouble| told(number, &trouble))
        }
    };
    let now = app.now();
    app.store().transact(move |tx| end(tx, now, number, carried)).await
}

fn told(number: u64, trouble: &Trouble) -> Why {
    tracing::warn!(message = number, %trouble, "a message was not taken");
    trouble.why
}

/// Closes a message, so that nothing more is put into it, and writes its letter.
async fn begin(app: &App, number: u64) -> Result<Next> {
    let found = app.store().read(|tx| MESSAGES.get(tx, &number))?;
    let Some(message) = found.filter(|message| !message.ended) else { return Ok(Next::Nothing) };
    let Some(channel) = Channel::from_number(message.channel) else { return Ok(Next::Nothing) };
    if !app.post().has(channel) {
        return Ok(Next::Cannot(Why::NotSetUp));
    }
    if let Some(until) = app.post().rests_until(channel, app.now()) {
        return Ok(Next::Rests(until));
    }
    let (site, now) = (app.config().mail.site.clone(), app.now());
    app.store()
        .transact(move |tx| {
            let Some(mut message) = MESSAGES.get(tx, &number)? else { return Ok(Next::Nothing) };
            // It was to leave before them, and was kept back: by a channel that rested, or while this program did not run.
            let quiet = wishes::of(tx, message.person)?.quiet;
            if let Some(until) = quiet.and_then(|quiet| quiet.ends(now)) {
                put_off(tx, now, number, message, until)?;
                return Ok(Next::Rests(until));
            }
            if !message.closed {
                message.closed = true;
                MESSAGES.put(tx, &number, &message)?;
                let place = (message.person, message.channel, message.tray);
                if TRAYS.get(tx, &place)?.is_some_and(|tray| tray.message == number) {
                    TRAYS.delete(tx, &place)?;
                }
            }
            let letter = letter(tx, number, &message, channel, site.as_deref())?;
            Ok(letter.map_or(Next::Cannot(Why::NoAddress), |letter| Next::Leaves(channel, letter)))
        })
        .await
}

/// Writes down that a message waits for the end of the quiet hours; once, however often it is looked at in them.
fn put_off(
    tx: &mut dyn WriteTx,
    now: Instant,
    number: u64,
    mut message: Message,
    until: Instant,
) -> Result<()> {
    let step = step_row(now, Step::PutOff(until));
    let is_said = |last: &StepRow| last.kind == step.kind && last.until == step.until;
    if !message.steps.last().is_some_and(is_said) {
        message.steps.push(step);
        MESSAGES.put(tx, &number, &message)?;
    }
    Ok(())
}

/// The letter that a message is; none if the person has no address any more.
fn letter(
    tx: &dyn ReadTx,
    number: u64,
    message: &Message,
    channel: Channel,
    site: Option<&str>,
) -> Result<Option<Letter>> {
    let Some(person) = people::by_id(tx, message.person)? else { return Ok(None) };
    let Some(to) = contacts::in_use(tx, &person, channel)? else { return Ok(None) };
    let messages = parameters::messages(tx)?;
    let mut told = Vec::new();
    for (_, note) in ITEMS.collect(tx, &Span::prefix(&number), Order::Ascending)? {
        let Some(note) = NOTES.get(tx, &(person.id, note))? else { continue };
        let event = Event::from_number(note.event);
        told.extend(event.map(|event| text::told(event, &note.words, person.lang, &messages)));
    }
    let (subject, body) = match channel {
        Channel::Sms => (String::new(), text::sms(&told, person.lang)),
        Channel::Email | Channel::Pec => text::mail(&told, &person.name, site, person.lang),
    };
    Ok(Some(Letter { key: key(number), since: message.made, to, subject, body }))
}

/// What names a message to whoever carries it.
fn key(number: u64) -> String {
    format!("n{number:08}")
}

/// The number of the message that such a name is of.
pub(super) fn of_key(key: &str) -> Option<u64> {
    let number = key.strip_prefix('n')?.parse().ok()?;
    Some(number).filter(|number| self::key(*number) == key)
}

/// Writes down what became of a message, and promises the next attempt if there is one.
fn end(
    tx: &mut dyn WriteTx,
    now: Instant,
    number: u64,
    carried: std::result::Result<(), Why>,
) -> Result<()> {
    let Some(mut message) = MESSAGES.get(tx, &number)? else { return Ok(()) };
    let before = message.steps.iter().filter(|step| step.is_failure()).count();
    let step = match carried {
        Ok(()) => Step::HandedOver,
        Err(why) if is_final(why) || before + 1 >= TRIES => Step::Failed(why),
        Err(why) => {
            let due = now.plus_millis(wait(before + 1));
            let quiet = wishes::of(tx, message.person)?.quiet;
            let due = quiet.and_then(|quiet| quiet.ends(due)).unwrap_or(due);
            promise(tx, now, number, due)?;
            Step::TriedAgain(why)
        }
    };
    message.ended = matches!(step, Step::HandedOver | Step::Failed(_));
    message.steps.push(step_row(now, step));
    Ok(MESSAGES.put(tx, &number, &message)?)
}

/// Whether trying again is of no use. A relay that does not know us is not: whoever runs it may mend that.
const fn is_final(why: Why) -> bool {
    matches!(why, Why::AddressRefused | Why::NoAddress | Why::NotSetUp)
}

/// A code on its way to the address that it proves.
#[derive(Encode, Decode)]
struct Posting {
    #[n(0)]
    channel: u8,
    #[n(1)]
    to: String,
    #[n(2)]
    subject: String,
    #[n(3)]
    body: String,
}

/// Promises that a code leaves.
pub(super) fn promise_code(
    tx: &mut dyn WriteTx,
    now: Instant,
    channel: Channel,
    to: &str,
    (subject, body): (String, String),
) -> Result<()> {
    let posting = Posting { channel: channel.number(), to: to.to_owned(), subject, body };
    let payload = minicbor::to_vec(&posting).context("a code does not encode")?;
    jobs::enqueue(tx, now, Job { kind: CODE.name, payload, not_before: None, dedupe: None })
}

async fn send_code(app: App, delivery: Delivery) -> Result<()> {
    let posting: Posting = minicbor::decode(&delivery.payload).context("a code does not read")?;
    let channel = Channel::from_number(posting.channel).context("there is no such channel")?;
    let letter = Letter {
        key: format!("c{:08}", delivery.number),
        since: delivery.since,
        to: posting.to,
        subject: if channel == Channel::Sms { String::new() } else { posting.subject },
        body: posting.body,
    };
    match app.post().send(channel, app.now(), &letter).await {
        Ok(()) => Ok(()),
        // The person sees that no code comes, and mends the address.
        Err(trouble) if is_final(trouble.why) => Ok(()),
        Err(trouble) => Err(Error::Unexpected(trouble.into())),
    }
}
