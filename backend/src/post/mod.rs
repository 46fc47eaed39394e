//! The post: what carries mail, certified mail and text messages out of the house.

mod breaker;
mod folder;
mod letter;
mod mailbox;
mod memory;
pub mod settings;
mod sms;
mod smtp;

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;

use shared::calendar::Instant;
use shared::notifications::{Channel, Posted, Why};

use crate::config::Config;
use breaker::Breaker;
use mailbox::Mailbox;

pub use folder::Folder;
pub use letter::Letter;
pub use memory::Memory;

/// Why something was not carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// As people are told.
    pub why: Why,
    /// For the log: no address, no text.
    pub detail: String,
}

impl Trouble {
    fn new(why: Why, detail: impl Into<String>) -> Self {
        Self { why, detail: detail.into() }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}: {}", self.why, self.detail)
    }
}

impl std::error::Error for Trouble {}

/// A letter on its way.
pub type Carried<'a> = Pin<Box<dyn Future<Output = Result<(), Trouble>> + Send + 'a>>;

/// Carries letters of one channel.
pub trait Carrier: Send + Sync {
    /// Hands a letter over. One with the same key may come again after a crash, and is then the same letter.
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a>;
}

/// A channel with its carrier.
#[derive(Default)]
struct Line {
    carrier: Option<Arc<dyn Carrier>>,
    breaker: Breaker,
}

/// What carries the letters of each channel.
#[derive(Default)]
pub struct Post {
    email: Line,
    pec: Line,
    sms: Line,
    mailbox: Option<Mailbox>,
}

impl Post {
    /// As the set-up says. Mail is written into a folder where it names no relay.
    ///
    /// # Errors
    /// What is wrong with the set-up.
    pub fn set_up(config: &Config, data: &Path) -> anyhow::Result<Self> {
        let folder = config.mail.folder.clone().unwrap_or_else(|| data.join("mail"));
        let mut post = match &config.mail.smtp {
            Some(relay) => {
                Self::default().with(Channel::Email, smtp::Smtp::new(relay, &config.mail.from)?)
            }
            None => {
                let from = config.mail.from.clone();
                Self::default().with(Channel::Email, Folder { folder, from })
            }
        };
        if let Some(pec) = &config.pec {
            post = post.with(Channel::Pec, smtp::Smtp::new(&pec.smtp, &pec.from)?);
        }
        if let Some(gateway) = &config.sms {
            post = post.with(Channel::Sms, sms::Sms::new(gateway)?);
        }
        Ok(post)
    }

    /// With a carrier for a channel.
    #[must_use]
    pub fn with(mut self, channel: Channel, carrier: impl Carrier + 'static) -> Self {
        self.line_mut(channel).carrier = Some(Arc::new(carrier));
        self
    }

    /// Of a demo: what is sent is shown, and a channel without a carrier ends there.
    #[must_use]
    pub fn of_demo(mut self) -> Self {
        self.mailbox = Some(Mailbox::default());
        for channel in Channel::ALL {
            if !self.has(channel) {
                self = self.with(channel, Memory::default());
            }
        }
        self
    }

    /// Whether there is this channel.
    pub fn has(&self, channel: Channel) -> bool {
        self.line(channel).carrier.is_some()
    }

    /// Until when nothing is tried on a channel, since the other side did not answer several times.
    pub fn rests_until(&self, channel: Channel, now: Instant) -> Option<Instant> {
        self.line(channel).breaker.rests_until(now)
    }

    /// Hands a letter over.
    ///
    /// # Errors
    /// Why it could not be.
    pub async fn send(
        &self,
        channel: Channel,
        now: Instant,
        letter: &Letter,
    ) -> Result<(), Trouble> {
        let line = self.line(channel);
        let Some(carrier) = &line.carrier else {
            return Err(Trouble::new(Why::NotSetUp, "no carrier"));
        };
        let carried = carrier.carry(letter).await;
        let trouble = carried.as_ref().err().map(|trouble| trouble.why);
        line.breaker.note(now, trouble);
        if let Some(mailbox) = &self.mailbox {
            mailbox.keep(now, channel, letter, trouble);
        }
        carried
    }

    /// What a demo sent, the latest first; to addresses that contain a text, if one is given.
    pub fn posted(&self, to: Option<&str>) -> Vec<Posted> {
        self.mailbox.as_ref().map(|mailbox| mailbox.shown(to)).unwrap_or_default()
    }

    fn line(&self, channel: Channel) -> &Line {
        match channel {
            Channel::Email => &self.email,
            Channel::Pec => &self.pec,
            Channel::Sms => &self.sms,
        }
    }

    fn line_mut(&mut self, channel: Channel) -> &mut Line {
        match channel {
            Channel::Email => &mut self.email,
            Channel::Pec => &mut self.pec,
            Channel::Sms => &mut self.sms,
        }
    }
}
