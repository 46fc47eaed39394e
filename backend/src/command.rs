//! The command line: what an operator can ask of `cassetto`.
//!
//! Every command says what it did on the standard output. What goes wrong is one line on the standard error and exit code 1; a command
//! line that makes no sense is exit code 2.

mod admin;
mod data;
mod import;
mod maintain;
mod pec;
mod serve;
mod text;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

use crate::app::App;
use crate::demo;
use crate::http::site::openapi;
use crate::sections;
use crate::store::Store;
use data::Data;
pub use data::SEARCHED;

/// Cassetto: the social-security dashboard of employers, self-hosted.
#[derive(Parser)]
#[command(name = "cassetto", version, about, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the API and the web app.
    Serve(serve::Args),
    /// Fills an empty store with an invented world, the same for the same seed.
    Demo {
        #[command(flatten)]
        data: Data,
        /// How many companies.
        #[arg(long, default_value_t = demo::COMPANIES)]
        companies: usize,
        /// From what everything is drawn.
        #[arg(long, default_value_t = demo::SEED)]
        seed: u64,
    },
    /// Imports files; each is stored wholly or not at all.
    Import(import::Args),
    /// Copies the store into a new file, with its checksum beside it.
    Backup {
        #[command(flatten)]
        data: Data,
        /// The new file.
        dest: PathBuf,
    },
    /// Puts a backup in place of the store.
    Restore {
        #[command(flatten)]
        data: Data,
        /// The backup; its checksum must lie beside it.
        src: PathBuf,
        /// Sets a store that is there aside instead of refusing.
        #[arg(long)]
        replace: bool,
    },
    /// Verifies every page of the store and repairs what can be repaired.
    Check {
        #[command(flatten)]
        data: Data,
        /// Builds the index anew that things are found by.
        #[arg(long)]
        reindex: bool,
    },
    /// Gives unused space of the store back to the file system.
    Compact {
        #[command(flatten)]
        data: Data,
    },
    /// Reads the receipts of certified mail among the mails of a folder, and says in the ledger what became of each message.
    PecReceipts(pec::Args),
    /// Prints the OpenAPI document.
    Openapi {
        /// The JSON schemas of the feeds instead.
        #[arg(long)]
        feeds: bool,
    },
    /// Follows the chain of the audit log and says whether it is whole.
    AuditVerify {
        #[command(flatten)]
        data: Data,
    },
    /// People and their sessions.
    Admin(admin::Args),
}

/// Does what the command line asks.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match asked(cli.command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cassetto: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn asked(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve(args) => working(serve::run(args))?,
        Command::Demo { data, companies, seed } => working(fill(&data, companies, seed))?,
        Command::Import(args) => return working(import::run(args)),
        Command::Backup { data, dest } => maintain::backup(&data, &dest)?,
        Command::Restore { data, src, replace } => maintain::restore(&data, &src, replace)?,
        Command::Check { data, reindex } => maintain::check(&data, reindex)?,
        Command::Compact { data } => maintain::compact(&data)?,
        Command::PecReceipts(args) => return working(pec::run(args)),
        Command::Openapi { feeds } => {
            let document = match feeds {
                true => sections::schema::all(),
                false => openapi::document(&App::over(Store::in_memory()?).build()),
            };
            say(serde_json::to_string_pretty(&document).context("the document does not encode")?)?;
        }
        Command::AuditVerify { data } => return maintain::audit_verify(&data),
        Command::Admin(args) => admin::run(args)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a line to the standard output. That nobody reads on, as when it is piped into `head`, is no error.
fn say(line: impl std::fmt::Display) -> Result<()> {
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(error).context("the output cannot be written")
        }
        _ => Ok(()),
    }
}

/// Runs a command that needs the asynchronous runtime: as many workers as the machine has processors.
fn working<T>(command: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("the runtime does not start")?.block_on(command)
}

async fn fill(data: &Data, companies: usize, seed: u64) -> Result<()> {
    let app = data.app(data.open_or_new()?, data.config()?)?.build();
    anyhow::ensure!(
        data::is_empty(&app)?,
        "{} holds data already: name another folder with --data",
        data.folder().display()
    );
    demo::fill(&app, companies, seed).await?;
    say(format_args!(
        "{companies} companies and the people of the demo, from seed {seed}, in {}",
        data.folder().display()
    ))?;
    app.store().clone().close()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Cli;

    #[test]
    fn the_command_line_is_what_scripts_call() {
        Cli::command().debug_assert();
        for line in [
            "serve --data DIR --listen 127.0.0.1:0 --demo --config FILE --private 127.0.0.1:0",
            "serve --data DIR --tls-cert CERT --tls-key KEY",
            "demo --data DIR --companies 3 --seed 7",
            "import uniemens --data DIR a.xml b.xml",
            "import f24 --data DIR a.txt",
            "import registry --data DIR a.json",
            "import sections --data DIR a.jsonl",
            "backup --data DIR DEST",
            "restore --data DIR SRC --replace",
            "check --data DIR",
            "compact --data DIR",
            "pec-receipts --data DIR FOLDER",
            "openapi",
            "openapi --feeds",
            "audit-verify --data DIR",
            "admin sessions --data DIR --revoke 01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "admin people --data DIR",
        ] {
            let words = std::iter::once("cassetto").chain(line.split(' '));
            assert!(Cli::try_parse_from(words).is_ok(), "{line}");
        }
        for line in [
            "",
            "serve",
            "import uniemens --data DIR",
            "serve --data DIR --tls-cert CERT",
            "backup DEST",
        ] {
            let words =
                std::iter::once("cassetto").chain(line.split(' ').filter(|word| !word.is_empty()));
            assert!(Cli::try_parse_from(words).is_err(), "{line}");
        }
    }
}
