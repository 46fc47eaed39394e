//! A mail relay and an SMS gateway on this machine: real servers that a test starts and asks what they got.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// How a server behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// It takes what comes.
    #[default]
    Kind,
    /// It asks to come back later.
    Busy,
    /// It takes nothing for this address.
    Refuses,
    /// It takes a letter and breaks off before it says so.
    BreaksOff,
    /// It takes a letter and never says so.
    Silent,
}

/// What servers share with whoever asks them.
pub struct Kept<T>(Arc<Mutex<(Mood, Vec<T>)>>);

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Clone> Kept<T> {
    fn new() -> Self {
        Self(Arc::new(Mutex::new((Mood::default(), Vec::new()))))
    }

    fn mood(&self) -> Mood {
        self.0.lock().expect("nobody panicked").0
    }

    fn keep(&self, one: T) {
        self.0.lock().expect("nobody panicked").1.push(one);
    }

    /// Changes how the server behaves.
    pub fn becomes(&self, mood: Mood) {
        self.0.lock().expect("nobody panicked").0 = mood;
    }

    /// What it got, in order.
    pub fn got(&self) -> Vec<T> {
        self.0.lock().expect("nobody panicked").1.clone()
    }
}

/// A mail as a relay got it.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// Who signed in, as sent.
    pub signed_in: Option<String>,
    /// To whom.
    pub to: String,
    /// The message, headers and all.
    pub text: String,
    /// Whether it came by TLS.
    pub safe: bool,
}

impl Mail {
    /// The value of a header.
    pub fn header(&self, name: &str) -> &str {
        let head = self.text.split("\r\n\r\n").next().unwrap_or_default();
        let found = head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        found.unwrap_or_default()
    }
}

/// A relay; with a certificate it speaks nothing before STARTTLS.
pub async fn relay(tls: Option<TlsAcceptor>) -> (SocketAddr, Kept<Mail>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (address, kept) = (listener.local_addr().expect("an address"), Kept::new());
    let shared = kept.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(greet(stream, tls.clone(), shared.clone()));
        }
    });
    (address, kept)
}

async fn greet(mut stream: TcpStream, tls: Option<TlsAcceptor>, kept: Kept<Mail>) {
    if stream.write_all(b"220 relay\r\n").await.is_err() {
        return;
    }
    let Some(tls) = tls else { return talk(stream, false, kept).await };
    let mut line = Vec::new();
    while let Ok(byte) = stream.read_u8().await {
        line.push(byte);
        if !line.ends_with(b"\r\n") {
            continue;
        }
        let begins = line.starts_with(b"STARTTLS");
        let answer: &[u8] = match begins {
            true => b"220 go\r\n",
            false if line.starts_with(b"EHLO") => b"250-relay\r\n250 STARTTLS\r\n",
            false => b"530 STARTTLS first\r\n",
        };
        if stream.write_all(answer).await.is_err() {
            return;
        }
        if begins {
            if let Ok(stream) = tls.accept(stream).await {
                talk(stream, true, kept).await;
            }
            return;
        }
        line.clear();
    }
}

async fn talk<S: AsyncRead + AsyncWrite + Unpin>(stream: S, safe: bool, kept: Kept<Mail>) {
    let (reader, mut writer) = tokio::io::split(stream);
    let mut lines = BufReader::new(reader).lines();
    let (mut mail, mut in_text) = (Mail { safe, ..Mail::default() }, false);
    while let Ok(Some(line)) = lines.next_line().await {
        if in_text && line != "." {
            mail.text.push_str(line.strip_prefix('.').unwrap_or(&line));
            mail.text.push_str("\r\n");
            continue;
        }
        let mood = kept.mood();
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "." => {
                in_text = false;
                let mail = std::mem::take(&mut mail);
                // Time that passes brings mails of other slices.
                if !mail.header("Message-ID").starts_with("<n") {
                    let _ = writer.write_all(b"250 taken\r\n").await;
                    continue;
                }
                kept.keep(mail);
                match mood {
                    Mood::BreaksOff => return,
                    Mood::Silent => std::future::pending().await,
                    _ => "250 taken",
                }
            }
            "EHLO" => "250-relay\r\n250 AUTH PLAIN",
            "AUTH" => {
                mail.signed_in = line.strip_prefix("AUTH PLAIN ").map(str::to_owned);
                "235 welcome"
            }
            "RCPT" if mood == Mood::Refuses => "550 no such mailbox",
            "MAIL" if mood == Mood::Busy => "451 later",
            "RCPT" => {
                mail.to = line.trim_start_matches("RCPT TO:").trim_matches(['<', '>']).to_owned();
                "250 ok"
            }
            "DATA" => {
                in_text = true;
                "354 go on"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

/// An SMS as a gateway got it.
#[derive(Clone, Debug)]
pub struct Posted {
    /// The head of the request.
    pub head: String,
    /// Its body.
    pub body: Value,
}

/// A gateway.
pub async fn gateway() -> (SocketAddr, Kept<Posted>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (address, kept) = (listener.local_addr().expect("an address"), Kept::new());
    let shared = kept.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take(stream, shared.clone()));
        }
    });
    (address, kept)
}

async fn take(mut stream: TcpStream, kept: Kept<Posted>) {
    let mut read = Vec::new();
    let mut piece = [0; 1024];
    loop {
        let Ok(some) = stream.read(&mut piece).await else { return };
        read.extend_from_slice(&piece[..some]);
        let text = String::from_utf8_lossy(&read).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && let Ok(body) = serde_json::from_str(body)
        {
            kept.keep(Posted { head: head.to_ascii_lowercase(), body });
            break;
        }
        if some == 0 {
            return;
        }
    }
    let answer = match kept.mood() {
        Mood::Kind => "202 Accepted",
        Mood::Busy => "503 Service Unavailable",
        Mood::Refuses => "422 Unprocessable Content",
        Mood::BreaksOff => return,
        Mood::Silent => std::future::pending().await,
    };
    let answer = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\n\r\n");
    let written = stream.write_all(answer.as_bytes()).await;
    assert!(written.is_ok() || kept.mood() != Mood::Kind);
}

/// A certificate of `localhost` that nobody else knows, as PEM, and who speaks TLS with it.
pub fn certificate() -> (String, TlsAcceptor) {
    let signed =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signed.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("a certificate")
        .with_no_client_auth()
        .with_single_cert(vec![signed.cert.der().clone()], key)
        .expect("a certificate");
    (signed.cert.pem(), TlsAcceptor::from(Arc::new(config)))
}
