//! The one way to set up, run, test, measure and package Cassetto: `cargo xtask serve|test|check|bench|dist`.
//!
//! Every command first makes sure that the tools it needs are there (see [`setup`]), does only what changed since the last
//! time, keeps the full output of each step under `target/xtask/`, and says on failure what went wrong and where to read more.

mod bench;
mod check;
mod dist;
mod pack;
mod report;
mod sbom;
mod serve;
mod server;
mod setup;
mod step;
mod test;
mod web;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use workspace::Workspace;

/// Sets up, runs, tests, measures and packages Cassetto.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything, fill an empty demo store and serve it
    Serve {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// Folder of the demo store [default: target/demo]
        #[arg(long)]
        data: Option<PathBuf>,
    },
    /// Run every test there is; the last line is `N passed, N failed`
    Test {
        /// Only these runners
        #[arg(long, value_enum)]
        only: Vec<test::Runner>,
    },
    /// The fast gate: fmt, clippy, house rules, unit tests
    Check {
        /// Only fmt and clippy
        #[arg(long)]
        lints: bool,
    },
    /// Measure, beside the floors, and keep the figures in target/bench/NAME.json
    Bench {
        /// What to measure [default: all]
        #[arg(value_enum)]
        names: Vec<bench::Name>,
    },
    /// Build target/dist/cassetto, one executable with the web app inside, and its list of parts
    Dist,
    /// Build the web app and pack it for the server
    Web,
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one task: `Ok(false)` is a task that did its work and found failures.
fn run(task: Task) -> Result<bool> {
    let ws = Workspace::locate()?;
    match task {
        Task::Serve { listen, data } => serve::run(&ws, listen, data),
        Task::Test { only } => test::run(&ws, &only),
        Task::Check { lints } => check::run(&ws, lints),
        Task::Bench { names } => bench::run(&ws, &names),
        Task::Dist => dist::run(&ws),
        Task::Web => web::run(&ws),
    }
}
