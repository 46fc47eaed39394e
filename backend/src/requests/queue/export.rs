//! The queue as a file.

use shared::calendar::Day;
use shared::endpoint::Endpoint;
use shared::lang::Lang;
use shared::requests::words::STOPPED;
use shared::requests::{ExportQueue, View};
use shared::sections::{Phrase, phrase};

use super::{Open, here, narrow, of_unit};
use crate::access::Caller;
use crate::app::App;
use crate::export::{self, Column, Filter, Kind, Order, Sheet};
use crate::fault::Result;
use crate::http::call::{Call, Download};
use crate::offices::service as offices;
use crate::people::Place;
use crate::requests::list::{CHARGE, OFFICE, UNIT, cells, columns};
use crate::store::ReadTx;

const TITLE: Phrase = phrase("Coda della sede", "Queue of the office", "Warteschlange der Stelle");
const VIEW: Phrase = phrase("Parte della coda", "Part of the queue", "Teil der Warteschlange");
const AGE: Phrase = phrase("Aperte da", "Open for", "Offen seit");
const TERM: Phrase = phrase("Termine il", "Term on", "Termin am");
const NEXT: Phrase = phrase("Prossimo termine", "Next term", "Nächster Termin");

pub(in crate::requests) async fn export(
    app: App,
    call: Call,
    request: ExportQueue,
) -> Result<Download> {
    let (lang, today) = (export::lang(&app, &call.caller, request.lang)?, app.today());
    let mut columns = columns(lang);
    // By which they are sorted.
    columns.push(Column::new(NEXT, lang, Kind::Day));
    let filters = app.store().read(|tx| filters(tx, &call.caller, &request, (lang, today)))?;
    let sheet = Sheet { title: TITLE.of(lang).to_owned(), lang, columns, filters };
    let (action, format) = (ExportQueue::SPEC.name, request.format);
    let order = Order { action, company: None, format, sheet };
    let (caller, queue) = (call.caller.clone(), request.list());
    export::make(&app, &call.caller, order, move |tx, file| {
        let mut open = of_unit(tx, &caller, queue.unit, today)?;
        narrow(&mut open, &queue, caller.person);
        for Open { place: (_, next, id), head, clock, .. } in &open {
            let mut cells = cells(tx, &caller, *id, head, today, lang)?.to_vec();
            // A clock that stands still runs out on no day.
            cells.push(match clock.paused {
                true => STOPPED.of(lang).into(),
                false => Day::from_epoch_days(*next).into(),
            });
            if file.push(&cells).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

fn filters(
    tx: &dyn ReadTx,
    caller: &Caller,
    request: &ExportQueue,
    (lang, today): (Lang, Day),
) -> Result<Vec<Filter>> {
    let office = match &caller.place {
        Place::Office(office) => {
            let name = offices::name(tx, *office, today)?;
            Some(Filter::by_code("office", OFFICE.of(lang), name, office))
        }
        _ => None,
    };
    let view = Some(request.view).filter(|view| *view != View::Open).map(|view| {
        Filter::by_code("view", VIEW.of(lang), view.name().of(lang), &format!("{view:?}"))
    });
    let unit = match request.unit {
        Some(unit) => {
            let name = offices::unit_name(tx, unit)?;
            Some(Filter::by_code("unit", UNIT.of(lang), name.of(lang), &unit))
        }
        None => None,
    };
    let charge = match request.charge {
        Some(person) => {
            // Of whoever works elsewhere not even the name is told.
            let known = here(tx, caller, today)?.into_iter().find(|one| one.id == person);
            let name = known.map_or_else(|| person.to_string(), |one| one.name);
            Some(Filter::by_code("charge", CHARGE.of(lang), name, &person))
        }
        None => None,
    };
    let age = request
        .age
        .map(|age| Filter::by_code("age", AGE.of(lang), age.name().of(lang), &format!("{age:?}")));
    let term = request
        .term
        .map(|day| Filter::by_code("term", TERM.of(lang), shared::format::day(day, lang), &day));
    Ok([office, view, unit, charge, age, term].into_iter().flatten().collect())
}
