//! Text messages by an HTTP gateway.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{Method, Request, StatusCode, Uri};
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde::Serialize;
use shared::endpoint::IDEMPOTENCY_KEY;
use shared::notifications::Why;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::settings::{Gateway, is_here};
use super::{Carried, Carrier, Letter, Trouble};

/// Hands text messages over to a gateway. No redirect is followed, so nothing but the allowed host is ever spoken to.
pub(super) struct Sms {
    gateway: Gateway,
    url: Uri,
    host: String,
    tls: Option<(TlsConnector, ServerName<'static>)>,
}

/// What a gateway is sent.
#[derive(Serialize)]
struct Message<'a> {
    /// The same at each attempt.
    id: &'a str,
    from: &'a str,
    to: &'a str,
    text: &'a str,
}

impl Sms {
    pub(super) fn new(gateway: &Gateway) -> Result<Self> {
        let url: Uri = gateway.url.parse().context("sms.url is no URL")?;
        let host = url.host().context("sms.url names no host")?.to_owned();
        ensure!(gateway.hosts.contains(&host), "{host} is not among sms.hosts");
        let tls = match url.scheme_str() {
            Some("https") => {
                let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned());
                Some((connector(gateway)?, name.context("sms.url names no host for TLS")?))
            }
            Some("http") if is_here(&host) => None,
            _ => anyhow::bail!("sms.url is neither https nor of this machine"),
        };
        Ok(Self { gateway: gateway.clone(), url, host, tls })
    }

    async fn post(&self, letter: &Letter) -> std::result::Result<StatusCode, Trouble> {
        let port = self.url.port_u16().unwrap_or(if self.tls.is_some() { 443 } else { 80 });
        let address = (self.host.trim_matches(['[', ']']), port);
        let stream = TcpStream::connect(address).await.map_err(|_| unreachable("connection"))?;
        let request = self.request(letter)?;
        match &self.tls {
            None => exchange(stream, request).await,
            Some((connector, name)) => {
                let stream = connector.connect(name.clone(), stream).await;
                exchange(stream.map_err(|_| unreachable("TLS"))?, request).await
            }
        }
    }

    fn request(&self, letter: &Letter) -> std::result::Result<Request<Full<Bytes>>, Trouble> {
        let wrong = |_| Trouble::new(Why::Refused, "the request cannot be written");
        let message = Message {
            id: &letter.key,
            from: &self.gateway.from,
            to: &letter.to,
            text: &letter.body,
        };
        let body = serde_json::to_vec(&message)
            .map_err(|_| Trouble::new(Why::Refused, "the message does not encode"))?;
        let authority = self.url.authority().map_or(self.host.as_str(), |found| found.as_str());
        Request::builder()
            .method(Method::POST)
            .uri(self.url.path_and_query().map_or("/", |path| path.as_str()))
            .header(HOST, authority)
            .header(CONTENT_TYPE, "application/json")
            .header(AUTHORIZATION, format!("Bearer {}", self.gateway.token.reveal()))
            .header(IDEMPOTENCY_KEY, format!("{}-{}", letter.key, letter.since.millis()))
            .body(Full::from(body))
            .map_err(wrong)
    }
}

impl Carrier for Sms {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let patience = Duration::from_secs(self.gateway.timeout_seconds);
            let answer = tokio::time::timeout(patience, self.post(letter)).await;
            answered(answer.map_err(|_| unreachable("answer in time"))??)
        })
    }
}

/// What a gateway's answer means.
fn answered(status: StatusCode) -> std::result::Result<(), Trouble> {
    let why = match status.as_u16() {
        200..300 => return Ok(()),
        // 409: it is still busy with the same message of an attempt before.
        408 | 409 | 429 | 500.. => Why::Busy,
        400 | 404 | 410 | 422 => Why::AddressRefused,
        _ => Why::Refused,
    };
    Err(Trouble::new(why, format!("the gateway answered {}", status.as_u16())))
}

fn unreachable(what: &str) -> Trouble {
    Trouble::new(Why::Unreachable, format!("no {what}"))
}

/// Sends a request and waits for the status of its answer.
async fn exchange<S>(
    stream: S,
    request: Request<Full<Bytes>>,
) -> std::result::Result<StatusCode, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|_| unreachable("HTTP"))?;
    let answer = async move {
        let answer = sender.send_request(request).await;
        answer.map(|answer| answer.status()).map_err(|_| unreachable("answer"))
    };
    let (answer, _) = tokio::join!(answer, connection);
    answer
}

fn connector(gateway: &Gateway) -> Result<TlsConnector> {
    let mut roots = RootCertStore::empty();
    let system = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(system.certs);
    if let Some(file) = &gateway.ca {
        let pem =
            std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            let certificate =
                certificate.with_context(|| format!("{} is no PEM", file.display()))?;
            roots.add(certificate).with_context(|| format!("{} is no root", file.display()))?;
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .context("TLS cannot be set up")?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
