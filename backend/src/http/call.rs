//! What a handler is given beside the request, and what it answers. Nothing here knows of a transport.

use bytes::Bytes;

use crate::access::{Caller, CompanyAccess};
use crate::fault::Result;
use crate::http::route::body::BodyReader;
pub use crate::http::route::events::{Event, Events};
use crate::write::WriteKey;

/// A call by anybody.
#[derive(Debug, Default)]
pub struct Visit {
    /// The secret of the session cookie, if there is one; nobody has looked whether it is any good.
    pub token: Option<String>,
    /// The browser, as it names itself.
    pub user_agent: Option<String>,
    /// What names this write; present on every write.
    pub key: Option<WriteKey>,
}

/// A call by somebody who is signed in, with a role that the endpoint admits.
#[derive(Debug)]
pub struct Call {
    /// Who calls.
    pub caller: Caller,
    /// What names this write; present on every write.
    pub key: Option<WriteKey>,
    /// The secret of the session cookie.
    pub token: String,
    /// The browser, as it names itself.
    pub user_agent: Option<String>,
}

/// A call about a company by somebody who may make it: the access was asked for before the handler ran.
#[derive(Debug)]
pub struct CompanyCall {
    /// The proof that the caller may.
    pub access: CompanyAccess,
    /// What names this write; present on every write.
    pub key: Option<WriteKey>,
}

/// What a handler answers: the reply, and what becomes of the session cookie.
#[derive(Debug)]
pub struct Answer<R> {
    /// The reply.
    pub body: R,
    /// The session cookie.
    pub cookie: Cookie,
}

/// What becomes of the session cookie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cookie {
    /// It stays as it is.
    #[default]
    Keep,
    /// It becomes this secret.
    Set(String),
    /// It goes, and with it all that the browser keeps of this site.
    Clear,
}

impl<R> From<R> for Answer<R> {
    fn from(body: R) -> Self {
        Self { body, cookie: Cookie::Keep }
    }
}

/// A file on its way out.
#[derive(Clone, Debug)]
pub struct Download {
    /// Its name for people, end and all; the browser is also given one in plain ASCII.
    pub name: String,
    /// What it is.
    pub media_type: &'static str,
    /// Whether it is a page to look at, and not a file to save.
    pub inline: bool,
    /// The whole of it.
    pub bytes: Bytes,
    /// What it may load and do if it is a page; nothing unless told.
    pub policy: Option<String>,
}

impl Download {
    /// Somebody's document, to be saved: whatever it is, no browser may act upon it.
    pub fn attachment(name: String, media_type: &'static str, bytes: Bytes) -> Self {
        let policy = Some("sandbox; default-src 'none'; frame-ancestors 'none'".to_owned());
        Self { name, media_type, inline: false, bytes, policy }
    }
}

/// A file on its way in: it arrives in pieces, is held to its largest size and to a least speed, and is never whole in memory.
#[derive(Debug)]
pub struct Upload {
    /// The size the caller announced, in bytes; they may have lied.
    pub length: Option<u64>,
    pieces: BodyReader,
}

impl Upload {
    /// The file that arrives as this body.
    pub(super) fn new(pieces: BodyReader) -> Self {
        Self { length: pieces.announced(), pieces }
    }

    /// A file that is there already.
    pub fn of(bytes: impl Into<Bytes>) -> Self {
        Self::new(BodyReader::of(bytes.into()))
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// `TooLarge`, `TooSlow`, or `Malformed` if the file breaks off. Nothing more arrives after any of them.
    pub async fn piece(&mut self) -> Result<Option<Bytes>> {
        self.pieces.piece().await.map_err(Into::into)
    }

    /// The whole file, for files that are small.
    ///
    /// # Errors
    /// Those of [`Upload::piece`].
    pub async fn whole(self) -> Result<Bytes> {
        self.pieces.whole().await.map_err(Into::into)
    }
}
