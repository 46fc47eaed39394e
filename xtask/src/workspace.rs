//! Where things are: the checkout, the build directory, and the folder of tools that we install for ourselves.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders that every task works with, all absolute.
pub struct Workspace {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's build directory: `CARGO_TARGET_DIR`, or `target` in the checkout.
    pub target: PathBuf,
    /// Tools installed by the set-up, shared by every checkout of this user.
    pub tools: PathBuf,
}

impl Workspace {
    /// Finds the folders from the environment that `cargo xtask` runs in.
    ///
    /// # Errors
    /// When there is no home folder to keep tools in, or the checkout cannot be read.
    pub fn locate() -> Result<Self> {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .join("..")
            .canonicalize()
            .context("cannot find the checkout of Cassetto")?;
        let target = match env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()) {
            Some(dir) => env::current_dir()?.join(dir),
            None => root.join("target"),
        };
        let cache = match env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()) {
            Some(dir) => PathBuf::from(dir),
            None => env::home_dir()
                .context("no home folder: set HOME or XDG_CACHE_HOME")?
                .join(".cache"),
        };
        Ok(Self { root, target, tools: cache.join("cassetto").join("tools") })
    }

    /// The folder of the app's sources and of its npm packages.
    pub fn frontend(&self) -> PathBuf {
        self.root.join("frontend")
    }

    /// The folder of the browser tests and of their npm packages.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// The web app as the server takes it in: files, their packed form and their manifest.
    pub fn packed(&self) -> PathBuf {
        self.target.join("web/packed")
    }

    /// An executable of ours: `profile` is the folder's name, `debug`, `release` or `quick`.
    pub fn executable(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// A command that runs in the checkout, finds our tools first, and builds into our target directory.
    pub fn command(&self, program: &str) -> Command {
        let path = self.search_path();
        let found = find_in(program, &path).unwrap_or_else(|| program.into());
        let mut command = Command::new(found);
        command.current_dir(&self.root).env("PATH", path).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// `cargo` with these words, taking the web app from where we packed it.
    pub fn cargo<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Command {
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let mut command = self.command(&cargo);
        command.args(words);
        command
    }

    /// Finds a program as [`Self::command`] would.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        find_in(program, &self.search_path())
    }

    /// `PATH` with the app's npm tools and our own tools in front.
    fn search_path(&self) -> OsString {
        let ours = [self.frontend().join("node_modules/.bin"), self.tools.join("bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = ours.into_iter().chain(env::split_paths(&inherited));
        env::join_paths(all).unwrap_or(inherited)
    }
}

/// The first `program` in the folders of `path`; one given with its folder is taken as it is.
fn find_in(program: &str, path: &OsString) -> Option<PathBuf> {
    if program.contains(std::path::MAIN_SEPARATOR) {
        return Some(program.into()).filter(|file: &PathBuf| file.is_file());
    }
    let names = [format!("{program}{}", env::consts::EXE_SUFFIX), format!("{program}.cmd")];
    env::split_paths(path)
        .flat_map(|dir| names.clone().map(|name| dir.join(name)))
        .find(|file| file.is_file())
}
