//! What was replaced, as a file.

use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::parameters::{Change, Export};
use shared::sections::phrase;

use super::handlers::changes;
use crate::app::App;
use crate::export::{self, Cell, Column, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let title =
        phrase("Storico dei parametri", "History of the parameters", "Verlauf der Parameter");
    let title = title.of(lang).to_owned();
    let sheet = Sheet { title, lang, columns: columns(lang), filters: Vec::new() };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    export::make(&app, &call.caller, order, move |tx, file| {
        for change in changes(tx)? {
            if file.push(&cells(change, lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

fn cells(change: Change, lang: Lang) -> [Cell; 6] {
    [
        Cell::count(change.number),
        change.subject.title().of(lang).into(),
        change.at.into(),
        change.by.into(),
        change.note.into(),
        Cell::yes(change.shipped, lang),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    let went_back = phrase(
        "Ritorno ai valori del programma",
        "Back to what the program came with",
        "Zurück zu den Werten des Programms",
    );
    [
        (phrase("Numero", "Number", "Nummer"), Kind::Count),
        (phrase("Gruppo", "Group", "Gruppe"), Kind::Text),
        (phrase("Quando", "When", "Wann"), Kind::Moment),
        (phrase("Chi", "Who", "Wer"), Kind::Text),
        (
            phrase(
                "Che cosa cambia, e per quale norma",
                "What changes, and by which law",
                "Was sich ändert, und nach welcher Norm",
            ),
            Kind::Text,
        ),
        (went_back, Kind::Text),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}
