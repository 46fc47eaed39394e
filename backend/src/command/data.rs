//! Where the data are, and how they are opened.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::app::{App, Builder};
use crate::audit;
use crate::config::{self, Config};
use crate::people::service as people;
use crate::post::Post;
use crate::search::rebuild::{self, Searched};
use crate::store::{Options, Store};
use crate::{companies, declarations, evidence, payments, requests, sections};

/// Name of the store's file in the data folder.
const FILE: &str = "cassetto.redb";

/// Whatever can be found, by the slice that keeps it.
pub const SEARCHED: Searched = Searched {
    companies: companies::search::ids,
    sources: &[
        companies::search::docs,
        declarations::search::docs,
        payments::search::docs,
        sections::docs,
        evidence::search::docs,
    ],
    requests: requests::search::index,
};

/// What every command that touches data is told.
#[derive(Args)]
pub struct Data {
    /// Folder of the data.
    #[arg(long = "data", value_name = "DIR")]
    folder: PathBuf,
    /// Set-up file; see the operations guide.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Data {
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The store's file.
    pub fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// The set-up, from the file and the environment.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn config(&self) -> Result<Config> {
        // A variable that is not text cannot be one of ours.
        let texts = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        config::read(self.config.as_deref(), texts)
    }

    /// Opens the store, made if it is not there.
    ///
    /// # Errors
    /// If the folder cannot be made; those of [`Store::open`] and of building the index to find things by.
    pub fn open_or_new(&self) -> Result<Store> {
        std::fs::create_dir_all(&self.folder)
            .with_context(|| format!("{} cannot be made", self.folder.display()))?;
        let options = Options {
            cache_bytes: self.config()?.store.cache_mib * 1024 * 1024,
            ..Options::default()
        };
        let store = Store::open(&self.file(), options)?;
        if let Some(things) = rebuild::ensure(&store, &SEARCHED)? {
            tracing::info!(things, "indexed what can be found");
        }
        people::index_offices(&store)?;
        requests::service::make_ready(&store)?;
        Ok(store)
    }

    /// Opens the store that is there.
    ///
    /// # Errors
    /// If there is none; those of [`Store::open`].
    pub fn open(&self) -> Result<Store> {
        ensure!(self.file().exists(), "there is no store in {}", self.folder.display());
        self.open_or_new()
    }

    /// An app over a store of this folder, to be completed.
    ///
    /// # Errors
    /// If the set-up of the post is none.
    pub fn app(&self, store: Store, config: Config) -> Result<Builder> {
        let post = Post::set_up(&config, &self.folder)?;
        Ok(App::over(store).config(config).data_dir(self.folder.clone()).post(post))
    }
}

/// Whether nothing was ever done in the store: whatever is done is audited.
///
/// # Errors
/// Those of the store.
pub fn is_empty(app: &App) -> Result<bool> {
    Ok(app.store().read(|tx| audit::count(tx))? == 0)
}
