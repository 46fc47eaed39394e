//! What one was told, as a file.

use std::ops::ControlFlow;

use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::notifications::{Event, Export, Messages, Placeholder};
use shared::sections::{Phrase, phrase};

use super::each;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};
use crate::notifications::table::Note;
use crate::notifications::text::{self, COMPANY};
use crate::parameters::service as parameters;

const TITLE: Phrase = phrase("Avvisi", "Notifications", "Mitteilungen");
const ONE: Phrase = phrase("Avviso", "Notification", "Mitteilung");

pub(in crate::notifications) async fn export(
    app: App,
    call: Call,
    request: Export,
) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let (title, filters) = (TITLE.of(lang).to_owned(), filters(&request, lang));
    let sheet = Sheet { title, lang, columns: columns(lang), filters };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    let person = call.caller.person;
    export::make(&app, &call.caller, order, move |tx, file| {
        let asked = (request.unread == Some(true), request.event);
        let messages = parameters::messages(tx)?;
        each(tx, (person, u64::MAX), asked, |_, note, unread| {
            match cells(note, unread, lang, &messages) {
                Some(cells) => file.push(&cells),
                None => ControlFlow::Continue(()),
            }
        })
    })
    .await
}

/// A row; none if a newer program wrote it.
fn cells(note: Note, unread: bool, lang: Lang, messages: &Messages) -> Option<[Cell; 7]> {
    let event = Event::from_number(note.event)?;
    // What has a column of its own is not said twice, unless somebody's words name it.
    let mut words = note.words;
    let (protocol, company) = (words.protocol.clone(), words.company.take());
    let own = messages.of(event, lang);
    if !own.is_some_and(|own| own.names(Placeholder::Protocol)) {
        words.protocol = None;
    }
    let told = text::told(event, &words, lang, messages);
    Some([
        note.at.into(),
        told.title.into(),
        protocol.into(),
        company.into(),
        told.lead.into(),
        told.lines.join("; ").into(),
        Cell::yes(!unread, lang),
    ])
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Quando", "When", "Wann"), Kind::Moment),
        (ONE, Kind::Text),
        (phrase("Protocollo", "Protocol number", "Protokollnummer"), Kind::Code),
        (COMPANY, Kind::Text),
        (phrase("Che cosa è successo", "What happened", "Was geschehen ist"), Kind::Text),
        (phrase("Dettagli", "Details", "Einzelheiten"), Kind::Text),
        (phrase("Letto", "Read", "Gelesen"), Kind::Text),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let unread = request.unread.filter(|unread| *unread).map(|unread| {
        let label = phrase("Quali", "Which", "Welche").of(lang);
        let words = phrase("da leggere", "unread", "ungelesen").of(lang);
        Filter::by_code("unread", label, words, &unread)
    });
    let event = request.event.map(|event| {
        Filter::by_code("event", ONE.of(lang), text::title(event).of(lang), &format!("{event:?}"))
    });
    [unread, event].into_iter().flatten().collect()
}
