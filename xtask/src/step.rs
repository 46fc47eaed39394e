//! One external command as a step that a person can follow: what it does, how long it took, and where its output is.

use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Lines of a failed step's log that are shown.
const TAIL: usize = 60;

/// How a step ended.
pub struct Ended {
    /// Whether the command said that all went well.
    pub ok: bool,
    /// Everything that the command wrote.
    pub text: String,
    /// Where that text is kept.
    pub log: PathBuf,
}

/// Runs `command` under `title`, its output in a log. The text is for the caller to judge when the command fails.
///
/// # Errors
/// When the command cannot be started at all.
pub fn attempt(ws: &Workspace, title: &str, command: &mut Command) -> Result<Ended> {
    let log = ws.target.join("xtask").join(format!("{}.log", slug(title)));
    fs::create_dir_all(ws.target.join("xtask"))?;
    let out = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out);

    let start = Instant::now();
    let status = watch(title, command, start)?;
    let mark = if status.success() { '✓' } else { '✗' };
    println!("{mark} {title:<46} {:>7.1} s", start.elapsed().as_secs_f64());
    let text = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    Ok(Ended { ok: status.success(), text, log })
}

/// Like [`attempt`], but a command that fails is an error, told with the end of its log.
///
/// # Errors
/// When the command cannot be started or does not succeed.
pub fn run(ws: &Workspace, title: &str, command: &mut Command) -> Result<String> {
    let ended = attempt(ws, title, command)?;
    if !ended.ok {
        show_tail(&ended);
        bail!("{title} failed, as told above");
    }
    Ok(ended.text)
}

/// Prints the end of a step's log, the talk of tools at work left out.
pub fn show_tail(ended: &Ended) {
    let lines: Vec<&str> = ended.text.lines().filter(|line| !is_talk(line)).collect();
    let from = lines.len().saturating_sub(TAIL);
    for line in lines.iter().skip(from) {
        println!("  {line}");
    }
    println!("  all of it is in {}", ended.log.display());
}

/// Whether a line only says that a tool is at work: cargo or npm on a package, Playwright on the next of its tests.
fn is_talk(line: &str) -> bool {
    let busy = ["Compiling ", "Checking ", "Downloading ", "Downloaded ", "Blocking ", "npm warn "];
    let line = line.trim_start();
    let counted = line.strip_prefix('[').and_then(|rest| rest.split_once("] ["));
    let is_next = counted.is_some_and(|(count, _)| {
        count.split('/').all(|number| number.parse::<u32>().is_ok()) && line.contains(" › ")
    });
    is_next || busy.iter().any(|start| line.starts_with(start))
}

/// What a small, quick command prints, or `None` when it is missing or unhappy.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Waits for the command. A terminal gets a line that ticks; anything else one line at the start.
fn watch(title: &str, command: &mut Command, start: Instant) -> Result<ExitStatus> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().with_context(|| format!("cannot start {program}"))?;
    let ticking = stdout().is_terminal();
    if !ticking {
        println!("· {title} …");
    }
    let mut pause = Duration::from_millis(5);
    let mut ticked = None;
    loop {
        if let Some(status) = child.try_wait()? {
            if ticking {
                print!("\r\x1b[2K");
            }
            return Ok(status);
        }
        let seconds = start.elapsed().as_secs();
        if ticking && ticked != Some(seconds) {
            print!("\r\x1b[2K· {title} … {seconds} s");
            stdout().flush()?;
            ticked = Some(seconds);
        }
        sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

/// A title as a file name: `trunk build (wasm)` is `trunk-build-wasm`.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{is_talk, slug};

    #[test]
    fn titles_become_file_names() {
        assert_eq!(slug("Web app: trunk build (wasm)"), "web-app-trunk-build-wasm");
    }
    #[test]
    fn tests_that_begin_are_talk_and_what_failed_is_not() {
        assert!(is_talk("[257/309] [desk-light] › journeys/practice.spec.ts:8:1 › finds clients"));
        assert!(!is_talk("  1) [desk-light] › journeys/offline.spec.ts:4:1 › data read before"));
        assert!(!is_talk("    [desk-light] › journeys/offline.spec.ts:4:1 › data read before"));
        assert!(!is_talk("error[E0308]: mismatched types"));
    }
}
