//! The list of companies as a file.

use shared::companies::{CompanyRow, Export, List, PositionState};
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

use super::listed;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Rows, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let list = List { search: request.search, attention: request.attention, ..List::default() };
    let sheet = Sheet {
        title: phrase("Aziende", "Companies", "Betriebe").of(lang).to_owned(),
        lang,
        columns: columns(lang),
        filters: filters(&list, lang),
    };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    let (caller, today, reader) = (call.caller.clone(), app.today(), app.clone());
    export::make(&app, &call.caller, order, move |tx, rows| {
        push(rows, listed(tx, reader.summaries(), &caller, &list, today)?, lang);
        Ok(())
    })
    .await
}

fn push(rows: &mut Rows, companies: Vec<CompanyRow>, lang: Lang) {
    for row in companies {
        let (month, declared) = row.last_declared.unzip();
        let cells = [
            row.name.into(),
            row.tax_code.into(),
            row.matricola.map(|matricola| matricola.as_str().to_owned()).into(),
            row.office.into(),
            state_words(row.state).of(lang).into(),
            month.into(),
            declared.map(|state| crate::declarations::state_words(state).of(lang)).into(),
            row.due.into(),
            row.paid.into(),
            row.missing.into(),
            Cell::count(row.months_short),
            Cell::count(row.not_balanced),
        ];
        if rows.push(&cells).is_break() {
            return;
        }
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Azienda", "Company", "Betrieb"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (phrase("Matricola", "Matricola", "Matrikelnummer"), Kind::Code),
        (phrase("Sede", "Office", "Sitz"), Kind::Text),
        (phrase("Stato", "State", "Stand"), Kind::Text),
        (phrase("Ultimo mese", "Latest month", "Letzter Monat"), Kind::Month),
        (phrase("Stato del DM", "State of the DM", "Stand des DM"), Kind::Text),
        (phrase("Dovuto 12 mesi", "Due, 12 months", "Geschuldet, 12 Monate"), Kind::Euro),
        (phrase("Pagato 12 mesi", "Paid, 12 months", "Bezahlt, 12 Monate"), Kind::Euro),
        (phrase("Manca", "Missing", "Fehlt"), Kind::Euro),
        (phrase("Mesi scoperti", "Months short", "Offene Monate"), Kind::Count),
        (phrase("DM non quadrati", "DM not balanced", "DM nicht ausgeglichen"), Kind::Count),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(list: &List, lang: Lang) -> Vec<Filter> {
    let searched =
        list.search.as_deref().filter(|search| !search.trim().is_empty()).map(|search| {
            Filter::by_text("search", phrase("Ricerca", "Search", "Suche").of(lang), search)
        });
    let attention = (list.attention == Some(true)).then(|| {
        let label = phrase("Da guardare", "Wants a look", "Zu prüfen").of(lang);
        Filter::by_code("attention", label, phrase("sì", "yes", "ja").of(lang), &true)
    });
    searched.into_iter().chain(attention).collect()
}

/// The state of a position in words.
pub const fn state_words(state: PositionState) -> Phrase {
    match state {
        PositionState::Active => phrase("Attiva", "Active", "Aktiv"),
        PositionState::CeasedProvisionally => {
            phrase("Cessata provvisoriamente", "Ceased provisionally", "Vorläufig beendet")
        }
        PositionState::Ceased => phrase("Cessata", "Ceased", "Beendet"),
        PositionState::Suspended => phrase("Sospesa", "Suspended", "Ausgesetzt"),
        PositionState::Reactivated => phrase("Riattivata", "Reactivated", "Wieder aktiv"),
        PositionState::Bankrupt => phrase("Fallita", "Bankrupt", "Insolvent"),
    }
}
