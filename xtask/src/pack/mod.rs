//! Turns trunk's output into what the server keeps in memory: every file, packed, the service worker
//! with its list of files, the hashes for the content security policy, and the Rust table that takes it all in.

pub mod budget;
pub mod bundle;
mod checker;
mod compress;
mod csp;
mod documents;
mod media;
mod rust;
mod worker;

use crate::web::stamp::hex;
use anyhow::{Context, Result};
use bundle::LATER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The packed web app, as `manifest.json` tells it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// Changes with any byte of the app: the name of the service worker's cache.
    pub version: String,
    /// Every file, by path.
    pub assets: Vec<Asset>,
    /// `sha256-…` sources, without quotes, of the inline scripts of the documents.
    pub script_hashes: Vec<String>,
    /// `sha256-…` sources, without quotes, of the inline styles of the documents.
    pub style_hashes: Vec<String>,
}

/// One file of the web app.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Asset {
    /// Where it is served, from the root: `/index.html`.
    pub path: String,
    /// Its media type.
    pub content_type: String,
    /// Whether its name carries a hash of its content, so that it may be kept for ever.
    pub immutable: bool,
    /// Its entity tag, quotes included.
    pub etag: String,
    /// Bytes as they are.
    pub raw: u64,
    /// Bytes as brotli, where it is packed.
    pub br: Option<u64>,
}

impl Manifest {
    /// Reads the manifest of an earlier packing.
    ///
    /// # Errors
    /// When there is none, or this tool does not understand it.
    pub fn read(packed: &Path) -> Result<Self> {
        Ok(serde_json::from_slice(&fs::read(packed.join("manifest.json"))?)?)
    }
}

/// What is packed: the folder of each build.
pub struct Builds {
    /// The first screens.
    pub entrance: PathBuf,
    /// The bundles after it, in the order of [`LATER`].
    pub later: [PathBuf; LATER.len()],
    /// The worker that checks files, of which only the code is taken.
    pub checker: PathBuf,
}

/// Packs the files of the builds into `packed`, replacing what is there; the manifest is written last.
///
/// # Errors
/// When files cannot be read or written, or the documents or the service worker are not as they must be.
pub fn pack(builds: &Builds, packed: &Path) -> Result<Manifest> {
    let Builds { entrance, later, checker } = builds;
    let later = LATER.iter().zip(later).map(|(bundle, build)| Ok((bundle, read(build)?)));
    let mut files = documents::join(read(entrance)?, later.collect::<Result<_>>()?)?;
    checker::add(&mut files, read(checker)?)?;
    let (script_hashes, style_hashes) = documents::hashes(&files)?;
    let version = version(&files);
    worker::fill(&mut files, &version)?;

    if packed.exists() {
        fs::remove_dir_all(packed)?;
    }
    let assets =
        files.iter().map(|(path, bytes)| write(packed, path, bytes)).collect::<Result<Vec<_>>>()?;
    let manifest = Manifest { version, assets, script_hashes, style_hashes };
    fs::write(packed.join(rust::FILE), rust::table(&manifest))?;
    fs::write(packed.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
    Ok(manifest)
}

/// All files below `folder` under the paths that they are served at.
fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

/// Reads all files below `folder` under the paths that they are served at.
fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().context("a file name is not UTF-8")?;
        let path = format!("{prefix}/{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else if !name.starts_with('.') {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// A name for exactly this app.
fn version(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files {
        hash.update(path);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hex(&hash.finalize())[..16].to_owned()
}

/// Writes one file and its smaller form.
fn write(packed: &Path, path: &str, bytes: &[u8]) -> Result<Asset> {
    let content_type = media::content_type(path);
    let packed_form = match media::compressible(content_type) {
        true => compress::brotli(bytes)?,
        false => None,
    };
    let file = packed.join(&path[1..]);
    fs::create_dir_all(file.parent().unwrap_or(packed))?;
    fs::write(&file, bytes)?;
    if let Some(br) = &packed_form {
        fs::write(packed.join(format!("{}.br", &path[1..])), br)?;
    }
    Ok(Asset {
        path: path.to_owned(),
        content_type: content_type.to_owned(),
        immutable: media::hash_named(path),
        etag: format!("\"{}\"", &hex(&Sha256::digest(bytes))[..16]),
        raw: bytes.len() as u64,
        br: packed_form.map(|br| br.len() as u64),
    })
}

#[cfg(test)]
mod tests;
