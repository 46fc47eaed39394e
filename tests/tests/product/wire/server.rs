//! A server on a port of its own, and a client that says exactly what it is told to.

use std::net::SocketAddr;
use std::time::Duration;

use backend::app::App;
use backend::http::settings::{Deadlines, Settings};
use backend::http::{around, serve};
use backend::store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::wire::routes;

/// Longer than anything here takes; a test that waits so long has failed.
const EVER: Duration = Duration::from_secs(20);

/// A server under test.
pub struct Server {
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: JoinHandle<()>,
}

/// Settings with deadlines short enough to wait for.
pub fn impatient() -> Settings {
    let short = Duration::from_millis(200);
    Settings {
        deadlines: Deadlines {
            head: short,
            body: short,
            stalled: short,
            handler: EVER,
            idle: EVER,
            ..Deadlines::default()
        },
        ..Settings::default()
    }
}

impl Server {
    /// Starts one with the usual settings.
    pub async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    /// Starts one.
    pub async fn with(settings: Settings) -> Self {
        let app = App::over(Store::in_memory().unwrap()).build();
        let front = around(&app, settings, routes::routes(&app)).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let done = tokio::spawn(async move {
            let shutdown = async { drop(stopped.await) };
            serve::serve_front(front, listener, shutdown).await.unwrap();
        });
        Self { address, stop, done }
    }

    /// Opens a connection to it.
    pub async fn connect(&self) -> Client {
        Client(TcpStream::connect(self.address).await.unwrap())
    }

    /// What it answers to these bytes, until it closes the connection.
    pub async fn answer(&self, bytes: impl AsRef<[u8]>) -> String {
        let mut client = self.connect().await;
        client.send(bytes).await;
        client.rest().await
    }

    /// Tells it to stop; the task ends when it has.
    pub fn stop(self) -> JoinHandle<()> {
        let _ = self.stop.send(());
        self.done
    }
}

/// A connection.
pub struct Client(pub TcpStream);

impl Client {
    /// Sends these bytes; that the server may have closed already is for the answer to show.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.0.write_all(bytes.as_ref()).await;
    }

    /// What arrives until the server closes.
    pub async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        // A reset after the answer is as good as an end.
        let _ = timeout(EVER, self.0.read_to_end(&mut bytes))
            .await
            .expect("the server closes the connection");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// One answer with a body of announced length, or none.
    pub async fn one(&mut self) -> String {
        let mut bytes = Vec::new();
        let mut piece = [0; 4096];
        while !is_whole(&bytes) {
            let read =
                timeout(EVER, self.0.read(&mut piece)).await.expect("the server answers").unwrap();
            assert!(read > 0, "the server closed after {:?}", String::from_utf8_lossy(&bytes));
            bytes.extend_from_slice(&piece[..read]);
        }
        String::from_utf8(bytes).unwrap()
    }
}

fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    header(head, "content-length").is_none_or(|length| body.len() >= length.parse().unwrap())
}

/// The status of an answer.
pub fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}

/// A header of an answer.
pub fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    answer.lines().take_while(|line| !line.is_empty()).find_map(|line| {
        let (found, value) = line.split_once(": ")?;
        found.eq_ignore_ascii_case(name).then_some(value)
    })
}

/// A POST to the echo.
pub fn echo(headers: &str, body: &str) -> String {
    format!(
        "POST /api/v1/test/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}
