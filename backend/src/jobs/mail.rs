//! Jobs that send mail.

use anyhow::Context;
use minicbor::{Decode, Encode};
use shared::notifications::Channel;

use super::{Delivery, Job, Kind, Running};
use crate::app::App;
use crate::fault::Result;
use crate::post::Letter;

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Mail {
    /// To whom.
    #[n(0)]
    pub to: String,
    /// Subject, one line.
    #[n(1)]
    pub subject: String,
    /// Text.
    #[n(2)]
    pub body: String,
}

impl Mail {
    /// The job that sends it. `event` names what it tells of, see [`Job::dedupe`].
    ///
    /// # Errors
    /// None that can happen: the record encodes.
    pub fn job(&self, event: Option<String>) -> Result<Job> {
        let payload = minicbor::to_vec(self).context("a mail does not encode")?;
        Ok(Job { kind: KIND.name, payload, not_before: None, dedupe: event })
    }
}

/// Jobs that send a [`Mail`].
pub const KIND: Kind = Kind { name: "mail", run: deliver };

fn deliver(app: App, delivery: Delivery) -> Running {
    Box::pin(async move {
        let mail: Mail = minicbor::decode(&delivery.payload).context("a mail does not read")?;
        let letter = Letter {
            key: format!("{:08}", delivery.number),
            since: delivery.since,
            to: mail.to,
            subject: mail.subject,
            body: mail.body,
        };
        let sent = app.post().send(Channel::Email, app.now(), &letter).await;
        Ok(sent.context("the mail was not taken")?)
    })
}
