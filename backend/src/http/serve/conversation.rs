//! One connection: HTTP/1 or HTTP/2 on it, watched, until it ends or is ended.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::net::IpAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use http::{Request, Version};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};

use super::Answer;
use super::stream::Stream;
use super::watch::{Verdict, Watch};
use crate::http::route::events::Lasting;
use crate::http::route::reply::Response;

/// Bytes read ahead at most, and so of an HTTP/1 head.
const BUFFER: usize = 64 * 1024;
/// Bytes of an HTTP/2 head at most.
const HEAD: u32 = 64 * 1024;
/// Calls that may be under way on one HTTP/2 connection.
const STREAMS: u32 = 64;
/// After so long without a sign from the other side of an HTTP/2 connection it is asked for one.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

/// Serves one connection until it ends, or the watch has it end.
pub async fn converse<I, A, F>(stream: I, peer: IpAddr, answer: A, watch: Arc<Watch>)
where
    I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    A: Answer<F>,
    F: Future<Output = Response> + Send + 'static,
{
    let io = TokioIo::new(Stream::new(stream, Arc::clone(&watch)));
    let calls = Arc::clone(&watch);
    let service = service_fn(move |request: Request<Incoming>| {
        let call = calls.begin(request.version() >= Version::HTTP_2);
        let answer = answer(peer, request);
        async move {
            let response = answer.await;
            // A stream is under way for as long as it lasts, however little happens on it.
            if let Some(lasting) = response.extensions().get::<Lasting>() {
                lasting.hold(call);
            }
            Ok::<_, Infallible>(response)
        }
    });
    let builder = builder();
    let mut connection = pin!(builder.serve_connection(io, service));
    let mut finishing = false;
    poll_fn(|cx| {
        watch.task(cx.waker());
        loop {
            // How a connection ends is the client's matter as much as ours, and nothing to report.
            if connection.as_mut().poll(cx).is_ready() {
                return Poll::Ready(());
            }
            match watch.verdict() {
                Verdict::End => return Poll::Ready(()),
                Verdict::Finish if !finishing => {
                    finishing = true;
                    connection.as_mut().graceful_shutdown();
                }
                Verdict::Finish | Verdict::Well => return Poll::Pending,
            }
        }
    })
    .await;
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    // The watch has the deadlines of heads.
    builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(BUFFER);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(KEEP_ALIVE)
        .keep_alive_timeout(KEEP_ALIVE)
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(HEAD);
    builder
}
