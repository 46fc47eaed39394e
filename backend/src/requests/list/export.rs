//! Requests as a file.

use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::requests::words::{POSITION, STATE, STOPPED, SUBJECT, TOPIC};
use shared::requests::{Export, Words};
use shared::sections::{Phrase, phrase};

use super::row;
use super::wanted::Wanted;
use crate::access::Caller;
use crate::app::App;
use crate::companies::service as companies;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};
use crate::offices::service as offices;
use crate::parameters::service as parameters;
use crate::requests::table::Head;
use crate::store::ReadTx;

pub(in crate::requests) const OFFICE: Phrase = phrase("Sede", "Office", "Stelle");
pub(in crate::requests) const UNIT: Phrase = phrase("Unità", "Unit", "Abteilung");
pub(in crate::requests) const CHARGE: Phrase =
    phrase("Chi se ne occupa", "Who is in charge", "Wer zuständig ist");
const OPENED: Phrase = phrase("Aperta il", "Opened on", "Eröffnet am");
const SHOWN: Phrase = phrase("Elenco", "List", "Liste");
const ARCHIVED: Phrase = phrase("Archiviate", "Archived", "Archiviert");
const NOT_ARCHIVED: Phrase = phrase("Non archiviate", "Not archived", "Nicht archiviert");
const OUTCOME: Phrase = phrase("Esito", "Outcome", "Ergebnis");
const LAST: Phrase = phrase("Chi ha scritto per ultimo", "Who wrote last", "Wer zuletzt schrieb");
const WORDS: Phrase = phrase("Parole", "Words", "Wörter");
const UPDATED: Phrase = phrase("Aggiornata il", "Updated on", "Aktualisiert am");
const CLOSED: Phrase = phrase("Chiusa il", "Closed on", "Geschlossen am");

pub(in crate::requests) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (lang, today) = (export::lang(&app, &call.caller, request.lang)?, app.today());
    let known = app.store().read(|tx| parameters::topics(tx))?;
    let topic = request.topic.and_then(|id| {
        let topic = known.topic(id).map(|topic| &topic.title);
        topic.or_else(|| known.group(id).map(|group| &group.title))
    });
    let mut columns = columns(lang);
    // In the queue everything is open.
    columns.push(Column::new(CLOSED, lang, Kind::Moment));
    let sheet = Sheet {
        title: phrase("Richieste", "Requests", "Anfragen").of(lang).to_owned(),
        lang,
        columns,
        filters: filters(&request, topic, lang),
    };
    let (action, company, format) = (Export::SPEC.name, request.company, request.format);
    let order = Order { action, company, format, sheet };
    let (caller, list) = (call.caller.clone(), request.list());
    export::make(&app, &call.caller, order, move |tx, file| {
        Wanted::of(tx, &caller, &list, today)?.each(|id, head| {
            let mut cells = cells(tx, &caller, id, head, today, lang)?.to_vec();
            cells.push(head.closed.into());
            Ok(file.push(&cells))
        })
    })
    .await
}

/// A request as a row of a file.
pub(in crate::requests) fn cells(
    tx: &dyn ReadTx,
    caller: &Caller,
    id: shared::ids::RequestId,
    head: &Head,
    today: Day,
    lang: Lang,
) -> Result<[Cell; 14]> {
    let row = row(tx, caller, id, head, today)?;
    let tax_code = companies::name_and_code(tx, head.company)?.map(|(_, code)| code);
    let due = match (row.state.is_open(), row.clock.paused) {
        (false, _) => Cell::Empty,
        (_, true) => STOPPED.of(lang).into(),
        _ => row.clock.due.into(),
    };
    let known = parameters::topics(tx)?;
    let topic = known.topic(row.topic).map(|topic| topic.title.of(lang));
    Ok([
        row.protocol.to_string().into(),
        row.name.into(),
        tax_code.into(),
        row.matricola.into(),
        row.subject.into(),
        topic.into(),
        row.state.name().of(lang).into(),
        offices::name(tx, row.office, today)?.into(),
        row.unit_name.of(lang).into(),
        row.charge.into(),
        row.opened.into(),
        row.updated.into(),
        due,
        u32::from(row.clock.elapsed).into(),
    ])
}

/// What [`cells`] are.
pub(in crate::requests) fn columns(lang: Lang) -> Vec<Column> {
    [
        (phrase("Protocollo", "Protocol", "Protokoll"), Kind::Code),
        (phrase("Azienda", "Company", "Betrieb"), Kind::Text),
        (phrase("Codice fiscale", "Tax code", "Steuernummer"), Kind::Code),
        (POSITION, Kind::Code),
        (SUBJECT, Kind::Text),
        (TOPIC, Kind::Text),
        (STATE, Kind::Text),
        (OFFICE, Kind::Text),
        (UNIT, Kind::Text),
        (CHARGE, Kind::Text),
        (OPENED, Kind::Moment),
        (UPDATED, Kind::Moment),
        (phrase("Risposta entro il", "Answer by", "Antwort bis"), Kind::Day),
        (phrase("Giorni lavorativi", "Working days", "Arbeitstage"), Kind::Count),
    ]
    .into_iter()
    .map(|(label, kind)| Column::new(label, lang, kind))
    .collect()
}

/// What was asked for; `named` is what its topic or group is called.
fn filters(request: &Export, named: Option<&Words>, lang: Lang) -> Vec<Filter> {
    let position = request.matricola.as_ref();
    let position =
        position.map(|code| Filter::by_code("matricola", POSITION.of(lang), code.clone(), code));
    let topic = request.topic.map(|topic| {
        let words = named.map_or_else(String::new, |words| words.of(lang).to_owned());
        Filter::by_code("topic", TOPIC.of(lang), words, &topic.0)
    });
    let standing = request.standing.map(|standing| {
        let words = standing.name().of(lang);
        Filter::by_code("standing", STATE.of(lang), words, &format!("{standing:?}"))
    });
    let outcome = request.outcome.map(|outcome| {
        let words = outcome.name().of(lang);
        Filter::by_code("outcome", OUTCOME.of(lang), words, &format!("{outcome:?}"))
    });
    let last = request.last.map(|side| {
        Filter::by_code("last", LAST.of(lang), side.name().of(lang), &format!("{side:?}"))
    });
    let text = |field: &'static str, label: Phrase, text: Option<&str>| {
        text.map(|text| Filter::by_text(field, label.of(lang), text))
    };
    let day = |field: &'static str, label: Phrase, sign: &str, day: Option<Day>| {
        let words = |day| [sign, " ", &shared::format::day(day, lang)].concat();
        day.map(|day| Filter::by_code(field, label.of(lang), words(day), &day))
    };
    let archived = request.archived.map(|archived| {
        let words = if archived { ARCHIVED } else { NOT_ARCHIVED };
        Filter::by_code("archived", SHOWN.of(lang), words.of(lang), &archived)
    });
    let filters = [
        archived,
        position,
        topic,
        standing,
        outcome,
        last,
        text("office", OFFICE, request.office.as_deref()),
        text("charge", CHARGE, request.charge.as_deref()),
        day("opened_from", OPENED, "≥", request.opened_from),
        day("opened_to", OPENED, "≤", request.opened_to),
        day("updated_from", UPDATED, "≥", request.updated_from),
        day("updated_to", UPDATED, "≤", request.updated_to),
        text("text", WORDS, request.text.as_deref()),
    ];
    filters.into_iter().flatten().collect()
}
