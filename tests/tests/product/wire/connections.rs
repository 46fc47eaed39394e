//! Connections: how many, how long, and how they end.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use backend::http::settings::{Deadlines, Settings, Tls};
use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::Request;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::wire::routes::GATE;
use crate::wire::server::{Server, impatient, status};

const GET: &str = "GET /api/v1/test/large?bytes=1 HTTP/1.1\r\nHost: a\r\n\r\n";

#[tokio::test]
async fn a_head_that_does_not_come_ends_the_connection() {
    let server = Server::with(impatient()).await;
    for (first, rest) in
        [("", ""), ("PRI * HTTP", ""), ("GET / HTTP/1.1\r\nHost: a\r\n", "X: y\r\n")]
    {
        let mut client = server.connect().await;
        client.send(first).await;
        let (mut reader, mut writer) = client.0.split();
        let mut piece = [0; 100];
        let drip = async {
            while !rest.is_empty() && writer.write_all(rest.as_bytes()).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = drip => {}
            ended = reader.read(&mut piece) => {
                assert!(matches!(ended, Ok(0)) || ended.is_err_and(|error| error.kind() == ErrorKind::ConnectionReset), "{first:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_connection_may_rest_between_calls_and_be_slow_in_the_second_too() {
    let server = Server::with(impatient()).await;
    let mut client = server.connect().await;
    client.send(GET).await;
    assert_eq!(status(&client.one().await), 200);
    // Longer than a head may take.
    tokio::time::sleep(Duration::from_millis(700)).await;
    client.send(GET).await;
    assert_eq!(status(&client.one().await), 200);
    client.send("GET / HTTP/1.1\r\n").await;
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn a_connection_without_calls_is_closed_in_the_end() {
    let short = Duration::from_millis(200);
    let deadlines = Deadlines { head: short, idle: short, ..Deadlines::default() };
    let server = Server::with(Settings { deadlines, ..Settings::default() }).await;
    let mut client = server.connect().await;
    client.send(GET).await;
    assert_eq!(status(&client.one().await), 200);
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn a_client_that_does_not_take_its_answer_loses_the_connection() {
    let server = Server::with(impatient()).await;
    let mut client = server.connect().await;
    let bytes = 64 * 1024 * 1024;
    client.send(format!("GET /api/v1/test/large?bytes={bytes} HTTP/1.1\r\nHost: a\r\n\r\n")).await;
    // Long enough for the server to fill what lies between and to find that nothing moves.
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(client.rest().await.len() < bytes);
}

#[tokio::test]
async fn an_address_has_its_share_of_connections() {
    let server =
        Server::with(Settings { max_connections_per_address: 2, ..Settings::default() }).await;
    let (mut first, mut second) = (server.connect().await, server.connect().await);
    for client in [&mut first, &mut second] {
        client.send(GET).await;
        assert_eq!(status(&client.one().await), 200);
    }
    assert_eq!(server.answer(GET).await, "", "a third is closed unanswered");
    drop(first);
    loop {
        let mut third = server.connect().await;
        third.send(GET.replace("Host: a\r\n", "Host: a\r\nConnection: close\r\n")).await;
        if status(&third.rest().await) == 200 {
            break;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_server_that_stops_finishes_what_is_under_way() {
    let server = Server::start().await;
    let address: SocketAddr = server.address;
    let (mut waiting, mut idle) = (server.connect().await, server.connect().await);
    idle.send(GET).await;
    assert_eq!(status(&idle.one().await), 200);
    waiting.send("GET /api/v1/test/wait HTTP/1.1\r\nHost: a\r\n\r\n").await;
    GATE.reached.acquire().await.unwrap().forget();
    let stopped = server.stop();
    assert_eq!(idle.rest().await, "", "an idle connection is closed at once");
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    GATE.opened.add_permits(1);
    assert_eq!(status(&waiting.rest().await), 204);
    stopped.await.unwrap();
}

/// One call over HTTP/2 on this stream: the status, and the headers of HTTP/1 that must not be there.
async fn over_http2(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    scheme: &str,
) -> hyper::Response<Bytes> {
    let (mut sender, connection) =
        http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let request = Request::get(format!("{scheme}://localhost/api/v1/test/large?bytes=3"))
        .body(Empty::<Bytes>::new())
        .unwrap();
    let (parts, body) = sender.send_request(request).await.unwrap().into_parts();
    hyper::Response::from_parts(parts, body.collect().await.unwrap().to_bytes())
}

#[tokio::test]
async fn http2_is_spoken_to_whoever_begins_with_it() {
    let server = Server::start().await;
    let answer = over_http2(server.connect().await.0, "http").await;
    assert_eq!((answer.status().as_u16(), answer.body().as_ref()), (200, &b"\"xxx\""[..]));
    assert!(answer.headers().contains_key("x-request-id"));
}

#[tokio::test]
async fn tls_is_spoken_with_the_operators_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let signed = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let tls =
        Tls { certificate: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
    std::fs::write(&tls.certificate, signed.cert.pem()).unwrap();
    std::fs::write(&tls.key, signed.signing_key.serialize_pem()).unwrap();
    let server = Server::with(Settings { tls: Some(tls), ..Settings::default() }).await;

    let mut roots = RootCertStore::empty();
    roots.add(signed.cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec()];
    let name = ServerName::try_from("localhost").unwrap();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = connector.connect(name, server.connect().await.0).await.unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    let answer = over_http2(stream, "https").await;
    assert_eq!(answer.status().as_u16(), 200);
    assert!(
        answer.headers()["strict-transport-security"]
            .to_str()
            .unwrap()
            .starts_with("max-age=31536000")
    );

    let plain = server.answer(GET).await;
    assert!(!plain.contains("HTTP/1.1 200"), "{plain}");
}
