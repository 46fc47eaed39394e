//! What an operator may set about HTTP. Every value has a default that suits a small office; unknown names are refused.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;
use shared::endpoint::RateClass;

/// The `[http]` part of the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Certificate and key; without them the server speaks plain HTTP, for a machine of one's own or behind a proxy.
    pub tls: Option<Tls>,
    /// Address of the private listener with `/live`, `/ready` and `/metrics`; absent: none.
    pub private: Option<SocketAddr>,
    /// Connections at a time; more wait to be accepted.
    pub max_connections: usize,
    /// Connections at a time from one address (from one /64 of IPv6); more are closed.
    pub max_connections_per_address: usize,
    /// Origins, such as `https://www.example.it`, whose pages may call the API beside the server's own.
    pub trusted_origins: Vec<String>,
    /// Memory for encoded replies, in bytes.
    pub reply_cache_bytes: usize,
    /// How many calls are allowed.
    pub rates: Rates,
    /// How long things may take. Not set by files: tests shorten them.
    #[serde(skip)]
    pub deadlines: Deadlines,
}

/// Where certificate and key are, both in PEM.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The certificate with its chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// Allowances by class of call: each session has its own; whoever is not signed in shares one by address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rates {
    /// Attempts to sign in.
    pub sign_in: Rate,
    /// Reading.
    pub read: Rate,
    /// Writing.
    pub write: Rate,
    /// Files.
    pub upload: Rate,
    /// Files handed out: of each person, not of each session.
    pub export: Rate,
    /// Calendars fetched by their secret address: of each address.
    pub feed: Rate,
}

/// An allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Calls that may come at once.
    pub burst: u32,
    /// Calls a minute in the long run.
    pub per_minute: u32,
}

/// How long things may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The head of a request, and the first request of a connection. Held to within half as much again.
    pub head: Duration,
    /// A body before its speed counts.
    pub body: Duration,
    /// A connection without a call.
    pub idle: Duration,
    /// A client that does not take what it asked for.
    pub stalled: Duration,
    /// A TLS handshake.
    pub handshake: Duration,
    /// A handler, once the request was read; files are not held to it.
    pub handler: Duration,
    /// Calls under way when the server stops.
    pub drain: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            tls: None,
            private: None,
            max_connections: 10_000,
            max_connections_per_address: 256,
            trusted_origins: Vec::new(),
            reply_cache_bytes: 8 * 1024 * 1024,
            rates: Rates::default(),
            deadlines: Deadlines::default(),
        }
    }
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            sign_in: Rate { burst: 60, per_minute: 120 },
            read: Rate { burst: 600, per_minute: 3_000 },
            write: Rate { burst: 120, per_minute: 600 },
            upload: Rate { burst: 60, per_minute: 60 },
            export: Rate { burst: 20, per_minute: 20 },
            feed: Rate { burst: 60, per_minute: 60 },
        }
    }
}

impl Rates {
    /// The allowance of a class.
    pub fn of(&self, class: RateClass) -> Rate {
        match class {
            RateClass::SignIn => self.sign_in,
            RateClass::Read => self.read,
            RateClass::Write => self.write,
            RateClass::Upload => self.upload,
            RateClass::Export => self.export,
            RateClass::Feed => self.feed,
        }
    }
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(5),
            body: Duration::from_secs(5),
            idle: Duration::from_secs(60),
            stalled: Duration::from_secs(10),
            handshake: Duration::from_secs(10),
            handler: Duration::from_secs(30),
            drain: Duration::from_secs(5),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_sets_what_it_names_and_names_nothing_unknown() {
        let file = "max_connections = 5\n[rates.read]\nburst = 1\nper_minute = 2\n[tls]\ncertificate = 'c.pem'\nkey = 'k.pem'";
        let settings: Settings = toml::from_str(file).unwrap();
        assert_eq!((settings.max_connections, settings.max_connections_per_address), (5, 256));
        assert_eq!(settings.rates.of(RateClass::Read), Rate { burst: 1, per_minute: 2 });
        assert_eq!(settings.rates.of(RateClass::Write), Rates::default().write);
        assert_eq!(settings.deadlines, Deadlines::default());
        for wrong in [
            "max_conections = 5",
            "[rates.reed]\nburst = 1\nper_minute = 1",
            "[deadlines]\nhead = 1",
        ] {
            assert!(toml::from_str::<Settings>(wrong).is_err(), "{wrong}");
        }
    }
}
