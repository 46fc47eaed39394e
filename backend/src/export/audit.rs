//! The audit log as a file. It is here and not in `audit`, since that is part of the platform and knows nothing of lists.

use std::ops::ControlFlow;

use shared::audit::{Entry, Export};
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::format;
use shared::lang::Lang;
use shared::sections::phrase;

use super::service::{Order, lang, make};
use super::sheet::{Cell, Column, Filter, Kind, Sheet};
use crate::app::App;
use crate::audit::service::each;
use crate::fault::Result;
use crate::http::call::{Call, Download};
use crate::http::route::{Route, download};

/// The endpoints of lists that are of no slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![download::<Export, _, _>(app, audit)]
}

async fn audit(app: App, call: Call, request: Export) -> Result<Download> {
    if request.from.zip(request.to).is_some_and(|(from, to)| to < from) {
        return Err(Fault::field("to", "before_from").into());
    }
    let lang = lang(&app, &call.caller, request.lang)?;
    let sheet = Sheet {
        title: phrase("Registro delle attività", "Audit log", "Prüfprotokoll").of(lang).to_owned(),
        lang,
        columns: columns(lang),
        filters: filters(&request, lang),
    };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    make(&app, &call.caller, order, move |tx, rows| {
        each(tx, |entry| {
            let day = entry.at.day_in_rome();
            if request.from.is_some_and(|from| day < from) {
                return ControlFlow::Break(());
            }
            if request.to.is_some_and(|to| to < day) {
                return ControlFlow::Continue(());
            }
            rows.push(&cells(entry))
        })
    })
    .await
}

fn cells(entry: Entry) -> [Cell; 8] {
    [
        Cell::count(entry.number),
        entry.at.into(),
        entry.person.map(|person| person.to_string()).into(),
        entry.action.into(),
        entry.company.map(|company| company.to_string()).into(),
        entry.subject.into(),
        entry.detail.into(),
        entry.chain.into(),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Numero", "Number", "Nummer"), Kind::Count),
        (phrase("Quando", "When", "Wann"), Kind::Moment),
        (phrase("Chi", "Who", "Wer"), Kind::Code),
        (phrase("Attività", "Action", "Vorgang"), Kind::Code),
        (phrase("Azienda", "Company", "Betrieb"), Kind::Code),
        (phrase("Oggetto", "Subject", "Gegenstand"), Kind::Code),
        (phrase("Dettagli", "Details", "Einzelheiten"), Kind::Text),
        (phrase("Catena", "Chain", "Kette"), Kind::Code),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let from = request.from.map(|day| {
        let label = phrase("Dal giorno", "From", "Ab").of(lang);
        Filter::by_code("from", label, format::day(day, lang), &day)
    });
    let to = request.to.map(|day| {
        let label = phrase("Al giorno", "To", "Bis").of(lang);
        Filter::by_code("to", label, format::day(day, lang), &day)
    });
    from.into_iter().chain(to).collect()
}
