//! What changed as a file: a line for each field that is different.

use shared::changes::{ChangeKind, ChangeRow, Export, FieldChange, Since};
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::sections::{self, Phrase, by_number, called, named, phrase};

use super::handlers::{changed, each};
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let sheet = Sheet {
        title: phrase("Che cosa è cambiato", "What changed", "Was sich geändert hat")
            .of(lang)
            .to_owned(),
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
        let Export { company, since, section, .. } = request;
        let wanted = Since { company, since, section, ..Since::default() };
        let clients = changed(tx, &reader, &caller, &wanted)?;
        each(tx, &clients, &wanted, None, reader.today(), &mut |row| {
            lines(&row, lang).iter().try_for_each(|line| file.push(line))
        })
    })
    .await
}

/// The lines of a change: one for each field, or one where it names none.
fn lines(row: &ChangeRow, lang: Lang) -> Vec<[Cell; 8]> {
    let section = by_number(row.subject.section);
    let line = |field: Option<&FieldChange>| {
        let known = field.and_then(|change| section?.field(&change.field).map(|(_, field)| field));
        let label = field.map(|change| {
            known.map_or_else(|| change.field.clone(), |field| field.label.of(lang).to_owned())
        });
        let value = |text: Option<&String>| match (text, known) {
            (Some(text), Some(field)) if field.kind == sections::Kind::Office => {
                Cell::text(named(field, text, &row.offices, lang))
            }
            (Some(text), Some(field)) => Cell::of(field, text, lang),
            (text, _) => text.cloned().into(),
        };
        [
            row.name.clone().into(),
            row.at.into(),
            kind(row.kind).of(lang).into(),
            section.map(|section| section.words.title.of(lang)).into(),
            called(section, &row.title, lang).into(),
            label.into(),
            value(field.and_then(|change| change.before.as_ref())),
            value(field.and_then(|change| change.after.as_ref())),
        ]
    };
    match row.fields.is_empty() {
        true => vec![line(None)],
        false => row.fields.iter().map(|field| line(Some(field))).collect(),
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Azienda", "Company", "Betrieb"), Kind::Text),
        (phrase("Quando", "When", "Wann"), Kind::Moment),
        (phrase("Che cosa è successo", "What happened", "Was geschah"), Kind::Text),
        (phrase("Archivio", "Archive", "Archiv"), Kind::Text),
        (phrase("Dato", "Record", "Eintrag"), Kind::Text),
        (phrase("Campo", "Field", "Feld"), Kind::Text),
        (phrase("Prima", "Before", "Vorher"), Kind::Text),
        (phrase("Adesso", "Now", "Jetzt"), Kind::Text),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn filters(request: &Export, lang: Lang) -> Vec<Filter> {
    let since = match request.since {
        Some(day) => Filter::by_code(
            "since",
            phrase("Dal", "Since", "Seit").of(lang),
            shared::format::day(day, lang),
            &day,
        ),
        None => Filter::by_code(
            "unseen",
            phrase("Quali", "Which", "Welche").of(lang),
            phrase("da vedere", "to be seen", "noch nicht gesehen").of(lang),
            &true,
        ),
    };
    let section = request.section.and_then(by_number).map(|section| {
        let label = phrase("Archivio", "Archive", "Archiv").of(lang);
        Filter::by_code("section", label, section.words.title.of(lang), &section.number)
    });
    [since].into_iter().chain(section).collect()
}

/// What happened, in a word.
pub(super) const fn kind(kind: ChangeKind) -> Phrase {
    match kind {
        ChangeKind::Added => phrase("Nuovo", "New", "Neu"),
        ChangeKind::Changed => phrase("Cambiato", "Changed", "Geändert"),
        ChangeKind::Removed => phrase("Tolto", "Removed", "Entfernt"),
    }
}
