//! `cargo xtask bench`: figures beside the floors of this very machine, so that they mean something on any other.

mod example;
mod figure;
mod grid;
mod lighthouse;
mod preflight;
mod start;

use crate::report::table;
use crate::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use clap::ValueEnum;
use figure::Figure;
use serde_json::json;
use std::fs;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Name {
    /// Requests a second, beside a bare hyper
    Http,
    /// Durable writes a second, beside `fdatasync`
    Store,
    /// Requests sent and registered by 256 clients, durable, beside `fdatasync`
    Requests,
    /// A message seen by the other side, with a thousand tabs open
    Live,
    /// Documents of 3 MB with their hash, beside writing them to the disk
    Upload,
    /// Reading in a large UniEmens file, beside reading it alone
    Import,
    /// Lists of sections, on a store of 10,000 companies
    Sections,
    /// Finding things among a million
    Search,
    /// The grid of clients, of three hundred and of ten thousand
    Practice,
    /// Evidence: of one company, of ten thousand anew, and the list of a practice
    Evidence,
    /// From start to listening, idle memory, size on disk
    Start,
    /// Lighthouse on a phone, median of five
    Lighthouse,
    /// The grid of ten thousand clients in a browser
    Grid,
    /// A UniEmens file of 30 MB checked in a browser, before it is sent
    Preflight,
}

/// Measures `names`, or everything when none is named; false when a figure misses its goal.
///
/// # Errors
/// When something cannot be built or measured.
pub fn run(ws: &Workspace, names: &[Name]) -> Result<bool> {
    let names = if names.is_empty() { Name::value_variants() } else { names };
    let mut all_met = true;
    for name in names {
        let figures = match name {
            Name::Http => example::run(ws, "bench_http"),
            Name::Store => example::run(ws, "bench_store"),
            Name::Requests => example::run(ws, "bench_requests"),
            Name::Live => example::run(ws, "bench_live"),
            Name::Upload => example::run(ws, "bench_upload"),
            Name::Import => example::run(ws, "bench_import"),
            Name::Sections => example::run(ws, "bench_sections"),
            Name::Search => example::run(ws, "bench_search"),
            Name::Practice => example::run(ws, "bench_practice"),
            Name::Evidence => example::run(ws, "bench_evidence"),
            Name::Start => start::run(ws),
            Name::Lighthouse => lighthouse::run(ws),
            Name::Grid => grid::run(ws),
            Name::Preflight => preflight::run(ws),
        };
        let figures = figures.with_context(|| format!("cannot measure {name:?}"))?;
        all_met &= show(&figures);
        keep(ws, &format!("{name:?}").to_lowercase(), &figures)?;
    }
    Ok(all_met)
}

/// Prints the figures; true when all goals are met.
fn show(figures: &[Figure]) -> bool {
    let cell = |text: Option<String>| text.unwrap_or_default();
    let row = |figure: &Figure| {
        let mark = match figure.met() {
            Some(true) => "✓",
            Some(false) => "✗",
            None => "",
        };
        vec![
            figure.name.clone(),
            format!("{} {}", figure::number(figure.value), figure.unit),
            cell(figure.floor.map(figure::number)),
            cell(figure.ratio.map(|ratio| format!("{ratio:.2}"))),
            cell(figure.goal_text()),
            mark.to_owned(),
        ]
    };
    let rows: Vec<_> = figures.iter().map(row).collect();
    table(&["figure", ">value", ">floor", ">ratio", ">goal", ""], &rows);
    figures.iter().all(|figure| figure.met() != Some(false))
}

/// Keeps the figures with the commit and the time that they belong to.
fn keep(ws: &Workspace, name: &str, figures: &[Figure]) -> Result<()> {
    let commit = step::answer(ws.command("git").args(["describe", "--always", "--dirty"]));
    let date = step::answer(ws.command("date").args(["-u", "+%Y-%m-%dT%H:%M:%SZ"]));
    let folder = ws.target.join("bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.json"));
    let kept = json!({ "name": name, "commit": commit, "date": date, "figures": figures });
    fs::write(&file, serde_json::to_vec_pretty(&kept)?)?;
    println!("  kept in {}", file.display());
    Ok(())
}
