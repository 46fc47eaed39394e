//! The files that somebody handed in, as a file.

use shared::endpoint::Endpoint;
use shared::intake::{Export, FileKind, Import, ImportState};
use shared::lang::Lang;
use shared::page::MAX_LIMIT;
use shared::sections::{Phrase, phrase};

use super::service;
use crate::app::App;
use crate::export::{self, Cell, Column, Kind, Order, Sheet};
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
        (phrase("File", "File", "Datei"), Kind::Text),
        (phrase("Tipo", "Kind", "Art"), Kind::Text),
        (phrase("Esito", "Outcome", "Ergebnis"), Kind::Text),
        (phrase("Aziende", "Companies", "Unternehmen"), Kind::Count),
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
