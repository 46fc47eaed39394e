//! The endpoints of [`shared::notifications`].

use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::ids::PersonId;
use shared::lang::Lang;
use shared::notifications::{
    CODE_DIGITS, Channel, Confirm, Contact, Count, Export, List, Mailbox, Posted, Prefer,
    Reachable, Read, Remove, SetContact, Settings, Show, Shown, Trail, Unread, Wishes,
};

use super::contacts::{self, Proof};
use super::table::{MESSAGES, NOTES, OF_NOTE, UNREAD};
use super::{list, message, service, stored, text, wishes};
use crate::app::{App, fill_random};
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call, Visit};
use crate::http::route::{Route, download, open, signed_in};
use crate::parameters::service as parameters;
use crate::people::{Person, service as people};
use crate::store::{Order, ReadTx, Span};
use crate::write::write;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<List, _, _>(app, list::list),
        download::<Export, _, _>(app, list::export),
        signed_in::<Count, _, _>(app, count),
        signed_in::<Read, _, _>(app, read),
        signed_in::<Show, _, _>(app, show),
        signed_in::<Settings, _, _>(app, settings),
        signed_in::<Prefer, _, _>(app, prefer),
        signed_in::<SetContact, _, _>(app, set_contact),
        signed_in::<Confirm, _, _>(app, confirm),
        signed_in::<Remove, _, _>(app, remove),
        // What was sent is in memory, which no write tells of.
        open::<Mailbox, _, _>(app, posted).live(),
    ]
}

/// The language that somebody asks for, or their own.
pub(super) fn lang_of(tx: &dyn ReadTx, person: PersonId, asked: Option<Lang>) -> Result<Lang> {
    Ok(match asked {
        Some(lang) => lang,
        None => known(tx, person)?.lang,
    })
}

fn known(tx: &dyn ReadTx, person: PersonId) -> Result<Person> {
    Ok(people::by_id(tx, person)?.ok_or(Fault::NotSignedIn)?)
}

async fn count(app: App, call: Call, _: Count) -> Result<Answer<Unread>> {
    Ok(app.store().read(|tx| service::unread(tx, call.caller.person))?.into())
}

async fn read(app: App, call: Call, request: Read) -> Result<Answer<Unread>> {
    let person = call.caller.person;
    let unread = write(&app, call.key, Some(person), move |tx| {
        let unread = service::read(tx, person, request.number, request.earlier)?;
        Ok((unread, NewEntry::of(Read::SPEC.name).about(request.number)))
    });
    Ok(unread.await?.into())
}

async fn show(app: App, call: Call, request: Show) -> Result<Answer<Shown>> {
    let (person, number) = (call.caller.person, request.number);
    app.store().read(|tx| {
        let lang = lang_of(tx, person, request.lang)?;
        let note = NOTES.get(tx, &(person, number))?.ok_or(Fault::NotFound)?;
        let unread = UNREAD.exists(tx, &(person, number))?;
        let messages = parameters::messages(tx)?;
        let row = list::shown(number, &note, unread, (lang, &messages)).ok_or(Fault::NotFound)?;
        let mut trails = Vec::new();
        let span = Span::prefix(&(person, number));
        for (_, _, message) in OF_NOTE.collect(tx, &span, Order::Ascending)? {
            let Some(message) = MESSAGES.get(tx, &message)? else { continue };
            let Some(channel) = Channel::from_number(message.channel) else { continue };
            let steps = message.steps.iter().map(stored::told).collect();
            trails.push(Trail { channel, together: message.together, steps });
        }
        Ok(Shown { row, trails }.into())
    })
}

async fn settings(app: App, call: Call, _: Settings) -> Result<Answer<Reachable>> {
    app.store().read(|tx| {
        let person = known(tx, call.caller.person)?;
        let channels = Channel::ALL.into_iter().filter(|channel| app.post().has(*channel));
        let reachable = Reachable {
            wishes: wishes::of(tx, person.id)?,
            contacts: contacts::of(tx, &person)?,
            channels: channels.collect(),
        };
        Ok(reachable.into())
    })
}

async fn prefer(app: App, call: Call, request: Prefer) -> Result<Answer<Wishes>> {
    let person = call.caller.person;
    let wishes = write(&app, call.key, Some(person), move |tx| {
        Ok((wishes::change(tx, person, &request)?, NewEntry::of(Prefer::SPEC.name)))
    });
    Ok(wishes.await?.into())
}

async fn set_contact(app: App, call: Call, request: SetContact) -> Result<Answer<Contact>> {
    let (caller, channel, now) = (call.caller.person, request.channel, app.now());
    if !app.post().has(channel) {
        return Err(Error::field("channel", "not_set_up"));
    }
    let code = random_code();
    let contact = write(&app, call.key, Some(caller), move |tx| {
        let person = known(tx, caller)?;
        let to = contacts::ask(tx, now, &person, channel, (&request.value, &code))?;
        message::promise_code(tx, now, channel, &to, text::code(&code, person.lang))?;
        Ok((contacts::one(tx, &person, channel)?, audited(SetContact::SPEC.name, channel)))
    });
    Ok(contact.await?.into())
}

/// Digits that nobody guesses.
fn random_code() -> String {
    let mut random = [0; 8];
    fill_random(&mut random);
    let below = 10_u64.pow(CODE_DIGITS as u32);
    format!("{:0width$}", u64::from_be_bytes(random) % below, width = CODE_DIGITS)
}

fn audited(name: &'static str, channel: Channel) -> NewEntry {
    NewEntry::of(name).about(channel.number())
}

async fn confirm(app: App, call: Call, request: Confirm) -> Result<Answer<Contact>> {
    let (caller, channel, now) = (call.caller.person, request.channel, app.now());
    // A wrong code is a write that counts it, so it must not undo the transaction.
    let proven: std::result::Result<Contact, String> =
        write(&app, call.key, Some(caller), move |tx| {
            let person = known(tx, caller)?;
            let proven = match contacts::prove(tx, now, &person, channel, &request.code)? {
                Proof::Proven(contact) => Ok(contact),
                Proof::Not(reason) => Err(reason.to_owned()),
            };
            Ok((proven, audited(Confirm::SPEC.name, channel)))
        })
        .await?;
    Ok(proven.map_err(|reason| Error::field("code", &reason))?.into())
}

async fn remove(app: App, call: Call, request: Remove) -> Result<Answer<Contact>> {
    let (caller, channel) = (call.caller.person, request.channel);
    let contact = write(&app, call.key, Some(caller), move |tx| {
        let person = known(tx, caller)?;
        let contact = contacts::remove(tx, &person, channel)?;
        Ok((contact, audited(Remove::SPEC.name, channel)))
    });
    Ok(contact.await?.into())
}

async fn posted(app: App, _: Visit, request: Mailbox) -> Result<Answer<Vec<Posted>>> {
    Ok(app.post().posted(request.to.as_deref()).into())
}
