//! What became of each company, as a file.

use shared::bulk::{Export, Obstacle, Row};
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

use super::service::shown;
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

/// As the screen says it.
const fn why(obstacle: Obstacle) -> Phrase {
    match obstacle {
        Obstacle::Unknown => phrase("Nessuna delega", "No delegation", "Keine Vollmacht"),
        Obstacle::NoPosition => phrase("Nessuna posizione", "No position", "Keine Position"),
        Obstacle::Ceased => phrase("Azienda cessata", "Company ceased", "Unternehmen erloschen"),
        Obstacle::NoOffice => phrase("Sede non trovata", "Office not found", "Stelle unbekannt"),
        Obstacle::TooLong => phrase("Testo troppo lungo", "Text too long", "Text zu lang"),
        Obstacle::NotOffered => phrase(
            "Argomento non trattato dalla sede",
            "Not a topic of the office",
            "Kein Thema der Stelle",
        ),
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Azienda", "Company", "Unternehmen"), Kind::Text),
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
