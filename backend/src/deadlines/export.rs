//! Deadlines as a file.

use shared::deadlines::{DeadlineRow, Export, State};
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

use super::list::{asked, items, span, wanted};
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (lang, today) = (export::lang(&app, &call.caller, request.lang)?, app.today());
    let sheet = Sheet {
        title: phrase("Scadenze", "Deadlines", "Fristen").of(lang).to_owned(),
        lang,
        columns: columns(lang),
        filters: filters(&request, lang),
    };
    let order = Order {
        action: Export::SPEC.name,
        company: request.company,
        format: request.format,
        sheet,
    };
    let (caller, reader) = (call.caller.clone(), app.clone());
    export::make(&app, &call.caller, order, move |tx, file| {
        let rows = asked(tx, &reader, &caller, request.company)?;
        let span = span(request.from, request.to, today);
        for item in items(&rows, span, today, wanted(request.kind, request.state, today)) {
            if file.push(&cells(item.shown(today), lang)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

fn cells(row: DeadlineRow, lang: Lang) -> [Cell; 9] {
    let (what, purpose) = (row.what().of(lang), row.purpose().map(|purpose| purpose.of(lang)));
    [
        row.day.into(),
        row.name.into(),
        what.into(),
        row.month.into(),
        row.title.into(),
        purpose.into(),
        row.source.into(),
        state_words(row.state).of(lang).into(),
        row.amount.into(),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Scadenza", "Deadline", "Frist"), Kind::Day),
        (phrase("Cliente", "Client", "Kunde"), Kind::Text),
        (phrase("Che cosa scade", "What is due", "Was fällig ist"), Kind::Text),
        (phrase("Competenza", "Month of competence", "Kompetenzmonat"), Kind::Month),
        (phrase("Numero", "Number", "Nummer"), Kind::Code),
        (phrase("Per", "To", "Um"), Kind::Text),
        (phrase("Norma", "Law", "Rechtsgrundlage"), Kind::Text),
        (phrase("Stato", "State", "Stand"), Kind::Text),
        (phrase("Importo", "Amount", "Betrag"), Kind::Euro),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let kind = request.kind.map(|kind| {
        let label = phrase("Che cosa scade", "What is due", "Was fällig ist").of(lang);
        Filter::by_code("kind", label, kind.words().of(lang), &format!("{kind:?}"))
    });
    let state = request.state.map(|state| {
        let label = phrase("Stato", "State", "Stand").of(lang);
        Filter::by_code("state", label, state_words(state).of(lang), &format!("{state:?}"))
    });
    let day = |field, label: Phrase, day: Option<shared::calendar::Day>| {
        day.map(|day| Filter::by_code(field, label.of(lang), shared::format::day(day, lang), &day))
    };
    let from = day("from", phrase("Dal", "From", "Von"), request.from);
    let to = day("to", phrase("Al", "To", "Bis"), request.to);
    [kind, state, from, to].into_iter().flatten().collect()
}

const fn state_words(state: State) -> Phrase {
    match state {
        State::Overdue => phrase("Scaduta", "Overdue", "Überfällig"),
        State::Today => phrase("Oggi", "Today", "Heute"),
        State::Week => phrase("Entro 7 giorni", "Within 7 days", "Binnen 7 Tagen"),
        State::Month => phrase("Entro 30 giorni", "Within 30 days", "Binnen 30 Tagen"),
        State::Later => phrase("Più avanti", "Later", "Später"),
        State::Done => phrase("Fatta", "Done", "Erledigt"),
    }
}
