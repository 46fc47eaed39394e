//! How the post is set up.

use std::fmt::{Debug, Formatter, Result as FmtResult};
use std::path::PathBuf;

use serde::Deserialize;

/// A word that is shown to nobody, the log included.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The word.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(word: &str) -> Self {
        Self(word.to_owned())
    }
}

impl Debug for Secret {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        f.write_str("***")
    }
}

/// How the connection to a relay is made safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// It begins in the clear and must become TLS before anything is said (usually port 587).
    #[default]
    Starttls,
    /// It is TLS from the first byte (usually port 465).
    Tls,
    /// It never is: only to a relay on this machine.
    None,
}

/// A mail relay.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Relay {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub safety: Safety,
    /// As whom we sign in; we do not unless told.
    pub user: Option<String>,
    /// The password for that.
    pub password: Secret,
    /// Certificates to trust besides those of the system, PEM.
    pub ca: Option<PathBuf>,
    /// Seconds after which an answer does not come any more.
    pub timeout_seconds: u64,
}

impl Default for Relay {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: 587,
            safety: Safety::Starttls,
            user: None,
            password: Secret::default(),
            ca: None,
            timeout_seconds: 15,
        }
    }
}

/// Certified mail: a relay that takes it, and the address it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pec {
    /// Address it comes from.
    pub from: String,
    /// The relay.
    pub smtp: Relay,
    /// Folder into which something else puts the mails that come to that address: what of them is a receipt is read from there. None unless told.
    #[serde(default)]
    pub receipts: Option<PathBuf>,
}

/// A gateway for text messages, spoken to over HTTP: see the operations guide for what it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Gateway {
    /// Where messages are posted to.
    pub url: String,
    /// The hosts that may be spoken to: one that is not among them never is, whatever the URL says.
    pub hosts: Vec<String>,
    /// The bearer token.
    pub token: Secret,
    /// What the telephone shows as the sender.
    pub from: String,
    /// Certificates to trust besides those of the system, PEM.
    pub ca: Option<PathBuf>,
    /// Seconds after which an answer does not come any more.
    pub timeout_seconds: u64,
}

impl Default for Gateway {
    fn default() -> Self {
        Self {
            url: String::new(),
            hosts: Vec::new(),
            token: Secret::default(),
            from: "Cassetto".to_owned(),
            ca: None,
            timeout_seconds: 15,
        }
    }
}

/// Whether a host is this machine.
pub(super) fn is_here(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}
