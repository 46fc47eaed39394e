//! A virus scanner beside us: clamd, by its own protocol over a socket, where one is configured.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use shared::fault::Fault;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::fault::{Error, Result};

/// The `[attachments]` part of the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where clamd listens: `host:port`, or `unix:` and a path. Without it only the test signature is known.
    pub scanner: Option<String>,
}

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// Bytes sent at once.
const PIECE: usize = 64 * 1024;
/// Longest answer.
const ANSWER: u64 = 4096;

/// Whether the scanner finds nothing in a file.
///
/// # Errors
/// [`Fault::Busy`] if it does not answer, or not as it should: nothing is taken unexamined, and trying again later loses nothing.
pub(super) async fn is_clean(address: &str, path: &Path) -> Result<bool> {
    let asked = async {
        match address.strip_prefix("unix:") {
            #[cfg(unix)]
            Some(socket) => ask(tokio::net::UnixStream::connect(socket).await?, path).await,
            #[cfg(not(unix))]
            Some(_) => Err(std::io::ErrorKind::Unsupported.into()),
            None => ask(TcpStream::connect(address).await?, path).await,
        }
    };
    let failed = |detail: String| {
        tracing::error!(detail, "the virus scanner does not answer");
        Error::Fault(Fault::Busy)
    };
    let answer = timeout(PATIENCE, asked).await.map_err(|_| failed("too slow".to_owned()))?;
    let answer = answer.map_err(|error| failed(error.to_string()))?;
    match answer.trim_end_matches(['\0', '\n']) {
        "stream: OK" => Ok(true),
        found if found.ends_with(" FOUND") => {
            tracing::warn!(signature = found, "an upload with a virus was refused");
            Ok(false)
        }
        other => Err(failed(other.to_owned())),
    }
}

/// Sends a file by `INSTREAM`: pieces with their length before them, and nought at the end.
async fn ask<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    path: &Path,
) -> std::io::Result<String> {
    stream.write_all(b"zINSTREAM\0").await?;
    let (mut file, mut piece) = (tokio::fs::File::open(path).await?, vec![0; PIECE]);
    loop {
        let read = file.read(&mut piece).await?;
        let length = u32::try_from(read).unwrap_or_default();
        // The scanner may close early, having seen enough: its answer counts.
        let sent = async {
            stream.write_all(&length.to_be_bytes()).await?;
            stream.write_all(piece.get(..read).unwrap_or_default()).await
        };
        if sent.await.is_err() || read == 0 {
            break;
        }
    }
    let _ = stream.flush().await;
    let mut answer = Vec::new();
    stream.take(ANSWER).read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
