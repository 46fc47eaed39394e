//! The program in memory.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use backend::app::App;
use backend::clock::{Clock, TestClock};
use backend::config::Config;
use backend::fault::Error;
use backend::http::settings::{Rate, Rates};
use backend::jobs::{backlog, run_until_idle};
use backend::post::{Letter, Memory, Post};
use backend::store::{Store, WriteTx};
use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Full};
use shared::notifications::Channel;

use crate::client::{Client, Reply};

/// What answers requests.
pub(crate) type Front =
    Arc<dyn Fn(Request<Full<Bytes>>) -> Pin<Box<dyn Future<Output = Reply> + Send>> + Send + Sync>;

/// A whole Cassetto in memory.
///
/// When it goes, every job it promised must have been delivered: a test that makes the program promise something looks at what became
/// of it, see [`TestApp::deliver`].
pub struct TestApp {
    app: App,
    clock: Arc<TestClock>,
    mail: Memory,
    front: Front,
}

/// What differs from the usual.
pub struct Builder {
    store: Store,
    demo: bool,
    config: Config,
    data_dir: Option<PathBuf>,
    post: Option<Post>,
}

impl TestApp {
    /// With an empty store and the demo sign-in.
    pub async fn new() -> Self {
        Self::with().build().await
    }

    /// To be completed with what differs from that.
    pub fn with() -> Builder {
        let mut config = Config::default();
        // Tests call faster than people, all from one address.
        let any = Rate { burst: u32::MAX, per_minute: u32::MAX };
        config.http.rates =
            Rates { sign_in: any, read: any, write: any, upload: any, export: any, feed: any };
        let store = Store::in_memory().expect("memory holds a store");
        Builder { store, demo: true, config, data_dir: None, post: None }
    }

    /// The program, for what calls cannot do.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Its clock.
    pub fn clock(&self) -> &TestClock {
        &self.clock
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Client {
        Client::new(Arc::clone(&self.front))
    }

    /// Somebody who signs in as a person of the demo.
    pub async fn sign_in(&self, persona: &str) -> Client {
        let client = self.anonymous();
        client.sign_in(persona).await;
        client
    }

    /// Writes into the store behind the program's back, as an import or a clerk would.
    pub async fn write<T: Send + 'static>(
        &self,
        mut f: impl FnMut(&mut dyn WriteTx) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.app.store().transact(move |tx| f(tx)).await.expect("the world can be written")
    }

    /// Does what was promised and is due; how many jobs that were.
    pub async fn deliver(&self) -> usize {
        run_until_idle(&self.app).await.expect("jobs can be worked on")
    }

    /// The mail that was sent.
    pub fn mail(&self) -> Vec<Letter> {
        self.mail.sent()
    }

    /// How many entries the audit log has.
    pub fn audited(&self) -> u64 {
        self.app.store().read(|tx| backend::audit::count(tx)).expect("the log can be read")
    }
}

impl Builder {
    /// Over this store.
    #[must_use]
    pub fn store(self, store: Store) -> Self {
        Self { store, ..self }
    }

    /// With its files in a folder.
    #[must_use]
    pub fn data_dir(self, folder: &Path) -> Self {
        Self { data_dir: Some(folder.to_owned()), ..self }
    }

    /// Without the demo sign-in.
    #[must_use]
    pub fn without_demo(self) -> Self {
        Self { demo: false, ..self }
    }

    /// With something else to carry mail and text messages.
    #[must_use]
    pub fn post(self, post: Post) -> Self {
        Self { post: Some(post), ..self }
    }

    /// With another set-up.
    #[must_use]
    pub fn config(mut self, change: impl FnOnce(&mut Config)) -> Self {
        change(&mut self.config);
        self
    }

    /// The app.
    ///
    /// # Panics
    /// If the set-up is none.
    #[expect(
        clippy::unused_async,
        reason = "an app with parts that start will need it, and every test calls it"
    )]
    pub async fn build(self) -> TestApp {
        let (clock, mail) = (Arc::<TestClock>::default(), Memory::default());
        let post = self.post.unwrap_or_else(|| Post::default().with(Channel::Email, mail.clone()));
        let app = App::over(self.store)
            .clock(Arc::clone(&clock) as Arc<dyn Clock>)
            .config(self.config)
            .demo(self.demo)
            .post(post);
        let app = match self.data_dir {
            Some(folder) => app.data_dir(folder),
            None => app,
        };
        let app = app.build();
        let front =
            backend::http::front(&app, app.config().http.clone()).expect("the set-up is one");
        let peer = [127, 0, 0, 1].into();
        let front: Front = Arc::new(move |request| {
            let answer = front.answer(peer, request);
            Box::pin(async move {
                let (head, body) = answer.await.into_parts();
                let body = body.collect().await.expect("the answer is whole").to_bytes();
                Reply::new(head, body)
            })
        });
        TestApp { app, clock, mail, front }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let now = self.app.now();
        let left = self.app.store().read(|tx| backlog(tx, now)).expect("the queue can be read");
        assert!(left.undelivered == 0 && left.dead == 0, "the test leaves jobs behind: {left:?}");
    }
}
