//! A section as a file, and one of its records as a document to keep.

use bytes::Bytes;
use shared::endpoint::Endpoint;
use shared::fault::Fault;
use shared::format;
use shared::lang::Lang;
use shared::requests::words as request_words;
use shared::sections::{
    Document as Request, Export, Field, FieldRole, Filter as Condition, Kind, Phrase, Record,
    Section, called, cell, phrase, written,
};

use super::handlers::{entry, readable};
use super::{rows, select, view};
use crate::app::App;
use crate::audit::{self, NewEntry};
use crate::companies::service as companies;
use crate::export::pdf::{Document, Look};
use crate::export::{Cell, Column, Filter, Order, Sheet, lang, make};
use crate::fault::{Error, Result};
use crate::http::call::{CompanyCall, Download};

const SEARCH: Phrase = phrase("Ricerca", "Search", "Suche");
const MOMENT: Phrase = phrase("Dati al (Roma)", "Data as of (Rome)", "Daten vom (Rom)");
const SOURCE: Phrase = phrase("Fonte", "Source", "Quelle");
const DATA: Phrase =
    phrase("Che cosa dice l'archivio", "What the archive says", "Was das Archiv sagt");
const REMOVED: Phrase = phrase(
    "Questa voce è stata tolta dall'archivio: ecco che cosa diceva.",
    "This record was removed from the archive: this is what it last said.",
    "Dieser Eintrag wurde aus dem Archiv entfernt: So lautete er zuletzt.",
);
const NO_ORIGINAL: Phrase = phrase(
    "È un estratto dei dati dell'archivio. Non è l'atto o la lettera originale e non la sostituisce.",
    "This is an extract of the archive's data. It is not the original act or letter, and does not stand in for it.",
    "Dies ist ein Auszug der Daten des Archivs. Er ist nicht der Akt oder Brief selbst und ersetzt ihn nicht.",
);
const SIMULATED: Phrase = phrase(
    "Questo è un simulatore: l'azienda e i suoi dati sono inventati.",
    "This is a simulator: the company and its data are invented.",
    "Dies ist ein Simulator: Der Betrieb und seine Daten sind erfunden.",
);

/// Hands out the records that the list would show.
pub(super) async fn export(app: App, call: CompanyCall, request: Export) -> Result<Download> {
    let section = readable(&call.access, &request.section)?;
    let (caller, company) = (call.access.caller().clone(), call.access.company());
    let lang = lang(&app, &caller, request.lang)?;
    let shown: Vec<(usize, &'static Field)> = section
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.role != FieldRole::Hidden)
        .collect();
    let sheet = Sheet {
        title: section.words.title.of(lang).to_owned(),
        lang,
        columns: shown.iter().map(|(_, field)| Column::of(field, lang)).collect(),
        filters: filters(section, &request, lang)?,
    };
    let order =
        Order { action: Export::SPEC.name, company: Some(company), format: request.format, sheet };
    let today = app.today();
    make(&app, &caller, order, move |tx, file| {
        let query = select::Query {
            search: request.search.as_deref(),
            filter: request.filter.as_deref(),
            sort: request.sort.as_deref(),
        };
        let all = rows::all(tx, company, section, today)?;
        for row in select::select(section, all, query)? {
            let cells: Vec<Cell> = shown
                .iter()
                .map(|(place, field)| match (field.kind, row.cells.get(*place)) {
                    (Kind::Office, _) => {
                        Cell::text(written(&row, *place, field, lang).unwrap_or_default())
                    }
                    (_, Some(Some(text))) => Cell::of(field, text, lang),
                    _ => Cell::Empty,
                })
                .collect();
            if file.push(&cells).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// Hands out what the archive says of a record. Nobody is given a document before the audit log says so.
pub(super) async fn document(app: App, call: CompanyCall, request: Request) -> Result<Download> {
    let section = readable(&call.access, &request.section)?;
    let (caller, company, today) = (call.access.caller(), call.access.company(), app.today());
    let lang = lang(&app, caller, request.lang)?;
    let (record, whose) = app.store().read(|tx| {
        let record = view::record(tx, &call.access, section, &request.key, today)?;
        let whose = companies::name_and_code(tx, company)?;
        Ok::<_, Error>((record.ok_or(Fault::NotFound)?, whose.ok_or(Fault::NotFound)?))
    })?;
    let bytes = extract(&app, section, &record, &whose, lang);
    let entry = entry(Request::SPEC.name, &call.access, section, &request.key);
    let (entry, now) = (NewEntry { person: Some(caller.person), ..entry }, app.now());
    app.store().transact(move |tx| audit::append(tx, now, entry.clone())).await?;
    Ok(Download::attachment(format!("{}.pdf", section.slug), "application/pdf", bytes))
}

fn extract(
    app: &App,
    section: &'static Section,
    record: &Record,
    (name, tax_code): &(String, String),
    lang: Lang,
) -> Bytes {
    let words = &section.words;
    let title = called(Some(section), section.title(&record.row.cells), lang);
    let mut document = Document::new(&format!("{} · {title}", words.title.of(lang)), lang);
    if app.demo() {
        document.paragraph(SIMULATED.of(lang));
    }
    if record.removed {
        document.paragraph(REMOVED.of(lang));
    }
    document.paragraph(NO_ORIGINAL.of(lang));
    document.pair(request_words::COMPANY.of(lang), &format!("{name} · {tax_code}"), Look::Words);
    document.pair(MOMENT.of(lang), &format::instant(app.now(), lang), Look::Words);
    document.pair(SOURCE.of(lang), words.source.of(lang), Look::Words);
    document.heading(DATA.of(lang));
    let shown = section.fields.iter().enumerate();
    for (place, field) in shown.filter(|(_, field)| field.role != FieldRole::Hidden) {
        if let Some(text) = written(&record.row, place, field, lang) {
            let look = match field.kind {
                Kind::Number(_) | Kind::PersonCode | Kind::TaxCode | Kind::Matricola => Look::Code,
                _ => Look::Words,
            };
            document.pair(field.label(lang), &text, look);
        }
    }
    document.finish()
}

/// What chose the rows, in words.
fn filters(section: &'static Section, request: &Export, lang: Lang) -> Result<Vec<Filter>> {
    let mut filters = Vec::new();
    if let Some(search) = request.search.as_deref().filter(|search| !search.trim().is_empty()) {
        filters.push(Filter::by_text("search", SEARCH.of(lang), search));
    }
    let conditions = Condition::parse(section, request.filter.as_deref().unwrap_or_default())
        .map_err(|_| Error::field("filter", "not_a_filter"))?;
    for condition in conditions {
        let field = condition.field;
        let read = |end: &Option<String>| end.as_deref().map(|text| cell(field, text, lang));
        let (from, to) = (read(&condition.from), read(&condition.to));
        let value = match from == to {
            true => from.unwrap_or_default(),
            false => format!("{} – {}", from.unwrap_or_default(), to.unwrap_or_default()),
        };
        let label = field.label(lang);
        filters.push(match field.kind {
            Kind::PersonCode | Kind::TaxCode => Filter::by_text(field.name, label, value),
            _ => {
                let ends = [&condition.from, &condition.to].map(|end| end.as_deref().unwrap_or(""));
                Filter::by_code(field.name, label, value, &ends.join(".."))
            }
        });
    }
    Ok(filters)
}
