//! The stream of a connection: it counts what happens on it, sends short answers in one piece, and ends without losing the last one.

use std::cell::RefCell;
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
/// Head and body of an answer of so many bytes at most are copied together and sent as one piece, which costs less than to hand the
/// system two. Longer ones, such as the files of the app, are not copied: a slow reader holds no memory of ours.
const WORTH_JOINING: usize = 16 * 1024;

thread_local! {
    /// Where pieces are copied together; nothing in it is needed once they are written.
    static JOINED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

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
        let inner = Pin::new(&mut self.inner);
        let polled = match slices {
            [one] => inner.poll_write(cx, one),
            _ if slices.iter().map(|slice| slice.len()).sum::<usize>() > WORTH_JOINING => {
                inner.poll_write_vectored(cx, slices)
            }
            _ => JOINED.with_borrow_mut(|joined| {
                joined.clear();
                slices.iter().for_each(|slice| joined.extend_from_slice(slice));
                inner.poll_write(cx, joined)
            }),
        };
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

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::io::IoSlice;

    use super::*;

    /// Takes up to five bytes of each write, and remembers how they came.
    #[derive(Default)]
    struct Peer {
        whole: Vec<usize>,
        pieces: Vec<usize>,
    }

    impl AsyncWrite for Peer {
        fn poll_write(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            bytes: &[u8],
        ) -> Poll<io::Result<usize>> {
            self.whole.push(bytes.len());
            Poll::Ready(Ok(bytes.len().min(5)))
        }

        fn poll_write_vectored(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            slices: &[IoSlice<'_>],
        ) -> Poll<io::Result<usize>> {
            self.pieces.push(slices.len());
            Poll::Ready(Ok(5))
        }

        fn is_write_vectored(&self) -> bool {
            true
        }

        fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }

        fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }
    }

    impl AsyncRead for Peer {
        fn poll_read(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            _: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }
    }

    #[tokio::test]
    async fn short_answers_leave_as_one_piece_and_long_ones_are_not_copied() {
        let mut stream = Stream::new(Peer::default(), Arc::new(Watch::default()));
        let long = vec![0; WORTH_JOINING];
        for body in [b"body".as_slice(), &long] {
            let slices = [IoSlice::new(b"head"), IoSlice::new(body)];
            let taken = poll_fn(|cx| Pin::new(&mut stream).poll_write_vectored(cx, &slices)).await;
            assert_eq!(taken.expect("the peer takes it"), 5, "what the peer took, and no more");
        }
        assert_eq!((stream.inner.whole, stream.inner.pieces), (vec![8], vec![2]));
    }
}
