//! `cassetto admin`: people and their sessions, while the server is stopped.

use anyhow::{Context, Result};
use clap::{Args as ClapArgs, Subcommand};
use shared::ids::{InvalidId, PersonId};

use super::data::Data;
use super::say;
use crate::audit::{self, NewEntry};
use crate::clock::{Clock, SystemClock};
use crate::fault::Error;
use crate::people::service as people;
use crate::session::service as sessions;

/// What to do.
#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says how many sessions go on, or ends all those of a person.
    Sessions {
        #[command(flatten)]
        data: Data,
        /// Ends all sessions of the person with this id.
        #[arg(long, value_name = "PERSON", value_parser = person)]
        revoke: Option<PersonId>,
    },
    /// Lists the people who can sign in: id, role, name.
    People {
        #[command(flatten)]
        data: Data,
    },
}

fn person(text: &str) -> std::result::Result<PersonId, String> {
    text.parse().map_err(|error: InvalidId| error.to_string())
}

/// Does it.
///
/// # Errors
/// If there is no store, or no such person.
pub fn run(args: Args) -> Result<()> {
    match args.command {
        Command::Sessions { data, revoke: None } => count(&data),
        Command::Sessions { data, revoke: Some(person) } => revoke(&data, person),
        Command::People { data } => list(&data),
    }
}

fn count(data: &Data) -> Result<()> {
    let store = data.open()?;
    say(format_args!("{} sessions", store.read(|tx| sessions::count(tx, SystemClock.now()))?))?;
    Ok(store.close()?)
}

fn revoke(data: &Data, person: PersonId) -> Result<()> {
    let store = data.open()?;
    store
        .read(|tx| people::by_id(tx, person))?
        .with_context(|| format!("there is no person {person}"))?;
    let ended = store.transact_blocking(move |tx| {
        let ended = sessions::end_all(tx, person)?;
        audit::append(tx, SystemClock.now(), NewEntry::of("command.admin.sessions").about(person))?;
        Ok::<_, Error>(ended)
    })?;
    say(format_args!("{ended} sessions ended"))?;
    Ok(store.close()?)
}

fn list(data: &Data) -> Result<()> {
    let store = data.open()?;
    for person in store.read(people::all)? {
        say(format_args!("{} {:?} {}", person.id, person.role, person.name))?;
    }
    Ok(store.close()?)
}
