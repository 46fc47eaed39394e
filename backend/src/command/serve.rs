//! `cassetto serve`.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::data::{Data, is_empty};
use crate::config::{Config, Log};
use crate::http::serve;
use crate::http::settings::Tls;
use crate::{demo, intake, jobs, session};

/// How to serve.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Fills an empty store with an invented world, and lets anybody sign in as one of its people.
    #[arg(long)]
    demo: bool,
    /// Address of the private listener with health and metrics.
    #[arg(long, value_name = "ADDR")]
    private: Option<SocketAddr>,
    /// Certificate with its chain, PEM.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Private key of the certificate, PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
}

/// Serves until told to stop.
///
/// # Errors
/// What keeps it from serving: the set-up, the store, an address in use.
pub async fn run(args: Args) -> Result<()> {
    let config = set_up(&args)?;
    log_to_stderr(&config.log)?;
    let app = args.data.app(args.data.open_or_new()?, config)?.demo(args.demo).build();
    if args.demo {
        tracing::warn!("this is a demo: anybody can sign in as any of its people");
        if is_empty(&app)? {
            demo::fill(&app, demo::COMPANIES, demo::SEED).await?;
        }
    }
    intake::resume(&app)?;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(jobs::run(app.clone(), stop.clone()));
    let served = serve::run(app.clone(), args.listen).await;
    stop.cancel();
    worker.await.context("the job worker ended badly")?;
    // Every call is counted by now, however lately it came.
    session::service::write_down(&app, 1).await?;
    app.store().clone().close()?;
    served
}

/// The set-up with what the command line says over it.
fn set_up(args: &Args) -> Result<Config> {
    let mut config = args.data.config()?;
    if args.private.is_some() {
        config.http.private = args.private;
    }
    if let (Some(certificate), Some(key)) = (&args.tls_cert, &args.tls_key) {
        config.http.tls = Some(Tls { certificate: certificate.clone(), key: key.clone() });
    }
    // Whoever tries the demo on their own machine reaches it where it listens, so that the addresses in its mails and receipts open.
    let is_own = args.listen.ip().is_loopback() && args.listen.port() != 0;
    if args.demo && is_own && config.mail.site.is_none() {
        let scheme = if config.http.tls.is_some() { "https" } else { "http" };
        config.mail.site = Some(format!("{scheme}://{}", args.listen));
    }
    Ok(config)
}

fn log_to_stderr(log: &Log) -> Result<()> {
    let filter: Targets = log
        .level
        .parse()
        .with_context(|| format!("log.level \"{}\" is not a filter", log.level))?;
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let lines = if log.json { lines.json().boxed() } else { lines.boxed() };
    let begun = tracing_subscriber::registry().with(lines.with_filter(filter)).try_init();
    begun.context("the log does not begin")
}
