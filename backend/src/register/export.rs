//! The register of a day as a file: one row for all that was registered and one for all that was annulled, so that a closed day gives the
//! same file whenever it is asked for. And the days that are closed, and the lines that somebody looked for.

use bytes::Bytes;
use shared::calendar::{Day, Instant};
use shared::endpoint::Endpoint;
use shared::format;
use shared::lang::Lang;
use shared::offices::OfficeCode;
use shared::register::{ClosedDay, Direction, Enclosed, Export, ExportDays, ExportFound, Line};
use shared::sections::{Phrase, phrase};

use super::close::HAND_OVER;
use super::days::annulled_on;
use super::find::{Search, closed_days};
use super::show::{closed, lines, office_of, registered};
use super::table::Closing;
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Rows, Sheet, Stamp, service};
use crate::fault::{Error, Result};
use crate::files::hexadecimal;
use crate::http::call::{Call, Download};
use crate::offices::service as offices;
use crate::store::ReadTx;

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (today, day) = (app.today(), request.day);
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let (office, sheet) = app.store().read(|tx| {
        let office = office_of(tx, &call.caller, request.office, today)?;
        let closed = closed(tx, office.number(), day)?;
        Ok::<_, Error>((office, of_day(tx, office, day, closed.map(|end| end.digest), lang)?))
    })?;
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    export::make(&app, &call.caller, order, move |tx, file| fill(tx, (office, day), lang, file))
        .await
}

/// A day that is closed, as the server hands it over: in Italian, and as of the moment at which it was closed.
pub(super) fn handed_over(
    tx: &dyn ReadTx,
    office: OfficeCode,
    day: Day,
    Closing { at, digest }: &Closing,
) -> Result<Bytes> {
    let sheet = of_day(tx, office, day, Some(hexadecimal(digest)), Lang::It)?;
    let stamp = Stamp { person: SERVER.to_owned(), at: *at, company: None };
    service::csv(sheet, HAND_OVER, &stamp, |file| fill(tx, (office, day), Lang::It, file))
}

/// Everything of the file of a day but its rows.
fn of_day(
    tx: &dyn ReadTx,
    office: OfficeCode,
    day: Day,
    closed: Option<String>,
    lang: Lang,
) -> Result<Sheet> {
    let (said, label) = (format::day(day, lang), |words: Phrase| words.of(lang));
    let of_office = of_office(tx, office, day, lang)?;
    let mut filters = vec![of_office, Filter::by_code("day", label(DAY), said, &day)];
    filters.extend(closed.map(|digest| Filter::by_text("closed", label(CLOSING), digest)));
    Ok(Sheet { title: label(TITLE).to_owned(), lang, columns: columns(lang), filters })
}

/// What was registered on a day, and what was annulled.
fn fill(
    tx: &dyn ReadTx,
    (office, day): (OfficeCode, Day),
    lang: Lang,
    file: &mut Rows,
) -> Result<()> {
    let given = lines(tx, registered(tx, office.number(), day)?)?;
    let annulled = lines(tx, annulled_on(tx, office.number(), day)?)?;
    let rows = given.into_iter().map(|line| cells(Line { annulled: None, ..line }, lang));
    let rows = rows.chain(annulled.into_iter().map(|line| cells(line, lang)));
    for row in rows {
        if file.push(&row).is_break() {
            break;
        }
    }
    Ok(())
}

