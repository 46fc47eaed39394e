//! Mail by SMTP.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use shared::notifications::Why;

use super::settings::{Relay, Safety, is_here};
use super::{Carried, Carrier, Letter, Trouble};

/// Hands mail over to a relay.
pub(super) struct Smtp {
    relay: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
}

impl Smtp {
    pub(super) fn new(relay: &Relay, from: &str) -> Result<Self> {
        let host = relay.host.as_str();
        ensure!(!host.is_empty(), "a mail relay has no host");
        let is_safe = relay.safety != Safety::None || is_here(host);
        ensure!(is_safe, "{host} is not on this machine: mail goes there by TLS only");
        let tls = || -> Result<TlsParameters> {
            let mut parameters = TlsParameters::builder(host.to_owned());
            if let Some(file) = &relay.ca {
                let pem = std::fs::read(file)
                    .with_context(|| format!("{} cannot be read", file.display()))?;
                let certificate = Certificate::from_pem(&pem)
                    .with_context(|| format!("{} is no certificate", file.display()))?;
                parameters = parameters.add_root_certificate(certificate);
            }
            parameters.build_rustls().context("TLS cannot be set up")
        };
        let tls = match relay.safety {
            Safety::Starttls => Tls::Required(tls()?),
            Safety::Tls => Tls::Wrapper(tls()?),
            Safety::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(relay.port)
            .tls(tls)
            .timeout(Some(Duration::from_secs(relay.timeout_seconds)));
        if let Some(user) = &relay.user {
            let password = relay.password.reveal().to_owned();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self { relay: builder.build(), from: from.to_owned() })
    }
}

impl Carrier for Smtp {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let message = letter.message(&self.from)?;
            self.relay.send(message).await.map(drop).map_err(|error| trouble(&error))
        })
    }
}

/// What a relay's answer means. Its words may hold the address, so only its code is kept.
fn trouble(error: &Error) -> Trouble {
    let Some(code) = error.status() else {
        let what = if error.is_tls() { "no TLS" } else { "no answer" };
        return Trouble::new(Why::Unreachable, what);
    };
    let code = u16::from(code);
    let why = match code {
        400..=499 => Why::Busy,
        // RFC 5321: no such mailbox, not local, name not allowed; and the syntax of an address.
        501 | 550 | 551 | 553 => Why::AddressRefused,
        _ => Why::Refused,
    };
    Trouble::new(why, format!("the relay answered {code}"))
}
