//! `cassetto pec-receipts`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args as ClapArgs;

use super::data::Data;
use super::say;
use crate::notifications::pec::{Taken, take_in};

/// Which mails.
#[derive(ClapArgs)]
pub struct Args {
    #[command(flatten)]
    data: Data,
    /// The folder with the mails, each in a file of its own.
    #[arg(value_name = "FOLDER")]
    receipts: PathBuf,
}

/// Takes the receipts in and prints what became of each mail; fails if any was refused. The files stay where they are.
///
/// # Errors
/// If there is no store, or it cannot be written, or the folder cannot be read.
pub async fn run(args: Args) -> Result<ExitCode> {
    let Args { data, receipts } = args;
    let app = data.app(data.open()?, data.config()?)?.build();
    let mails = take_in(&app, &receipts).await?;
    for (path, taken) in &mails {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match taken {
            Taken::Recorded => say(format_args!("{name}: recorded"))?,
            Taken::Known => say(format_args!("{name}: known before"))?,
            Taken::Refused(flaw) => say(format_args!("{name}: refused, {flaw}"))?,
        }
    }
    app.store().clone().close()?;
    let refused = mails.iter().any(|(_, taken)| matches!(taken, Taken::Refused(_)));
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
