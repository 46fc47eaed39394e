//! The accept loop: connections in, within bounds, and out again when the server stops.
//!
//! `warp::serve` has no bounds at all: no limit of connections, no deadline for a head. Here each connection is counted before anything
//! is read from it, its TLS handshake does not hold up the next one, and the watch ends it when it stalls.

pub(super) mod connections;
mod conversation;
mod stream;
mod tls;
mod watch;

use std::future::{Future, ready};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use http::Request;
use hyper::body::Incoming;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::health;
use super::layers::{Front, Routes};
use super::route::reply::Response;
use super::settings::{Deadlines, Settings};
use crate::app::App;
use connections::Connections;
use conversation::converse;
use watch::Watched;

/// Pause after an accept failed for want of descriptors or memory: they come back as connections end.
const PAUSE: Duration = Duration::from_millis(200);

/// What answers a request of a peer.
pub trait Answer<F>: Fn(IpAddr, Request<Incoming>) -> F + Clone + Send + Sync + 'static {}

impl<F, A: Fn(IpAddr, Request<Incoming>) -> F + Clone + Send + Sync + 'static> Answer<F> for A {}

/// Binds `address`, says on the standard output where it listens, and serves until the process is told to stop.
///
/// # Errors
/// If an address cannot be bound, or certificate and key cannot be read.
pub async fn run(app: App, address: SocketAddr) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| anyhow::anyhow!("cannot listen on {address}: {error}"))?;
    let scheme = if app.config().http.tls.is_some() { "https" } else { "http" };
    println!("listening on {scheme}://{}", listener.local_addr()?);
    serve(app, listener, stop_signal()).await
}

/// Serves the whole API and the web app until `shutdown`, then finishes what is under way.
///
/// # Errors
/// If certificate and key cannot be read, a trusted origin is none, or the private address cannot be bound.
pub async fn serve(
    app: App,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let settings = app.config().http.clone();
    let front = super::front(&app, settings)?;
    serve_front(front, listener, shutdown).await
}

/// Serves these routes; see [`serve`].
///
/// # Errors
/// Those of [`serve`].
pub async fn serve_front<S: Routes>(
    front: Front<S>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let platform = Arc::clone(front.platform());
    let settings = &platform.settings;
    let tls = settings.tls.as_ref().map(tls::acceptor).transpose()?;
    let stop = CancellationToken::new();
    let private = match settings.private {
        None => None,
        Some(address) => {
            let listener = TcpListener::bind(address).await?;
            tracing::info!(address = %listener.local_addr()?, "health and metrics");
            let asked = Arc::clone(&platform);
            let answer = move |_, request| ready(health::answer(&asked, &request));
            let private = Listening::new(
                answer,
                Arc::new(Connections::new(settings)),
                settings.deadlines,
                None,
            );
            Some(tokio::spawn(private.until(listener, stop.clone().cancelled_owned())))
        }
    };
    let told = async {
        shutdown.await;
        platform.draining.store(true, Relaxed);
        platform.app.stopping().cancel();
        tracing::info!("stopping");
    };
    let answer = move |peer, request| front.answer(peer, request);
    Listening::new(answer, Arc::clone(&platform.connections), settings.deadlines, tls)
        .until(listener, told)
        .await;
    stop.cancel();
    if let Some(private) = private {
        private.await?;
    }
    Ok(())
}

/// Serves any answers, without what stands around ours: for measuring the loop alone.
pub async fn serve_answers<A, F>(
    answer: A,
    settings: &Settings,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) where
    A: Answer<F>,
    F: Future<Output = Response> + Send + 'static,
{
    let connections = Arc::new(Connections::new(settings));
    Listening::new(answer, connections, settings.deadlines, None).until(listener, shutdown).await;
}

/// What all connections of a listener share.
struct Listening<A> {
    answer: A,
    connections: Arc<Connections>,
    deadlines: Deadlines,
    tls: Option<TlsAcceptor>,
    tasks: TaskTracker,
    watched: Arc<Watched>,
}

impl<A> Listening<A> {
    fn new(
        answer: A,
        connections: Arc<Connections>,
        deadlines: Deadlines,
        tls: Option<TlsAcceptor>,
    ) -> Self {
        let watched = Arc::new(Watched::new(deadlines));
        Self { answer, connections, deadlines, tls, tasks: TaskTracker::new(), watched }
    }

    /// Accepts connections until told to stop, then waits until those that are open have finished what they were at.
    async fn until<F>(self, listener: TcpListener, told: impl Future<Output = ()>)
    where
        A: Answer<F>,
        F: Future<Output = Response> + Send + 'static,
    {
        let (mut told, mut sweep) = (pin!(told), pin!(self.watched.sweep()));
        loop {
            tokio::select! {
                biased;
                () = &mut told => break,
                never = &mut sweep => match never {},
                () = self.accept(&listener) => {}
            }
        }
        drop(listener);
        self.watched.finish();
        self.tasks.close();
        tokio::select! {
            () = self.tasks.wait() => {}
            never = &mut sweep => match never {},
            () = sleep(self.deadlines.drain) => {
                tracing::warn!(connections = self.tasks.len(), "stopped before these had finished");
            }
        }
    }

    /// Accepts one connection, once there is room for it.
    async fn accept<F>(&self, listener: &TcpListener)
    where
        A: Answer<F>,
        F: Future<Output = Response> + Send + 'static,
    {
        let room = self.connections.room().await;
        let (stream, address) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) if is_of_one_connection(&error) => return,
            Err(error) => {
                tracing::error!(%error, "cannot accept connections; trying again");
                return sleep(PAUSE).await;
            }
        };
        let Some(place) = self.connections.admit(address.ip(), room) else { return };
        // Answers are small and whole: waiting to fill a packet would only delay them.
        let _ = stream.set_nodelay(true);
        let (answer, tls) = (self.answer.clone(), self.tls.clone());
        let (handshake, watched) = (self.deadlines.handshake, Arc::clone(&self.watched));
        self.tasks.spawn(async move {
            let peer = address.ip();
            match tls {
                None => converse(stream, peer, answer, watched.join()).await,
                Some(tls) => {
                    // A handshake that fails is the client's matter.
                    if let Ok(Ok(stream)) = timeout(handshake, tls.accept(stream)).await {
                        converse(stream, peer, answer, watched.join()).await;
                    }
                }
            }
            drop(place);
        });
    }
}

/// Whether the connection went before it was accepted, and the next one may be well.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

/// Waits until the process is asked to stop: by Ctrl-C, or by SIGTERM.
pub async fn stop_signal() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
