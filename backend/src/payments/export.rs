//! F24 rows as a file.

use std::cmp::Reverse;
use std::ops::ControlFlow;

use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::payments::{Export, PaymentRow};
use shared::sections::phrase;

use super::service;
use super::table::FORMS;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{CompanyCall, Download};
use crate::store::{self, Span};

pub(super) async fn rows(app: App, call: CompanyCall, request: Export) -> Result<Download> {
    let (company, today) = (call.access.company(), app.today());
    let lang = export::lang(&app, call.access.caller(), request.lang)?;
    let sheet = Sheet {
        title: phrase("Versamenti F24", "F24 payments", "F24-Zahlungen").of(lang).to_owned(),
        lang,
        columns: columns(lang),
        filters: filters(&request, lang),
    };
    let order =
        Order { action: Export::SPEC.name, company: Some(company), format: request.format, sheet };
    export::make(&app, call.access.caller(), order, move |tx, file| {
        FORMS.scan(
            tx,
            &Span::prefix(&company),
            store::Order::Ascending,
            |(_, Reverse(day), Reverse(id)), form| {
                if request.year.is_some_and(|year| day.year() != i32::from(year)) {
                    return Ok(ControlFlow::Continue(()));
                }
                for row in service::rows(tx, company, day, id, &form, today)? {
                    let wanted = request.loose != Some(true) || row.matched.is_loose();
                    if wanted && file.push(&cells(row, lang)).is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                Ok(ControlFlow::Continue(()))
            },
        )?;
        Ok(())
    })
    .await
}

fn cells(row: PaymentRow, lang: Lang) -> [Cell; 9] {
    let listed = row.listed();
    [
        row.day.into(),
        row.office.into(),
        row.causale.into(),
        row.code.into(),
        row.from.into(),
        row.to.into(),
        row.debit.into(),
        row.credit.into(),
        listed.map_or("", |listed| listed.words(lang)).into(),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Pagato il", "Paid on", "Bezahlt am"), Kind::Day),
        (phrase("Sede", "Office", "Sitz"), Kind::Code),
        (phrase("Causale", "Causale", "Zahlungsgrund"), Kind::Code),
        (phrase("Matricola o codice", "Matricola or code", "Matrikelnummer oder Kode"), Kind::Code),
        (phrase("Dal mese", "From month", "Ab Monat"), Kind::Month),
        (phrase("Al mese", "To month", "Bis Monat"), Kind::Month),
        (phrase("Debito", "Debit", "Schuld"), Kind::Euro),
        (phrase("Credito", "Credit", "Guthaben"), Kind::Euro),
        (phrase("Abbinamento", "Matched with", "Zuordnung"), Kind::Text),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let year = request.year.map(|year| {
        Filter::by_code("year", phrase("Anno", "Year", "Jahr").of(lang), year.to_string(), &year)
    });
    let loose = (request.loose == Some(true)).then(|| {
        let label =
            phrase("Solo non abbinati", "Only not matched", "Nur nicht zugeordnete").of(lang);
        Filter::by_code("loose", label, phrase("sì", "yes", "ja").of(lang), &true)
    });
    year.into_iter().chain(loose).collect()
}
