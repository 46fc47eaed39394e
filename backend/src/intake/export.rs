//! The files that somebody handed in, as a file; and what the report of one of them says.

use shared::endpoint::Endpoint;
use shared::format;
use shared::intake::{Export, ExportIssues, FileKind, Import, ImportState, Issue, Report, explain};
use shared::lang::Lang;
use shared::page::MAX_LIMIT;
use shared::sections::{Phrase, phrase};

use super::handlers::report;
use super::service;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn imports(app: App, call: Call, request: Export) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let sheet = Sheet {
        title: phrase("File importati", "Files imported", "Importierte Dateien")
            .of(lang)
            .to_owned(),
        lang,
        columns: columns(lang),
        filters: Vec::new(),
    };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    let person = call.caller.person;
    export::make(&app, &call.caller, order, move |tx, rows| {
        let mut cursor = None;
        loop {
            let page = service::page(tx, person, cursor.as_ref(), Some(MAX_LIMIT))?;
            for import in page.items {
                if rows.push(&cells(import, lang)).is_break() {
                    return Ok(());
                }
            }
            cursor = page.next;
            if cursor.is_none() {
                return Ok(());
            }
        }
    })
    .await
}

/// What is said of places in one.
pub(super) async fn issues(app: App, call: Call, request: ExportIssues) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let Report { import, issues } = report(&app, call.caller.person, request.import)?;
    let (title, filters) = (ISSUES.of(lang).to_owned(), filters(&import, lang));
    let sheet = Sheet { title, lang, columns: issue_columns(lang), filters };
    let (action, format) = (ExportIssues::SPEC.name, request.format);
    let order = Order { action, company: None, format, sheet };
    export::make(&app, &call.caller, order, move |_, rows| {
        for issue in issues {
            if rows.push(&issue_cells(issue, lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// Of which file, how it stands, and how much there is to say: the first of it are listed.
fn filters(import: &Import, lang: Lang) -> Vec<Filter> {
    let all = u64::from(import.errors) + u64::from(import.warnings);
    let (counted, outcome) = (format::integer(all, lang), OUTCOME.of(lang));
    let state_code = format!("{:?}", import.state);
    vec![
        Filter::by_code("import", FILE.of(lang), import.name.clone(), &import.id),
        Filter::by_code("state", outcome, state(import.state).of(lang), &state_code),
        Filter::by_code("issues", IN_ALL.of(lang), counted, &all),
    ]
}

fn issue_cells(issue: Issue, lang: Lang) -> [Cell; 6] {
    let severity = if issue.code.is_warning() { WARNING } else { ERROR };
    [
        explain(&issue, lang).into(),
        issue.line.into(),
        issue.column.into(),
        severity.of(lang).into(),
        issue.found.into(),
        issue.expected.into(),
    ]
}

fn issue_columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Che cosa non va", "What is wrong", "Was nicht stimmt"), Kind::Text),
        (phrase("Riga", "Line", "Zeile"), Kind::Count),
        (phrase("Colonna", "Column", "Spalte"), Kind::Count),
        (phrase("Tipo", "Kind", "Art"), Kind::Text),
        (phrase("Trovato", "Found", "Gefunden"), Kind::Code),
        (phrase("Atteso", "Expected", "Erwartet"), Kind::Code),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

const ISSUES: Phrase =
    phrase("Rapporto di un file importato", "Report of an imported file", "Importbericht");
const FILE: Phrase = phrase("File", "File", "Datei");
const OUTCOME: Phrase = phrase("Esito", "Outcome", "Ergebnis");
const IN_ALL: Phrase = phrase("Segnalazioni in tutto", "Issues in all", "Hinweise insgesamt");
const ERROR: Phrase = phrase("Errore", "Error", "Fehler");
const WARNING: Phrase = phrase("Avviso", "Warning", "Warnung");

fn cells(import: Import, lang: Lang) -> [Cell; 10] {
    let counts = import.counts;
    [
        import.at.into(),
        import.name.into(),
        kind(import.file_kind).of(lang).into(),
        state(import.state).of(lang).into(),
        Cell::count(counts.companies),
        Cell::count(counts.declarations),
        Cell::count(counts.workers),
        Cell::count(counts.payments),
        Cell::count(import.errors),
        Cell::count(import.warnings),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Consegnato", "Handed in", "Eingereicht"), Kind::Moment),
        (FILE, Kind::Text),
        (phrase("Tipo", "Kind", "Art"), Kind::Text),
        (OUTCOME, Kind::Text),
        (phrase("Aziende", "Companies", "Betriebe"), Kind::Count),
        (phrase("Denunce", "Declarations", "Meldungen"), Kind::Count),
        (phrase("Lavoratori", "Workers", "Arbeitnehmer"), Kind::Count),
        (phrase("F24", "F24 forms", "F24"), Kind::Count),
        (phrase("Errori", "Errors", "Fehler"), Kind::Count),
        (phrase("Avvisi", "Warnings", "Warnungen"), Kind::Count),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

const fn kind(kind: FileKind) -> Phrase {
    match kind {
        FileKind::Uniemens => phrase("UniEmens", "UniEmens", "UniEmens"),
        FileKind::F24 => phrase("F24", "F24", "F24"),
        FileKind::Sections => phrase("Archivi", "Archives", "Archive"),
        FileKind::Registry => phrase("Visure", "Register extracts", "Registerauszüge"),
    }
}

const fn state(state: ImportState) -> Phrase {
    match state {
        ImportState::Running { .. } => phrase("In lettura", "Being read", "Wird gelesen"),
        ImportState::Accepted => phrase("Accettato", "Accepted", "Angenommen"),
        ImportState::Refused => phrase("Rifiutato", "Refused", "Abgelehnt"),
        ImportState::Repeated => phrase("Già importato", "Imported before", "Bereits importiert"),
        ImportState::Interrupted => phrase("Interrotto", "Interrupted", "Unterbrochen"),
    }
}
