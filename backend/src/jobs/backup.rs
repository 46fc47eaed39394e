//! Backups while the server runs, into the folder that the set-up names.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use shared::calendar::Instant;

use super::Duty;
use crate::app::App;
use crate::clock::HOUR;
use crate::store::manifest_path;
use crate::{fault, files};

/// Makes a backup when the last one is old enough, and removes those beyond the number to be kept.
pub const DUTY: Duty = Duty { name: "backup", every: HOUR / 4, run: |app| Box::pin(run(app)) };

/// What the files are called before and after the moment they were begun, in milliseconds.
const NAME: (&str, &str) = ("cassetto-", ".redb");

async fn run(app: App) -> fault::Result<()> {
    let settings = &app.config().backup;
    let Some(folder) = settings.folder.clone() else { return Ok(()) };
    let made = made(&folder)?;
    let now = app.now();
    let age = made.last().map(|(moment, _)| now.millis() - moment.millis());
    if age.is_some_and(|age| age < i64::from(settings.every_hours) * HOUR) {
        return Ok(());
    }
    let keep = settings.keep.max(1) as usize;
    let store = app.store().clone();
    let dest = folder.join(format!("{}{:014}{}", NAME.0, now.millis(), NAME.1));
    // Copying takes as long as the disk takes, and other tasks must not wait for it.
    let inside = app.clone();
    let copied = tokio::task::spawn_blocking(move || {
        // Whatever the copy of the store names is there until it is copied too.
        let _keep = inside.files().keep_blocking();
        let report = store.backup(&dest)?;
        files::back_up(inside.files(), &dest)?;
        Ok::<_, fault::Error>(report)
    });
    let report = copied.await.context("the backup was interrupted")??;
    tracing::info!(bytes = report.bytes, sha256 = report.sha256, "a backup was made");
    for (_, old) in made.iter().rev().skip(keep - 1) {
        remove(old)?;
    }
    Ok(())
}

/// The backups in the folder, the oldest first. The folder is made if it is not there.
fn made(folder: &Path) -> Result<Vec<(Instant, PathBuf)>> {
    std::fs::create_dir_all(folder).context("the backup folder cannot be made")?;
    let files = std::fs::read_dir(folder).context("the backup folder cannot be read")?;
    let mut made: Vec<(Instant, PathBuf)> = files
        .filter_map(|file| file.ok().map(|file| file.path()))
        .filter_map(|path| Some((moment(&path)?, path)))
        .collect();
    made.sort();
    Ok(made)
}

/// When a backup was begun; nothing if the file is none of ours.
fn moment(path: &Path) -> Option<Instant> {
    let digits = path.file_name()?.to_str()?.strip_prefix(NAME.0)?.strip_suffix(NAME.1)?;
    digits.parse().ok().map(Instant::from_millis)
}

fn remove(backup: &Path) -> Result<()> {
    // The checksum first: a backup without one is none, and half a removal leaves nothing that looks like one.
    for file in [manifest_path(backup), backup.to_owned()] {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).context("an old backup cannot be removed");
            }
            _ => {}
        }
    }
    files::prune(backup)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{App, Path, made, manifest_path};
    use crate::clock::{Clock, TestClock};
    use crate::config::{Backup, Config};
    use crate::jobs::run_until_idle;
    use crate::store::Store;

    fn app(folder: &Path, clock: &Arc<TestClock>) -> App {
        let backup = Backup { folder: Some(folder.to_owned()), every_hours: 24, keep: 2 };
        let config = Config { backup, ..Config::default() };
        App::over(Store::in_memory().unwrap())
            .clock(Arc::clone(clock) as Arc<dyn Clock>)
            .config(config)
            .build()
    }

    #[tokio::test]
    async fn a_backup_a_day_is_made_and_the_last_ones_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("backups");
        let clock = Arc::<TestClock>::default();
        let mut counts = Vec::new();
        for hour in 0..=72 {
            // A server that was restarted knows of the backups made before.
            run_until_idle(&app(&folder, &clock)).await.unwrap();
            if hour % 24 == 12 {
                counts.push(made(&folder).unwrap().len());
            }
            clock.advance_minutes(60);
        }
        assert_eq!(counts, [1, 2, 2]);
        let made = made(&folder).unwrap();
        assert_eq!(made.len(), 2);
        for (_, backup) in &made {
            assert!(manifest_path(backup).exists());
        }
        // Each with its checksum and its list of files.
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 6);
        let (_, last) = made.last().unwrap();
        Store::restore(last, &folder.join("restored.redb"), false).unwrap();
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_stops_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file, not a folder");
        std::fs::write(&file, "").unwrap();
        let clock = Arc::<TestClock>::default();
        assert_eq!(run_until_idle(&app(&file, &clock)).await.unwrap(), 0);
    }
}
