//! Bodies of requests, held to a largest size and to a least speed.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body::Body as _;
use http_body_util::BodyExt;
use http_body_util::combinators::UnsyncBoxBody;
use shared::fault::Fault;
use tokio::time::{Instant, timeout};

/// Why a body broke off.
pub type BodyError = Box<dyn std::error::Error + Send + Sync>;
/// The body of a request, whatever carries it.
pub type Body = UnsyncBoxBody<Bytes, BodyError>;

/// What a body must bring for each further second of waiting: 1 kB, so a millisecond for each byte.
const PER_BYTE: Duration = Duration::from_millis(1);

/// Reads a body piece by piece.
///
/// Only waiting counts against the body's time: a handler may take as long as it needs over a piece.
#[derive(Debug)]
pub struct BodyReader {
    body: Body,
    announced: Option<u64>,
    limit: u64,
    patience: Duration,
    received: u64,
    waited: Duration,
}

impl BodyReader {
    /// Begins to read a body of at most `limit` bytes, whose speed counts once it has been waited for beyond `patience`.
    ///
    /// # Errors
    /// [`Fault::TooLarge`] if it announces more, before a byte of it was read.
    pub fn new(
        body: Body,
        announced: Option<u64>,
        limit: u64,
        patience: Duration,
    ) -> Result<Self, Fault> {
        if announced.is_some_and(|length| length > limit) {
            return Err(Fault::TooLarge(limit));
        }
        Ok(Self { body, announced, limit, patience, received: 0, waited: Duration::ZERO })
    }

    /// A body that is there already.
    pub fn of(bytes: Bytes) -> Self {
        let length = bytes.len() as u64;
        let body = http_body_util::Full::new(bytes).map_err(|never| match never {}).boxed_unsync();
        Self {
            body,
            announced: Some(length),
            limit: length,
            patience: Duration::MAX,
            received: 0,
            waited: Duration::ZERO,
        }
    }

    /// How many bytes were announced.
    pub fn announced(&self) -> Option<u64> {
        self.announced
    }

    /// Whether it is known that there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.body.is_end_stream()
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// [`Fault::TooLarge`] once more arrived than is allowed, [`Fault::TooSlow`], or [`Fault::Malformed`] if the body broke off.
    pub async fn piece(&mut self) -> Result<Option<Bytes>, Fault> {
        loop {
            if self.body.is_end_stream() {
                return Ok(None);
            }
            let began = Instant::now();
            let earned = PER_BYTE.saturating_mul(u32::try_from(self.received).unwrap_or(u32::MAX));
            let allowed = self.patience.saturating_add(earned);
            let frame = timeout(allowed.saturating_sub(self.waited), self.body.frame()).await;
            self.waited += began.elapsed();
            let frame = match frame.map_err(|_| Fault::TooSlow)? {
                None => return Ok(None),
                Some(frame) => frame.map_err(|_| Fault::Malformed("the body broke off".into()))?,
            };
            // Trailers carry nothing we read.
            let Ok(piece) = frame.into_data() else { continue };
            self.received += piece.len() as u64;
            if self.received > self.limit {
                return Err(Fault::TooLarge(self.limit));
            }
            if !piece.is_empty() {
                return Ok(Some(piece));
            }
        }
    }

    /// The whole body.
    ///
    /// # Errors
    /// Those of [`BodyReader::piece`].
    pub async fn whole(mut self) -> Result<Bytes, Fault> {
        let Some(first) = self.piece().await? else { return Ok(Bytes::new()) };
        let Some(second) = self.piece().await? else { return Ok(first) };
        let mut whole = BytesMut::from(first);
        whole.extend_from_slice(&second);
        while let Some(piece) = self.piece().await? {
            whole.extend_from_slice(&piece);
        }
        Ok(whole.freeze())
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use http_body::Frame;
    use tokio::sync::mpsc;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(5);

    /// A body whose pieces a test sends.
    struct Sent(mpsc::Receiver<&'static [u8]>);

    impl http_body::Body for Sent {
        type Data = Bytes;
        type Error = BodyError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
            self.0
                .poll_recv(cx)
                .map(|piece| piece.map(|bytes| Ok(Frame::data(Bytes::from_static(bytes)))))
        }
    }

    fn sent(pieces: &[&'static [u8]], limit: u64) -> (mpsc::Sender<&'static [u8]>, BodyReader) {
        let (sender, receiver) = mpsc::channel(8);
        for piece in pieces {
            sender.try_send(*piece).unwrap();
        }
        (sender, BodyReader::new(Sent(receiver).boxed_unsync(), None, limit, PATIENCE).unwrap())
    }

    #[tokio::test]
    async fn a_body_is_refused_by_what_it_announces_and_by_what_it_brings() {
        let announced = BodyReader::new(BodyReader::of(Bytes::new()).body, Some(6), 5, PATIENCE);
        assert_eq!(announced.unwrap_err(), Fault::TooLarge(5));
        for (limit, expected) in
            [(6, Ok(Bytes::from_static(b"abcdef"))), (5, Err(Fault::TooLarge(5)))]
        {
            let (sender, reader) = sent(&[b"ab", b"cd", b"", b"ef"], limit);
            drop(sender);
            assert_eq!(reader.whole().await, expected, "{limit}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stalls_is_too_slow() {
        let (sender, mut reader) = sent(&[b"one"], 100);
        assert_eq!(reader.piece().await, Ok(Some(Bytes::from_static(b"one"))));
        assert_eq!(reader.piece().await, Err(Fault::TooSlow));
        drop(sender);
    }

    #[tokio::test(start_paused = true)]
    async fn what_a_handler_takes_over_a_piece_does_not_count() {
        let (sender, mut reader) = sent(&[b"one", b"two"], 100);
        assert!(reader.piece().await.is_ok());
        tokio::time::sleep(PATIENCE * 10).await;
        assert_eq!(reader.piece().await, Ok(Some(Bytes::from_static(b"two"))));
        drop(sender);
        assert_eq!(reader.piece().await, Ok(None));
    }
}