/// The days that are closed, as a file.
pub(super) async fn export_days(app: App, call: Call, request: ExportDays) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let today = app.today();
    let (office, of_office) = app.store().read(|tx| {
        let office = office_of(tx, &call.caller, request.office, today)?;
        Ok::<_, Error>((office, of_office(tx, office, today, lang)?))
    })?;
    let (title, filters) = (CLOSED_DAYS.of(lang).to_owned(), vec![of_office]);
    let sheet = Sheet { title, lang, columns: day_columns(lang), filters };
    let (action, format) = (ExportDays::SPEC.name, request.format);
    let order = Order { action, company: None, format, sheet };
    export::make(&app, &call.caller, order, move |tx, file| {
        for day in closed_days(tx, office.number())? {
            if file.push(&day_cells(day)).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// The lines that somebody looked for, as a file: each once, whether it was annulled or not.
pub(super) async fn export_found(app: App, call: Call, request: ExportFound) -> Result<Download> {
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let search = Search::of(&app, &call.caller, &request.list())?;
    let of_office = app.store().read(|tx| of_office(tx, search.office, app.today(), lang))?;
    let mut filters =
        vec![of_office, Filter::by_text("text", WANTED.of(lang), request.text.trim())];
    if search.number.is_none() {
        let day = |field, label: Phrase, day| {
            Filter::by_code(field, label.of(lang), format::day(day, lang), &day)
        };
        filters.extend([day("from", FROM, search.from), day("to", TO, search.to)]);
    }
    let sheet = Sheet { title: FOUND.of(lang).to_owned(), lang, columns: columns(lang), filters };
    let (action, format) = (ExportFound::SPEC.name, request.format);
    let order = Order { action, company: None, format, sheet };
    export::make(&app, &call.caller, order, move |tx, file| {
        search.each(tx, None, |_, line| {
            let (way, at) = (way(&line), line.at);
            file.push(&row(line, way, at, lang))
        })
    })
    .await
}

fn of_office(tx: &dyn ReadTx, office: OfficeCode, day: Day, lang: Lang) -> Result<Filter> {
    let called = offices::name(tx, office, day)?;
    Ok(Filter::by_code("office", OFFICE.of(lang), called, &office))
}

fn day_cells(closed: ClosedDay) -> [Cell; 6] {
    [
        closed.day.into(),
        Cell::count(closed.received),
        Cell::count(closed.sent),
        Cell::count(closed.annulled),
        closed.at.into(),
        closed.digest.into(),
    ]
}

/// A row: what was registered, or what was annulled.
fn cells(line: Line, lang: Lang) -> [Cell; 10] {
    let (event, at) = match &line.annulled {
        Some(annulled) => (ANNULLED, annulled.at),
        None => (way(&line), line.at),
    };
    row(line, event, at, lang)
}

const fn way(line: &Line) -> Phrase {
    match line.number.direction {
        Direction::In => RECEIVED,
        Direction::Out => SENT,
    }
}

fn row(line: Line, event: Phrase, at: Instant, lang: Lang) -> [Cell; 10] {
    let by_hand = line.emergency.map(|by_hand| {
        format!("{}, {}: {}", by_hand.number, format::instant(by_hand.at, lang), by_hand.cause)
    });
    let annulled = line.annulled.map(|annulled| {
        annulled.by.into_iter().chain([annulled.reason]).collect::<Vec<_>>().join(": ")
    });
    let named = |Enclosed { name, sha256 }: &Enclosed| match name.as_str() {
        "" => sha256.clone(),
        name => format!("{name} ({sha256})"),
    };
    let files: Vec<String> = line.files.iter().map(named).collect();
    [
        line.number.to_string().into(),
        event.of(lang).into(),
        at.into(),
        line.party.into(),
        line.subject.into(),
        u32::from(line.attachments).into(),
        files.join("; ").into(),
        line.digest.into(),
        annulled.into(),
        by_hand.into(),
    ]
}

/// Who hands a day over.
const SERVER: &str = "Cassetto";

const TITLE: Phrase =
    phrase("Registro di protocollo", "Register of documents", "Protokollregister");
const CLOSED_DAYS: Phrase = phrase(
    "Giorni chiusi del protocollo",
    "Closed days of the register",
    "Abgeschlossene Protokolltage",
);
const FOUND: Phrase =
    phrase("Righe del protocollo", "Lines of the register", "Zeilen des Protokolls");
const WANTED: Phrase = phrase("Che cosa si cerca", "What is looked for", "Gesucht");
const FROM: Phrase = phrase("Dal", "From", "Vom");
const TO: Phrase = phrase("Al", "To", "Bis");
const OFFICE: Phrase = phrase("Sede", "Office", "Stelle");
const DAY: Phrase = phrase("Giorno", "Day", "Tag");
const CLOSING: Phrase = phrase("Impronta di chiusura", "Closing digest", "Prüfsumme bei Abschluss");
const DIGEST: Phrase = phrase("Impronta SHA-256", "SHA-256 digest", "SHA-256-Prüfsumme");
const RECEIVED: Phrase = phrase("Ricevuto", "Received", "Eingegangen");
const SENT: Phrase = phrase("Spedito", "Sent", "Versandt");
const EMERGENCY: Phrase = phrase("Registro di emergenza", "Emergency register", "Notprotokoll");
const ANNULLED: Phrase = phrase("Annullato", "Annulled", "Aufgehoben");

fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Protocollo", "Protocol number", "Protokollnummer"), Kind::Code),
        (phrase("Operazione", "Event", "Vorgang"), Kind::Text),
        (phrase("Quando", "When", "Wann"), Kind::Moment),
        (phrase("Mittente o destinatario", "From or to", "Von oder an"), Kind::Text),
        (phrase("Oggetto", "Subject", "Betreff"), Kind::Text),
        (phrase("Allegati", "Documents", "Unterlagen"), Kind::Count),
        (
            phrase(
                "Allegati e loro impronte SHA-256",
                "Documents and their SHA-256 digests",
                "Unterlagen und ihre SHA-256-Prüfsummen",
            ),
            Kind::Text,
        ),
        (DIGEST, Kind::Code),
        (
            phrase("Annullato da e perché", "Annulled by and why", "Aufgehoben von und warum"),
            Kind::Text,
        ),
        (EMERGENCY, Kind::Text),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

fn day_columns(lang: Lang) -> Vec<Column> {
    [
        (DAY, Kind::Day),
        (phrase("Entrata", "Received", "Eingang"), Kind::Count),
        (phrase("Uscita", "Sent", "Ausgang"), Kind::Count),
        (phrase("Annullate", "Annulled", "Aufgehoben"), Kind::Count),
        (phrase("Chiuso il", "Closed on", "Abgeschlossen am"), Kind::Moment),
        (DIGEST, Kind::Code),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}
