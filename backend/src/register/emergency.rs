//! Entering what was registered by hand while the system was down.

use sha2::{Digest, Sha256};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::live::{Topic, TopicKind};
use shared::register::{Line, Recover};

use super::annul::checked;
use super::days::{line, place, year};
use super::service::{Entry, register};
use super::show::office_of;
use super::table::{BY_HAND, ByHand};
use crate::app::App;
use crate::audit::NewEntry;
use crate::fault::{Error, Result};
use crate::http::call::{Answer, Call};
use crate::live::service::{self as live, Audience};
use crate::write::write;

pub(super) async fn recover(app: App, call: Call, request: Recover) -> Result<Answer<Line>> {
    let (caller, now) = (call.caller, app.now());
    let entered = write(&app, call.key, Some(caller.person), move |tx| {
        let office = office_of(tx, &caller, None, now.day_in_rome())?;
        let Recover { direction, number, at, .. } = request;
        if number == 0 {
            return Err(Error::field("number", "zero"));
        }
        if at > now {
            return Err(Error::field("at", "future"));
        }
        let key = (office.number(), year(at.day_in_rome()), number);
        if BY_HAND.exists(tx, &key)? {
            return Err(Error::field("number", "twice"));
        }
        let party = checked("party", &request.party)?;
        let subject = checked("subject", &request.subject)?;
        let by_hand = ByHand { number, at, cause: checked("cause", &request.cause)? };
        let digest = Sha256::digest(&subject).into();
        let (files, about) = (Vec::new(), String::new());
        let entry = Entry { office, direction, party, subject, files, digest, about };
        let given = register(tx, now, entry, Some(by_hand))?.number;
        BY_HAND.put(tx, &key, &given.number)?;
        let line = line(tx, place(given))?.ok_or(Fault::NotFound)?;
        // The office's open pages show the register of the day.
        let audience = Audience::Office(office.as_str().to_owned());
        live::publish(tx, &audience, Topic::about(TopicKind::Request, &line.about))?;
        Ok((line, NewEntry::of(Recover::SPEC.name).about(given)))
    });
    Ok(entered.await?.into())
}
