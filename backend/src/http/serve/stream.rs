//! The stream of a connection: it counts what happens on it, and ends without losing the last answer.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use super::watch::Watch;

/// How long, and for how many bytes, a client that was still sending is listened to after the last answer. Closing at once would
/// make its system throw that answer away unread.
const LISTENING: Duration = Duration::from_secs(1);
const LISTENED: usize = 256 * 1024;

/// A stream that counts what happens on it.
pub struct Stream<I> {
    inner: I,
    watch: Arc<Watch>,
    listening: Option<Listening>,
}

struct Listening {
    until: Pin<Box<Sleep>>,
    left: usize,
}

impl<I> Stream<I> {
    /// Counts into `watch`.
    pub fn new(inner: I, watch: Arc<Watch>) -> Self {
        Self { inner, watch, listening: None }
    }

    fn wrote<T>(&self, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        self.watch.wrote(polled.is_ready());
        polled
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for Stream<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.inner).poll_read(cx, buffer);
        if polled.is_ready() {
            self.watch.read();
        }
        polled
    }
}

impl<I: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Stream<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.inner).poll_write(cx, bytes);
        self.wrote(polled)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.inner).poll_write_vectored(cx, slices);
        self.wrote(polled)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    /// Says that nothing more is coming, and listens until the client says so too.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let listening = match &mut this.listening {
            Some(listening) => listening,
            none => {
                std::task::ready!(Pin::new(&mut this.inner).poll_shutdown(cx))?;
                none.insert(Listening {
                    until: Box::pin(sleep_until(Instant::now() + LISTENING)),
                    left: LISTENED,
                })
            }
        };
        let mut buffer = [0; 4096];
        while listening.left > 0 && listening.until.as_mut().poll(cx).is_pending() {
            let mut read = ReadBuf::new(&mut buffer);
            match Pin::new(&mut this.inner).poll_read(cx, &mut read) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(())) if !read.filled().is_empty() => {
                    listening.left = listening.left.saturating_sub(read.filled().len());
                }
                Poll::Ready(_) => break,
            }
        }
        Poll::Ready(Ok(()))
    }
}
