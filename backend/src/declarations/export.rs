//! The workers of a declaration, as a file.

use std::ops::ControlFlow;

use shared::calendar::Month;
use shared::declarations::{DmState, ExportWorkers};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::format;
use shared::lang::Lang;
use shared::money::Euro;
use shared::sections::{Phrase, phrase};

use super::table::{MONTH_OF, WORKERS};
use crate::app::App;
use crate::export::{self, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{CompanyCall, Download};
use crate::store::{self, Span};

pub(super) async fn workers(
    app: App,
    call: CompanyCall,
    request: ExportWorkers,
) -> Result<Download> {
    let (company, declaration) = (call.access.company(), request.declaration);
    let lang = export::lang(&app, call.access.caller(), request.lang)?;
    let month = app
        .store()
        .read(|tx| MONTH_OF.get(tx, &(company, declaration)))?
        .and_then(Month::from_index)
        .ok_or(Fault::NotFound)?;
    let title =
        phrase("Lavoratori denunciati", "Workers declared", "Gemeldete Arbeitnehmer").of(lang);
    let sheet = Sheet {
        title: title.to_owned(),
        lang,
        columns: worker_columns(lang),
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
                let cells = [
                    worker.name.into(),
                    worker.tax_code.into(),
                    worker.code.into(),
                    Euro::from_cents(worker.base).into(),
                    Euro::from_cents(worker.contribution).into(),
                ];
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

fn worker_columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Lavoratore", "Worker", "Arbeitnehmer"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (phrase("Codice", "Code", "Kode"), Kind::Code),
        (phrase("Imponibile", "Wage", "Bemessungsgrundlage"), Kind::Euro),
        (phrase("Contributo", "Contribution", "Beitrag"), Kind::Euro),
    ]
    .into_iter()
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
