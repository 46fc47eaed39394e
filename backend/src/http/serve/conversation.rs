//! One connection: HTTP/1 or HTTP/2 on it, watched, until it ends or is ended.

use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Version};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::sync::CancellationToken;

use super::Service;
use super::watch::{Verdict, Watch, Watched, Watcher};
use crate::http::settings::Deadlines;

/// Bytes of a head at most, and of what is read ahead.
const HEAD: usize = 32 * 1024;
/// What is read ahead of a body.
const BUFFER: usize = 64 * 1024;
/// Calls that may be under way on one HTTP/2 connection.
const STREAMS: u32 = 64;
/// After so long without a sign from the other side of an HTTP/2 connection it is asked for one.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

/// Serves one connection until it ends, a deadline ends it, or the server stops.
pub async fn converse<I, S>(stream: I, peer: IpAddr, service: S, deadlines: &Deadlines, stop: CancellationToken)
where
    I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    S: Service,
{
    let watch = Arc::new(Watch::default());
    let io = TokioIo::new(Watched::new(stream, Arc::clone(&watch)));
    let answering = Arc::clone(&watch);
    let answer = service_fn(move |request: Request<Incoming>| {
        let call = answering.begin(request.version() >= Version::HTTP_2);
        let answer = service.answer(peer, request);
        async move {
            let response = answer.await;
            drop(call);
            Ok::<_, Infallible>(response)
        }
    });
    let builder = builder(deadlines);
    let mut connection = pin!(builder.serve_connection(io, answer));
    let mut watcher = Watcher::new(&watch, deadlines);
    let mut ticks = tokio::time::interval(watcher.every());
    let mut stopping = false;
    loop {
        tokio::select! {
            biased;
            // How a connection ends is the client's matter as much as ours, and nothing to report.
            _ = connection.as_mut() => return,
            () = stop.cancelled(), if !stopping => {
                stopping = true;
                finish(connection.as_mut(), &watch);
            }
            _ = ticks.tick() => match watcher.judge() {
                Verdict::Well => {}
                Verdict::Finish => finish(connection.as_mut(), &watch),
                Verdict::End => return,
            },
        }
    }
}
