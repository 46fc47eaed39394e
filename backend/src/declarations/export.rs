//! Declarations, and the workers of one, as files.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::calendar::Month;
use shared::declarations::{DeclarationRow, DmState, Export, ExportWorkers, Scheme};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::fiscal::Matricola;
use shared::format;
use shared::lang::Lang;
use shared::money::Euro;
use shared::payments::PaidState;
use shared::sections::{Phrase, phrase};

use super::table::{DECLARATIONS, MONTH_OF, WORKERS};
use super::view;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{CompanyCall, Download};
use crate::ledger::service::dm_number;
use crate::store::{self, Span};

pub(super) async fn declarations(app: App, call: CompanyCall, request: Export) -> Result<Download> {
    let (company, today) = (call.access.company(), app.today());
    let lang = export::lang(&app, call.access.caller(), request.lang)?;
    let sheet = Sheet {
        title: phrase("UniEmens trasmessi", "UniEmens transmitted", "Übermittelte UniEmens")
            .of(lang)
            .to_owned(),
        lang,
        columns: columns(lang),
        filters: filters(&request, lang),
    };
    let order =
        Order { action: Export::SPEC.name, company: Some(company), format: request.format, sheet };
    export::make(&app, call.access.caller(), order, move |tx, rows| {
        let state = request.state.map(dm_number);
        let matricola = request.matricola.as_ref().map(Matricola::as_str);
        DECLARATIONS.scan(
            tx,
            &Span::prefix(&company),
            store::Order::Ascending,
            |(_, Reverse(month), Reverse(id)), record| {
                let wanted = request.year.is_none_or(|year| month.year() == i32::from(year))
                    && state.is_none_or(|state| record.state == state)
                    && matricola.is_none_or(|_| record.matricola.as_deref() == matricola);
                if !wanted {
                    return Ok(ControlFlow::Continue(()));
                }
                Ok(rows.push(&cells(view::row(tx, company, month, id, &record, today)?, lang)))
            },
        )?;
        Ok(())
    })
    .await
}

fn cells(row: DeclarationRow, lang: Lang) -> [Cell; 9] {
    let scheme = match row.scheme {
        Scheme::Employees => phrase("Dipendenti", "Employees", "Arbeitnehmer"),
        Scheme::Collaborators => phrase("Collaboratori", "Collaborators", "Mitarbeiter"),
    };
    [
        row.month.into(),
        row.matricola.into(),
        scheme.of(lang).into(),
        Cell::count(row.workers),
        row.due.into(),
        state_words(row.state).of(lang).into(),
        paid_words(row.paid).of(lang).into(),
        row.transmitted.into(),
        match row.superseded {
            true => phrase("sostituita", "superseded", "ersetzt").of(lang).into(),
            false => row.protocol.into(),
        },
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Competenza", "Month", "Monat"), Kind::Month),
        (phrase("Matricola", "Matricola", "Matrikelnummer"), Kind::Code),
        (phrase("Gestione", "Scheme", "Verwaltung"), Kind::Text),
        (phrase("Lavoratori", "Workers", "Arbeitnehmer"), Kind::Count),
        (phrase("Dovuto", "Due", "Geschuldet"), Kind::Euro),
        (phrase("Stato del DM", "State of the DM", "Stand des DM"), Kind::Text),
        (phrase("Pagamento", "Payment", "Zahlung"), Kind::Text),
        (phrase("Trasmesso", "Transmitted", "Übermittelt"), Kind::Moment),
        (phrase("Protocollo", "Protocol", "Protokoll"), Kind::Code),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let year = request.year.map(|year| {
        Filter::by_code("year", phrase("Anno", "Year", "Jahr").of(lang), year.to_string(), &year)
    });
    let state = request.state.map(|state| {
        let label = phrase("Stato del DM", "State of the DM", "Stand des DM").of(lang);
        Filter::by_code("state", label, state_words(state).of(lang), &dm_number(state))
    });
    let matricola = request.matricola.map(|matricola| {
        let label = phrase("Matricola", "Matricola", "Matrikel").of(lang);
        Filter::by_code("matricola", label, matricola.to_string(), &matricola)
    });
    year.into_iter().chain(state).chain(matricola).collect()
}

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

/// How a payment stands, in words.
const fn paid_words(state: PaidState) -> Phrase {
    match state {
        PaidState::Nothing => phrase("Niente da pagare", "Nothing due", "Nichts geschuldet"),
        PaidState::Paid => phrase("Pagato", "Paid", "Bezahlt"),
        PaidState::Excess => phrase("Pagato di più", "Overpaid", "Überzahlt"),
        PaidState::Short => phrase("Pagato in parte", "Paid in part", "Teilweise bezahlt"),
        PaidState::Unpaid => phrase("Non pagato", "Unpaid", "Unbezahlt"),
        PaidState::Pending => phrase("Nei termini", "Not due yet", "Noch nicht fällig"),
    }
}
