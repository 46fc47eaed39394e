//! How an installation is set up: a TOML file, over it variables of the environment, over both the command line.
//!
//! Every value has a default, so no file is needed. A name that does not exist is refused: a mistyped limit must not be a missing one.
//! `[http] max_connections` in the file is `CASSETTO__HTTP__MAX_CONNECTIONS` in the environment.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use toml::{Table, Value};

use crate::attachments;
use crate::http::settings::Settings;
use crate::post::settings::{Gateway, Pec, Relay};

/// The set-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The server towards its clients.
    pub http: Settings,
    /// The data.
    pub store: Store,
    /// What is logged, to the standard error.
    pub log: Log,
    /// Mail.
    pub mail: Mail,
    /// Certified mail; there is none unless told.
    pub pec: Option<Pec>,
    /// Text messages; there are none unless told.
    pub sms: Option<Gateway>,
    /// Backups while the server runs.
    pub backup: Backup,
    /// Documents that are uploaded.
    pub attachments: attachments::Settings,
    /// The register of documents.
    pub register: Register,
}

/// The data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Store {
    /// Memory for cached pages, in MiB.
    pub cache_mib: usize,
}

impl Default for Store {
    fn default() -> Self {
        Self { cache_mib: 24 }
    }
}

/// What is logged.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `error`, `warn`, `info`, `debug` or `trace`, or a filter such as `warn,backend::jobs=debug`.
    pub level: String,
    /// One JSON object a line instead of text.
    pub json: bool,
}

impl Default for Log {
    fn default() -> Self {
        Self { level: "info".to_owned(), json: false }
    }
}

/// Mail.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// Folder that mails are written to where no relay is named; `mail` in the data folder unless told.
    pub folder: Option<PathBuf>,
    /// Address they come from.
    pub from: String,
    /// The relay they are handed over to, instead of the folder.
    pub smtp: Option<Relay>,
    /// Where people reach the app, such as `https://cassetto.example.it`: mails and receipts point there.
    pub site: Option<String>,
}

impl Default for Mail {
    fn default() -> Self {
        Self { folder: None, from: "cassetto@localhost".to_owned(), smtp: None, site: None }
    }
}

/// Backups while the server runs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Backup {
    /// Folder they are made in, best on another disk; none are made unless told.
    pub folder: Option<PathBuf>,
    /// Hours from one to the next.
    pub every_hours: u32,
    /// How many are kept.
    pub keep: u32,
}

impl Default for Backup {
    fn default() -> Self {
        Self { folder: None, every_hours: 24, keep: 14 }
    }
}

/// The register of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Register {
    /// Folder that each day is written into once it is closed, from where whoever preserves the register takes it; none is unless told.
    pub folder: Option<PathBuf>,
}

/// Variables that begin so set a value.
const PREFIX: &str = "CASSETTO__";

/// Reads the set-up from a file, if one is named, and from the environment.
///
/// # Errors
/// Which file, variable or name is wrong, and how.
pub fn read(
    file: Option<&Path>,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<Config> {
    let mut table = match file {
        Some(file) => {
            let text = std::fs::read_to_string(file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            // Read once by itself, so that an error names its line in the file.
            toml::from_str::<Config>(&text)
                .with_context(|| format!("{} is not a set-up", file.display()))?;
            text.parse::<Table>().with_context(|| format!("{} is not TOML", file.display()))?
        }
        None => Table::new(),
    };
    let mut variables = Vec::new();
    for (name, value) in environment {
        if let Some(path) = name.strip_prefix(PREFIX) {
            set(&mut table, path, &value)
                .with_context(|| format!("the variable {name} sets nothing"))?;
            variables.push(name);
        }
    }
    let variables = variables.join(", ");
    table
        .try_into()
        .with_context(|| format!("the environment does not fit the set-up ({variables})"))
}

/// Sets the value at a path such as `HTTP__MAX_CONNECTIONS`.
fn set(table: &mut Table, path: &str, value: &str) -> Result<()> {
    let path = path.to_ascii_lowercase();
    let mut parts: Vec<&str> = path.split("__").collect();
    let Some(name) = parts.pop().filter(|name| !name.is_empty()) else {
        bail!("it names no value")
    };
    let mut place = table;
    for part in parts {
        let inner = place.entry(part).or_insert_with(|| Value::Table(Table::new()));
        let Value::Table(inner) = inner else { bail!("{part} is a value, not a group") };
        place = inner;
    }
    place.insert(name.to_owned(), parsed(value));
    Ok(())
}

/// A number, a truth value or a list if it reads as one, a text otherwise.
fn parsed(value: &str) -> Value {
    let line = format!("value = {value}");
    let read = line.parse::<Table>().ok().and_then(|mut table| table.remove("value"));
    match read {
        Some(read @ (Value::Integer(_) | Value::Boolean(_) | Value::Array(_))) => read,
        _ => Value::String(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, read};

    fn with(file: &str, variables: &[(&str, &str)]) -> anyhow::Result<Config> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("cassetto.toml");
        std::fs::write(&path, file)?;
        read(
            Some(&path),
            variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn the_environment_goes_over_the_file_and_the_file_over_the_defaults() {
        let config = with(
            "[http]\nmax_connections = 5\n[log]\nlevel = 'warn'",
            &[
                ("CASSETTO__HTTP__MAX_CONNECTIONS", "7"),
                ("CASSETTO__LOG__JSON", "true"),
                ("CASSETTO__HTTP__TRUSTED_ORIGINS", "['https://www.example.it']"),
                ("CASSETTO__MAIL__FROM", "42@example.it"),
                ("CASSETTO", "not ours"),
                ("PATH", "/usr/bin"),
            ],
        )
        .unwrap();
        assert_eq!(config.http.max_connections, 7);
        assert_eq!((config.log.level.as_str(), config.log.json), ("warn", true));
        assert_eq!(config.http.trusted_origins, ["https://www.example.it"]);
        assert_eq!(config.mail.from, "42@example.it");
        assert_eq!(config.store, super::Store::default());
        assert_eq!(with("", &[]).unwrap(), Config::default());
    }

    #[test]
    fn what_does_not_exist_is_refused_by_name() {
        for (file, variables, named) in [
            ("[http]\nmax_conections = 5", &[][..], "max_conections"),
            ("[htpp]", &[], "htpp"),
            ("[log]\njson = 'yes'", &[], "json"),
            ("not toml", &[], "cassetto.toml"),
            ("", &[("CASSETTO__LOG__LEVLE", "info")], "CASSETTO__LOG__LEVLE"),
            ("", &[("CASSETTO__HTTP__MAX_CONNECTIONS", "many")], "CASSETTO__HTTP__MAX_CONNECTIONS"),
            ("", &[("CASSETTO__", "info")], "CASSETTO__"),
        ] {
            let error = format!("{:#}", with(file, variables).unwrap_err());
            assert!(error.contains(named), "{error}");
        }
        let missing = read(Some("nowhere.toml".as_ref()), std::iter::empty()).unwrap_err();
        assert!(format!("{missing:#}").contains("nowhere.toml"));
    }
}
