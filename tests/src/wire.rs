//! Calling over a socket that stays open, at next to no cost: what measures the server must not be what is measured.

use std::net::SocketAddr;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use shared::endpoint::{Effect, Endpoint, IDEMPOTENCY_KEY, url};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection, with one call at a time.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Wire {
    /// Connects.
    ///
    /// # Errors
    /// Those of the socket.
    pub async fn to(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024) })
    }

    /// Sends a whole request; head and body of the answer.
    ///
    /// # Errors
    /// When the answer is not 200, or the connection ends before it does.
    pub async fn call(&mut self, request: &str) -> Result<(&str, &[u8])> {
        self.bring(request, &[]).await
    }

    /// Sends the head of a request and, from where it lies, its body; head and body of the answer.
    ///
    /// # Errors
    /// Those of [`Wire::call`].
    pub async fn bring(&mut self, request: &str, content: &[u8]) -> Result<(&str, &[u8])> {
        self.stream.write_all(request.as_bytes()).await?;
        self.stream.write_all(content).await?;
        self.buffer.clear();
        let body = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                bail!("closed in the middle of an answer");
            }
            if let Some(body) = body(&self.buffer)?
                && self.buffer.len() >= body.end
            {
                break body;
            }
        };
        Ok((std::str::from_utf8(&self.buffer[..body.start])?, &self.buffer[body]))
    }

    /// Signs in as a person of the demo: the cookie, and the body of the answer.
    ///
    /// # Errors
    /// When they cannot sign in.
    pub async fn sign_in(&mut self, persona: &str) -> Result<(String, Vec<u8>)> {
        let body = format!("{{\"persona\":\"{persona}\"}}");
        let head = "POST /api/v1/session/demo HTTP/1.1\r\nHost: localhost\r\n";
        let (head, body) = self.call(&with_body(head, &body)).await?;
        let cookie = head
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "))
            .and_then(|line| line.split(';').next())
            .with_context(|| format!("no cookie in {head}"))?;
        Ok((cookie.to_owned(), body.to_vec()))
    }
}

/// A write as it goes over the wire.
///
/// # Errors
/// When the request has no address or does not encode.
pub fn write<E: Endpoint>(request: &E, cookie: &str, key: &str) -> Result<String> {
    debug_assert_eq!(E::SPEC.effect, Effect::Write);
    let (method, path) = (E::SPEC.method.as_str(), url(request)?);
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n{IDEMPOTENCY_KEY}: {key}\r\n"
    );
    Ok(with_body(&head, &serde_json::to_string(request)?))
}

fn with_body(head: &str, body: &str) -> String {
    let length = body.len();
    format!("{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Where the body of the answer that begins here is, once its head is there.
///
/// # Errors
/// When it is another answer than 200, or its length is not said.
pub fn body(bytes: &[u8]) -> Result<Option<Range<usize>>> {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(&bytes[..end])?;
    if !head.starts_with("HTTP/1.1 200 ") {
        bail!("{head}");
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.context("a length")?.parse()?;
    Ok(Some(end + 4..end + 4 + length))
}
