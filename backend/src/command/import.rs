//! `cassetto import`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args as ClapArgs, Subcommand};
use shared::intake::{FileKind, ImportState, Report, explain};
use shared::lang::Lang;

use super::data::Data;
use super::say;
use super::text::{self, Texts};
use crate::intake::service::import_files;

/// What to import.
#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Subcommand)]
enum Kind {
    /// Monthly declarations, XML.
    Uniemens(Files),
    /// F24 payments: the telematic record, or a CSV of the same rows.
    F24(Files),
    /// Extracts of the register of companies, JSON.
    Registry(Files),
    /// Records of the sections of companies' files, JSON lines.
    Sections(Files),
}

#[derive(ClapArgs)]
struct Files {
    #[command(flatten)]
    data: Data,
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Imports the files and prints a report on each; fails if any was refused.
///
/// # Errors
/// If the store cannot be opened or written, or a file cannot be read.
pub async fn run(args: Args) -> Result<ExitCode> {
    let (kind, Files { data, files }) = match args.kind {
        Kind::Uniemens(files) => (FileKind::Uniemens, files),
        Kind::F24(files) => (FileKind::F24, files),
        Kind::Registry(files) => (FileKind::Registry, files),
        Kind::Sections(files) => (FileKind::Sections, files),
    };
    let app = data.app(data.open_or_new()?, data.config()?)?.build();
    let reports = import_files(&app, kind, &files).await?;
    let lang = text::of_environment(|name| std::env::var(name).ok());
    for report in &reports {
        say(printed(report, lang))?;
    }
    app.store().clone().close()?;
    let refused = reports.iter().any(|report| report.import.state == ImportState::Refused);
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// One line on the file, and one on each issue: `name:line:column: error: …`, which editors follow.
fn printed(report: &Report, lang: Lang) -> String {
    let texts = text::texts(lang);
    let import = &report.import;
    let mut lines = vec![format!("{}: {}", import.name, summary(report, texts))];
    for issue in &report.issues {
        let weight = if issue.code.is_warning() { texts.warning } else { texts.error };
        let what = explain(issue, lang);
        lines.push(format!("{}:{}:{}: {weight}: {what}", import.name, issue.line, issue.column));
    }
    let all = import.errors as usize + import.warnings as usize;
    if all > report.issues.len() {
        lines.push(format!("{}: {}", import.name, (texts.more)(all - report.issues.len())));
    }
    lines.join("\n")
}

fn summary(report: &Report, texts: &Texts) -> String {
    let import = &report.import;
    match import.state {
        ImportState::Accepted | ImportState::Running { .. } => {
            let counts = &import.counts;
            let counted = [
                (counts.companies, texts.companies),
                (counts.declarations, texts.declarations),
                (counts.workers, texts.workers),
                (counts.payments, texts.payments),
                (counts.rows, texts.rows),
                (counts.records, texts.records),
                (counts.skipped, texts.skipped),
            ];
            let counted = counted.into_iter().filter(|(count, _)| *count > 0);
            let counted: Vec<String> =
                counted.map(|(count, what)| format!("{what} {count}")).collect();
            match counted.is_empty() {
                true => texts.accepted.to_owned(),
                false => format!("{} ({})", texts.accepted, counted.join(", ")),
            }
        }
        ImportState::Refused => texts.refused.to_owned(),
        ImportState::Repeated => texts.repeated.to_owned(),
        ImportState::Interrupted => texts.interrupted.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use shared::calendar::Instant;
    use shared::ids::ImportId;
    use shared::intake::{Counts, FileKind, Import, ImportState, Issue, IssueCode, Report};
    use shared::lang::Lang;

    use super::printed;

    fn report(state: ImportState, issues: Vec<Issue>, errors: u32) -> Report {
        let import = Import {
            id: ImportId::from_u128(1),
            file_kind: FileKind::Uniemens,
            name: "may.xml".into(),
            size: 10,
            sha256: String::new(),
            at: Instant::from_millis(0),
            state,
            counts: Counts { declarations: 2, workers: 12, ..Counts::default() },
            errors,
            warnings: 0,
        };
        Report { import, issues }
    }

    #[test]
    fn a_refused_file_says_where_and_how_much_more() {
        let issue = Issue {
            code: IssueCode::TaxCode,
            line: 7,
            column: 3,
            found: Some("X".into()),
            expected: None,
        };
        let text = printed(&report(ImportState::Refused, vec![issue], 3), Lang::En);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert_eq!(lines[0], "may.xml: refused, nothing of it was stored");
        assert!(lines[1].starts_with("may.xml:7:3: error: "), "{text}");
        assert_eq!(lines[2], "may.xml: and 2 more");
    }

    #[test]
    fn an_accepted_file_says_what_it_held() {
        let text = printed(&report(ImportState::Accepted, Vec::new(), 0), Lang::It);
        assert_eq!(text, "may.xml: accettato (denunce 2, lavoratori 12)");
    }
}
