//! What became of each company, as a file; and all that somebody wrote to many.

use shared::bulk::{Export, ExportList, Obstacle, Row, Stage, Summary};
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

use super::service::shown;
use super::write::summaries;
use crate::app::App;
use crate::export::{self, Cell, Column, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (caller, today, bulk) = (call.caller, app.today(), request.bulk);
    let lang = export::lang(&app, &caller, request.lang)?;
    let shown = app.store().read(|tx| shown(tx, &caller, bulk, today))?;
    let sheet = Sheet {
        title: TITLE.of(lang).to_owned(),
        lang,
        columns: columns(lang),
        filters: Vec::new(),
    };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    export::make(&app, &caller, order, move |_, file| {
        for row in shown.rows {
            if file.push(&cells(row, lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// Those of the list.
pub(super) async fn list(app: App, call: Call, request: ExportList) -> Result<Download> {
    let (lang, person) = (export::lang(&app, &call.caller, request.lang)?, call.caller.person);
    let (title, columns) = (ALL.of(lang).to_owned(), summary_columns(lang));
    let sheet = Sheet { title, lang, columns, filters: Vec::new() };
    let (action, format) = (ExportList::SPEC.name, request.format);
    let order = Order { action, company: None, format, sheet };
    export::make(&app, &call.caller, order, move |tx, file| {
        for summary in summaries(tx, person)? {
            if file.push(&summary_cells(summary, lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

fn summary_cells(summary: Summary, lang: Lang) -> [Cell; 6] {
    let stage = match summary.stage {
        Stage::Written => phrase("In preparazione", "Being written", "In Vorbereitung"),
        Stage::Sending => phrase("In invio", "Being sent", "Wird gesendet"),
        Stage::Done => phrase("Conclusa", "Over", "Abgeschlossen"),
    };
    [
        summary.subject.into(),
        stage.of(lang).into(),
        summary.at.into(),
        summary.total.into(),
        summary.sent.into(),
        summary.refused.into(),
    ]
}

fn cells(row: Row, lang: Lang) -> [Cell; 7] {
    let obstacle = row.obstacle.map(|obstacle| why(obstacle).of(lang).to_owned());
    [
        row.name.into(),
        row.tax_code.into(),
        row.matricola.into(),
        row.office.into(),
        row.sent.map(|sent| sent.protocol.to_string()).into(),
        row.expected.into(),
        obstacle.into(),
    ]
}

const TITLE: Phrase =
    phrase("Richiesta a più aziende", "Request for several companies", "Sammelanfrage");
const ALL: Phrase =
    phrase("Richieste a più aziende", "Requests for several companies", "Sammelanfragen");

/// As the screen says it.
const fn why(obstacle: Obstacle) -> Phrase {
    match obstacle {
        Obstacle::Unknown => phrase("Nessuna delega", "No delegation", "Keine Vollmacht"),
        Obstacle::NoPosition => phrase("Nessuna posizione", "No position", "Keine Position"),
        Obstacle::Ceased => phrase("Azienda cessata", "Company ceased", "Betrieb erloschen"),
        Obstacle::NoOffice => phrase("Sede non trovata", "Office not found", "Stelle unbekannt"),
        Obstacle::TooLong => phrase("Testo troppo lungo", "Text too long", "Text zu lang"),
        Obstacle::NotOffered => phrase(
            "Argomento non trattato dalla sede",
            "Not a topic of the office",
            "Kein Thema der Stelle",
        ),
        Obstacle::NotACode => phrase(
            "Codice fiscale non valido",
            "The tax code is not valid",
            "Die Steuernummer ist ungültig",
        ),
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Azienda", "Company", "Betrieb"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (phrase("Posizione", "Position", "Position"), Kind::Code),
        (phrase("Sede", "Office", "Stelle"), Kind::Text),
        (phrase("Protocollo", "Protocol number", "Protokollnummer"), Kind::Code),
        (phrase("Risposta attesa", "Answer expected", "Antwort erwartet"), Kind::Day),
        (
            phrase("Perché non è stata inviata", "Why it was not sent", "Warum nicht gesendet"),
            Kind::Text,
        ),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn summary_columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Oggetto", "Subject", "Betreff"), Kind::Text),
        (phrase("Stato", "State", "Stand"), Kind::Text),
        (phrase("Quando", "When", "Wann"), Kind::Moment),
        (phrase("Aziende", "Companies", "Betriebe"), Kind::Count),
        (phrase("Inviate", "Sent", "Gesendet"), Kind::Count),
        (phrase("Non inviate", "Not sent", "Nicht gesendet"), Kind::Count),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}
