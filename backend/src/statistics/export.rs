//! How an office stands, as a file: a row for each figure. And how long offices take, as everybody may know.

use shared::endpoint::Endpoint;
use shared::format;
use shared::lang::Lang;
use shared::requests::words::TOPIC;
use shared::sections::{Phrase, phrase};
use shared::statistics::{Export, ExportShown, Figure, OfTopic, Reported, Show, Shown};

use super::public::{check, shown};
use super::report::{office_of, reported};
use crate::app::App;
use crate::export::{self, Cell, Column, Filter, Kind, Order, Sheet};
use crate::fault::{Error, Result};
use crate::http::call::{Call, Download};
use crate::offices::service as offices;

pub(super) async fn export(app: App, call: Call, request: Export) -> Result<Download> {
    let (office, today) = (office_of(&call.caller)?, app.today());
    let lang = export::lang(&app, &call.caller, request.lang)?;
    let called = app.store().read(|tx| offices::name(tx, office, today))?;
    let filters = vec![Filter::by_code("office", OFFICE.of(lang), called, &office)];
    let columns = [(WHAT, Kind::Text), (OF, Kind::Text), (VALUE, Kind::Count)];
    let columns = columns.map(|(label, kind)| Column::new(label, lang, kind)).to_vec();
    let sheet = Sheet { title: TITLE.of(lang).to_owned(), lang, columns, filters };
    let order = Order { action: Export::SPEC.name, company: None, format: request.format, sheet };
    export::make(&app, &call.caller, order, move |tx, file| {
        for [what, of, value] in rows(&reported(tx, office, today)?, lang) {
            if file.push(&[what, of, value]).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// How long offices take, as a file: all of it, each group with its topics, and each office.
pub(super) async fn export_shown(app: App, call: Call, request: ExportShown) -> Result<Download> {
    let (lang, today) = (export::lang(&app, &call.caller, request.lang)?, app.today());
    let asked = Show { lang, office: request.office, group: request.group };
    let (shown, called) = app.store().read(|tx| {
        check(tx, &asked)?;
        let called = asked.office.map(|office| offices::name(tx, office, today)).transpose()?;
        Ok::<_, Error>((shown(tx, &asked, today)?, called))
    })?;
    let columns = [
        (OF, Kind::Text),
        (NAME, Kind::Text),
        (AT_LEAST, Kind::Count),
        (HALF, Kind::Count),
        (NINETY, Kind::Count),
    ];
    let columns = columns.map(|(label, kind)| Column::new(label, lang, kind)).to_vec();
    let (title, filters) = (TIMES.of(lang).to_owned(), filters(&shown, &asked, called));
    let sheet = Sheet { title, lang, columns, filters };
    let (action, format) = (ExportShown::SPEC.name, request.format);
    let order = Order { action, company: None, format, sheet };
    export::make(&app, &call.caller, order, move |_, file| {
        for row in times(shown, lang) {
            if file.push(&row).is_break() {
                break;
            }
        }
        Ok(())
    })
    .await
}

/// Of which months, and what they are narrowed to.
fn filters(shown: &Shown, asked: &Show, called: Option<String>) -> Vec<Filter> {
    let lang = asked.lang;
    let month = |field, label: Phrase, month| {
        Filter::by_code(field, label.of(lang), format::month(month, lang), &month)
    };
    let mut filters = vec![month("from", FROM, shown.from), month("to", TO, shown.to)];
    let office = asked.office.zip(called);
    filters.extend(
        office.map(|(office, called)| Filter::by_code("office", OFFICE.of(lang), called, &office)),
    );
    let group = asked.group.and_then(|_| shown.groups.first()).map(|one| &one.group);
    filters.extend(
        group.map(|group| {
            Filter::by_code("group", GROUP.of(lang), group.title.clone(), &group.id.0)
        }),
    );
    filters
}

/// A row: of what, its name, how many, and the days of half of them and of nine in ten.
fn times(shown: Shown, lang: Lang) -> Vec<[Cell; 5]> {
    let Shown { fewest, whole, groups, offices, .. } = shown;
    let row = |of: Phrase, name: String, figure: Option<Figure>| {
        let [requests, half, ninety] = match figure {
            Some(Figure { requests, median, ninety }) => {
                [Cell::count(requests), Cell::count(median), Cell::count(ninety)]
            }
            None => [format!("{} {fewest}", FEWER.of(lang)).into(), Cell::Empty, Cell::Empty],
        };
        [of.of(lang).into(), name.into(), requests, half, ninety]
    };
    let mut rows = vec![row(WHOLE, String::new(), whole)];
    for one in groups {
        let of = |what, topic: OfTopic| row(what, topic.title, topic.figure);
        rows.push(of(GROUP, one.group));
        rows.extend(one.topics.into_iter().map(|topic| of(TOPIC, topic)));
    }
    rows.extend(offices.into_iter().map(|one| row(OFFICE, one.name, Some(one.figure))));
    rows
}

/// A row: what, of what, how many.
fn rows(report: &Reported, lang: Lang) -> Vec<[Cell; 3]> {
    let row = |what: Phrase, of: String, value: u64| {
        [what.of(lang).into(), of.into(), Cell::count(value)]
    };
    let since = format::day(report.in_time.from, lang);
    let mut rows = vec![
        row(ANSWERED, since.clone(), report.in_time.answered),
        row(IN_TIME, since, report.in_time.in_time),
    ];
    let now = [
        (OPEN, report.open),
        (UNASSIGNED, report.unassigned),
        (AWAITING, report.awaiting),
        (SECOND, report.second),
        (REOPENED, report.reopened),
    ];
    rows.extend(now.map(|(what, value)| row(what, String::new(), value.into())));
    let ages = report.ages.iter();
    rows.extend(ages.map(|one| row(AGE, one.age.name().of(lang).to_owned(), one.open.into())));
    for week in &report.weeks {
        let from = format::day(week.from, lang);
        rows.push(row(CAME, from.clone(), week.came.into()));
        rows.push(row(WENT, from, week.went.into()));
    }
    for ahead in &report.ahead {
        let day = format::day(ahead.day, lang);
        rows.push(row(REMINDED, day.clone(), ahead.reminded.into()));
        rows.push(row(ESCALATED, day.clone(), ahead.escalated.into()));
        rows.push(row(DUE, day, ahead.due.into()));
    }
    for load in &report.loads {
        rows.push(row(CHARGE, load.name.clone(), load.open.into()));
        rows.push(row(CHARGE_AWAITING, load.name.clone(), load.awaiting.into()));
        rows.push(row(CLOSED, load.name.clone(), load.closed));
        rows.extend(load.median.map(|days| row(HALF, load.name.clone(), days.into())));
    }
    for (what, ratings) in [(RATED, &report.ratings), (SENT, &report.sendings)] {
        for one in ratings {
            let of = one.aspect.map(|aspect| [" · ", aspect.name(one.stars).of(lang)].concat());
            let of = format!("{}/5{}", one.stars, of.unwrap_or_default());
            rows.push(row(what, of, one.count.into()));
        }
    }
    rows
}

const TITLE: Phrase = phrase("Andamento della sede", "How the office stands", "Stand der Stelle");
const TIMES: Phrase =
    phrase("Tempi di risposta delle sedi", "How long offices take", "Antwortzeiten der Stellen");
const FROM: Phrase = phrase("Da", "From", "Von");
const TO: Phrase = phrase("A", "To", "Bis");
const WHOLE: Phrase = phrase("In tutto", "In all", "Insgesamt");
const GROUP: Phrase = phrase("Gruppo di argomenti", "Group of topics", "Themengruppe");
const NAME: Phrase = phrase("Nome", "Name", "Name");
const AT_LEAST: Phrase = phrase("Richieste, almeno", "Requests, at least", "Anfragen, mindestens");
const NINETY: Phrase = phrase(
    "Giorni lavorativi, nove su dieci",
    "Working days, nine in ten",
    "Arbeitstage, neun von zehn",
);
const FEWER: Phrase = phrase("meno di", "fewer than", "weniger als");
const OFFICE: Phrase = phrase("Sede", "Office", "Stelle");
const WHAT: Phrase = phrase("Che cosa", "What", "Was");
const OF: Phrase = phrase("Di che cosa", "Of what", "Wovon");
const VALUE: Phrase = phrase("Quanto", "How many", "Wie viele");
const ANSWERED: Phrase = phrase("Risposte dal", "Answers since", "Antworten seit");
const IN_TIME: Phrase = phrase(
    "Risposte entro il termine dal",
    "Answers in time since",
    "Fristgerechte Antworten seit",
);
const OPEN: Phrase = phrase("Richieste aperte", "Open requests", "Offene Anfragen");
const UNASSIGNED: Phrase = phrase("Non assegnate", "Not assigned", "Nicht zugeteilt");
const AWAITING: Phrase =
    phrase("In attesa del cliente", "Waiting for the customer", "Warten auf den Kunden");
const SECOND: Phrase = phrase("Al secondo livello", "At the second level", "Auf zweiter Ebene");
const REOPENED: Phrase = phrase("Riaperte", "Reopened", "Wiedereröffnet");
const AGE: Phrase = phrase("Aperte da", "Open for", "Offen seit");
const CAME: Phrase =
    phrase("Arrivate nella settimana del", "Came in the week of", "Eingang in der Woche vom");
const WENT: Phrase =
    phrase("Uscite nella settimana del", "Left in the week of", "Abgang in der Woche vom");
const REMINDED: Phrase = phrase("Sollecito il", "Reminder on", "Erinnerung am");
const ESCALATED: Phrase =
    phrase("Avviso al responsabile il", "Head told on", "Meldung an die Leitung am");
const DUE: Phrase = phrase("Ultimo giorno il", "Last day on", "Letzter Tag am");
const CHARGE: Phrase = phrase("In carico a", "In charge", "In Bearbeitung bei");
const CHARGE_AWAITING: Phrase =
    phrase("In attesa, in carico a", "Waiting, in charge", "Wartend, in Bearbeitung bei");
const CLOSED: Phrase = phrase(
    "Chiuse negli ultimi 30 giorni da",
    "Closed in the last 30 days by",
    "In den letzten 30 Tagen abgeschlossen von",
);
const RATED: Phrase = phrase(
    "Voti negli ultimi 30 giorni",
    "Ratings in the last 30 days",
    "Bewertungen der letzten 30 Tage",
);
const SENT: Phrase = phrase(
    "Voti all'invio negli ultimi 30 giorni",
    "Ratings of sending in the last 30 days",
    "Bewertungen des Sendens der letzten 30 Tage",
);
const HALF: Phrase =
    phrase("Giorni lavorativi, mediana", "Working days, median", "Arbeitstage, Median");
