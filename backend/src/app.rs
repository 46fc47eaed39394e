//! What a running Cassetto consists of.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use shared::calendar::{Day, Instant};
use shared::ids::Id;
use shared::notifications::Channel;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::clock::{Clock, SystemClock, day_in_rome};
use crate::config::Config;
use crate::files::Files;
use crate::jobs::{Duty, Kind, mail};
use crate::post::{Memory, Post};
use crate::store::Store;
use crate::views::Views;
use crate::{
    attachments, bulk, changes, desk, durc, evidence, intake, jobs, live, notices, notifications,
    practice, register, requests, session, write,
};

/// What jobs can do.
pub const KINDS: &[Kind] = &[mail::KIND, notifications::MESSAGE, notifications::CODE, bulk::SEND];

/// What is done again and again.
pub const DUTIES: &[Duty] = &[
    session::service::WRITE_DOWN,
    session::service::PURGE,
    write::PURGE,
    jobs::PURGE,
    changes::PURGE,
    durc::CHECK,
    durc::WARN,
    evidence::DUTY,
    register::CLOSE,
    requests::WATCH,
    requests::FORGET,
    bulk::RESUME,
    attachments::PURGE,
    attachments::SWEEP,
    jobs::backup::DUTY,
    notifications::PURGE,
    notifications::pec::DUTY,
];

/// A running Cassetto: a cheap handle on everything that requests and jobs share.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Store,
    clock: Arc<dyn Clock>,
    config: Config,
    demo: bool,
    data_dir: Option<PathBuf>,
    files: Files,
    post: Post,
    started: Instant,
    views: Views,
    live: session::Live,
    summaries: practice::Summaries,
    evidence: evidence::Board,
    requests: requests::service::Counted,
    notices: notices::Board,
    imports: intake::Progress,
    receiving: attachments::Receiving,
    tabs: live::Tabs,
    presence: desk::Presence,
    stopping: CancellationToken,
    jobs_waiting: Notify,
    duties_done: Mutex<HashMap<&'static str, Instant>>,
}

impl App {
    /// An app over a store, to be completed with what differs from the usual.
    pub fn over(store: Store) -> Builder {
        Builder {
            store,
            clock: Arc::new(SystemClock),
            config: Config::default(),
            demo: false,
            data_dir: None,
            post: Post::default().with(Channel::Email, Memory::default()),
        }
    }

    /// The data.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// The date in Rome.
    pub fn today(&self) -> Day {
        day_in_rome(self.now())
    }

    /// A new identifier: ordered by the time of its making, and not to be guessed.
    pub fn new_id<K>(&self) -> Id<K> {
        let mut random = [0; 16];
        fill_random(&mut random);
        let milliseconds = u64::try_from(self.now().millis()).unwrap_or_default();
        Id::from_parts(milliseconds, u128::from_be_bytes(random) >> 48)
    }

    /// Whether this server runs the demo, and with it the sign-in that proves nothing.
    pub fn demo(&self) -> bool {
        self.0.demo
    }

    /// How it is set up.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Answers kept until something is written.
    pub fn views(&self) -> &Views {
        &self.0.views
    }

    /// Since when it has been running.
    pub fn started(&self) -> Instant {
        self.0.started
    }

    /// Where its files are; nowhere for an app in memory.
    pub fn data_dir(&self) -> Option<&Path> {
        self.0.data_dir.as_deref()
    }

    /// The files beside the store.
    pub fn files(&self) -> &Files {
        &self.0.files
    }

    /// What carries mail and text messages.
    pub fn post(&self) -> &Post {
        &self.0.post
    }

    /// The sessions seen by this process.
    pub fn live(&self) -> &session::Live {
        &self.0.live
    }

    /// The summaries of companies that this process keeps.
    pub fn summaries(&self) -> &practice::Summaries {
        &self.0.summaries
    }

    /// The notices of companies that this process keeps.
    pub fn notices(&self) -> &notices::Board {
        &self.0.notices
    }

    /// The evidence of companies that this process keeps.
    pub fn evidence(&self) -> &evidence::Board {
        &self.0.evidence
    }

    /// What this process has counted of the requests of companies.
    pub fn requests(&self) -> &requests::service::Counted {
        &self.0.requests
    }

    /// The imports under way in this process.
    pub fn imports(&self) -> &intake::Progress {
        &self.0.imports
    }

    /// The uploads that arrive in this process.
    pub fn receiving(&self) -> &attachments::Receiving {
        &self.0.receiving
    }

    /// The tabs that are told what changes.
    pub fn tabs(&self) -> &live::Tabs {
        &self.0.tabs
    }

    /// Who has which request open.
    pub fn presence(&self) -> &desk::Presence {
        &self.0.presence
    }

    /// Cancelled when the server stops: what lasts ends then.
    pub fn stopping(&self) -> &CancellationToken {
        &self.0.stopping
    }

    /// Wakes the worker: something was written, and perhaps a job with it.
    pub fn jobs_waiting(&self) -> &Notify {
        &self.0.jobs_waiting
    }

    /// When each duty was last done by this process.
    pub fn duties_done(&self) -> &Mutex<HashMap<&'static str, Instant>> {
        &self.0.duties_done
    }
}

/// An app in the making.
pub struct Builder {
    store: Store,
    clock: Arc<dyn Clock>,
    config: Config,
    demo: bool,
    data_dir: Option<PathBuf>,
    post: Post,
}

impl Builder {
    /// With another clock than the machine's.
    #[must_use]
    pub fn clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self }
    }

    /// With this set-up.
    #[must_use]
    pub fn config(self, config: Config) -> Self {
        Self { config, ..self }
    }

    /// With or without the demo sign-in; without it unless told.
    #[must_use]
    pub fn demo(self, demo: bool) -> Self {
        Self { demo, ..self }
    }

    /// With its files in this folder.
    #[must_use]
    pub fn data_dir(self, folder: PathBuf) -> Self {
        Self { data_dir: Some(folder), ..self }
    }

    /// With something that carries mail and text messages; mail is kept in memory unless told, and there is nothing else.
    #[must_use]
    pub fn post(self, post: Post) -> Self {
        Self { post, ..self }
    }

    /// The app.
    pub fn build(self) -> App {
        let started = self.clock.now();
        let views = Views::new(self.config.http.reply_cache_bytes);
        App(Arc::new(Inner {
            store: self.store,
            clock: self.clock,
            config: self.config,
            demo: self.demo,
            files: Files::of(self.data_dir.as_deref()),
            data_dir: self.data_dir,
            post: if self.demo { self.post.of_demo() } else { self.post },
            started,
            views,
            live: session::Live::default(),
            summaries: practice::Summaries::default(),
            evidence: evidence::Board::default(),
            requests: requests::service::Counted::default(),
            notices: notices::Board::default(),
            imports: intake::Progress::default(),
            receiving: attachments::Receiving::default(),
            tabs: live::Tabs::default(),
            presence: desk::Presence::default(),
            stopping: CancellationToken::new(),
            jobs_waiting: Notify::new(),
            duties_done: Mutex::default(),
        }))
    }
}

/// Fills with randomness fit for secrets.
///
/// # Panics
/// Where the system gives none: then no secret can be made, and serving on would be worse than stopping.
pub fn fill_random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives randomness");
}
