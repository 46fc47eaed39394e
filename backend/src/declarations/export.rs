//! The workers of a declaration, as a file.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::Month;
use shared::declarations::{DmState, ExportWorkers};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::format;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::{Phrase, phrase};

use super::table::{DECLARATIONS, MONTH_OF, WORKERS};
use super::view;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{CompanyCall, Download};
use crate::store::{self, Span, StoreError};

pub(super) async fn workers(
    app: App,
    call: CompanyCall,
    request: ExportWorkers,
) -> Result<Download> {
    let (company, declaration) = (call.access.company(), request.declaration);
    let lang = export::lang(&app, call.access.caller(), request.lang)?;
    let found = app.store().read(|tx| {
        let month = MONTH_OF.get(tx, &(company, declaration))?.and_then(Month::from_index);
        let place = month.map(|month| (company, Reverse(month), Reverse(declaration)));
        let record = place.map(|place| DECLARATIONS.get(tx, &place)).transpose()?.flatten();
        Ok::<_, StoreError>(month.zip(record))
    })?;
    let (month, record) = found.ok_or(Fault::NotFound)?;
    let collaborators = record.matricola.is_none();
    let title =
        phrase("Lavoratori denunciati", "Workers declared", "Gemeldete Arbeitnehmer").of(lang);
    let sheet = Sheet {
        title: title.to_owned(),
        lang,
        columns: worker_columns(collaborators, lang),
        filters: vec![Filter::by_code(
            "declaration",
            phrase("Competenza", "Month", "Monat").of(lang),
            format::month(month, lang),
            &declaration,
        )],
    };
    let action = ExportWorkers::SPEC.name;
    let order = Order { action, company: Some(company), format: request.format, sheet };
    export::make(&app, call.access.caller(), order, move |tx, rows| {
        WORKERS.scan(tx, &Span::prefix(&declaration), store::Order::Ascending, |_, chunk| {
            for worker in chunk.workers {
                let mut cells: Vec<Cell> = vec![
                    worker.name.into(),
                    worker.tax_code.into(),
                    worker.code.into(),
                    Euro::from_cents(worker.base).into(),
                    Euro::from_cents(worker.contribution).into(),
                ];
                if collaborators {
                    let engaged = worker.engaged.map(view::engaged);
                    cells.extend([
                        engaged.map(|engaged| engaged.rate).into(),
                        engaged.and_then(|engaged| engaged.from).into(),
                        engaged.and_then(|engaged| engaged.to).into(),
                    ]);
                }
                if rows.push(&cells).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(())
    })
    .await
}

fn worker_columns(collaborators: bool, lang: Lang) -> Vec<Column> {
    const OF_COLLABORATORS: [(Phrase, Kind); 3] = [
        (phrase("Aliquota", "Rate", "Satz"), Kind::Rate),
        (phrase("Dal", "From", "Vom"), Kind::Day),
        (phrase("Al", "To", "Bis"), Kind::Day),
    ];
    let more = if collaborators { OF_COLLABORATORS.as_slice() } else { &[] };
    [
        (phrase("Lavoratore", "Worker", "Arbeitnehmer"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (phrase("Codice", "Code", "Kode"), Kind::Code),
        (phrase("Imponibile", "Wage", "Bemessungsgrundlage"), Kind::Euro),
        (phrase("Contributo", "Contribution", "Beitrag"), Kind::Euro),
    ]
    .into_iter()
    .chain(more.iter().copied())
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

/// The state of a virtual DM in words.
pub const fn state_words(state: DmState) -> Phrase {
    match state {
        DmState::Balanced => phrase("Quadrato", "Balanced", "Ausgeglichen"),
        DmState::Provisional => phrase("Provvisorio", "Provisional", "Vorläufig"),
        DmState::ProvisionalAnomalous => {
            phrase("Provvisorio anomalo", "Provisional, anomalous", "Vorläufig, abweichend")
        }
        DmState::NotGenerable => phrase("Non generabile", "Cannot be generated", "Nicht erzeugbar"),
    }
}
